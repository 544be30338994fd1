"""The large fields of the person's side: pictures, rows, a scale with faces, and a pad of figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from intake_app.ui.fields.face import AMOUNT, FACE, paint_picture
from intake_app.ui.fields.face_row import LargeAnswers, LargeChoice
from intake_app.ui.fields.face_scale import FaceScale
from intake_app.ui.fields.keypad import Keypad

LEVELS = [at / 10 for at in range(11)]


def drawn(name, level):
    """Return a picture as it is painted."""
    image = QImage(88, 88, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_picture(painter, QRectF(0, 0, 88, 88), name, level)
    painter.end()
    return image


def inked(image):
    return sum(image.pixelColor(x, y).alpha() > 0 for x in range(88) for y in range(88))


@pytest.mark.usefixtures("house")
def test_every_face_differs_from_the_next():
    faces = [drawn(FACE, level) for level in LEVELS]
    assert all(one != other for one, other in pairwise(faces))


@pytest.mark.usefixtures("house")
def test_a_ring_fills_with_the_amount():
    amounts = [inked(drawn(AMOUNT, level)) for level in LEVELS]
    assert amounts == sorted(set(amounts))


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("name", ["check", "moon", "wallet"])
def test_an_icon_is_drawn_and_no_name_draws_nothing(name):
    assert inked(drawn(name, 0))
    assert not inked(drawn("", 0))


def places(scale):
    return {cell.geometry().top() for cell in scale.cells}


@pytest.mark.parametrize("width,lines", [(1000, 1), (700, 2), (300, 4)])
def test_numbers_that_do_not_fit_go_on_below(show, width, lines):
    scale = show(FaceScale(0, 10, LEVELS, ("niet", "half", "wel")), width, 900)
    assert len(places(scale)) == lines
    assert max(cell.geometry().right() for cell in scale.cells) < width


def test_a_scale_says_its_words_to_eye_and_ear(show):
    scale = show(FaceScale(0, 10, LEVELS, ("niet", "half", "wel")))
    assert scale.caption.text() == "0: niet · 5: half · 10: wel"
    assert [scale.cells[at].accessibleName() for at in (0, 1, 5, 10)] == ["0, niet", "1", "5, half", "10, wel"]


@pytest.mark.parametrize("direction,number", [(Qt.LayoutDirection.LeftToRight, 5), (Qt.LayoutDirection.RightToLeft, 3)])
def test_the_arrows_go_where_the_numbers_stand(show, direction, number):
    scale = show(FaceScale(0, 10))
    scale.setLayoutDirection(direction)
    scale.show_number(4)
    scale.focus_answer()
    QTest.keyClick(scale.cells[4], Qt.Key.Key_Right)
    assert scale.cells[number].hasFocus()


@pytest.mark.parametrize("keys,number", [("7", 7), ("10", 10), ("0", 0)])
def test_a_number_is_typed(show, qtbot, keys, number):
    scale = show(FaceScale(0, 10))
    with qtbot.waitSignal(scale.settled, timeout=3000):
        QTest.keyClicks(scale.cells[0], keys)
    assert scale.number == number


def test_many_rows_stand_in_two_columns_read_downwards(show):
    answers = show(LargeAnswers([LargeChoice(code=str(at), label=f"Keuze {at}") for at in range(8)]), 980, 700)
    lefts = [row.geometry().left() for row in answers.rows]
    assert lefts[0] == lefts[3] < lefts[4] == lefts[7]
    assert answers.rows[4].geometry().top() == answers.rows[0].geometry().top()


def test_choosing_a_row_moves_no_line(show):
    answers = show(
        LargeAnswers(
            [LargeChoice(code="a", label="Een antwoord van een paar woorden"), LargeChoice(code="b", label="Kort")]
        ),
        400,
    )
    before = [row.geometry() for row in answers.rows]
    answers.show_codes(["a"])
    assert [row.geometry() for row in answers.rows] == before


@pytest.mark.parametrize(
    "keys,number,shown", [("27", 27, "27 kg"), ("9", None, "9 kg"), ("271", 27, "27 kg"), ("", None, "Nog niets")]
)
def test_the_pad_takes_a_number_within_its_range(show, keys, number, shown):
    pad = show(Keypad(12, 70, "kg", "Nog niets", "Wissen"))
    QTest.keyClicks(pad.keys[0], keys)
    assert pad.number == number
    assert pad.shown.text() == shown


def test_the_pad_takes_the_last_figure_back_by_key_and_by_touch(show):
    pad = show(Keypad(0, 700, "kg", "Nog niets", "Wissen"))
    QTest.keyClicks(pad.keys[0], "123")
    QTest.keyClick(pad.keys[0], Qt.Key.Key_Backspace)
    QTest.mouseClick(pad.erase, Qt.MouseButton.LeftButton)
    assert pad.number == 1
