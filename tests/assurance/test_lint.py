"""What lint sees, planted one at a time in the shipped content, and its reasoning beside brute force."""

from __future__ import annotations

import datetime
from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.assurance.lint import findings as lint
from intake_app.assurance.lint.columns import FACTS, Columns, Domain, Form, implies
from intake_app.assurance.lint.reach import can_hold_together
from intake_app.content.load import load, warnings
from intake_app.content.load_exceptions import load_exceptions
from intake_app.content.locate import resources_dir
from intake_app.content.parse_condition import ANY_CODE, FACT_CODES, NUMBER_FACTS, TOPIC_FACTS
from intake_app.content.source import Source, read_source
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest, Truth
from intake_app.questionnaire.routing import route
from intake_app.questionnaire.situation import FACTS as FACT_NAMES
from intake_app.questionnaire.situation import Mode, Situation
from tests.shipped import TODAY, content

FILES = read_source(resources_dir()).files
MONEY, SCORES, FLAGS = "questionnaires/society.yaml", "rules/scores_society.yaml", "rules/flags.yaml"
KINDS, RETIRED, CARE = "rules/kinds_social.yaml", "rules/retired.yaml", "options/care.yaml"
GELDFIT_1 = 'id: geldfit-01\n        effect: suggest\n        weight: 3\n        when: {money_round: "short"}'


def planted(file, old, new):
    assert old in FILES[file]
    return Source(files={**FILES, file: FILES[file].replace(old, new, 1)})


def line_of(source, file, words):
    return f"{file}:{source.files[file].split(words)[0].count(chr(10)) + 1}"


def geldfit_when(when):
    return KINDS, GELDFIT_1, GELDFIT_1.replace('{money_round: "short"}', when), "id: geldfit-01"


ERRORS = {
    "no value of a number": ("cell_unreachable", *geldfit_when('{moving_days: "8.."}')),
    "no answer is left": ("cell_unreachable", *geldfit_when('{debts: "!none | arrears | bailiff"}')),
    "no fact is ever declined": ("cell_unreachable", *geldfit_when('{mode: "?declined"}')),
    "every answer": ("cell_always_true", *geldfit_when('{debts: "none.."}')),
    "every number": ("cell_always_true", *geldfit_when('{moving_days: "0..7"}')),
    "a fact always has a value": ("cell_always_true", *geldfit_when('{channel: "?answered"}')),
    "skipped by its own gate": ("routing_contradiction", *geldfit_when('{work: "retired", work_strain: "?declined"}')),
    "rows of a unique table": (
        "rows_overlap",
        SCORES,
        '{money_round: "short"}',
        '{money_round: "just | short"}',
        "id: money-round-02",
    ),
    "the same rule twice": ("row_twice", *geldfit_when('{money_round: "debts_grow"}')[:3], "id: geldfit-02"),
    "a rule within a rule": (
        "row_subsumed",
        KINDS,
        '{wish_topics: "money", money_round: "just"}',
        '{wish_topics: "money", money_round: "short"}',
        "id: geldfit-04",
    ),
    "an id of the past": ("id_retired", KINDS, "id: geldfit-01", "id: gesprek-was-genoeg-22", "gesprek-was-genoeg-22"),
    "an id twice": (
        "id_twice",
        KINDS,
        "id: geldfit-02",
        "id: geldfit-01",
        "id: geldfit-01\n        effect: suggest\n        weight: 2",
    ),
    "a date that is none": ("not_a_date", CARE, 'checked: "2026-', 'checked: "zomer 2026-', "id: huisarts"),
}


@pytest.mark.parametrize("code, file, old, new, words", ERRORS.values(), ids=ERRORS)
def test_a_planted_fault_refuses_the_content_and_is_named_with_file_and_line(code, file, old, new, words):
    source = planted(file, old, new)
    with pytest.raises(ProblemsError) as refused:
        load(source)
    assert line_of(source, file, words) in [each.where for each in refused.value.problems if each.code == code]


def test_a_gate_that_contradicts_the_gate_of_its_gate_is_found():
    gated = 'asked_when:\n          - {work: "works | sick_leave | study"}'
    source = planted(MONEY, gated, gated.replace("}", ', letter_date: "?declined", debts: "none", post: "opens"}'))
    with pytest.raises(ProblemsError) as refused:
        load(source)
    assert ("routing_contradiction", line_of(source, MONEY, "id: work_strain")) in {
        (each.code, each.where) for each in refused.value.problems
    }


def test_the_shipped_content_has_no_errors():
    found = content()
    subject = lint.Subject(
        questionnaire=found.questionnaire,
        rules=found.rules,
        options=found.options,
        directory=found.directory,
        retired=found.retired,
        exceptions=load_exceptions(found.source.part("rules"), []),
    )
    assert list(lint.errors(subject)) == []
    assert found.retired


