"""The engine after each answer says the same as the engine from the start, and a final outcome stays final."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.conditions import OPEN_STATES, Missing, Truth
from intake_app.questionnaire.masks import ConditionMasks, joined
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.flags import NO_HISTORY, FlagHistory
from intake_app.triage.model import FlagState
from intake_app.triage.outcome import Status, band
from tests.shipped import TODAY, knowledge

ENGINE, QUESTIONNAIRE = knowledge().engine, knowledge().questionnaire
QUESTIONS = list(QUESTIONNAIRE.questions.values())
SEEDS = st.integers(0, 2**32)
OFTEN = settings(max_examples=60, deadline=None)
MISSING = [Declined(), NotKnown(), NotAsked(reason="geen tijd")]


def value_of(question, chance):
    if question.kind is QuestionKind.SINGLE:
        return chance.choice(question.options).code
    if question.kind is QuestionKind.MULTI:
        free = [option.code for option in question.options if not option.excludes]
        alone = [(option.code,) for option in question.options if option.excludes]
        some = tuple(chance.sample(free, min(len(free), chance.randint(1, 3))))
        return chance.choice([some, *alone])
    if question.kind is QuestionKind.NUMBER:
        return float(chance.randint(int(question.minimum or 0), int(question.maximum or 10)))
    return "2026-12-01" if question.kind is QuestionKind.DATE else "woorden"


def answer_to(question, chance):
    return chance.choice([*MISSING, *[Given(value=value_of(question, chance)) for _ in range(6)]])


def some_answers(chance, most=60):
    return {each.id: answer_to(each, chance) for each in chance.sample(QUESTIONS, chance.randint(0, most))}


def facts_of_a_talk(chance):
    person = Person(age=chance.choice([None, *range(16, 96)]), gender=chance.choice(["", "woman"]))
    situation = Situation(mode=chance.choice(list(Mode)), date=TODAY, person=person)
    wishes = frozenset(chance.sample(sorted(QUESTIONNAIRE.topics), chance.randint(0, 2)))
    return situation.facts(wishes=wishes, strengths=frozenset())


def judged(answers, facts, history=NO_HISTORY):
    return ENGINE.judge(ENGINE.router.route(answers, facts), history)


@OFTEN
@given(SEEDS)
def test_a_changed_answer_gives_what_the_engine_says_from_the_start(seed):
    chance = random.Random(seed)
    answers, facts = some_answers(chance), facts_of_a_talk(chance)
    routing = ENGINE.router.route(answers, facts)
    before = ENGINE.judge(routing)
    for _ in range(6):
        question = chance.choice(QUESTIONS)
        answers = {**answers, question.id: answer_to(question, chance)}
        if chance.random() < 0.3:
            answers.pop(chance.choice(sorted(answers)))
        facts = facts_of_a_talk(chance) if chance.random() < 0.2 else facts
        routing = ENGINE.router.follow(routing, answers, facts)
        afresh = ENGINE.router.route(answers, facts)
        assert (routing.states, routing.applies) == (afresh.states, afresh.applies)
        before = ENGINE.judge(routing, before=before)
        assert (before.assessment, before.states) == (judged(answers, facts).assessment, judged(answers, facts).states)


@OFTEN
@given(SEEDS)
def test_history_counts_the_same_after_an_answer_as_from_the_start(seed):
    chance = random.Random(seed)
    facts = facts_of_a_talk(chance)
    plain = judged(some_answers(chance, most=25), facts)
    raised = [flag for flag in plain.assessment.flags if flag.state is FlagState.RAISED]
    history = FlagHistory(
        standing={flag.flag: frozenset(clause.id for clause in flag.all_clauses) for flag in raised},
        recorded=frozenset(flag.flag for flag in raised[:1]),
    )
    routing = ENGINE.router.route({}, facts)
    assert ENGINE.judge(routing, history, plain).assessment == ENGINE.judge(routing, history).assessment


@OFTEN
@given(SEEDS)
def test_all_conditions_at_once_are_as_true_as_each_by_itself(seed):
    chance = random.Random(seed)
    conditions = [rule.when for rule in ENGINE.rules.kinds] + [rule.when for rule in ENGINE.rules.urgency]
    states = judged(some_answers(chance), facts_of_a_talk(chance)).states
    false, unknown = joined(ConditionMasks(conditions).marks(states).values())
    for at, condition in enumerate(conditions):
        found = Truth.FALSE if false >> at & 1 else Truth.UNKNOWN if unknown >> at & 1 else Truth.TRUE
        assert found is condition.truth(states)


def everything_answered(chance, facts):
    """Return an answer to every question that applies, gate by gate; an answer may open its topic for others."""
    answers = {}
    for id_ in QUESTIONNAIRE.order * 2:
        if id_ not in answers and ENGINE.router.route(answers, facts).applies[id_] is not Truth.FALSE:
            answers[id_] = Given(value=value_of(QUESTIONNAIRE.questions[id_], chance))
    return answers


def decided(assessment):
    return (
        [(flag.flag, flag.state, flag.urgency) for flag in assessment.flags],
        assessment.urgency,
        [band(score.point) for score in (assessment.medical, assessment.social)],
        [(kind.kind, kind.state) for kind in assessment.kinds],
    )


@OFTEN
@given(SEEDS)
def test_all_that_applies_answered_is_final_and_what_is_final_no_answer_changes(seed):
    chance = random.Random(seed)
    facts = {**facts_of_a_talk(chance), "age": 40.0, "gender": "woman"}
    answers = everything_answered(chance, facts)
    full = judged(answers, facts).assessment
    assert full.status is Status.FINAL
    for size in range(1, 6):
        left_out = chance.sample(sorted(answers), size)
        less = {id_: answer for id_, answer in answers.items() if id_ not in left_out}
        partial = judged(less, facts).assessment
        assert partial.status is not Status.FINAL or decided(partial) == decided(full)


@OFTEN
@given(SEEDS)
def test_nothing_is_final_while_a_safety_or_essential_question_that_applies_is_open(seed):
    chance = random.Random(seed)
    routing = ENGINE.router.route(some_answers(chance, most=130), facts_of_a_talk(chance))
    open_ = [
        question
        for question in QUESTIONS
        if (question.safety or question.essential)
        and routing.applies[question.id] is Truth.TRUE
        and routing.states[question.id] in OPEN_STATES
    ]
    status = ENGINE.assess(routing).status
    assert not open_ or status is not Status.FINAL
    assert (status is Status.INCOMPLETE) == any(question.essential for question in open_)


def test_a_declined_answer_is_no_answer():
    facts = Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40)).facts(
        wishes=frozenset(), strengths=frozenset()
    )
    declined = dict.fromkeys(QUESTIONNAIRE.questions, Declined())
    assert judged(declined, facts).assessment.status is Status.INCOMPLETE
    assert judged(declined, facts).states["mood"] in OPEN_STATES | {Missing.NOT_APPLICABLE}


def test_a_talk_goes_on_from_its_last_judgement():
    first = judged({}, {})
    again = ENGINE.judge(ENGINE.router.route({}, {}), before=first)
    assert again.tables is first.tables
    assert replace(again, marks=first.marks) == first
