"""The laws that every row keeps, broken one at a time in the shipped content, and the register of meanings."""

from __future__ import annotations

import dataclasses

import pytest

from intake_app.assurance.lint.ends import best_answers, from_best, is_unbroken, takes_best, takes_worst
from intake_app.assurance.lint.meanings import FILE, LENGTH, not_looked_at, prints_of
from intake_app.assurance.subject import Subject
from intake_app.content.load import load
from intake_app.content.load_exceptions import load_exceptions
from intake_app.content.load_register import load_register, register_text
from intake_app.content.load_safety import load_safety
from intake_app.content.locate import resources_dir
from intake_app.content.source import Source, read_source
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.conditions import CodeTest, RangeTest, StateTest
from tests.shipped import content

FILES = read_source(resources_dir()).files
MONEY, SCORES, KINDS = "questionnaires/society.yaml", "rules/scores_society.yaml", "rules/kinds_social.yaml"
URGENCY, FLAGS, EXCEPTIONS = "rules/urgency.yaml", "rules/flags.yaml", "rules/exceptions.yaml"
GELDFIT_1 = 'id: geldfit-01\n        effect: suggest\n        weight: 3\n        when: {money_round: "short"}'
GATE = '- {debts: "arrears | bailiff"}'
SHORT = 'when: {money_round: "short"}\n        add: {social: 12}'
HASTE = '{illness: "not_under_control", illness_effect: "much"}'
SUICIDE_2 = 'when: {suicide_plan: "plan | prepared | means"}'
AGAINST = 'effect: against\n        when: {flag_domestic_violence: "raised"}'


def geldfit(when):
    return KINDS, GELDFIT_1, GELDFIT_1.replace('{money_round: "short"}', when), "geldfit-01"


BROKEN = {
    "a kind that says what is not": ("negation_not_allowed", *geldfit('{money_round: "!easily | just"}')),
    "a gate that says what is not": ("negation_not_allowed", MONEY, GATE, '- {debts: "!none"}', "letter_date"),
    "haste without an answer": (
        "state_test_not_allowed",
        URGENCY,
        HASTE,
        '{illness: "not_under_control", illness_effect: "?declined"}',
        "urgent-illness",
    ),
    "an alarm without an answer": (
        "state_test_not_allowed",
        FLAGS,
        SUICIDE_2,
        'when: {suicide_plan: "?declined"}',
        "sa-2",
    ),
    "points without an answer": (
        "state_test_not_allowed",
        SCORES,
        SHORT,
        SHORT.replace('"short"', '"?declined"'),
        "money-round-02",
    ),
    "against help since it was declined": (
        "state_test_not_allowed",
        KINDS,
        AGAINST,
        'effect: against\n        when: {afraid: "?declined"}',
        "",
    ),
    "a gap between answers": ("answers_not_in_a_row", *geldfit('{money_round: "just | debts_grow"}')),
    "haste that stops short": ("worst_answer_left_out", URGENCY, HASTE, HASTE.replace('"much"', '"some"'), ""),
    "a gate that stops short": ("worst_answer_left_out", MONEY, GATE, '- {debts: "arrears"}', "letter_date"),
    "haste for what goes well": (
        "best_answer_counts",
        URGENCY,
        HASTE,
        HASTE.replace('"much"', '"none | some | much"'),
        "",
    ),
    "an alarm for nothing": ("best_answer_counts", FLAGS, SUICIDE_2, 'when: {suicide_plan: "none | plan"}', "sa-2"),
    "against help for what goes well": (
        "best_answer_counts",
        KINDS,
        AGAINST,
        'effect: against\n        when: {afraid: "no"}',
        "",
    ),
    "points for what goes well": (
        "best_answer_adds",
        SCORES,
        SHORT,
        SHORT.replace('"short"', '"easily"'),
        "money-round-02",
    ),
    "relief for what is heavy": ("worse_answer_relieves", SCORES, SHORT, SHORT.replace("12", "-12"), "money-round-02"),
    "a row of nothing": ("row_without_points", SCORES, SHORT, SHORT.replace("12", "0"), "money-round-02"),
    "help while nothing weighs": ("nothing_weighs", *geldfit('{money_round: "easily"}')),
    "help for an age": ("nothing_weighs", *geldfit('{age: "60.."}')),
    "a worse answer that counts for less": (
        "points_do_not_rise",
        SCORES,
        SHORT,
        SHORT.replace("12", "3"),
        "money-round-02",
    ),
    "an exception of the past": ("exception_unused", EXCEPTIONS, "id: trauma\n", "id: mood\n", ""),
}