UNUSED = """      - id: {id}
        kind: {kind}
        worse: none
        marks: []
        text: {{nl: "Nog iets?", en: "Anything else?"}}
"""
DEBTS = "      - id: debts\n"
WARNINGS = {
    "a number nobody uses": (
        "question_unused",
        MONEY,
        DEBTS,
        UNUSED.format(id="idle", kind="number") + DEBTS,
        "id: idle",
    ),
    "a text nobody uses": (
        "question_only_informs",
        MONEY,
        DEBTS,
        UNUSED.format(id="idle", kind="text") + DEBTS,
        "id: idle",
    ),
    "help without a way": (
        "kind_without_national_route",
        CARE,
        "route_by: employer",
        "route_by: self",
        "id: bedrijfsarts",
    ),
    "a source of last year": ("source_stale", CARE, 'checked: "2026-', 'checked: "2024-', "id: huisarts"),
}


@pytest.mark.parametrize("code, file, old, new, words", WARNINGS.values(), ids=WARNINGS)
def test_a_warning_names_file_and_line_and_refuses_nothing(code, file, old, new, words):
    source = planted(file, old, new)
    found = warnings(load(source), TODAY)
    assert line_of(source, file, words) in [each.where for each in found if each.code == code]


def test_a_flag_clause_within_another_is_a_second_net_and_no_error():
    found = {each.code for each in warnings(content(), TODAY)}
    assert "clause_subsumed" in found
    assert not found & {"row_subsumed", "row_twice", "question_unused", "question_only_informs"}


def test_sources_are_stale_after_a_year_and_told_once_for_each_date():
    assert "source_stale" not in {each.code for each in warnings(content(), TODAY)}
    later = warnings(content(), TODAY + datetime.timedelta(days=366))
    stale = [dict(each.values) for each in later if each.code == "source_stale"]
    assert 0 < len(stale) < 20
    assert max(int(each["number"]) for each in stale) > 500


def test_lint_knows_the_same_columns_as_the_loader():
    known = {**dict.fromkeys((*TOPIC_FACTS, *ANY_CODE, *NUMBER_FACTS), ()), **FACT_CODES}
    assert set(known) == set(FACT_NAMES)
    assert {name: set(FACTS[name].codes) for name in FACT_CODES} == {name: set(c) for name, c in FACT_CODES.items()}
    columns = Columns(content().questionnaire)
    assert all(columns.domain(name) is not None for name in known)


CODES = ("a", "b", "c", "none")
SEVERAL = Domain(form=Form.SEVERAL, codes=CODES, alone=frozenset({"none"}), missing=(Missing.DECLINED,))
ONE = Domain(form=Form.ONE, codes=CODES, missing=(Missing.DECLINED,))
NUMBERS = Domain(form=Form.NUMBER, low=0.0, high=9.0)
code_tests = st.builds(CodeTest, codes=st.frozensets(st.sampled_from(CODES), min_size=1), negated=st.booleans())
state_tests = st.builds(StateTest, states=st.just(frozenset({Missing.DECLINED})), answered=st.booleans())
ends = st.integers(0, 9).map(float)
range_tests = st.builds(RangeTest, low=ends | st.just(float("-inf")), high=ends | st.just(float("inf")))


def every_answer():
    some = chain.from_iterable(combinations(CODES[:3], size) for size in (1, 2, 3))
    return [*map(frozenset, some), frozenset({"none"}), Missing.DECLINED]


def brute(narrow, wide, states):
    return all(wide.truth(each) is Truth.TRUE for each in states if narrow.truth(each) is Truth.TRUE)


@given(code_tests | state_tests, code_tests | state_tests)
def test_a_test_implies_another_exactly_when_no_answer_tells_them_apart(narrow, wide):
    assert implies(narrow, wide, SEVERAL) is brute(narrow, wide, every_answer())
    assert implies(narrow, wide, ONE) is brute(narrow, wide, [*CODES, Missing.DECLINED])


@given(range_tests, range_tests)
def test_a_range_implies_another_exactly_when_no_number_tells_them_apart(narrow, wide):
    assert implies(narrow, wide, NUMBERS) is brute(narrow, wide, [float(each) for each in range(10)])


def outcomes_of(ids):
    """Return the states under the real routing for all answers to the questions `ids`."""
    questionnaire = content().questionnaire
    facts = Situation(mode=Mode.EXPLORATORY, date=TODAY).facts(
        wishes=frozenset(questionnaire.topics), strengths=frozenset()
    )
    choices = [[None, *(option.code for option in questionnaire.questions[id_].options)] for id_ in ids]
    for codes in product(*choices):
        answers = {id_: Given(value=code) for id_, code in zip(ids, codes, strict=True) if code}
        yield route(questionnaire, answers, facts).states


WORK, STRAIN = "work", "work_strain"


@given(st.data())
def test_what_lint_calls_reachable_is_exactly_what_some_talk_reaches(data):
    questions = content().questionnaire.questions
    tests = []
    for id_ in (WORK, STRAIN):
        codes = [option.code for option in questions[id_].options]
        tests.append((id_, CodeTest(codes=data.draw(st.frozensets(st.sampled_from(codes), min_size=1)))))
    condition = Condition(tests=tuple(tests))
    reached = any(condition.truth(states) is Truth.TRUE for states in outcomes_of((WORK, STRAIN)))
    assert can_hold_together((condition,), Columns(content().questionnaire)) is reached
