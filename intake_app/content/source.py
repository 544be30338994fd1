"""The content as a bundle of texts with a fingerprint per part.

The bundle is what a store keeps, so that a conversation reopens with the content it was held with (decision 6).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from typing_extensions import override

from intake_app.core.ids import Fingerprint
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    from pathlib import Path

PARTS = {
    "questionnaire": ("questionnaires",),
    "rules": ("rules",),
    "options": ("options",),
    "directory": ("directory", "geo"),
    "wording": ("wording",),
    "certificate": ("certificate",),
    "population": ("population",),
}
"""Part of the content -> folders under `resources/`."""


class Texts(Mapping[str, str]):
    """Texts by path, kept as UTF-8: as strings they would take twice the room for as long as the program runs."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._kept = {path: text.encode() for path, text in texts.items()}

    @override
    def __getitem__(self, path: str) -> str:
        return self._kept[path].decode()

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    @override
    def __len__(self) -> int:
        return len(self._kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All content files: path below `resources/` -> text."""

    files: Mapping[str, str]

    def part(self, name: str) -> dict[str, str]:
        """Return the files of one part, in the order of their paths."""
        folders = PARTS[name]
        return {path: self.files[path] for path in sorted(self.files) if path.split("/")[0] in folders}

    def fingerprint(self, name: str) -> Fingerprint:
        """Return the SHA-256 over the paths and texts of one part."""
        digest = hashlib.sha256()
        for path, text in self.part(name).items():
            digest.update(path.encode() + b"\0" + text.encode() + b"\0")
        return Fingerprint(digest.hexdigest())

    def fingerprints(self) -> dict[str, Fingerprint]:
        """Return the fingerprints of all parts."""
        return {name: self.fingerprint(name) for name in PARTS}

    def whole(self) -> Fingerprint:
        """Return one fingerprint over everything."""
        return Fingerprint(hashlib.sha256("".join(self.fingerprints().values()).encode()).hexdigest())

    def packed(self) -> bytes:
        """Return the bundle as bytes, for a store or a cache."""
        return msgspec.msgpack.encode(dict(sorted(self.files.items())))

    @staticmethod
    def unpacked(data: bytes) -> Source:
        """Read a bundle back; raises `ProblemsError` when it is damaged."""
        try:
            return Source(files=msgspec.msgpack.decode(data, type=dict[str, str]))
        except msgspec.MsgspecError as error:
            raise ProblemsError((problem("content_bundle_damaged"),)) from error


def read_source(folder: Path) -> Source:
    """Read all content files below `folder`; raises `ProblemsError` naming each file that cannot be read."""
    files: dict[str, str] = {}
    problems = []
    wanted = {each for folders in PARTS.values() for each in folders}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix not in {".yaml", ".csv", ".json"} or name.split("/")[0] not in wanted:
            continue
        try:
            files[name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            problems.append(problem("file_unreadable", name))
    if not files:
        problems.append(problem("content_folder_empty", str(folder)))
    if problems:
        raise ProblemsError(tuple(problems))
    return Source(files=Texts(files))
