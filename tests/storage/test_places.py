from __future__ import annotations

from pathlib import Path

import pytest

from intake_app.storage.places import refuse_network_share
from intake_app.storage.problems import StoreCode, StoreProblem

LINE = "22 1 0:21 / {point} rw,relatime shared:1 - {kind} source rw\n"


def mounts_with(tmp_path: Path, **kinds: str) -> Path:
    """A list of mounts: the root on ext4, and each named folder below tmp_path on its kind."""
    lines = [LINE.format(point="/", kind="ext4")]
    for name, kind in kinds.items():
        point = str(tmp_path / name.replace("_", " ")).replace(" ", "\\040")
        lines.append(LINE.format(point=point, kind=kind))
    path = tmp_path / "mounts"
    path.write_text("".join(lines))
    return path


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone"])
def test_a_network_share_is_refused_by_its_kind(tmp_path: Path, kind: str) -> None:
    mounts = mounts_with(tmp_path, the_share=kind)
    with pytest.raises(StoreProblem) as caught:
        refuse_network_share(tmp_path / "the share" / "below", mounts=mounts)
    assert (caught.value.code, caught.value.values["kind"]) == (StoreCode.NETWORK_SHARE, kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "tmpfs", "fuse.gocryptfs", "fuseblk"])
def test_a_disk_of_this_computer_is_taken(tmp_path: Path, kind: str) -> None:
    refuse_network_share(tmp_path / "disk", mounts=mounts_with(tmp_path, disk=kind))


def test_a_local_disk_mounted_inside_a_share_is_taken(tmp_path: Path) -> None:
    mounts = mounts_with(tmp_path, home="nfs4")
    with mounts.open("a") as file:
        file.write(LINE.format(point=tmp_path / "home" / "local", kind="ext4"))
    refuse_network_share(tmp_path / "home" / "local", mounts=mounts)


def test_a_system_that_does_not_tell_is_trusted(tmp_path: Path) -> None:
    refuse_network_share(tmp_path, mounts=tmp_path / "no such list")


def test_the_real_list_of_mounts_can_be_read(tmp_path: Path) -> None:
    refuse_network_share(tmp_path)
