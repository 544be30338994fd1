"""The window for the person beside the practitioner's: what it follows, what it hands on, and that it goes blank."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person
from intake_app.ui.actions import all_actions
from intake_app.ui.fields.face_row import LargeAnswers
from intake_app.ui.fields.face_scale import FaceScale
from intake_app.ui.fields.keypad import Keypad
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.views.person_side import PersonSide
from tests.ui.fake_desk import FakeDesk, a_situation
from tests.ui.silent_words import everything_said, leaks
from tests.ui.test_person_side import ARABIC, BANK, HIDDEN

Key = Qt.Key
MARK = "Blauwe kruiwagen achter het schuurtje"
PAUSE = "Even geduld. We praten zo verder."


class Beside:
    """Knows both windows; tests speak of what the practitioner and the person do."""

    def __init__(self, probe, question, **situation):
        self.probe, self.window = probe, probe.window
        probe.unlock()
        self.session = probe.desk.start(a_situation(Mode.EXPLORATORY, **situation))
        self.window.hold(self.session)
        self.window.go("conversation")
        self.ask(question)
        self.window.do("person_window")

    @property
    def side(self):
        return self.window.beside

    @property
    def field(self):
        return self.side.question.answer.field

    @property
    def asked(self):
        """The text of the question that stands there; empty in a pause."""
        return "" if self.side.is_paused else self.side.question.question.text()

    def ask(self, question):
        self.window.shown._on_opened(question)

    def current(self):
        return self.window.shown.talk.current

    def value(self, question):
        answer = self.session.conversation.answers[QuestionId(question)]
        return answer.value if isinstance(answer, Given) else answer

    def click(self, widget):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def answer(self, code):
        codes = [row.code for row in self.side.question.view.rows]
        self.click(self.field.rows[codes.index(code)])

    def said(self):
        """Return everything the person's window shows or has read aloud."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found = [self.side, *self.side.findChildren(QWidget)]
        told = [getattr(each, way)() for each in found for way in ("accessibleName", "toolTip", "windowTitle")]
        told += [each.text() for each in found if hasattr(each, "text")]
        told += [each.toPlainText() for each in found if hasattr(each, "toPlainText")]
        return " ".join((*told, *_aloud(QAccessible.queryAccessibleInterface(self.side))))


def _aloud(node):
    if node is not None and node.isValid():
        yield from (node.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        for at in range(node.childCount()):
            yield from _aloud(node.child(at))


@pytest.fixture
def beside(make_probe):
    """Return a maker of both windows at a question."""

    def make(question="money_round", desk=None, **situation):
        return Beside(make_probe(desk), question, **situation)

    return make


def changes(made):
    """Return what was kept of a talk, without where one was."""
    kept = made.probe.desk.talks[made.session.conversation.id].kept
    return [each for each in kept if type(each).__name__ not in {"Opened", "Moved", "SituationChanged"}]


# --- opening, following, closing


def test_the_key_opens_it_and_closes_it_and_nothing_stays(beside):
    made = beside()
    side = made.side
    assert side.isVisible()
    assert side.windowTitle() == "Verkennend gesprek"
    assert made.window.isVisible()
    made.window.do("person_window")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert made.side is None
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, PersonSide)]


def test_it_follows_the_question(beside):
    made = beside("money_round")
    assert made.asked == "Komt u deze maand rond met uw geld?"
    made.ask("sleep_quality")
    assert made.asked == "Hoe slaapt u de laatste tijd?"


def test_it_pauses_beside_every_screen_that_is_not_of_the_talk(beside):
    made = beside()
    for screen in ("papers", "list", "settings"):
        made.window.go(screen)
        assert made.side.is_paused
    assert made.side.calm.words.text() == PAUSE


def test_beside_choosing_it_shows_options_and_no_question(beside):
    made = beside()
    made.session.answer(QuestionId("money_round"), "debts_grow")
    made.window.go("choose")
    assert not made.side.is_paused
    assert made.side.list.title.text() == "Wat wilt u proberen?"
    assert made.side.list.cards
    assert "Komt u" not in made.said()


def test_the_wheel_is_shown_until_one_goes_on(beside):
    made = beside()
    made.window.do("person_wheel")
    assert made.side.wheel.title.text() == "Zo gaat het nu met u"
    assert made.asked == ""
    made.ask("sleep_quality")
    assert made.asked == "Hoe slaapt u de laatste tijd?"
    assert made.side.wheel.title.text() == ""


