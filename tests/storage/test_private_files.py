from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from intake_app.storage.private_files import file_problems, keep_under, make_private_folder, write_privately
from intake_app.storage.problems import StoreCode, StoreProblem


def test_new_folders_are_for_the_owner_only(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "a" / "b")
    assert [(tmp_path / part).stat().st_mode & 0o777 for part in ("a", "a/b")] == [0o700, 0o700]


def test_a_folder_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    make_private_folder(tmp_path / "shared")
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755


def test_a_file_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    write_privately(path, b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "file"
    write_privately(path, b"old")
    with pytest.raises(StoreProblem) as caught, file_problems("ring"):
        write_privately(path, bytes(2_000_000))
    assert caught.value.code == StoreCode.DISK_FULL
    assert [found.name for found in small_disk.iterdir()] == ["file"]
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    "number,code",
    [
        (errno.ENOSPC, StoreCode.DISK_FULL),
        (errno.EDQUOT, StoreCode.DISK_FULL),
        (errno.EACCES, StoreCode.NOT_PERMITTED),
        (errno.EROFS, StoreCode.NOT_PERMITTED),
        (errno.EIO, StoreCode.WRITE_FAILED),
    ],
)
def test_what_the_system_refuses_gets_a_code(number: int, code: StoreCode) -> None:
    with pytest.raises(StoreProblem) as caught, file_problems("store"):
        raise OSError(number, os.strerror(number))
    assert caught.value.code == code


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_keeps_a_second_name_when_another_takes_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "this disk knows no second names")

    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    write_privately(tmp_path / "file", b"old")
    keep_under(tmp_path / "file", tmp_path / "kept")
    write_privately(tmp_path / "file", b"new")
    assert [(tmp_path / name).read_bytes() for name in ("file", "kept")] == [b"new", b"old"]
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o600


def test_a_second_name_is_never_taken_from_another_file(tmp_path: Path) -> None:
    for name in ("file", "kept"):
        write_privately(tmp_path / name, name.encode())
    with pytest.raises(FileExistsError):
        keep_under(tmp_path / "file", tmp_path / "kept")
    assert (tmp_path / "kept").read_bytes() == b"kept"
