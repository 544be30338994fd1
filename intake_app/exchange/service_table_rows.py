"""The rows of a Dutch table, made into services: what each column holds, and what is wrong with a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from intake_app.core.ids import ServiceId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.documents.document import records_of, settled
from intake_app.directory.documents.own_taxonomy import own_id
from intake_app.directory.facts import DAYS, ENGLISH, FACTS
from intake_app.directory.faults import faults_of
from intake_app.directory.hsds.findings import Findings
from intake_app.directory.import_plan import Format, Incoming
from intake_app.directory.model import Organization, Service
from intake_app.directory.packs import Packs
from intake_app.exchange.service_table_columns import ID, NEEDED, TRANSLATABLE, Column, TableWords, columns
from intake_app.exchange.service_table_forms import WrongCellError, folded, tidied

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from intake_app.exchange.service_table_csv import Row

LONGEST_ID = 200
"""Signs of the id of a row; those that programs make have 36. Source: eigen oordeel."""
_LONGEST_HEADER = 80
_COLUMNS = {"locations": "pc4", "service_area": "area"}
"""The columns of the fields of `Service` that are called otherwise."""
_EMPTY = Service(id=ServiceId(""), organization=Organization(id="", name=""), name="", kinds=())
_PLAIN = frozenset(name for name, fact in FACTS.items() if isinstance(fact.of, attrgetter))
_TEXTS = frozenset(name for name in FACTS if isinstance(getattr(_EMPTY, name, None), Text))
_AT_ONCE = _PLAIN | _TEXTS | {name + ENGLISH for name in _TEXTS}
"""The facts of whole fields: a service has so many fields that each change of one takes its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands where, from 0.

    Attributes:
        places: of every column that is there.
        facts: the same without the id, in the order in which facts are put together.
        unknown: headings that are not ours.
        width: how many headings there are.
    """

    places: Mapping[str, int]
    facts: tuple[tuple[int, Column], ...]
    unknown: Mapping[int, str]
    width: int


@dataclass(slots=True, kw_only=True)
class _Read:
    """What was read so far."""

    findings: Findings = field(default_factory=Findings)
    records: Packs = field(default_factory=Packs)
    rows: dict[str, int] = field(default_factory=dict)
    is_filled: bool = False


class TableReader:
    """Takes the rows of one table, header first."""

    def __init__(self, file: str, words: TableWords, today: datetime.date) -> None:
        """`file` is the name in problems; no day in the table may be after `today`."""
        self._file, self._words, self._today = file, words, today
        self._known = {name: column for column in columns(words, TRANSLATABLE) for name in column.found_by}
        self._marks = _folded(words, "table_example.id", "table_text.explanation_key")
        self._not_read = _folded(words, "table_example.name", "table_text.explanation_row")
        self._header: Header | None = None
        self._read = _Read()

    def known_in(self, cells: Sequence[str]) -> int:
        """Return how many headings of ours are among these cells."""
        return sum(folded(cell) in self._known for cell in cells)

    def take(self, row: Row) -> None:
        """Take one row; the first that is not empty is the header. Raises `ProblemsError` where that cannot be."""
        cells = [tidied(cell) for cell in row.cells]
        if not any(cells) and not row.formulas:
            return
        if self._header is None:
            self._header = self._header_of(cells)
            self._read.findings.dropped.update(dict.fromkeys(self._header.unknown.values(), 0))
        elif folded(_at(cells, self._header.places["name"])) not in self._not_read:
            self._take(self._header, row, cells)

    def incoming(self, format_: Format) -> Incoming:
        """Return what was read; raises `ProblemsError` `file_empty` or `table_no_rows`."""
        if self._header is None:
            raise ProblemsError((problem("file_empty", self._file),))
        if not self._read.is_filled:
            raise ProblemsError((problem("table_no_rows", self._file),))
        return Incoming(
            source=self._file,
            format=format_,
            records=self._read.records,
            partial=True,
            fields=frozenset(self._header.places) - {ID},
            problems=self._read.findings.problems(self._file),
            dropped=tuple(self._read.findings.dropped.items()),
        )

    def _header_of(self, cells: Sequence[str]) -> Header:
        width = max(at for at, cell in enumerate(cells, start=1) if cell)
        found = [(at, self._known.get(folded(cell)), cell) for at, cell in enumerate(cells[:width])]
        places = {column.name: at for at, column, _ in found if column}
        missing = [self._column(name).header for name in NEEDED if name not in places]
        if missing:
            raise ProblemsError((problem("table_columns_missing", self._file, columns=", ".join(missing)),))
        times = Counter(column.header for _, column, _ in found if column)
        if twice := [header for header, count in times.items() if count > 1]:
            raise ProblemsError((problem("table_column_twice", self._file, columns=", ".join(twice)),))
        unknown = {
            at: cell[:_LONGEST_HEADER] or self._words.say("no_header", number=str(at + 1))
            for at, column, cell in found
            if not column
        }
        facts = tuple((places[name], self._column(name)) for name in FACTS if name in places)
        return Header(places=places, facts=facts, unknown=unknown, width=width)

    def _column(self, name: str) -> Column:
        return self._known[folded(name)]

    def _take(self, header: Header, row: Row, cells: Sequence[str]) -> None:
        self._read.is_filled = True
        for at, name in header.unknown.items():
            self._read.findings.dropped[name] += bool(_at(cells, at))
        service, wrong = self._service(header, row, cells)
        if any(cells[header.width :]):
            wrong = [problem("table_row_long", self._where(row))]
        if not wrong:
            wrong = self._faults(row, service)
        for each in wrong:
            self._read.findings.wrong(each.code, each.where, **dict(each.values))
        if not wrong:
            self._read.rows[service.id] = row.number
            self._read.records.update(records_of(service))

    def _service(self, header: Header, row: Row, cells: Sequence[str]) -> tuple[Service, list[Problem]]:
        """Return the service of a row as far as its cells can be read, and what is wrong with the others."""
        values, wrong = dict[str, Any](), []
        for at, column in header.facts:
            cell, failed = _at(cells, at), at in row.formulas
            if not (cell or failed):
                continue
            try:
                values[column.name] = column.read(cell, failed=failed)
            except WrongCellError as error:
                wrong.append(problem(error.code, self._where(row, column.name), **error.values))
        found = _with_facts(values)
        id_ = _at(cells, header.places.get(ID, -1))
        return settled(replace(found, id=self._id(id_, found))), wrong

    def _id(self, cell: str, service: Service) -> ServiceId:
        """Return the id of a row: its own, else the one that goes with organization, name and postcode."""
        if cell and folded(cell) not in self._marks:
            return ServiceId(cell)
        postcode = service.location.pc4 if service.location else ""
        return ServiceId(own_id("service", service.organization.name.casefold(), service.name.casefold(), postcode))

    def _faults(self, row: Row, service: Service) -> list[Problem]:
        if service.id in self._read.rows:
            return [problem("table_row_again", self._where(row), other=self._read.rows[service.id])]
        if len(service.id) > LONGEST_ID:
            return [problem("table_cell_long", self._where(row, ID), most=LONGEST_ID)]
        if not service.kinds and service.id == self._id("", service):  # nobody would be offered what is new so
            return [problem("table_kind_missing", self._where(row, "kinds"))]
        return [self._placed(row, each) for each in faults_of(service, self._today)]

    def _placed(self, row: Row, fault: Problem) -> Problem:
        """Return the fault of a field with the place where it stands in the file."""
        day = dict(fault.values).get("day")
        name = DAYS[int(day)] if day else _COLUMNS.get(fault.where, fault.where)
        return replace(fault, where=self._where(row, name))

    def _where(self, row: Row, column: str = "") -> str:
        if not column:
            return self._words.say("where_row", file=self._file, row=str(row.number))
        header = self._column(column).header
        return self._words.say("where", file=self._file, row=str(row.number), column=header)


def _with_facts(values: Mapping[str, Any]) -> Service:
    """Return a new service with these facts, in their order; those that are whole fields of it come last, at once."""
    found = _EMPTY
    for name, value in values.items():
        if name not in _AT_ONCE and value != FACTS[name].of(found):
            found = FACTS[name].put(found, value)
    whole = {name: value for name, value in values.items() if name in _PLAIN}
    whole |= {name: Text(nl=values.get(name, ""), en=values.get(name + ENGLISH, "")) for name in _TEXTS}
    return replace(found, **whole)


def _folded(words: TableWords, *keys: str) -> frozenset[str]:
    return frozenset(folded(words.texts[key].of(language)) for key in keys for language in LANGUAGES)


def _at(cells: Sequence[str], at: int) -> str:
    """Return a cell; empty where the row ends before it, or for the place -1 of what is not in the table."""
    return cells[at] if 0 <= at < len(cells) else ""
