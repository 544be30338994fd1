"""The record of why is worked out again by a reader that knows only the content files."""

from __future__ import annotations

import copy
import json
import statistics
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.content.locate import resources_dir
from intake_app.core.ids import FlagId, QuestionId, RuleId
from intake_app.exchange.explanation import explanation
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import Mode, QuestionKind, Worse
from intake_app.questionnaire.routing import route
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.explain import Explainer, explain
from intake_app.triage.flags import NO_HISTORY, FlagHistory
from tests.shipped import TODAY, a_conversation, knowledge
from tests.triage.explanation_checker import differences
from tests.triage.rule_reading import read_content

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("p*.yaml"))
TALKS = [*PERSONAS, *sorted((resources_dir() / "examples").glob("*.yaml"))]
CONTENT = read_content(resources_dir())
QUESTIONS = knowledge().questionnaire.questions
FLAGS = knowledge().engine.rules.flags
MOST_TIMES_AN_EVALUATION = 4.0


def record_of(answers, facts, history=NO_HISTORY):
    routing = route(knowledge().questionnaire, answers, facts)
    assessment = knowledge().engine.assess(routing, history)
    record = explain(knowledge().engine.rules, routing, assessment, history)
    return json.loads(json.dumps(explanation(record, knowledge().questionnaire)))


def talk(path):
    found = a_conversation(path.read_text(encoding="utf-8"))
    return found.answers, found.situation.facts(wishes=found.wish_topics, strengths=found.strength_topics)


def value_of(question):
    codes = [option.code for option in question.options]
    if question.kind is QuestionKind.SINGLE:
        return st.sampled_from(codes)
    if question.kind is QuestionKind.MULTI:
        alone = [(option.code,) for option in question.options if option.excludes]
        others = [option.code for option in question.options if not option.excludes]
        return st.one_of(st.lists(st.sampled_from(others), min_size=1, unique=True).map(tuple), *map(st.just, alone))
    if question.kind is QuestionKind.NUMBER:
        return st.integers(int(question.minimum), int(question.maximum)).map(float)
    return st.just("iets in eigen woorden")


def best_of(question):
    """Return the answer that gives no cause for worry."""
    alone = [(option.code,) for option in question.options if option.excludes]
    codes = [option.code for option in question.options]
    if question.kind is QuestionKind.MULTI:
        return alone[0] if alone else (codes[0],)
    return codes[-1] if question.worse is Worse.FIRST else codes[0]


@st.composite
def talks(draw):
    share, withheld = draw(st.sampled_from([(0.05, 0.1), (0.4, 0.3), (0.9, 0.0), (1.0, 0.1), (1.0, 0.0), (1.0, 0.0)]))
    other = st.sampled_from([Declined(), NotKnown(), NotAsked(reason="geen tijd")])
    random, is_calm = draw(st.randoms(use_true_random=False)), draw(st.booleans())
    answers = {}
    for id_, question in QUESTIONS.items():
        if random.random() < share:
            said = best_of(question) if is_calm and question.safety and question.options else draw(value_of(question))
            answers[id_] = draw(other) if random.random() < withheld else Given(value=said)
    person = draw(st.sampled_from([Person(), Person(age=17), Person(age=44, gender="woman"), Person(age=81)]))
    situation = Situation(mode=draw(st.sampled_from(Mode)), date=TODAY, person=person, gut_feeling=draw(st.booleans()))
    topics = st.frozensets(st.sampled_from(sorted(knowledge().questionnaire.topics)), max_size=3)
    facts = situation.facts(wishes=draw(topics), strengths=draw(topics))
    return answers, facts


@st.composite
def histories(draw):
    def of(flag):
        return frozenset(draw(st.lists(st.sampled_from([clause.id for clause in flag.clauses]), max_size=2)))

    flags = draw(st.lists(st.sampled_from(FLAGS), max_size=3, unique_by=lambda flag: flag.id))
    return FlagHistory(
        standing={flag.id: of(flag) for flag in flags},
        withdrawn={flag.id: of(flag) for flag in flags},
        recorded=frozenset(flag.id for flag in draw(st.lists(st.sampled_from(FLAGS), max_size=3))),
    )


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_record_of_a_talk_gives_the_same_outcome_when_worked_out_again(path):
    assert differences(CONTENT, record_of(*talk(path))) == []


@settings(max_examples=40, deadline=None)
@given(talks(), histories())
def test_the_record_of_any_answers_gives_the_same_outcome_when_worked_out_again(said, history):
    assert differences(CONTENT, record_of(*said, history)) == []


def test_a_talk_without_any_answer_is_explained_too():
    assert differences(CONTENT, record_of({}, {"mode": "quick"})) == []


