"""The columns of the Dutch table: which fact stands in each, in what form, and what a person is told about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.facts import DAYS, ENGLISH, FACTS
from intake_app.directory.faults import LONGEST_WAIT, MOST_PLACES, OLDEST
from intake_app.directory.model import Availability, How
from intake_app.exchange import service_table_forms as forms
from intake_app.exchange.service_table_forms import LONGEST_CELL, TEXT, Form, WrongCellError, folded, tidied

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from intake_app.core.ids import KindId
    from intake_app.core.text import Language
    from intake_app.directory.model import Service

ID = "id"
"""The column that names the row itself; all others hold a fact of `directory.facts`."""
NEEDED = ("name", "organization", "kinds")
"""Columns without which a file is refused: nobody would find such an entry, or be offered it."""
_SHORT, _MIDDLE, _LONG = 14, 24, 48
"""Widths in signs of a spreadsheet's usual letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """What the table says, and in which language it says it. A table is read in either language.

    Attributes:
        texts: the words by `section.key`, among them those of `resources/wording/directory_table.yaml`.
        kinds: the names of the option kinds, in the order in which one chooses from them.
    """

    texts: Mapping[str, Text]
    kinds: Mapping[KindId, Text]
    language: Language = "nl"

    def say(self, key: str, **values: str) -> str:
        """Return one of the texts of the section `table_text`, with its values filled in."""
        return self.both(key).of(self.language).format(**values)

    def both(self, key: str) -> Text:
        """Return one of those texts in both languages."""
        return self.texts[f"table_text.{key}"]

    def codes(self, section: str) -> dict[str, Text]:
        """Return the words of a section by their codes."""
        start = f"{section}."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Attributes:
        name: of the fact that it holds, or `ID`.
        header, about, example: what stands above it, what to write in it, and one such cell (may be empty).
        found_by: the headers by which it is known, folded.
        width: in signs.
    """

    name: str
    header: str
    about: str
    example: str
    found_by: frozenset[str]
    form: Form
    width: int

    @property
    def is_needed(self) -> bool:
        """Tell whether a file without it is refused."""
        return self.name in NEEDED

    def read(self, cell: str, *, failed: bool = False) -> Any:  # noqa: ANN401  each fact has its own type
        """Return the value of a tidy cell; `failed` is a formula without an outcome. Raises `WrongCellError`."""
        if failed:
            raise WrongCellError("table_cell_formula")
        if len(cell) > LONGEST_CELL:
            raise WrongCellError("table_cell_long", most=LONGEST_CELL)
        return self.form.read(cell)

    def cell(self, service: Service) -> str:
        """Return what stands in it for a service."""
        value: Any = str(service.id) if self.name == ID else FACTS[self.name].of(service)
        return tidied(self.form.write(value))


TRANSLATABLE = frozenset(name.removesuffix(ENGLISH) for name in FACTS if name.endswith(ENGLISH))
"""The texts that may have an English column."""


def columns(words: TableWords, translated: Collection[str] = ()) -> tuple[Column, ...]:
    """Return all columns in order; those of `translated` (names of texts) with their English behind them."""
    found = []
    for name, (form, width) in _forms(words).items():
        found.append(_column(name, form, width, words))
        if name in translated:
            found.append(_english(found[-1], words))
    return tuple(found)


def translated_in(services: Collection[Service]) -> frozenset[str]:
    """Return the names of the texts that any of these services has in English."""
    return frozenset(name for name in TRANSLATABLE if any(map(_is_said, map(FACTS[name + ENGLISH].of, services))))


def _is_said(value: str | tuple[str, ...]) -> bool:
    return bool(value if isinstance(value, str) else any(value))


def _column(name: str, form: Form, width: int, words: TableWords) -> Column:
    header, about, example = (words.texts.get(f"table_{part}.{name}") for part in ("header", "about", "example"))
    assert header is not None  # noqa: S101  a column without a header or an explanation is found by the tests
    assert about is not None  # noqa: S101  the same
    return Column(
        name=name,
        header=header.of(words.language),
        about=about.of(words.language),
        example="" if example is None else example.of(words.language),
        found_by=frozenset({folded(name), folded(header.nl), folded(header.en)}),
        form=form,
        width=width,
    )


