"""What is known of one of the people around the person: name, kind, how close, what it costs, who told it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.conversation.model import MOST_STRAIN, STRONGEST, TieKind
from intake_app.conversation.telling import LONGEST_NAME
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.entry import PickBox, TickBox
from intake_app.ui.fields.label import KeyCap, Label, Line
from intake_app.ui.presenters.ecogram import Ecogram, EcogramState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column

RESTING_MS = 600
"""A name is kept so long after the last letter: less than a second can be lost."""
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _NameLine(QLineEdit):
    """The name of somebody. Enter is done with it; Esc leaves what was typed last."""

    finished = Signal()
    given_up = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class TieForm(QWidget):
    """Fields about the chosen one; each goes to the presenter at once. `changed`: show the state again."""

    changed = Signal()
    finished = Signal()
    removed = Signal()

    def __init__(self, ecogram: Ecogram, desk: Desk) -> None:
        super().__init__()
        self._ecogram, self._shown = ecogram, ""
        self.name = _NameLine()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Zoals: mijn zus"))
        kinds = ((each.value, desk.text(f"tie.kind_{each.value}")) for each in TieKind)
        self.kind = PickBox(self.tr("Wie is het"), kinds)
        strengths = ((str(each), desk.text(f"tie.strength_{each}")) for each in reversed(range(STRONGEST + 1)))
        self.strength = PickBox(self.tr("Contact"), strengths)
        strains = ((str(each), desk.text(f"tie.strain_{each}")) for each in range(MOST_STRAIN + 1))
        self.strain = PickBox(self.tr("Kracht"), strains)
        self.along = TickBox(self.tr("Mag meedenken"), "M")
        self.teller = PickBox(self.tr("Verteld door"))
        self.remove = ActionButton(self.tr("Haal weg"), "Del", Kind.PLAIN)
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._strain_label = self._line(3, self.tr("Kracht"), self.strain, "S")
        self._line(0, self.tr("Naam"), self.name, "F2")
        self._line(1, self.tr("Wie is het"), self.kind, "1–7")
        self._line(2, self.tr("Contact"), self.strength, "← →")
        self._teller_label = self._line(4, self.tr("Verteld door"), self.teller, "")
        whole = column(Line(), self._grid, self.along, gap=8)
        whole.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)
        fields = [self.name, self.kind, self.strength, self.strain, self.teller, self.along, self.remove]
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)

    def _line(self, at: int, words: str, field: QWidget, key: str) -> Label:
        label = Label(words, Type.LABEL, Role.TEXT_SOFT, wraps=False)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(field, at, 1)
        if key:
            self._grid.addWidget(KeyCap(key), at, 2)
        return label

    def _connect(self) -> None:
        self.name.textEdited.connect(self._resting.start)
        self.name.finished.connect(self._on_finished)
        self.name.given_up.connect(self._on_given_up)
        self.name.editingFinished.connect(self.flush)
        self._resting.timeout.connect(self.flush)
        self.kind.picked.connect(self._on_kind)
        self.strength.picked.connect(self._on_strength)
        self.strain.picked.connect(self._on_strain)
        self.teller.picked.connect(self._on_teller)
        self.along.ticked.connect(self._on_along)
        self.remove.clicked.connect(self.removed)

    def show_state(self, state: EcogramState) -> None:
        """Show the chosen one; a name that is being typed stays."""
        tie = state.chosen
        self.setVisible(tie is not None)
        if tie is None:
            return
        is_typing = self.name.hasFocus() and tie.id == self._shown
        if not is_typing and self.name.text() != tie.name:
            self.name.setText(tie.name)
        self._shown = tie.id
        self.kind.show_code(tie.kind.value)
        self.strength.show_code(str(tie.strength))
        self.strain.show_code(str(tie.strain if state.may_strain else 0))  # hidden is not unread: a reader finds it
        self.along.setChecked(tie.may_think_along)
        self.teller.show_choices(state.tellers)
        self.teller.show_code(tie.told_by)
        for part in (self.strain, self._strain_label, self._key_of(3)):
            part.setVisible(state.may_strain)
        for part in (self.teller, self._teller_label):
            part.setVisible(bool(state.tellers))
        self.remove.setVisible(not state.is_new)

    def _key_of(self, at: int) -> QWidget:
        item = self._grid.itemAtPosition(at, 2)
        cap = item.widget() if item is not None else None
        return cap or self

    def focus_name(self) -> None:
        """Go to the name, to write or mend it."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    @Slot()
    def flush(self) -> None:
        """Keep the name as it is now."""
        self._resting.stop()
        tie = self._ecogram.chosen
        if tie is not None and tie.id == self._shown and self.name.text().strip() != tie.name:
            self._ecogram.call(self.name.text())
            self.changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.flush()
        self.finished.emit()

    @Slot()
    def _on_given_up(self) -> None:
        """Let go of a new one without a name; otherwise show the name that is kept."""
        self._resting.stop()
        self._ecogram.drop_new()
        self._shown = ""
        self.changed.emit()
        self.finished.emit()

    @Slot(str)
    def _on_kind(self, code: str) -> None:
        self._ecogram.be(TieKind(code))
        self.changed.emit()

    @Slot(str)
    def _on_strength(self, code: str) -> None:
        self._ecogram.stand(int(code))
        self.changed.emit()

    @Slot(str)
    def _on_strain(self, code: str) -> None:
        self._ecogram.cost(int(code))
        self.changed.emit()

    @Slot(str)
    def _on_teller(self, code: str) -> None:
        self._ecogram.tell(code)
        self.changed.emit()

    @Slot(bool)
    def _on_along(self, is_on: bool) -> None:
        self._ecogram.let_think(along=is_on)
        self.changed.emit()
