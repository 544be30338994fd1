"""What was found, as lines: the facts that decide, without opening anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake_app.core.ids import ServiceId
from intake_app.directory.query import Found, Hit
from intake_app.ui.presenters.directory_search import Chosen
from intake_app.ui.presenters.directory_words import FactWords, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One line. `about` is what it is and whose, `speaks` whom one calls; `spoken` says all of it aloud."""

    id: ServiceId
    name: str
    about: str
    speaks: str
    facts: str
    hindrance: str
    mark: Mark
    spoken: str


def row_of(words: FactWords, hit: Hit) -> RowView:
    """Return the line of a service."""
    service = hit.service
    number, contact = words.number(service), service.contact.name
    speaks = words.say("speaks", number=number, name=contact) if number and contact else number or contact
    speaks = speaks or words.say("no_number")
    owner = service.organization.name if service.organization.name not in service.name else ""
    about = " · ".join(filter(None, (words.kinds(service), owner)))
    told = (words.wait(service), words.cost(service), words.reach(hit), words.referral(service), words.places(service))
    facts, mark, hindrance = " · ".join(filter(None, told)), words.mark(service), words.hindrance(service)
    spoken = ", ".join(filter(None, (service.name, hindrance, about, speaks, facts.replace(" · ", ", "), mark.words)))
    return RowView(
        id=service.id,
        name=service.name,
        about=about,
        speaks=speaks,
        facts=facts,
        hindrance=hindrance,
        mark=mark,
        spoken=spoken,
    )


def count_words(words: FactWords, found: Found) -> str:
    """Return how much was found."""
    count = len(found.hits)
    return words.say({0: "count_none", 1: "count_one"}.get(count, "count_many"), count=str(count))


def read_as_words(words: FactWords, found: Found) -> str:
    """Return how words that nobody knows were read; empty where all were known."""
    read = ", ".join(dict.fromkeys(known for _, known in found.read_as))
    return words.say("read_as", words=read) if read else ""


def note_words(words: FactWords, chosen: Chosen, found: Found) -> str:
    """Return what one must know about distances: no postcode to order by, or one whose distances nobody knows."""
    pc4 = chosen.pc4
    if not pc4:
        return words.say("near_needs_postcode") if chosen.sorts_by_distance else ""
    placed = [hit for hit in found.hits if hit.service.location and hit.service.location.pc4]
    is_unknown = bool(placed) and all(hit.distance_km is None for hit in placed)
    return words.say("no_distance", pc4=pc4) if is_unknown else ""


def empty_words(words: FactWords, chosen: Chosen, *, has_entries: bool, may_change: bool) -> str:
    """Return what to do where nothing is shown."""
    if not has_entries:
        return words.say("no_entries" if may_change else "no_entries_reading")
    return words.say("nothing_filters" if chosen.has_filters else "nothing_words")


def place_in(hits: Sequence[Hit], wanted: str) -> int:
    """Return where a service stands among what was found; 0 where it is not there."""
    return next((at for at, hit in enumerate(hits) if hit.service.id == wanted), 0)
