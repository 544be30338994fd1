"""Agreements by keyboard, saved while one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.agree import AgreeScreen
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot, house):
    desk, session = a_full_talk()
    for kind in ("huisarts", "geldfit"):
        Choosing(desk, session).take(kind)
    context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
    made = AgreeScreen(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.window().focusWidget() or screen, key, modifier)


def plan(screen):
    return screen.context.talk.conversation.plan


def test_what_was_chosen_is_kept_at_once(screen):
    assert len(plan(screen).steps) == 2
    assert plan(screen).when_worse


def test_n_adds_a_step_and_leaving_keeps_what_was_typed(screen):
    press(screen, Key.Key_N)
    QTest.keyClicks(screen.window().focusWidget(), "Zus bellen")
    screen.leave()
    assert plan(screen).steps[2].text == "Zus bellen"


def test_control_down_moves_a_step(screen):
    first = plan(screen).steps[0].text
    screen.steps.rows[0].card.focus_first()
    press(screen, Key.Key_Down, Control)
    assert plan(screen).steps[1].text == first


def test_the_safety_net_saves_while_one_types(screen, qtbot):
    screen.net.worse.setPlainText("Bel zus.")
    qtbot.waitUntil(lambda: plan(screen).when_worse == "Bel zus.", timeout=3000)


def test_confidence_asks_what_makes_it_one_higher(screen):
    screen.sure.press_digit("6")
    assert screen.higher_label.text() == "Wat maakt het een 7?"
    screen.higher.setPlainText("Als zij erbij is")
    screen.leave()
    assert screen.context.talk.conversation.notes["confidence"] == "Als zij erbij is"


def test_taking_a_step_away_takes_the_choice_along(screen):
    screen.steps.removed.emit(0)
    assert screen.context.talk.conversation.choice("huisarts") is None
    assert len(screen.steps.rows) == 1


def test_enter_goes_to_the_papers(screen):
    press(screen, Key.Key_Return)
    assert screen.context.shell.went == ["papers"]


def test_the_closing_question_is_there(screen):
    words = [label.text() for label in screen.net.findChildren(type(screen.net.call_back))]
    assert any("Welke vragen hebt u nog?" in each for each in words)
