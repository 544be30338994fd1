"""Talks that an adversary and a sceptical GP thought up, each against docs/sources/practice.md."""

from __future__ import annotations

import pytest

from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.routing import route
from intake_app.questionnaire.situation import Person
from intake_app.triage.evaluate import Engine
from intake_app.triage.flags import FlagHistory
from intake_app.triage.model import FlagState, KindState, Urgency
from tests.triage.test_flags import MAN, WOMAN, an_answer, judged
from tests.triage.test_kinds import ALL_WELL, FACTS, KINDS, QUESTIONNAIRE, RULES

ENGINE = Engine(RULES, QUESTIONNAIRE, tuple(KINDS))
WELL = ", ".join(f"{id_}={'|'.join(v) if isinstance(v, tuple) else v}" for id_, v in ALL_WELL.items())
MOVING = "area_body=ok, which_body=moving, moving_days=1, moving_wish=yes, moving_barrier=no_company"
PREGNANT = "which_body=pregnancy, pregnancy=pregnant"
GROUPS = ("voorzorggroep", "zelfhulpgroep", "rouwgroep", "wandelgroep", "herstelacademie", "jongereninloop")
EXPLORATORY = {
    "a relative told, the person says there is nothing": "unusual_told=told_by_relative, unusual=none",
    "a relative told, the person knows it for long": "unusual_told=told_by_relative, unusual=long_known_calm",
}
BECOMES_POSSIBLE = [
    ("suicide_thoughts", "area_mind=ok, which_mind=mood, life_not_worth=declined, suicide_thoughts=declined"),
    ("suicide_thoughts", "meaning=no, suicide_thoughts=declined"),
    ("suicide_thoughts", "pleasure=none, suicide_thoughts=not_asked"),
    ("suicide_thoughts", f"{PREGNANT}, pregnancy_mood=low, suicide_thoughts=not_known"),
    ("suicide_thoughts", "which_body=medication, too_much_taken=yes, life_not_worth=no"),
    ("self_poisoning", "life_not_worth=often, suicide_thoughts=no, suicide_plan=attempt_recent"),
    ("psychosis", "which_mind=unusual, unusual=not_known"),
    ("acute_confusion", "which_mind=memory, memory=not_known"),
    ("withdrawal_danger", "which_mind=substances, use_burden=much, use_daily=declined"),
    ("pregnancy_risk", f"{PREGNANT}, mood=often_low, use_daily=none"),
    ("pregnancy_risk", "cares_for=unborn, child_care=fine, suicide_thoughts=recent"),
    ("pregnancy_risk", "cares_for=unborn, child_care=fine, use_daily=alcohol"),
    ("pregnancy_risk", "cares_for=unborn, child_care=fine, afraid=yes"),
    ("child_safety", "which_body=pregnancy, pregnancy=birth_year, cares_for=nobody, suicide_thoughts=recent"),
    ("child_safety", "which_body=pregnancy, pregnancy=birth_4_weeks, pregnancy_signs=harm_baby"),
    ("child_safety", f"{PREGNANT}, pregnancy_use=yes, cares_for=unborn, child_care=declined"),
]
HASTE = [
    "life_not_worth=often",
    "life_not_worth=sometimes, suicide_thoughts=no",
    "body_sudden=earlier_this_week, body_alarm=chest_pressure_effort",
    "body_sudden=earlier_this_week, body_alarm=face_speech_arm_earlier",
    "area_body=ok, which_body=moving, exertion_signs=yes",
    "area_mind=ok, which_mind=memory, memory=often, memory_onset=hours_days",
]
TERRIBLE = [
    "contacts=nobody, lonely=often",
    "trauma=trouble_now, trauma_signs=often",
    "worry=always",
    "loss=stuck",
    "money_round=debts_grow",
    "complaint_burden=much",
    "body_sudden=earlier_this_week, body_alarm=chest_pressure_effort",
    "afraid=sometimes",
]


def answers_of(said):
    pairs = [each.strip().split("=") for each in said.split(",") if each.strip()]
    return {id_: an_answer(id_, word) for id_, word in pairs}


