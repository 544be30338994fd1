"""Finding by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.palette import Entry, found, go_to_topic, topics_of
from intake_app.ui.views.palette import Palette
from tests.ui.fake_desk import FakeDesk, a_situation

WITH_PARTNER = (Participant.PERSON, Participant.RELATIVE)


def a_talk(**changes):
    return FakeDesk().start(a_situation(Mode.EXPLORATORY, **changes))


def silent_names(session):
    topics = session.knowledge.questionnaire.topics.values()
    return {topic.name.nl for topic in topics if topic.silent}


def test_words_match_names_and_the_other_words_for_them_without_accents():
    entries = (Entry(target="a", name="Slapen", also="nacht wakker"), Entry(target="b", name="Één zorg"))
    assert [entry.target for entry in found(entries, "WAKKER")] == ["a"]
    assert [entry.target for entry in found(entries, "een")] == ["b"]


def test_what_begins_with_the_word_comes_first():
    entries = (Entry(target="a", name="Meer geld"), Entry(target="b", name="Geld en schulden"))
    assert [entry.target for entry in found(entries, "geld")] == ["b", "a"]


def test_silent_topics_are_not_listed_while_somebody_may_see_along():
    session = a_talk(participants=WITH_PARTNER)
    assert silent_names(session)
    assert not silent_names(session) & {entry.name for entry in topics_of(session, "nl")}


def test_a_topic_becomes_the_place_of_the_talk():
    session = a_talk()
    entry = topics_of(session, "nl")[-1]
    go_to_topic(session, entry.target)
    assert session.conversation.place == entry.target


def test_arrows_move_and_enter_does_what_is_marked(qtbot, house):  # noqa: ARG001  the look comes first
    palette, picked = Palette(None, "nl"), []
    qtbot.addWidget(palette)
    palette.picked.connect(picked.append)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert [entry.target for entry in picked] == ["exploratory"]


def test_words_that_match_nothing_say_so(qtbot, house):  # noqa: ARG001  the look comes first
    palette = Palette(None, "nl")
    qtbot.addWidget(palette)
    palette.line.setText("qqqq")
    assert not palette.nothing.isHidden()
