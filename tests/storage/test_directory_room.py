from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.model import How
from intake_app.directory.records import RecordChange, RecordKind, packed
from intake_app.practice.upkeep import BatchKind, BatchLine, ServiceNote
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.directory_batch import NewBatch
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.opening import open_store
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.repository import ConversationStore
from intake_app.storage.restore import restore
from tests.storage.conftest import NOON, PASSPHRASE, code_of

SERVICE, PLACE = RecordKind.SERVICE, RecordKind.LOCATION
PAGE = 4096
Open = Callable[[], ConversationStore]


def a_batch(kind: BatchKind = BatchKind.EDIT, *, minute: int = 0) -> NewBatch:
    return NewBatch(at=NOON + timedelta(minutes=minute), user_id="u1", who="Sanne", kind=kind, about="Maatje")


def put(id_: str, name: str | None, kind: RecordKind = SERVICE) -> RecordChange:
    """A record that comes or changes; without a name it goes."""
    return RecordChange(kind=kind, id=id_, after=None if name is None else packed({"id": id_, "name": name}))


def write(store: ConversationStore, *changes: RecordChange) -> BatchLine:
    return store.write_directory(a_batch(), changes)


def undo(store: ConversationStore, batch: BatchLine) -> BatchLine:
    return store.undo_directory(batch.id, a_batch(BatchKind.UNDO, minute=5))


def kept(store: ConversationStore) -> dict[tuple[RecordKind, str], bytes]:
    return {(kind, id_): payload for kind, id_, payload in store.directory_records()}


def a_check(service: str, verdict: Verdict = Verdict.STILL_RIGHT, *, minute: int = 0) -> Check:
    at = NOON + timedelta(minutes=minute)
    about = ("waiting", "telephone")
    return Check(service=ServiceId(service), at=at, who="Sanne", how=How.TELEPHONE, verdict=verdict, about=about)


def a_note(id_: str, service: str, *, minute: int = 0) -> ServiceNote:
    at = NOON + timedelta(minutes=minute)
    return ServiceNote(id=id_, service=ServiceId(service), at=at, who="Sanne", text="Belt terug binnen twee dagen.")


def test_records_come_change_and_go_and_it_is_told_how_many_services(store: ConversationStore) -> None:
    line = write(store, put("s1", "Maatje"), put("s2", "Inloop"), put("l1", "Buurthuis", PLACE))
    assert (line.added, line.changed, line.gone, line.who, line.about, line.at) == (2, 0, 0, "Sanne", "Maatje", NOON)
    line = write(store, put("s1", "Maatje van hier"), put("s2", None), put("s9", None), put("l1", "Zaal", PLACE))
    assert (line.added, line.changed, line.gone) == (0, 1, 1)
    assert kept(store) == {(SERVICE, "s1"): put("s1", "Maatje van hier").after, (PLACE, "l1"): put("l1", "Zaal").after}
    assert store.directory_record(SERVICE, "s2") is None
    assert store.directory_record(PLACE, "l1") == put("l1", "Zaal").after
    assert [batch.id for batch in store.directory_batches()] == ["2", "1"]


def test_an_entry_of_which_only_the_place_changed_counts_as_changed_and_is_undone(store: ConversationStore) -> None:
    before = kept(store) if write(store, put("s1", "Maatje"), put("l1", "Buurthuis", PLACE)) else {}
    moved = write(store, put("s1", "Maatje"), put("l1", "Zaal", PLACE))
    undone = undo(store, moved)
    assert [(line.added, line.changed, line.gone) for line in (moved, undone)] == [(0, 1, 0), (0, 1, 0)]
    assert kept(store) == before


def test_a_change_can_be_undone_and_that_undone_again(store: ConversationStore) -> None:
    write(store, put("s1", "Maatje"), put("s2", "Inloop"))
    first = kept(store)
    change = write(store, put("s1", "Ander"), put("s2", None), put("s3", "Nieuw"))
    second = kept(store)
    undone = undo(store, change)
    assert (kept(store), undone.added, undone.changed, undone.gone) == (first, 1, 1, 1)
    again = undo(store, undone)
    assert kept(store) == second
    assert [batch.undone is None for batch in store.directory_batches()] == [True, False, True, True]
    undo(store, again)
    assert kept(store) == first
    assert [batch.undone is None for batch in store.directory_batches()] == [True, False, True, False, True]


def test_what_was_changed_afterwards_is_not_undone_and_nothing_else_of_it_either(store: ConversationStore) -> None:
    first = write(store, put("s1", "Maatje"), put("s2", "Inloop"))
    write(store, put("s2", "Inloop van nu"))
    before = kept(store)
    assert code_of(lambda: undo(store, first)) == StoreCode.DIRECTORY_CHANGED_SINCE
    assert (kept(store), len(store.directory_batches())) == (before, 2)


