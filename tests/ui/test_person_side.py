"""What the person's side may show of a talk: pure, for every question of the shipped bank."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.conversation.model import Strength, Wish
from intake_app.core.ids import QuestionId
from intake_app.core.text import Text
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.spoken import SpokenLanguage, SpokenQuestion, TranslationStatus, meaning, voice_for
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.person_marks import AMOUNT, FACE, pictures_of
from intake_app.ui.presenters.person_plan import option_list, step_list, topic_list
from intake_app.ui.presenters.person_side import (
    PERSON_HELP,
    Glance,
    PauseView,
    QuestionView,
    Scene,
    scene_of,
    side_view,
    wheel_view,
)
from intake_app.ui.presenters.person_tongue import Tongue
from tests.ui.choosing_talk import WORDS, a_full_talk
from tests.ui.fake_desk import FakeDesk, a_situation, real_content

BANK = real_content()[0].questionnaire
HIDDEN = [each for each in BANK.questions.values() if each.safety or each.alone or BANK.topics[each.topic].silent]
SHOWN = [each for each in BANK.questions.values() if each not in HIDDEN]
SAID_TO_WHO_ASKS = ("Vraag ", "Noem ", "Laat de persoon", "Ask ", "Name ", "Let the person")
MARK = "Blauwe kruiwagen"
MONEY = QuestionId("money_round")
ARABIC = SpokenLanguage(
    code="ar",
    name="Proefarabisch",
    title=Text(nl="Arabisch", en="Arabic"),
    status=TranslationStatus.DRAFT,
    right_to_left=True,
    questions={
        MONEY: SpokenQuestion(text="(ar) geld", options={"plenty": "(ar) ruim"}, meant=meaning(BANK.questions[MONEY]))
    },
    words={"person_side.pause": "(ar) even", "person_side.draft": "(ar) concept"},
)


@pytest.fixture
def desk():
    """Return a desk that also knows a language from right to left."""
    made = FakeDesk()
    made.spoken_languages = (*(each for each in made.spoken_languages if each.code != "ar"), ARABIC)
    return made


def at(session, desk, question, code="nl"):
    """Return what is shown beside the practitioner's screen at a question."""
    return side_view(session, Glance(screen="conversation", question=QuestionId(question)), Tongue(desk, code))


def texts(view):
    return " ".join([view.title, *(text for row in view.rows for text in (row.title, *row.lines))])


def test_there_are_questions_of_both_kinds():
    assert len(HIDDEN) > 20
    assert len(SHOWN) > 60


@pytest.mark.parametrize("code", ["nl", "en", "pl", "tr", "es", "ar"])
def test_every_question_about_safety_alone_or_silent_is_the_same_pause_as_any_other(desk, code):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    pause = side_view(None, Glance(), Tongue(desk, code))
    assert isinstance(pause, PauseView)
    assert {at(session, desk, each.id, code) for each in HIDDEN} == {pause}


@pytest.mark.parametrize("code", ["nl", "en", "pl", "tr", "es"])
def test_every_other_question_stands_there_with_an_answer_for_each_option(desk, code):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    for question in SHOWN:
        view = at(session, desk, question.id, code)
        assert isinstance(view, QuestionView)
        assert view.text
        assert [row.code for row in view.rows] == [option.code for option in question.options]
        assert all(row.label for row in view.rows)


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_help_speaks_to_who_asks(desk, code):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    helps = {each.id: at(session, desk, each.id, code).help for each in SHOWN}
    assert not {id_: words for id_, words in helps.items() if words.startswith(SAID_TO_WHO_ASKS)}
    assert set(BANK.questions) >= PERSON_HELP


def test_nothing_of_the_practitioner_stands_beside_a_question(desk):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    topic = BANK.topics[BANK.questions[QuestionId("money_round")].topic]
    session.note("money_round", MARK)
    session.strengthen(Strength(topic=topic.id, text=MARK))
    session.wish(Wish(topic=topic.id, text=MARK))
    said = str(at(session, desk, "money_round"))
    assert MARK not in said
    assert not [hint for hint in (*topic.hints, topic.opener, topic.why) if hint.nl in said]


