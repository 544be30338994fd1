"""A kind of help with the service that was looked at, in words for the person."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake_app.advice.chosen import Now, chosen_service
from intake_app.advice.kinds import AT_PRACTICE, OptionKind
from intake_app.directory.freshness import is_stale
from intake_app.directory.model import Service
from intake_app.export.templating import phone
from intake_app.export.views import Inputs, Speech, different, sentence, short
from intake_app.export.views_visible import Visible
from intake_app.export.views_waiting import waiting_words

MOST_REASONS = 2
"""Reasons at one kind on the person's paper. Source: docs/sources/domain.md §7, few and short sentences."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """What somebody must know to begin: what it is, why, what it costs, how to start, whom to call.

    `why` is empty where only answers about safety speak for it; then `for_whom` says whom it suits. Every
    other text may be empty too. `number` is a telephone number, `reach` a word about calling it, `code_words` what the
    code beside it does; `website` stands in for a number where there is none.
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
    code_words: str = ""


def help_with(kind: OptionKind, visible: Visible, speech: Speech, service_id: str = "") -> HelpView:
    """Return a kind in words, with the chosen service, else with the one that fits best.

    A chosen service that was set aside since is not named; it says that what was chosen cannot be now.
    """
    inputs = visible.inputs
    found, warning = _service(kind, inputs, speech, service_id)
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
        warning=warning,
    )
    if kind.id in AT_PRACTICE and inputs.setting("gp_phone"):
        number = phone(speech.language, inputs.setting("gp_phone"))
        words = _code_words(number, speech)
        return replace(bare, service=inputs.setting("practice_name"), number=number, code_words=words)
    return bare if found is None else _with_service(bare, found, speech, inputs.conversation.situation.date)


def _service(kind: OptionKind, inputs: Inputs, speech: Speech, id_: str) -> tuple[Service | None, str]:
    """Return the service to name, and what to know before one goes there; None where it cannot be any more."""
    proposal, talk = inputs.picture.advice.proposal(kind.id), inputs.conversation
    if not id_:
        matches = () if proposal is None else proposal.matches
        service, gone = (matches[0].service if matches else None), ""
    else:
        chosen = chosen_service(id_, talk.choice(kind.id), inputs.knowledge.supply.directory)
        service, gone = chosen.service, speech.say("person_paper.gone") if chosen.now is Now.GONE else ""
        if service is None:
            return None, speech.say("person_paper.set_aside")
    stale = service is not None and is_stale(service, talk.situation.date)
    return service, gone or (speech.say("person_paper.stale") if stale else "")


def _with_service(bare: HelpView, service: Service, speech: Speech, today: datetime.date) -> HelpView:
    number = phone(speech.language, service.phones[0].number) if service.phones else ""
    return replace(
        bare,
        service=_service_name(service, speech),
        number=number,
        code_words=_code_words(number, speech, service.url),
        reach=_reach(service, speech),
        website="" if number else service.url,
        place=_place(service),
        waiting=waiting_words(service, speech, today),
        checked=_checked_on(service.assured_date, speech),
        cost=_service_cost(service, speech) or bare.cost,
    )


def _code_words(number: str, speech: Speech, website: str = "") -> str:
    """Return what a code does that calls a number, or else opens a website."""
    if number:
        return speech.marked(speech.say("pictures.call_code", number=number))
    return speech.marked(speech.say("pictures.website_code", website=website)) if website else ""


def _service_cost(service: Service, speech: Speech) -> str:
    """Return what a service itself says that it costs."""
    if service.fees:
        return sentence(speech.of(service.fees))
    return sentence(speech.say("choose.free")) if service.free else ""


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


def _checked(checked: str, speech: Speech) -> str:
    try:
        on = datetime.date.fromisoformat(checked)
    except ValueError:
        return ""
    return _checked_on(on, speech)


def _checked_on(on: datetime.date, speech: Speech) -> str:
    """Return the day on which somebody made sure; empty where nobody ever did."""
    return "" if on == datetime.date.min else speech.say("documents.checked_on", day=speech.day(on))


def own_part(helps: Iterable[HelpView], says: Speech) -> str:
    """Return what the insurer's word for the part that one pays oneself means; empty where no cost names it.

    People meet the word in every letter of their insurer, so it is explained and not avoided (domain.md §7).
    """
    term = says.words.text("documents.own_part_term", says.language)
    if not any(term in each.cost for each in helps):
        return ""
    return says.marked(says.words.text("documents.own_part", says.language))


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
