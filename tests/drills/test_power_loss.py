"""The power fails at any moment; of what was not brought to the disk yet any part may be there, or rubbish."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.practice.chain import Anchor
from intake_app.storage import keys as key_ring
from intake_app.storage.archive import check_packed
from intake_app.storage.backup import Source, Stamp, back_up, backups_in
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import read_ring, write_ring
from tests.drills.killed_child import KEYS, NOON, a_ring, payload_of
from tests.drills.power import Disk, power_cuts
from tests.drills.recorded_child import PASSPHRASE
from tests.drills.recording import Step, recorded
from tests.storage.logged import an_event, changed

CHILD = Path(__file__).with_name("recorded_child.py")
SEED = 20261122

pytestmark = [
    pytest.mark.drill,
    pytest.mark.required,
    pytest.mark.timeout(1800),
    pytest.mark.usefixtures("strace", "quick_rings"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the recorded program works."""
    made = tmp_path / "recorded"
    made.mkdir()
    return made


@pytest.fixture
def after_power_cuts(folder: Path, tmp_path: Path) -> Callable[[str, Path, int], Iterator[tuple[list[str], Path]]]:
    """Record a work on a place in the folder; gives, for each power cut, what was told and where the place is then."""

    def cuts(work: str, place: Path, count: int) -> Iterator[tuple[list[str], Path]]:
        disk = Disk(folder)
        steps: list[Step] = recorded([str(CHILD), work, str(place)], folder, tmp_path / "trace")
        for number, (told, files) in enumerate(power_cuts(disk, steps, count, random.Random(SEED))):
            left = tmp_path / "left" / str(number)
            left.mkdir(parents=True)
            for name, data in files.items():
                path = left / Path(name).relative_to(folder)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            yield told, left / place.relative_to(folder)

    return cuts


def last_of(told: list[str]) -> tuple[int, Anchor]:
    """The number of the last change that was acknowledged, and how far the log went then."""
    changes = [line.split() for line in told if " " in line]
    if not changes:
        return 0, Anchor()
    seq, count, head = changes[-1]
    return int(seq), Anchor(count=int(count), head=bytes.fromhex(head))


def found_in(store: ConversationStore, anchor: Anchor) -> int:
    """Check a whole store, and every change of its conversation; gives how many there are."""
    found = store.load("c1")
    assert found == [payload_of(seq) for seq in range(1, len(found) + 1)]
    verified = store.verify(anchors=[anchor])
    assert (verified.faults, verified.changes) == ((), len(found))
    row = next(iter(store.rows()))
    assert (row.is_readable, row.summary) == (True, str(len(found)).encode() if found else b"")
    return len(found)


def test_no_acknowledged_change_is_lost_when_the_power_fails(folder: Path, after_power_cuts, rounds, tell) -> None:
    store, count = folder / "intake.db", rounds(40, 2000)
    make_database(store, KEYS)
    with closing(ConversationStore(open_database(store, KEYS), KEYS)) as opened:
        opened.start("c1", NOON, {})
    acknowledged = 0
    for told, left in after_power_cuts("append", store, count):
        last, anchor = last_of(told)
        with closing(ConversationStore(open_database(left, KEYS), KEYS)) as opened:
            found = found_in(opened, anchor)
        assert found in {last, last + 1}
        acknowledged += last
        remove(left.parent)
    tell(f"power failed {count} times: {acknowledged} acknowledged changes, 0 lost, 0 stores that do not open, 0 hurt")


def test_a_new_store_is_whole_or_can_be_made_anew_when_the_power_fails(
    folder: Path, after_power_cuts, rounds, tell
) -> None:
    place, count, anew = folder / "data" / "intake.db", rounds(30, 1000), 0
    for told, left in after_power_cuts("create", place, count):
        last, anchor = last_of(told)
        if left.exists():
            with closing(open_store(left, PASSPHRASE, now=NOON)) as opened:
                assert {notice.code for notice in opened.notices} <= {StoreCode.RING_COPY_REPLACED}
                found = found_in(opened, anchor) if opened.rows() else 0
            assert found in {last, last + 1}
        else:
            assert not told
            with closing(create_store(left, PASSPHRASE, name="Sanne", now=NOON)) as opened:
                opened.start("c1", NOON, {})
            anew += 1
        remove(left.parent)
    tell(f"power failed {count} times while a store was made: {anew} made anew with the same pass phrase, 0 lost")


def test_a_key_ring_is_whole_when_the_power_fails(folder: Path, after_power_cuts, rounds, tell) -> None:
    ring, count, behind = folder / "keys.json", rounds(50, 2000), 0
    write_ring(ring, a_ring(1))
    for told, left in after_power_cuts("ring", ring, count):
        last, found = int(told[-1]) if told else 1, read_ring(left)
        assert found.ring.generation in {last, last + 1}
        assert len(found.unsound) <= 1
        behind += bool(found.unsound)
        remove(left.parent)
    tell(f"power failed {count} times while a key ring was replaced: always whole, one copy behind {behind} times")


@pytest.fixture
def made(folder: Path) -> Path:
    """A store behind a ring, with one conversation."""
    store = folder / "data" / "intake.db"
    with closing(create_store(store, PASSPHRASE, name="Sanne", now=NOON)) as opened:
        opened.start("c1", NOON, {}, events=[an_event()])
    return store


def test_what_has_the_name_of_a_copy_is_whole_when_the_power_fails(made: Path, after_power_cuts, rounds, tell) -> None:
    count, copies = rounds(20, 1000), 0
    for told, left in after_power_cuts("backup", made, count):
        place = left.parent / "copies"
        found = backups_in(place) if place.exists() else ()
        assert {each.path for each in found} == set(place.glob("*.intake"))
        for each in found:
            check_packed(each)
        assert {each.path.name for each in found} >= set(told)
        copies += len(found)
        remove(left.parent)
    tell(f"power failed {count} times while copying: {copies} copies, all whole, every copy that was told is there")


def test_the_old_store_or_the_new_one_opens_when_the_power_fails_while_restoring(
    made: Path, after_power_cuts, rounds, tell
) -> None:
    for seq in (1, 2):
        with closing(open_store(made, PASSPHRASE, now=NOON)) as opened:
            opened.append("c1", seq - 1, [payload_of(seq)], str(seq).encode(), NOON, events=[changed("c1", seq, seq)])
            back_up(Source(store=made, keys=opened.keys), made.parent / "copies", Stamp(now=NOON, program="1"))
    count, seen, in_turn = rounds(20, 1000), list[int](), (2, 1, 2, 1, 2)
    for told, left in after_power_cuts("put_back", made, count):
        with closing(open_store(left, PASSPHRASE, now=NOON)) as opened:
            seen.append(found_in(opened, key_ring.anchor_of(ring_path(left), opened.keys)))
        assert seen[-1] in in_turn[len(told) : len(told) + 2]
        remove(left.parent)
    tell(f"power failed {count} times while restoring: {seen.count(2)} times the one store, {seen.count(1)} the other")


def remove(folder: Path) -> None:
    """Make room: a thousand stores would fill a small disk."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
