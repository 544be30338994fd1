"""Which question comes next: the order between the reasons, and what is never offered."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from intake_app.core.ids import KindId, QuestionId
from intake_app.questionnaire.answers import NOT_ALONE, Declined, Given, NotAsked
from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.next_question import PROMISING, TALKED_FIRST, next_questions
from tests.shipped import TODAY, content, knowledge

QUESTIONNAIRE, ENGINE = knowledge().questionnaire, knowledge().engine
QUESTIONS = QUESTIONNAIRE.questions
SAFETY = {id_ for id_, question in QUESTIONS.items() if question.safety}
PERSON = Person(age=40, gender="woman")
FACTS = Situation(mode=Mode.EXPLORATORY, date=TODAY, person=PERSON).facts(wishes=frozenset(), strengths=frozenset())
OPENING = {
    "own_question": "Weer slapen",
    "area_body": "weighs",
    "which_body": ("moving", "sleep", "falls"),
    "area_mind": "goes_well",
    "area_social": "goes_well",
    "area_society": "goes_well",
}
"""The person's own question, and all four areas touched on."""
OF_TOPICS = {"sleep_quality": "fair", "sleep_cause": ("worry",), "falls": "none", "fall_fear": "none"}
ALL = 200


def talk(*parts, **answers):
    given = {id_: Given(value=value) for part in parts for id_, value in part.items()}
    given.update({id_: value if not isinstance(value, str) else Given(value=value) for id_, value in answers.items()})
    routing = ENGINE.router.route({QuestionId(id_): value for id_, value in given.items()}, FACTS)
    return routing, ENGINE.assess(routing)


def outlook(turns=MappingProxyType({}), **gains):
    return Outlook(gains=gains, turns=turns, robustness=0.5, completions=400)


def offered(found, *, ahead=None, alone=True, most=3):
    routing, assessment = found
    return next_questions(QUESTIONNAIRE, routing, assessment, alone_allowed=alone, most=most, outlook=ahead)


def names(found, **how):
    return [each.question for each in offered(found, **how)]


def test_the_persons_own_question_comes_first():
    first = offered(talk(body_sudden="now"))[0]
    assert (first.question, first.why) == ("own_question", "own_question")


def test_a_flag_that_something_said_points_to_goes_before_what_is_essential():
    first = offered(talk(own_question="Benauwd", body_sudden="now"))[0]
    assert (first.question, first.why, first.about) == ("body_alarm", "flag", ("somatic_emergency",))


def test_of_a_silent_flag_nothing_is_named():
    found = offered(talk(own_question="Rust", afraid="sometimes", cares_for=Given(value=("children",))), most=ALL)
    assert ("children_saw", "safety", ()) in [(each.question, each.why, each.about) for each in found]
    assert "domestic_violence" not in {name for each in found for name in each.about}


def test_essential_questions_go_before_gain():
    first = offered(talk(own_question="Weer slapen"), ahead=outlook(support=2.0))[0]
    assert (first.question, first.why) == ("area_body", "essential")


def test_no_routine_safety_question_comes_before_all_areas_were_touched_on():
    answers = {id_: value for id_, value in OPENING.items() if id_ != "area_society"}
    assert names(talk(answers, OF_TOPICS), most=1) == ["area_society"]


def test_after_the_opening_a_promising_question_goes_before_the_routine_safety_block():
    ahead = outlook(moving_days=PROMISING, sleep_quality=0.9)
    assert names(talk(OPENING), ahead=ahead)[:2] == ["sleep_quality", "moving_days"]


def test_the_routine_safety_block_comes_when_nothing_promises_enough():
    first = offered(talk(OPENING), ahead=outlook(moving_days=PROMISING / 2))[0]
    assert (first.question, first.why) == (QUESTIONNAIRE.safety_block[0], "safety")


@pytest.mark.parametrize("ahead", [None, outlook(moving_wish=3.0)])
def test_the_routine_safety_block_comes_once_enough_was_talked_about(ahead):
    found = talk(OPENING, OF_TOPICS, moving_days=Given(value=2.0))
    assert len(OF_TOPICS) + 1 == TALKED_FIRST
    assert [each.why for each in offered(found, ahead=ahead)] == ["safety"] * 3


