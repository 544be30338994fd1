"""A file of answers (YAML or JSON) read into a conversation.

Every fault is named with file, line and remedy; a file with a fault is refused whole.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.advice.chosen import with_copy
from intake_app.advice.plan import Choice, DecidedBy, Decision, Plan, Step
from intake_app.conversation.model import (
    MOST_STRAIN,
    STRONGEST,
    Consent,
    Conversation,
    FlagAction,
    Strength,
    Tie,
    TieKind,
    Wish,
)
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan, wrong_plan
from intake_app.conversation.session import too_young
from intake_app.conversation.telling import wrong_tie
from intake_app.core.ids import ConversationId, FlagId, KindId, QuestionId, TieId
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.tree import Reader, parse
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Channel, Interpreter, Participant, Person, Situation
from intake_app.questionnaire.validation import LONGEST_TEXT, check_value
from intake_app.triage.flags import FlagHistory

if TYPE_CHECKING:
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.answers import Answer, Value
    from intake_app.questionnaire.model import Question

GENDERS = ("", "woman", "man", "other")
OLDEST = 120


def read_answers_file(text: str, file: str, knowledge: Knowledge, today: datetime.date) -> Conversation:
    """Read one file; raises `ProblemsError` with everything that is wrong in it."""
    problems: list[Problem] = []
    tree, lines, broken = parse(text, file)
    if broken:
        raise ProblemsError(tuple(broken))
    fields = Reader(tree, file, lines, problems)
    found = _conversation(fields, knowledge, today)
    wrong = too_young(found.situation)
    if wrong is not None:
        problems.append(problem(wrong.code, fields.where("person")))
    fields.done()
    if problems:
        raise ProblemsError(tuple(problems))
    return found


def _conversation(fields: Reader, knowledge: Knowledge, today: datetime.date) -> Conversation:
    situation = _situation(fields, today)
    actions = tuple(_flag_action(each, knowledge, situation.date) for each in fields.each("flag_actions"))
    topics = tuple(str(topic) for topic in knowledge.questionnaire.topics)
    return Conversation(
        id=ConversationId("file"),
        situation=situation,
        opened=datetime.datetime.combine(situation.date, datetime.time()),
        answers=_answers(fields, knowledge),
        notes=_notes(fields, knowledge),
        strengths=tuple(_strength(each, topics) for each in fields.each("strengths")),
        wishes=tuple(_wish(each, topics) for each in fields.each("wishes")),
        ties=tuple(_tie(each, at) for at, each in enumerate(fields.each("around"), start=1)),
        history=FlagHistory(recorded=frozenset(action.flag for action in actions)),
        flag_actions=actions,
        choices=tuple(_choice(each, knowledge) for each in fields.each("choices")),
        plan=Plan(
            steps=tuple(_step(each) for each in fields.each("steps")),
            when_worse=fields.text("safety_net", "")[:LONGEST_TEXT],
        ),
        safety_plan=_safety_plan(fields, situation),
        consents=tuple(_consent(each, situation.date) for each in fields.each("consents")),
    )


def _situation(fields: Reader, today: datetime.date) -> Situation:
    person, referrer = fields.inside("person", optional=True), fields.inside("referrer", optional=True)
    words = fields.words("participants") or ("person",)
    for word in words:
        if word not in tuple(Participant):
            fields.fault("word_unknown", "participants", known=", ".join(Participant))
    situation = Situation(
        mode=Mode(fields.choice("mode", tuple(Mode))),
        date=fields.date("date") or today,
        channel=Channel(fields.choice("channel", tuple(Channel), "room")),
        person=Person(
            birth_year=person.whole("birth_year", today.year - OLDEST, today.year),
            age=person.whole("age", 0, OLDEST),
            gender=person.choice("gender", GENDERS, ""),
            pc4=_pc4(person),
            language=person.text("language", "nl"),
            literacy=person.choice("literacy", ("ok", "low"), "ok"),
        ),
        participants=tuple(Participant(word) for word in words if word in tuple(Participant)),
        interpreter=Interpreter(fields.choice("interpreter", tuple(Interpreter), "none")),
        speaks_freely=fields.flag("speaks_freely", default=True),
        alone_moment=fields.flag("alone_moment", default=False),
        call_back=fields.text("call_back", ""),
        referrer_role=referrer.text("role", ""),
        referrer_reason=referrer.text("reason", ""),
        gut_feeling=fields.flag("gut_feeling", default=False),
    )
    person.done()
    referrer.done()
    return situation


def _pc4(person: Reader) -> str:
    text = person.text("pc4", "")
    if text and not (len(text) == 4 and text.isdecimal() and text[0] != "0"):  # noqa: PLR2004
        person.fault("pc4_wrong", "pc4")
        return ""
    return text


def _answers(fields: Reader, knowledge: Knowledge) -> dict[QuestionId, Answer]:
    found: dict[QuestionId, Answer] = {}
    questions = knowledge.questionnaire.questions
    given, left_out = fields.inside("answers", optional=True), fields.inside("not_asked", optional=True)
    for key in given.names():
        question = questions.get(QuestionId(key))
        if question is None:
            given.fault("question_unknown", key, question=key)
            continue
        answer = _answer(given, key, question)
        if answer is not None:
            found[question.id] = answer
    for key in left_out.names():
        if QuestionId(key) not in questions:
            left_out.fault("question_unknown", key, question=key)
        elif QuestionId(key) in found:
            left_out.fault("answered_and_not_asked", key, question=key)
        else:
            found[QuestionId(key)] = NotAsked(reason=left_out.text(key))
    return found


def _answer(given: Reader, key: str, question: Question) -> Answer | None:
    raw = given.raw(key)
    words = {option.code for option in question.options}
    if raw == "declined" and "declined" not in words:
        return Declined()
    if raw == "unknown" and "unknown" not in words:
        return NotKnown()
    value = _value(raw, question)
    wrong = problem("answer_form", given.where(key), question=question.id) if value is None else None
    if value is not None:
        wrong = check_value(question, value, given.where(key))
    if wrong is not None:
        given.note(wrong)
        return None
    assert value is not None  # noqa: S101  checked above, for the type checker
    return Given(value=value)


def _value(raw: object, question: Question) -> Value | None:
    if question.kind is QuestionKind.MULTI:
        if isinstance(raw, list) and all(isinstance(each, str) for each in raw):
            return tuple(dict.fromkeys(raw))
        return (raw,) if isinstance(raw, str) else None
    if not isinstance(raw, str):
        return None
    if question.kind is QuestionKind.NUMBER:
        try:
            return float(raw.replace(",", "."))
        except ValueError:
            return None
    return raw


def _notes(fields: Reader, knowledge: Knowledge) -> dict[str, str]:
    notes = fields.inside("notes", optional=True)
    found = {}
    for key in notes.names():
        known = QuestionId(key) in knowledge.questionnaire.questions
        if not known and key not in knowledge.questionnaire.topics:
            notes.fault("question_unknown", key, question=key)
        text = notes.text(key)
        if len(text) > LONGEST_TEXT:
            notes.fault("note_too_long", key, longest=LONGEST_TEXT)
        found[key] = text
    return found


def _strength(fields: Reader, topics: tuple[str, ...]) -> Strength:
    found = Strength(
        topic=fields.choice("topic", ("", *topics), ""),
        text=fields.text("text"),
        told_by=fields.text("told_by", "person"),
    )
    fields.done()
    return found


def _wish(fields: Reader, topics: tuple[str, ...]) -> Wish:
    found = Wish(
        topic=fields.choice("topic", ("", *topics), ""),
        text=fields.text("text", ""),
        importance=fields.whole("importance", 0, 10),
        confidence=fields.whole("confidence", 0, 10),
        one_higher=fields.text("one_higher", ""),
        told_by=fields.text("told_by", "person"),
        for_whom=fields.text("for", "person"),
    )
    fields.done()
    return found


def _tie(fields: Reader, at: int) -> Tie:
    strength, strain = fields.whole("strength", 0, STRONGEST), fields.whole("strain", 0, MOST_STRAIN)
    found = Tie(
        id=TieId(str(at)),
        name=fields.required("name"),
        kind=TieKind(fields.choice("kind", tuple(TieKind), TieKind.OTHER.value)),
        strain=strain or 0,
        may_think_along=fields.flag("may_think_along", default=False),
        told_by=fields.text("told_by", "person"),
    )
    found = found if strength is None else replace(found, strength=strength)
    wrong = wrong_tie(found)
    if wrong is not None and found.name.strip():
        fields.note(replace(wrong, where=fields.where("name")))
    fields.done()
    return found


def _safety_plan(fields: Reader, situation: Situation) -> SafetyPlan:
    inner = fields.inside("safety_plan", optional=True)
    found = SafetyPlan(
        signs=inner.text("signs", ""),
        own_steps=inner.text("own_steps", ""),
        distraction=inner.text("distraction", ""),
        people=tuple(_plan_person(each) for each in inner.each("people")),
        helpers=tuple(_plan_person(each) for each in inner.each("helpers")),
        safer_home=inner.text("safer_home", ""),
        living_for=inner.text("living_for", ""),
    )
    wrong = None if found.is_empty else wrong_plan(found, situation)
    if wrong is not None:
        fields.note(replace(wrong, where=fields.where("safety_plan")))
    inner.done()
    return found


def _plan_person(fields: Reader) -> PlanPerson:
    found = PlanPerson(name=fields.text("name", ""), number=fields.text("number", ""))
    fields.done()
    return found


def _flag_action(fields: Reader, knowledge: Knowledge, day: datetime.date) -> FlagAction:
    flags = tuple(str(flag.id) for flag in knowledge.engine.rules.flags)
    at = fields.moment("at") or datetime.datetime.combine(day, datetime.time())
    found = FlagAction(
        flag=FlagId(fields.choice("flag", flags)),
        done=fields.text("done"),
        told=fields.text("told"),
        at=at,
        agreed=fields.text("agreed", ""),
    )
    fields.done()
    return found


def _choice(fields: Reader, knowledge: Knowledge) -> Choice:
    kinds = tuple(str(kind.id) for kind in knowledge.supply.kinds)
    found = Choice(
        kind=KindId(fields.choice("kind", kinds)),
        decision=Decision(fields.choice("decision", tuple(Decision))),
        service=fields.text("service", ""),
        reason=fields.text("reason", ""),
        by=DecidedBy(fields.choice("by", tuple(DecidedBy), DecidedBy.PERSON.value)),
    )
    fields.done()
    return with_copy(found, None, knowledge.supply.directory)


def _step(fields: Reader) -> Step:
    found = Step(
        text=fields.text("text"),
        who=fields.text("who", "person"),
        by=fields.date("by"),
        smallest_start=fields.text("smallest_start", ""),
        for_whom=fields.text("for", "person"),
    )
    fields.done()
    return found


def _consent(fields: Reader, day: datetime.date) -> Consent:
    found = Consent(recipient=fields.text("recipient"), items=fields.words("items"), on=fields.date("on") or day)
    fields.done()
    return found
