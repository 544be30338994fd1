"""A talk as another system may know it: what the person lets a recipient read, without what must stay inside.

It is held back here and nowhere else: what writes it down in another form gets nothing that must not be there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from intake_app.advice.plan import Choice, DecidedBy, Plan
from intake_app.conversation.consent import HUISARTS, RELEASE, consent_of, may_read, released_to, service_of
from intake_app.conversation.knowledge import Knowledge
from intake_app.conversation.model import Conversation, Strength, Wish
from intake_app.core.ids import QuestionId
from intake_app.core.problems import ProblemsError, problem
from intake_app.export.consented import held_items
from intake_app.export.for_organisation import ForOrganisation, chosen_organisations, for_organisation
from intake_app.export.making import held_by_flags
from intake_app.export.views import Inputs, speech
from intake_app.export.views_alone import silent_items
from intake_app.export.views_visible import Visible, held_back
from intake_app.questionnaire.answers import NOT_ALONE, Answer, Given, NotAsked
from intake_app.questionnaire.situation import Person, Situation

OWN_QUESTION = QuestionId("own_question")
_Item = TypeVar("_Item")


def never_named(knowledge: Knowledge) -> frozenset[str]:
    """Return the questions and topics of this content that no other system hears of."""
    held = held_back(knowledge)
    return held.questions | held.topics


def leaving(inputs: Inputs, recipient: str) -> Conversation:
    """Return the talk as far as a recipient may know it.

    Raises:
        ProblemsError: `consent_missing`; for an organisation also what holds its sheet back, and `paper_unknown` where
            there is no such sheet.
    """
    consent, items = consent_of(inputs.conversation, recipient), may_read(inputs.conversation, recipient)
    if consent is None or not items:
        raise ProblemsError((problem("consent_missing", recipient),))
    released = _released(inputs, recipient)
    inside = replace(consent, items=tuple(each for each in consent.items if not each.startswith(RELEASE)))
    if recipient == HUISARTS:
        return replace(_ForHuisarts(inputs, items, released).talk(), consents=(inside,))
    choice = _chosen_at(service_of(recipient), inputs)
    found = _organisation_talk(inputs, for_organisation(inputs, choice), released)
    return replace(found, consents=(inside,))


def _chosen_at(service: str, inputs: Inputs) -> Choice:
    """Return the choice that an organisation has its sheet for; while that is held back, the data are too."""
    held = held_by_flags(inputs.picture)
    if held:
        raise ProblemsError(held)
    for choice, found in chosen_organisations(inputs.knowledge, inputs.conversation, inputs.picture):
        if str(found.id) == service:
            return choice
    raise ProblemsError((problem("paper_unknown", service),))


def _organisation_talk(inputs: Inputs, may: ForOrganisation, released: frozenset[str]) -> Conversation:
    """Return what an organisation may read, and what was released to it. What it may not know is empty."""
    talk, day = inputs.conversation, inputs.conversation.situation.date
    own = {OWN_QUESTION: Given(value=may.own_words)} if may.own_words else {}
    kinds = {str(each.kind) for each in may.choices}
    chosen = _picked("choice", talk.choices, released)
    return Conversation(
        id=talk.id,
        situation=Situation(mode=talk.situation.mode, date=day, person=may.person or Person(), participants=()),
        opened=datetime.datetime.combine(day, datetime.time()),
        answers=own | {id_: each for id_, each in talk.answers.items() if f"answer:{id_}" in released},
        notes={about: text for about, text in talk.notes.items() if f"note:{about}" in released},
        strengths=_picked("strength", talk.strengths, released),
        wishes=(
            *(Wish(topic="", text=each.text) for each in may.wishes),
            *_picked("wish", talk.wishes, released),
        ),
        choices=(
            *(replace(each, reason="") for each in may.choices if not _is_in(each, chosen)),
            *chosen,
        ),
        plan=Plan(
            steps=(
                *(replace(each, kind=each.kind if str(each.kind) in kinds else "") for each in may.steps),
                *_picked("step", talk.plan.steps, released),
            )
        ),
    )


def _picked(name: str, items: Sequence[_Item], released: frozenset[str]) -> tuple[_Item, ...]:
    """Return those of several items that were released: each by its own place, two about one thing are two."""
    return tuple(each for at, each in enumerate(items, start=1) if f"{name}:{at}" in released)


def _is_in(item: object, items: Iterable[object]) -> bool:
    """Tell whether it is one of these itself, not one that says the same."""
    return any(each is item for each in items)


class _ForHuisarts:
    """One talk on its way to the huisarts."""

    def __init__(self, inputs: Inputs, items: frozenset[str], released: frozenset[str]) -> None:
        self._visible, self._talk = Visible(inputs), inputs.conversation
        self._items, self._released = items, released
        self._all = "answers" in items
        talk = self._talk
        self._let_out: tuple[object, ...] = (
            *_picked("wish", talk.wishes, released),
            *_picked("strength", talk.strengths, released),
            *_picked("choice", talk.choices, released),
            *_picked("step", talk.plan.steps, released),
        )

    def talk(self) -> Conversation:
        """Return what leaves, without the consent."""
        talk = self._talk
        return Conversation(
            id=talk.id,
            situation=self._situation(talk.situation),
            opened=talk.opened,
            answers={id_: answer for id_, answer in talk.answers.items() if self._may_leave(id_, answer)},
            notes={about: text for about, text in talk.notes.items() if self._may_leave_note(about)},
            strengths=tuple(each for each in talk.strengths if self._strength(each)),
            wishes=tuple(each for each in talk.wishes if self._wish(each)),
            choices=tuple(self._choices()),
            plan=self._plan(),
        )

    def _situation(self, found: Situation) -> Situation:
        """Return the circumstances; not whether one could speak freely, nor where to call back."""
        return Situation(
            mode=found.mode,
            date=found.date,
            channel=found.channel,
            person=found.person,
            participants=found.participants,
            interpreter=found.interpreter,
            referrer_role=found.referrer_role,
            referrer_reason=self._referrer_reason(),
            gut_feeling=found.gut_feeling and "safety" in self._items,
        )

    def _referrer_reason(self) -> str:
        """Return why somebody was sent: part of the question; inside while something silent stands beside it."""
        if "referrer" in self._released:
            return self._talk.situation.referrer_reason
        return self._visible.referrer_reason() if "question" in self._items else ""

    def _covers(self, id_: str) -> bool:
        """Tell whether the consent covers a question or topic."""
        if id_ == OWN_QUESTION:
            return "question" in self._items
        question = self._visible.question(id_)
        return self._all if question is None or not question.safety else "safety" in self._items

    def _may_leave(self, id_: QuestionId, answer: Answer) -> bool:
        if f"answer:{id_}" in self._released:
            return True
        if isinstance(answer, NotAsked) and answer.reason == NOT_ALONE:
            return False
        return self._visible.question(id_) is not None and self._covers(id_)

    def _may_leave_note(self, about: str) -> bool:
        return f"note:{about}" in self._released or (bool(self._visible.note(about)) and self._covers(about))

    def _wish(self, wish: Wish) -> bool:
        allowed = wish in self._visible.wishes() and "question" in self._items
        return allowed or _is_in(wish, self._let_out)

    def _strength(self, strength: Strength) -> bool:
        allowed = strength in self._visible.strengths() and self._all
        return allowed or _is_in(strength, self._let_out)

    def _choices(self) -> Iterator[Choice]:
        shown = self._visible.choices() if "choices" in self._items else ()
        for choice in self._talk.choices:
            if _is_in(choice, self._let_out):
                yield choice
            elif choice in shown:
                # what a practitioner wrote as a reason may rest on what stays inside
                yield replace(choice, reason="") if choice.by is DecidedBy.PRACTITIONER else choice

    def _plan(self) -> Plan:
        if "choices" not in self._items:
            return Plan(steps=_picked("step", self._talk.plan.steps, self._released))
        plan, shown = self._talk.plan, self._visible.steps()
        return replace(plan, steps=tuple(step for step in plan.steps if step in shown or _is_in(step, self._let_out)))


def _released(inputs: Inputs, recipient: str) -> frozenset[str]:
    """Return what was released to a recipient and still stands as it was: `answer:…`, `note:…`, and so on."""
    wanted = released_to(inputs.conversation, recipient)
    if not wanted:
        return frozenset()
    says = speech(inputs, "nl")
    found = zip(held_items(inputs, says), silent_items(inputs, (), says), strict=True)
    return frozenset(each.id.partition("/")[2] for held, each in found if held.item in wanted)
