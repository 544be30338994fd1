from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake_app.practice.audit import EventCode
from intake_app.storage import side_log
from intake_app.storage.keys import Keys, new_keys
from intake_app.storage.problems import StoreCode
from intake_app.storage.repository import ConversationStore
from intake_app.storage.side_log import NOTED_AS, move_notes, note, take_in
from tests.storage.conftest import NOON
from tests.storage.logged import JORIS, an_event

SEEN = an_event(talk="c1", actor=JORIS, minute=3)


def notes_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if ".seen-" in path.name or ".unread-" in path.name)


def talks_seen(store: ConversationStore) -> list[str]:
    return [event.talk for _, event in store.log.events(codes=[EventCode.TALK_READ])]


def test_what_was_noted_comes_into_the_log_once_in_order_and_the_notes_go(
    store: ConversationStore, store_path: Path, keys: Keys
) -> None:
    note(store_path, keys, replace(SEEN, talk="later", at=NOON + timedelta(minutes=9)))
    note(store_path, keys, SEEN)
    assert len(notes_in(store_path.parent)) == 2
    assert take_in(store_path, store.transactions) == ()
    assert take_in(store_path, store.transactions) == ()
    assert talks_seen(store) == ["later", "c1"]
    [_, (_, event)] = store.log.events()
    assert {NOTED_AS: event.detail[NOTED_AS]} == event.detail
    assert (event.actor, event.talk, notes_in(store_path.parent)) == (JORIS, "c1", [])
    assert store.log.check().is_whole


def test_a_note_is_for_the_owner_only_and_tells_nothing(store_path: Path, keys: Keys) -> None:
    note(store_path, keys, SEEN)
    [name] = notes_in(store_path.parent)
    place = store_path.with_name(name)
    assert place.stat().st_mode & 0o777 == 0o600
    assert b"Joris" not in place.read_bytes()


def test_broken_off_before_the_notes_were_removed_nothing_stands_there_twice(
    store: ConversationStore, store_path: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(store_path, keys, SEEN)

    def broken_off(_: Path, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", broken_off)
        with pytest.raises(KeyboardInterrupt):
            take_in(store_path, store.transactions)
    assert (talks_seen(store), len(notes_in(store_path.parent))) == (["c1"], 1)
    take_in(store_path, store.transactions)
    assert (talks_seen(store), notes_in(store_path.parent)) == (["c1"], [])


def test_a_note_that_is_put_back_is_not_taken_in_again(store: ConversationStore, store_path: Path, keys: Keys) -> None:
    note(store_path, keys, SEEN)
    [name] = notes_in(store_path.parent)
    data = store_path.with_name(name).read_bytes()
    take_in(store_path, store.transactions)
    for again in (name, f"intake.db.seen-{'0' * 32}"):
        store_path.with_name(again).write_bytes(data)
    [problem] = take_in(store_path, store.transactions)
    assert (problem.code, talks_seen(store)) == (StoreCode.NOTE_UNREADABLE, ["c1"])


@pytest.mark.parametrize("damage", [lambda _: b"", lambda data: data[:-1], lambda data: b"x" + data[1:]])
def test_a_hurt_note_is_put_aside_and_told_once(
    store: ConversationStore, store_path: Path, keys: Keys, damage: Callable[[bytes], bytes]
) -> None:
    note(store_path, keys, SEEN)
    note(store_path, keys, replace(SEEN, talk="whole"))
    place = store_path.with_name(notes_in(store_path.parent)[0])
    hurt = side_log._opened(place, place.name[-32:], keys)
    place.write_bytes(damage(place.read_bytes()))
    assert [problem.code for problem in take_in(store_path, store.transactions)] == [StoreCode.NOTE_UNREADABLE]
    assert talks_seen(store) == [talk for talk in ("c1", "whole") if talk != hurt.talk]
    assert take_in(store_path, store.transactions) == ()
    assert [name[:17] for name in notes_in(store_path.parent)] == ["intake.db.unread-"]


def test_notes_of_other_keys_go_along_with_their_store(
    store: ConversationStore, store_path: Path, tmp_path: Path
) -> None:
    others = new_keys()
    note(store_path, others, SEEN)
    move_notes(store_path, tmp_path / "kept.db")
    assert take_in(store_path, store.transactions) == ()
    assert [name[:13] for name in notes_in(tmp_path)] == ["kept.db.seen-"]


def test_a_note_that_is_being_written_is_left_alone(store: ConversationStore, store_path: Path) -> None:
    half = store_path.with_name(f"intake.db.seen-{'a' * 32}.new")
    half.write_bytes(b"half")
    with closing(store):
        assert take_in(store_path, store.transactions) == ()
    assert half.exists()
