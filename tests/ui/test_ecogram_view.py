"""The drawing of who is around, by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.conversation.model import Tie, TieKind
from intake_app.questionnaire.situation import Participant
from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import Look
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.ecogram import EcogramScreen
from intake_app.ui.views.papers import PapersScreen
from tests.ui.choosing_talk import NotingShell, PaperDesk
from tests.ui.fake_desk import RESOURCES, FakeDesk, a_situation

Key = Qt.Key
SISTER = Tie(id="z", name="Mijn zus", kind=TieKind.FAMILY, strength=3, strain=1)
NEIGHBOUR = Tie(id="b", name="De buurman", kind=TieKind.NEIGHBOUR, strength=1)


class Shell(NotingShell):
    """Keeps the way back of a toast."""

    def toast(self, text, undo=None):
        super().toast(text)
        self.undo = undo


@pytest.fixture
def make(show, house):
    def make(*ties, screen=EcogramScreen, **changes):
        desk = PaperDesk() if screen is PapersScreen else FakeDesk()
        session = desk.start(a_situation(**changes))
        for tie in ties:
            session.tie(tie)
        context = ScreenContext(desk=desk, shell=Shell(), themes=house, resources=RESOURCES, session=session)
        made = show(screen(context))
        made.setFocus()
        return made

    return make


def press(screen, *keys):
    for key in keys:
        QTest.keyClick(screen.window().focusWidget() or screen, key)


def type_in(screen, words):
    QTest.keyClicks(screen.window().focusWidget(), words)


def ties(screen):
    return screen.context.talk.conversation.ties


def said_on(screen):
    """Return every word of the list, of the drawing, and of the legend that can be seen."""
    rows = [screen.list.item(at).text() for at in range(screen.list.count())]
    legend = [each.accessibleName() for each in screen.legend.weights if each.isVisible()]
    return " ".join([*rows, screen.picture.accessibleName(), *legend])


def middle(screen, at):
    return screen.picture.place_of(screen.ecogram.state().figures[at]).center().toPoint()


def test_a_whole_drawing_is_made_by_keys_alone(make):
    screen = make()
    press(screen, Key.Key_N)
    type_in(screen, "Mijn zus")
    press(screen, Key.Key_Return, Key.Key_2, Key.Key_Right, Key.Key_S, Key.Key_M, Key.Key_N)
    type_in(screen, "Mijn baas")
    press(screen, Key.Key_Return, Key.Key_5, Key.Key_Left, Key.Key_S, Key.Key_S)
    said = [(tie.name, tie.kind, tie.strength, tie.strain, tie.may_think_along) for tie in ties(screen)]
    assert said == [("Mijn zus", "family", 3, 1, True), ("Mijn baas", "work", 1, 2, False)]
    assert len({tie.id for tie in ties(screen)}) == 2


def test_a_name_is_kept_within_a_second_while_one_types(make, qtbot):
    screen = make()
    press(screen, Key.Key_N)
    type_in(screen, "Fati")
    assert ties(screen) == ()
    qtbot.waitUntil(lambda: [tie.name for tie in ties(screen)] == ["Fati"], timeout=1000)
    type_in(screen, "ma")
    screen.leave()
    assert [tie.name for tie in ties(screen)] == ["Fatima"]
    assert screen.form.name.text() == "Fatima"


def test_escape_lets_somebody_without_a_name_go_and_leaves_a_name_as_it_was(make):
    screen = make(SISTER)
    press(screen, Key.Key_N, Key.Key_Escape, Key.Key_F2)
    type_in(screen, "iets anders")
    press(screen, Key.Key_Escape)
    assert ties(screen) == (SISTER,)
    assert screen.list.hasFocus()
    assert screen.form.name.text() == "Mijn zus"


def test_what_is_being_typed_goes_to_its_own_person_when_another_is_picked(make):
    screen = make(SISTER, NEIGHBOUR)
    press(screen, Key.Key_F2)
    type_in(screen, "Els")
    QTest.mouseClick(screen.picture, Qt.MouseButton.LeftButton, pos=middle(screen, 1))
    assert [tie.name for tie in ties(screen)] == ["Els", "De buurman"]
    assert screen.form.name.text() == "De buurman"


def test_taking_somebody_out_can_be_taken_back(make):
    screen = make(SISTER, NEIGHBOUR)
    press(screen, Key.Key_Down, Key.Key_Delete)
    assert ties(screen) == (SISTER,)
    assert screen.context.shell.said == ["Weggehaald."]
    screen.context.shell.undo()
    assert ties(screen) == (SISTER, NEIGHBOUR)
    assert screen.context.shell.went == ["ecogram"]


@pytest.mark.parametrize("strength", range(4))
def test_pulling_somebody_nearer_or_farther_says_how_close_they_are(make, strength):
    screen = make(Tie(id="z", name="Mijn zus", strength=2 if strength != 2 else 0))
    to, begin = screen.picture.point_of(strength).toPoint(), middle(screen, 0)
    QTest.mousePress(screen.picture, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(screen.picture, (begin + to) / 2)
    QTest.mouseMove(screen.picture, to)
    QTest.mouseRelease(screen.picture, Qt.MouseButton.LeftButton, pos=to)
    assert ties(screen)[0].strength == strength


def test_a_click_alone_changes_nothing(make):
    screen = make(SISTER, NEIGHBOUR)
    QTest.mouseClick(screen.picture, Qt.MouseButton.LeftButton, pos=middle(screen, 1))
    assert ties(screen) == (SISTER, NEIGHBOUR)
    assert screen.list.currentItem().text().startswith("De buurman")


def test_the_fields_do_the_same_as_the_keys(make):
    screen = make(SISTER)
    for box, code in ((screen.form.kind, "friend"), (screen.form.strength, "0"), (screen.form.strain, "2")):
        box.show_code(code)
        box.activated.emit(box.currentIndex())
    screen.form.along.click()
    said = ties(screen)[0]
    assert (said.kind, said.strength, said.strain, said.may_think_along) == ("friend", 0, 2, True)
    screen.form.remove.click()
    assert ties(screen) == ()


def test_the_empty_screen_says_how_to_begin(make):
    screen = make()
    assert screen.none.isVisible()
    assert screen.none.text() == "Wie is er om u heen? Begin met één naam."
    press(screen, Key.Key_Return)
    assert screen.form.name.hasFocus()


def test_one_key_puts_every_name_out_of_sight(make):
    screen = make(SISTER, NEIGHBOUR)
    press(screen, Key.Key_F8)
    assert not screen.page.isVisible()
    press(screen, Key.Key_Delete, Key.Key_S, Key.Key_2)
    assert ties(screen) == (SISTER, NEIGHBOUR)
    press(screen, Key.Key_F8)
    assert screen.page.isVisible()
    assert screen.list.hasFocus()


def test_while_a_relative_is_there_nothing_on_the_screen_tells_what_anybody_costs(make):
    screen = make(SISTER, participants=(Participant.PERSON, Participant.RELATIVE))
    press(screen, Key.Key_S)
    assert not screen.form.strain.isVisible()
    assert "kracht" not in said_on(screen)
    assert screen.when_alone.isVisible()
    press(screen, Key.Key_A)
    assert screen.form.strain.isVisible()
    assert "kost soms kracht" in said_on(screen)


def test_who_sees_no_drawing_hears_the_same(make):
    screen = make(SISTER, NEIGHBOUR)
    assert "Mijn zus: familie, heel dichtbij, kost soms kracht." in screen.picture.accessibleName()
    assert screen.list.item(0).text() == "Mijn zus: familie, heel dichtbij, kost soms kracht"


def test_the_two_ticks_of_the_papers(make):
    screen = make(SISTER, screen=PapersScreen)
    around = screen.side.around
    assert not around.with_summary.isVisible()
    around.on_own.click()
    screen.list.rows["huisarts_summary"].click()
    screen.side.consent.tick.click()
    around.with_summary.click()
    items = {each.recipient: each.items for each in screen.context.talk.conversation.consents}
    assert items == {"huisarts": ("all", "around"), "person": ("around",)}
    assert not make(screen=PapersScreen).side.around.isVisible()


def test_page_down_shows_the_drawing_where_text_is_so_large_that_it_stands_below(make):
    put_look(RESOURCES, Look(text_percent=200))
    screen = make(SISTER, NEIGHBOUR)
    press(screen, Key.Key_PageDown)
    assert screen.page.verticalScrollBar().value() > 0