def test_every_safety_question_that_applies_is_offered_before_the_talk_runs_out_of_questions():
    found = talk(OPENING)
    open_ = {id_ for id_ in SAFETY if found[0].applies[id_] is Truth.TRUE}
    assert open_ <= set(names(found, ahead=outlook(), most=ALL))


def test_a_safety_question_of_a_topic_comes_as_soon_as_one_talks_about_that_topic():
    assert names(talk(OPENING, moving_days=Given(value=2.0)), ahead=outlook(sleep_quality=3.0))[0] == "exertion_signs"


def test_the_question_with_most_gain_comes_first_and_says_what_it_can_turn():
    kinds = (KindId("gli"), KindId("wandelgroep"), KindId("sportfonds"))
    ahead = outlook({"moving_wish": kinds}, moving_wish=1.4, sleep_quality=0.3)
    first, second = offered(talk(OPENING), ahead=ahead, most=2)
    assert (first.question, first.why, first.about) == ("moving_wish", "kind", kinds[:2])
    assert (second.question, second.why, second.about) == ("sleep_quality", "picture", ())


def test_a_little_less_gain_in_the_same_topic_keeps_the_talk_together():
    asked = talk(OPENING, sleep_quality="poor")
    assert names(asked, ahead=outlook(moving_days=1.0, sleep_cause=0.8), most=1) == ["sleep_cause"]
    assert names(asked, ahead=outlook(moving_days=1.0, sleep_cause=0.5), most=1) == ["moving_days"]


def test_a_question_without_influence_is_not_offered():
    assert "helped_before" not in names(talk(OPENING), ahead=outlook(helped_before=0.0, support=0.4), most=ALL)


@pytest.mark.parametrize("ahead", [None, outlook(support=0.4)])
def test_with_company_no_question_for_alone_is_offered(ahead):
    alone = {id_ for id_, question in QUESTIONS.items() if question.alone}
    found = talk(OPENING, OF_TOPICS, afraid="sometimes")
    assert alone & set(names(found, ahead=ahead, most=ALL))
    assert not alone & set(names(found, ahead=ahead, alone=False, most=ALL))


def test_a_question_that_was_left_out_for_company_comes_back_alone():
    found = talk(OPENING, OF_TOPICS, afraid=NotAsked(reason=NOT_ALONE))
    assert "afraid" in names(found, most=ALL)


def test_a_question_that_was_left_out_for_another_reason_does_not_come_back():
    assert "area_mind" not in names(talk(area_mind=NotAsked(reason="geen tijd")), most=ALL)


def test_a_question_that_was_left_out_comes_back_when_a_flag_points_to_it():
    found = talk(OPENING, body_sudden="now", body_alarm=NotAsked(reason="geen tijd"))
    assert names(found)[0] == "body_alarm"


@pytest.mark.parametrize("answer", [Declined(), Given(value="ok")])
def test_what_has_an_answer_is_not_asked_again(answer):
    assert "area_mind" not in names(talk(own_question="Rust", area_mind=answer), most=ALL)


def test_nothing_is_offered_that_does_not_apply_or_was_answered():
    routing, _ = found = talk(OPENING, OF_TOPICS)
    for id_ in names(found, most=ALL):
        assert routing.applies[id_] is not Truth.FALSE
        assert routing.states[id_] is Missing.NOT_ASKED


def test_about_safety_and_silent_topics_no_kind_is_named():
    turns = {"afraid": (KindId("huisarts"),), "violence_signals": (KindId("huisarts"),)}
    found = offered(talk(OPENING), ahead=outlook(turns, afraid=2.0, violence_signals=2.0), most=ALL)
    assert {each.about for each in found if QUESTIONS[each.question].safety} == {()}


def test_the_quick_order_names_no_kind_either_about_safety_and_questions_for_alone():
    found = [each for each in offered(talk(OPENING), most=ALL) if each.why in {"kind", "picture"}]
    quiet = [each for each in found if QUESTIONS[each.question].safety or QUESTIONS[each.question].alone]
    assert quiet
    assert {(each.why, each.about) for each in quiet} == {("picture", ())}
    assert any(each.about for each in found)


def test_every_reason_has_words_in_both_languages():
    texts = content().wording.texts
    for why in ("own_question", "flag", "safety", "essential", "kind", "picture"):
        assert texts[f"why.{why}"]
    assert "{first}" in texts["next.turns_short"].nl
    assert "{first}" in texts["next.turns_short"].en
