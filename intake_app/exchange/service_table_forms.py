"""What a cell of the Dutch table may hold: from its text to a value, and back. What is written is read the same."""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from intake_app.core.text import Language, Text

LONGEST_CELL = 32_767
"""Signs in a cell. Source: the specifications and limits of Excel; a spreadsheet cuts off what is longer."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold, and that no one typed."""
_LINE_END = re.compile("\r\n?")
_WHOLE = re.compile(r"(\d{1,6})(?:[.,]0+)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T].*)?")
_DUTCH_DATE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?: .*)?")
_POSTCODE = re.compile(r"([1-9]\d{3})\s*(?:[A-Za-z]{2})?")
_RANGE = re.compile(r"([1-9]\d{3})(?:(?:-|–|\.\.|t/m|tot|to)([1-9]\d{3}))?")
_HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:uur|u|h)?(?:-|–|tot|t/m|to)(\d{1,2})(?:[:.](\d\d))?(?:uur|u|h)?")
_BETWEEN_HOURS = re.compile(r"[,;\n]|\ben\b|\band\b")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_MORE_YES_NO = {"j": "yes", "y": "yes", "x": "yes", "1": "yes", "true": "yes", "waar": "yes"} | {
    "n": "no",
    "0": "no",
    "false": "no",
    "onwaar": "no",
}


class WrongCellError(ValueError):
    """A cell does not hold what its column asks; `code` and `values` make the problem."""

    def __init__(self, code: str, **values: object) -> None:
        """Keep what the problem needs."""
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the cells of a column are read and written.

    Attributes:
        read: makes the value of a tidy text; raises `WrongCellError`.
        write: makes the text of a value.
        choices: what one may choose from, in words; empty where anything goes.
        several: more than one of the choices may stand in a cell.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    choices: tuple[str, ...] = ()
    several: bool = False


def tidied(text: str) -> str:
    """Return a text with plain line ends, without signs that nobody types, and without blanks around it."""
    return (text if text.isprintable() else _NOT_TEXT.sub("", _LINE_END.sub("\n", text))).strip()


@lru_cache(maxsize=2_000)
def folded(text: str) -> str:
    """Return what counts of a word that is looked up: its letters and digits, without accents and capitals."""
    return "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if each.isalnum())


def split(cell: str) -> tuple[str, ...]:
    """Return the things in a cell: between semicolons or on lines, in quotation marks where they hold one of those."""
    rows = csv.reader(io.StringIO(cell, newline=""), delimiter=";", skipinitialspace=True)
    return tuple(each.strip() for row in rows for each in row)


def joined(items: Iterable[str]) -> str:
    """Return one cell that `split` takes apart again."""
    return "; ".join(
        '"' + each.replace('"', '""') + '"' if any(sign in each for sign in ';"\n') else each for each in items
    )


TEXT = Form(read=str, write=str)


def listed(*, keep_empty: bool = False) -> Form:
    """Several texts; with `keep_empty` their places count, as with words that go with numbers."""

    def write(items: tuple[str, ...]) -> str:
        return joined(items) if any(items) else ""

    return Form(read=lambda cell: tuple(each for each in split(cell) if each or keep_empty), write=write)


def numbers() -> Form:
    """Telephone numbers; one that a spreadsheet took for a number gets back what it lost of it."""
    return Form(read=lambda cell: tuple(_number(each) for each in split(cell) if each), write=joined)


def _number(text: str) -> str:
    if re.fullmatch(r"[1-9]\d{8}", text):
        return f"0{text}"
    return f"+{text}" if re.fullmatch(r"31[1-9]\d{8}", text) else text


def _web(text: str) -> str:
    return f"https://{text}" if text.casefold().startswith("www.") else text


WEB = Form(read=_web, write=str)
"""The address of a page, as people write it."""


def whole(high: int) -> Form:
    """A whole number from 0 to `high`, or nothing."""

    def read(cell: str) -> int | None:
        if not cell:
            return None
        found = _WHOLE.fullmatch(cell)
        if found is None or int(found[1]) > high:
            raise WrongCellError("table_cell_number", high=high)
        return int(found[1])

    return Form(read=read, write=lambda value: "" if value is None else str(value))


def date(empty: datetime.date | None) -> Form:
    """A day as 2026-11-22 or 22-11-2026; no day is `empty`."""

    def read(cell: str) -> datetime.date | None:
        if not cell:
            return empty
        if found := _ISO.fullmatch(cell):
            year, month, day = found.groups()
        elif found := _DUTCH_DATE.fullmatch(cell):
            day, _, month, year = found.groups()
        else:
            raise WrongCellError("table_cell_date")
        try:
            return datetime.date(int(year) + (2000 if len(year) == len("26") else 0), int(month), int(day))
        except ValueError:
            raise WrongCellError("table_cell_date") from None

    return Form(read=read, write=lambda value: "" if value == empty else value.isoformat())


