"""A kind of help with the service that was looked at, in words for the person."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace

from intake_app.advice.kinds import AT_PRACTICE, OptionKind
from intake_app.advice.matching import Match
from intake_app.core.ids import KindId
from intake_app.directory.freshness import is_stale
from intake_app.directory.model import Service
from intake_app.export.templating import day, phone
from intake_app.export.views import Inputs, Speech, different, sentence, short
from intake_app.export.views_visible import Visible

MOST_REASONS = 2
"""Reasons at one kind on the person's paper. Source: docs/sources/domain.md §7, few and short sentences."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_WEEK, _SPOKEN_IN_DAYS = 7, 21


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """What somebody must know to begin: what it is, why, what it costs, how to start, whom to call.

    `why` is empty where only answers about safety speak for it; then `for_whom` says whom it suits. Every
    other text may be empty too. `number` is a telephone number, `reach` a word about calling it; `website`
    stands in for a number where there is none.
    """

    kind: str
    name: str
    what: str
    why: str
    for_whom: str
    cost: str
    start: str
    service: str
    number: str
    reach: str
    website: str
    place: str
    waiting: str
    checked: str
    warning: str
    is_later: bool = False


def help_with(kind: OptionKind, visible: Visible, speech: Speech, service_id: str = "") -> HelpView:
    """Return a kind in words, with the chosen service, else with the one that fits best."""
    inputs = visible.inputs
    found = _match(kind.id, inputs, service_id)
    why = _why(kind, visible, speech)
    bare = HelpView(
        kind=str(kind.id),
        name=speech.of(kind.name),
        what=speech.of(kind.what),
        why=why,
        for_whom="" if why else speech.of(kind.for_whom),
        cost=_cost(kind, speech),
        start=speech.of(kind.route),
        service="",
        number="",
        reach="",
        website="",
        place="",
        waiting="",
        checked=_checked(kind.checked, speech),
        warning="",
    )
    if kind.id in AT_PRACTICE and inputs.setting("gp_phone"):
        number = phone(speech.language, inputs.setting("gp_phone"))
        return replace(bare, service=inputs.setting("practice_name"), number=number)
    return bare if found is None else _with_service(bare, found, speech)


def _match(kind: KindId, inputs: Inputs, service_id: str) -> Match | None:
    proposal = inputs.picture.advice.proposal(kind)
    matches = () if proposal is None else proposal.matches
    if not service_id:
        return matches[0] if matches else None
    chosen = next((each for each in matches if each.service.id == service_id), None)
    if chosen is not None:
        return chosen
    today = inputs.conversation.situation.date
    services = inputs.knowledge.supply.directory.services
    named = next((each for each in services if each.id == service_id), None)
    return None if named is None else Match(service=named, distance_km=None, is_stale=is_stale(named, today))


def _with_service(bare: HelpView, found: Match, speech: Speech) -> HelpView:
    service = found.service
    number = phone(speech.language, service.phones[0].number) if service.phones else ""
    return replace(
        bare,
        service=_service_name(service, speech),
        number=number,
        reach=_reach(service, speech),
        website="" if number else service.url,
        place=_place(service),
        waiting=_waiting(service, speech),
        checked=_checked(service.assured_date.isoformat(), speech),
        cost=sentence(speech.of(service.fees)) if service.fees else bare.cost,
        warning=speech.say("person_paper.stale") if found.is_stale else "",
    )


def _service_name(service: Service, speech: Speech) -> str:
    own, organization = service.name, service.organization.name
    name = own if organization in own else organization if own in organization else f"{own}, {organization}"
    return f"{name} {speech.say('documents.example')}" if service.example else name


def _reach(service: Service, speech: Speech) -> str:
    """Return what to know before calling: what it costs, who answers and when."""
    about = speech.of(service.phones[0].description) if service.phones else ""
    contact = service.contact
    found = different(sentence(each) for each in (about, contact.name, speech.of(contact.reachable)))
    return " ".join(each for each in found if each != sentence(speech.of(service.fees)))


def _place(service: Service) -> str:
    location = service.location
    return "" if location is None else ", ".join(different((location.address, location.city)))


def _waiting(service: Service, speech: Speech) -> str:
    if service.wait_days is None:
        return ""
    if service.wait_days == 0:
        wait = speech.say("person_paper.no_wait")
    elif service.wait_days < _SPOKEN_IN_DAYS:
        wait = speech.say("person_paper.wait_days", days=str(service.wait_days))
    else:
        wait = speech.say("person_paper.wait_weeks", weeks=str(round(service.wait_days / _WEEK)))
    if service.wait_on is None:
        return wait
    return speech.say("person_paper.wait_on", wait=wait, day=day(speech.language, service.wait_on))


def _checked(checked: str, speech: Speech) -> str:
    try:
        on = datetime.date.fromisoformat(checked)
    except ValueError:
        return ""
    return speech.say("documents.checked_on", day=day(speech.language, on))


def _cost(kind: OptionKind, speech: Speech) -> str:
    text = speech.of(kind.pays)
    if not text or not kind.pays_year or kind.pays_year in text:
        return text
    return speech.say("person_paper.cost_year", text=text, year=kind.pays_year)


def _why(kind: OptionKind, visible: Visible, speech: Speech) -> str:
    proposal = visible.inputs.picture.advice.proposal(kind.id)
    if proposal is None:
        return ""
    reasons = [each for each in visible.reasons(proposal.outcome.reasons) if not visible.is_about_safety(each)]
    reasons.sort(key=lambda each: -each.weight)
    texts = different(sentence(short(speech.of(each.text))) for each in reasons)[:MOST_REASONS]
    return " ".join(different(part for text in texts for part in _SENTENCES.split(text)))