def test_a_sheet_of_the_practitioner_is_a_pause(beside):
    made = beside()
    for show in (lambda: made.window.do("gut_feeling"), made.window.shown._on_reasons, made.window.shown._on_details):
        show()
        assert made.side.is_paused
        made.window.shown.layer.close_sheet()
        assert made.asked


def test_it_goes_with_the_program(beside):
    made = beside()
    side = made.side
    made.window.close()
    assert not side.isVisible()
    assert made.window.beside is None


def test_when_its_screen_goes_it_closes_and_the_practitioners_window_works_on(beside):
    made = beside()
    made.side.showFullScreen()
    QGuiApplication.instance().screenRemoved.emit(made.side.screen())
    assert made.side is None
    made.ask("sleep_quality")
    assert made.current() == "sleep_quality"


def test_whoever_closes_it_can_open_it_again(beside):
    made = beside()
    made.side.close()
    assert made.side is None
    made.window.do("person_window")
    assert made.asked


# --- what it never shows


def test_no_hidden_question_can_be_told_from_another_pause(beside):
    made = beside()
    made.window.go("papers")
    pause = made.said()
    assert not leaks({("pause", pause)})
    made.window.go("conversation")
    for question in HIDDEN:
        made.ask(question.id)
        if made.current() == question.id:
            assert made.side.is_paused
            assert made.said() == pause
    assert made.side.is_paused


def test_nothing_that_the_practitioner_wrote_stands_there(beside):
    made = beside()
    made.session.note("money_round", MARK)
    made.window.shown.refresh()
    assert MARK not in made.said()


# --- locking


def test_it_is_blank_before_anything_else_happens_on_locking(beside, monkeypatch):
    made, seen = beside(), []
    monkeypatch.setattr(made.window._curtain, "fall", lambda _: seen.append(made.side.is_paused))
    made.window.lock()
    assert seen == [True]
    assert made.side.calm.words.text() == PAUSE
    assert not made.field


def test_it_stays_blank_while_locked_and_comes_back_with_the_talk(beside):
    made = beside()
    made.window.lock()
    assert made.side.isVisible()
    assert made.side.is_paused
    assert "Komt u" not in " ".join(text for _, text in everything_said())
    made.probe.enter(made.probe.desk.passphrase)
    made.probe.wait_for("conversation")
    assert made.asked == "Komt u deze maand rond met uw geld?"


def test_its_key_for_locking_locks(beside):
    made = beside()
    made.side.keyed.emit("lock")
    assert made.probe.name == "unlock"
    assert made.side.is_paused


def test_it_knows_no_other_key_and_escape_does_nothing(beside, qtbot):
    made = beside()
    made.side.activateWindow()
    qtbot.waitUntil(made.side.isActiveWindow)
    known = {key.objectName() for key in made.side.children() if type(key).__name__ == "QShortcut"}
    assert known == {"person_window", "lock"} <= {each.id for each in all_actions()}
    for key in (Key.Key_Escape, Key.Key_F9, Key.Key_N, Key.Key_P, Key.Key_Backspace):
        QTest.keyClick(made.side, key)
    assert made.asked
    assert not changes(made)


# --- answering


def test_an_answer_given_there_is_the_same_change_as_on_the_practitioners_screen(beside):
    here, there = beside(), beside()
    QTest.keyClicks(here.window.shown, "3")
    there.answer("short")
    assert changes(here) == changes(there)
    assert len(changes(there)) == 1


def test_the_practitioners_screen_shows_it_at_once_goes_on_and_can_undo(beside, qtbot):
    made = beside()
    made.answer("short")
    assert made.window.shown.panel.answer.field.codes == ("short",)
    qtbot.waitUntil(lambda: made.current() != "money_round", timeout=3000)
    made.window.do("undo")
    assert QuestionId("money_round") not in made.session.conversation.answers


@pytest.mark.parametrize("key,passed", [("-", Declined()), ("?", NotKnown())])
def test_who_does_not_want_to_say_or_does_not_know_passes_by_key(beside, qtbot, key, passed):
    made = beside()
    QTest.keyClicks(made.side, key)
    assert made.value("money_round") == passed
    qtbot.waitUntil(lambda: made.current() != "money_round", timeout=3000)


def test_the_quiet_buttons_pass_over_a_question(beside):
    made = beside()
    made.click(made.side.question.unknown)
    assert made.value("money_round") == NotKnown()
    assert made.side.question.unknown.isChecked()


@pytest.mark.parametrize("text,code", [("1", "easily"), ("4", "debts_grow")])
def test_a_digit_answers_there(beside, text, code):
    made = beside()
    QTest.keyClicks(made.side, text)
    assert made.value("money_round") == code


