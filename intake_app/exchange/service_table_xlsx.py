"""The Dutch table as a workbook of Excel, read: values only. Nothing in it is worked out, run or fetched."""

from __future__ import annotations

import datetime
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.file_guard import guarded_zip
from intake_app.exchange.service_table_csv import Row

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

LARGEST_WORKBOOK = 400_000_000
"""Bytes that a workbook unpacks to. Source: eigen oordeel; 20,000 full rows take about 60 MB."""
MOST_COLUMNS = 128
"""Columns that are looked at. Source: eigen oordeel; the table has at most 66, and a practice may add some."""
_BROKEN = (
    # What openpyxl and the libraries under it raise when a part is missing, cut through or something else altogether.
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, SyntaxError),
    *(AttributeError, IndexError, KeyError, TypeError, ValueError, NotImplementedError),
)
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"})
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MARKUP = (".xml", ".rels")
_CHUNK = 1 << 20
_EXCEL_RETURN = re.compile("_x000D_", re.IGNORECASE)


def xlsx_rows(path: Path, where: str, sheets: Collection[str]) -> Iterator[Row]:
    """Read the rows that are not empty of the first sheet with a name out of `sheets`, else of the first sheet.

    A cell with a formula counts with the outcome that the spreadsheet kept. Where it kept none, or an error like #N/A,
    `Row.formulas` says so.

    Raises:
        ProblemsError: what `guarded_zip` raises, `zip_too_large`, or `table_broken`.
    """
    with guarded_zip(path, where) as archive:
        if sum(each.file_size for each in archive.infolist()) > LARGEST_WORKBOOK:
            raise ProblemsError((problem("zip_too_large", where),))
    rows = _rows(path, sheets)
    while True:
        try:
            row = next(rows, None)
        except _BROKEN:
            raise ProblemsError((problem("table_broken", where),)) from None
        if row is None:
            return
        yield row


def _rows(path: Path, sheets: Collection[str]) -> Iterator[Row]:
    has_formulas = _has_formulas(path)
    outcomes = _values(path, sheets, outcomes=True)
    pairs = zip(outcomes, _values(path, sheets, outcomes=False), strict=True) if has_formulas else None
    for number, (cells, written) in enumerate(pairs or ((cells, cells) for cells in outcomes), start=1):
        width = len(written)
        while width and written[width - 1] is None:
            width -= 1
        if width:
            texts = [_text(value) for value in cells[:width]]
            yield Row(number=number, cells=texts, formulas=_failed(cells[:width], written[:width]))


def _failed(outcomes: Sequence[object], written: Sequence[object]) -> frozenset[int]:
    """Return where something is written that has no outcome, or an error for one."""
    pairs = enumerate(zip(outcomes, written, strict=True))
    return frozenset(at for at, (found, cell) in pairs if (found is None and cell is not None) or found in _ERRORS)


def _values(path: Path, sheets: Collection[str], *, outcomes: bool) -> Iterator[tuple[Any, ...]]:
    import openpyxl  # noqa: PLC0415  half a second of loading that only this needs

    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")  # about styles and extensions
    with (
        path.open("rb") as file,
        closing(openpyxl.load_workbook(file, read_only=True, data_only=outcomes, keep_links=False)) as book,
    ):
        titles = {each.title: each for each in book.worksheets}
        sheet = next((titles[each] for each in titles if each in sheets), book.worksheets[0])
        sheet.reset_dimensions()  # what a sheet says about its size may be wrong
        yield from sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)


def _has_formulas(path: Path) -> bool:
    """Tell whether any sheet holds a formula: only then it is worth while to read twice.

    Raises:
        ValueError: a part declares entities, or is not UTF-8: Excel writes neither, and libraries differ in what they
            make of it.
    """
    found = False
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            with archive.open(name) as part:
                before = b""
                while chunk := part.read(_CHUNK):
                    seen = before + chunk
                    if name.endswith(_MARKUP) and (b"<!DOCTYPE" in seen or b"\0" in chunk):
                        raise ValueError(name)
                    found = found or (name.startswith("xl/worksheets/") and _FORMULA.search(seen) is not None)
                    before = chunk[-16:]
    return found


def _text(value: object) -> str:
    """Return a value as somebody would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _EXCEL_RETURN.sub("", str(value))