def planted(file, old, new):
    assert old in FILES[file]
    return Source(files={**FILES, file: FILES[file].replace(old, new, 1)})


def problems_of(source):
    with pytest.raises(ProblemsError) as refused:
        load(source)
    return refused.value.problems


@pytest.mark.parametrize("code, file, old, new, id_", BROKEN.values(), ids=BROKEN)
def test_a_row_that_breaks_a_law_refuses_the_content_and_is_named_with_its_line(code, file, old, new, id_):
    source = planted(file, old, new)
    found = [each for each in problems_of(source) if each.code == code]
    text = source.files[file]
    lines = [f"{file}:{text[: text.index(f'id: {id_}' + chr(10))].count(chr(10)) + 1}"] if id_ else []
    assert found
    assert set(lines) <= {each.where for each in found}


def test_a_table_that_skips_an_answer_is_named():
    start = FILES[SCORES].index("      - id: money-round-02")
    end = FILES[SCORES].index("      - id: money-round-03")
    source = Source(files={**FILES, SCORES: FILES[SCORES][:start] + FILES[SCORES][end:]})
    found = [each for each in problems_of(source) if each.code == "answer_without_points"]
    assert [dict(each.values) for each in found] == [{"question": "money_round", "answers": "short"}]


def test_without_the_exceptions_the_shipped_content_breaks_laws_with_a_reason_each():
    source = Source(files={name: text for name, text in FILES.items() if name != EXCEPTIONS})
    found = {each.code for each in problems_of(source)}
    assert found == {"answers_not_in_a_row", "answer_without_points"}


def test_a_sign_that_no_row_counts_is_named():
    signs = '{memory_danger: "lost_way | gas_fire | driving | medicines"}'
    source = planted("rules/scores_mind.yaml", signs, signs.replace(" | medicines", ""))
    found = [each for each in problems_of(source) if each.code == "answer_without_points"]
    assert [dict(each.values) for each in found] == [{"question": "memory_danger", "answers": "medicines"}]


def test_an_exception_needs_a_reason():
    problems = []
    load_exceptions({EXCEPTIONS: FILES[EXCEPTIONS].replace("reason:", "because:", 1)}, problems)
    assert {each.code for each in problems} == {"key_missing", "key_unknown"}


def question(id_):
    return content().questionnaire.questions[id_]


def codes(*named, negated=False):
    return CodeTest(codes=frozenset(named), negated=negated)


def test_answers_stand_from_the_best_to_the_worst():
    assert from_best(question("money_round")) == ("easily", "just", "short", "debts_grow")
    assert best_answers(question("money_round")) == {"easily"}
    assert best_answers(question("complaint_alarm")) == {"none"}


@pytest.mark.parametrize("id_", ["work", "cares_for"])
def test_where_no_end_is_worse_no_answer_is_the_best(id_):
    assert from_best(question(id_)) == ()
    assert best_answers(question(id_)) == frozenset()
    assert is_unbroken(question(id_), codes("works", "study"))


