"""The rights of a person: which talks are theirs, who saw them, and what the present user can do for them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake_app.conversation.desk import Desk
from intake_app.practice.log_book import SawLine
from intake_app.practice.office import Office
from intake_app.practice.rights import Action, Relation, Verdict, verdict_for
from intake_app.practice.users import User
from intake_app.ui.presenters.conversations import local, who_words

_RELATIONS = (Relation.OWN, Relation.SHARED, Relation.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTalk:
    """One talk that may be with the person; `is_fixed`: the one that was chosen in the list."""

    id: str
    on: datetime.date | None
    about: str
    is_fixed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Who it is as the list says it, and the talks that may be theirs, the chosen one first."""

    who: str
    talks: tuple[PersonTalk, ...]


def person_view(desk: Desk, office: Office, talk: str) -> PersonView:
    """Return who a talk was with, and which others may be. Raises `ProblemsError`."""
    found = office.persons.same_person(talk)
    rows = {str(row.id): row for row in desk.rows()}
    mine = rows.get(talk)
    return PersonView(
        who="" if mine is None else who_words(desk, mine),
        talks=tuple(
            PersonTalk(
                id=each,
                on=local(rows[each].opened).date() if each in rows else None,
                about=rows[each].about if each in rows else "",
                is_fixed=each == talk,
            )
            for each in found
        ),
    )


def may_ever(me: User | None, action: Action) -> bool:
    """Tell whether a user can do something about some talk; about which one, the use case decides."""
    return me is None or any(verdict_for(me.roles, action, each) is not Verdict.NO for each in _RELATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found. `number` tells which asking it answers."""

    number: int
    found: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Slow work whose answer may come when something else is meant already."""

    number: int
    job: Callable[[], object]

    def __call__(self) -> Answer:
        """Do the work."""
        return Answer(number=self.number, found=self.job())


class Period(StrEnum):
    """How far back one looks who saw the talks."""

    MONTH = "month"
    YEAR = "year"
    ALL = "all"


_DAYS = {Period.MONTH: 30, Period.YEAR: 365}


def seen_within(lines: Sequence[SawLine], period: Period, today: datetime.date) -> tuple[SawLine, ...]:
    """Return who saw the talks in a period, the newest first."""
    days = _DAYS.get(period)
    since = datetime.date.min if days is None else today - datetime.timedelta(days=days - 1)
    return tuple(line for line in reversed(lines) if line.on >= since)


def free_stem(stem: str, taken: Container[str], endings: Sequence[str]) -> str:
    """Return a name for files with these endings that replaces none: `stem`, else `stem-2`, `stem-3`, ..."""
    name, count = stem, 1
    while any(f"{name}{ending}" in taken for ending in endings):
        count += 1
        name = f"{stem}-{count}"
    return name
