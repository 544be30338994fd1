"""The seventeen red flags against the table in docs/sources/practice.md §3, on the content that ships."""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from intake_app.content.load_flags import load_flags
from intake_app.content.load_options import load_options
from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_rules import FLAGS
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.conditions import Missing, StateTest
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.routing import route
from intake_app.questionnaire.situation import FACTS, Person, Situation
from intake_app.triage.flags import FLAG_COLUMN, NO_HISTORY, FlagHistory, FlagTables
from intake_app.triage.model import FlagEffect, FlagState, Urgency

CLOSED_SET = [
    "suicide_acute",
    "suicide_thoughts",
    "psychosis",
    "mania",
    "acute_confusion",
    "somatic_emergency",
    "self_poisoning",
    "withdrawal_danger",
    "domestic_violence",
    "threat_to_others",
    "pregnancy_risk",
    "dependent_safety",
    "child_safety",
    "homeless_tonight",
    "essential_needs",
    "self_neglect",
    "gut_feeling",
]
WITHHELD = {"declined": Declined(), "not_known": NotKnown(), "not_asked": NotAsked(reason="geen tijd")}
TELLING = [
    "geweld",
    "mishandel",
    "bang",
    "veilig",
    "thuis",
    "dwang",
    "seksueel",
    "kindcheck",
    "meldcode",
    "violen",
    "abuse",
    "afraid",
    "coerc",
    "sexual",
    "child",
    "niet-pluis",
    "gevoel",
    "dreig",
    "threat",
    "slaan",
    "hit",
    "veiligheid",
    "safety",
    "huiselijk",
]
WOMAN = Person(age=30, gender="woman")
MAN = Person(age=60, gender="man")


@cache
def content():
    source = read_source(resources_dir())
    problems = []
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    questions = {str(id_): question for id_, question in questionnaire.questions.items()}
    kinds = tuple(kind.id for kind in load_options(source.part("options"), problems))
    files = {name: text for name, text in source.part("rules").items() if name.endswith("/flags.yaml")}
    flags = load_flags(files, FLAGS, (questions, tuple(questionnaire.topics), kinds), problems)
    assert not problems
    return questionnaire, flags


def an_answer(id_, word):
    """`word`: a code, codes joined with a bar, a number, or one of declined, not_known, not_asked."""
    if str(word) in WITHHELD:
        return WITHHELD[word]
    kind = content()[0].questions[id_].kind
    if kind is QuestionKind.MULTI:
        return Given(value=tuple(part.strip() for part in word.split("|")))
    return Given(value=float(word) if kind is QuestionKind.NUMBER else word)


def judged(said, *, person=WOMAN, mode=Mode.QUICK, gut=False, history=NO_HISTORY):
    """`said`: "question=code, question=code|code"; returns the outcome of every flag by its id."""
    questionnaire, flags = content()
    pairs = [each.strip().split("=") for each in said.split(",") if each.strip()]
    answers = {id_: an_answer(id_, word) for id_, word in pairs}
    situation = Situation(mode=mode, date=datetime.date(2026, 11, 22), person=person, gut_feeling=gut)
    facts = situation.facts(wishes=frozenset(), strengths=frozenset())
    states = dict(route(questionnaire, answers, facts).states)
    return {outcome.flag: outcome for outcome in FlagTables(flags).judge(states, history)}


def flags_by_id():
    return {flag.id: flag for flag in content()[1]}


