"""Finding by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.ui.actions import action
from intake_app.ui.presenters.palette import Entry, Kind, found, go_to_question, questions_of, topics_of
from intake_app.ui.views import palette as view
from intake_app.ui.views.palette import Palette, entries
from tests.ui.fake_desk import FakeDesk, a_situation

WITH_PARTNER = (Participant.PERSON, Participant.RELATIVE)
QUICK, LIST = action("quick"), action("list")


def a_talk(mode=Mode.EXPLORATORY, **changes):
    return FakeDesk().start(a_situation(mode, **changes))


def silent_names(session):
    topics = session.knowledge.questionnaire.topics.values()
    return {topic.name.nl for topic in topics if topic.silent}


def only_alone(session):
    bank = session.knowledge.questionnaire
    return {each.id for each in bank.questions.values() if each.alone or bank.topics[each.topic].silent}


def an_entry(target, name, **more):
    return Entry(target=target, name=name, **more)


def targets(found_):
    return [entry.target for entry in found_]


def test_words_match_names_and_the_other_words_for_them_without_accents():
    both = (an_entry("a", "Slapen", also="nacht wakker"), an_entry("b", "Één zorg", below="Hoofd"))
    assert targets(found(both, "WAKKER")) == ["a"]
    assert targets(found(both, "een")) == targets(found(both, "zorg hoofd")) == ["b"]


def test_what_begins_with_the_word_comes_first_and_what_holds_it_in_its_name_next():
    three = (an_entry("a", "Zorgen", also="geld"), an_entry("b", "Meer geld"), an_entry("c", "Geld en schulden"))
    assert targets(found(three, "geld")) == ["c", "b", "a"]


def test_questions_come_after_all_else_and_only_once_something_is_typed():
    both = (an_entry("a", "Slaapt u goed?", kind=Kind.QUESTION), an_entry("b", "Slapen", also="slaapt"))
    assert targets(found(both, "slaapt")) == ["b", "a"]
    assert targets(found(both, "")) == ["b"]


@pytest.mark.parametrize("mode", list(Mode))
def test_every_question_that_may_be_asked_is_found_by_a_word_of_it(mode):
    session = a_talk(mode)
    listed = questions_of(session, "nl")
    assert len(listed) > 60
    for each in listed:
        longest = max(each.name.strip("?").split(), key=len)
        assert each.target in targets(found(listed, longest, len(listed)))


def test_a_question_is_found_by_another_word_for_its_topic():
    session = a_talk()
    topic = next(each for each in session.knowledge.questionnaire.topics.values() if each.id == "money")
    word = topic.synonyms.nl.replace(",", " ").split()[0]
    ids = {str(question.id) for question in topic.questions}
    assert ids & set(targets(found(questions_of(session, "nl"), word)))


def test_what_is_asked_alone_is_not_listed_while_somebody_may_see_along():
    session = a_talk(participants=WITH_PARTNER)
    assert silent_names(session)
    assert not silent_names(session) & {entry.name for entry in topics_of(session, "nl")}
    assert not only_alone(session) & set(targets(questions_of(session, "nl")))


def test_what_is_asked_alone_is_listed_where_nobody_else_is_there():
    session = a_talk()
    assert only_alone(session) & set(targets(questions_of(session, "nl")))


def test_a_question_becomes_the_place_of_the_talk():
    session = a_talk()
    listed = questions_of(session, "nl")[-1]
    go_to_question(session, listed.target)
    assert session.conversation.place == listed.target


def test_an_entry_is_read_aloud_with_what_it_does_and_its_key():
    assert entries((QUICK,), None, "nl")[0].spoken == (
        "Kort gesprek beginnen. Begint een gesprek van ongeveer tien minuten. Ctrl+N"
    )


def test_what_finds_itself_is_not_listed():
    assert targets(entries((action("palette"), action("menu"), LIST), None, "nl")) == ["list"]


@pytest.fixture
def shown(qtbot, house):  # noqa: ARG001  the look comes first
    """Return a palette with two actions."""
    made = Palette(entries((QUICK, LIST), None, "nl"))
    qtbot.addWidget(made)
    return made


def test_arrows_move_and_enter_does_what_is_marked(shown):
    picked = []
    shown.picked.connect(picked.append)
    QTest.keyClick(shown.line, Qt.Key.Key_Down)
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert targets(picked) == ["list"]


def test_words_that_match_nothing_say_so(shown):
    shown.line.setText("qqqq")
    assert not shown.nothing.isHidden()
    QTest.keyClick(shown.line, Qt.Key.Key_Return)


def test_what_is_marked_is_said_once_the_keys_rest(shown, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(view, "announce", lambda _, words: said.append(words))
    QTest.keyClick(shown.line, Qt.Key.Key_Down)
    shown.line.setText("qqqq")
    shown.line.setText("kort")
    qtbot.waitUntil(lambda: bool(said))
    assert said == [entries((QUICK,), None, "nl")[0].spoken]


def test_that_nothing_was_found_is_said_too(shown, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(view, "announce", lambda _, words: said.append(words))
    shown.line.setText("qqqq")
    qtbot.waitUntil(lambda: bool(said))
    assert said == [shown.nothing.text()]


def test_a_question_is_gone_to_from_another_screen(make_probe):
    probe = make_probe()
    probe.unlock()
    session = probe.desk.start(a_situation(Mode.EXPLORATORY))
    probe.window.hold(session)
    probe.window.go("directory")
    probe.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    question = session.knowledge.questionnaire.questions[QuestionId("sleep_quality")]
    QTest.keyClicks(probe.window.layer.sheet.line, question.text.nl)
    QTest.keyClick(probe.window.layer.sheet.line, Qt.Key.Key_Return)
    assert probe.name == "conversation"
    assert session.conversation.place == question.id
