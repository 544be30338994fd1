"""The facts on a card: what it costs, how far it is, how long one waits, whom to call, when it was checked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_app.advice.chosen import Now
from intake_app.advice.kinds import AT_PRACTICE, Group, OptionKind
from intake_app.advice.matching import Match
from intake_app.conversation.desk import Desk
from intake_app.directory.distance import said_km
from intake_app.directory.freshness import places_are_old, wait_is_old
from intake_app.directory.model import Service

DAYS_A_WEEK, WEEKS_FROM = 7, 21
"""From three weeks a waiting time is said in weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line on a card, with the name of its icon; `is_old` marks what may have changed since."""

    icon: str
    text: str
    is_old: bool = False


def day(on: datetime.date) -> str:
    """Return a day in figures, as on a card."""
    return f"{on.day}-{on.month}-{on.year}"


def facts_of(desk: Desk, kind: OptionKind, found: Match | None, today: datetime.date) -> tuple[Fact, ...]:
    """Return the facts of a kind, or of the service that was chosen for it."""
    facts = _of_kind(desk, kind) if found is None else _of_service(desk, kind, found, today)
    return tuple(fact for fact in facts if fact.text)


def warning_of(desk: Desk, found: Match | None, chosen: Now = Now.OFFERED) -> str:
    """Return the warning that nobody checked it for a year, or that what was chosen is not there any more."""
    if chosen is not Now.OFFERED:
        return desk.text(f"choose.{chosen.value}")
    return desk.text("choose.stale") if found is not None and found.is_stale else ""


def reach(desk: Desk, found: Match) -> str:
    """Return in words how far it is; where that is not known it says so."""
    service = found.service
    if found.distance_km is not None:
        km = said_km(found.distance_km)
        return desk.text("choose.km", km=str(km)) if km else desk.text("choose.near")
    if service.remote:
        return desk.text("choose.remote")
    city = service.location.city if service.location else ""
    return desk.text("choose.far_in", city=city) if city else desk.text("choose.far_unknown")


def wait(desk: Desk, service: Service) -> str:
    """Return the waiting time with the day on which it was so; empty where nobody knows."""
    days = service.wait_days
    if days is None:
        return ""
    if days == 0:
        said = desk.text("choose.no_wait")
    elif days >= WEEKS_FROM:
        said = desk.text("choose.wait_weeks", weeks=str(round(days / DAYS_A_WEEK)))
    else:
        said = desk.text("choose.wait_one" if days == 1 else "choose.wait_days", days=str(days))
    return f"{said} ({day(service.wait_on)})" if service.wait_on and days else said


def wait_now(desk: Desk, service: Service, today: datetime.date) -> str:
    """Return the waiting time, and that nobody asked for it any more where that is long ago."""
    said = wait(desk, service)
    return desk.text("choose.long_ago", said=said) if said and wait_is_old(service, today) else said


def places(desk: Desk, service: Service, today: datetime.date) -> str:
    """Return how many could begin, with the day on which it was so; empty where nobody knows."""
    count = service.free_places
    if count is None:
        return ""
    key = {0: "choose.full", 1: "choose.one_place"}.get(count, "choose.places")
    said = desk.text(key, count=str(count))
    if service.free_places_on:
        said = f"{said} ({day(service.free_places_on)})"
    return desk.text("choose.long_ago", said=said) if places_are_old(service, today) else said


def cost(desk: Desk, kind: OptionKind, service: Service | None) -> str:
    """Return what it costs, with the year of an amount."""
    if service is not None and service.fees:
        return service.fees.of(desk.language)
    if service is not None and service.free:
        return desk.text("choose.free")
    said = kind.pays.of(desk.language)
    return f"{said} ({kind.pays_year})" if kind.pays_year else said


def is_gap(kind: OptionKind, found: Match | None) -> bool:
    """Tell whether the sociale kaart lacks what it should hold: somebody who offers this kind."""
    return found is None and kind.group is not Group.OWN_NETWORK and kind.id not in AT_PRACTICE


def _of_kind(desk: Desk, kind: OptionKind) -> tuple[Fact, ...]:
    return (
        Fact(icon="search", text=desk.text("choose.no_supply") if is_gap(kind, None) else ""),
        Fact(icon="route", text=kind.route.of(desk.language)),
        Fact(icon="euro", text=cost(desk, kind, None)),
        Fact(icon="later", text=desk.text("choose.this_week") if kind.this_week else ""),
    )


def _of_service(desk: Desk, kind: OptionKind, found: Match, today: datetime.date) -> tuple[Fact, ...]:
    service = found.service
    number = service.phones[0].number if service.phones else ""
    spoken_to = ", ".join(part for part in (service.contact.name, number) if part)
    return (
        Fact(icon="euro", text=cost(desk, kind, service)),
        Fact(icon="phone", text=spoken_to),
        Fact(icon="pin", text=reach(desk, found)),
        Fact(icon="later", text=wait_now(desk, service, today), is_old=wait_is_old(service, today)),
        Fact(icon="person", text=places(desk, service, today), is_old=places_are_old(service, today)),
        Fact(icon="check", text=_checked(desk, service)),
    )


def _checked(desk: Desk, service: Service) -> str:
    """Return the day on which somebody made sure of it; empty where nobody ever did, which the warning says."""
    on = service.assured_date
    return "" if on == datetime.date.min else desk.text("choose.checked", day=day(on))
