"""The door for every file that comes in: how large it may be, what a zip may hide, and in which letters it is written.

Nothing is unpacked to disk, and nothing that a file says about itself is believed further than these limits.
"""

from __future__ import annotations

import codecs
import io
import re
import stat
import zipfile
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO, TYPE_CHECKING, TextIO

from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE = 1_000_000_000
"""Bytes of a file. Source: eigen oordeel; 100,000 services as HSDS JSON take about 300 MB."""
LARGEST_UNPACKED = 2_000_000_000
"""Bytes of all that a zip unpacks to. Source: eigen oordeel; twice the largest plain file."""
MOST_MEMBERS = 1_000
"""Files in a zip. Source: eigen oordeel; a package of HSDS has about 25, a workbook seldom more than 50."""
LARGEST_RATIO = 200
"""Bytes unpacked per byte packed. Source: eigen oordeel; deflate ends at 1,032, a repetitive sheet stays below 100."""
RATIO_COUNTS_FROM = 5_000_000
"""Bytes unpacked below which the ratio says nothing: a small file of blanks harms nobody."""

_CHUNK = 1 << 20
_PACKED_IN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
_NOT_PRINTED = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
"""Bytes that no text in Windows-1252 holds."""


def check_size(path: Path, where: str, largest: int = LARGEST_FILE) -> None:
    """Refuse what is no readable file (`file_unreadable`), is empty (`file_empty`) or too large (`file_too_large`).

    A pipe or a device is never opened: reading one may wait for ever, or never end.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ProblemsError((problem("file_unreadable", where),))
        with path.open("rb"):
            pass
    except (OSError, ValueError):  # a name with a zero byte is no name
        raise ProblemsError((problem("file_unreadable", where),)) from None
    if not found.st_size:
        raise ProblemsError((problem("file_empty", where),))
    if found.st_size > largest:
        raise ProblemsError((problem("file_too_large", where, most=largest),))


def guarded_zip(path: Path, where: str) -> zipfile.ZipFile:
    """Open a zip of which all members may be read; the caller closes it. `where` names the file in problems.

    A member never gives more bytes than its entry says, so the limits hold for a zip that lies too.

    Raises:
        ProblemsError: `file_unreadable`, `file_empty`, `file_too_large`, `zip_broken`, `zip_encrypted`,
            `zip_unsafe_name`, `zip_too_large`.
    """
    check_size(path, where)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise ProblemsError((problem("zip_broken", where),)) from None
    code = _refused(archive.infolist())
    if code:
        archive.close()
        raise ProblemsError((problem(code, where),))
    return archive


def _refused(members: list[zipfile.ZipInfo]) -> str:
    packed, unpacked = sum(each.compress_size for each in members), sum(each.file_size for each in members)
    if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
        return "zip_too_large"
    if unpacked > RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * packed:
        return "zip_too_large"
    if any(_is_unsafe(each.filename) for each in members):
        return "zip_unsafe_name"
    if any(each.flag_bits & _ENCRYPTED for each in members):
        return "zip_encrypted"
    return "" if all(each.compress_type in _PACKED_IN for each in members) else "zip_broken"


def _is_unsafe(name: str) -> bool:
    windows = PureWindowsPath(name)
    return name.startswith(("/", "\\")) or bool(windows.drive) or ".." in (*PurePosixPath(name).parts, *windows.parts)


def text_lines(binary: IO[bytes], where: str) -> TextIO:
    """Return the text of a seekable stream, with its line ends as they are; closing it closes the stream.

    UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252 when every byte is a sign there.

    Raises:
        ProblemsError: `text_encoding` for anything else, `file_cut_off` for UTF-8 that ends inside a sign.
    """
    wide = binary.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    encoding = _wide(binary) if wide else _narrow(binary, where)
    if not encoding:
        raise ProblemsError((problem("text_encoding", where),))
    binary.seek(0)
    return io.TextIOWrapper(binary, encoding=encoding, newline="")


def _wide(binary: IO[bytes]) -> str:
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        if any("\x00" in decoder.decode(chunk) for chunk in _chunks(binary)):
            return ""
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return ""
    return "utf-16"


def _narrow(binary: IO[bytes], where: str) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    several = False
    try:
        for chunk in _chunks(binary):
            if b"\x00" in chunk:
                return ""
            several = not decoder.decode(chunk).isascii() or several
    except UnicodeDecodeError:
        return _eight_bits(binary)
    if not decoder.getstate()[0]:
        return "utf-8-sig"
    if several:  # a lone high byte at the end is a letter of Windows-1252; after signs of UTF-8 it is half a sign
        raise ProblemsError((problem("file_cut_off", where),))
    return _eight_bits(binary)


def _eight_bits(binary: IO[bytes]) -> str:
    return "" if any(_NOT_PRINTED.search(chunk) for chunk in _chunks(binary)) else "cp1252"


def _chunks(binary: IO[bytes]) -> Iterator[bytes]:
    binary.seek(0)
    return iter(lambda: binary.read(_CHUNK), b"")
