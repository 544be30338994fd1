"""A copy of the store as one file: what it is, the key ring, and the encrypted database.

A ZIP file without compression, so that it can be taken apart with any tool in twenty years. One file, because a
database without its key ring is worth nothing: both are there, or neither is.
"""

from __future__ import annotations

import hmac
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from intake_app.practice.chain import Anchor
from intake_app.storage.keys import Keys
from intake_app.storage.private_files import FILE_MODE, file_problems, make_private_file
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import Ring, ring_from_bytes, ring_to_bytes

FORMAT = "intake-backup/1"
_MANIFEST, _MARK, _RING, _STORE = "intake-backup.json", "intake-backup.mark", "keys.json", "store.db"
_NAME_AT = 30  # where the name of the first part stands in a ZIP file
_LARGEST_PART = 4_000_000
_CHUNK = 1 << 20
_PURPOSE = b"intake backup\x00"
_UNREADABLE = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    struct.error,
    msgspec.MsgspecError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a copy is. Whoever finds the file reads figures, fingerprints and dates, and nothing of what was said.

    Attributes:
        made: when, with the time zone of the practice.
        program: the version of the program that made it.
        store: which store it is a copy of.
        schema: the version of the tables.
        tables: the number of rows of each table.
        content: the fingerprints of the content sets that its conversations need; the sets lie in the database.
        size: bytes of the database.
        digest: SHA-256 of the database.
        ring: SHA-256 of the key ring.
        events: the number of events in the log; 0 where a version without a log made it.
        head: the seal of the last of them.
        log_fault: what was wrong with the log when it was copied; "" when nothing was.
    """

    format: str
    made: datetime
    program: str
    store: str
    schema: int
    tables: Mapping[str, int]
    content: tuple[str, ...]
    size: int
    digest: str
    ring: str
    events: int = 0
    head: str = ""
    log_fault: str = ""

    @property
    def anchor(self) -> Anchor:
        """How far the log went when it was copied."""
        return Anchor(count=self.events, head=bytes.fromhex(self.head)) if self.events else Anchor()

    @property
    def conversations(self) -> int:
        """How many conversations it holds."""
        return self.tables.get("conversations", 0)

    @property
    def changes(self) -> int:
        """How many changes it holds."""
        return self.tables.get("changes", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A copy that was found: its file, what it says of itself, and its key ring."""

    path: Path
    manifest: Manifest
    ring: Ring
    written: bytes
    mark: str

    def is_made_with(self, keys: Keys) -> bool:
        """Whether the holder of these keys made it, and nobody changed what it says of itself."""
        return hmac.compare_digest(self.mark, _mark(self.written, keys))


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def ring_digest(ring: Ring) -> str:
    """SHA-256 of a key ring as it stands in a copy."""
    return sha256(ring_to_bytes(ring)).hexdigest()


def pack(target: Path, manifest: Manifest, ring: Ring, database: Path, keys: Keys) -> None:
    """Write all parts into one file for the owner only.

    Raises:
        StoreProblem: what the disk refuses.
    """
    written = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"))
    make_private_file(target)
    with file_problems("backup"), zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as file:
        file.writestr(_part(_MANIFEST), written)
        file.writestr(_part(_MARK), _mark(written, keys))
        file.writestr(_part(_RING), ring_to_bytes(ring))
        with database.open("rb") as source, file.open(_part(_STORE), "w", force_zip64=True) as part:
            while chunk := source.read(_CHUNK):
                part.write(chunk)


def read_archive(path: Path) -> Archive:
    """Read everything but the database.

    Raises:
        StoreProblem: `backup_missing`, `backup_foreign` when it is no copy of ours, `backup_damaged`,
            `store_newer` when a newer version made it.
    """
    with _readable(path), zipfile.ZipFile(path) as file:
        written = _content(file, _MANIFEST)
        if msgspec.json.decode(written, type=dict[str, object])["format"] != FORMAT:
            raise StoreProblem(StoreCode.STORE_NEWER, "backup")
        manifest = msgspec.json.decode(written, type=Manifest)
        ring = ring_from_bytes(_content(file, _RING))
        mark = _content(file, _MARK).decode("ascii")
        _stored(file, _STORE)
    if ring is None or ring_digest(ring) != manifest.ring:
        raise _damaged("ring")
    return Archive(path=path, manifest=manifest, ring=ring, written=written, mark=mark)


def unpack(archive: Archive, target: Path) -> None:
    """Write the database into a file for the owner only, and check that it is the one that was packed.

    Raises:
        StoreProblem: `backup_damaged`, or what the disk refuses.
    """
    make_private_file(target)
    with file_problems("store"), target.open("wb") as file:
        for chunk in _database(archive):
            file.write(chunk)


def check_packed(archive: Archive) -> None:
    """Read the database through; raises StoreProblem `backup_damaged` when it is not the one that was packed."""
    for _ in _database(archive):
        pass


def _database(archive: Archive) -> Iterator[bytes]:
    """The database in pieces; behind the last one comes the verdict on all of them."""
    found, size, wanted = sha256(), 0, archive.manifest
    with _readable(archive.path), zipfile.ZipFile(archive.path) as file, file.open(_stored(file, _STORE)) as part:
        while size <= wanted.size and (chunk := part.read(_CHUNK)):
            found.update(chunk)
            size += len(chunk)
            yield chunk
    if (size, found.hexdigest()) != (wanted.size, wanted.digest):
        raise _damaged("store")


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Tell a file that was never a copy of ours from a copy that is hurt."""
    try:
        yield
    except FileNotFoundError:
        raise StoreProblem(StoreCode.BACKUP_MISSING, "backup") from None
    except PermissionError:
        raise StoreProblem(StoreCode.NOT_PERMITTED, "backup") from None
    except (*_UNREADABLE, OSError) as error:
        raise (_damaged("file") if _begins_as_ours(path) else _foreign()) from error


def _begins_as_ours(path: Path) -> bool:
    """Whether the file begins as a copy does, even when the rest of it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_NAME_AT + len(_MANIFEST))[_NAME_AT:] == _MANIFEST.encode("ascii")
    except OSError:
        return False


def _content(file: zipfile.ZipFile, name: str) -> bytes:
    """A small part, whole."""
    if _stored(file, name).file_size > _LARGEST_PART:
        reason = "part too large"
        raise ValueError(reason)
    return file.read(name)


def _stored(file: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """What the file says of a part; we compress nothing, so a compressed part is none of ours."""
    found = file.getinfo(name)
    if found.compress_type != zipfile.ZIP_STORED:
        reason = "part is compressed"
        raise ValueError(reason)
    return found


def _part(name: str) -> zipfile.ZipInfo:
    """A part without a date: the manifest has it, and a ZIP file knows no year before 1980 or after 2107."""
    part = zipfile.ZipInfo(name)
    part.external_attr = FILE_MODE << 16
    return part


def _mark(written: bytes, keys: Keys) -> str:
    return keys.mark_of(_PURPOSE + written).hex()


def _damaged(part: str) -> StoreProblem:
    return StoreProblem(StoreCode.BACKUP_DAMAGED, "backup", {"part": part})


def _foreign() -> StoreProblem:
    return StoreProblem(StoreCode.BACKUP_FOREIGN, "backup")
