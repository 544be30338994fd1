"""What two people filled in, on the real screens: told at once, asked one at a time, never shown to who may not see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.advice.plan import Choice, DecidedBy, Decision, Plan, Step
from intake_app.conversation import changes as c
from intake_app.conversation.model import Consent, Strength, Wish
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.situation import Participant
from intake_app.storage.engine import make_database
from intake_app.triage.model import Urgency
from intake_app.ui.presenters.conflict import Conflicts
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.agree import AgreeScreen
from intake_app.ui.views.choose import ChooseScreen
from intake_app.ui.views.conversation import ConversationScreen
from intake_app.ui.views.flag_sheet import FlagSheet
from tests.bootstrap.windows import KEYS, Window
from tests.shipped import TODAY
from tests.ui.choosing_talk import NotingShell
from tests.ui.fake_desk import RESOURCES, FakeDesk

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
COMPANY = (Participant.PERSON, Participant.RELATIVE)


class Two:
    """A talk in two windows: ours with a screen, and that of a colleague."""

    def __init__(self, qtbot, house, path):
        make_database(path, KEYS)
        self.qtbot, self.house, self.desk, self.shell = qtbot, house, FakeDesk(), NotingShell()
        self.ours, self.theirs = Window(path), Window(path)
        self.ours.begin()
        self.mine, self.colleague = self.ours.open(), self.theirs.open()
        self.screen = None

    def do(self, mine, colleague):
        """Let the colleague do something, and then us without having seen it."""
        colleague(self.colleague)
        self.theirs.settle()
        mine(self.mine)
        self.ours.settle()

    def open(self, kind=ConversationScreen):
        context = ScreenContext(
            desk=self.desk, shell=self.shell, themes=self.house, resources=RESOURCES, session=self.mine
        )
        self.screen = kind(context)
        self.qtbot.addWidget(self.screen)
        self.screen.resize(1366, 768)
        self.screen.show()
        self.screen.activateWindow()
        self.qtbot.waitUntil(self.screen.isActiveWindow)
        self.screen.setFocus()
        return self.screen

    @property
    def sheet(self):
        return self.screen.conflicts.sheet

    def wait_for_sheet(self):
        self.qtbot.waitUntil(lambda: self.sheet is not None, timeout=3000)
        return self.sheet

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def value(self, question):
        answer = self.mine.conversation.answers.get(QuestionId(question))
        return answer.value if isinstance(answer, Given) else None

    def seen(self):
        """Everything that can be read or heard on the screen now."""
        found = [part for part in self.screen.findChildren(QWidget) if part.isVisible()]
        said = [f"{part.accessibleName()} {part.toolTip()}" for part in found]
        return " ".join([*said, *(part.text() for part in found if hasattr(part, "text"))])

    def close(self):
        for window in (self.ours, self.theirs):
            window.close()


@pytest.fixture
def two(qtbot, house, tmp_path):
    made = Two(qtbot, house, tmp_path / "intake.db")
    yield made
    made.close()


def answering(question, value):
    return lambda session: session.answer(question, value)


def test_it_is_told_at_once_and_settled_by_key(two):
    two.open()
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    sheet = two.wait_for_sheet()
    assert (sheet.state.stands, sheet.state.had) == ("Gaat wel", "Drukt op mij")
    assert sheet.title.text() == "Dit is intussen ook door iemand anders ingevuld"
    two.press(Key.Key_2, Ctrl)
    assert two.sheet is None
    assert two.value("area_body") == "weighs"
    assert not two.screen.conflicts.mark.isVisible()
    two.mine.undo()
    assert two.value("area_body") == "ok"


def test_what_stands_can_be_left_with_one_key(two):
    two.open()
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    two.wait_for_sheet()
    two.press(Key.Key_1, Ctrl)
    assert (two.sheet, two.value("area_body"), two.mine.contests()) == (None, "ok", ())


def test_a_key_of_the_talk_that_comes_just_too_late_settles_nothing(two):
    two.open()
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    two.wait_for_sheet()
    for key in (Key.Key_1, Key.Key_2, Key.Key_Return):
        two.press(key)
    assert len(two.mine.contests()) == 1
    assert two.value("area_body") == "ok"


def test_escape_leaves_it_for_later_and_the_mark_brings_it_back(two):
    two.open()
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    two.wait_for_sheet()
    two.press(Key.Key_Escape)
    mark = two.screen.conflicts.mark
    assert (two.sheet, mark.isVisible(), mark.words) == (None, True, "Nog 1 keuze")
    two.screen.refresh()
    QTest.qWait(20)
    assert two.sheet is None
    mark.click()
    assert two.sheet is not None


def test_it_is_told_again_when_the_talk_is_opened_by_somebody_else(two):
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    two.mine = two.ours.open()
    two.open()
    assert two.wait_for_sheet().title.text() == "Dit is twee keer ingevuld"


def test_several_come_one_at_a_time(two):
    two.open()
    two.do(
        lambda session: (session.answer("area_body", "weighs"), session.note("area_mind", "Te druk")),
        lambda session: (session.answer("area_body", "ok"), session.note("area_mind", "Het gaat")),
    )
    two.wait_for_sheet()
    two.qtbot.waitUntil(lambda: two.screen.conflicts.mark.words == "Nog 2 keuzes")
    two.press(Key.Key_Escape)
    two.screen.conflicts.mark.click()
    assert "1 van 2" in two.seen()
    two.press(Key.Key_1, Ctrl)
    two.screen.conflicts.mark.click()
    assert two.sheet.state.title.startswith("Eigen woorden bij: ")
    two.press(Key.Key_2, Ctrl)
    assert two.mine.conversation.notes["area_mind"] == "Te druk"
    assert two.mine.contests() == ()


def test_what_is_being_typed_is_kept_on_the_state_it_was_typed_on(two):
    two.mine.move("conversation", "area_body")
    two.open()
    two.screen.panel.focus_note()
    QTest.keyClicks(QApplication.focusWidget(), "Het zit in mijn buik")
    two.do(answering("area_mind", "ok"), lambda session: session.note("area_body", "Rugpijn"))
    assert two.wait_for_sheet().state.had == "Het zit in mijn buik"
    assert two.mine.conversation.notes["area_body"] == "Rugpijn"


def test_coming_back_to_the_window_shows_what_a_colleague_did(two):
    two.open()
    two.colleague.answer("area_mind", "ok")
    two.theirs.settle()
    QApplication.sendEvent(two.screen, QEvent(QEvent.Type.WindowActivate))
    two.qtbot.waitUntil(lambda: two.value("area_mind") == "ok", timeout=3000)
    assert two.sheet is None


def test_the_sheet_of_a_flag_comes_first(two):
    two.open()
    two.do(answering("area_body", "weighs"), lambda session: (answering("area_body", "ok")(session), _danger(session)))
    two.qtbot.waitUntil(lambda: isinstance(two.screen.layer.sheet, FlagSheet), timeout=3000)
    two.screen.layer.close_sheet()
    assert two.wait_for_sheet().state.had == "Drukt op mij"


def _danger(session):
    session.answer("body_sudden", "now")
    session.answer("body_alarm", ("chest_pressure_now",))


def test_what_may_only_be_spoken_of_alone_is_not_shown_while_somebody_may_see_it(two):
    two.mine.change_situation(replace(two.mine.conversation.situation, participants=COMPANY))
    two.ours.settle()
    two.open()
    two.do(answering("afraid", "yes"), answering("afraid", "no"))
    mark = two.screen.conflicts.mark
    two.qtbot.waitUntil(mark.isVisible, timeout=3000)
    question = two.mine.knowledge.questionnaire.questions["afraid"]
    assert mark.words == "Nog kiezen als u alleen bent"
    assert two.sheet is None
    assert question.text.nl not in two.seen()
    mark.click()
    assert two.sheet is None
    assert two.shell.said == ["Dit kunt u kiezen zodra u even alleen bent."]
    two.screen.do("alone")
    assert two.wait_for_sheet().state.title == question.text.nl
    two.press(Key.Key_F8)
    assert two.sheet is None


@pytest.mark.parametrize("kind", [ChooseScreen, AgreeScreen])
def test_choosing_and_agreeing_ask_too(two, kind):
    two.open(kind)
    two.do(answering("area_body", "weighs"), answering("area_body", "ok"))
    two.wait_for_sheet()
    two.press(Key.Key_2, Ctrl)
    assert (two.sheet, two.value("area_body")) == (None, "weighs")


def test_agreements_that_are_open_here_do_not_take_back_what_a_colleague_agreed(two):
    two.open(AgreeScreen)
    two.ours.settle()
    two.colleague = two.theirs.open()
    plan = two.colleague.conversation.plan
    two.colleague.agree(replace(plan, when_worse="Bel de buurvrouw"))
    two.theirs.settle()
    two.screen.agreeing.add_step()
    two.screen.agreeing.write_step(0, "Wandelen", "")
    two.screen.agreeing.save()
    two.ours.settle()
    two.qtbot.waitUntil(lambda: two.mine.conversation.plan.when_worse == "Bel de buurvrouw", timeout=3000)
    two.screen.leave()
    assert two.mine.conversation.plan.when_worse == "Bel de buurvrouw"
    assert [step.text for step in two.mine.conversation.plan.steps] == ["Wandelen"]


STEP = Step(text="Bellen met schuldhulp", kind="geldfit", by=TODAY)
SAID = [
    (answering("own_question", "Ik slaap slecht"), answering("own_question", "Geld"), "Ik slaap slecht", "Geld"),
    (lambda s: s.decline("area_body"), answering("area_body", "ok"), "wil niet zeggen", "Gaat wel"),
    (
        lambda s: s.strengthen(Strength(topic="sleep", text="Vroeg naar bed")),
        lambda s: s.strengthen(Strength(topic="sleep", text="Geen koffie")),
        "Vroeg naar bed",
        "Geen koffie",
    ),
    (
        lambda s: s.wish(Wish(topic="sleep", importance=7)),
        lambda s: s.wish(Wish(topic="sleep", text="Rust")),
        "hier wil ik over praten, belang 7, vertrouwen –",
        "Rust",
    ),
    (
        lambda s: s.choose(Choice(kind="geldfit", decision=Decision.LATER, by=DecidedBy.PRACTITIONER)),
        lambda s: s.choose(Choice(kind="geldfit", decision=Decision.TAKEN)),
        "Later, besluit van de hulpverlener",
        "Gekozen",
    ),
    (
        lambda s: s.agree(Plan(steps=(STEP,))),
        lambda s: s.agree(Plan(steps=(Step(text="Wandelen"),))),
        "• Bellen met schuldhulp, u, 22-11-2026",
        "• Wandelen, u",
    ),
    (
        lambda s: s.consent(Consent(recipient="huisarts", items=("all",), on=TODAY, revoked=True)),
        lambda s: s.consent(Consent(recipient="huisarts", items=("all",), on=TODAY)),
        "nee",
        "ja, sinds 22-11-2026",
    ),
    (
        lambda s: s.change_situation(replace(s.conversation.situation, call_back="Na zessen")),
        lambda s: s.change_situation(replace(s.conversation.situation, call_back="Op het werk")),
        "terugbellen: Na zessen",
        "terugbellen: Op het werk",
    ),
    (
        lambda s: s.set_urgency(Urgency.TODAY, "Oogt ziek"),
        lambda s: s.set_urgency(Urgency.NOW, ""),
        "Vandaag: Oogt ziek",
        "Nu",
    ),
    (lambda s: s.close(), answering("area_body", "ok"), "afgerond", "nog open, er kwam iets bij"),
]


@pytest.mark.parametrize("mine, colleague, had, stands", SAID)
def test_everything_that_two_can_fill_in_is_said_in_words(two, mine, colleague, had, stands):
    two.do(mine, colleague)
    two.mine.take_in()
    state = Conflicts(two.desk, two.mine).to_ask()
    assert (state.had, state.stands) == (had, stands)
    assert state.title


def test_a_closing_that_is_held_back_says_why_and_stays(two):
    two.open()
    two.do(lambda session: session.close(), answering("suicide_thoughts", "recent"))
    two.qtbot.waitUntil(lambda: isinstance(two.screen.layer.sheet, FlagSheet), timeout=3000)
    two.screen.layer.close_sheet()
    sheet = two.wait_for_sheet()
    two.press(Key.Key_2, Ctrl)
    assert sheet.fault.isVisible()
    assert two.mine.conversation.closed is None
    assert isinstance(two.mine.contests()[0].change, c.Closed)


def test_what_a_colleague_closes_goes_on_at_the_papers(two):
    two.open()
    two.do(lambda session: session.note("area_body", "Net getypt"), lambda session: session.close())
    two.qtbot.waitUntil(lambda: two.shell.went[-1:] == ["papers"], timeout=3000)
    assert two.mine.conversation.closed is not None
    assert two.mine.conversation.notes["area_body"] == "Net getypt"