def _looked_up(codes: Mapping[str, Text]) -> dict[str, str]:
    """Return the codes by all that one may write for them; what a code is comes before what it is called."""
    names = {folded(name): code for code, text in codes.items() for name in (text.en, text.nl)}
    return names | {folded(code): code for code in codes}


def choice(codes: Mapping[str, Text], language: Language, values: Mapping[str, Any], empty: object) -> Form:
    """One of a few words. `values` are what the codes stand for; an empty cell stands for `empty`."""
    # The short words for yes and no count only where yes and no do.
    names = {name: code for name, code in (_MORE_YES_NO | _looked_up(codes)).items() if code in values}
    labels = {value: codes[code].of(language) for code, value in values.items()}

    def read(cell: str) -> object:
        if not cell:
            return empty
        if folded(cell) not in names:
            raise WrongCellError("table_cell_choice", known=", ".join(labels.values()))
        return values[names[folded(cell)]]

    return Form(read=read, write=lambda value: labels.get(value, ""), choices=tuple(labels.values()))


def choices(codes: Mapping[str, Text], language: Language) -> Form:
    """Any of many words, several in a cell."""
    names = _looked_up(codes)
    labels = {code: text.of(language) for code, text in codes.items()}

    def read(cell: str) -> tuple[str, ...]:
        found = []
        for each in filter(None, split(cell)):
            if folded(each) not in names:
                raise WrongCellError("table_cell_choices", text=each[:40])
            found.append(names[folded(each)])
        return tuple(dict.fromkeys(found))

    def write(value: tuple[str, ...]) -> str:
        return joined(labels.get(each, each) for each in value)

    return Form(read=read, write=write, choices=tuple(labels.values()), several=True)


def languages(codes: Mapping[str, Text], language: Language) -> Form:
    """Languages by name; a code of ISO 639 that has no name here stays as it is."""
    known = choices(codes, language)

    def read(cell: str) -> tuple[str, ...]:
        items = filter(None, split(cell))
        found = (each if _LANGUAGE.fullmatch(each) else known.read(joined([each]))[0] for each in items)
        return tuple(dict.fromkeys(found))

    return Form(read=read, write=known.write, choices=known.choices, several=True)


def _read_postcode(cell: str) -> str:
    found = _POSTCODE.fullmatch(cell)
    if cell and found is None:
        raise WrongCellError("table_cell_postcode")
    return found[1] if found else ""


POSTCODE = Form(read=_read_postcode, write=str)


def area(everywhere: Text, language: Language) -> Form:
    """The whole country, or ranges of PC4 codes: "2500-2599; 2611"."""
    whole_country = {folded(each) for each in (everywhere.nl, everywhere.en, "NL", "landelijk")}

    def read(cell: str) -> tuple[bool, tuple[tuple[int, int], ...]]:
        nationwide, ranges = False, []
        for each in filter(None, (part for item in split(cell) for part in item.split(","))):
            found = _RANGE.fullmatch("".join(each.split()))
            if folded(each) in whole_country:
                nationwide = True
            elif found is None or int(found[2] or found[1]) < int(found[1]):
                raise WrongCellError("table_cell_area", example=everywhere.of(language))
            else:
                ranges.append((int(found[1]), int(found[2] or found[1])))
        return nationwide, tuple(ranges)

    def write(value: tuple[bool, tuple[tuple[int, int], ...]]) -> str:
        ranges = [f"{low}-{high}" if low != high else f"{low}" for low, high in value[1]]
        return joined([everywhere.of(language)] * value[0] + ranges)

    return Form(read=read, write=write)


def hours(closed: Collection[str]) -> Form:
    """The hours of one day: "9:00-12:00, 13:00-17:00". A word of `closed` stands for none."""
    none = {folded(each) for each in (*closed, "dicht")}

    def read(cell: str) -> tuple[tuple[str, str], ...]:
        if folded(cell) in none or not cell:
            return ()
        parts = ("".join(each.split()) for each in _BETWEEN_HOURS.split(cell))
        return tuple(sorted(_stretch(each) for each in parts if each))

    return Form(read=read, write=lambda value: ", ".join(f"{opens}-{closes}" for opens, closes in value))


def _stretch(text: str) -> tuple[str, str]:
    found = _HOURS.fullmatch(text.casefold())
    if found is None:
        raise WrongCellError("table_cell_hours")
    opens, closes = (int(found[1]), int(found[2] or 0)), (int(found[3]), int(found[4] or 0))
    if not (opens < closes <= (24, 0)) or max(opens[1], closes[1]) > 59:  # noqa: PLR2004  a day and an hour
        raise WrongCellError("table_cell_hours")
    return f"{opens[0]:02}:{opens[1]:02}", f"{closes[0]:02}:{closes[1]:02}"
