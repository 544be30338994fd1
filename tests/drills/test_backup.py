"""Copies of the store under load, broken off, and hurt: what is left is whole, or is not taken for a copy."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from intake_app.storage.archive import check_packed
from intake_app.storage.backup import Source, back_up, backups_in
from intake_app.storage.keys import Keys, unlock
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreProblem
from intake_app.storage.restore import restore
from tests.drills.killed_child import NOON, PASSPHRASE, STAMP, payload_of
from tests.drills.victim import Victim
from tests.storage.logged import changed

pytestmark = [
    pytest.mark.drill,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has neither fork nor kill -9"),
]


@pytest.fixture
def store(tmp_path: Path, quick_rings: None) -> Path:  # noqa: ARG001  stands for what it does
    """Where a store of about half a megabyte lies, behind a ring that opens quickly."""
    path = tmp_path / "data" / "intake.db"
    opened = create_store(path, PASSPHRASE, now=NOON)
    opened.start("c1", NOON, {})
    for number in range(2, 12):
        opened.start(f"c{number}", NOON, {})
        opened.append(f"c{number}", 0, [os.urandom(4000)] * 10, b"s", NOON, events=[changed(f"c{number}", 1, 10)])
    opened.close()
    return path


@pytest.fixture
def keys(store: Path) -> Keys:
    return unlock(ring_path(store), PASSPHRASE)


def everything(store: Path) -> dict[str, list[bytes]]:
    """Every change of every conversation, and the assurance that nothing is wrong with the file."""
    with closing(open_store(store, PASSPHRASE, now=NOON)) as opened:
        assert opened.verify().is_whole
        return {row.id: opened.load(row.id) for row in opened.rows()}


def test_a_copy_made_while_another_program_writes_restores_whole(
    store: Path, keys: Keys, tmp_path: Path, victim_of: Callable[[str, Path], Victim], rounds, tell
) -> None:
    before, count = everything(store), rounds(5, 50)
    writer = victim_of("say", store)
    writer.begin("c1")
    listening = threading.Thread(target=writer.hear_out)
    listening.start()
    grown = []
    for number in range(count):
        acknowledged = len(writer.told)
        made = back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP)
        place = tmp_path / "restored" / f"{number}.db"
        assert restore(made.path, place, PASSPHRASE, NOON).verification.is_whole
        found = everything(place)
        said = found.pop("c1")
        assert said == [payload_of(seq) for seq in range(1, len(said) + 1)]
        assert len(said) >= acknowledged
        assert found == {id_: changes for id_, changes in before.items() if id_ != "c1"}
        grown.append(len(said))
    writer.kill()
    listening.join()
    assert grown == sorted(grown)
    assert len(everything(store)["c1"]) >= len(writer.told) > grown[0]
    tell(f"{count} copies while {len(writer.told)} changes were written: all restore, every conversation equal")


def test_a_copy_that_is_killed_leaves_nothing_that_looks_whole(
    store: Path, tmp_path: Path, victim_of: Callable[[str, Path], Victim], rounds, tell
) -> None:
    before, count, folder = everything(store), rounds(20, 1000), tmp_path / "copies"
    maker, chance, halves, copies = victim_of("copy", store), random.Random(20261122), 0, 0
    for _ in range(count):
        maker.killed_after(chance.uniform(0, 0.08), str(folder))
        whole = backups_in(folder) if folder.exists() else ()
        assert {each.path for each in whole} == set(folder.glob("*.intake"))
        for each in whole:
            check_packed(each)
            each.path.unlink()
        halves += len(list(folder.glob("*.part")) + list(folder.glob("*.part.db")))
        for leftover in folder.glob("*.part*"):
            leftover.unlink()
        copies += len(whole)
    assert everything(store) == before
    tell(f"killed {count} times while copying: {copies} whole copies, {halves} halves left, none taken for a copy")


def test_a_restore_that_is_killed_leaves_the_old_store_or_the_new_one(
    store: Path, keys: Keys, tmp_path: Path, victim_of: Callable[[str, Path], Victim], rounds, tell
) -> None:
    first, count, folder = everything(store), rounds(20, 1000), tmp_path / "copies"
    back_up(Source(store=store, keys=keys), folder, STAMP)
    with closing(open_store(store, PASSPHRASE, now=NOON)) as opened:
        opened.append("c1", 0, [b"said between the copies"], b"s", NOON, events=[changed("c1", 1, 1)])
    second = everything(store)
    back_up(Source(store=store, keys=keys), folder, STAMP)
    restorer, chance, seen = victim_of("put back", store), random.Random(20261122), []
    for _ in range(count):
        restorer.killed_after(chance.uniform(0, 0.5), str(folder))
        found = everything(store)
        assert found in (first, second)
        seen.append(found == first)
        for kept in store.parent.glob("*-vervangen-*"):
            kept.unlink()
    tell(f"killed {count} times while restoring: {sum(seen)} times the one, {count - sum(seen)} times the other store")


def one_bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def one_byte(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)


def a_sector(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) // 512) * 512
    data[at : at + 512] = bytes(512)


def two_pages(data: bytearray, chance: random.Random) -> None:
    one, other = chance.sample(range(len(data) // 4096), 2)
    data[one * 4096 : one * 4096 + 4096], data[other * 4096 : other * 4096 + 4096] = (
        data[other * 4096 : other * 4096 + 4096],
        data[one * 4096 : one * 4096 + 4096],
    )


def the_end(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def some_missing(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) - 1)
    del data[at : at + chance.randrange(1, 5000)]


@pytest.mark.parametrize("damage", [one_bit, one_byte, a_sector, two_pages, the_end, some_missing])
def test_a_hurt_copy_is_refused_or_brings_back_exactly_what_was_said(
    store: Path, keys: Keys, tmp_path: Path, rounds, tell, damage
) -> None:
    before, count, chance = everything(store), rounds(8, 200), random.Random(20261122)
    whole = back_up(Source(store=store, keys=keys), tmp_path / "copies", STAMP).path.read_bytes()
    copy, refused = tmp_path / "hurt.intake", 0
    for number in range(count):
        data = bytearray(whole)
        damage(data, chance)
        copy.write_bytes(data)
        place = tmp_path / f"{number}" / "intake.db"
        try:
            restore(copy, place, PASSPHRASE, NOON)
        except StoreProblem:
            refused += 1
            assert not place.exists()
        else:
            assert everything(place) == before
    copy.write_bytes(whole)
    restore(copy, tmp_path / "whole" / "intake.db", PASSPHRASE, NOON)
    assert everything(tmp_path / "whole" / "intake.db") == before
    assert refused >= count * 0.9
    tell(
        f"copy hurt {count} times ({damage.__name__}): {refused} refused, {count - refused} harmless, 0 silently wrong"
    )
