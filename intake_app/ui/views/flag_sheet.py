"""The flag sheet: what to do first, whom to call, and recording that it was done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.flag_rows import ActionRow, CallRow
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.presenters.flags import CallLine, SheetState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.flag_form import FlagForm
from intake_app.ui.views.flag_rows import CallCard

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
SIDE = 32
EMERGENCY = "112"


class FlagSheet(QFrame):
    """One flag. It never closes by itself: it tells what was pressed, the screen decides.

    `recorded` carries a `FlagRecord`, `withdrawn` the reason.
    """

    recorded = Signal(object)
    withdrawn = Signal(str)
    set_aside = Signal()

    def __init__(self, state: SheetState) -> None:
        super().__init__()
        self.state = state
        self.setProperty("look", "sheet")
        self.setAccessibleName(state.title)
        self.form = FlagForm()
        self.form.show_sheet(state)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        inside = parts.Page()
        middle = QHBoxLayout(inside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._to_do(), 3)
        middle.addWidget(self.form, 2)
        column.addWidget(self._head())
        column.addWidget(parts.Scrolled(inside), 1)
        column.addWidget(Line())
        column.addWidget(self._foot())
        self._connect()
        self.setFocusProxy(next(iter(self.form.ticks.values())))

    def _make_buttons(self) -> None:
        self.keep = ActionButton(self.tr("Vastgelegd, ga verder"), "Enter", Kind.PRIMARY)
        self.aside = ActionButton(self.tr("Eerst handelen"), "Esc")
        self.take_back = ActionButton(self.tr("Klopt niet: intrekken"), kind=Kind.PLAIN)
        if not self.state.may_withdraw:
            self.take_back.hide()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Waarom klopt dit niet?"))
        self.reason.setAccessibleName(self.tr("Waarom klopt dit niet?"))
        self.confirm = ActionButton(self.tr("Trek in"), "Enter")
        self.leave_it = ActionButton(self.tr("Laat staan"), kind=Kind.PLAIN)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._on_keep)
        self.aside.clicked.connect(self.set_aside)
        self.take_back.clicked.connect(self._on_take_back)
        self.confirm.clicked.connect(self._on_confirmed)
        self.leave_it.clicked.connect(self._on_leave_it)

    def _head(self) -> QFrame:
        is_neutral = self.state.is_neutral
        head = QFrame()
        if not is_neutral:
            head.setProperty("look", "sheet_alarm")
        ink = Role.TEXT if is_neutral else Role.ALARM
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(self.state.title, Type.QUESTION, ink))
        self.said = Label(self.state.said)
        if not self.state.said:
            self.said.hide()
        words.addWidget(self.said)
        row = QHBoxLayout(head)
        row.setContentsMargins(SIDE, 16, SIDE, 16)
        row.setSpacing(16)
        row.addWidget(IconLabel("info" if is_neutral else "niet_pluis", ink, 30), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        level = Label(self.state.urgency, Type.STRONG, ink, wraps=False)
        row.addWidget(level, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _to_do(self) -> QFrame:
        side = QFrame()
        column = QVBoxLayout(side)
        column.setContentsMargins(SIDE, 20, SIDE, 20)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Nu doen"), Type.TITLE))
        for number, words in enumerate(self.state.actions, start=1):
            column.addWidget(ActionRow(str(number), words))
        for call in self.state.calls:
            column.addWidget(self._call(call))
        if self.state.say:
            said = self.tr("Zo kunt u het zeggen: “{words}”").format(words=self.state.say)
            row = parts.row(IconLabel("quote", Role.TEXT_SOFT), Label(said, Type.TEXT, Role.TEXT_SOFT))
            row.setStretch(1, 1)
            column.addLayout(row)
        column.addStretch(1)
        return side

    def _call(self, call: CallLine) -> QWidget:
        if call.number == EMERGENCY and not self.state.is_neutral:
            return CallRow("!", call.text, call.number)
        return CallCard(call)

    def _foot(self) -> QWidget:
        self._choices = QStackedWidget()
        usual = parts.row(self.take_back, None, self.aside, self.keep)
        asking = parts.row(self.leave_it, self.reason, self.confirm)
        asking.setStretch(1, 1)
        for line in (usual, asking):
            line.setContentsMargins(0, 0, 0, 0)
            buttons = QWidget()
            buttons.setLayout(line)
            self._choices.addWidget(buttons)
        page = QWidget()
        foot = QVBoxLayout(page)
        foot.setContentsMargins(SIDE, 14, SIDE, 16)
        foot.setSpacing(12)
        foot.addWidget(self._choices)
        foot.addWidget(Label(self.state.foot, Type.SMALL, Role.TEXT_SOFT))
        return page

    @property
    def is_asking_reason(self) -> bool:
        """Tell whether the reason for taking back is being asked."""
        return self._choices.currentIndex() == 1

    @Slot()
    def _on_keep(self) -> None:
        self.recorded.emit(self.form.record())

    @Slot()
    def _on_take_back(self) -> None:
        self._choices.setCurrentIndex(1)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_leave_it(self) -> None:
        self._choices.setCurrentIndex(0)
        self.form.show_fault("")

    @Slot()
    def _on_confirmed(self) -> None:
        self.withdrawn.emit(self.reason.text())

    def show_fault(self, words: str) -> None:
        """Say what is missing."""
        if self.is_asking_reason:
            self.form.fault.setText(words)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.show_fault(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records or takes back, digits tick."""
        if event.key() in ENTER and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            (self.confirm if self.is_asking_reason else self.keep).click()
        elif not self.form.press_digit(event.text()):
            super().keyPressEvent(event)
