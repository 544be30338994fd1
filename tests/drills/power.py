"""A disk that loses its power: what was brought to it is there, of all else any part may be.

Of a write that was not synced each sector is there as it was written, as it was before, or as rubbish. Names count
from the syncing of their folder on; of later changes to them the last ones may be lost. Bytes that nobody was writing
stay, as SQLite expects of a disk (its "powersafe overwrite").
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.drills.recording import Step

SECTOR = 512
_PASSING = ("-shm", ".lock")
"""Files that no program believes after a power cut: memory between programs, and who holds the lock."""
_FATES = ((1, 0, 0), (0, 1, 0), (1, 1, 0), (1, 1, 1), (6, 1, 1), (1, 6, 1))
"""How often a sector is kept, dropped and garbled, at one power cut or another."""


@dataclass(eq=False)
class _File:
    """A file: what is on the disk for certain, and what was asked for since. A folder is a file without content."""

    sure: bytes = b""
    asked: list[Step] = field(default_factory=list)
    is_folder: bool = False

    def sync(self) -> None:
        content = bytearray(self.sure)
        for step in self.asked:
            _apply(content, step)
        self.sure = bytes(content)
        self.asked.clear()

    def left(self, chance: random.Random) -> bytes:
        """What is there after the power cut."""
        content, fates = bytearray(self.sure), chance.choice(_FATES)
        for piece in (piece for step in self.asked for piece in _sectors(step)):
            fate = chance.choices(("kept", "dropped", "garbled"), fates)[0]
            if fate == "garbled" and piece.kind == "write":
                _apply(content, Step(kind="write", at=piece.at, data=chance.randbytes(len(piece.data))))
            elif fate == "kept":
                _apply(content, piece)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class _Naming:
    """A change of the names in a folder: a file got a name, or (None) lost it."""

    place: str
    file: _File | None

    def apply(self, names: dict[str, _File]) -> None:
        if self.file is None:
            names.pop(self.place, None)
        else:
            names[self.place] = self.file


class Disk:
    """A folder on such a disk. What lies there now is synced."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._now = {
            str(path): _File(is_folder=True) if path.is_dir() else _File(path.read_bytes())
            for path in (folder, *folder.rglob("*"))
        }
        self._sure = dict(self._now)
        self._asked: dict[str, list[tuple[_Naming, ...]]] = {}

    def do(self, step: Step) -> None:
        """Do what the program did."""
        if step.kind == "tell" or step.place.endswith(_PASSING):
            return
        file = self._now.get(step.place)
        if step.kind in {"make", "folder"}:
            if file is None:
                self._name(_Naming(step.place, _File(is_folder=step.kind == "folder")))
            elif step.at == 0:
                file.asked.append(Step(kind="cut"))
        elif file is None:
            return  # it has no name any more
        elif step.kind == "sync":
            file.sync()
            for namings in self._asked.pop(step.place, ()):
                _apply_all(namings, self._sure)
        elif step.kind in {"write", "cut"}:
            file.asked.append(step)
        elif step.kind == "link":
            self._name(_Naming(step.other, file))
        else:
            given = () if step.kind == "unlink" else (_Naming(step.other, file),)
            self._name(_Naming(step.place, None), *given)

    def left(self, chance: random.Random) -> dict[str, bytes]:
        """Every file that is there after a power cut at this moment."""
        names = dict(self._sure)
        for asked in self._asked.values():
            for namings in asked[: chance.randint(0, len(asked))]:
                _apply_all(namings, names)
        contents = {file: file.left(chance) for file in names.values()}
        return {
            place: contents[file]
            for place, file in names.items()
            if not file.is_folder and self._is_within(place, names)
        }

    def _is_within(self, place: str, names: Mapping[str, _File]) -> bool:
        """Whether every folder above a file is there."""
        folder = _folder_of(place)
        return folder == self._folder or (folder in names and self._is_within(folder, names))

    def _name(self, *namings: _Naming) -> None:
        _apply_all(namings, self._now)
        self._asked.setdefault(_folder_of(namings[0].place), []).append(namings)


def power_cuts(
    disk: Disk, steps: Sequence[Step], count: int, chance: random.Random
) -> Iterator[tuple[list[str], dict[str, bytes]]]:
    """As many power cuts as asked for, anywhere in the recording: what was told until then, and what is left."""
    moments = sorted(chance.randrange(len(steps) + 1) for _ in range(count))
    done, told = 0, b""
    for moment in moments:
        for step in steps[done:moment]:
            disk.do(step)
            told += step.data if step.kind == "tell" else b""
        done = moment
        yield told.decode().splitlines(), disk.left(chance)


def _sectors(step: Step) -> Iterator[Step]:
    """A write in pieces, each within one sector of the disk; anything else whole."""
    if step.kind != "write":
        yield step
        return
    at, end = step.at, step.at + len(step.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        yield Step(kind="write", at=at, data=step.data[at - step.at : stop - step.at])
        at = stop


def _apply(content: bytearray, step: Step) -> None:
    longer = step.at + len(step.data) - len(content)
    content.extend(bytes(max(longer, 0)))
    if step.kind == "cut":
        del content[step.at :]
    else:
        content[step.at : step.at + len(step.data)] = step.data


def _apply_all(namings: Sequence[_Naming], names: dict[str, _File]) -> None:
    for naming in namings:
        naming.apply(names)


def _folder_of(place: str) -> str:
    return place.rpartition("/")[0]
