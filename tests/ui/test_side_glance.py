"""Who comes in later, or looks at the second screen, learns nothing: not after a lock, a crash or a broken end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.conversation.around import AROUND, PERSON, may_be_drawn
from intake_app.conversation.model import Consent, Tie, TieKind, Wish
from intake_app.core.ids import FlagId, QuestionId, TieId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.for_person import may_name_topic
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.person_plan import option_list, topic_list
from intake_app.ui.presenters.person_tongue import Tongue
from intake_app.ui.views.draft_notice import DraftNotice
from tests.ui.fake_desk import NOW, FakeDesk, a_situation, real_content
from tests.ui.silent_words import everything_said, leaks

WITH_A_RELATIVE = (Participant.PERSON, Participant.POH_GGZ, Participant.RELATIVE)
SILENT = FlagId("domestic_violence")
WORDS = "zilverreiger achter de dijk"


def begin(make_probe, at="own_question", participants=WITH_A_RELATIVE):
    """Go into a talk at a question."""
    probe = make_probe()
    probe.unlock()
    probe.session = probe.desk.start(a_situation(Mode.EXPLORATORY, participants=participants))
    probe.window.hold(probe.session)
    probe.window.go("conversation")
    probe.screen._on_opened(at)
    return probe


def come_back(probe, name):
    """Lock, and open again."""
    probe.window.lock()
    probe.enter(probe.desk.passphrase)
    probe.wait_for(name)


def writes_alone_of_silent_matter(probe):
    """Begin a moment alone, and write in the sheet of what was told."""
    probe.screen.talk.set_alone(on=True)
    for question, value in (("afraid", "yes"), ("violence", ("hitting",))):
        probe.session.answer(QuestionId(question), value)
    probe.screen.show_flag(SILENT)
    QTest.keyClicks(probe.screen.layer.sheet.form.told, WORDS)


def test_the_sheet_of_a_silent_flag_stays_away_after_a_lock_and_has_its_words_when_asked_for(make_probe):
    probe = begin(make_probe)
    writes_alone_of_silent_matter(probe)
    come_back(probe, "conversation")
    assert probe.screen.layer.sheet is None
    assert not leaks(everything_said())
    assert not probe.window.findChildren(DraftNotice)
    come_back(probe, "conversation")
    assert WORDS not in " ".join(text for _, text in everything_said())
    probe.screen.show_flag(SILENT)
    probe.window._whereabouts.look()
    assert probe.screen.layer.sheet.form.told.text() == WORDS


def test_a_sheet_comes_back_with_its_words_also_where_its_question_may_not(make_probe):
    probe = begin(make_probe)
    probe.screen.talk.set_alone(on=True)
    probe.screen._on_opened("afraid")
    probe.window.flag_key()
    QTest.keyClicks(probe.screen.layer.sheet.form.told, WORDS)
    come_back(probe, "conversation")
    assert probe.session.conversation.place == "afraid"
    assert probe.window.session.conversation.place != "afraid"
    assert probe.screen.layer.sheet.form.told.text() == WORDS


def test_a_moment_alone_is_over_when_one_comes_back_to_who_is_around(make_probe):
    probe = begin(make_probe)
    probe.session.tie(Tie(id=TieId("a"), name="Bert", kind=TieKind.PARTNER, strain=2))
    probe.window.go("ecogram")
    QTest.keyClick(probe.screen, Qt.Key.Key_A)
    assert probe.screen.ecogram.state().may_strain
    come_back(probe, "ecogram")
    assert not probe.screen.ecogram.state().may_strain


def test_what_somebody_costs_is_nowhere_in_the_window_while_a_relative_sits_there(make_probe):
    probe = begin(make_probe)
    probe.session.tie(Tie(id=TieId("a"), name="Bert", kind=TieKind.PARTNER, strain=2))
    probe.window.go("ecogram")
    assert probe.screen.form.strain.code == "0"
    assert "alleen bent" not in probe.screen.when_alone.text()
    QTest.keyClick(probe.screen, Qt.Key.Key_A)
    assert probe.screen.form.strain.code == "2"


def test_who_is_around_stays_out_of_sight_when_one_comes_back(make_probe):
    probe = begin(make_probe)
    probe.session.tie(Tie(id=TieId("a"), name="Bert"))
    probe.window.go("ecogram")
    probe.screen.do("picture")
    come_back(probe, "ecogram")
    assert probe.screen.is_out_of_sight


def test_whatever_goes_wrong_in_saving_the_screen_is_covered_and_the_store_closed(make_probe, monkeypatch):
    probe = begin(make_probe)

    def breaks():
        raise ArithmeticError

    monkeypatch.setattr(probe.screen, "leave", breaks)
    with pytest.raises(ArithmeticError):
        probe.window.lock()
    assert probe.name == "unlock"
    assert not probe.desk.is_open


@pytest.mark.parametrize("ends", ["close", "lock"])
def test_what_the_person_types_is_kept_while_the_store_is_still_open(make_probe, monkeypatch, ends):
    probe, open_at = begin(make_probe), []
    probe.window.do("person_window")
    probe.window.beside.question.answer.field.insertPlainText(WORDS)
    answer = probe.session.answer
    monkeypatch.setattr(probe.session, "answer", lambda *told: (open_at.append(probe.desk.is_open), answer(*told)))
    getattr(probe.window, ends)()
    assert open_at == [True]
    kept = probe.desk.open(probe.session.conversation.id).conversation.answers
    assert kept[QuestionId("own_question")] == Given(value=WORDS)


def test_a_talk_that_may_only_be_read_takes_no_answer_from_the_persons_side(make_probe):
    probe = begin(make_probe)
    probe.window.do("person_window")
    side = probe.window.beside
    probe.session._journal = None  # the key to a colleague's talk is over
    side.question.answer.field.insertPlainText(WORDS)
    side.question.answer.flush()
    side.question.on_decline()
    assert QuestionId("own_question") not in probe.session.conversation.answers


def test_words_that_a_talk_does_not_take_any_more_are_no_reason_not_to_lock(make_probe):
    probe = begin(make_probe)
    probe.screen.panel.focus_note()
    QTest.keyClicks(probe.screen.panel.focusWidget(), WORDS)
    probe.session._journal = None
    assert real_content()[1].text("talk.wrong_talk_read_only", "nl")
    probe.window.lock()
    assert probe.name == "unlock"


def test_the_persons_window_names_no_topic_that_is_about_safety_altogether():
    desk = FakeDesk()
    session = desk.start(a_situation(Mode.EXPLORATORY))
    topics = session.knowledge.questionnaire.topics.values()
    for topic in topics:
        session.wish(Wish(topic=topic.id, text=f"{WORDS} {topic.id}."))
    session.answer(QuestionId("needs_missing"), ("food",))
    hidden = [topic for topic in topics if not may_name_topic(topic)]
    shown = str((topic_list(session, Tongue(desk)), option_list(session, Tongue(desk))))
    assert {"life", "home_safety", "essentials"} <= {topic.id for topic in hidden}
    assert WORDS in shown
    assert not [topic for topic in hidden if topic.name.nl in shown or f"{WORDS} {topic.id}." in shown]


def test_only_the_latest_consent_of_a_recipient_lets_the_drawing_out():
    talk = FakeDesk().start(a_situation()).conversation
    given = tuple(Consent(recipient=PERSON, items=items, on=NOW.date()) for items in ((AROUND,), ("all",)))
    assert may_be_drawn(replace(talk, consents=given[:1]), PERSON)
    assert not may_be_drawn(replace(talk, consents=given), PERSON)
