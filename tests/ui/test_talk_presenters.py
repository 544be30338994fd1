"""The talk without a screen: the way through the questions, the list, the picture, and being alone."""

from __future__ import annotations

import pytest

from intake_app.core.ids import QuestionId, TopicId
from intake_app.questionnaire.answers import NOT_ALONE, NotAsked
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.talk_length import clock_line
from intake_app.ui.presenters.talk_picture import picture_state
from intake_app.ui.presenters.talk_question import FieldKind
from tests.ui.fake_desk import FakeDesk, a_situation

SAFETY = ("life_not_worth", "suicide_thoughts")
OVERHEARD = {"participants": (Participant.PERSON, Participant.GP_ASSISTANT, Participant.RELATIVE)}


def a_talk(mode=Mode.QUICK, answers=None, **changes):
    desk = FakeDesk()
    session = desk.start(a_situation(mode, **changes))
    for question, value in (answers or {}).items():
        session.answer(QuestionId(question), value)
    return desk, session, Talk(desk, session)


def test_a_new_talk_begins_with_the_own_question():
    _, session, talk = a_talk()
    assert talk.current == "own_question"
    assert session.conversation.place == "own_question"


def test_an_answer_leads_to_the_next_open_question():
    _, session, talk = a_talk()
    assert not talk.answer("Rust")
    assert talk.go_on()
    assert talk.current == session.order()[1] == session.conversation.place


@pytest.mark.parametrize("mode", Mode)
def test_what_is_passed_over_comes_back_only_when_all_else_is_asked(mode):
    _, session, talk = a_talk(mode)
    passed = talk.current
    while talk.go_on() and talk.current != passed:
        talk.not_known()
    assert talk.current == passed
    assert [id_ for id_ in session.order() if id_ not in session.conversation.answers] == [passed]


def test_a_talk_reopens_at_the_same_question():
    desk, session, talk = a_talk()
    talk.open(QuestionId("area_mind"))
    assert Talk(desk, desk.open(session.conversation.id)).current == "area_mind"


def test_an_empty_text_is_refused_in_words_and_nothing_is_kept():
    _, session, talk = a_talk()
    assert talk.answer("  ") == "Schrijf hier eerst iets."
    assert "own_question" not in session.conversation.answers


def test_declining_and_not_knowing_are_answers_and_clearing_takes_them_away():
    _, session, talk = a_talk()
    talk.decline()
    assert talk.question().status == "wil niet zeggen"
    talk.not_known()
    assert talk.question().status == "weet niet"
    talk.clear()
    assert not session.conversation.answers


def test_when_everything_was_asked_there_is_no_next_question():
    _, session, talk = a_talk()
    while talk.go_on():
        session.decline(talk.current)
    session.decline(talk.current)
    assert not talk.go_on()


@pytest.mark.parametrize(
    "question, kind",
    [
        ("own_question", FieldKind.TEXT),
        ("area_body", FieldKind.SINGLE),
        ("needs_missing", FieldKind.MULTI),
        ("confidence", FieldKind.SCALE),
        ("bmi", FieldKind.NUMBER),
    ],
)
def test_each_kind_of_question_has_its_field(question, kind):
    _, _, talk = a_talk(Mode.EXPLORATORY)
    talk.open(QuestionId(question))
    assert talk.question().field.kind is kind


def test_all_safety_questions_of_the_short_talk_share_one_row():
    _, session, talk = a_talk()
    before = len(talk.left().rows())
    session.answer(QuestionId("suicide_thoughts"), "recent")
    session.answer(QuestionId("afraid"), "yes")
    rows = talk.left().rows()
    assert len(rows) == before <= 18
    assert [row.name for row in rows].count("Veiligheid") == 1


def test_the_safety_row_never_weighs_nor_carries_a_mark():
    _, session, talk = a_talk(answers={"suicide_thoughts": "recent", "needs_missing": ("food",)})
    for id_ in session.order():
        talk.open(id_)
        talk.decline()
    row = next(row for row in talk.left().rows() if row.id == "safety")
    assert (row.state, row.marked, row.wished) == ("talked", False, False)


def test_topics_show_how_they_are():
    answers = {"area_society": "weighs", "money_round": "short", "area_body": "goes_well"}
    _, _, talk = a_talk(Mode.EXPLORATORY, answers)
    states = {row.id: row.state for row in talk.left().rows()}
    assert states["money"] == "weighs"
    assert states["body_overview"] == "good"
    assert states["sleep"] == "untouched"


def test_the_filter_finds_topics_by_name_and_synonym():
    _, _, talk = a_talk(Mode.EXPLORATORY)
    assert "money" in {hit.topic for hit in talk.find("schuld")}
    assert not talk.find("xyzzy")


@pytest.mark.parametrize(
    "typed, first, entry",
    [
        ("stemming", "mood", "mood"),  # a question asks for it
        ("slapen", "sleep", "sleep_quality"),  # a topic is called so
    ],
)
def test_what_fits_best_is_found_first(typed, first, entry):
    _, _, talk = a_talk(Mode.EXPLORATORY)
    assert talk.find(typed)[0] == (first, entry)


def test_any_topic_can_be_opened_and_an_answer_keeps_it_open():
    _, session, talk = a_talk(Mode.EXPLORATORY)
    assert talk.open(QuestionId("money_round"))
    talk.answer("short")
    assert talk.go_on()
    assert session.knowledge.questionnaire.questions[talk.current].topic == "money"


def test_one_can_go_from_topic_to_topic():
    _, session, talk = a_talk(Mode.EXPLORATORY)
    talk.open(QuestionId("sleep_quality"))
    assert talk.go_topic(1)
    assert session.knowledge.questionnaire.questions[talk.current].topic == "energy"