def _english(column: Column, words: TableWords) -> Column:
    name, header = column.name + ENGLISH, words.texts[f"table_header.{column.name}"]
    pattern = words.both("in_english")
    headers = [pattern.of(each).format(column=header.of(each)) for each in LANGUAGES]
    return Column(
        name=name,
        header=pattern.of(words.language).format(column=column.header),
        about=words.say("about_english"),
        example="",
        found_by=frozenset({folded(name), *map(folded, headers)}),
        form=column.form,
        width=column.width,
    )


def _forms(words: TableWords) -> dict[str, tuple[Form, int]]:
    """Return the form and the width of every column, in the order in which they stand."""
    return _what(words) | _how_much(words) | _for_whom(words) | _where_and_when(words) | _how_sure(words)


def _what(words: TableWords) -> dict[str, tuple[Form, int]]:
    return {
        ID: (TEXT, _SHORT),
        "name": (TEXT, _LONG),
        "organization": _NAME,
        "kinds": (forms.choices({str(kind): text for kind, text in words.kinds.items()}, words.language), _LONG),
        "description": _STORY,
        "phones": (forms.numbers(), _MIDDLE),
        "phone_words": (forms.listed(keep_empty=True), _MIDDLE),
        "url": (forms.WEB, _MIDDLE),
        "email": _NAME,
        "contact": _NAME,
        "reachable": _STORY,
        "what_happens": _STORY,
    }


def _how_much(words: TableWords) -> dict[str, tuple[Form, int]]:
    return {
        "fees": _NAME,
        "free": _yes_no(words),
        "wait_days": (forms.whole(LONGEST_WAIT), _SHORT),
        "wait_on": _DAY,
        "free_places": (forms.whole(MOST_PLACES), _SHORT),
        "free_places_on": _DAY,
    }


def _for_whom(words: TableWords) -> dict[str, tuple[Form, int]]:
    return {
        "minimum_age": (forms.whole(OLDEST), _SHORT),
        "maximum_age": (forms.whole(OLDEST), _SHORT),
        "genders": (forms.choices(words.codes("table_gender"), words.language), _SHORT),
        "eligibility": _STORY,
        "languages": (forms.languages(words.codes("table_language"), words.language), _MIDDLE),
        "area": (forms.area(words.both("nationwide"), words.language), _MIDDLE),
    }


def _where_and_when(words: TableWords) -> dict[str, tuple[Form, int]]:
    closed = words.both("closed")
    wheelchair, setting = {"yes": True, "no": False, "unknown": None}, {"group": True, "alone": False}
    return {
        "address": _NAME,
        "pc4": (forms.POSTCODE, _SHORT),
        "city": _NAME,
        "wheelchair": (forms.choice(words.codes("table_yes_no"), words.language, wheelchair, None), _SHORT),
        "accessibility": _STORY,
        "remote": _yes_no(words),
        "schedule": _STORY,
        **dict.fromkeys(DAYS, (forms.hours((closed.nl, closed.en)), _MIDDLE)),
        "group_setting": (forms.choice(words.codes("table_setting"), words.language, setting, empty=False), _SHORT),
        "easy_reading": _yes_no(words),
        "self_referral": _yes_no(words),
        "referral_by": _NAME,
        "required_documents": (forms.listed(), _MIDDLE),
        "not_for": _STORY,
    }


def _how_sure(words: TableWords) -> dict[str, tuple[Form, int]]:
    open_, how = words.codes("table_availability"), words.codes("table_how")
    states, ways = {each.value: each for each in Availability}, {each.value: each for each in How if each.value}
    return {
        "availability": (forms.choice(open_, words.language, states, Availability.ACTIVE), _SHORT),
        "alert": _NAME,
        "alternate_name": _NAME,
        "phone_assured": _DAY,
        "assured_date": (forms.date(datetime.date.min), _SHORT),
        "assured_by": _NAME,
        "assured_how": (forms.choice(how, words.language, ways, How.UNKNOWN), _SHORT),
        "source": _NAME,
        "source_url": (forms.WEB, _MIDDLE),
        "never_offer": _STORY,
    }


def _yes_no(words: TableWords) -> tuple[Form, int]:
    return forms.choice(words.codes("table_yes_no"), words.language, {"yes": True, "no": False}, empty=False), _SHORT


_DAY = (forms.date(None), _SHORT)
_NAME, _STORY = (TEXT, _MIDDLE), (TEXT, _LONG)
