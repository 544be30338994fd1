"""Warme overdracht: one sheet for each social or peer organisation that was chosen, with what the person lets go along.

It follows a call, and asks for word back. A name, an address and a number are filled in by hand: the program has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake_app.advice.plan import Choice, Step
from intake_app.conversation.consent import may_read, service_recipient
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.problems import problem
from intake_app.directory.model import Service
from intake_app.export.consented import consent_line, locked_without, released_texts
from intake_app.export.for_organisation import ForOrganisation, chosen_organisations, for_organisation
from intake_app.export.making import PART, Maker, PaperSpec, Reader, held_by_flags
from intake_app.export.templating import phone
from intake_app.export.views import (
    QUOTE_LENGTH,
    Inputs,
    Speech,
    corner_mark,
    different,
    sentence,
    short,
    talk_on,
    unclosed,
)
from intake_app.export.views_record import named
from intake_app.questionnaire.situation import Person

HANDOVER = "handover"
_MOST_QUOTES = 4
_MOST_STEPS = 6
_LABELS = (
    *("title", "footer", "call_first", "call", "ask_for", "person", "by_hand", "name", "number", "from_whom"),
    *("question", "no_question", "agreed", "nothing_agreed", "reach", "reach_ask", "not_title", "released"),
    *("back_title", "back_contact", "back_first", "back_fits", "back_to", "consent_title"),
)
_NOT = ("not_again", "not_voicemail", "not_others", "not_further")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverView:
    """The whole sheet. `shows` names the items that the person agreed to; `released` was released one by one."""

    service: str
    subtitle: str
    mark: str
    words: Mapping[str, str]
    shows: frozenset[str]
    number: str
    ask_for: str
    person: str
    quotes: tuple[str, ...]
    agreed: tuple[str, ...]
    not_to_do: tuple[str, ...]
    released: tuple[str, ...]
    back_to: str
    back_by: str
    consent: str


def handover_view(inputs: Inputs, says: Speech, choice: Choice, service: Service) -> HandoverView:
    """Return what the sheet for the service of a choice shows."""
    may, talk = for_organisation(inputs, choice), inputs.conversation
    recipient = service_recipient(str(service.id))
    practice, number = inputs.setting("practice_name"), phone(says.language, inputs.setting("gp_phone"))
    again = talk.plan.speak_again
    return HandoverView(
        service=service.name,
        subtitle=" · ".join(different((says.say("handover_paper.to", name=service.name), talk_on(inputs, says)))),
        mark=corner_mark(inputs, says),
        words=says.all("handover_paper", _LABELS),
        shows=may_read(talk, recipient),
        number=phone(says.language, service.phones[0].number) if service.phones else "",
        ask_for=service.contact.name.strip(),
        person=_person(may.person, says),
        quotes=_quotes(may, says),
        agreed=tuple(_agreed(step, says) for step in may.steps[:_MOST_STEPS]),
        not_to_do=tuple(says.say(f"handover_paper.{each}") for each in _NOT),
        released=tuple(map(sentence, released_texts(inputs, recipient, says))),
        back_to=", ".join(different((practice, number))),
        back_by="" if again is None else says.say("handover_paper.back_by", day=says.day(again)),
        consent=consent_line(talk, recipient, service.name, says),
    )


def _person(person: Person | None, says: Speech) -> str:
    """Return who it is, as far as somebody must know to make an appointment: no postcode, no birth year."""
    if person is None:
        return ""
    gender = says.say(f"huisarts_paper.{person.gender}") if person.gender else ""
    years = "" if person.age is None else says.say("huisarts_paper.years", age=str(person.age))
    return sentence(", ".join(different((gender, years))) or says.say("huisarts_paper.unknown_person"))


def _quotes(may: ForOrganisation, says: Speech) -> tuple[str, ...]:
    found = different(short(text, QUOTE_LENGTH) for text in (may.own_words, *(wish.text for wish in may.wishes)))
    return tuple(says.quote(text) for text in found[:_MOST_QUOTES])


def _agreed(step: Step, says: Speech) -> str:
    by = "" if step.by is None else says.say("person_paper.before", day=says.short_day(step.by))
    facts = ", ".join(different((short(named(step.who, "roles.", says).words), by)))
    text, smallest = unclosed(short(step.text)), sentence(short(step.smallest_start))
    begin = says.say("handover_paper.smallest", text=smallest) if smallest else ""
    return " ".join(different((sentence(f"{text} ({facts})" if facts else text), begin)))


def _listed(knowledge: Knowledge, talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    held = held_by_flags(picture)
    found = (service for _, service in chosen_organisations(knowledge, talk, picture))
    specs = (_spec(service, talk, number) for number, service in enumerate(found, start=1))
    return tuple(replace(spec, locked_by=(*held, *spec.locked_by)) for spec in specs)


def _spec(service: Service, talk: Conversation, number: int) -> PaperSpec:
    recipient = service_recipient(str(service.id))
    missing = problem("consent_missing_service", f"{HANDOVER}{PART}{service.id}", name=service.name)
    return PaperSpec(
        id=f"{HANDOVER}{PART}{service.id}",
        file_name=f"overdracht-{number}.pdf",
        locked_by=locked_without(talk, recipient, missing),
        reader=Reader.OTHERS,
        about=service.name,
        recipient=recipient,
    )


def _viewed(inputs: Inputs, says: Speech, part: str) -> HandoverView:
    found = chosen_organisations(inputs.knowledge, inputs.conversation, inputs.picture)
    choice, service = next((choice, service) for choice, service in found if str(service.id) == part)
    return handover_view(inputs, says, choice, service)


HANDOVER_PAPER = Maker(name=HANDOVER, template="handover.xml.j2", listed=_listed, view=_viewed)
