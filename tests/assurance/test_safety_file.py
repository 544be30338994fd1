"""The safety file against the questionnaire and the rules: two descriptions of the same thing must agree.

Every condition is made true with the smallest set of answers, in both modes, and the rules are asked what they see.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import pytest

from intake_app.assurance.safety import is_broken, misfits, seen_in, whole_urgency
from intake_app.assurance.safety_properties import (
    AlwaysAsked,
    AskedWhen,
    FlagKeeps,
    FlagMust,
    FlagNames,
    FlagNever,
    FlagOnly,
    KindsNever,
    Mark,
    MustAsk,
    MustBeNeutral,
    MustBeSilent,
    MustBlock,
    MustHaveAsked,
    MustMark,
    UrgencyMust,
)
from intake_app.content.check import FLAGS
from intake_app.content.load_safety import load_safety
from intake_app.core.ids import FlagId
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest, Truth
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.routing import asked_in_order, route
from intake_app.questionnaire.situation import Situation
from intake_app.triage.model import FlagEffect, FlagState, Urgency
from tests.shipped import TODAY, content, knowledge

WITHHELD = {Missing.DECLINED: Declined(), Missing.NOT_KNOWN: NotKnown(), Missing.NOT_ASKED: NotAsked(reason="tijd")}
QUESTIONS = content().questionnaire.questions


@cache
def properties():
    problems = []
    kinds = tuple(kind.id for kind in content().options)
    flags = tuple(FlagId(flag) for flag in sorted(FLAGS))
    found = load_safety(content().source.part("rules"), content().questionnaire, kinds, flags, problems)
    assert problems == []
    return found


def of_type(type_):
    return [each for each in properties() if isinstance(each, type_)]


def routed(answers, facts, mode):
    plain = Situation(mode=mode, date=TODAY).facts(wishes=frozenset(), strengths=frozenset())
    return route(content().questionnaire, answers, {**plain, **facts})


def seen(answers, facts, mode):
    routing = routed(answers, facts, mode)
    return seen_in(properties(), routing, knowledge().engine.assess(routing))


def ways(column, test):
    """Every smallest way to make one test true, as columns with an answer or a fact."""
    if column.startswith("flag_"):
        states = [code for code in sorted(test.codes) if code in {"raised", "possible"} and not test.negated]
        return [way for state in states for way in grounds(column.removeprefix("flag_"), state)] or [{}]
    if isinstance(test, StateTest):
        if test.answered:
            return [{column: "een paar woorden"}]
        return [
            {column: WITHHELD[state]} for state in sorted(test.states & WITHHELD.keys(), key=lambda state: state.value)
        ]
    if isinstance(test, RangeTest):
        return [{column: value} for value in (test.low, test.high) if abs(value) < 1000]
    assert not test.negated
    return [{column: code} for code in sorted(test.codes)]


@cache
def grounds(flag, state):
    """Return a way that this file itself knows to bring a flag into a state: the last one, which weighs most."""
    for must in of_type(FlagMust):
        simple = [each for each in must.any_of if not any(column.startswith("flag_") for column in each.columns)]
        if must.flag == flag and must.state == state and simple:
            return tuple(cases(simple[-1])[-1:])
    raise AssertionError(flag, state)


def cases(condition):
    """Every combination of smallest ways to make the condition true."""
    told = [ways(column, test) for column, test in condition.tests]
    merged = []
    for combination in itertools.product(*told):
        case = {}
        for way in reversed(combination):
            case.update(way)
        merged.append(case)
    return merged


def as_answer(column, value):
    if not isinstance(value, str | float):
        return value
    kind = QUESTIONS[column].kind
    return Given(value=(value,) if kind is QuestionKind.MULTI else value)


def told_in(case):
    answers = {column: as_answer(column, value) for column, value in case.items() if column in QUESTIONS}
    return answers, {column: value for column, value in case.items() if column not in QUESTIONS}


def replayed(case, mode):
    answers, facts = told_in(case)
    return seen(answers, facts, mode)


def replays(type_):
    """Return every property of a type with each smallest case of each of its conditions, in both modes."""
    return list(_replays(type_))


def _replays(type_):
    for each in of_type(type_):
        for condition in each.any_of:
            for case in cases(condition):
                for mode in Mode:
                    name = f"{each.id}-{mode}-" + "-".join(f"{key}={value}" for key, value in case.items())
                    yield pytest.param(each, condition, case, mode, id=name)


def told(outcome, case):
    flags = {id_: (flag.state.value, flag.urgency.code, flag.effect.value) for id_, flag in outcome.flags.items()}
    return case, {id_: flag for id_, flag in flags.items() if flag[0] in {"raised", "possible"}}


@pytest.mark.parametrize("must, condition, case, mode", replays(FlagMust))
def test_a_told_ground_brings_its_flag_at_least_as_far_as_practice_demands(must, condition, case, mode):
    outcome = replayed(case, mode)
    assert condition.truth(outcome.states) is Truth.TRUE, told(outcome, case)
    assert not is_broken(must, outcome), told(outcome, case)


@pytest.mark.parametrize("never, condition, case, mode", replays(FlagNever))
def test_what_is_not_enough_alone_does_not_raise_its_flag(never, condition, case, mode):
    outcome = replayed(case, mode)
    assert condition.truth(outcome.states) is Truth.TRUE
    assert not is_broken(never, outcome), told(outcome, case)


@pytest.mark.parametrize("never, condition, case, mode", replays(KindsNever))
def test_a_kind_that_would_harm_is_not_suggested(never, condition, case, mode):
    outcome = replayed(case, mode)
    assert condition.truth(outcome.states) is Truth.TRUE
    assert not is_broken(never, outcome), told(outcome, case)


@pytest.mark.parametrize("must, condition, case, mode", replays(UrgencyMust))
def test_what_is_no_flag_and_cannot_wait_is_urgent_and_has_help(must, condition, case, mode):
    outcome = replayed(case, mode)
    assert condition.truth(outcome.states) is Truth.TRUE
    assert not is_broken(must, outcome), told(outcome, case)


@pytest.mark.parametrize("asked, condition, case, mode", replays(AskedWhen))
def test_what_was_told_brings_its_questions(asked, condition, case, mode):
    outcome = replayed(case, mode)
    assert condition.truth(outcome.states) is Truth.TRUE
    assert not is_broken(asked, outcome), {id_: outcome.applies[id_] for id_ in asked.questions}


@pytest.mark.parametrize("asked, condition, case, mode", replays(AskedWhen))
def test_the_talk_comes_to_the_questions_that_something_told_brings(asked, condition, case, mode):
    in_mode = Mode(case.get("mode", mode))
    situation = Situation(mode=in_mode, date=TODAY)
    found = asked_in_order(content().questionnaire, routed(*told_in(case), in_mode), situation)
    assert set(asked.questions) <= set(found), condition


def raising_cases():
    """Every smallest case that raises a flag, by any property."""
    for must in of_type(FlagMust):
        if must.state is FlagState.RAISED:
            yield from (pytest.param(case, id=f"{must.id}-{at}") for at, case in enumerate(all_cases(must)))


def all_cases(property_):
    return [case for condition in property_.any_of for case in cases(condition)]


@pytest.mark.parametrize("case", list(raising_cases()))
@pytest.mark.parametrize("mode", list(Mode))
def test_a_raised_flag_names_its_help_and_blocks_all_other_while_it_waits(case, mode):
    outcome = replayed(case, mode)
    broken = [each.id for each in of_type(FlagKeeps | FlagNames) if is_broken(each, outcome)]
    assert not broken, told(outcome, case)


@pytest.mark.parametrize("case", list(raising_cases()))
def test_a_ground_of_one_flag_does_not_raise_another_that_does_harm_when_false(case):
    outcome = replayed(case, Mode.EXPLORATORY)
    assert [each.id for each in of_type(FlagOnly) if is_broken(each, outcome)] == []


def answered_until_last(property_):
    """What was asked of a flag, answered calmly but for one question that stays open."""
    calm = {id_: QUESTIONS[id_].options[0].code for id_ in property_.questions}
    for left in property_.questions:
        for withheld in WITHHELD.values():
            yield {**calm, left: withheld}


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("ask", of_type(MustAsk), ids=lambda ask: ask.id)
def test_a_flag_is_not_cleared_while_a_question_of_it_is_open(ask, mode):
    broken = [case for case in ({}, *answered_until_last(ask)) if is_broken(ask, replayed(case, mode))]
    assert not broken


SILENCE = {"area_body": "goes_well", "area_mind": "goes_well", "area_social": "goes_well", "area_society": "goes_well"}
WOMAN = {"gender": "woman", "age": 30.0}


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("asked", of_type(MustHaveAsked), ids=lambda asked: asked.id)
def test_a_flag_that_nobody_asked_about_is_not_cleared_by_areas_that_go_well(asked, mode):
    outcome = replayed({**SILENCE, **WOMAN}, mode)
    assert not is_broken(asked, outcome), outcome.flags[asked.flag].state


def misfits_of(property_):
    return misfits(property_, content().questionnaire, content().rules)


@pytest.mark.parametrize("property_", of_type(MustMark | MustBlock), ids=lambda each: each.id)
def test_the_questions_carry_the_marks_and_stand_in_the_block(property_):
    assert misfits_of(property_) == ()


@pytest.mark.parametrize("property_", of_type(MustBeSilent | MustBeNeutral), ids=lambda each: each.id)
def test_the_topic_is_silent_and_the_paper_neutral(property_):
    assert misfits_of(property_) == ()


@pytest.mark.parametrize("property_", of_type(AlwaysAsked | AskedWhen), ids=lambda each: each.id)
def test_a_question_that_must_be_asked_has_a_place_in_both_talks(property_):
    assert misfits_of(property_) == ()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("worst", [{}, SILENCE, {"which_mind": "nothing", "which_body": "nothing"}], ids=str)
def test_the_questions_for_everyone_apply_whatever_else_was_answered(worst, mode):
    outcome = replayed(worst, mode)
    assert [each.id for each in of_type(AlwaysAsked) if is_broken(each, outcome)] == []


def test_the_questions_for_everyone_have_no_gate_and_stand_in_a_topic_that_is_always_there():
    (always,) = of_type(AlwaysAsked)
    for id_ in always.questions:
        assert QUESTIONS[id_].asked_when == ()
        assert content().questionnaire.topics[QUESTIONS[id_].topic].always


def test_every_flag_of_the_closed_set_is_demanded_and_kept_from_being_raised_by_little():
    assert {str(must.flag) for must in of_type(FlagMust) if must.state is FlagState.RAISED} == FLAGS
    assert {str(never.flag) for never in of_type(FlagNever)} == FLAGS
    assert {str(ask.flag) for ask in of_type(MustAsk)} == FLAGS - {"gut_feeling"}
    assert {str(names.flag) for names in of_type(FlagNames)} == FLAGS
    assert {str(only.flag) for only in of_type(FlagOnly)} >= HARM_WHEN_FALSE


HARM_WHEN_FALSE = {"domestic_violence", "child_safety", "psychosis", "suicide_acute"}
EFFECT_BY_GROUND = {"dependent_safety", "pregnancy_risk"}


def test_every_flag_that_may_be_possible_has_an_effect_then_too():
    without = {str(must.flag) for must in of_type(FlagMust) if must.effect is None}
    assert without <= EFFECT_BY_GROUND


def test_a_possible_flag_that_would_wait_makes_the_whole_as_urgent_as_today():
    asked = {must.id: whole_urgency(must) for must in of_type(FlagMust)}
    assert asked["safety_threat_thoughts"] is Urgency.TODAY
    assert asked["safety_threat_raised"] is Urgency.NOW
    assert asked["safety_homeless_unclear"] is Urgency.ROUTINE


def test_every_property_has_an_owner_apart_from_the_flags_a_source_and_words():
    owners = {flag.origin.owner for flag in content().rules.flags}
    for each in properties():
        assert each.origin.owner not in owners
        assert each.text.nl != each.text.en
        assert each.origin.source.startswith(("practice.md", "domain.md", "eigen oordeel: "))


def named(id_):
    return next(each for each in properties() if each.id == id_)


CALM = {"body_sudden": "nothing_new"}
PLANTED = [
    (named("safety_somatic_raised"), {"any_of": ("body_sudden", "nothing_new")}, CALM),
    (named("safety_homeless_raised"), {"urgency": Urgency.NOW}, {"sleep_place": "nowhere"}),
    (named("safety_homeless_raised"), {"effect": FlagEffect.WAITS}, {"sleep_place": "nowhere"}),
    (named("safety_not_needs"), {"any_of": ("needs_missing", "food")}, {"needs_missing": "food"}),
    (
        named("safety_no_gli_under_18"),
        {"any_of": ("body_sudden", "now"), "kinds": ("huisarts",)},
        {"body_sudden": "now"},
    ),
    (named("safety_keeps_suicide_acute"), {"suggested": ("gli",)}, {"suicide_safe": "cannot_say"}),
    (named("safety_names_gut_feeling"), {"one_of": ("gli",)}, {"gut_feeling": "yes"}),
    (named("safety_medicine_today"), {"urgency": Urgency.NOW}, {"needs_missing": "medicine"}),
    (named("safety_ask_homeless_tonight"), {"questions": ("reading",)}, {"sleep_place": "safe_place"}),
    (named("safety_asked_psychosis"), {"flag": "homeless_tonight"}, {"sleep_place": "safe_place"}),
    (named("safety_always_asked"), {"questions": ("which_body",)}, {"area_body": "goes_well"}),
    (named("safety_when_sudden"), {"questions": ("letter_date",)}, {"body_sudden": "now"}),
    (named("safety_only_suicide_acute"), {"any_of": ("suicide_safe", "safe")}, {"suicide_safe": "cannot_say"}),
    (named("safety_names_suicide_acute_crisis"), {"all_of": ("huisarts", "gli")}, {"suicide_safe": "cannot_say"}),
    (named("safety_threat_thoughts"), {"effect": FlagEffect.GOES_ON}, {"harm_others": "thoughts"}),
    (named("safety_mania_one"), {"urgency": Urgency.NOW}, {"high_energy": "yes"}),
]


@pytest.mark.parametrize("property_, change, case", PLANTED, ids=[f"{each[0].id}-{list(each[1])}" for each in PLANTED])
def test_a_demand_that_the_rules_do_not_meet_is_seen_as_broken(property_, change, case):
    planted = {key: only(*value) if key == "any_of" else value for key, value in change.items()}
    assert is_broken(replace(property_, **planted), replayed(case, Mode.QUICK))


def only(column, code):
    return (Condition(tests=((column, CodeTest(codes=frozenset({code}))),)),)


def test_what_a_waiting_flag_names_it_also_keeps():
    keeps = {each.flag: set(each.suggested) for each in of_type(FlagKeeps)}
    names = [(each.flag, {*each.one_of, *each.all_of}) for each in of_type(FlagNames)]
    assert all(named <= keeps[flag] for flag, named in names if flag in keeps)


ASTRAY = [
    ("safety_mark_alone", {"questions": ("reading",)}, "reading"),
    ("safety_mark_safety", {"questions": ("reading",)}, "reading"),
    ("safety_mark_essential", {"questions": ("reading",)}, "reading"),
    ("safety_block_life", {"questions": ("reading",)}, "reading"),
    ("safety_when_sudden", {"questions": ("dutch",)}, "dutch"),
    ("safety_always_asked", {"questions": ("dutch",)}, "dutch"),
    ("safety_silent_home", {"topics": ("money",)}, "money"),
    ("safety_neutral_paper", {"flags": ("psychosis",)}, "psychosis"),
]


@pytest.mark.parametrize("id_, change, wrong", ASTRAY, ids=[each[0] for each in ASTRAY])
def test_a_mark_place_silence_or_neutral_paper_that_is_missing_is_named(id_, change, wrong):
    assert misfits_of(replace(named(id_), **change)) == (wrong,)


def test_a_question_that_is_not_there_has_no_mark():
    assert misfits_of(replace(named("safety_mark_alone"), questions=("gone",), mark=Mark.SAFETY)) == ("gone",)


def test_a_kind_that_another_flag_forbids_is_not_demanded():
    crisis = replace(named("safety_names_suicide_acute_crisis"), all_of=("gli",))
    both = {"suicide_safe": "cannot_say", "too_much_taken": "yes"}
    assert is_broken(crisis, replayed({"suicide_safe": "cannot_say"}, Mode.QUICK))
    assert not is_broken(crisis, replayed(both, Mode.QUICK))


def test_somebody_safe_named_alone_lifts_the_ban_on_the_own_network():
    never = named("safety_no_own_network_after_violence")
    bound = replace(never, kinds=("huisarts",), any_of=only("body_sudden", "now"), unless=only("safe_person", "yes"))
    assert is_broken(bound, replayed({"body_sudden": "now"}, Mode.QUICK))
    assert not is_broken(bound, replayed({"body_sudden": "now", "safe_person": "yes"}, Mode.QUICK))


def test_what_was_told_beside_it_takes_an_answer_out_of_the_column_not():
    never = replace(named("safety_not_needs"), any_of=only("debts", "arrears"))
    assert not is_broken(never, replayed({"debts": "arrears", "needs_missing": "food"}, Mode.QUICK))
