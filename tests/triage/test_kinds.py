from __future__ import annotations

from functools import cache

import pytest

from intake_app.content.load_options import load_options
from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_rules import load_rules
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.questionnaire.answers import Declined, Given
from intake_app.questionnaire.conditions import CodeTest, RangeTest, Truth
from intake_app.questionnaire.model import LIFE_AREAS, QuestionKind
from intake_app.questionnaire.routing import route
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import KindEffect, KindState

LONGEST = 140
MOST_SUGGESTED = 9
NEUTRAL = "Dit past nu niet."
CALM = {
    "body_sudden": "nothing_new",
    "sleep_place": "safe_place",
    "needs_missing": ("none",),
    "cares_for": ("nobody",),
    "life_not_worth": "no",
    "suicide_thoughts": "no",
    "afraid": "no",
    "use_daily": ("none",),
    "reading": "easy",
    "support": "several",
}
ALL_WELL = {**CALM, **{f"area_{area}": "goes_well" for area in LIFE_AREAS}}
FACTS = {
    "mode": "quick",
    "age": 45.0,
    "literacy": "ok",
    "language": "nl",
    "present": frozenset({"person"}),
    "wish_topics": frozenset(),
    "strength_topics": frozenset(),
}
AFRAID = {"afraid": "yes", "controlled": "yes", "violence": ("threats",), "children_saw": "no"}
LONELY = {"contacts": "hardly", "lonely": "often", "miss_activity": "yes"}
PLUMP = {"bmi": 32.0, "weight_risk": ("none",), "weight_wish": "yes", "eating_trouble": "no"}
WALKING = {
    "moving_days": 1.0,
    "moving_wish": "yes",
    "moving_barrier": ("no_company",),
    "exertion_signs": "no",
}


@cache
def _content():
    """Load the real questionnaire, options and rules."""
    source, problems = read_source(resources_dir()), []
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    options = load_options(source.part("options"), problems)
    kinds = tuple(option.id for option in options)
    rules = load_rules(source.part("rules"), questionnaire, kinds, problems)
    assert problems == []
    return questionnaire, options, rules, Engine(rules, questionnaire, kinds)


QUESTIONNAIRE, OPTIONS, RULES, ENGINE = _content()
KINDS = [option.id for option in OPTIONS]
OWN_NETWORK = {option.id for option in OPTIONS if option.group == "own_network"}


def _assess(answers, **facts):
    given = {id_: Declined() if value == "declined" else Given(value=value) for id_, value in answers.items()}
    return ENGINE.assess(route(QUESTIONNAIRE, given, {**FACTS, **facts}))


def _states(answers, **facts):
    return {outcome.kind: outcome.state for outcome in _assess(answers, **facts).kinds}


def _suggested(answers, **facts):
    return {kind for kind, state in _states(answers, **facts).items() if state is KindState.SUGGESTED}


def _talk(area, topics, **answers):
    """A calm talk in which one area weighs, with these topics."""
    return {**ALL_WELL, f"area_{area}": "weighs", f"which_{area}": topics, **answers}


