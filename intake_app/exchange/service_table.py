"""The Dutch table of the sociale kaart that somebody fills in: read into services, and written from them.

A column that is not in the file leaves its fact as it was; an empty cell empties it. A row with a fault is skipped
whole and named; a file with a fault is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.import_plan import Format
from intake_app.exchange.file_guard import check_size
from intake_app.exchange.service_table_columns import ID, columns, translated_in
from intake_app.exchange.service_table_csv import csv_rows, write_csv
from intake_app.exchange.service_table_forms import LONGEST_CELL
from intake_app.exchange.service_table_rows import TableReader
from intake_app.exchange.service_table_sheets import write_xlsx
from intake_app.exchange.service_table_xlsx import xlsx_rows
from intake_app.exchange.whole_file import written_whole

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from intake_app.directory.import_plan import Incoming
    from intake_app.directory.model import Service
    from intake_app.exchange.service_table_columns import Column, TableWords
    from intake_app.practice.upkeep import Progress

LARGEST_TABLE = 100_000_000
"""Bytes of a table. Source: eigen oordeel; 20,000 full rows take about 30 MB as CSV."""
MOST_ROWS = 100_000
"""Rows of a table. Source: eigen oordeel; larger lists go from program to program, by HSDS."""
_TOLD_EVERY = 100
_FORMATS = {
    ".csv": Format.TABLE_CSV,
    ".tsv": Format.TABLE_CSV,
    ".txt": Format.TABLE_CSV,
    ".xlsx": Format.TABLE_XLSX,
    ".xlsm": Format.TABLE_XLSX,
}


def read_table(path: Path, words: TableWords, today: datetime.date, progress: Progress) -> Incoming:
    """Read a table; its headings and choices may be in either language. `progress` counts rows, of an unknown number.

    Raises:
        ProblemsError: the file as a whole cannot be read, or reading was stopped (`exchange_stopped`).
    """
    format_ = _FORMATS.get(path.suffix.casefold())
    if format_ is None:
        raise ProblemsError((problem("table_format", path.name),))
    check_size(path, path.name, LARGEST_TABLE)
    table = TableReader(path.name, words, today)
    if format_ is Format.TABLE_CSV:
        rows = csv_rows(path, path.name, table.known_in)
    else:
        sheet = words.both("fill_in")
        rows = xlsx_rows(path, path.name, (sheet.nl, sheet.en))
    for done, row in enumerate(rows):
        table.take(row)
        if done > MOST_ROWS:
            raise ProblemsError((problem("table_too_long", path.name, most=MOST_ROWS),))
        if done % _TOLD_EVERY == 0 and not progress(done, 0):
            raise ProblemsError((problem("exchange_stopped"),))
    return table.incoming(format_)


def write_table(
    path: Path, format_: Format, services: Sequence[Service], words: TableWords, progress: Progress
) -> None:
    """Write services to a table (`TABLE_CSV` or `TABLE_XLSX`), whole or not at all.

    English columns are there only where some service has such a text.

    Raises:
        OSError: the file could not be written.
        ProblemsError: it was stopped (`exchange_stopped`), or a text is too long for a cell (`table_cell_long`).
    """
    found = columns(words, translated_in(services))

    def rows() -> Iterator[list[str]]:
        for done, service in enumerate(services, start=1):
            if done % _TOLD_EVERY == 0 and not progress(done, len(services)):
                raise ProblemsError((problem("exchange_stopped"),))
            yield [_fitting(column, service) for column in found]

    with written_whole(path) as file:
        if format_ is Format.TABLE_XLSX:
            write_xlsx(file, found, rows(), words)
        else:
            write_csv(file, _with_header(found, rows()))


def write_template(path: Path, format_: Format, words: TableWords) -> None:
    """Write the table to fill in, with one row as an example that is not read; raises `OSError`.

    The columns are explained on a sheet of their own; in CSV in a row that is not read either.
    """
    found = columns(words)
    with written_whole(path) as file:
        if format_ is Format.TABLE_XLSX:
            write_xlsx(file, found, (), words)
            return
        about = {column.name: column.about for column in found}
        about |= {ID: words.say("explanation_key"), "name": words.say("explanation_row")}
        rows = [[about[column.name] for column in found], [column.example for column in found]]
        write_csv(file, _with_header(found, iter(rows)))


def _with_header(found: Sequence[Column], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield [f"{column.header} *" if column.is_needed else column.header for column in found]
    yield from rows


def _fitting(column: Column, service: Service) -> str:
    cell = column.cell(service)
    if len(cell) > LONGEST_CELL:
        raise ProblemsError((problem("table_cell_long", f"{service.name}, {column.header}", most=LONGEST_CELL),))
    return cell