@pytest.mark.parametrize(
    "id_, test, best, worst",
    [
        ("money_round", codes("easily"), True, False),
        ("money_round", codes("easily", negated=True), False, True),
        ("money_round", StateTest(states=frozenset()), False, True),
        ("moving_days", RangeTest(low=5, high=float("inf")), True, False),
        ("moving_days", RangeTest(low=0, high=1), False, True),
        ("moving_days", RangeTest(low=2, high=3), False, False),
        ("bmi", RangeTest(low=30, high=float("inf")), False, False),
    ],
)
def test_how_far_a_test_reaches_among_the_answers(id_, test, best, worst):
    assert (takes_best(question(id_), test), takes_worst(question(id_), test)) == (best, worst)


def meanings(found):
    problems = []
    files, kinds = found.source.part("rules"), tuple(kind.id for kind in found.options)
    flags = tuple(flag.id for flag in found.rules.flags)
    safety = load_safety(files, found.questionnaire, kinds, flags, problems)
    subject = Subject(questionnaire=found.questionnaire, rules=found.rules, options=found.options)
    return prints_of(subject, safety, load_exceptions(files, problems))


def differing(source, *, register=None):
    known = meanings(content()) if register is None else register
    found = not_looked_at(meanings(load(source)), known)
    return [(each.code, dict(each.values)["id"]) for each in found]


def test_the_shipped_content_was_looked_at():
    problems = []
    register = load_register(FILES, problems)
    assert problems == []
    assert list(not_looked_at(meanings(content()), register)) == []
    assert {len(each) for each in register.values()} == {LENGTH}


def test_the_register_reads_back_as_it_was_written():
    prints = meanings(content())
    problems = []
    assert load_register({FILE: register_text(prints)}, problems) == prints
    assert problems == []


@pytest.mark.parametrize(
    "file, old, new",
    [
        (KINDS, '"U komt geld tekort. Bellen kan zonder naam."', '"U hebt geld tekort."'),
        (KINDS, 'source: "domain.md §5b Geldfit', 'source: "practice.md §5b Geldfit'),
        (KINDS, 'checked: "2026-11-22"', 'checked: "2026-11-23"'),
        (SCORES, "# ", "# nog een woord "),
        (URGENCY, HASTE, '{illness_effect: "much", illness: "not_under_control"}'),
    ],
)
def test_words_sources_dates_and_the_order_of_tests_may_change_freely(file, old, new):
    assert differing(planted(file, old, new)) == []


@pytest.mark.parametrize(
    "file, old, new, id_",
    [
        (KINDS, GELDFIT_1, GELDFIT_1.replace("3", "2"), "geldfit-01"),
        (SCORES, SHORT, SHORT.replace("12", "13"), "money-round-02"),
        (URGENCY, "level: this_week", "level: today", "urgent-complaint-alarm"),
        (MONEY, GATE, '- {debts: "bailiff"}', "letter_date"),
        ("rules/safety.yaml", "urgency: now", "urgency: today", "safety_suicide_acute_raised"),
    ],
)
def test_a_changed_meaning_is_named(file, old, new, id_):
    assert ("meaning_changed", id_) in differing(planted(file, old, new))


def test_what_is_new_and_what_is_gone_is_named_too():
    prints = meanings(content())
    register = {**prints, "rules#old-1": "0" * LENGTH}
    del register["rules#geldfit-01"]
    found = differing(content().source, register=register)
    assert sorted(found) == [("meaning_gone", "old-1"), ("meaning_missing", "geldfit-01")]


def test_two_answers_that_exchange_their_labels_change_the_meaning():
    found = content()
    money = question("money_round")
    easily, just, *rest = money.options
    options = (dataclasses.replace(easily, label=just.label), dataclasses.replace(just, label=easily.label), *rest)
    questions = {**found.questionnaire.questions, money.id: dataclasses.replace(money, options=options)}
    changed = dataclasses.replace(found.questionnaire, questions=questions)
    now = meanings(dataclasses.replace(found, questionnaire=changed))
    assert [each.where for each in not_looked_at(now, meanings(found))] == ["questionnaire#money_round"]