RAISED = [
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=plan", "now"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=prepared", "now"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=attempt_recent", "now"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=means, suicide_safe=safe", "now"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=none, suicide_safe=cannot_say", "now"),
    ("suicide_acute", "life_not_worth=often, suicide_thoughts=declined, suicide_plan=prepared", "now"),
    ("suicide_thoughts", "suicide_thoughts=recent", "today"),
    ("psychosis", "which_mind=unusual, unusual=followed, unusual_how=new_or_worse", "today"),
    ("psychosis", "which_mind=unusual, unusual=hears_sees, unusual_how=frightening", "today"),
    ("psychosis", "which_mind=unusual, unusual=hears_sees, unusual_how=commands", "now"),
    ("psychosis", "which_mind=unusual, unusual=messages, unusual_how=acted_on", "now"),
    ("psychosis", "which_mind=unusual, unusual=speech_confused", "today"),
    ("mania", "which_mind=unusual, high_energy=yes, high_energy_signs=risky_acts", "today"),
    ("mania", "which_mind=unusual, high_energy=yes, high_energy_signs=others_alarmed", "today"),
    ("acute_confusion", "memory=often, memory_onset=hours_days, memory_course=changes_by_hour", "now"),
    ("acute_confusion", "memory=often, memory_onset=slowly, memory_course=suddenly_worse", "now"),
    ("somatic_emergency", "body_sudden=now, body_alarm=face_speech_arm", "now"),
    ("somatic_emergency", "body_sudden=now, body_alarm=chest_pressure_now", "now"),
    ("somatic_emergency", "body_sudden=now, body_alarm=sudden_breathless", "now"),
    ("somatic_emergency", "body_sudden=now, body_alarm=collapse", "now"),
    ("somatic_emergency", "body_sudden=earlier_this_week, body_alarm=collapse", "now"),
    ("self_poisoning", "which_body=medication, too_much_taken=yes", "now"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=stopped_complaints", "today"),
    ("withdrawal_danger", "use_daily=ghb, use_stop=stopped_fine", "today"),
    ("withdrawal_danger", "use_daily=pills, use_stop=stopped_fine", "today"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=wants_to_stop, withdrawal_history=yes", "today"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=stopped_fine, memory_course=suddenly_worse", "now"),
    ("domestic_violence", "afraid=yes", "today"),
    ("domestic_violence", "afraid=sometimes", "today"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=no_change, withdrawal_history=yes", "today"),
    ("domestic_violence", "afraid=no, violence=hitting", "today"),
    ("suicide_acute", "suicide_thoughts=no, life_not_worth=no, suicide_plan=plan", "now"),
    ("domestic_violence", "afraid=sometimes, violence=threats", "today"),
    ("domestic_violence", "afraid=sometimes, violence=sexual_force", "today"),
    ("domestic_violence", "afraid=sometimes, violence=stalking", "today"),
    ("domestic_violence", "afraid=sometimes, controlled=yes", "today"),
    ("domestic_violence", "afraid=yes, violence=choking", "now"),
    ("child_safety", "cares_for=children, child_care=not_tonight", "today"),
    ("child_safety", "afraid=yes, violence=hitting, children_saw=yes", "today"),
    (
        "child_safety",
        "cares_for=children, child_care=fine, afraid=yes, violence=hitting, children_saw=no",
        "today",
    ),
    ("child_safety", "cares_for=children, afraid=yes, violence=choking", "now"),
    ("dependent_safety", "cares_for=ill_relative, dependent_harm=pushing_or_withholding", "today"),
    ("threat_to_others", "which_mind=unusual, harm_others=plan_named", "now"),
    ("homeless_tonight", "sleep_place=nowhere", "today"),
    ("essential_needs", "needs_missing=food", "today"),
    ("essential_needs", "needs_missing=medicine", "today"),
    ("essential_needs", "needs_missing=energy_water", "today"),
    ("essential_needs", "needs_missing=dated_letter", "today"),
    ("essential_needs", "post=piles_up, letter_date=date_named", "today"),
    ("self_neglect", "care_fails=danger, care_noticed=nobody", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, pregnancy_use=yes", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, use_daily=alcohol", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, suicide_thoughts=recent", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, afraid=yes", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=birth_4_weeks, pregnancy_signs=hardly_sleep", "now"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=birth_year, pregnancy_signs=agitated", "today"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=birth_year, pregnancy_signs=harm_baby", "now"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=birth_4_weeks, suicide_thoughts=recent", "now"),
]

POSSIBLE = [
    ("self_neglect", "care_fails=house, care_noticed=nobody"),
    ("suicide_acute", "suicide_thoughts=recent"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=declined, suicide_safe=safe"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=none, suicide_safe=not_known"),
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=none, suicide_safe=safe, suicide_earlier=yes"),
    ("suicide_acute", "life_not_worth=often, suicide_thoughts=no"),
    ("suicide_thoughts", "life_not_worth=sometimes, suicide_thoughts=no"),
    ("suicide_thoughts", "area_mind=weighs, suicide_thoughts=declined"),
    ("suicide_thoughts", "area_mind=weighs, suicide_thoughts=not_asked"),
    ("suicide_thoughts", "mood=often_low, suicide_thoughts=not_known"),
    ("psychosis", "which_mind=unusual, unusual_told=told_by_relative"),
    ("psychosis", "which_mind=unusual, unusual=declined"),
    ("psychosis", "which_mind=unusual, unusual=followed, unusual_how=declined"),
    ("mania", "which_mind=unusual, high_energy=yes, high_energy_signs=none"),
    ("mania", "sleep_quality=hardly, high_energy=yes, high_energy_signs=known_bipolar"),
    ("acute_confusion", "memory=often, memory_onset=not_known, memory_course=steady"),
    ("acute_confusion", "memory=sometimes, memory_onset=declined, memory_course=changes_by_hour"),
    ("somatic_emergency", "body_sudden=earlier_this_week, body_alarm=face_speech_arm_earlier"),
    ("somatic_emergency", "body_sudden=earlier_this_week, body_alarm=chest_pressure_effort"),
    ("somatic_emergency", "body_sudden=now, body_alarm=not_known"),
    ("somatic_emergency", "moving_days=1, exertion_signs=yes"),
    ("self_poisoning", "which_body=medication, too_much_taken=not_known"),
    ("self_poisoning", "suicide_thoughts=recent, suicide_plan=attempt_recent"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=wants_to_stop, withdrawal_history=no"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=declined"),
    ("domestic_violence", "afraid=declined, violence_signals=answers_for_person"),
    ("domestic_violence", "afraid=not_asked, violence_signals=story_does_not_fit"),
    ("child_safety", "cares_for=children, suicide_thoughts=recent"),
    (
        "child_safety",
        "cares_for=children, use_daily=alcohol, use_stop=stopped_complaints, child_care=declined",
    ),
    ("child_safety", "cares_for=unborn, afraid=yes"),
    ("child_safety", "suicide_thoughts=recent, cares_for=declined"),
    ("dependent_safety", "cares_for=ill_relative, dependent_harm=fears_losing_control"),
    ("dependent_safety", "caring_load=cannot_go_on, caring_backup=nobody"),
    ("threat_to_others", "which_mind=unusual, harm_others=thoughts"),
    ("homeless_tonight", "sleep_place=uncertain"),
    ("homeless_tonight", "sleep_place=safe_place, housing=must_leave"),
    ("essential_needs", "debts=bailiff"),
    ("essential_needs", "post=piles_up, letter_date=declined"),
    ("essential_needs", "debts=arrears, letter_date=not_looked"),
    ("essential_needs", "insured=no"),
    ("self_neglect", "care_fails=washing, care_noticed=nobody"),
    ("self_neglect", "care_fails=danger, care_noticed=someone_helps"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, pregnancy_mood=low"),
    ("pregnancy_risk", "which_body=pregnancy, pregnancy=birth_year, pregnancy_mood=low"),
]

NOTHING = [
    ("suicide_acute", "suicide_thoughts=recent, suicide_plan=none, suicide_safe=safe, suicide_earlier=no"),
    ("suicide_acute", "area_mind=weighs"),
    ("suicide_thoughts", "area_mind=ok, loss=recent_heavy, life_not_worth=no, suicide_thoughts=long_ago"),
    ("suicide_thoughts", "area_mind=goes_well"),
    ("psychosis", "which_mind=unusual, unusual=long_known_calm"),
    ("psychosis", "which_mind=unusual, unusual=hears_sees, unusual_how=none_of_these, unusual_told=no"),
    ("mania", "which_mind=unusual, high_energy=no"),
    ("acute_confusion", "memory=often, memory_onset=slowly, memory_course=steady"),
    ("somatic_emergency", "body_sudden=now, body_alarm=none"),
    ("somatic_emergency", "body_sudden=nothing_new"),
    ("self_poisoning", "which_body=medication, too_much_taken=no"),
    ("withdrawal_danger", "use_daily=none"),
    ("withdrawal_danger", "use_daily=alcohol, use_stop=no_change, withdrawal_history=no"),
    ("domestic_violence", "afraid=declined"),
    ("child_safety", "cares_for=children"),
    (
        "child_safety",
        "cares_for=children, child_care=hard, debts=bailiff, sleep_place=uncertain, parenting=often_hard",
    ),
    ("child_safety", "cares_for=children, child_care=fine, suicide_thoughts=recent"),
    (
        "dependent_safety",
        "cares_for=ill_relative, dependent_harm=snapping, caring_load=cannot_go_on, caring_backup=someone",
    ),
    ("threat_to_others", "which_mind=unusual, harm_others=no"),
    ("homeless_tonight", "sleep_place=safe_place, housing=worry"),
    ("essential_needs", "needs_missing=none, debts=bailiff, letter_date=no_date"),
    ("essential_needs", "needs_missing=none, money_round=debts_grow, insured=yes"),
    ("self_neglect", "care_fails=eating, care_noticed=someone_helps"),
    (
        "pregnancy_risk",
        "which_body=pregnancy, pregnancy=birth_4_weeks, pregnancy_signs=frightening_thoughts, use_daily=none",
    ),
    (
        "pregnancy_risk",
        "which_body=pregnancy, pregnancy=pregnant, pregnancy_use=no, use_daily=none, pregnancy_mood=good",
    ),
    ("gut_feeling", ""),
]


def test_all_seventeen_flags_ship_in_their_order():
    assert [flag.id for flag in content()[1]] == CLOSED_SET


@pytest.mark.parametrize("flag, said, urgency", RAISED)
def test_the_line_of_practice_raises_the_flag(flag, said, urgency):
    outcome = judged(said)[flag]
    assert (outcome.state, outcome.urgency) == (FlagState.RAISED, Urgency[urgency.upper()])


@pytest.mark.parametrize("flag, said", POSSIBLE)
def test_the_line_of_practice_makes_the_flag_possible(flag, said):
    assert judged(said)[flag].state is FlagState.POSSIBLE


@pytest.mark.parametrize("flag, said", NOTHING)
def test_what_is_never_enough_alone_shows_nothing(flag, said):
    assert judged(said)[flag].state in {FlagState.CLEARED, FlagState.NOT_ASKED}


def test_a_filled_item_nine_of_an_earlier_list_makes_suicide_thoughts_possible():
    outcome = judged("phq9_item9=1, life_not_worth=no, suicide_thoughts=no", mode=Mode.EXPLORATORY)
    assert outcome["suicide_thoughts"].state is FlagState.POSSIBLE


def test_the_key_for_a_gut_feeling_raises_its_flag_at_once():
    outcome = judged("", gut=True)["gut_feeling"]
    assert (outcome.state, outcome.urgency, outcome.waits) == (FlagState.RAISED, Urgency.NOW, True)


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("person", [WOMAN, MAN, Person()])
def test_where_nothing_was_asked_no_flag_is_possible_or_raised(mode, person):
    states = {outcome.state for outcome in judged("", mode=mode, person=person).values()}
    assert states <= {FlagState.NOT_ASKED, FlagState.CLEARED}


@pytest.mark.parametrize("mode", list(Mode))
def test_everything_declined_raises_nothing(mode):
    said = ", ".join(f"{id_}=declined" for id_ in content()[0].questions)
    assert FlagState.RAISED not in {outcome.state for outcome in judged(said, mode=mode).values()}


def test_a_woman_with_a_raised_flag_is_asked_about_pregnancy_in_words_that_say_so():
    outcome = judged("suicide_thoughts=recent", mode=Mode.EXPLORATORY)["pregnancy_risk"]
    assert [clause.id for clause in outcome.clauses] == ["pr-29"]


@pytest.mark.parametrize("said", ["suicide_thoughts=recent", "which_mind=unusual, unusual=speech_confused"])
def test_a_man_is_never_shown_a_possible_pregnancy(said):
    for mode in Mode:
        assert judged(said, person=MAN, mode=mode)["pregnancy_risk"].state is not FlagState.POSSIBLE


def test_someone_pregnant_whose_age_and_gender_are_not_known_is_not_missed():
    outcome = judged("which_body=pregnancy, pregnancy=pregnant, suicide_thoughts=recent", person=Person())
    assert outcome["pregnancy_risk"].state is FlagState.RAISED


@pytest.mark.parametrize(
    "flag, said",
    [
        ("domestic_violence", "afraid=yes"),
        ("child_safety", "cares_for=children, child_care=not_tonight"),
        ("dependent_safety", "cares_for=ill_relative, dependent_harm=pushing_or_withholding"),
        ("dependent_safety", "cares_for=ill_relative, dependent_harm=fears_losing_control"),
        ("pregnancy_risk", "which_body=pregnancy, pregnancy=pregnant, afraid=yes, use_daily=none"),
    ],
)
def test_what_rests_on_violence_or_harm_is_silent(flag, said):
    assert judged(said)[flag].is_silent


def test_each_flag_has_the_effect_that_practice_gives_it():
    effects = {flag.id: flag.effect for flag in content()[1]}
    silent = {id_ for id_, effect in effects.items() if effect is FlagEffect.SILENT}
    goes_on = {id_ for id_, effect in effects.items() if effect is FlagEffect.GOES_ON}
    assert silent == {"domestic_violence", "child_safety"}
    assert goes_on == {"homeless_tonight", "essential_needs", "self_neglect", "dependent_safety"}


def quiet_flags():
    """The flags whose reason may never be read by others: silent somewhere, or a neutral paper."""
    flags = content()[1]
    return [f for f in flags if f.neutral_paper or any(c.effect is FlagEffect.SILENT for c in f.clauses)]


@pytest.mark.parametrize("flag", quiet_flags(), ids=lambda flag: flag.id)
def test_what_others_may_read_of_a_quiet_flag_gives_nothing_away(flag):
    texts = [flag.title, flag.say, flag.paper_title, *flag.paper_lines]
    if flag.neutral_paper:
        texts += [clause.text for clause in flag.clauses]
    words = " ".join(f"{text.nl} {text.en}" for text in texts).casefold()
    assert not [word for word in TELLING if word in words]


def test_only_gut_feeling_and_threat_hand_over_a_neutral_appointment_page():
    assert {f.id for f in content()[1] if f.neutral_paper} == {"gut_feeling", "threat_to_others"}


def test_no_paper_names_the_line_for_doctors():
    lines = [line.nl + line.en for flag in content()[1] for line in flag.paper_lines]
    assert not [line for line in lines if "088" in line or "NVIC" in line]


def test_every_call_has_either_a_number_or_the_name_of_a_local_setting():
    calls = [call for flag in content()[1] for call in flag.calls]
    assert all(bool(call.number) is not bool(call.setting) for call in calls)


def test_the_paper_speaks_in_sentences_of_at_most_ten_words():
    lines = [line.nl for flag in content()[1] for line in flag.paper_lines]
    sentences = [part for line in lines for part in line.replace("?", ".").replace(": ", ". ").split(". ")]
    assert not [sentence for sentence in sentences if len(sentence.split()) > 10]


def test_ids_of_clauses_are_used_once_and_texts_are_short():
    clauses = [clause for flag in content()[1] for clause in flag.clauses]
    assert len({clause.id for clause in clauses}) == len(clauses)
    assert all(len(text) <= 140 for clause in clauses for text in (clause.text.nl, clause.text.en))


def test_what_is_not_known_raises_no_flag_by_itself_at_most_it_makes_a_raised_one_more_urgent():
    for flag in content()[1]:
        raised = [clause.when.tests for clause in flag.clauses if clause.state is FlagState.RAISED]
        for tests in raised:
            told = tuple((column, test) for column, test in tests if not isinstance(test, StateTest))
            assert told in raised


def test_no_flag_names_help_from_ones_own_network():
    own = {"eigen_stap", "naaste_betrekken", "netwerkgesprek", "vervolggesprek", "gesprek_was_genoeg"}
    assert not [flag.id for flag in content()[1] if own & set(flag.names)]


def half_said():
    """Every raised clause with one of its answers given and all others open."""
    for flag in content()[1]:
        for clause in flag.clauses:
            looked_at = [(c, t) for c, t in clause.when.tests if c not in FACTS and not c.startswith(FLAG_COLUMN)]
            tests = [(c, t) for c, t in looked_at if not isinstance(t, StateTest)]
            if clause.state is FlagState.RAISED and len(tests) > 1:
                yield from ((flag.id, clause, column, min(test.codes)) for column, test in tests)


@pytest.mark.parametrize(
    "flag, clause, column, code", list(half_said()), ids=lambda part: str(getattr(part, "id", part))
)
def test_half_of_a_clause_is_explained_by_what_is_still_to_be_asked(flag, clause, column, code):
    many = content()[0].questions[column].kind is QuestionKind.MULTI
    states = {"gender": "woman", "age": 30.0, **dict.fromkeys(content()[0].questions, Missing.NOT_ASKED)}
    states[column] = frozenset({code}) if many else code
    found = {o.flag: o for o in FlagTables(content()[1]).judge(states, NO_HISTORY)}[flag]
    assert found.state is not FlagState.POSSIBLE or clause.id not in {c.id for c in found.clauses}


def test_a_clause_that_once_held_keeps_the_flag_raised():
    history = FlagHistory(standing={"suicide_thoughts": frozenset({"st-1"})})
    outcome = judged("life_not_worth=no, suicide_thoughts=no", history=history)["suicide_thoughts"]
    assert outcome.state is FlagState.RAISED
