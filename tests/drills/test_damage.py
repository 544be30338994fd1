"""A store that was hurt on the disk: it is found, and what can still be read is what was written."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from intake_app.practice.chain import Anchor
from intake_app.storage.engine import files_of, open_database
from intake_app.storage.keys import Keys
from intake_app.storage.opening import create_store
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.repository import ConversationStore
from tests.drills.killed_child import NOON, PASSPHRASE, payload_of
from tests.storage.logged import an_event, changed

TALKS, HALF, ALL, LATER = 12, 12, 24, 26
PAGE, SECTOR = 4096, 512
UNUSED = 16
"""The first bytes of the file: a salt that the key brings along itself, so that hurting this one does no harm."""

pytestmark = [pytest.mark.drill, pytest.mark.timeout(1800)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A store as its files were at one moment, and how far its log went."""

    file: bytes
    log_file: bytes
    anchor: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A store that was whole, at several moments.

    Attributes:
        half: before the second half was said.
        said: all brought into the file, nothing in the log file.
        later: some more, all of it in the log file only.
        copied: the same, brought into the file, and still in the log file.
    """

    path: Path
    keys: Keys
    half: Moment
    said: Moment
    later: Moment
    copied: Moment

    def put(self, file: bytes, log_file: bytes = b"") -> None:
        """Lay a store in this state."""
        for path, data in zip(files_of(self.path), (file, log_file), strict=False):
            path.write_bytes(data)
        for path in files_of(self.path)[2:]:
            path.unlink(missing_ok=True)
        if not log_file:
            files_of(self.path)[1].unlink()

    def faults(self, anchor: Anchor) -> set[str]:
        """What opening and checking find."""
        try:
            with closing(self._opened()) as store:
                return {fault.values.get("check", fault.code) for fault in store.verify(anchors=[anchor]).faults}
        except StoreProblem:
            return {"opening"}

    def read(self) -> Iterator[tuple[str, list[bytes]]]:
        """Every conversation that can be read as if nothing were wrong."""
        with suppress(StoreProblem), closing(self._opened()) as store:
            for talk in range(TALKS):
                with suppress(StoreProblem):
                    yield f"c{talk}", store.load(f"c{talk}")

    def read_only(self) -> Iterator[tuple[str, list[bytes]]]:
        """Every conversation as it is handed out of a store that is known to be hurt."""
        with suppress(StoreProblem), closing(open_to_read(self.path, PASSPHRASE)) as store:
            for row in store.rows():
                with suppress(StoreProblem):
                    yield row.id, list(store.load(row.id))

    def _opened(self) -> ConversationStore:
        return ConversationStore(open_database(self.path, self.keys), self.keys)


def said(talk: str, last: int) -> list[bytes]:
    """What was said in a conversation until then: in each something else."""
    return [talk.encode() + payload_of(seq) for seq in range(1, last + 1)]


def say(store: ConversationStore, first: int, last: int) -> None:
    """Have every talk go on, in turn, as it happens."""
    for seq in range(first, last + 1):
        for talk in (f"c{number}" for number in range(TALKS)):
            at, event = NOON + timedelta(minutes=seq), changed(talk, seq, seq)
            store.append(talk, seq - 1, [said(talk, seq)[-1]], str(seq).encode(), at, events=[event])


@pytest.fixture
def whole(tmp_path: Path, quick_rings: None) -> Whole:  # noqa: ARG001  stands for what it does
    path = tmp_path / "data" / "intake.db"
    store = create_store(path, PASSPHRASE, name="Sanne", now=NOON)

    def moment() -> Moment:
        file, log_file = (each.read_bytes() for each in files_of(path)[:2])
        return Moment(file=file, log_file=log_file, anchor=store.log.anchor())

    for talk in range(TALKS):
        store.start(f"c{talk}", NOON, {}, holder="u1", events=[an_event(talk=f"c{talk}")])
    say(store, 1, HALF)
    store.checkpoint()
    half = moment()
    say(store, HALF + 1, ALL)
    store.checkpoint()
    at_rest = moment()
    say(store, ALL + 1, LATER)
    later = moment()
    with store.transactions.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()
    copied, keys = moment(), store.keys
    store.close()
    return Whole(path=path, keys=keys, half=half, said=at_rest, later=later, copied=copied)


def one_bit(data: bytearray, chance: random.Random, _: bytes) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def one_byte(data: bytearray, chance: random.Random, _: bytes) -> None:
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def a_sector(data: bytearray, chance: random.Random, _: bytes) -> None:
    at = chance.randrange(len(data) // SECTOR) * SECTOR
    data[at : at + SECTOR] = bytes(SECTOR)


def two_pages(data: bytearray, chance: random.Random, _: bytes) -> None:
    one, other = (number * PAGE for number in chance.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def the_end(data: bytearray, chance: random.Random, _: bytes) -> None:
    del data[chance.randrange(len(data)) :]


def an_older_page(data: bytearray, chance: random.Random, older: bytes) -> None:
    places = [at for at in range(0, len(older), PAGE) if older[at : at + PAGE] != data[at : at + PAGE]]
    at = chance.choice(places)
    data[at : at + PAGE] = older[at : at + PAGE]


@pytest.mark.parametrize("damage", [one_bit, one_byte, a_sector, two_pages, the_end, an_older_page])
def test_a_hurt_store_is_found_and_gives_nothing_but_what_was_written(whole: Whole, rounds, tell, damage) -> None:
    count, chance, found, harmless = rounds(8, 200), random.Random(20261122), Counter[str](), 0
    whole.put(whole.said.file)
    assert whole.faults(whole.said.anchor) == set()
    for _ in range(count):
        data = bytearray(whole.said.file)
        damage(data, chance, whole.half.file)
        whole.put(data)
        faults = whole.faults(whole.said.anchor)
        if data[UNUSED:] == whole.said.file[UNUSED:]:
            harmless += not faults
        else:
            assert faults
        found.update(faults)
        for reading in (whole.read, whole.read_only):
            whole.put(data)
            for talk, changes in reading():
                assert changes == said(talk, len(changes))
                assert len(changes) == ALL or reading == whole.read_only
    told = ", ".join(f"{times} by {check}" for check, times in sorted(found.items()))
    tell(f"{damage.__name__}: hurt {count} times, {count - harmless} found ({told}), {harmless} harmless, 0 wrong")


@pytest.mark.parametrize("moment", ["later", "copied"])
def test_a_hurt_log_file_loses_the_end_and_the_anchor_tells_it(whole: Whole, rounds, tell, moment) -> None:
    count, chance, found, whole_ones = rounds(10, 300), random.Random(20261122), Counter[str](), 0
    before: Moment = getattr(whole, moment)
    for _ in range(count):
        data = bytearray(before.log_file)
        one_byte(data, chance, b"")
        whole.put(before.file, data)
        changes = dict(whole.read())
        whole.put(before.file, data)
        faults = whole.faults(before.anchor)
        found.update(faults)
        whole_ones += not faults
        assert all(each == said(talk, len(each)) for talk, each in changes.items())
        assert faults or changes == {f"c{talk}": said(f"c{talk}", LATER) for talk in range(TALKS)}
    told = ", ".join(f"{times} by {check}" for check, times in sorted(found.items()))
    tell(f"log file hurt {count} times ({moment}): {count - whole_ones} found ({told}), {whole_ones} lost nothing")
    assert StoreCode.LOG_CUT in found
