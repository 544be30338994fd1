from __future__ import annotations

from functools import cache
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from intake_app.content.load_questionnaire import load_questionnaire
from intake_app.content.load_rules import load_rules
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.model import LIFE_AREAS, QuestionKind, Worse
from intake_app.questionnaire.routing import route
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.bounds import BoundTable
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import HitPolicy, Target, Urgency
from intake_app.triage.outcome import Need

LIGHT = 5
LONGEST = 140
ALARMS = ("weight_loss", "night_sweats", "blood", "long_fever", "lump", "long_cough")
RISKS = ("heart_vessels", "sugar", "sleep_apnoea", "joint_wear")
QUIET = {"support": "one_person", "reading": "easy", "use_daily": ("none",), "pregnancy": "no"}
ALL_WELL = {**QUIET, **{f"area_{area}": "goes_well" for area in LIFE_AREAS}}
FACTS_OF_A_TALK = {"mode": "exploratory", "gender": "woman", "age": 34.0, "wish_topics": frozenset()}


@cache
def _content():
    """Load the real questionnaire, scores and urgency rules."""
    source, problems = read_source(resources_dir()), []
    questionnaire = load_questionnaire(source.part("questionnaire"), problems)
    wanted = ("rules/scores", "rules/urgency")
    files = {name: text for name, text in source.part("rules").items() if name.startswith(wanted)}
    rules = load_rules(files, questionnaire, (), problems)
    assert problems == []
    return questionnaire, rules, Engine(rules, questionnaire, ())


QUESTIONNAIRE, RULES, ENGINE = _content()
QUESTIONS = QUESTIONNAIRE.questions
SCORE_ROWS = [(table, rule) for table in RULES.tables for rule in table.rules]
ORDERED = sorted(id_ for id_, question in QUESTIONS.items() if question.worse is not Worse.NONE)


def _value(id_):
    """Draw any valid value of a question."""
    question = QUESTIONS[id_]
    codes = [option.code for option in question.options]
    if question.kind is QuestionKind.SINGLE:
        return st.sampled_from(codes)
    if question.kind is QuestionKind.MULTI:
        free = [option.code for option in question.options if not option.excludes]
        alone = [(option.code,) for option in question.options if option.excludes]
        some = st.lists(st.sampled_from(free), min_size=1, unique=True).map(tuple)
        return st.one_of(st.sampled_from(alone), some) if alone else some
    if question.kind is QuestionKind.NUMBER:
        return st.floats(question.minimum, question.maximum, allow_nan=False)
    return st.just("iets")


@cache
def _answers():
    """Draw answers to any number of questions, a few of them withheld."""
    held = st.sampled_from([Declined(), NotKnown()])
    drawn = {id_: _value(id_).map(lambda value: Given(value=value)) for id_ in QUESTIONS}
    return st.fixed_dictionaries({}, optional={id_: each | each | held for id_, each in drawn.items()})


@cache
def _pair(id_):
    """Draw two answers to an ordered question, the better one first."""
    question, value = QUESTIONS[id_], _value(id_)
    if question.kind is QuestionKind.MULTI:
        none = [(option.code,) for option in question.options if option.excludes]
        free = [option.code for option in question.options if not option.excludes]
        more = st.lists(st.sampled_from(free), min_size=1, unique=True).map(tuple)
        cut = st.tuples(more, st.integers(0, len(free))).map(lambda pair: (pair[0][: pair[1]], pair[0]))
        return cut.map(lambda pair: (pair[0] or none[0], pair[1]))
    codes = [option.code for option in question.options]
    turned = question.worse in (Worse.LOW, Worse.FIRST)
    return st.lists(value, min_size=2, max_size=2).map(
        lambda two: tuple(sorted(two, key=codes.index if codes else None, reverse=turned))
    )


def _assess(answers):
    return ENGINE.assess(route(QUESTIONNAIRE, answers, FACTS_OF_A_TALK))


def _sums(answers, target):
    """Return point, low and high before they are cut off at 0 and 100, so that the cut hides nothing."""
    states = route(QUESTIONNAIRE, answers, FACTS_OF_A_TALK).states
    outcomes = [
        bound.outcome(tuple(states.get(column, Missing.NOT_ASKED) for column in bound.table.columns))
        for bound in ENGINE._tables
    ]
    return tuple(sum(getattr(each.spans[target], name) for each in outcomes) for name in ("point", "low", "high"))


def _told(**values):
    """Assess a talk in which all four areas go well but for what is told."""
    answers = {QuestionId(id_): Given(value=value) for id_, value in {**ALL_WELL, **values}.items()}
    return _assess(answers)