def test_several_are_ticked_and_ready_goes_on(beside):
    made = beside("which_body")
    made.answer("sleep")
    made.answer("energy")
    assert made.value("which_body") == ("sleep", "energy")
    assert made.current() == "which_body"
    made.click(made.side.question.ready)
    assert made.current() != "which_body"


def test_ten_is_typed_and_every_number_can_be_touched(beside):
    made = beside("confidence")
    assert isinstance(made.field, FaceScale)
    QTest.keyClicks(made.side, "10")
    assert made.value("confidence") == 10.0
    made.click(made.field.cells[4])
    assert made.value("confidence") == 4.0


def test_a_number_out_of_range_is_not_kept_and_says_what_would_be(beside):
    made = beside("bmi")
    assert isinstance(made.field, Keypad)
    QTest.keyClicks(made.side, "9")
    assert QuestionId("bmi") not in made.session.conversation.answers
    assert made.side.question.fault.text() == "Kies een getal van 12 tot 70."
    made.click(made.field.erase)
    for figure in "27":
        made.click(next(key for key in made.field.keys if key.figure == figure))
    assert made.value("bmi") == 27.0


def test_what_is_being_typed_is_kept_at_its_own_question_when_the_practitioner_goes_on(beside):
    made = beside("own_question")
    assert isinstance(made.field, NoteField)
    made.field.insertPlainText("Rust in huis")
    made.ask("money_round")
    assert made.value("own_question") == "Rust in huis"
    assert QuestionId("money_round") not in made.session.conversation.answers
    assert made.asked == "Komt u deze maand rond met uw geld?"


def test_what_is_being_typed_is_kept_when_the_program_locks(beside):
    made = beside("own_question")
    made.field.insertPlainText("Rust in huis")
    made.window.lock()
    made.session = made.probe.desk.open(made.session.conversation.id)
    assert made.value("own_question") == "Rust in huis"


def test_an_answer_by_the_practitioner_is_shown_in_place(beside):
    made = beside()
    field = made.field
    made.session.answer(QuestionId("money_round"), "just")
    made.window.shown.refresh()
    assert made.field is field
    assert isinstance(field, LargeAnswers)
    assert field.codes == ("just",)


# --- the language


def test_the_person_chooses_a_language_and_it_runs_from_the_right(beside):
    desk = FakeDesk()
    desk.spoken_languages = (ARABIC,)
    made = beside(desk=desk, person=Person(age=35, language="ar"))
    assert made.asked == "(ar) geld"
    assert made.side.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert "(ar) concept" in made.side.status.text()
    assert "nog niet nagekeken" in made.side.status.text()
    made.click(made.side.languages._options[1])
    assert made.asked == "Komt u deze maand rond met uw geld?"
    assert made.side.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_language_chosen_in_one_talk_is_not_that_of_the_next(beside):
    desk = FakeDesk()
    desk.spoken_languages = (ARABIC,)
    made = beside(desk=desk, person=Person(age=35, language="ar"))
    made.side.spoken.emit("nl")
    situation = replace(made.session.conversation.situation, person=Person(age=50, language="ar"))
    made.window.hold(desk.start(situation))
    made.window.go("conversation")
    made.ask("money_round")
    assert made.asked == "(ar) geld"


def test_a_pause_goes_on_in_the_language_of_the_talk_while_locked(beside):
    desk = FakeDesk()
    desk.spoken_languages = (ARABIC,)
    made = beside(desk=desk, person=Person(age=35, language="ar"))
    made.window.lock()
    assert made.side.calm.words.text() == "(ar) even"


def test_there_is_no_choice_of_language_for_who_speaks_dutch(beside):
    made = beside()
    assert made.side.languages is None
    assert not made.side.foot.isVisible()


# --- reached by everyone


@pytest.mark.parametrize("question", ["money_round", "which_body", "confidence", "bmi", "own_question"])
def test_everything_to_press_has_a_name_and_room_for_a_finger(beside, question):
    made = beside(question)
    made.side.show()
    QCoreApplication.processEvents()
    found = [each for each in made.side.findChildren(QWidget) if each.isVisible() and each.focusPolicy()]
    pressed = [each for each in found if each.focusPolicy() & Qt.FocusPolicy.ClickFocus and each.height() < 400]
    assert pressed
    assert [each for each in pressed if not each.accessibleName()] == []
    assert min(each.height() for each in pressed) >= 64


def test_the_text_of_every_question_is_in_the_bank(beside):
    made = beside()
    assert made.asked in {each.text.nl for each in BANK.questions.values()}
