"""What tests of the store need of the computer: key rings that cost nothing, and a disk that fills up."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_app.content.last_clean import Loaded, load_or_last_clean
from intake_app.content.locate import resources_dir
from tests.shipped import content


@pytest.fixture
def quick_rings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key rings that open at once; what a slow one costs is measured elsewhere."""
    monkeypatch.setattr("intake_app.storage.keys._ROUNDS", 1)
    monkeypatch.setattr("intake_app.storage.keys._MEMORY_KIB", 64)


@pytest.fixture
def shipped_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The content that ships, read once for all desks of a process; other content is read as ever."""
    monkeypatch.setattr("intake_app.bootstrap.local.load_or_last_clean", _loaded)


def _loaded(resources: Path, kept: Path) -> Loaded:
    return Loaded(content=content()) if resources == resources_dir() else load_or_last_clean(resources, kept)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where this computer lets us make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if made.returncode != 0:
        pytest.skip("this system lets nobody make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