@pytest.mark.parametrize(
    "screen,covered,wheel,scene",
    [
        ("conversation", False, False, Scene.QUESTION),
        ("conversation", True, False, Scene.PAUSE),
        ("conversation", True, True, Scene.PAUSE),
        ("conversation", False, True, Scene.WHEEL),
        ("priorities", False, False, Scene.TOPICS),
        ("choose", False, False, Scene.OPTIONS),
        ("choose", False, True, Scene.WHEEL),
        ("agree", False, False, Scene.STEPS),
        ("papers", False, True, Scene.PAUSE),
        ("list", False, False, Scene.PAUSE),
        ("ecogram", False, False, Scene.PAUSE),
        ("unlock", False, False, Scene.PAUSE),
    ],
)
def test_the_window_follows_the_practitioners_screen(screen, covered, wheel, scene):
    assert scene_of(Glance(screen=screen, is_covered=covered, has_wheel=wheel)) is scene


@pytest.mark.parametrize(
    "question,names",
    [
        ("money_round", [FACE] * 4),
        ("smoking", [AMOUNT] * 3),
        ("insured", ["check", "cross"]),
        ("moving_wish", ["cross", "help", "check"]),
        ("loss_share", [FACE] * 2),
        ("which_mind", ["", "mind", "mind", "steps", "cloud", "note", "eye", "glass", "care", "lamp"]),
        ("first_topic", ["body", "mind", "social", "society", ""]),
        ("sleep_cause", [""] * 6),
    ],
)
def test_an_answer_has_the_picture_that_fits_it(question, names):
    made = pictures_of(BANK.questions[QuestionId(question)], BANK)
    assert [picture.name for picture in made.values()] == names


def test_a_scale_has_faces_and_a_count_has_none(desk):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    sure, days = at(session, desk, "confidence"), at(session, desk, "moving_days")
    assert (sure.levels[0], sure.levels[-1], len(sure.levels), sure.ends[0]) == (1.0, 0.0, 11, "helemaal niet")
    assert days.is_row
    assert not days.levels
    assert not at(session, desk, "bmi").is_row


def test_nothing_is_asked_of_the_person_where_one_can_only_look(desk):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    desk.is_read_only = True
    assert isinstance(at(session, desk, "money_round"), PauseView)


# --- what one looks at together


def test_options_show_what_was_taken_and_suggested_and_no_note(desk):
    _, session = a_full_talk(desk, mode=Mode.EXPLORATORY)
    session.note("money", MARK)
    session.choose(Choice(kind="geldfit", decision=Decision.TAKEN))
    session.choose(Choice(kind="huisarts", decision=Decision.DECLINED, reason=MARK))
    view = option_list(session, Tongue(desk))
    assert [row.title for row in view.rows if row.is_chosen] == ["Geldfit"]
    assert WORDS in texts(view)
    assert MARK not in texts(view)
    assert "Uw huisarts" not in [row.title for row in view.rows]


def test_options_never_name_a_kind_that_would_tell_something(desk):
    _, session = a_full_talk(
        desk, answers={"afraid": "yes", "violence": ("hitting", "sexual_force")}, mode=Mode.EXPLORATORY
    )
    kinds = {kind.id: kind.name.nl for kind in session.knowledge.supply.kinds}
    telling = [kinds[each] for each in quiet_of(session).telling]
    assert telling
    view = option_list(session, Tongue(desk))
    assert not [name for name in telling if view is not None and name in texts(view)]


def test_nothing_is_shown_to_choose_while_something_comes_first(desk):
    _, session = a_full_talk(
        desk, answers={"suicide_thoughts": "recent", "suicide_plan": ("plan",)}, mode=Mode.EXPLORATORY
    )
    assert session.picture.advice.held_by
    assert isinstance(side_view(session, Glance(screen="choose"), Tongue(desk)), PauseView)
    assert isinstance(side_view(session, Glance(screen="agree"), Tongue(desk)), PauseView)


def test_agreements_say_who_by_role_and_never_a_name_that_was_typed(desk):
    session = desk.start(a_situation())
    day = datetime.date(2026, 11, 29)
    steps = (Step(text="Brieven sorteren", by=day), Step(text="Samen bellen", who=MARK, smallest_start="Nummer zoeken"))
    session.agree(Plan(steps=steps))
    view = step_list(session, Tongue(desk))
    assert [row.lines for row in view.rows] == [("Wie: u", "Uiterlijk 29-11-2026"), ("Kleinste begin: Nummer zoeken",)]


