"""Many entries in one table: what was typed, every step back and forth, what is wrong, and keeping it as one change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.directory.faults import faults_of
from intake_app.directory.finding.words import plain
from intake_app.directory.freshness import freshness
from intake_app.directory.model import Service
from intake_app.ui.presenters.many_cells import COLUMNS, Cells, Column, faults_at
from intake_app.ui.presenters.service_form import Who
from intake_app.ui.presenters.service_paths import carried_over

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.core.ids import ServiceId
    from intake_app.practice.upkeep import BatchLine, Upkeep

MOST_PASTED = 100_000
"""Cells that one paste may fill in: more is no table of this program (eigen oordeel)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry as it stands in the table: with the cells that cannot be read yet, and what is wrong with it."""

    service: Service
    odd: Mapping[Column, str]
    faults: Mapping[Column, tuple[Problem, ...]]


Place = tuple[int, Column]
"""A row that is shown, counted from 0, and its column."""
Block = tuple[tuple[str, ...], ...]
_Step = dict["ServiceId", Line]
Unsaved = tuple[tuple[Service, Line], ...]


def read_block(text: str) -> Block:
    """Return the cells of a block as spreadsheets put them on the clipboard: tabs, lines, and quoted cells."""
    rows = csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), delimiter="\t")
    return tuple(tuple(row) for row in rows)


def _filling(block: Block, size: tuple[int, int]) -> Block:
    """Return a block to paste over so many rows and columns: one cell fills them all."""
    is_one = len(block) == 1 and len(block[0]) == 1
    return (block[0] * size[1],) * size[0] if is_one else block


def write_block(rows: Iterable[Iterable[str]]) -> str:
    """Return a block for the clipboard."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def _carried_over(line: Line | None, base: Service | None, kept: Service) -> Line:
    """Return a row as it is kept now, with what was typed in it since it was as in `base`."""
    if line is None or base is None:
        return Line(service=kept, odd={}, faults={})
    service = carried_over(line.service, base, kept)
    return replace(line, service=kept if service == kept else service)


