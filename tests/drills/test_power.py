from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drills.power import SECTOR, Disk
from tests.drills.recording import Step

OLD, NEW = b"o" * 4 * SECTOR, b"n" * 4 * SECTOR


@pytest.fixture
def after(tmp_path: Path) -> Callable[..., list[dict[str, bytes]]]:
    """What is left of a folder with one file after what was done to it, in a hundred power cuts."""
    (tmp_path / "file").write_bytes(OLD)

    def left(*steps: Step) -> list[dict[str, bytes]]:
        disk = Disk(tmp_path)
        for step in steps:
            disk.do(step)
        cuts = [disk.left(random.Random(seed)) for seed in range(100)]
        return [{Path(name).name: data for name, data in cut.items()} for cut in cuts]

    def step(kind: str, name: str = "", **more: object) -> Step:
        return Step(kind=kind, place=str(tmp_path / name), **more)

    left.step = step
    left.file = str(tmp_path / "file")
    return left


def test_what_was_synced_is_there_after_every_power_cut(after):
    written = after.step("write", "file", data=NEW)
    assert after(written, after.step("sync", "file")) == [{"file": NEW}] * 100


def test_of_what_was_not_synced_any_sector_may_be_old_new_or_rubbish(after):
    found = after(after.step("write", "file", data=NEW))
    kinds = {"".join(kind_of(cut["file"][at : at + SECTOR]) for at in range(0, len(OLD), SECTOR)) for cut in found}
    assert {"oooo", "nnnn"} <= kinds
    assert any(set(kind) == {"o", "n", "?"} for kind in kinds)


def kind_of(sector: bytes) -> str:
    return {OLD[:SECTOR]: "o", NEW[:SECTOR]: "n"}.get(sector, "?")


def test_bytes_that_nobody_was_writing_stay(after):
    found = after(after.step("write", "file", at=10, data=b"n" * 5))
    assert all((cut["file"][:10], cut["file"][15:]) == (OLD[:10], OLD[15:]) for cut in found)


def test_a_new_name_counts_from_the_syncing_of_its_folder_on(after, tmp_path):
    steps = [
        after.step("make", "new", at=-1),
        after.step("write", "new", data=NEW),
        after.step("sync", "new"),
        after.step("rename", "new", other=after.file),
    ]
    found = after(*steps)
    assert {tuple(sorted(cut.items())) for cut in found} == {
        (("file", OLD),),
        (("file", OLD), ("new", NEW)),
        (("file", NEW),),
    }
    assert after(*steps, Step(kind="sync", place=str(tmp_path))) == [{"file": NEW}] * 100


def test_a_folder_that_was_made_may_be_gone_with_all_that_was_synced_in_it(after, tmp_path):
    made = [after.step("folder", "data"), after.step("make", "data/x", at=-1), after.step("write", "data/x", data=NEW)]
    synced = [after.step("sync", "data/x"), after.step("sync", "data")]
    assert {len(cut) for cut in after(*made, *synced)} == {1, 2}
    assert after(*made, *synced, Step(kind="sync", place=str(tmp_path))) == [{"file": OLD, "x": NEW}] * 100