def test_an_entry_that_a_change_took_out_and_that_came_back_is_not_undone(store: ConversationStore) -> None:
    write(store, put("s1", "Maatje"))
    out = write(store, put("s1", None))
    write(store, put("s1", "Weer terug"))
    assert code_of(lambda: undo(store, out)) == StoreCode.DIRECTORY_CHANGED_SINCE


def test_a_change_is_undone_once_and_only_one_that_is_there(store: ConversationStore) -> None:
    change = write(store, put("s1", "Maatje"))
    undo(store, change)
    assert code_of(lambda: undo(store, change)) == StoreCode.DIRECTORY_CHANGED_SINCE
    for id_ in ("77", "no number"):
        assert code_of(lambda id_=id_: store.undo_directory(id_, a_batch())) == StoreCode.UNKNOWN_BATCH


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", "x", "y"])), max_size=6), max_size=6))
def test_undoing_all_changes_backwards_leads_through_every_state_to_the_first(
    store_path_of: Callable[[], ConversationStore], batches: list[list[tuple[str, str]]]
) -> None:
    store = store_path_of()
    states, written = [kept(store)], []
    for changes in batches:
        written.append(write(store, *(put(id_, name or None) for id_, name in changes)))
        states.append(kept(store))
    for batch, state in zip(reversed(written), reversed(states[:-1]), strict=True):
        undo(store, batch)
        assert kept(store) == state


@pytest.fixture
def store_path_of(tmp_path: Path, keys: Keys) -> Iterator[Callable[[], ConversationStore]]:
    """A new empty store for each example."""
    opened: list[ConversationStore] = []

    def new() -> ConversationStore:
        path = tmp_path / f"{len(opened)}.db"
        make_database(path, keys)
        opened.append(ConversationStore(open_database(path, keys), keys))
        return opened[-1]

    yield new
    for store in opened:
        store.close()


def test_an_import_that_is_broken_off_leaves_nothing(store: ConversationStore) -> None:
    class StoppedError(Exception):
        pass

    def until_stopped() -> Iterable[RecordChange]:
        yield from (put(f"s{number}", "Maatje") for number in range(1200))
        raise StoppedError

    with pytest.raises(StoppedError):
        store.write_directory(a_batch(BatchKind.IMPORT), until_stopped())
    assert (kept(store), store.directory_batches(), store.directory_version()) == ({}, [], 0)


def test_a_disk_that_fills_up_leaves_nothing_half(small_disk: Path, keys: Keys) -> None:
    make_database(small_disk / "intake.db", keys)
    with closing(ConversationStore(open_database(small_disk / "intake.db", keys), keys)) as store:
        write(store, put("s1", "Maatje"))
        before = kept(store)
        large = [put(f"x{number}", "ruim " * 200) for number in range(4000)]
        assert code_of(lambda: write(store, *large)) == StoreCode.DISK_FULL
        assert kept(store) == before
        write(store, put("s2", "Inloop"))
        assert (len(kept(store)), store.verify().is_whole) == (2, True)


def test_another_session_sees_that_something_changed(open_again: Open) -> None:
    one, other = open_again(), open_again()
    assert other.directory_version() == 0
    write(one, put("s1", "Maatje"))
    assert other.directory_version() == one.directory_version() == 1
    one.add_note(a_note("n1", "s1"))
    assert other.directory_version() == 1, "records are as they were"


def test_checks_and_notes_are_listed_newest_first_for_one_service_or_for_all(store: ConversationStore) -> None:
    for check in (a_check("s1"), a_check("s2"), a_check("s1", Verdict.NOT_REACHED, minute=2)):
        store.write_directory(a_batch(BatchKind.CHECK), [], check=check)
    for note in (a_note("n1", "s1"), a_note("n2", "s1", minute=2), a_note("n3", "s2")):
        store.add_note(note)
    assert store.directory_checks(ServiceId("s1")) == [a_check("s1", Verdict.NOT_REACHED, minute=2), a_check("s1")]
    assert len(store.directory_checks()) == 3
    store.remove_note("n2")
    assert store.directory_notes(ServiceId("s1")) == [a_note("n1", "s1")]
    assert [note.id for note in store.directory_notes()] == ["n1", "n3"]


def test_a_check_that_led_to_a_change_is_gone_while_that_change_is_undone(store: ConversationStore) -> None:
    checked = store.write_directory(a_batch(BatchKind.CHECK), [put("s1", "Maatje")], check=a_check("s1"))
    assert store.directory_checks() == [a_check("s1")]
    undone = undo(store, checked)
    assert store.directory_checks() == []
    undo(store, undone)
    assert store.directory_checks() == [a_check("s1")]