@pytest.mark.parametrize("id_", ORDERED)
@given(data=st.data())
@settings(max_examples=8)
def test_a_worse_answer_never_lowers_a_score_or_the_urgency(id_, data):
    rest = data.draw(_answers())
    better, worse = ({**rest, id_: Given(value=value)} for value in data.draw(_pair(id_)))
    assert _assess(worse).urgency >= _assess(better).urgency
    for target in Target:
        assert _sums(worse, target)[0] >= _sums(better, target)[0]


def _shown(answers):
    """Keep the answers to questions that are not hidden."""
    applies = route(QUESTIONNAIRE, answers, FACTS_OF_A_TALK).applies
    return {id_: answer for id_, answer in answers.items() if applies[id_] is Truth.TRUE}


@given(st.data())
@settings(max_examples=150)
def test_an_interval_holds_every_way_in_which_the_talk_can_go_on(data):
    later = _shown(data.draw(_answers()))
    keep = data.draw(st.sets(st.sampled_from(sorted(later)))) if later else set()
    now = {id_: answer for id_, answer in later.items() if id_ in keep}
    open_now = route(QUESTIONNAIRE, now, FACTS_OF_A_TALK).applies
    whole = {id_: answer for id_, answer in later.items() if id_ in keep or open_now[id_] is not Truth.FALSE}
    assume(set(now) <= set(_shown(whole)))
    for target in Target:
        _, low, high = _sums(now, target)
        assert low <= _sums(whole, target)[0] <= high


@pytest.mark.parametrize("table", RULES.tables, ids=lambda table: table.id)
def test_in_a_unique_table_no_two_rows_hold_together(table):
    bound = BoundTable(table, {str(id_): question for id_, question in QUESTIONS.items()})
    for states in product(*bound._classes):
        holding = {each.rule for fired in bound.outcome(states).fired.values() for each in fired}
        assert table.hit is HitPolicy.COLLECT or len(holding) <= 1


def _sets_of_risks():
    sizes = range(1, len(RISKS) + 1)
    return [frozenset({"none"}), *(frozenset(some) for size in sizes for some in combinations(RISKS, size))]


def _weight_points(bmi, risks):
    """Say the weight table in plain words, apart from the rules; None is a question that was skipped."""
    if bmi is None or 18.5 <= bmi < 25:
        return 0
    if bmi < 18.5:
        return 10
    at_risk = risks is not None and risks != {"none"}
    return 14 if bmi >= 30 else 8 * at_risk


@pytest.mark.parametrize("bmi", [Missing.NOT_KNOWN, 12.0, 18.4, 18.5, 24.9, 25.0, 29.9, 30.0, 70.0])
@pytest.mark.parametrize("risks", [Missing.DECLINED, *_sets_of_risks()])
def test_the_weight_table_spans_exactly_what_brute_force_finds(bmi, risks):
    table = next(each for each in RULES.tables if each.id == "weight")
    span = BoundTable(table, dict(QUESTIONS)).outcome((bmi, risks)).spans[Target.MEDICAL]
    numbers = [None, *(tenths / 10 for tenths in range(120, 701))] if isinstance(bmi, Missing) else [bmi]
    sets = [None, *_sets_of_risks()] if isinstance(risks, Missing) else [risks]
    found = {_weight_points(number, some) for number, some in product(numbers, sets)}
    assert (span.low, span.high) == (min(found), max(found))


@pytest.mark.parametrize("row", SCORE_ROWS, ids=lambda row: row[1].id)
def test_no_figure_rests_on_a_safety_question_or_on_who_somebody_is(row):
    columns = row[1].when.columns
    assert not set(columns) & set(FACTS)
    assert not {"dutch", "discrimination"} & set(columns)
    assert all(not QUESTIONS[QuestionId(column)].safety for column in columns)


@pytest.mark.parametrize("row", SCORE_ROWS, ids=lambda row: row[1].id)
def test_what_helps_never_hangs_on_a_question_that_opens_after_a_worse_answer(row):
    helps = any(amount < 0 for _, amount in row[1].amounts)
    gated = any(QUESTIONS[QuestionId(column)].asked_when for column in row[1].when.columns)
    assert not (helps and gated)


@pytest.mark.parametrize("topic", sorted(QUESTIONNAIRE.topics))
@pytest.mark.parametrize("target", list(Target))
def test_naming_a_topic_that_goes_well_never_takes_off_more_than_naming_its_area_adds(topic, target):
    rows = [rule for _, rule in SCORE_ROWS if QUESTIONS[QuestionId(rule.when.columns[0])].topic == topic]
    assert sum(min(0, rule.amount(target)) for rule in rows) >= -LIGHT


