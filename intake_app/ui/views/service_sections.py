"""The form of an entry in calm sections: which field stands where."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.advice.kinds import Group
from intake_app.conversation.desk import Desk
from intake_app.directory.model import Availability, CostOption, How, Location, Phone
from intake_app.practice.upkeep import Upkeep
from intake_app.ui.presenters.directory_words import language_words
from intake_app.ui.presenters.service_week import DAYS
from intake_app.ui.presenters.service_words import GENDERS, LANGUAGES
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.service_boxes import (
    AMOUNT_EM,
    MIDDLE_EM,
    SHORT_EM,
    AmountBox,
    AreaBox,
    Box,
    ChipsBox,
    DayBox,
    LanguagesBox,
    LineBox,
    LinesBox,
    NumberBox,
    PickBoxed,
    TickBoxed,
)
from intake_app.ui.views.service_lists import KindsBox, RowsBox, WeekBox
from intake_app.ui.views.service_picture import PictureBox

LONGEST_WAIT, MOST_PLACES, OLDEST = 3_650, 9_999, 120
STATUSES = ("confirmed", "te_bevestigen")
SECTIONS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "what": (
            ("name",),
            ("organization.name", "organization.url"),
            ("kinds",),
            ("description",),
            ("not_for",),
            ("alternate_name", "availability"),
            ("alert",),
            ("url", "email"),
        ),
        "who": (
            ("phones",),
            ("contact.name",),
            ("contact.reachable",),
            ("contact.what_happens",),
            ("contact.picture",),
        ),
        "way": (
            ("self_referral",),
            ("referral_by",),
            ("wait_days", "wait_on", "free_places", "free_places_on"),
            ("required_documents",),
        ),
        "when": (("opening",), ("schedule",)),
        "where": (("locations",), ("service_area",), ("remote",)),
        "whom": (
            ("minimum_age", "maximum_age"),
            ("genders",),
            ("languages",),
            ("eligibility",),
            ("group_setting",),
            ("easy_reading",),
        ),
        "cost": (("free",), ("fees",), ("costs",)),
        "sure": (
            ("assured_date", "assured_by", "assured_how", "phone_assured"),
            ("status",),
            ("source", "source_url"),
            ("never_offer",),
        ),
    }
)
"""Section -> its lines -> the paths of the fields that stand side by side."""
_AREAS = frozenset({"description", "not_for", "contact.what_happens", "eligibility", "alert"})
_IN_BOTH = _AREAS | {"contact.reachable", "referral_by", "schedule", "fees"}
_NUMBERS = {
    "wait_days": LONGEST_WAIT,
    "free_places": MOST_PLACES,
    "minimum_age": OLDEST,
    "maximum_age": OLDEST,
}
_DAYS = frozenset({"wait_on", "free_places_on", "assured_date", "phone_assured"})
_TICKS = frozenset({"self_referral", "remote", "group_setting", "easy_reading", "free"})
_HINTED = frozenset({"service_area", "never_offer", "url", "organization.name"})


class BoxMaker:
    """Makes the field of a path, with its words."""

    def __init__(self, desk: Desk, upkeep: Upkeep, organizations: Sequence[str]) -> None:
        self._desk, self._upkeep, self._organizations = desk, upkeep, organizations
        self._special: Mapping[str, Callable[[str], Box]] = {
            "kinds": self._kinds,
            "phones": self._phones,
            "locations": self._locations,
            "costs": self._costs,
            "opening": self._opening,
            "languages": self._languages,
            "genders": self._genders,
            "contact.picture": self._picture,
            "required_documents": self._documents,
            "availability": self._availability,
            "assured_how": self._how,
            "status": self._status,
        }

    def name(self, path: str) -> str:
        """Return the name of a field; an English one says that it is."""
        base, _, language = path.rpartition(".")
        if language in {"nl", "en"}:
            name = self._desk.text(f"service_field.{base.replace('.', '_')}")
            return f"{name} ({self._desk.text('language_name.en')})" if language == "en" else name
        return self._desk.text(f"service_field.{path.replace('.', '_')}")

    def _hint(self, path: str) -> str:
        return self._desk.text(f"service_hint.{path.replace('.', '_')}") if path in _HINTED else ""

    def boxes(self, path: str) -> tuple[Box, ...]:
        """Return the field of a path; one for each language where it has both."""
        if path in _IN_BOTH:
            kind = AreaBox if path in _AREAS else LineBox
            return tuple(kind(each, self.name(each)) for each in (f"{path}.nl", f"{path}.en"))
        return (self._box(path),)

    def _box(self, path: str) -> Box:
        name = self.name(path)
        if path in self._special:
            return self._special[path](path)
        if path in _NUMBERS:
            unit = "" if path == "free_places" else self._desk.text(f"service_hint.{path}")
            return NumberBox(path, name, _NUMBERS[path], unit)
        if path in _DAYS:
            never = datetime.date.min if path == "assured_date" else None
            return DayBox(path, name, self._desk.language, never)
        if path in _TICKS:
            return TickBoxed(path, name)
        known = self._organizations if path == "organization.name" else ()
        return LineBox(path, name, self._hint(path), known)

    def _code(self, code: str) -> str:
        return self._desk.text(f"service_code.{code}")

    def _kinds(self, path: str) -> Box:
        words = {group: self._desk.text(f"choose.group_{group}") for group in Group}
        box = KindsBox(path, self.name(path), self._upkeep.kinds, words)
        box.fill(self._desk.language)
        return box

    def _rows(self, path: str, blank: Phone | Location | CostOption, inner: Sequence[str]) -> RowsBox:
        def make() -> Sequence[Box]:
            return [self._inner(path, each) for each in inner]

        return RowsBox(path, self.name(path), blank, make)

    def _inner(self, path: str, inner: str) -> Box:
        name = self.name(f"{path}.{inner}")
        made: Mapping[str, Callable[[], Box]] = {
            "amount": lambda: AmountBox(inner, name),
            "valid_from": lambda: DayBox(inner, name, self._desk.language),
            "valid_to": lambda: DayBox(inner, name, self._desk.language),
            "wheelchair": lambda: PickBoxed(inner, name, self._wheelchair()),
        }
        box = made.get(inner, lambda: LineBox(inner, name))()
        wide = {"address", "description.nl", "description.en", "option", "accessibility.nl", "accessibility.en"}
        if inner in wide:
            box.wide_em = MIDDLE_EM
        elif inner in {"number", "city", "description"}:
            box.wide_em = SHORT_EM
        elif inner in {"pc4", "currency"}:
            box.wide_em = AMOUNT_EM
        return box

    def _wheelchair(self) -> list[tuple[object, str]]:
        codes = {None: "unknown", True: "yes", False: "no"}
        return [(value, self._code(f"wheelchair_{code}")) for value, code in codes.items()]

    def _phones(self, path: str) -> Box:
        return self._rows(path, Phone(number=""), ("number", "description.nl", "description.en"))

    def _locations(self, path: str) -> Box:
        inner = ("address", "pc4", "city", "wheelchair", "accessibility.nl", "accessibility.en")
        return self._rows(path, Location(), inner)

    def _costs(self, path: str) -> Box:
        inner = ("option", "amount", "currency", "description", "valid_from", "valid_to")
        return self._rows(path, CostOption(), inner)

    def _opening(self, path: str) -> Box:
        return WeekBox(path, self.name(path), [self._code(f"day_{day}") for day in DAYS])

    def _languages(self, path: str) -> Box:
        words = {code: language_words(self._desk, code) for code in LANGUAGES}
        return LanguagesBox(path, self.name(path), words, self.name("languages_other"))

    def _genders(self, path: str) -> Box:
        return ChipsBox(path, self.name(path), {code: self._code(f"gender_{code}") for code in GENDERS})

    def _picture(self, path: str) -> Box:
        return PictureBox(path, self.name(path))

    def _documents(self, path: str) -> Box:
        return LinesBox(path, self.name(path))

    def _availability(self, path: str) -> Box:
        words = [(each, self._code(f"availability_{each.name.lower()}")) for each in Availability]
        return PickBoxed(path, self.name(path), words)

    def _how(self, path: str) -> Box:
        return PickBoxed(path, self.name(path), [(each, self._code(f"how_{each.name.lower()}")) for each in How])

    def _status(self, path: str) -> Box:
        return PickBoxed(path, self.name(path), [(each, self._code(f"status_{each}")) for each in STATUSES])


class Section(QFrame):
    """A card with a title and its lines of fields."""

    def __init__(self, title: str, lines: Sequence[Sequence[Box]]) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.title = title
        self.boxes = tuple(box for line in lines for box in line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(14)
        self._column.addWidget(parts.text(title, Type.TITLE))
        for line in lines:
            self._column.addWidget(line[0] if len(line) == 1 else self._side_by_side(line))

    def _side_by_side(self, line: Sequence[Box]) -> QWidget:
        """Put fields in a row that breaks where it is full; the two languages stand one below the other."""
        if any(box.path.endswith(".en") for box in line):
            whole = QWidget()
            column = QVBoxLayout(whole)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(10)
            for box in line:
                column.addWidget(box)
            return whole
        flow = Flow(gap=16)
        for box in line:
            if isinstance(box, LineBox):
                box.wide_em = MIDDLE_EM
            flow.add(box)
        return flow

    def add(self, *widgets: QWidget) -> None:
        """Put something below the fields."""
        for each in widgets:
            self._column.addWidget(each)
