"""Loaded content kept in a file, so that a start does not read and check all YAML again (docs/decisions/0005).

The file is never trusted: it counts only for exactly these content files, this program and this Python, and only when
its checksum fits. Anything else is loaded from source, and the file is written anew. It holds no answer.
"""

from __future__ import annotations

import hashlib
import sys
import typing
from dataclasses import fields
from pathlib import Path

from intake_app.content.load import Content, collector_at_rest, load
from intake_app.content.pack_values import NAMES, DamagedError, Packer, shape_of
from intake_app.content.private_file import write_privately
from intake_app.content.source import read_source

if typing.TYPE_CHECKING:
    from intake_app.content.source import Source

FORMAT = b"intake-cache/1\n"
KEY_BYTES = 32
PACKAGES = ("core", "questionnaire", "triage", "directory", "advice", "assurance", "content")
"""Whose code decides what comes out of a load."""


def load_cached(resources: Path, cache_file: Path) -> Content:
    """Load the content of a folder, from the cache where it is whole and of today; raises `ProblemsError`."""
    source = read_source(resources)
    key = _key(source)
    if key is None:
        return load(source)
    with collector_at_rest():
        found = _kept(cache_file, key, source)
    if found is None:
        found = load(source)
        _keep(found, cache_file, key)
    return found


def _kept(cache_file: Path, key: bytes, source: Source) -> Content | None:
    """Return the content in the file, or None where it is not this content or not whole."""
    start = len(FORMAT)
    try:
        data = cache_file.read_bytes()
    except OSError:
        return None
    told, checksum = data[start : start + KEY_BYTES], data[start + KEY_BYTES : start + 2 * KEY_BYTES]
    packed = data[start + 2 * KEY_BYTES :]
    if not data.startswith(FORMAT) or told != key or hashlib.sha256(packed).digest() != checksum:
        return None
    try:
        return Content(**_packer().unpack(packed), source=source)
    except DamagedError:
        return None


def _keep(content: Content, cache_file: Path, key: bytes) -> None:
    packed = _packer().pack({each.name: getattr(content, each.name) for each in fields(Content)})
    try:
        write_privately(cache_file, FORMAT + key + hashlib.sha256(packed).digest() + packed)
    except OSError:
        return  # without it the next start is slower, and nothing else


def _packer() -> Packer:
    """Return a packer of its own for each load: it remembers what it has met."""
    hints = typing.get_type_hints(Content, localns=NAMES | {"Source": object})
    return Packer(**{name: hint for name, hint in hints.items() if name != "source"})


def _key(source: Source) -> bytes | None:
    """Return what the cache must have been made of; None where it cannot be told which program this is."""
    code = _code()
    if not code:
        return None
    return hashlib.sha256(f"{source.whole()}\0{sys.version}\0{code}".encode()).digest()


def _code() -> str:
    """Return which program this is: the shape of its values, and name, size and time of the files that make them."""
    package = Path(__file__).resolve().parent.parent
    found = []
    try:
        for path in sorted(each for name in PACKAGES for each in (package / name).glob("*.py")):
            told = path.stat()
            found.append(f"{path.name} {told.st_size} {told.st_mtime_ns}")
    except OSError:
        return ""
    shapes = shape_of(value for value in NAMES.values() if isinstance(value, type))
    return "\n".join((*found, shapes)) if found else ""