def test_topics_stand_in_the_persons_order_and_nothing_silent_among_them(desk):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    for topic in ("sleep", "home_safety", "money"):
        session.wish(Wish(topic=topic, text=WORDS if topic == "money" else ""))
    view = topic_list(session, Tongue(desk))
    assert [row.title for row in view.rows] == ["Slapen", "Geld en schulden"]
    assert WORDS in texts(view)


def test_an_empty_list_is_a_pause(desk):
    session = desk.start(a_situation())
    views = [side_view(session, Glance(screen=screen), Tongue(desk)) for screen in ("priorities", "agree")]
    assert all(isinstance(view, PauseView) for view in views)


def test_the_wheel_says_the_same_in_words(desk):
    session = desk.start(a_situation())
    session.answer(QuestionId("area_body"), "weighs")
    axes = wheel_view(session, Tongue(desk)).axes
    assert (axes[0].ring, axes[0].word) == (1, "Drukt op mij")
    assert (axes[1].ring, axes[1].word) == (None, "nog niet gevraagd")


# --- the language


def test_what_is_translated_is_said_in_the_persons_language_and_the_rest_in_dutch(desk):
    session = desk.start(a_situation(Mode.EXPLORATORY))
    assert at(session, desk, "money_round", "ar").text == "(ar) geld"
    assert at(session, desk, "housing", "ar").text == BANK.questions[QuestionId("housing")].text.nl
    assert Tongue(desk, "ar").view("ar").words.pause == "(ar) even"


def test_a_question_that_was_worded_otherwise_in_an_older_talk_is_not_taken_for_the_translated_one():
    voice, now = voice_for("ar", (ARABIC,), "nl"), BANK.questions[MONEY]
    assert voice.question(now).text == "(ar) geld"
    before = replace(now, text=replace(now.text, nl="Hebt u elke week geld over?"))
    assert voice.question(before).text == "Hebt u elke week geld over?"


def test_a_draft_says_so_in_its_own_language_and_in_dutch(desk):
    view = Tongue(desk, "ar").view("ar")
    assert view.status == "(ar) concept"
    assert view.status_dutch == "Concept: deze vertaling is nog niet nagekeken."
    assert view.is_right_to_left
    assert view.choices == (("ar", "Proefarabisch"), ("nl", "Nederlands"))


def test_a_reviewed_translation_says_that_without_a_name(desk):
    desk.spoken_languages = (replace(ARABIC, status=TranslationStatus.REVIEWED, reviewed_by=MARK),)
    view = Tongue(desk, "ar").view("ar")
    assert view.status_dutch == "Deze vertaling is nagekeken."
    assert MARK not in str(view)


@pytest.mark.parametrize("own,choices", [("nl", 0), ("ti", 0), ("other", 0), ("en", 2), ("pl", 2)])
def test_one_chooses_only_between_languages_that_there_are(desk, own, choices):
    view = Tongue(desk, own).view(own)
    assert len(view.choices) == choices
    assert view.code == (own if choices else "nl")


def test_the_persons_window_speaks_dutch_on_an_english_screen():
    desk = FakeDesk(language="en")
    session = desk.start(a_situation(Mode.EXPLORATORY))
    assert at(session, desk, "money_round").text == "Komt u deze maand rond met uw geld?"
    assert Tongue(desk).view("nl").words.decline == "Dat zeg ik liever niet"


def test_the_options_of_the_persons_window_are_in_dutch_on_an_english_screen():
    desk = FakeDesk(language="en")
    _, session = a_full_talk(desk, mode=Mode.EXPLORATORY)
    session.choose(Choice(kind="social_raadslieden", decision=Decision.TAKEN))
    kinds = {kind.name.nl for kind in session.knowledge.supply.kinds}
    shown = option_list(session, Tongue(desk)).rows
    assert shown
    assert {row.title.partition(":")[0].removesuffix(" (voorbeeld)") for row in shown} <= kinds
