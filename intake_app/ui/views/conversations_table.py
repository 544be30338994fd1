"""The table of conversations: the whole row is the target, Enter opens, Del deletes, Shift+F10 tells what more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from intake_app.core.text import Language
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.presenters.conversations import RowView
from intake_app.ui.views.conversations_rows import MORE, ConversationRows
from intake_app.ui.views.table_look import ENTER


class ConversationTable(ConversationRows):
    """Tells what is wanted of a talk. What more can be done stands on the row that is chosen or pointed at."""

    opened = Signal(str)
    removal_asked = Signal(str)
    rights_asked = Signal(str)
    handing_asked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._has_more, self._more_at = True, -1
        self._about: RowView | None = None
        self.cellClicked.connect(self._on_clicked)
        self.currentCellChanged.connect(self._on_current)
        self.cellEntered.connect(self._on_pointed)
        self.setMouseTracking(True)
        self._make_menu()

    def _make_menu(self) -> None:
        # An action that Qt makes by itself can turn out dead after a hand-over: PySide mistakes it for that of an
        # earlier list. One made here does not.
        self.menu = QMenu(self)
        self.rights = QAction(self.tr("Rechten van de persoon …"), self.menu)
        self.handing = QAction(self.tr("Overdragen …"), self.menu)
        self.remove = QAction(self.tr("Verwijderen …"), self.menu)
        self.menu.addActions([self.rights, self.handing, self.remove])
        self.rights.triggered.connect(self._on_rights)
        self.handing.triggered.connect(self._on_handing)
        self.remove.triggered.connect(self._on_remove)

    def set_more(self, *, has_more: bool, can_hand_over: bool) -> None:
        """Decide what more can be done about a talk; nothing while one can only read."""
        self._has_more = has_more
        self.handing.setVisible(can_hand_over)
        self.setColumnHidden(MORE, not has_more)
        self._take_more()
        self._put_more(self.currentRow())

    @override
    def show_rows(self, rows: tuple[RowView, ...]) -> None:
        """Show these rows; the place in the table stays."""
        self._take_more()
        super().show_rows(rows)
        self._put_more(self.currentRow())

    def _put_more(self, at: int) -> None:
        """Let this row, and no other, have the button."""
        if self._more_at != at:
            self._take_more()
        if not self._has_more or not 0 <= at < len(self._rows) or self.more is not None:
            return
        more = ActionButton(self.tr("Meer"), "", Kind.PLAIN)
        more.make_small()
        more.setAccessibleDescription(self._rows[at].who)
        more.clicked.connect(self._on_more)
        self._more_at = at
        self.setCellWidget(at, MORE, more)

    def _take_more(self) -> None:
        if self.more is not None:
            self.more.hide()
            self.removeCellWidget(self._more_at, MORE)
        self._more_at = -1

    @property
    def more(self) -> ActionButton | None:
        """The button on the row that is chosen or pointed at."""
        found = self.cellWidget(self._more_at, MORE) if self._more_at >= 0 else None
        return found if isinstance(found, ActionButton) else None

    def _tell(self, signal: SignalInstance, row: RowView | None) -> None:
        if row is not None:
            signal.emit(str(row.id))

    @Slot(int, int)
    def _on_clicked(self, row: int, column: int) -> None:
        if column != MORE:
            self._tell(self.opened, self.row_at(row))

    @Slot(int, int)
    def _on_current(self, row: int, _column: int) -> None:
        self._put_more(row)

    @Slot(int, int)
    def _on_pointed(self, row: int, _column: int) -> None:
        if self.more is None or not self.more.hasFocus():
            self._put_more(row)

    @Slot()
    def _on_rights(self) -> None:
        self._tell(self.rights_asked, self._about)

    @Slot()
    def _on_handing(self) -> None:
        self._tell(self.handing_asked, self._about)

    @Slot()
    def _on_remove(self) -> None:
        self._tell(self.removal_asked, self._about)

    @Slot()
    def _on_more(self) -> None:
        if self.more is not None:
            self._open_menu(self._more_at, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_menu(self, at: int, place: QPoint) -> None:
        row = self.row_at(at)
        if row is None or not self._has_more or self.menu.isVisible():
            return
        self._about = row
        self.remove.setVisible(row.may_remove)
        self.menu.popup(place)
        self.menu.setActiveAction(self.rights)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._open_menu(self.rowAt(event.pos().y()), event.globalPos())
        else:
            self._open_here()

    def _open_here(self) -> None:
        """Show what more can be done about the chosen row."""
        self._put_more(self.currentRow())
        self._on_more()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, delete by Del, show what more can be done by Shift+F10."""
        has_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        here = self.row_at(self.currentRow())
        if event.key() in ENTER:
            self._tell(self.opened, here)
        elif event.key() == Qt.Key.Key_Delete and self._has_more:
            self._tell(self.removal_asked, here)
        elif event.key() == Qt.Key.Key_F10 and has_shift:
            self._open_here()
        else:
            super().keyPressEvent(event)
