"""The safety plan by keyboard: saved while one types, and out of sight with one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.read_only import place_when_reading
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.source import theme_source
from intake_app.ui.views.safety_plan import SafetyPlanScreen
from tests.ui.choosing_talk import NotingShell
from tests.ui.fake_desk import RESOURCES, FakeDesk, a_situation

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
HELPED = (Participant.PERSON, Participant.GGZ_PROFESSIONAL)
SISTER = PlanPerson(name="Mijn zus Els", number="06-12345678")


@pytest.fixture
def a_screen(show):
    def make(plan=None, present=HELPED, width=1366):
        desk = FakeDesk()
        session = desk.start(a_situation(participants=present))
        if plan is not None:
            session.plan_safety(plan)
        themes = theme_source()
        context = ScreenContext(desk=desk, shell=NotingShell(), themes=themes, resources=RESOURCES, session=session)
        screen = show(SafetyPlanScreen(context), width=width)
        screen.setFocus()
        return screen

    return make


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.window().focusWidget() or screen, key, modifier)


def typed(screen, words):
    QTest.keyClicks(screen.window().focusWidget(), words)


def plan_of(screen):
    return screen.context.talk.conversation.safety_plan


def test_one_types_at_once_and_goes_on_with_the_tab_key_in_the_order_of_the_paper(a_screen):
    screen = a_screen()
    typed(screen, "Ik slaap slecht")
    for words in ("Wandelen", "De buurvrouw", "Els", "06-1"):
        press(screen, Key.Key_Tab)
        typed(screen, words)
    screen.leave()
    assert plan_of(screen) == SafetyPlan(
        signs="Ik slaap slecht",
        own_steps="Wandelen",
        distraction="De buurvrouw",
        people=(PlanPerson(name="Els", number="06-1"),),
    )


def test_it_saves_itself_a_moment_after_the_last_key(a_screen, qtbot):
    screen = a_screen()
    typed(screen, "Slecht slapen")
    qtbot.waitUntil(lambda: plan_of(screen).signs == "Slecht slapen")


def test_what_is_there_is_shown_and_can_be_changed_by_row(a_screen):
    screen = a_screen(SafetyPlan(people=(SISTER,), helpers=(SISTER,), safer_home="Samen opruimen"))
    assert screen.parts["safer_home"].field.toPlainText() == "Samen opruimen"
    name, number = screen.people.rows[0]
    assert (name.text(), number.text()) == (SISTER.name, SISTER.number)
    name.clear()
    number.clear()
    screen.leave()
    assert plan_of(screen) == SafetyPlan(helpers=(SISTER,), safer_home="Samen opruimen")


def test_a_field_says_what_it_is_to_who_does_not_see_it(a_screen):
    screen = a_screen()
    assert screen.parts["signs"].field.accessibleName() == "Hieraan merk ik dat het minder gaat"
    assert screen.people.rows[1][0].accessibleName() == "Deze mensen mag ik bellen, 2: Naam"


def test_one_key_puts_it_out_of_sight_and_it_stays_so_when_one_comes_back(a_screen):
    screen = a_screen()
    typed(screen, "Slecht slapen")
    press(screen, Key.Key_F8)
    assert not screen.page.isVisible()
    assert plan_of(screen).signs == "Slecht slapen"
    again = a_screen()
    again.show_view(screen.view())
    assert again.is_out_of_sight
    again.do("picture")
    assert again.page.isVisible()


def test_without_anybody_trained_there_it_says_so_and_has_no_fields(a_screen):
    screen = a_screen(present=(Participant.PERSON,))
    assert not screen.fields.isVisible()
    assert "Die is er nu niet bij." in screen.about.text()


@pytest.mark.parametrize("where", ["conversation", "papers"])
def test_one_goes_back_or_on_to_the_papers_with_what_was_typed_kept(a_screen, where):
    screen = a_screen()
    typed(screen, "Slecht slapen")
    if where == "papers":
        screen.onward.setFocus()
        press(screen, Key.Key_Return)
    else:
        press(screen, Key.Key_Left, Alt)
    assert screen.context.shell.went == [where]
    assert plan_of(screen).signs == "Slecht slapen"


def test_the_columns_stand_under_one_another_where_there_is_no_room(a_screen):
    wide, narrow = a_screen(), a_screen(width=640)
    assert wide.people.x() < wide.helpers.x()
    assert narrow.people.x() == narrow.helpers.x()
    assert narrow.people.y() < narrow.helpers.y()


def test_who_only_reads_sees_the_papers_instead(a_screen):
    screen = a_screen()
    screen.context.desk.is_read_only = True
    assert place_when_reading(screen.context.desk, "safety_plan", screen.context.talk) == "papers"


def test_what_somebody_else_wrote_comes_in_and_what_one_types_stays(a_screen):
    screen = a_screen()
    typed(screen, "Slecht slapen")
    screen.context.talk.plan_safety(SafetyPlan(living_for="Mijn dochter"))
    screen.refresh()
    assert screen.parts["living_for"].field.toPlainText() == "Mijn dochter"
    screen.leave()
    assert plan_of(screen) == SafetyPlan(signs="Slecht slapen", living_for="Mijn dochter")
