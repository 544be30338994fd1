from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.practice.rights import Relation
from intake_app.practice.users import Role
from intake_app.storage.keys import change_passphrase
from intake_app.storage.opening import open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_users import add_user
from tests.storage.conftest import NOON, PASSPHRASE
from tests.storage.logged import changed

NEW = "een nieuwe zin van vandaag"
PAGE = 4096
PAGES_OF_THE_LIST = 2
"""The list of the tables takes so many pages beside the first one; without one of them nothing opens."""


@pytest.fixture
def writer(filled: Path) -> Iterator[ConversationStore]:
    """Another program that has the store open, and has work that is not yet brought in."""
    store = open_store(filled, PASSPHRASE, now=NOON)
    store.set_setting("theme", "dark")
    store.start("c9", NOON, {"questionnaire": "f1"}, holder=store.keys.user_id)
    store.append("c9", 0, [b"said just now"], b"s9", NOON, events=[changed("c9", 1, 1)])
    yield store
    store.close()


def of_the_store(store: Path) -> dict[str, bytes]:
    """The store, its log file, its ring and its lock; not the memory that those who read share with who writes."""
    return {path.name: path.read_bytes() for path in store.parent.iterdir() if not path.name.endswith("-shm")}


def talks_read(store: Path) -> tuple[dict[str, list[bytes]], set[str]]:
    """What can be read of each talk, and which talks are told to be lost in part."""
    with closing(open_to_read(store, PASSPHRASE)) as reader:
        found = {}
        for row in reader.rows():
            try:
                found[row.id] = list(reader.load(row.id))
            except StoreProblem:
                found[row.id] = []
        return found, {fault.values["conversation"] for fault in reader.damage if fault.where == "conversation"}


def test_a_second_program_reads_what_the_first_has_written_and_writes_nothing(
    filled: Path, writer: ConversationStore
) -> None:
    before = of_the_store(filled)
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        assert [row.id for row in reader.rows()] == [row.id for row in writer.rows()]
        assert (reader.load("c9"), reader.damage) == ([b"said just now"], ())
        assert (reader.content_of("c9"), reader.content_set("f1")) == (
            {"questionnaire": "f1"},
            b"the questions of today",
        )
        assert (reader.setting("theme"), reader.setting("none")) == ("dark", None)
        assert reader.relations_of(writer.keys.user_id) == {"c9": Relation.OWN}
        writer.append("c9", 1, [b"and then"], b"s9", NOON, events=[changed("c9", 2, 2)])
        assert reader.load("c9") == [b"said just now", b"and then"]
    after = of_the_store(filled)
    assert {name for name in before if before[name] != after[name]} == {"intake.db-wal"}


def test_not_even_a_hurt_or_old_ring_is_written_anew(filled: Path, writer: ConversationStore) -> None:
    ring_path(filled).write_bytes(b"hurt")
    before = of_the_store(filled)
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        assert len(reader.rows()) == len(writer.rows())
    assert of_the_store(filled) == before


def test_who_reads_along_cannot_write(filled: Path, writer: ConversationStore) -> None:
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        with pytest.raises(StoreProblem) as caught:
            reader.set_setting("theme", "light")
        assert caught.value.code in {StoreCode.NOT_PERMITTED, StoreCode.DAMAGED}
    assert writer.setting("theme") == "dark"


def test_whichever_page_is_hurt_a_talk_is_read_up_to_what_is_lost_and_that_is_told(filled: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        for seq in range(3, 20):
            store.append("c2", seq, [b"much was said " * 80], b"s2", NOON, events=[changed("c2", seq + 1, seq + 1)])
        whole = {row.id: store.load(row.id) for row in store.rows()}
    data, in_part, needs_a_backup = filled.read_bytes(), 0, 0
    for page in range(1, len(data) // PAGE):
        filled.write_bytes(data[: page * PAGE] + os.urandom(PAGE) + data[(page + 1) * PAGE :])
        try:
            found, told = talks_read(filled)
        except StoreProblem as problem:
            needs_a_backup += problem.code is StoreCode.DAMAGED
            continue
        assert all(said == whole[talk][: len(said)] for talk, said in found.items())
        assert {talk for talk in found if found[talk] != whole[talk]} <= told
        in_part += 0 < len(found.get("c2", ())) < len(whole["c2"])
    assert (in_part > 0, needs_a_backup) == (True, PAGES_OF_THE_LIST)


def test_what_is_wrong_with_a_damaged_store_is_told_and_it_is_left_as_it_is(filled: Path) -> None:
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        store.set_setting("theme", "dark")
    filled.write_bytes(filled.read_bytes()[:-PAGE] + os.urandom(PAGE))
    before = of_the_store(filled)
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        assert {problem.code for problem in reader.damage} == {StoreCode.DAMAGED}
        for ask in (lambda: reader.content_set("f2"), lambda: reader.load("c8")):
            with pytest.raises(StoreProblem):
                ask()
    after = of_the_store(filled)
    assert {name: after[name] for name in before} == before


def test_of_a_store_that_is_lost_from_its_first_page_nothing_opens(filled: Path) -> None:
    filled.write_bytes(os.urandom(8 * PAGE))
    with pytest.raises(StoreProblem) as caught:
        open_to_read(filled, PASSPHRASE)
    assert caught.value.code == StoreCode.DAMAGED


def test_a_store_that_nobody_writes_can_be_read_too(filled: Path) -> None:
    with closing(open_to_read(filled, PASSPHRASE)) as reader:
        assert ({row.id for row in reader.rows()}, reader.damage) == ({"c0", "c1", "c2"}, ())
        assert reader.relations_of(reader.keys.user_id) == {}


def test_only_a_passphrase_of_today_opens(filled: Path) -> None:
    change_passphrase(ring_path(filled), PASSPHRASE, NEW)
    with pytest.raises(StoreProblem) as caught:
        open_to_read(filled, PASSPHRASE)
    assert caught.value.code == StoreCode.PASSPHRASE_WRONG
    open_to_read(filled, NEW).close()


def test_who_holds_no_content_key_reads_nothing_that_was_said(filled: Path, writer: ConversationStore) -> None:
    user = add_user(ring_path(filled), writer.keys, "Bea", frozenset({Role.ADMINISTRATOR}), NEW)
    with closing(open_to_read(filled, NEW, user_id=user.id)) as reader:
        for ask in (reader.rows, lambda: reader.load("c1")):
            with pytest.raises(StoreProblem) as caught:
                ask()
            assert caught.value.code == StoreCode.CONTENT_CLOSED
        assert reader.setting("theme") == "dark"