@pytest.mark.parametrize("rule", [*(row[1] for row in SCORE_ROWS), *RULES.urgency], ids=lambda rule: rule.id)
def test_every_rule_can_be_said_aloud_and_tells_where_it_comes_from(rule):
    assert rule.text.nl.startswith(("U ", "Uw "))
    assert len(rule.text.nl) <= LONGEST >= len(rule.text.en)
    assert rule.origin.source.startswith(("eigen oordeel: ", "practice.md", "domain.md"))


def test_no_rule_id_is_used_twice():
    ids = [rule.id for _, rule in SCORE_ROWS] + [rule.id for rule in RULES.urgency]
    assert len(ids) == len(set(ids))


def test_a_talk_in_which_all_goes_well_has_no_need_and_no_haste():
    found = _told()
    assert (found.medical.need, found.social.need) == (Need.NONE, Need.NONE)
    assert found.urgency is Urgency.ROUTINE


THEMES = [
    ("medical", {"area_body": "ok", "which_body": ("sleep",), "sleep_quality": "poor",
                 "sleep_cause": ("worry",)}, Need.LOW),
    ("medical", {"area_mind": "weighs", "which_mind": ("mood",), "mood": "nearly_always_low",
                 "pleasure": "none", "mood_duration": "months"}, Need.MODERATE),
    ("medical", {"area_mind": "weighs", "which_mind": ("mood", "stress"), "mood": "nearly_always_low",
                 "pleasure": "none", "mood_duration": "months", "stress": "too_much",
                 "stress_source": ("other",), "functioning": "stopped"}, Need.HIGH),
    ("social", {"area_society": "weighs", "which_society": ("money",), "money_round": "short",
                "debts": "none", "post": "opens", "money_rights": "unsure", "insured": "yes",
                "cares_for": ("nobody",)},
     Need.LOW),
    ("social", {"area_society": "weighs", "which_society": ("money",), "money_round": "debts_grow",
                "debts": "bailiff", "post": "opens", "money_rights": "knows", "insured": "yes"},
     Need.MODERATE),
    ("social", {"area_society": "weighs", "which_society": ("money", "housing"), "money_round": "debts_grow",
                "debts": "bailiff", "post": "piles_up", "money_rights": "unsure", "insured": "yes",
                "housing": "must_leave"}, Need.HIGH),
    ("social", {"area_social": "weighs", "which_social": ("loss",), "loss": "recent_heavy",
                "loss_share": "enough"}, Need.LOW),
    ("medical", {"area_social": "weighs", "which_social": ("loss",), "loss": "recent_heavy",
                 "loss_share": "would_like"}, Need.NONE),
]  # fmt: skip


@pytest.mark.parametrize("side, told, need", THEMES)
def test_one_theme_gives_some_need_and_several_heavy_ones_give_much(side, told, need):
    score = getattr(_told(**told), side)
    assert score.need is need, (score.low, score.point, score.high)


HASTE = [
    *(({"complaint_alarm": (sign,)}, Urgency.THIS_WEEK) for sign in ALARMS),
    ({"complaint_alarm": ("none",)}, Urgency.ROUTINE),
    ({"complaint_burden": "much", "complaint_seen": "not_seen"}, Urgency.THIS_WEEK),
    ({"functioning": "stopped"}, Urgency.THIS_WEEK),
    ({"functioning": "half"}, Urgency.ROUTINE),
    ({"earlier_help": "waiting_list", "waiting": "worse"}, Urgency.THIS_WEEK),
    ({"earlier_help": "waiting_list", "waiting": "hard"}, Urgency.ROUTINE),
    ({"caring_load": "cannot_go_on"}, Urgency.THIS_WEEK),
    ({"carer_load": "overloaded"}, Urgency.THIS_WEEK),
    ({"debts": "bailiff"}, Urgency.THIS_WEEK),
    ({"debts": "arrears"}, Urgency.ROUTINE),
    ({"memory": "often", "memory_danger": ("driving",)}, Urgency.THIS_WEEK),
    ({"memory": "often", "memory_danger": ("none",)}, Urgency.ROUTINE),
    ({"mood": "nearly_always_low"}, Urgency.THIS_WEEK),
    ({"mood": "often_low"}, Urgency.ROUTINE),
    ({"loss": "stuck"}, Urgency.ROUTINE),
    ({"pregnancy": "birth_year", "pregnancy_signs": ("frightening_thoughts",)}, Urgency.TODAY),
    ({"pregnancy": "pregnant", "pregnancy_mood": "low"}, Urgency.THIS_WEEK),
]


@pytest.mark.parametrize("told, level", HASTE)
def test_haste_comes_from_the_answer_that_asks_for_it(told, level):
    assert _told(**told).urgency is level
