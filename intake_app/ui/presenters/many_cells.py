"""The columns of the table for many entries: how a cell reads, and what a typed or pasted cell makes of an entry."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.core.ids import KindId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.directory.finding.words import plain
from intake_app.directory.model import Availability, Organization, Phone, Service
from intake_app.ui.presenters.service_form import Who, follow

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.practice.upkeep import Upkeep


class Column(StrEnum):
    """The columns, from left to right; the value is the path of the fact."""

    NAME = "name"
    ORGANIZATION = "organization.name"
    KINDS = "kinds"
    PHONES = "phones"
    CONTACT = "contact.name"
    WAIT = "wait_days"
    WAIT_ON = "wait_on"
    PLACES = "free_places"
    FEES = "fees"
    SELF_REFERRAL = "self_referral"
    AVAILABILITY = "availability"
    CHECKED = "assured_date"


COLUMNS = tuple(Column)
BETWEEN = "; "
_BETWEEN = re.compile(r"\s*[;\n]\s*")
_WAIT = re.compile(r"(\d{1,4})\s*(d\w*|w\w*|m\w*)?")
_DAYS_IN = {"w": 7, "m": 30, "d": 1, "": 1}
_LOCAL_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_TODAY = frozenset({"vandaag", "nu", "today", "now"})
_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "waar", "true"})
_NO = frozenset({"nee", "n", "no", "0", "", "onwaar", "false", "-"})
_FREE = frozenset({"gratis", "free", "0"})


def day_text(day: datetime.date | None) -> str:
    """Return a day as one types it; empty for none."""
    return "" if day is None or day == datetime.date.min else f"{day:%d-%m-%Y}"


def read_day(text: str, today: datetime.date) -> datetime.date | None:
    """Return a typed day: 22-11-2026, 2026-11-22, or "vandaag".

    Raises:
        ValueError: it is no day.
    """
    word = text.strip().casefold()
    if not word:
        return None
    if word in _TODAY:
        return today
    found = _LOCAL_DAY.fullmatch(word)
    if found:
        return datetime.date(int(found[3]), int(found[2]), int(found[1]))
    return datetime.date.fromisoformat(word[:10])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What a cell may name: the kinds by their plain name, the organisations by theirs, and the words of codes."""

    kinds: Mapping[str, KindId]
    kind_names: Mapping[KindId, str]
    organizations: dict[str, Organization]
    stands: Mapping[Availability, str]
    yes: str
    no: str
    free: str


def lists_of(desk: Desk, upkeep: Upkeep) -> Lists:
    """Return what the cells of this sociale kaart may name."""
    names = {kind.id: kind.name.of(desk.language) for kind in upkeep.kinds}
    both = {plain(name): kind.id for kind in upkeep.kinds for name in (kind.name.nl, kind.name.en, str(kind.id))}
    return Lists(
        kinds=both,
        kind_names=names,
        organizations={plain(each.organization.name): each.organization for each in upkeep.services()},
        stands={each: desk.text(f"service_code.availability_{each.name.lower()}") for each in Availability},
        yes=desk.text("service_code.answer_yes"),
        no=desk.text("service_code.answer_no"),
        free=desk.text("service_code.free"),
    )


