"""Answering by digit, by arrow and by click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.number_scale import ChoiceRow, NumberScale

CODES = ("ample", "enough", "short")
CHOICES = [Choice(code=code, label=code) for code in CODES]
SEVERAL = [
    Choice(code="food", label="Eten"),
    Choice(code="bed", label="Bed"),
    Choice(code="none", label="Niets", is_alone=True),
]


@pytest.mark.parametrize("digit,code", [("1", "ample"), ("3", "short")])
def test_a_digit_chooses_and_settles_a_moment_later(qtbot, shown, digit, code):
    scale = shown(AnswerScale(CHOICES))
    scale.focus_answer()
    told = []
    scale.chosen.connect(told.append)
    with qtbot.waitSignal(scale.settled):
        qtbot.keyClicks(QApplication.focusWidget(), digit)
        assert told == [code]
    assert scale.codes == (code,)


def test_a_digit_without_an_option_is_left_to_others(shown):
    assert shown(AnswerScale(CHOICES)).press_digit("4") is False


def test_arrows_move_without_choosing_and_enter_confirms(qtbot, shown):
    scale = shown(AnswerScale(CHOICES))
    scale.focus_answer()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert scale.codes == ()
    with qtbot.waitSignal(scale.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told.args == ["enough"]


def test_other_choices_take_the_place_of_those_before_and_none_is_chosen(qtbot, shown):
    scale = shown(AnswerScale(CHOICES))
    scale.press_digit("2")
    other = [Choice(code=code, label=code) for code in "abcd"]
    with qtbot.assertNotEmitted(scale.settled, wait=200):
        scale.show_choices(other)
    assert scale.codes == ()
    scale.press_digit("4")
    assert scale.codes == ("d",)
    scale.show_choices(other[:2])
    assert (scale.press_digit("3"), scale.press_digit("2"), scale.codes) == (False, True, ("b",))


def test_only_one_can_be_chosen_out_of_one(shown):
    scale = shown(AnswerScale(CHOICES))
    scale.press_digit("1")
    scale.press_digit("2")
    assert scale.codes == ("enough",)


def test_showing_an_answer_tells_nobody(qtbot, shown):
    scale = shown(AnswerScale(CHOICES))
    with qtbot.assertNotEmitted(scale.chosen):
        scale.show_codes(["short"])
    assert scale.codes == ("short",)


def test_choosing_moves_no_option(shown):
    scale = shown(AnswerScale(CHOICES))
    before = [option.geometry() for option in scale.children() if option.isWidgetType()]
    scale.press_digit("2")
    assert [option.geometry() for option in scale.children() if option.isWidgetType()] == before


def test_several_are_ticked_and_enter_confirms(qtbot, shown):
    scale = shown(AnswerScale(SEVERAL, several=True))
    scale.focus_answer()
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    assert scale.codes == ("food", "bed")
    with qtbot.waitSignal(scale.settled):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_a_digit_takes_a_tick_off_again(shown):
    scale = shown(AnswerScale(SEVERAL, several=True))
    scale.press_digit("1")
    scale.press_digit("1")
    assert scale.codes == ()


def test_none_of_these_excludes_the_others_both_ways(shown):
    scale = shown(AnswerScale(SEVERAL, several=True))
    scale.press_digit("1")
    scale.press_digit("3")
    assert scale.codes == ("none",)
    scale.press_digit("2")
    assert scale.codes == ("bed",)


def test_tab_stops_once_in_a_choice_of_one(shown):
    scale = shown(AnswerScale(CHOICES))
    scale.show_codes(["enough"])
    options = [child for child in scale.children() if child.isWidgetType()]
    stops = [bool(option.focusPolicy() & Qt.FocusPolicy.TabFocus) for option in options]
    assert stops == [False, True, False]


@pytest.mark.parametrize("typed,number", [("7", 7), ("10", 10), ("t", 10), ("0", 0)])
def test_a_number_is_typed(qtbot, shown, typed, number):
    scale = shown(NumberScale("niet zeker", "heel zeker"))
    scale.focus_answer()
    with qtbot.waitSignal(scale.chosen) as told:
        for key in typed:
            qtbot.keyClicks(QApplication.focusWidget(), key)
    assert told.args == [number]
    assert scale.number == number


def test_a_one_waits_for_the_zero_of_ten_and_is_one_without_it(qtbot, shown):
    scale = shown(NumberScale("niet zeker", "heel zeker"))
    with qtbot.waitSignal(scale.chosen) as told:
        scale.press_digit("1")
        assert scale.number == 1
    assert told.args == [1]


def test_arrows_walk_along_the_numbers(qtbot, shown):
    scale = shown(NumberScale("niet zeker", "heel zeker"))
    scale.show_number(5)
    scale.focus_answer()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    with qtbot.waitSignal(scale.chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told.args == [6]


def test_the_ends_of_the_row_are_spoken_with_their_words(shown):
    scale = shown(NumberScale("niet zeker", "heel zeker"))
    scale.show_number(10)
    scale.focus_answer()
    assert QApplication.focusWidget().accessibleName() == "10, heel zeker"


def test_one_of_two_ways_is_chosen(qtbot, shown):
    row = shown(ChoiceRow((("plain", "Gewoon"), ("large", "Extra groot"))))
    row.show_code("plain")
    with qtbot.waitSignal(row.chosen) as told:
        row.findChildren(type(row._options[1]))[1].click()
    assert (told.args, row.code) == (["large"], "large")
