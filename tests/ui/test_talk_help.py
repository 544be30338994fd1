"""Help where one is: why a question is asked, how one could ask it, and how long the talk is, when asked."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Channel, Interpreter, Participant
from intake_app.ui.presenters.talk_ask import ask_state
from intake_app.ui.presenters.talk_length import clock_line, planned_minutes, time_words
from intake_app.ui.views import talk_help
from intake_app.ui.views.conversation import ConversationScreen
from intake_app.ui.views.settings_time import TimeRows
from tests.ui.fake_desk import FakeDesk, a_situation, real_content

KNOWLEDGE, WORDING = real_content()
TOPICS = tuple(KNOWLEDGE.questionnaire.topics.values())
JARGON = re.compile(
    r"\b(anamnese|cliënt|patiënt|indicatie|problematiek|traject|interventie|screening|casus|comorbide?|adherentie|"
    r"psychosociaal|functioneren|hulpvraag|somatisch|zelfredzaam\w*|copingstrategie\w*|multiproblem\w*)\b",
    re.IGNORECASE,
)
BLAMING = re.compile(
    r"\b(waarom (heb|hebt|doet|deed|bent|gaat) u|u moet|had u niet|eigen schuld|toegeven)\b", re.IGNORECASE
)
TO_A_FRIEND = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)
LONGEST = 22
"""Words of a sentence. Source: eigen oordeel; easy Dutch (B1) is advised to stay near fifteen on the average."""


def sentences(words):
    return [each for each in re.split(r"[.?!:]\s*", words.replace("”", "")) if each]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_topic_says_why_and_how_in_plain_words_to_u_and_blames_nobody(topic):
    said = [topic.why, topic.opener, *topic.hints]
    assert len(topic.hints) >= 2
    for text in said:
        assert text.nl
        assert text.en
        found = JARGON.findall(text.nl) + BLAMING.findall(text.nl) + TO_A_FRIEND.findall(text.nl)
        assert not found, text.nl
        assert all(len(each.split()) <= LONGEST for each in sentences(text.nl)), text.nl
    assert topic.opener.nl[-1] in ".?"


@pytest.mark.parametrize("key", [key for key in WORDING.texts if key.startswith(("ask.", "tour."))])
def test_the_advice_is_plain_too(key):
    words = WORDING.texts[key].nl
    assert not JARGON.findall(words) + BLAMING.findall(words) + TO_A_FRIEND.findall(words)
    assert all(len(each.split()) <= LONGEST for each in sentences(words))


def a_talk(mode=Mode.EXPLORATORY, **changes):
    desk = FakeDesk()
    return desk, desk.start(a_situation(mode, **changes))


def question(session, wanted):
    return next(each for each in session.knowledge.questionnaire.questions.values() if wanted(each))


def advice(question_, **changes):
    desk, session = a_talk(**changes)
    return desk, " ".join(ask_state(desk, session, question_.id, "-").advice)


def test_a_plain_question_gets_plain_advice():
    _, session = a_talk()
    plain = question(session, lambda each: not (each.safety or each.alone))
    _, words = advice(plain)
    assert words.startswith("Zeg het gerust in uw eigen woorden.")
    assert "niemand meeluistert" not in words


def test_a_question_of_a_quiet_topic_says_to_be_alone_and_not_to_promise_secrecy():
    _, session = a_talk()
    quiet = question(session, lambda each: session.knowledge.questionnaire.topics[each.topic].silent)
    _, words = advice(quiet)
    assert "niemand meeluistert" in words
    assert "Beloof niet" in words


@pytest.mark.parametrize(
    "changes,words",
    [
        ({"channel": Channel.TELEPHONE}, "ja of nee genoeg is"),
        ({"interpreter": Interpreter.LAY}, "Neem een tolk"),
    ],
    ids=["by telephone", "with a relative who interprets"],
)
def test_the_advice_minds_what_is_so_now(changes, words):
    _, session = a_talk()
    safety = question(session, lambda each: each.safety)
    assert words in advice(safety, **changes)[1]
    assert words not in advice(safety)[1]


def test_the_sentence_to_begin_with_is_not_said_twice():
    desk, session = a_talk()
    topic = next(each for each in TOPICS if len(each.questions) > 1)
    assert ask_state(desk, session, topic.questions[0].id, "-").begin == ""
    assert ask_state(desk, session, topic.questions[1].id, "-").begin == topic.opener.nl


@pytest.fixture
def said(monkeypatch):
    words = []
    monkeypatch.setattr(talk_help, "announce", lambda _widget, told: words.append(told))
    return words


@pytest.fixture
def talk_screen(show_screen):
    desk, session = a_talk(Mode.QUICK, participants=(Participant.PERSON,))
    return show_screen(ConversationScreen, desk, session=session)


def test_one_key_shows_the_help_and_takes_it_away(talk_screen, said):
    panel = talk_screen.panel
    assert not panel.ask_help.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_H)
    assert panel.ask_help.isVisible()
    assert said[0].startswith("Waarom vragen we dit? ")
    assert "Hoe kunt u het vragen?" in said[0]
    QTest.keyClick(panel, Qt.Key.Key_H)
    assert not panel.ask_help.isVisible()


def test_the_help_does_not_follow_to_the_next_question(talk_screen):
    QTest.keyClick(talk_screen.panel, Qt.Key.Key_H)
    QTest.keyClick(talk_screen.panel, Qt.Key.Key_Return)
    assert not talk_screen.panel.ask_help.isVisible()


def test_one_key_says_how_long_it_took_and_nothing_says_it_unasked(talk_screen):
    shell = talk_screen.context.shell
    assert not shell.said
    QTest.keyClick(talk_screen.panel, Qt.Key.Key_T)
    assert re.fullmatch(r"U bent 0 van 10 minuten bezig\. Er zijn nog ongeveer \d+ vragen\.", shell.said[0])
    assert talk_screen.bar.clock.accessibleName() == "Hoe lang u bezig bent: 0 van 10 min"


def test_a_long_talk_is_not_counted_down():
    desk, session = a_talk()
    assert time_words(desk, session, 6) == "U bent 6 van 60 minuten bezig."


@pytest.mark.parametrize(
    "kept,minutes", [("", 10), ("15", 15), ("0", 5), ("999", 30), ("tien", 10), ("-5", 10), ("²", 10)]
)
def test_the_planned_length_is_what_the_practice_set_within_reason(kept, minutes):
    desk = FakeDesk()
    desk.set_setting("quick_minutes", kept)
    assert planned_minutes(desk, Mode.QUICK) == minutes


def test_the_planned_length_is_set_in_the_settings_and_shown_by_the_clock(show):
    desk, session = a_talk()
    rows = show(TimeRows(desk))
    rows.minutes[Mode.EXPLORATORY].less.click()
    assert desk.setting("exploratory_minutes") == "45"
    assert desk.setting("quick_minutes") == ""
    assert clock_line(desk, session, 6) == "6 van 45 min"


def test_a_search_in_the_topics_that_finds_nothing_says_what_to_do(show_screen):
    desk, session = a_talk()
    left = show_screen(ConversationScreen, desk, session=session).left
    left.filter.setText("zzzz")
    assert left.nothing.isVisible()
    left.filter.clear()
    assert not left.nothing.isVisible()