class Cells:
    """Reads and writes cells. What cannot be read raises `ProblemsError` and leaves the entry as it was."""

    def __init__(self, desk: Desk, upkeep: Upkeep, who: Who) -> None:
        """Look up what cells may name."""
        self.lists, self._who = lists_of(desk, upkeep), who
        self._new_id = upkeep.new_id
        self._shown = self._showing()
        self._read: Mapping[Column, Callable[[Service, str], Service]] = {
            Column.NAME: lambda service, text: replace(service, name=text),
            Column.ORGANIZATION: self._organization,
            Column.KINDS: self._kinds,
            Column.PHONES: _phones,
            Column.CONTACT: lambda service, text: replace(service, contact=replace(service.contact, name=text)),
            Column.WAIT: self._wait,
            Column.WAIT_ON: lambda service, text: replace(service, wait_on=self._day(text, Column.WAIT_ON)),
            Column.PLACES: self._places,
            Column.FEES: self._fees,
            Column.SELF_REFERRAL: self._self_referral,
            Column.AVAILABILITY: self._availability,
            Column.CHECKED: self._checked,
        }

    def _showing(self) -> Mapping[Column, Callable[[Service], str]]:
        lists, language = self.lists, self._who.language
        return {
            Column.NAME: lambda service: service.name,
            Column.ORGANIZATION: lambda service: service.organization.name,
            Column.KINDS: lambda service: BETWEEN.join(lists.kind_names.get(kind, kind) for kind in service.kinds),
            Column.PHONES: lambda service: BETWEEN.join(phone.number for phone in service.phones),
            Column.CONTACT: lambda service: service.contact.name,
            Column.WAIT: lambda service: _number(service.wait_days),
            Column.WAIT_ON: lambda service: day_text(service.wait_on),
            Column.PLACES: lambda service: _number(service.free_places),
            Column.FEES: lambda service: service.fees.of(language) or (lists.free if service.free else ""),
            Column.SELF_REFERRAL: lambda service: lists.yes if service.self_referral else lists.no,
            Column.AVAILABILITY: lambda service: lists.stands[service.availability],
            Column.CHECKED: lambda service: day_text(service.assured_date),
        }

    def text(self, service: Service, column: Column) -> str:
        """Return how a cell reads; reading it back gives the same fact."""
        return self._shown[column](service)

    def choices(self, column: Column) -> Sequence[str]:
        """Return what a cell of this column may be, where that is a list."""
        lists = self.lists
        return {
            Column.ORGANIZATION: sorted({each.name for each in lists.organizations.values()}),
            Column.KINDS: sorted(lists.kind_names.values()),
            Column.FEES: [lists.free],
            Column.SELF_REFERRAL: [lists.yes, lists.no],
            Column.AVAILABILITY: list(lists.stands.values()),
        }.get(column, ())

    def written(self, service: Service, column: Column, text: str) -> Service:
        """Return the entry with this cell typed; a fast fact takes today's date with it.

        Raises:
            ProblemsError: the text is nothing that this column can hold.
        """
        typed = " ".join(text.split()) if column not in {Column.KINDS, Column.PHONES} else text.strip()
        if typed == self.text(service, column):
            return service
        return follow(column.value, service, self._read[column](service, typed), self._who.today)

    def _organization(self, service: Service, text: str) -> Service:
        known = self.lists.organizations
        if plain(text) not in known:
            known[plain(text)] = Organization(id=str(self._new_id()), name=text)
        return replace(service, organization=known[plain(text)])

    def _kinds(self, service: Service, text: str) -> Service:
        names = [name for name in _BETWEEN.split(text) if name]
        unknown = [name for name in names if plain(name) not in self.lists.kinds]
        if unknown:
            raise ProblemsError((problem("cell_kind", Column.KINDS, text=unknown[0]),))
        return replace(service, kinds=tuple(dict.fromkeys(self.lists.kinds[plain(name)] for name in names)))

    def _wait(self, service: Service, text: str) -> Service:
        found = _WAIT.fullmatch(text.casefold())
        if text and found is None:
            raise ProblemsError((problem("cell_wait", Column.WAIT),))
        days = int(found[1]) * _DAYS_IN[(found[2] or "")[:1]] if found else None
        return replace(service, wait_days=days)

    def _places(self, service: Service, text: str) -> Service:
        if text and not (text.isascii() and text.isdecimal()):
            raise ProblemsError((problem("cell_number", Column.PLACES),))
        return replace(service, free_places=int(text) if text else None)

    def _fees(self, service: Service, text: str) -> Service:
        if plain(text) in _FREE:
            return replace(service, free=True, fees=replace(service.fees, nl="", en=""))
        fees = replace(service.fees, nl=text) if self._who.language == "nl" else replace(service.fees, en=text)
        was_only_free = service.free and not service.fees
        return replace(service, fees=fees, free=service.free and not was_only_free and bool(text))

    def _self_referral(self, service: Service, text: str) -> Service:
        return replace(service, self_referral=self._yes(text, Column.SELF_REFERRAL))

    def _yes(self, text: str, column: Column) -> bool:
        word = text.casefold()
        if word not in _YES | _NO:
            raise ProblemsError((problem("cell_yes", column),))
        return word in _YES

    def _availability(self, service: Service, text: str) -> Service:
        for stand, words in self.lists.stands.items():
            if plain(text) in {plain(words), stand.value}:
                return replace(service, availability=stand)
        raise ProblemsError((problem("cell_choice", Column.AVAILABILITY, known=", ".join(self.lists.stands.values())),))

    def _checked(self, service: Service, text: str) -> Service:
        day = self._day(text, Column.CHECKED) or datetime.date.min
        return replace(service, assured_date=day, assured_by=self._who.name if text else "")

    def _day(self, text: str, column: Column) -> datetime.date | None:
        try:
            return read_day(text, self._who.today)
        except ValueError:
            raise ProblemsError((problem("cell_day", column),)) from None


def _phones(service: Service, text: str) -> Service:
    """Numbers one after the other; a number that stays keeps the words about it."""
    before = {phone.number: phone for phone in service.phones}
    numbers = filter(None, _BETWEEN.split(text))
    return replace(service, phones=tuple(before.get(number, Phone(number=number)) for number in numbers))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def faults_at(faults: Sequence[Problem]) -> Mapping[Column, tuple[Problem, ...]]:
    """Return faults by the column that they are seen in; what no column shows stands at the name."""
    found: dict[Column, list[Problem]] = {}
    for each in faults:
        name = each.where.split(".")[0].split("[")[0]
        column = next((column for column in COLUMNS if column.value.split(".")[0] == name), Column.NAME)
        found.setdefault(column, []).append(each)
    return {column: tuple(those) for column, those in found.items()}