def test_checks_and_notes_go_along_with_a_merge_and_back_when_it_is_undone(store: ConversationStore) -> None:
    write(store, put("s1", "Maatje"), put("s2", "Maatjes"))
    store.write_directory(a_batch(BatchKind.CHECK), [], check=a_check("s2"))
    for note in (a_note("n1", "s1"), a_note("n2", "s2"), a_note("n3", "s2")):
        store.add_note(note)
    merged = store.write_directory(a_batch(BatchKind.MERGE), [put("s2", None)], moved={"s2": "s1"})
    assert [note.id for note in store.directory_notes(ServiceId("s1"))] == ["n1", "n2", "n3"]
    assert [check.service for check in store.directory_checks()] == ["s1"]
    store.remove_note("n3")
    undone = undo(store, merged)
    assert [note.id for note in store.directory_notes(ServiceId("s2"))] == ["n2"]
    assert [check.service for check in store.directory_checks()] == ["s2"]
    undo(store, undone)
    assert [note.id for note in store.directory_notes(ServiceId("s1"))] == ["n1", "n2"]


def filled_with_a_directory(path: Path) -> dict[tuple[RecordKind, str], bytes]:
    """Write a sociale kaart of four hundred into a store, with a check, a note and a change that was undone."""
    with closing(open_store(path, PASSPHRASE, now=NOON)) as store:
        write(store, *(put(f"s{number:03}", f"Maatje {number} " * 20) for number in range(400)))
        undone = store.write_directory(a_batch(), [put("s001", "Fout")], check=a_check("s001"))
        undo(store, undone)
        store.write_directory(a_batch(BatchKind.CHECK), [], check=a_check("s002"))
        store.add_note(a_note("n1", "s001"))
        return kept(store)


def test_who_reads_along_sees_the_same(filled: Path) -> None:
    before = filled_with_a_directory(filled)
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store, closing(open_to_read(filled, PASSPHRASE)) as read:
        assert (kept(read), read.directory_batches()) == (before, store.directory_batches())
        assert read.directory_checks(ServiceId("s002")) == [a_check("s002")]
        assert (read.directory_notes(), read.directory_version()) == ([a_note("n1", "s001")], 4)
        assert code_of(lambda: read.add_note(a_note("n2", "s001"))) in {StoreCode.NOT_PERMITTED, StoreCode.DAMAGED}


def test_a_store_that_nobody_writes_tells_the_same_as_when_it_was_open(filled: Path) -> None:
    before = filled_with_a_directory(filled)
    with closing(open_to_read(filled, PASSPHRASE)) as read:
        assert (kept(read), read.directory_version(), len(read.directory_batches())) == (before, 4, 4)
        assert (read.directory_checks(), read.directory_notes()) == ([a_check("s002")], [a_note("n1", "s001")])


def test_of_a_damaged_store_the_sociale_kaart_is_read_as_far_as_it_goes(filled: Path) -> None:
    before = filled_with_a_directory(filled)
    data, left = filled.read_bytes(), []
    for page in range(len(data) // PAGE - 12, len(data) // PAGE):
        filled.write_bytes(data[: page * PAGE] + os.urandom(PAGE) + data[(page + 1) * PAGE :])
        with closing(open_to_read(filled, PASSPHRASE)) as read:
            found = kept(read)
            assert read.damage
        assert found.items() <= before.items()
        left.append(len(found))
    assert any(0 < count < len(before) for count in left)


def test_a_copy_that_is_put_back_brings_its_own_sociale_kaart(filled: Path, tmp_path: Path) -> None:
    before = filled_with_a_directory(filled)
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        copy = back_up(Source(store=filled, keys=store.keys), tmp_path / "copies", Stamp(now=NOON, program="0.1.0"))
        write(store, put("s001", None), put("new", "Later gemaakt"))
        store.add_note(a_note("n2", "s001"))
    assert restore(copy.path, filled, PASSPHRASE, NOON).verification.is_whole
    with closing(open_store(filled, PASSPHRASE, now=NOON)) as store:
        assert (kept(store), len(store.directory_batches())) == (before, 4)
        assert store.directory_notes() == [a_note("n1", "s001")]
        assert undo(store, store.directory_batches()[1]).changed == 1


def test_who_may_not_read_talks_reads_the_sociale_kaart(store_path: Path, keys: Keys, store: ConversationStore) -> None:
    from dataclasses import replace

    write(store, put("s1", "Maatje"))
    without = replace(keys, content_key=None)
    with closing(ConversationStore(open_database(store_path, without), without)) as administrator:
        assert kept(administrator) == kept(store)


def test_what_is_unknown_or_changed_is_told_without_a_name(store: ConversationStore) -> None:
    first = write(store, put("s1", "Maatje"))
    write(store, put("s1", "Ander"))
    with pytest.raises(StoreProblem) as caught:
        undo(store, first)
    assert dict(caught.value.values) == {"batch": "1", "kind": "service", "id": "s1"}
