"""What comes first, by keyboard, by mouse and by touch; saved while one types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from intake_app.conversation.model import Wish
from intake_app.ui.presenters.read_only import place_when_reading
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.source import theme_source
from intake_app.ui.views.priorities import PrioritiesScreen
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES

Key, Alt, Control = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class UndoingShell(NotingShell):
    """Keeps the way back that came with the last sentence."""

    def toast(self, text, undo=None):
        super().toast(text)
        self.undo = undo


@pytest.fixture
def a_screen(show):
    def make(*wishes):
        desk, session = a_full_talk()
        session.toggle_wish("money")
        for topic in wishes:
            session.wish(Wish(topic=topic))
        themes = theme_source()
        context = ScreenContext(desk=desk, shell=UndoingShell(), themes=themes, resources=RESOURCES, session=session)
        screen = show(PrioritiesScreen(context))
        screen.setFocus()
        return screen

    return make


@pytest.fixture
def screen(a_screen):
    return a_screen("money", "sleep", "contacts", "moving")


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.window().focusWidget() or screen, key, modifier)


def order(screen):
    return [wish.topic for wish in screen.context.talk.conversation.wishes]


def wish(screen, topic):
    return screen.context.talk.conversation.wish(topic)


def held_at(screen):
    """Return the place of the card whose grip has the focus."""
    return next((card.at for card in screen.cards if card.grip.hasFocus()), None)


def centre(widget, of):
    return widget.mapTo(of, widget.rect().center())


def drag(screen, at, to, *, drop=True):
    """Drag a card by its title to just beyond the middle of another."""
    card, target = screen.cards[at], screen.cards[to]
    screen.page.ensureWidgetVisible(card.title)
    start = centre(card.title, card)
    end = card.mapFromGlobal(target.mapToGlobal(QPoint(40, target.height() // 2 + (5 if to > at else -5))))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    for step in (start + QPoint(0, 4), start + QPoint(0, 30), end):
        QTest.mouseMove(card, step)
    if drop:
        QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=end)
    return end


def test_alt_with_the_arrows_moves_a_wish_from_anywhere_in_its_card_and_is_undone(screen):
    screen.cards[0].details.words.setFocus()
    press(screen, Key.Key_Down, Alt)
    press(screen, Key.Key_Down, Alt)
    assert order(screen) == ["sleep", "contacts", "money", "moving"]
    assert held_at(screen) == 2
    screen.context.talk.undo()
    screen.refresh()
    assert order(screen) == ["sleep", "money", "contacts", "moving"]
    assert screen.cards[1].title.text() == "Geld en schulden"


def test_a_digit_on_the_grip_puts_a_wish_in_that_place(screen):
    screen.list.focus_card(3)
    press(screen, Key.Key_1)
    assert order(screen) == ["moving", "money", "sleep", "contacts"]
    assert held_at(screen) == 0


def test_the_grip_picks_up_and_plain_arrows_carry(screen):
    screen.list.focus_card(0)
    press(screen, Key.Key_Down)
    assert (held_at(screen), order(screen)[0]) == (1, "money")
    press(screen, Key.Key_Space)
    press(screen, Key.Key_Up)
    assert order(screen)[0] == "sleep"
    press(screen, Key.Key_Escape)
    press(screen, Key.Key_Down)
    assert (held_at(screen), order(screen)[0]) == (1, "sleep")


@pytest.mark.parametrize(
    "at, to, then",
    [
        (0, 1, ["sleep", "money", "contacts", "moving"]),
        (0, 3, ["sleep", "contacts", "moving", "money"]),
        (3, 0, ["moving", "money", "sleep", "contacts"]),
    ],
)
def test_a_wish_is_dragged_with_the_mouse(screen, at, to, then):
    drag(screen, at, to)
    assert order(screen) == then


def test_escape_while_dragging_leaves_everything_as_it_was(screen):
    end = drag(screen, 0, 2, drop=False)
    press(screen, Key.Key_Escape)
    QTest.mouseRelease(screen.cards[0], Qt.MouseButton.LeftButton, pos=end)
    assert order(screen)[0] == "money"


def test_a_wish_is_dragged_with_a_finger(screen):
    device = QTest.createTouchDevice()
    card, target = screen.cards[0], screen.cards[1]
    start, end = centre(card.title, screen), target.mapTo(screen, QPoint(40, target.height() // 2 + 5))
    QTest.touchEvent(screen, device).press(0, start, screen).commit()
    for step in (start + QPoint(0, 20), end):
        QTest.touchEvent(screen, device).move(0, step, screen).commit()
    QTest.touchEvent(screen, device).release(0, end, screen).commit()
    assert order(screen)[:2] == ["sleep", "money"]


def test_the_arrows_on_a_card_need_no_dragging(screen):
    screen.cards[1].up.click()
    assert order(screen)[:2] == ["sleep", "money"]
    assert not screen.cards[0].up.isEnabled()
    assert not screen.cards[3].down.isEnabled()


def test_only_the_first_three_get_the_details(screen):
    assert [card.details is not None for card in screen.cards] == [True, True, True, False]
    assert screen.later.isVisible()


def test_words_are_saved_while_one_types(screen, qtbot):
    QTest.keyClicks(screen.cards[1].details.words, "Doorslapen")
    qtbot.waitUntil(lambda: wish(screen, "sleep").text == "Doorslapen", timeout=1000)


def test_what_is_being_typed_stays_with_its_wish_when_that_moves(screen):
    screen.cards[0].details.words.setFocus()
    QTest.keyClicks(screen.cards[0].details.words, "Brieven")
    press(screen, Key.Key_Down, Alt)
    assert (wish(screen, "money").text, wish(screen, "sleep").text) == ("Brieven", "")
    assert screen.cards[1].details.words.toPlainText() == "Brieven"


def test_digits_on_a_scale_give_the_numbers_and_ask_what_makes_it_one_higher(screen):
    details = screen.cards[0].details
    details.important.focus_answer()
    press(screen, Key.Key_8)
    details.sure.focus_answer()
    press(screen, Key.Key_5)
    assert (wish(screen, "money").importance, wish(screen, "money").confidence) == (8, 5)
    assert details.higher_label.text() == "Wat maakt het een 6?"


def test_s_makes_it_a_first_step_and_the_toast_takes_it_back(screen):
    details = screen.cards[0].details
    details.higher.setFocus()
    QTest.keyClicks(details.higher, "Samen openen")
    press(screen, Key.Key_Return, Control)
    press(screen, Key.Key_S)
    plan = screen.context.talk.conversation.plan
    assert [step.smallest_start for step in plan.steps] == ["Samen openen"]
    screen.context.shell.undo()
    assert not screen.context.talk.conversation.plan.steps


def test_s_without_words_goes_to_where_they_are_written(screen):
    screen.list.focus_card(1)
    press(screen, Key.Key_S)
    assert screen.cards[1].details.higher.hasFocus()
    assert screen.context.shell.undo is None


def test_delete_takes_a_wish_away_and_the_toast_brings_it_back(screen):
    screen.list.focus_card(1)
    press(screen, Key.Key_Delete)
    assert "sleep" not in order(screen)
    screen.context.shell.undo()
    assert order(screen) == ["money", "sleep", "contacts", "moving"]


def test_n_goes_to_what_else_came_up_and_enter_adds_it(a_screen):
    screen = a_screen("money")
    press(screen, Key.Key_N)
    topic = screen.window().focusWidget().objectName()
    press(screen, Key.Key_Return)
    assert order(screen) == ["money", topic]
    assert held_at(screen) == 1


def test_without_wishes_it_says_what_to_do_and_offers_what_came_up(a_screen):
    screen = a_screen()
    assert screen.none.isVisible()
    assert "Kies samen" in screen.none.words.text()
    screen.offers.buttons[0].click()
    assert not screen.none.isVisible()
    assert len(order(screen)) == 1


def test_enter_goes_on_to_choosing_and_alt_left_back_to_the_talk(screen):
    press(screen, Key.Key_Return)
    press(screen, Key.Key_Left, Alt)
    assert screen.context.shell.went == ["choose", "conversation"]


def test_a_talk_that_is_only_read_shows_its_papers_instead(screen):
    desk, talk = screen.context.desk, screen.context.talk
    desk.is_read_only = True
    assert place_when_reading(desk, "priorities", talk) == "papers"