def assessed(said, *, recorded=(), **facts):
    routing = route(QUESTIONNAIRE, answers_of(said), {**FACTS, **facts})
    return ENGINE.assess(routing, FlagHistory(recorded=frozenset(recorded)))


def kinds(said, **how):
    return {outcome.kind: outcome.state for outcome in assessed(said, **how).kinds}


@pytest.mark.parametrize("flag, said", BECOMES_POSSIBLE)
def test_a_signal_that_hides_elsewhere_makes_the_flag_possible(flag, said):
    assert judged(said, person=WOMAN)[flag].state is FlagState.POSSIBLE


@pytest.mark.parametrize("said", EXPLORATORY.values(), ids=list(EXPLORATORY))
def test_what_a_relative_told_is_not_cleared_by_the_person_denying_it(said):
    assert judged(said, mode=Mode.EXPLORATORY)["psychosis"].state is FlagState.POSSIBLE


@pytest.mark.parametrize("life", ["sometimes", "often"])
@pytest.mark.parametrize("column", ["suicide_plan", "suicide_safe"])
def test_after_either_yes_the_follow_ups_on_suicide_are_asked(life, column):
    answers = answers_of(f"life_not_worth={life}, suicide_thoughts=declined")
    assert route(QUESTIONNAIRE, answers, FACTS).applies[column] is Truth.TRUE


@pytest.mark.parametrize("plan", ["plan", "prepared", "means", "attempt_recent"])
def test_a_plan_is_never_hidden_by_a_no_to_the_word_suicide(plan):
    outcome = judged(f"life_not_worth=sometimes, suicide_thoughts=no, suicide_plan={plan}")
    assert outcome["suicide_acute"].state is FlagState.RAISED


def test_something_else_that_is_new_right_now_is_looked_at_right_now():
    assert judged("body_sudden=now, body_alarm=other_sign")["somatic_emergency"].urgency is Urgency.NOW


@pytest.mark.parametrize("person", [MAN, Person()])
def test_a_child_on_its_way_gives_no_pregnancy_risk_to_who_may_not_be_pregnant(person):
    outcome = judged("cares_for=unborn, child_care=fine, suicide_thoughts=recent", person=person)
    assert outcome["pregnancy_risk"].state is not FlagState.POSSIBLE


def test_violence_while_a_child_is_on_its_way_is_about_the_child_too():
    said = "cares_for=unborn, child_care=fine, afraid=yes, violence=hitting, children_saw=no"
    outcome = judged(said)
    assert outcome["child_safety"].state is FlagState.RAISED
    assert outcome["pregnancy_risk"].is_silent


@pytest.mark.parametrize("said", HASTE)
def test_a_possible_danger_is_dealt_with_today(said):
    assert assessed(said).urgency >= Urgency.TODAY


@pytest.mark.parametrize("said", TERRIBLE)
def test_the_talk_was_not_enough_when_one_thing_is_terrible_in_areas_that_go_well(said):
    assert kinds(f"{WELL}, {said}")["gesprek_was_genoeg"] is KindState.BLOCKED


@pytest.mark.parametrize(
    "said", ["body_sudden=earlier_this_week, body_alarm=chest_pressure_effort", "body_alarm=other_sign"]
)
def test_nobody_is_sent_to_exercise_before_a_bodily_sign_was_looked_at(said):
    found = kinds(f"{MOVING}, exertion_signs=no, body_sudden=earlier_this_week, {said}", age=70.0)
    held = {"buurtsportcoach", "wandelgroep", "beweeggroep_ouderen", "valpreventie", "gli", "sportfonds"}
    assert {found[kind] for kind in held} == {KindState.BLOCKED}


def test_pain_on_effort_is_for_the_gp_and_not_for_the_physiotherapist():
    said = "area_body=ok, which_body=moving, moving_barrier=pain, moving_wish=yes, exertion_signs=yes"
    found = kinds(said)
    assert (found["huisarts"], found["fysiotherapie"]) == (KindState.SUGGESTED, KindState.BLOCKED)


