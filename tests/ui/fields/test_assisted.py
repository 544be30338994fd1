"""What assistive technology turns is heard as if it was pressed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.chip import ChipButton, Tone
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.number_scale import ChoiceRow, NumberScale
from intake_app.ui.views.chips import Chips

CHOICES = [Choice(code=code, label=code) for code in ("ja", "soms", "nee")]


def turn(holder, name):
    """Turn what has this name as a screen reader does; it never clicks."""
    inside = holder.findChildren(type(holder).__base__)
    nodes = [QAccessible.queryAccessibleInterface(each) for each in (holder, *inside)]
    nodes += [node.child(at) for node in nodes for at in range(node.childCount())]
    node = next(each for each in nodes if each.text(QAccessible.Text.Name) == name)
    node.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


def test_one_of_several_is_chosen_and_the_talk_can_go_on(qtbot, shown):
    scale = shown(AnswerScale(CHOICES))
    with qtbot.waitSignals([scale.chosen, scale.settled], check_params_cbs=[lambda code: code == "soms", None]):
        turn(scale, "soms")
    turn(scale, "nee")
    assert scale.codes == ("nee",)


def test_several_are_ticked(qtbot, shown):
    scale = shown(AnswerScale(CHOICES, several=True))
    with qtbot.waitSignal(scale.ticked):
        turn(scale, "soms")
    turn(scale, "nee")
    assert scale.codes == ("soms", "nee")


@pytest.mark.parametrize(
    "make,name,signal,told",
    [
        (lambda: NumberScale("niet", "heel"), "7", "chosen", 7),
        (lambda: ChoiceRow((("a", "Gewoon"), ("b", "Groot"))), "Groot", "chosen", "b"),
        (lambda: ChipButton("Hier wil ik over praten", Tone.WISH), "Hier wil ik over praten", "marked", True),
        (lambda: TickBox("Ja, dat mag"), "Ja, dat mag", "ticked", True),
        (lambda: Chips({"a": "Alles", "b": "Niet af"}, "Welke"), "Niet af", "chosen", "b"),
    ],
)
def test_a_mark_a_tick_and_a_choice_are_told(qtbot, shown, make, name, signal, told):
    widget = shown(make())
    with qtbot.waitSignal(getattr(widget, signal)) as heard:
        turn(widget, name)
    assert heard.args == [told]


def test_showing_a_state_tells_nobody_and_the_chosen_one_can_be_taken_back(qtbot, shown):
    scale = shown(AnswerScale(CHOICES))
    with qtbot.assertNotEmitted(scale.chosen):
        scale.show_codes(["soms"])
        scale.show_codes([])
    assert scale.codes == ()
