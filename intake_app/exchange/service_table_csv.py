"""The Dutch table as CSV: read as spreadsheets anywhere write it, written so that a Dutch Excel opens it right."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.file_guard import text_lines

if TYPE_CHECKING:
    from pathlib import Path

SEPARATORS = (";", ",", "\t")
_LIVE = re.compile(r"'*(?:[=@\t\r\n]|[+-](?![\d ]*\Z))")
"""What a spreadsheet would work out instead of show, with apostrophes before it or not. A number may have its sign."""
_SAID = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""The line with which Excel itself says how the cells are parted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its number as a spreadsheet shows it, its cells, and the places (from 0) of formulas without outcome."""

    number: int
    cells: Sequence[str]
    formulas: frozenset[int] = frozenset()


def csv_rows(path: Path, where: str, weigh: Callable[[Sequence[str]], int]) -> Iterator[Row]:
    """Read all rows that are not empty. `weigh` says how much a row looks like the header: so the separator is found.

    Raises:
        ProblemsError: `text_encoding`, `file_cut_off`, or `table_quotes` where a quotation mark is never closed, or a
            cell has more signs than Python's reader takes (131,072).
    """
    with path.open("rb") as binary, text_lines(binary, where) as text:
        number, width, cells, last = 0, 0, [""], [""]
        try:
            lines, separator = _parted(text, weigh)
            for number, cells in enumerate(csv.reader(_told(lines, last), delimiter=separator, strict=True), start=1):
                width = width or len(cells)
                if any(cells):
                    yield Row(number=number, cells=[_unguarded(each) for each in cells])
        except csv.Error:
            raise ProblemsError((problem("table_quotes", where, row=number + 1),)) from None
        # A spreadsheet may leave out empty cells at the end of a row, but it never leaves out the end of the line.
        if 0 < len(cells) < width and not last[0].endswith(("\r", "\n")):
            raise ProblemsError((problem("file_cut_off", where),))


def _told(lines: Iterable[str], last: list[str]) -> Iterator[str]:
    for line in lines:
        last[0] = line
        yield line


def _parted(text: Iterable[str], weigh: Callable[[Sequence[str]], int]) -> tuple[Iterator[str], str]:
    """Return the lines of the table and what parts its cells."""
    lines = iter(text)
    first = next(lines, "")
    if said := _SAID.fullmatch(first):
        return lines, said[1]
    above = []
    while first.isspace():
        above.append(first)
        first = next(lines, "")
    best = max(SEPARATORS, key=lambda each: weigh(next(csv.reader([first], delimiter=each), [])))
    return itertools.chain(above, [first], lines), best


def write_csv(file: IO[bytes], rows: Iterable[Sequence[str]]) -> None:
    """Write rows: UTF-8 with its mark, semicolons, and nothing in a cell that a spreadsheet would work out."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    csv.writer(text, delimiter=";").writerows([_guarded(each) for each in row] for row in rows)
    text.detach()


def _guarded(cell: str) -> str:
    return f"'{cell}" if _LIVE.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _LIVE.match(cell, 1) else cell
