"""The leaflet of the sociale kaart: what a person takes home about one service or more.

It holds what one must know to go there. What is only for the practice is not on it: notes, why something is never
offered, and who checked it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from intake_app.core.text import Language
from intake_app.directory.model import Service
from intake_app.export.press import Page, Press
from intake_app.export.templating import day
from intake_app.export.views_service import ServiceView, service_view

_LABELS = ("title", "footer")
_TEMPLATE = "service_leaflet.xml.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """All services, and which of them begin a page (counted from 0); `mark` says what a fictional one is."""

    made: str
    mark: str
    services: tuple[ServiceView, ...]
    breaks: frozenset[int] = frozenset()


def leaflet_markup(
    services: Sequence[Service],
    press: Press,
    language: Language,
    today: datetime.date,
    breaks: frozenset[int] = frozenset(),
) -> str:
    """Return the leaflet in the markup of `intake_app.export.pdf.markup`; services in `breaks` begin a page."""
    says = press.speech(language)
    view = _View(
        made=says.say("service_leaflet.made", day=day(language, today)),
        mark=says.say("service_leaflet.example") if any(each.example for each in services) else "",
        services=tuple(service_view(each, says, today) for each in services),
        breaks=breaks,
    )
    return press.markup(_TEMPLATE, Page(paper=view, words=says.all("service_leaflet", _LABELS)), language)


def service_leaflet_pdf(services: Sequence[Service], press: Press, language: Language, today: datetime.date) -> bytes:
    """Return the leaflet as the bytes of a PDF, with no service on two pages unless it is longer than one."""
    from intake_app.export.pdf.whole import page_starts  # noqa: PLC0415 - ReportLab loads when a page is drawn

    whole = leaflet_markup(services, press, language, today)
    starts = page_starts(whole, press.fonts, "steps")
    return press.pdf(leaflet_markup(services, press, language, today, starts) if starts else whole)
