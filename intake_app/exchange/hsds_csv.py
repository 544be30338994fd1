"""The tabular package of HSDS 3.0 (CSV files in a folder or a zip), in."""

from __future__ import annotations

import csv
import json
import zipfile
import zlib
from collections import Counter
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, TextIO

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.hsds.gather import Gathering
from intake_app.directory.hsds.schema import BOTTOM_UP, ENTITIES, Entity, Form
from intake_app.directory.import_plan import Format, Incoming
from intake_app.exchange.file_guard import check_size, guarded_zip, text_lines
from intake_app.exchange.hsds_cells import LARGEST_CELL, NULL, value_of
from intake_app.exchange.hsds_json import gathered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from intake_app.practice.upkeep import Progress

    Members = Mapping[str, tuple[int, Callable[[], IO[bytes]]]]
    """The files of a package by name, each with its size in bytes and what opens it."""

_DESCRIPTION = "datapackage.json"
_TOLD_EVERY = 2_000


def read_hsds_csv(path: Path, progress: Progress) -> Incoming:
    """Read a package: a folder, or a zip in which the tables may stand in a folder too.

    Every table is found by the name of its file; what `datapackage.json` says about names comes first.

    Raises:
        ProblemsError: the package or one of its tables cannot be read as a whole, it holds nothing, or reading was
            stopped.
    """
    gathering = Gathering()
    with ExitStack() as opened, _room_for_large_cells():
        members = _in_folder(path) if path.is_dir() else _in_zip(path, opened)
        tables = _tables(members)
        for name in members.keys() - tables.values() - {_DESCRIPTION}:
            gathering.findings.dropped[name] += 1
        size, done = sum(members[name][0] for name in tables.values()), 0
        for entity in (each for each in BOTTOM_UP if each in tables):
            own_size, opens = members[tables[entity]]
            where = f"{path.name}/{tables[entity]}"
            try:
                with opens() as binary, text_lines(binary, where) as text:
                    _read_table(text, where, (ENTITIES[entity], gathering), partial(_told, progress, (done, size)))
            except (zipfile.BadZipFile, zlib.error, EOFError):
                raise ProblemsError((problem("zip_broken", where),)) from None
            done += own_size
    return gathered(gathering, path.name, Format.HSDS_CSV)


def _told(progress: Progress, place: tuple[int, int], at: int) -> None:
    if not progress(place[0] + at, place[1]):
        raise ProblemsError((problem("exchange_stopped"),))


@contextmanager
def _room_for_large_cells() -> Iterator[None]:
    """The limit of the csv module holds for the whole process; so it is put back."""
    before = csv.field_size_limit(LARGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _in_folder(path: Path) -> Members:
    files = sorted(each for each in path.iterdir() if each.is_file())
    return {each.name: (each.stat().st_size, partial(_open_file, each, path.name)) for each in files}


def _open_file(path: Path, folder: str) -> IO[bytes]:
    check_size(path, f"{folder}/{path.name}")
    return path.open("rb")


def _in_zip(path: Path, opened: ExitStack) -> Members:
    archive = opened.enter_context(guarded_zip(path, path.name))
    files = [each for each in archive.infolist() if not each.is_dir()]
    times = Counter(PurePosixPath(each.filename).name for each in files)
    if twice := [name for name, count in times.items() if count > 1 and name.endswith(".csv")]:
        raise ProblemsError(tuple(problem("hsds_table_twice", f"{path.name}/{name}") for name in sorted(twice)))
    return {PurePosixPath(each.filename).name: (each.file_size, partial(archive.open, each)) for each in files}


def _tables(members: Members) -> dict[str, str]:
    """Return the names of files by the entities that they hold."""
    names = [(name, f"{each}.csv") for name, entity in ENTITIES.items() for each in (name, entity.table)]
    return {name: file for name, file in names if file in members} | _described(members)


def _described(members: Members) -> dict[str, str]:
    """What the package says about itself; the official example holds a link there, so that is no fault."""
    if _DESCRIPTION not in members:
        return {}
    with members[_DESCRIPTION][1]() as file:
        try:
            resources = json.loads(file.read())["resources"]
            pairs = {each["name"]: PurePosixPath(each["path"]).name for each in resources}
        except (ValueError, TypeError, KeyError, RecursionError):
            return {}
    return {name: file for name, file in pairs.items() if name in ENTITIES and file in members}


def _read_table(text: TextIO, where: str, into: tuple[Entity, Gathering], tell: Callable[[int], None]) -> None:
    entity, gathering = into
    header = text.readline()
    delimiter = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    if "id" not in names or len(set(names)) != len(names):
        raise ProblemsError((problem("hsds_header_wrong", where),))
    read = [name for name in names if name not in entity.columns or entity.columns[name].form is not Form.TEXT]
    strange = [name for name in names if name not in entity.columns]
    rows = csv.reader(text, delimiter=delimiter, strict=True)
    try:
        for count, row in enumerate(rows):
            line = f"{where}:{rows.line_num + 1}"
            if not count % _TOLD_EVERY:
                tell(text.buffer.tell())
            if len(row) == len(names):
                given: dict[str, object] = dict(zip(names, row, strict=True))
                for name in read if NULL in row else strange:
                    given[name] = value_of(entity, name, row[names.index(name)])
                gathering.take(entity.name, given, line)
            elif row:
                gathering.findings.wrong("hsds_row_cells", line, found=len(row), expected=len(names))
    except (csv.Error, UnicodeError):
        raise ProblemsError((problem("hsds_csv_broken", f"{where}:{rows.line_num + 1}"),)) from None