EXAMPLES = {
    "debts that grow": (
        _talk(
            "society",
            ("money",),
            money_round="debts_grow",
            debts="bailiff",
            post="piles_up",
            letter_date="no_date",
        ),
        {},
        {"schuldhulp", "geldfit", "formulierenhulp", "eigen_stap", "naaste_betrekken"},
        {"poh_ggz", "basis_ggz", "specialist_ggz"},
    ),
    "loneliness with nobody to fall back on": (
        _talk("social", ("contacts",), **LONELY, support="nobody"),
        {"age": 72.0},
        {"welzijn_op_recept", "maatje", "luisterlijn"},
        {"poh_ggz", "basis_ggz", "specialist_ggz", "naaste_betrekken"},
    ),
    "fresh grief with good people around": (
        _talk("social", ("loss",), loss="recent_heavy", loss_share="enough"),
        {},
        {"gesprek_was_genoeg", "naaste_betrekken"},
        {"rouwgroep", "poh_ggz", "basis_ggz", "specialist_ggz", "e_health"},
    ),
    "grief that is stuck": (
        _talk("social", ("loss",), loss="stuck", loss_share="would_like"),
        {},
        {"rouwgroep", "poh_ggz"},
        {"gesprek_was_genoeg", "basis_ggz", "specialist_ggz"},
    ),
    "caring that is too heavy": (
        _talk("social", ("caring",), cares_for=("ill_relative",), caring_load="heavy", caring_backup="nobody"),
        {},
        {"mantelzorgsteunpunt", "respijtzorg", "netwerkgesprek"},
        {"gesprek_was_genoeg", "poh_ggz"},
    ),
    "forgetting that nobody looked at": (
        _talk(
            "mind",
            ("memory",),
            memory="often",
            memory_onset="slowly",
            memory_course="steady",
            memory_danger=("gas_fire",),
            memory_checked="no",
        ),
        {"age": 78.0},
        {"huisarts", "casemanager_dementie", "alzheimer_cafe"},
        {"basis_ggz", "specialist_ggz"},
    ),
    "sick leave without the company doctor": (
        {
            **_talk("society", ("work",), work="sick_leave", work_strain="too_heavy", company_doctor="not_yet"),
            "area_mind": "weighs",
            "which_mind": ("stress",),
            "stress": "too_much",
            "functioning": "half",
        },
        {},
        {"bedrijfsarts", "poh_ggz", "vervolggesprek"},
        {"basis_ggz", "specialist_ggz", "gesprek_was_genoeg"},
    ),
    "waiting for treatment": (
        _talk(
            "mind",
            ("trauma", "earlier_help"),
            trauma="trouble_now",
            trauma_signs="often",
            earlier_help="waiting_list",
            waiting="hard",
            e_health_wish="no",
        ),
        {"age": 30.0},
        {"specialist_ggz", "voorzorggroep", "steunpunt_inloop"},
        {"basis_ggz", "e_health", "gesprek_was_genoeg"},
    ),
    "months of low mood": (
        _talk(
            "mind",
            ("mood", "stress"),
            mood="often_low",
            pleasure="less",
            mood_duration="months",
            stress="sometimes",
            functioning="half",
        ),
        {},
        {"poh_ggz", "basis_ggz", "naaste_betrekken"},
        {"specialist_ggz", "gesprek_was_genoeg"},
    ),
    "exam stress in a life that works": (
        _talk("mind", ("stress",), stress="often", stress_source=("school",), functioning="works"),
        {"age": 20.0},
        {"eigen_stap", "jongereninloop"},
        {"poh_ggz", "basis_ggz", "specialist_ggz", "huisarts"},
    ),
    "weight and a wish to move": (
        _talk("body", ("weight", "moving"), **PLUMP, **WALKING),
        {},
        {"gli", "huisarts", "buurtsportcoach", "wandelgroep"},
        {"fysiotherapie", "specialist_ggz"},
    ),
    "exercises for the back that did not work out": (
        _talk(
            "body",
            ("complaints",),
            complaint_kind=("back_neck",),
            complaint_burden="much",
            complaint_alarm=("none",),
            complaint_seen="advice_not_done",
        ),
        {},
        {"fysiotherapie", "naaste_betrekken"},
        {"huisarts", "psychosomatische_therapie"},
    ),
    "falling and the fear of it": (
        _talk("body", ("falls",), falls="more", fall_fear="much"),
        {"age": 80.0},
        {"valpreventie", "huisarts"},
        {"wandelgroep", "buurtsportcoach"},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_comes_out_as_a_practitioner_would_expect(name):
    answers, facts, expected, unwanted = EXAMPLES[name]
    found = _suggested(answers, **facts)
    assert expected <= found
    assert not unwanted & found


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_ordinary_talk_gives_a_handful_of_suggestions_with_own_network_among_them(name):
    answers, facts, _, _ = EXAMPLES[name]
    found = _suggested(answers, **facts)
    assert 2 <= len(found) <= MOST_SUGGESTED
    assert OWN_NETWORK & found


@pytest.mark.parametrize("mode", ["quick", "exploratory"])
def test_nothing_answered_suggests_nothing(mode):
    assert _suggested({}, mode=mode) == set()


@pytest.mark.parametrize("mode", ["quick", "exploratory"])
def test_when_all_goes_well_only_own_network_is_suggested_and_the_talk_was_enough(mode):
    found = _suggested(ALL_WELL, mode=mode)
    assert "gesprek_was_genoeg" in found
    assert found <= OWN_NETWORK


def test_when_every_area_is_declined_only_another_talk_is_suggested():
    declined = {**CALM, "support": "declined", **{f"area_{area}": "declined" for area in LIFE_AREAS}}
    assert _suggested(declined) == {"vervolggesprek"}


def test_the_talk_is_not_called_enough_while_an_essential_question_is_open():
    answers = {id_: value for id_, value in ALL_WELL.items() if id_ != "life_not_worth"}
    assert _states(answers)["gesprek_was_genoeg"] is KindState.POSSIBLE


@pytest.mark.parametrize("safe", [None, "no", "declined"])
def test_without_a_safe_person_after_violence_no_own_network_is_suggested(safe):
    answers = {**_talk("social", ("contacts",), **LONELY), **AFRAID}
    found = _suggested(answers if safe is None else {**answers, "safe_person": safe})
    assert not OWN_NETWORK & found
    assert "huisarts" in found


def test_a_safe_person_makes_own_network_possible_again_after_violence():
    answers = {**_talk("social", ("contacts",), **LONELY), **AFRAID, "safe_person": "yes"}
    assert {"eigen_stap", "naaste_betrekken"} <= _suggested(answers)


def test_after_violence_the_gp_leads_and_groups_courses_and_screens_wait():
    answers = {**_talk("social", ("contacts",), **LONELY), **AFRAID, "safe_person": "no"}
    answers |= {"area_mind": "weighs", "which_mind": ("worry", "earlier_help"), "worry": "always"}
    answers |= {"earlier_help": "not_helped", "e_health_wish": "yes", **WALKING}
    waiting = {
        "welzijn_op_recept",
        "maatje",
        "poh_ggz",
        "e_health",
        "wandelgroep",
        "ervaringsdeskundige_1op1",
    }
    states = _states(answers)
    assert {states[kind] for kind in waiting} == {KindState.BLOCKED}


@pytest.mark.parametrize("flag", ["flag_domestic_violence", "flag_child_safety"])
def test_what_a_silent_flag_holds_back_says_nothing_about_why(flag):
    held = [rule for rule in RULES.kinds if rule.effect is KindEffect.AGAINST and flag in rule.when.columns]
    assert {rule.text.nl for rule in held} == {NEUTRAL}
    told = [rule for rule in RULES.kinds if rule.effect is not KindEffect.AGAINST and flag in rule.when.columns]
    assert told == []


def test_a_course_for_losing_weight_waits_when_eating_is_hard():
    found = _talk("body", ("weight",), **{**PLUMP, "eating_trouble": "often"})
    assert _states(found)["gli"] is KindState.BLOCKED


def test_exercise_waits_for_the_gp_when_effort_gives_complaints():
    found = _states(_talk("body", ("moving",), **{**WALKING, "exertion_signs": "yes"}))
    assert found["huisarts"] is KindState.SUGGESTED
    assert {found[kind] for kind in ("wandelgroep", "buurtsportcoach")} == {KindState.BLOCKED}


@pytest.mark.parametrize("hurdle", [{"reading": "hard"}, {"digital": "not", "forms": "self"}])
def test_a_screen_is_not_offered_where_reading_or_the_screen_is_hard(hurdle):
    willing = _talk("mind", ("earlier_help",), earlier_help="none", e_health_wish="yes", reading="easy")
    assert _states(willing)["e_health"] is KindState.SUGGESTED
    assert _states({**willing, **hurdle})["e_health"] is KindState.BLOCKED


def test_debts_loneliness_grief_and_exams_never_lead_to_specialist_care():
    rules = [rule for rule in RULES.kinds if rule.kind in {"basis_ggz", "specialist_ggz"}]
    columns = {column for rule in rules for column in rule.when.columns}
    assert not columns & {"debts", "money_round", "lonely", "contacts", "loss", "stress", "learning"}


def test_no_kind_is_suggested_because_of_origin_gender_or_discrimination():
    rules = [rule for rule in RULES.kinds if rule.effect is KindEffect.SUGGEST]
    columns = {column for rule in rules for column in rule.when.columns}
    assert not columns & {"language", "gender", "discrimination", "present"}


def _state_for(column, test):
    """A state of a column on which the test holds."""
    if isinstance(test, RangeTest):
        return max(test.low, min(test.high, 20.0))
    if not isinstance(test, CodeTest):
        return next((state for state in test.states), "x")
    question = QUESTIONNAIRE.questions.get(column)
    many = question is None or question.kind is QuestionKind.MULTI
    return frozenset(test.codes) if many and column.endswith("topics") else min(test.codes)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_argument_for_it_that_can_hold(kind):
    pros = [rule for rule in RULES.kinds if rule.kind == kind and rule.effect is not KindEffect.AGAINST]
    assert pros
    for rule in pros:
        states = {column: _state_for(column, test) for column, test in rule.when.tests}
        assert rule.when.truth(states) is Truth.TRUE


def test_every_rule_is_one_short_sentence_or_two_in_both_languages():
    for rule in RULES.kinds:
        assert 0 < len(rule.text.nl) <= LONGEST
        assert 0 < len(rule.text.en) <= LONGEST
    assert len({rule.id for rule in RULES.kinds}) == len(RULES.kinds)
