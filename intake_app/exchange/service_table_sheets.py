"""The Dutch table as a workbook of Excel, written: to fill in, explained, and what one may choose from."""

from __future__ import annotations

import itertools
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from intake_app.exchange.service_table_columns import Column, TableWords

HEADER_COLOUR, NEEDED_COLOUR, EXAMPLE_COLOUR = "D9E5EC", "B7D3E2", "808080"
"""Fill of the headings, fill of those that are needed, and the letters of the example row (RRGGBB)."""
_LAST_ROW = 1_048_576
"""The last row of a sheet. Source: the specifications and limits of Excel."""
_AS_TEXT = "@"
"""The format of Excel in which a cell stays as it was typed: postcodes, telephone numbers and dates too."""


def write_xlsx(file: IO[bytes], columns: Sequence[Column], rows: Iterable[Sequence[str]], words: TableWords) -> None:
    """Write the workbook. With `rows` the services, in the order of the columns; without any an example row in grey."""
    import openpyxl  # noqa: PLC0415  half a second of loading that only this needs

    book = openpyxl.Workbook(write_only=True)
    sheet, explained, choices = (book.create_sheet(words.say(each)) for each in ("fill_in", "explained", "choices"))
    _fill_in(sheet, columns, rows, words)
    _explain(explained, columns, words)
    _list_choices(choices, columns)
    book.save(file)


def _fill_in(sheet: Any, columns: Sequence[Column], rows: Iterable[Sequence[str]], words: TableWords) -> None:  # noqa: ANN401  openpyxl has no types
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  see `write_xlsx`

    sheet.freeze_panes = "C2"
    for at, column in enumerate(columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width, dimension.number_format = column.width, _AS_TEXT
    for validation in _validations(columns, words):
        sheet.data_validations.append(validation)
    sheet.append(_headings(sheet, columns))
    told = iter(rows)
    first = next(told, None)
    if first is None:
        sheet.append(_cells(sheet, [column.example for column in columns], italic=True, color=EXAMPLE_COLOUR))
        return
    for row in itertools.chain([first], told):
        sheet.append(_cells(sheet, row))


def _headings(sheet: Any, columns: Sequence[Column]) -> list[Any]:  # noqa: ANN401  the same
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  see `write_xlsx`
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  the same

    found = []
    for column in columns:
        cell = WriteOnlyCell(sheet, f"{column.header} *" if column.is_needed else column.header)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        cell.fill = PatternFill("solid", fgColor=NEEDED_COLOUR if column.is_needed else HEADER_COLOUR)
        found.append(cell)
    return found


def _cells(sheet: Any, texts: Iterable[str], **font: Any) -> Iterator[Any]:  # noqa: ANN401  the same
    """Yield one cell again and again, which is written before the next is asked for: a new one each costs a minute."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  see `write_xlsx`
    from openpyxl.styles import Font  # noqa: PLC0415  the same

    cell = WriteOnlyCell(sheet)
    cell.number_format = _AS_TEXT
    if font:
        cell.font = Font(**font)
    for text in texts:
        if text:
            cell.value = text
            cell.data_type = "s"  # also what looks like a formula or an error
        yield cell if text else None


def _validations(columns: Sequence[Column], words: TableWords) -> Iterator[Any]:
    """Yield a drop-down list for every column with choices; where several may stand, others are let through."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  see `write_xlsx`
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  the same

    chosen = [column for column in columns if column.form.choices]
    for at, column in enumerate(columns, start=1):
        if not column.form.choices:
            continue
        letter = get_column_letter(chosen.index(column) + 1)
        listed = f"'{words.say('choices')}'!${letter}$2:${letter}${len(column.form.choices) + 1}"
        found = DataValidation(type="list", formula1=listed, allow_blank=True)
        found.showErrorMessage = not column.form.several
        found.promptTitle, found.prompt, found.showInputMessage = column.header[:32], column.about[:255], True
        found.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{_LAST_ROW}")
        yield found


def _explain(sheet: Any, columns: Sequence[Column], words: TableWords) -> None:  # noqa: ANN401  the same
    for letter, width in zip("ABCD", (30, 10, 90, 45), strict=True):
        sheet.column_dimensions[letter].width = width
    for note in ("note_rows", "note_columns", "note_empty", "note_person"):
        sheet.append(_cells(sheet, [words.say(note)]))
    sheet.append([])
    sheet.append(_cells(sheet, [words.say(each) for each in ("column", "needed", "about", "example")], bold=True))
    for column in columns:
        needed = words.texts["table_yes_no.yes"].of(words.language) if column.is_needed else ""
        sheet.append(_cells(sheet, [column.header, needed, column.about, column.example]))


def _list_choices(sheet: Any, columns: Sequence[Column]) -> None:  # noqa: ANN401  the same
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  see `write_xlsx`

    chosen = [column for column in columns if column.form.choices]
    for at in range(1, len(chosen) + 1):
        sheet.column_dimensions[get_column_letter(at)].width = 36
    sheet.append(_cells(sheet, [column.header for column in chosen], bold=True))
    for row in itertools.zip_longest(*(column.form.choices for column in chosen), fillvalue=""):
        sheet.append(_cells(sheet, row))
