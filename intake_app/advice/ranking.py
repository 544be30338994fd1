"""Which of the services that fit comes first, and why: every term is said in days, as if one had to wait for it.

A service stands higher the fewer days it has in all. Every term only grows with what is worse, so what is made nearer,
sooner, cheaper, fresher or better fitting never comes lower. Good news grows old; bad news stays until somebody asks
again: a waiting time that is stale counts as unknown, but never as shorter than it was.

All weights are `eigen oordeel`. The order of their sizes follows docs/sources/domain.md §5: the person's priority, then
whether it can be done (travel, cost, wait, language, reading, alone or together).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.directory.distance import said_km
from intake_app.directory.freshness import Age, entry_age, places_are_old, wait_is_old

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from intake_app.advice.matching import Match, Seeker
    from intake_app.directory.model import Service

PRIORITY_DAYS = 7
"""What each other wish that a service also serves is worth: one address for two wishes saves a week of arranging."""
DAYS_PER_KM = 2
"""Somebody without a car would rather wait two days than go a kilometre further, week after week."""
UNKNOWN_KM = 10
"""Counted where a service does not say where it is: its own area holds the person, so it is not far."""
UNKNOWN_WAIT = 21
"""Counted where nobody knows the waiting time: between a short and a long wait."""
PLACE_DAYS, FULL_DAYS = 7, 28
"""A free place and no waiting time: an intake within a week; no place: a month passes before one comes free."""
PAID_DAYS = 14
"""Whoever hesitates over money does not go; two weeks more for what is free is the lesser evil."""
CHECK_DAYS, STALE_DAYS = 10, 60
"""What is to be checked may be changed; what nobody looked at for a year is more often wrong than right."""
READING_DAYS, LANGUAGE_DAYS, ALONE_DAYS = 30, 20, 20
"""Paper for who reads with difficulty ends it; a language needs an interpreter, going alone somebody to go along."""
NO_DRAWBACK = 14
"""Days up to which a distance or a wait is told as something good."""
MOST_REASONS = 3
"""Reasons in one sentence. Source: docs/sources/domain.md §7, few and short sentences."""
DAYS_A_WEEK, WEEKS_FROM = 7, 21
NO_PRAISE = frozenset({"", "unknown", "old", "full", "paid", "to_check", "stale", "hard", "other", "alone"})
"""Facts that are never told as what speaks for a service, even where the next one has it worse."""


class About(StrEnum):
    """What a term is about, in the order in which it is told."""

    PRIORITY = "priority"
    LANGUAGE = "language"
    READING = "reading"
    COMPANY = "company"
    REACH = "reach"
    WAITING = "waiting"
    COST = "cost"
    FRESHNESS = "freshness"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """What one thing adds, in days, and the fact it rests on: a code with a figure where the fact has one.

    `is_good`: it speaks for the service whatever the others have. A fact that nobody asked for is empty.
    """

    about: About
    days: int
    fact: str = ""
    figure: int | None = None
    is_good: bool = False


class Standing(StrEnum):
    """Where a service stands among those that fit."""

    ONLY = "only"
    TOP = "top"
    LOWER = "lower"
    EQUAL = "equal"
    """As good as the first; their names decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Why a service stands where it stands.

    `reasons` are its own facts where it stands on top, else what weighs against it beside the first; `but` is what
    is better than with the first.
    """

    standing: Standing
    reasons: tuple[Term, ...] = ()
    but: tuple[Term, ...] = ()


def standing_days(service: Service, today: datetime.date) -> int:
    """Return the days of what is the same for everybody."""
    return waiting_days(service, today) + _cost_days(service) + freshness_days(service, today)


def personal_days(service: Service, km: float | None, seeker: Seeker) -> int:
    """Return the days of what hangs on the person, without the priority; `km` to the nearest place, where known."""
    days = _reach_days(service, km)
    if seeker.reading_is_hard:
        days += _reading_days(service)
    if seeker.person.language:
        days += _language_days(service, seeker)
    if seeker.in_company:
        days += _company_days(service, seeker)
    return days


def terms(service: Service, km: float | None, seeker: Seeker, shared: int = 0) -> tuple[Term, ...]:
    """Return every term of a service; `shared` is how many other wishes it serves."""
    today = seeker.today
    paid, age = _cost_days(service), freshness_days(service, today)
    return (
        Term(
            about=About.PRIORITY,
            days=-PRIORITY_DAYS * shared,
            fact="shared" if shared else "",
            is_good=shared > 0,
        ),
        *_asked(service, seeker),
        _reach(service, km),
        _waiting(service, today),
        Term(about=About.COST, days=paid, fact="paid" if paid else "free", is_good=not paid),
        Term(about=About.FRESHNESS, days=age, fact={0: "current", CHECK_DAYS: "to_check"}.get(age, "stale")),
    )


def explain(found: Match, matches: Sequence[Match], silent: frozenset[About] = frozenset()) -> Place:
    """Return why a match stands where it stands among `matches`, without what must stay silent."""
    told = [term for term in found.terms if term.about not in silent]
    first = matches[0]
    if found.service.id == first.service.id:
        behind = matches[1] if len(matches) > 1 else None
        standing = Standing.TOP if behind else Standing.ONLY
        return Place(standing=standing, reasons=_speaks_for(told, behind))
    lead = {term.about: term.days for term in first.terms}
    worse = [term for term in told if term.days > lead[term.about]]
    better = [term for term in told if term.days < lead[term.about]]
    worse.sort(key=lambda term: lead[term.about] - term.days)
    better.sort(key=lambda term: term.days - lead[term.about])
    is_equal = sum(term.days for term in found.terms) == sum(lead.values())
    return Place(
        standing=Standing.EQUAL if is_equal else Standing.LOWER,
        reasons=tuple(worse[:MOST_REASONS]),
        but=tuple(better[:1]),
    )


def _speaks_for(told: list[Term], behind: Match | None) -> tuple[Term, ...]:
    """Choose what is told of the first one: where it beats the next most, then what else is good of it."""
    theirs = {} if behind is None else {term.about: term.days for term in behind.terms}
    ahead = {term.about: max(0, theirs.get(term.about, term.days) - term.days) for term in told}
    named = [term for term in told if term.is_good or (ahead[term.about] and term.fact not in NO_PRAISE)]
    kept = sorted(named, key=lambda term: -ahead[term.about])[:MOST_REASONS]
    return tuple(sorted(kept, key=lambda term: list(About).index(term.about)))


def waiting_days(service: Service, today: datetime.date) -> int:
    """Return the days until somebody can begin, as far as one can rely on what is known."""
    days, unknown = service.wait_days, 0 if service.remote else UNKNOWN_WAIT
    if days is None:
        days = min(unknown, PLACE_DAYS) if _has_place(service, today) else unknown
    elif wait_is_old(service, today):
        days = max(days, unknown)
    return max(days, FULL_DAYS) if service.free_places == 0 else days


def freshness_days(service: Service, today: datetime.date) -> int:
    """Return what the age of the entry weighs."""
    age = entry_age(service, today)
    if age is Age.CURRENT:
        return 0
    return CHECK_DAYS if age is Age.TO_CHECK else STALE_DAYS


def _has_place(service: Service, today: datetime.date) -> bool:
    return bool(service.free_places) and not places_are_old(service, today)


def _cost_days(service: Service) -> int:
    return 0 if service.free else PAID_DAYS


def _reach_days(service: Service, km: float | None) -> int:
    if service.remote:
        return 0
    return DAYS_PER_KM * (UNKNOWN_KM if km is None else said_km(km))


def _reading_days(service: Service) -> int:
    return 0 if service.easy_reading else READING_DAYS


def _language_days(service: Service, seeker: Seeker) -> int:
    return 0 if seeker.person.language in (service.languages or ("nl",)) else LANGUAGE_DAYS


def _company_days(service: Service, seeker: Seeker) -> int:
    return 0 if service.group_setting or seeker.in_company.isdisjoint(service.kinds) else ALONE_DAYS


def _asked(service: Service, seeker: Seeker) -> Iterator[Term]:
    """Give the terms that count for some people only; what suits everybody is no news."""
    language = _language_days(service, seeker) if seeker.person.language else 0
    is_news = language or seeker.person.language not in {"", "nl"}
    fact = ("other" if language else "spoken") if is_news else ""
    yield Term(about=About.LANGUAGE, days=language, fact=fact, is_good=bool(fact) and not language)
    hard = _reading_days(service) if seeker.reading_is_hard else 0
    fact = ("hard" if hard else "easy") if seeker.reading_is_hard else ""
    yield Term(about=About.READING, days=hard, fact=fact, is_good=bool(fact) and not hard)
    alone = _company_days(service, seeker)
    fact = "" if seeker.in_company.isdisjoint(service.kinds) else "alone" if alone else "group"
    yield Term(about=About.COMPANY, days=alone, fact=fact, is_good=bool(fact) and not alone)


def _reach(service: Service, km: float | None) -> Term:
    days = _reach_days(service, km)
    if service.remote:
        return Term(about=About.REACH, days=days, fact="remote", is_good=True)
    if km is None:
        return Term(about=About.REACH, days=days, fact="unknown")
    said = said_km(km)
    fact = "km" if said else "near"
    return Term(about=About.REACH, days=days, fact=fact, figure=said or None, is_good=days <= NO_DRAWBACK)


def _waiting(service: Service, today: datetime.date) -> Term:
    days, known = waiting_days(service, today), service.wait_days
    fact, figure = "days", None
    if service.free_places == 0:
        fact = "full"
    elif known is None:
        fact = "place" if _has_place(service, today) else "unknown"
    elif wait_is_old(service, today):
        fact = "old"
    elif known <= DAYS_A_WEEK:
        fact = "week" if known else "none"
    else:
        fact, figure = ("weeks", round(known / DAYS_A_WEEK)) if known >= WEEKS_FROM else ("days", known)
    is_good = days <= NO_DRAWBACK and fact not in NO_PRAISE
    return Term(about=About.WAITING, days=days, fact=fact, figure=figure, is_good=is_good)