@pytest.mark.parametrize("mode", list(Mode))
def test_with_a_relative_there_no_quiet_question_can_be_reached(mode):
    _, session, talk = a_talk(mode, **OVERHEARD)
    quiet = [each.id for each in session.knowledge.questionnaire.questions.values() if each.alone]
    assert not any(talk.open(id_) for id_ in quiet)
    assert "home_safety" not in {row.id for row in talk.left().rows()}


def test_a_moment_alone_shows_the_quiet_questions_and_its_end_hides_them():
    _, session, talk = a_talk(Mode.EXPLORATORY, **OVERHEARD)
    talk.set_alone(on=True)
    assert talk.open(QuestionId("afraid"))
    talk.answer("yes")
    talk.set_alone(on=False)
    assert talk.current != "afraid"
    assert session.conversation.situation.alone_moment
    assert "home_safety" not in {row.id for row in talk.left().rows()}


def test_what_was_said_alone_is_not_the_previous_answer():
    _, _, talk = a_talk(Mode.EXPLORATORY, **OVERHEARD)
    talk.set_alone(on=True)
    talk.open(QuestionId("afraid"))
    talk.answer("yes")
    talk.go_on()
    assert talk.previous().name == "Veiligheid"
    assert talk.previous().answer == "besproken"
    talk.set_alone(on=False)
    assert talk.previous().answer in {"", "besproken"}


def test_a_question_about_safety_that_is_not_silent_is_named_by_its_topic_and_not_answered():
    _, session, talk = a_talk(Mode.EXPLORATORY)
    id_ = next(
        each.id
        for each in session.knowledge.questionnaire.questions.values()
        if each.safety and not each.alone and not session.knowledge.questionnaire.topics[each.topic].silent
    )
    talk.open(id_)
    talk.answer(session.knowledge.questionnaire.questions[id_].options[-1].code)
    talk.go_on()
    topic = session.knowledge.questionnaire.topics[session.knowledge.questionnaire.questions[id_].topic]
    assert (talk.previous().name, talk.previous().answer) == (topic.name.nl, "besproken")


def test_a_moment_alone_ends_when_the_talk_is_opened_again():
    desk, session, talk = a_talk(**OVERHEARD)
    talk.set_alone(on=True)
    Talk(desk, desk.open(session.conversation.id))
    assert not desk.open(session.conversation.id).conversation.situation.alone_now


def test_before_choosing_what_could_not_be_asked_alone_is_noted():
    _, session, talk = a_talk(**OVERHEARD)
    talk.before_choosing()
    assert session.conversation.answers[QuestionId("afraid")] == NotAsked(reason=NOT_ALONE)


def test_other_people_end_the_moment_alone():
    situation = a_situation(alone_now=True)
    after = talk_people.changed(situation, ("relative",), "lay", " na 17 uur ", speaks_freely=True)
    assert after.participants == (Participant.PERSON, Participant.RELATIVE)
    assert not after.may_ask_alone
    assert after.call_back == "na 17 uur"


def test_a_quiet_topic_cannot_be_marked_as_a_wish():
    _, session, talk = a_talk(Mode.EXPLORATORY)
    talk.open(QuestionId("afraid"))
    talk.toggle_wish()
    talk.strengthen("x")
    assert not session.conversation.wishes
    assert not session.conversation.strengths


def test_what_goes_well_is_kept_with_its_topic_and_emptied_again():
    _, session, talk = a_talk(Mode.EXPLORATORY)
    talk.open(QuestionId("housing"))
    talk.strengthen("huur is betaald")
    assert session.conversation.strength_topics == {TopicId("housing")}
    talk.strengthen("")
    assert not session.conversation.strengths


def test_the_wheel_shows_the_own_view_and_leaves_open_what_was_not_asked():
    desk, session, _ = a_talk(answers={"area_body": "goes_well", "area_mind": "ok", "area_social": "weighs"})
    assert [axis.ring for axis in picture_state(desk, session).axes] == [3, 2, 1, None]


def test_a_need_that_spans_many_bands_is_not_named_and_says_what_is_missing():
    desk, session, _ = a_talk(answers={"area_body": "goes_well"})
    need = picture_state(desk, session).needs[0]
    assert not need.is_known
    assert need.word == "nog niet genoeg bekend"
    assert need.note


def test_what_is_missing_never_names_a_safety_question():
    desk, session, _ = a_talk()
    for id_ in session.order():
        question = session.knowledge.questionnaire.questions[id_]
        if not question.safety:
            session.decline(id_)
    note = picture_state(desk, session).needs[0].note
    assert note
    assert "zelfmoord" not in note


def test_with_a_relative_there_a_silent_sign_leaves_no_mark():
    desk, session, talk = a_talk(**OVERHEARD)
    talk.set_alone(on=True)
    session.answer(QuestionId("afraid"), "yes")
    assert picture_state(desk, session).has_mark
    talk.set_alone(on=False)
    assert not picture_state(desk, session).has_mark


def test_the_next_questions_never_show_the_words_of_a_quiet_question():
    desk, session, _ = a_talk(Mode.EXPLORATORY)
    for id_ in session.order():
        if not session.knowledge.questionnaire.questions[id_].alone:
            session.decline(id_)
    labels = [each.label for each in picture_state(desk, session).next]
    quiet = [q.text.nl for q in session.knowledge.questionnaire.questions.values() if q.alone]
    assert not set(labels) & set(quiet)


@pytest.mark.parametrize(
    "mode,minutes,words", [(Mode.QUICK, 12, "12 van 10 min"), (Mode.EXPLORATORY, 6, "6 van 60 min")]
)
def test_the_clock_says_how_long_and_how_long_was_planned_and_no_more(mode, minutes, words):
    desk, session, _ = a_talk(mode)
    assert clock_line(desk, session, minutes) == words
