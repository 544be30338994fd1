"""Choosing between what two people filled in: a calm sheet, and a mark in the bar while something is left to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.bars import Header
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.card import Card
from intake_app.ui.fields.fault_line import FaultLine
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.presenters.conflict import Conflicts, ConflictState
from intake_app.ui.presenters.read_only import is_closed
from intake_app.ui.relay import relay
from intake_app.ui.screen import Screen
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import talk_parts as parts

WIDTH, BESIDE_EM = 760, 40
STANDS, HAD = "1", "2"


class ConflictSheet(QFrame):
    """What stands and what was filled in too, with equal weight. `settled` tells whether the other is kept.

    One may be typing when it opens: the focus is on leaving it for later, and the two choices have keys with Ctrl.
    """

    settled = Signal(bool)
    left = Signal()

    def __init__(self, state: ConflictState) -> None:
        super().__init__()
        self.state = state
        self.setProperty("look", "sheet")
        said = self.tr("Dit is intussen ook door iemand anders ingevuld") if state.is_own else ""
        self.title = Label(said or self.tr("Dit is twee keer ingevuld"), Type.TITLE)
        self.setAccessibleName(f"{self.title.text()}: {state.title}")
        self.stay = ActionButton(self.tr("Laat dit staan"), f"Ctrl {STANDS}")
        self.take = ActionButton(self.tr("Neem dit"), f"Ctrl {HAD}")
        self.later = ActionButton(self.tr("Later kiezen"), "Esc", Kind.PLAIN)
        self.stay.setAccessibleName(f"{self.stay.words}: {state.stands}")
        self.take.setAccessibleName(f"{self.take.words}: {state.had}")
        self.fault = FaultLine(Type.TEXT)
        self.fault.hide()
        self._lay_out()
        self.stay.clicked.connect(self._on_stay)
        self.take.clicked.connect(self._on_take)
        self.later.clicked.connect(self.left)
        self.setFocusProxy(self.later)

    def _lay_out(self) -> None:
        had = self.tr("U had:") if self.state.is_own else self.tr("Ook ingevuld:")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(16)
        self._beside.addWidget(_side(self.tr("Nu staat er:"), self.state.stands, self.stay), 1)
        self._beside.addWidget(_side(had, self.state.had, self.take), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(Label(self.state.title, Type.TEXT))
        column.addLayout(self._beside)
        column.addWidget(self.fault)
        place = self.tr("{number} van {count}").format(number=self.state.number, count=self.state.count)
        counter = Label(place if self.state.count > 1 else "", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        column.addLayout(parts.row(counter, None, self.later))
        column.addStretch(1)

    def show_fault(self, words: str) -> None:
        """Say why the other cannot be kept."""
        self.fault.setText(words)
        self.fault.show()
        self.fault.setAccessibleName(words)

    @Slot()
    def _on_stay(self) -> None:
        self.settled.emit(False)

    @Slot()
    def _on_take(self) -> None:
        self.settled.emit(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the one below the other where text is large."""
        super().resizeEvent(event)
        is_wide = current_theme().em(self.width()) >= BESIDE_EM
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Ctrl and a digit, leave it with Esc."""
        has_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif has_control and event.key() == Qt.Key.Key_1:
            self.stay.click()
        elif has_control and event.key() == Qt.Key.Key_2:
            self.take.click()
        else:
            super().keyPressEvent(event)


def _side(name: str, words: str, button: ActionButton) -> Card:
    side = Card()
    side.column.addWidget(Label(name, Type.LABEL, Role.TEXT_SOFT))
    side.column.addWidget(Label(words, Type.STRONG))
    side.column.addStretch(1)
    side.column.addSpacing(8)
    side.column.addLayout(parts.row(button, None))
    return side


class ConflictLayer(QObject):
    """Takes in what others changed while a screen shows their talk, and asks about what both filled in.

    `changed`: there may be something to choose. A screen that shares its overlay says when the sheet may open (`ask`),
    after the sheet of a flag; else it opens by itself. A mark in the header reopens what was left for later.
    """

    changed = Signal()

    def __init__(self, screen: Screen, header: Header, overlay: Overlay | None = None) -> None:
        super().__init__(screen)
        self._screen, self._header = screen, header
        self._overlay = overlay or Overlay(screen)
        self._session = screen.context.talk
        self._conflicts = Conflicts(screen.context.desk, self._session)
        self.mark = ActionButton("", kind=Kind.PLAIN, icon="compare")
        self.mark.clicked.connect(self._on_mark)
        header.add(self.mark)
        self._relay = relay()
        self._session.listen(self._tell)
        screen.installEventFilter(self)
        self.show_mark()
        if overlay is None:
            self.changed.connect(self.ask)
            QTimer.singleShot(0, self.ask)

    @property
    def sheet(self) -> ConflictSheet | None:
        """The sheet that is open."""
        sheet = None if self._overlay.isHidden() else self._overlay.sheet
        return sheet if isinstance(sheet, ConflictSheet) else None

    def show_mark(self) -> None:
        """Show in the bar whether something is left to choose."""
        words = self._conflicts.mark()
        if words and words != self.mark.words:
            self.mark.set_words(words)
            self._header.fit()
        self._header.set_wanted(self.mark, is_wanted=bool(words))

    @Slot()
    def ask(self) -> None:
        """Open the sheet when there is something to choose that was not left for later, and nothing else is open."""
        self.show_mark()
        state = self._conflicts.to_ask()
        if state is None or not self._screen.isVisible():
            return
        if all(layer.isHidden() for layer in self._screen.window().findChildren(Overlay)):
            self._open(state)

    def _open(self, state: ConflictState | None) -> None:
        if state is None:
            return
        sheet = ConflictSheet(state)
        sheet.settled.connect(self._on_settled)
        sheet.left.connect(self.leave)
        self._overlay.open(sheet, WIDTH, sheet.later)

    def _tell(self) -> None:
        """Pass on to the drawing thread that there is news; the screen may be gone by now."""
        self._relay.pass_on(self._on_came)

    @Slot()
    def _on_came(self) -> None:
        """Keep what is being typed on the state that it was typed on, and only then go on with the newer one."""
        self._screen.leave()
        if self._session.take_in():
            if is_closed(self._session):  # by somebody else: from here on it is to be read
                self._screen.context.shell.go("papers")
                return
            self._screen.refresh()
        self.show_mark()
        self.changed.emit()

    @Slot()
    def _on_mark(self) -> None:
        state = self._conflicts.first()
        if state is None:
            self._screen.context.shell.toast(self.tr("Dit kunt u kiezen zodra u even alleen bent."))
        self._open(state)

    @Slot(bool)
    def _on_settled(self, keep: bool) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        wrong = self._conflicts.settle(sheet.state.seq, keep=keep)
        if wrong:
            sheet.show_fault(wrong)
            return
        self._screen.refresh()
        self._overlay.close_layer()
        self.show_mark()
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Leave it for later; the mark stays."""
        self._conflicts.leave()
        self._overlay.close_layer()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look what others did when one comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self._session.look()
        return super().eventFilter(watched, event)
