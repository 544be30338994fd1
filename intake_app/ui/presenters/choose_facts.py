"""The facts on a card: what it costs, how far it is, how long one waits, whom to call, when it was checked."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from intake_app.advice.kinds import OptionKind
from intake_app.advice.matching import Match
from intake_app.conversation.desk import Desk
from intake_app.directory.model import Service

DAYS_A_WEEK, WEEKS_FROM = 7, 21
"""From three weeks a waiting time is said in weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line on a card, with the name of its icon."""

    icon: str
    text: str


def day(on: datetime.date) -> str:
    """Return a day in figures, as on a card."""
    return f"{on.day}-{on.month}-{on.year}"


def facts_of(desk: Desk, kind: OptionKind, found: Match | None) -> tuple[Fact, ...]:
    """Return the facts of a kind, or of the service that was chosen for it."""
    lines = _of_kind(desk, kind) if found is None else _of_service(desk, kind, found)
    return tuple(Fact(icon=icon, text=text) for icon, text in lines if text)


def warning_of(desk: Desk, found: Match | None) -> str:
    """Return the warning that nobody checked it for a year; empty when it is fresh."""
    return desk.text("choose.stale") if found is not None and found.is_stale else ""


def reach(desk: Desk, found: Match) -> str:
    """Return in words how far it is."""
    service, km = found.service, found.distance_km
    if km is not None:
        return desk.text("choose.near") if km == 0.0 else desk.text("choose.km", km=str(max(1, round(km))))
    if service.remote:
        return desk.text("choose.remote")
    return service.location.city if service.location else ""


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
        said = desk.text("choose.wait_days", days=str(days))
    return f"{said} ({day(service.wait_on)})" if service.wait_on and days else said


def cost(desk: Desk, kind: OptionKind, service: Service | None) -> str:
    """Return what it costs, with the year of an amount."""
    if service is not None and service.fees:
        return service.fees.of(desk.language)
    if service.free if service is not None else kind.free:
        return desk.text("choose.free")
    said = kind.pays.of(desk.language)
    return f"{said} ({kind.pays_year})" if kind.pays_year else said


def _of_kind(desk: Desk, kind: OptionKind) -> tuple[tuple[str, str], ...]:
    return (
        ("euro", cost(desk, kind, None)),
        ("later", desk.text("choose.this_week") if kind.this_week else ""),
        ("route", kind.route.of(desk.language)),
    )


def _of_service(desk: Desk, kind: OptionKind, found: Match) -> tuple[tuple[str, str], ...]:
    service = found.service
    number = service.phones[0].number if service.phones else ""
    spoken_to = ", ".join(part for part in (service.contact.name, number) if part)
    return (
        ("euro", cost(desk, kind, service)),
        ("phone", spoken_to),
        ("pin", reach(desk, found)),
        ("later", wait(desk, service)),
        ("check", desk.text("choose.checked", day=day(service.assured_date))),
    )