def test_a_clause_that_held_earlier_or_was_withdrawn_stands_apart():
    answers = {QuestionId("suicide_plan"): Given(value="plan")}
    history = FlagHistory(
        standing={FlagId("homeless_tonight"): frozenset({RuleId("hn-1")})},
        withdrawn={FlagId("suicide_acute"): frozenset({RuleId("sa-2")})},
    )
    found = {each["flag"]: each for each in record_of(answers, {"mode": "quick"}, history)["flags"]}
    assert (found["homeless_tonight"]["state"], found["homeless_tonight"]["standing"]) == ("raised", ["hn-1"])
    assert (found["suicide_acute"]["withdrawn"], found["suicide_acute"]["holds"]) == (["sa-2"], [])


def places(tree, way=()):
    """Return the way to every value of the record that the checker must guard."""
    if isinstance(tree, dict):
        return [place for key, each in tree.items() for place in places(each, (*way, key))]
    if isinstance(tree, list):
        return [place for at, each in enumerate(tree) for place in places(each, (*way, at))]
    return [way]


def forged(record, way):
    """Return the record with one value changed."""
    record = copy.deepcopy(record)
    tree = record
    for key in way[:-1]:
        tree = tree[key]
    value = tree[way[-1]]
    if isinstance(value, bool):
        tree[way[-1]] = not value
    else:
        tree[way[-1]] = f"{value}_" if isinstance(value, str) else value + 1
    return record


BUSY = record_of(*talk(PERSONAS[3]))
PLACES = [way for way in places(BUSY) if way[0] not in {"states", "history", "unsure"}]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PLACES))
def test_whatever_single_value_is_changed_the_reader_tells(way):
    assert differences(CONTENT, forged(BUSY, way)) != []


def busiest(record):
    return max(record["kinds"], key=lambda each: len(each["for"]) + len(each["open"]))


TAMPERED = {
    "an amount is changed": lambda r: r["scores"]["medical"]["holds"][0].update(amount=1),
    "a point is changed": lambda r: r["scores"]["social"].update(point=r["scores"]["social"]["point"] + 1),
    "an interval is narrowed": lambda r: r["scores"]["medical"].update(high=r["scores"]["medical"]["high"] - 1),
    "a need is lowered": lambda r: r["scores"]["social"].update(need="none"),
    "a rule that holds is dropped": lambda r: r["scores"]["medical"]["holds"].pop(),
    "an open rule is dropped": lambda r: busiest(r)["open"].pop(),
    "a rule that holds is named open": lambda r: busiest(r)["open"].append(busiest(r)["for"].pop()),
    "a reason is told twice": lambda r: busiest(r)["for"].append(busiest(r)["for"][0]),
    "a kind is suggested": lambda r: next(k for k in r["kinds"] if k["state"] == "blocked").update(state="suggested"),
    "a flag is cleared": lambda r: next(f for f in r["flags"] if f["state"] == "raised").update(state="cleared"),
    "a flag is not asked": lambda r: next(f for f in r["flags"] if f["state"] == "cleared").update(state="not_asked"),
    "a clause is dropped": lambda r: next(f for f in r["flags"] if f["holds"])["holds"].pop(),
    "the urgency is lowered": lambda r: r["urgency"].update(level="routine"),
    "it is called final": lambda r: r.update(status="final"),
    "an essential question is left out": lambda r: r["missing_essentials"].pop(),
    "an answer is changed": lambda r: r["states"].update(area_body="goes_well"),
    "a question is hidden": lambda r: r["states"].update(suicide_thoughts="?not_applicable"),
    "a kind is left out": lambda r: r["kinds"].pop(),
    "a flag is left out": lambda r: r["flags"].pop(),
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=list(TAMPERED))
def test_the_reader_tells_when(tamper):
    record = copy.deepcopy(BUSY)
    tamper(record)
    assert differences(CONTENT, record) != []


def median(work, times=150):
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


@pytest.mark.benchmark
@pytest.mark.parametrize("path", [PERSONAS[0], PERSONAS[11]], ids=lambda path: path.stem)
def test_an_evaluation_with_its_record_takes_at_most_four_evaluations(path, capsys):
    answers, facts = talk(path)
    routing, engine = route(knowledge().questionnaire, answers, facts), knowledge().engine
    assessment, explainer = engine.assess(routing), Explainer(engine.rules)
    ratios = []
    for _ in range(3):
        evaluation = median(lambda: engine.assess(routing))
        record = median(lambda: explainer.explain(routing, assessment, NO_HISTORY))
        ratios.append((evaluation + record) / evaluation)
    with capsys.disabled():
        print(f"\nrecord {record * 1000:.2f} ms, with its evaluation {min(ratios):.2f} times it")  # noqa: T201  figure
    assert min(ratios) <= MOST_TIMES_AN_EVALUATION
