"""A talk as far as FHIR holds it: what applies, in texts of signs that FHIR knows, and nothing of our own bookkeeping.

Reading a bundle back gives exactly this. It is not what keeps a secret: what must stay inside is taken out before.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from intake_app.advice.plan import Choice, Plan, Step
from intake_app.conversation.model import Consent, Conversation, Strength, Wish
from intake_app.core.ids import QuestionId
from intake_app.exchange.fhir.facts import BY_NAME, is_for_organisation
from intake_app.exchange.fhir.pieces import Basis
from intake_app.questionnaire.answers import Answer, Given, NotAsked
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.questionnaire.validation import check_value

_OTHER_BLANKS = re.compile(r"[^\S \r\n\t]")
PERSON = "person"
_NO_SIGNS = frozenset({"Cc", "Cs"})


def plain(text: str) -> str:
    """Return a text with the signs that FHIR allows: no control signs, and only the plain blanks."""
    blank = _OTHER_BLANKS.sub(" ", text)
    return "".join(sign for sign in blank if sign in "\r\n\t" or unicodedata.category(sign) not in _NO_SIGNS).strip()


def sendable(talk: Conversation, basis: Basis) -> Conversation:
    """Return the talk as it is written, and as it is read back."""
    base = Conversation(
        id=talk.id,
        situation=_situation(talk.situation),
        opened=_moment(talk.opened),
        strengths=tuple(_strength(each) for each in talk.strengths if plain(each.text)),
        wishes=tuple(_wish(each) for each in talk.wishes),
        choices=tuple(_choice(each) for each in talk.choices),
        plan=_plan(talk.plan),
        consents=tuple(_consent(each) for each in talk.consents if plain(each.recipient) and not each.revoked),
    )
    base = _to_organisation(base) if is_for_organisation(base) else base
    answers = _that_apply(_answers(talk.answers, basis), base, basis)
    return replace(base, answers=answers, notes=_notes(talk.notes, base, answers, basis))


def _to_organisation(talk: Conversation) -> Conversation:
    """Return a talk without what an organisation is not told: when it is read, that is as if nobody had said it."""
    found = talk.situation
    person = Person(age=found.person.age_on(found.date), gender=found.person.gender)
    return replace(
        talk,
        situation=Situation(mode=Mode.EXPLORATORY, date=found.date, person=person, participants=()),
        wishes=tuple(Wish(topic=each.topic, text=each.text, one_higher=each.one_higher) for each in talk.wishes),
        strengths=tuple(Strength(topic=each.topic, text=each.text) for each in talk.strengths),
    )


def named_in(talk: Conversation, basis: Basis) -> Basis:
    """Return the basis that names, of what is never named, what the talk holds: it was released."""
    topics = (*(str(each.topic) for each in talk.wishes), *(str(each.topic) for each in talk.strengths))
    return replace(basis, never_named=basis.never_named - {*map(str, talk.answers), *talk.notes, *topics})


def _answers(answers: Mapping[QuestionId, Answer], basis: Basis) -> dict[QuestionId, Answer]:
    questions = basis.knowledge.questionnaire.questions
    found: dict[QuestionId, Answer] = {}
    for id_ in basis.knowledge.questionnaire.order:
        answer = answers.get(id_)
        if isinstance(answer, NotAsked):
            answer = NotAsked(reason=plain(answer.reason))
        elif isinstance(answer, Given):
            value = plain(answer.value) if isinstance(answer.value, str) else answer.value
            is_endless = isinstance(value, float) and not math.isfinite(value)
            fits = not is_endless and check_value(questions[id_], value, "") is None
            answer = Given(value=value) if fits else None
        if answer is not None:
            found[id_] = answer
    return found


def _that_apply(answers: dict[QuestionId, Answer], base: Conversation, basis: Basis) -> dict[QuestionId, Answer]:
    """Return the answers to questions that apply; without one that does not, another may apply no longer."""
    facts = base.situation.facts(wishes=base.wish_topics, strengths=base.strength_topics)
    while True:
        routing = basis.knowledge.engine.router.route(answers, facts)
        left = {id_: answer for id_, answer in answers.items() if routing.is_shown(id_)}
        if len(left) == len(answers):
            return left
        answers = left


def _notes(
    notes: Mapping[str, str], base: Conversation, answers: dict[QuestionId, Answer], basis: Basis
) -> dict[str, str]:
    facts = base.situation.facts(wishes=base.wish_topics, strengths=base.strength_topics)
    routing, known = basis.knowledge.engine.router.route(answers, facts), basis.knowledge.questionnaire
    shown = {str(id_) for id_ in known.order if routing.is_shown(id_)} | set(map(str, known.topics))
    return {about: text for about, given in sorted(notes.items()) if about in shown and (text := plain(given))}


def _situation(found: Situation) -> Situation:
    person = found.person
    return Situation(
        mode=found.mode,
        date=found.date,
        channel=found.channel,
        person=Person(
            birth_year=person.birth_year,
            age=person.age,
            gender=_known(person.gender, "gender"),
            pc4=plain(person.pc4),
            language=plain(person.language) or "nl",
            literacy=_known(person.literacy, "literacy") or "ok",
        ),
        participants=found.participants,
        interpreter=found.interpreter,
        referrer_role=plain(found.referrer_role),
        referrer_reason=plain(found.referrer_reason),
        gut_feeling=found.gut_feeling,
    )


def _known(word: str, fact: str) -> str:
    return word if word in BY_NAME[fact].codes else ""


def _moment(opened: datetime.datetime) -> datetime.datetime:
    """Return the beginning to the second; only the day where the zone is not known."""
    return datetime.datetime.combine(opened.date(), datetime.time()) if opened.tzinfo is None else _second(opened)


def _second(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(microsecond=0)


def _wish(wish: Wish) -> Wish:
    return replace(
        wish,
        topic=plain(str(wish.topic)),
        text=plain(wish.text),
        one_higher=plain(wish.one_higher),
        told_by=plain(wish.told_by) or PERSON,
        for_whom=plain(wish.for_whom) or PERSON,
    )


def _strength(strength: Strength) -> Strength:
    told_by = plain(strength.told_by) or PERSON
    return replace(strength, topic=plain(str(strength.topic)), text=plain(strength.text), told_by=told_by)


def _choice(choice: Choice) -> Choice:
    """Return a decision without the copy of the service: that is the directory's."""
    return replace(choice, service=plain(str(choice.service)), reason=plain(choice.reason), shown=None)


def _plan(plan: Plan) -> Plan:
    steps = (
        Step(
            text=plain(step.text),
            who=plain(step.who) or PERSON,
            by=step.by,
            smallest_start=plain(step.smallest_start),
            kind=step.kind,
            service=plain(str(step.service)),
            for_whom=plain(step.for_whom) or PERSON,
        )
        for step in plan.steps
        if plain(step.text)
    )
    return Plan(
        steps=tuple(steps),
        when_worse=plain(plan.when_worse),
        when_it_fails=plain(plan.when_it_fails),
        speak_again=plan.speak_again,
        speak_how=plain(plan.speak_how),
    )


def _consent(given: Consent) -> Consent:
    items = tuple(dict.fromkeys(text for each in given.items if (text := plain(each))))
    return Consent(recipient=plain(given.recipient), items=items, on=given.on)
