"""Where a store may lie: on a disk of this computer. WAL shares memory; a network share cannot do that.

And where its key ring lies: beside it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from intake_app.storage.problems import StoreCode, StoreProblem

MOUNTS = Path("/proc/self/mountinfo")
_FAR = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre", "davfs", "glusterfs", "beegfs"}
)
_FAR_FUSE = frozenset(
    {"sshfs", "rclone", "davfs", "davfs2", "glusterfs", "ceph", "smbnetfs", "gvfsd-fuse", "s3fs", "curlftpfs"}
)
_DRIVE_REMOTE = 4


def ring_path(store: Path) -> Path:
    """Where the key ring of a store lies: beside it."""
    return store.with_name(f"{store.name}.keys.json")


def refuse_network_share(folder: Path, *, mounts: Path = MOUNTS) -> None:
    """Refuse a folder that lies on another computer, as far as this system tells.

    Raises:
        StoreProblem: `network_share`, with the kind of file system.
    """
    kind = _kind_on_windows(folder) if sys.platform == "win32" else _kind_by_mount(folder, mounts)
    if _is_far(kind):
        raise StoreProblem(StoreCode.NETWORK_SHARE, "store", {"kind": kind})


def _is_far(kind: str) -> bool:
    return kind in _FAR or (kind.startswith("fuse.") and kind.removeprefix("fuse.") in _FAR_FUSE)


def _kind_by_mount(folder: Path, mounts: Path) -> str:
    """The file system of the deepest mount that holds the folder; "" where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    place = folder.resolve()
    deepest, found = -1, ""
    for line in lines:
        left, _, right = line.partition(" - ")
        point = Path(_unescaped(left.split(" ")[4]))
        depth = len(point.parts)
        if depth >= deepest and place.is_relative_to(point):
            deepest, found = depth, right.split(" ")[0]
    return found


def _unescaped(point: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, sign)
    return point


def _kind_on_windows(folder: Path) -> str:
    """The word "cifs" for a UNC path or a mapped drive, else nothing."""
    drive = folder.resolve().drive
    is_remote = drive.startswith("\\\\")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only Windows needs it

        is_remote |= ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    return "cifs" if is_remote else ""
