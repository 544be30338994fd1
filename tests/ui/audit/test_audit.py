"""The audit itself: each deliberate fault is found, and a sound form has none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.label import ElidedLabel, Label
from intake_app.ui.fields.number_scale import NumberScale
from intake_app.ui.theme.focus import install_focus_ring
from tests.ui.audit.audit import audit, look_over
from tests.ui.audit.faults import Kind
from tests.ui.audit.nodes import Role, nodes
from tests.ui.audit.strays import Strays

LONG = "Woorden waar deze plaats te smal voor is"


@pytest.fixture
def form(show):
    """Return what shows these parts below one another, in a window with the house's ring."""

    def form(*parts, ringed=True):
        window = QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(20)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        if ringed:
            install_focus_ring(window)
        return show(window, 800, 600)

    return form


def kinds(window):
    return {fault.kind for fault in audit(window)}


def named(widget, name="Iets"):
    widget.setAccessibleName(name)
    return widget


def sized(widget, width, height):
    widget.setFixedSize(width, height)
    return widget


def styled(widget, rules):
    widget.setStyleSheet(rules)
    return widget


def a_trap():
    table = named(QTableWidget(3, 3), "Tabel")
    table.setHorizontalHeaderLabels(["een", "twee", "drie"])
    return table


def a_swallower():
    note = named(QPlainTextEdit(), "Notitie")
    note.setPlainText("tekst")
    return note


def unreachable():
    button = ActionButton("Verstopt")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def cut_by(width, label):
    label.setFixedWidth(width)
    return label


def overlapping():
    holder = QWidget()
    row = QHBoxLayout(holder)
    one, other = ActionButton("Een"), ActionButton("Twee")
    row.addWidget(one)
    row.addWidget(other)
    holder.setFixedSize(90, 50)
    for button in (one, other):
        button.setMinimumWidth(80)
    return holder


FAULTY = {
    "a button without words": (QToolButton, Kind.NAME),
    "a field without a name": (QLineEdit, Kind.NAME),
    "a list without a label": (lambda: named(QComboBox()), Kind.BUDDY),
    "a thing to press without a role": (lambda: focusable(named(QWidget())), Kind.ROLE),
    "a button of 20 px": (lambda: sized(named(QToolButton()), 20, 20), Kind.SMALL),
    "a table that keeps Tab": (a_trap, Kind.TRAP),
    "a text that keeps Tab": (a_swallower, Kind.TRAP),
    "a button for the mouse alone": (unreachable, Kind.UNREACHED),
    "pale words": (lambda: styled(QLabel("Bleek"), "color: #B0B0A8"), Kind.PALE),
    "a line that is cut": (lambda: cut_by(60, Label(LONG, wraps=False)), Kind.CUT),
    "a word that is cut": (lambda: cut_by(30, Label("onverbreekbaar")), Kind.CUT),
    "lines that are cut": (lambda: sized(Label(LONG), 120, 20), Kind.CUT),
    "a button whose words are cut": (lambda: sized(ActionButton(LONG), 80, 40), Kind.CUT),
    "a hint that is cut": (lambda: cut_by(60, with_hint(named(QLineEdit()))), Kind.CUT),
    "a part outside its holder": (lambda: holding(sized(ActionButton("Hier"), 300, 40)), Kind.OUTSIDE),
    "parts over one another": (overlapping, Kind.OVERLAP),
}


def focusable(widget):
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.setMinimumSize(80, 40)
    return widget


def with_hint(line):
    line.setPlaceholderText(LONG)
    return line


def holding(part):
    holder = sized(QWidget(), 100, 60)
    part.setParent(holder)
    return holder


@pytest.mark.parametrize("make,kind", FAULTY.values(), ids=FAULTY)
def test_a_deliberate_fault_is_found(form, make, kind):
    assert kind in kinds(form(ActionButton("Ervoor"), make(), ActionButton("Erna")))


def test_a_sound_form_has_no_fault(form):
    label, field = Label("Naam"), QLineEdit()
    label.setBuddy(field)
    named(field, "Naam")
    options = AnswerScale([Choice(code="a", label="Ja"), Choice(code="b", label="Nee")])
    found = look_over(form(label, field, options, NumberScale("niet", "heel", "Hoe zeker"), ActionButton("Verder")))
    assert found.faults == []
    assert found.nodes > 15
    assert min(found.targets.values()) >= 32
    assert min(found.text.values()) >= 4.5
    assert len(found.rings) == 4


def test_a_focus_that_cannot_be_seen_is_found(form):
    window = form(ActionButton("Een"), ActionButton("Twee"), ringed=False)
    assert {fault.kind for fault in audit(window)} == {Kind.RING}


def test_tab_that_goes_back_up_is_found(form):
    one, two, three, four = (ActionButton(words) for words in ("Een", "Twee", "Drie", "Vier"))
    window = form(one, two, three, four)
    for before, after in ((one, three), (three, two), (two, four)):
        QWidget.setTabOrder(before, after)
    assert Kind.ORDER in kinds(window)


def test_what_is_cut_on_purpose_has_its_words_in_a_tool_tip(form):
    label = ElidedLabel(LONG)
    window = form(label)
    label.setFixedWidth(80)
    assert kinds(window) == set()
    assert label.toolTip() == LONG
    label.setToolTip("")
    assert kinds(window) == {Kind.CUT}


def test_one_of_several_is_spoken_as_such(form):
    options = [Choice(code="a", label="Ja"), Choice(code="b", label="Nee")]
    window = form(AnswerScale(options), NumberScale("niet", "heel"))
    assert [node.role for node in nodes(window) if node.name in {"Ja", "Nee", "5"}] == [Role.RadioButton] * 3


def test_a_part_that_is_shown_before_it_has_its_place_is_found(qtbot):
    strays, loose = Strays(folder="/test_audit.py"), QPushButton("los")
    qtbot.addWidget(loose)
    loose.setVisible(True)
    assert [each.split(":")[0] for each in strays.shown] == ["QPushButton"]