@pytest.mark.parametrize("how", ["frightening", "declined"])
def test_no_group_screen_or_quarrel_talk_during_psychosis_also_after_consultation(how):
    said = f"which_mind=unusual|earlier_help, unusual=followed, unusual_how={how}, earlier_help=waiting_list"
    said += ", neighbours=conflict, e_health_wish=yes, reading=easy, area_mind=weighs"
    found = kinds(said, recorded=("psychosis",))
    assert {found[kind] for kind in (*GROUPS, "e_health", "buurtbemiddeling")} == {KindState.BLOCKED}


@pytest.mark.parametrize("life", ["suicide_thoughts=recent", "life_not_worth=sometimes"])
def test_thoughts_of_suicide_are_never_met_with_a_screen(life):
    recorded = ("suicide_thoughts", "suicide_acute")
    found = kinds(f"reading=easy, e_health_wish=yes, {life}", recorded=recorded)
    assert found["e_health"] is KindState.BLOCKED


def test_who_cannot_see_is_not_sent_to_reading_lessons():
    assert kinds("reading=hard, area_body=ok, which_body=senses, senses=sight")["taalhuis"] is KindState.BLOCKED


def test_forgetting_under_stress_at_56_does_not_lead_to_the_alzheimer_cafe():
    said = "which_mind=memory, area_mind=weighs, memory=often, memory_onset=weeks, memory_checked=no"
    assert kinds(said, age=56.0)["alzheimer_cafe"] is not KindState.SUGGESTED


def test_confusion_of_hours_leads_to_no_dementia_offer_also_after_consultation():
    said = "memory=often, memory_onset=hours_days, memory_course=changes_by_hour, memory_danger=lost_way"
    found = kinds(said, age=80.0, recorded=("acute_confusion",))
    assert {found["alzheimer_cafe"], found["casemanager_dementie"]} == {KindState.BLOCKED}


@pytest.mark.parametrize("since", ["days", "weeks"])
def test_heavy_grief_of_days_or_weeks_is_not_made_a_matter_for_specialists(since):
    said = f"mood=nearly_always_low, pleasure=none, mood_duration={since}, functioning=stopped, loss=recent_heavy"
    assert kinds(said)["specialist_ggz"] is not KindState.SUGGESTED


@pytest.mark.parametrize("safe", ["no", "declined", "not_asked"])
def test_with_some_fear_at_home_no_relative_is_brought_in_before_one_is_named_safe(safe):
    said = f"{WELL}, support=several, area_mind=weighs, afraid=sometimes, safe_person={safe}"
    found = kinds(said, mode="exploratory")
    assert {found[kind] for kind in ("naaste_betrekken", "netwerkgesprek")} == {KindState.BLOCKED}


def test_frightening_thoughts_after_birth_are_brought_to_the_gp_without_a_flag():
    said = f"{WELL}, area_body=ok, which_body=pregnancy, pregnancy=birth_year"
    found = assessed(f"{said}, pregnancy_signs=frightening_thoughts, pregnancy_mood=good", gender="woman", age=30.0)
    assert {each.kind: each.state for each in found.kinds}["huisarts"] is KindState.SUGGESTED
    assert not found.raised()
    assert not [flag for flag in found.possible() if flag.flag == "pregnancy_risk"]


def test_a_gambler_whose_mind_goes_well_is_heard_when_he_wishes_to_talk_about_it():
    found = kinds(f"{WELL}, use_burden=much", wish_topics=frozenset({"substances"}))
    assert found["gesprek_was_genoeg"] is KindState.BLOCKED
    assert found["verslavingszorg"] is KindState.SUGGESTED


@pytest.mark.parametrize("kind", ["rouwgroep", "voorzorggroep", "herstelacademie", "vrijwilligerswerk"])
def test_with_a_plan_for_suicide_no_group_or_task_is_offered_also_after_consultation(kind):
    said = "suicide_thoughts=recent, suicide_plan=plan, loss=stuck, earlier_help=waiting_list, useful=would_like"
    assert kinds(said, recorded=("suicide_acute", "suicide_thoughts"))[kind] is KindState.BLOCKED


def test_who_stops_in_a_dangerous_way_sees_the_gp_before_a_self_help_group():
    found = kinds("use_daily=ghb, use_stop=stopped_fine", recorded=("withdrawal_danger",))
    assert (found["huisarts"], found["zelfhulpgroep"]) == (KindState.SUGGESTED, KindState.BLOCKED)