class ManyTable:
    """All entries, by name. Rows are counted among those that are shown."""

    def __init__(self, desk: Desk, upkeep: Upkeep, who: Who) -> None:
        """Begin with the entries as they are kept."""
        self._upkeep, self._who = upkeep, who
        self.cells = Cells(desk, upkeep, who)
        self._words, self._only_to_check = "", False
        self._back: list[_Step] = []
        self._forth: list[_Step] = []
        self._take()

    def _take(self) -> None:
        services = sorted(self._upkeep.services(), key=lambda each: (each.name.casefold(), each.id))
        self._kept = {each.id: each for each in services}
        self._lines = {each.id: Line(service=each, odd={}, faults={}) for each in services}
        self._found_in: dict[ServiceId, str] = {}
        self._find()

    def filter(self, words: str, *, only_to_check: bool) -> None:
        """Show those in which every word stands, or of these only what is to be checked. Changed rows stay in sight."""
        self._words, self._only_to_check = words, only_to_check
        self._find()

    def _find(self) -> None:
        asked = plain(self._words).split()
        self.rows = [id_ for id_, line in self._lines.items() if self._is_shown(line, asked)]

    def _is_shown(self, line: Line, asked: Sequence[str]) -> bool:
        if self._is_changed(line):
            return True
        if self._only_to_check and not freshness(line.service, self._who.today).needs_a_call:
            return False
        return not asked or all(word in self._plain(line.service) for word in asked)

    def _plain(self, service: Service) -> str:
        """Return the words of a row to search in; made once for an entry that is as it was kept."""
        if service.id not in self._found_in:
            self._found_in[service.id] = plain(" ".join(self.cells.text(service, column) for column in COLUMNS))
        return self._found_in[service.id]

    @property
    def count(self) -> int:
        """How many entries there are in all."""
        return len(self._lines)

    def line(self, row: int) -> Line:
        """Return the entry of a row."""
        return self._lines[self.rows[row]]

    def text(self, place: Place) -> str:
        """Return how a cell reads: as typed where it cannot be read."""
        line = self.line(place[0])
        return line.odd[place[1]] if place[1] in line.odd else self.cells.text(line.service, place[1])

    def is_changed_at(self, place: Place) -> bool:
        """Tell whether a cell is different from what is kept."""
        line = self.line(place[0])
        if line.service is self._kept[line.service.id] and not line.odd:
            return False
        return self.text(place) != self.cells.text(self._kept[line.service.id], place[1])

    def faults_at(self, place: Place) -> tuple[Problem, ...]:
        """Return what is wrong with a cell."""
        return self.line(place[0]).faults.get(place[1], ())

    @property
    def changed(self) -> tuple[Line, ...]:
        """The entries that are different from what is kept."""
        return tuple(line for line in self._lines.values() if self._is_changed(line))

    def _is_changed(self, line: Line) -> bool:
        kept = self._kept[line.service.id]
        return bool(line.odd) or (line.service is not kept and line.service != kept)

    def faulty(self) -> tuple[tuple[Place, Problem], ...]:
        """Return everything that is wrong, with its place among the rows that are shown."""
        at = {id_: row for row, id_ in enumerate(self.rows)}
        return tuple(
            ((at[line.service.id], column), each)
            for line in self.changed
            for column, faults in sorted(line.faults.items(), key=lambda item: COLUMNS.index(item[0]))
            for each in faults
        )

    def write(self, texts: Mapping[Place, str]) -> None:
        """Type these cells as one step; what cannot be read stays as it was typed, with what is wrong."""
        before: _Step = {}
        for (row, column), text in sorted(texts.items(), key=lambda item: (item[0][0], COLUMNS.index(item[0][1]))):
            id_ = self.rows[row]
            line = self._lines[id_]
            if text != self.text((row, column)):
                before.setdefault(id_, line)
                self._lines[id_] = self._typed(line, column, text)
        if before:
            self._back.append(before)
            self._forth.clear()

    def _typed(self, line: Line, column: Column, text: str) -> Line:
        odd = {each: typed for each, typed in line.odd.items() if each is not column}
        read: list[Problem] = [each for those in odd for each in line.faults.get(those, ())]
        service = line.service
        try:
            service = self.cells.written(service, column, text)
        except ProblemsError as error:
            odd[column] = text
            read += error.problems
        found = tuple(dict.fromkeys((*read, *faults_of(service, self._who.today))))
        return Line(service=service, odd=odd, faults=faults_at(found))

    def paste(self, at: Place, size: tuple[int, int], text: str) -> bool:
        """Paste a block with its corner at a cell; one cell fills the whole selection of `size` rows and columns.

        Tells whether there was room for all of it.
        """
        block = _filling(read_block(text), size)
        left = COLUMNS.index(at[1])
        texts: dict[Place, str] = {}
        for down, cells in enumerate(block[: len(self.rows) - at[0]]):
            for right, cell in enumerate(cells[: len(COLUMNS) - left]):
                texts[at[0] + down, COLUMNS[left + right]] = cell
        if (wanted := sum(map(len, block))) > MOST_PASTED:
            return False
        self.write(texts)
        return len(texts) == wanted

    def fill_down(self, rows: Sequence[int], columns: Sequence[Column]) -> None:
        """Write the top cell of each column into those below it."""
        tops = {column: self.text((rows[0], column)) for column in columns}
        self.write({(row, column): tops[column] for row in rows[1:] for column in columns})

    def copy(self, rows: Sequence[int], columns: Sequence[Column]) -> str:
        """Return a block of cells for the clipboard."""
        return write_block([self.text((row, column)) for column in columns] for row in rows)

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to go back."""
        return bool(self._back)

    def undo(self) -> bool:
        """Go one step back; tells whether there was one."""
        return self._swap(self._back, self._forth)

    def redo(self) -> bool:
        """Do again what was undone; tells whether there was anything."""
        return self._swap(self._forth, self._back)

    def _swap(self, source: list[_Step], target: list[_Step]) -> bool:
        if not source:
            return False
        step = source.pop()
        target.append({id_: self._lines[id_] for id_ in step})
        self._lines.update(step)
        return True

    @property
    def unsaved(self) -> Unsaved:
        """What waits when one goes elsewhere: each changed row, and how the entry was kept when the table began."""
        return tuple((self._kept[line.service.id], line) for line in self.changed)

    def put_back(self, unsaved: Unsaved) -> None:
        """Go on with what was changed before somebody left; what was changed elsewhere meanwhile stays."""
        found = {kept.id: (kept, line) for kept, line in unsaved if kept.id in self._lines}
        self._back.append({id_: self._lines[id_] for id_ in found})
        self._lines.update({id_: line for id_, (_, line) in found.items()})
        self._kept.update({id_: kept for id_, (kept, _) in found.items()})
        self._look_again()

    def _look_again(self) -> bool:
        """Take over what was changed elsewhere, but for what was typed here; tells whether there was anything."""
        kept = {each.id: each for each in self._upkeep.services()}
        if kept == self._kept:
            return False
        before, lines = self._kept, self._lines
        self._lines = {id_: _carried_over(lines.get(id_), before.get(id_), each) for id_, each in kept.items()}
        self._kept = kept
        self._found_in.clear()
        self._find()
        return True

    def save(self) -> BatchLine | None:
        """Keep everything that was changed, as one change; None where nothing differs from what is kept.

        Raises:
            ProblemsError: there are faults, or `service_changed_meanwhile` once, when entries were changed elsewhere
                since: that stands in the table now, but for what was typed here. Nothing is kept.
        """
        if self._look_again():
            self._back, self._forth = [], []
            raise ProblemsError((problem("service_changed_meanwhile"),))
        faults = tuple(each for _, each in self.faulty())
        if faults:
            raise ProblemsError(faults)
        return self._upkeep.save_many([line.service for line in self.changed])

    def begin_again(self) -> None:
        """Take the entries as they are kept now."""
        self._back, self._forth = [], []
        self._take()
