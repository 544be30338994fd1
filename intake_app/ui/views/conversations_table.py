"""The table of conversations: the whole row is the target, Enter opens, Del deletes, Shift+F10 tells what more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableWidget, QTableWidgetItem
from typing_extensions import override

from intake_app.conversation.desk import Standing
from intake_app.core.text import Language
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.presenters.conversations import RowView
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.conversations_cards import day_words

ROW, ICON = 44, 18
MOST_LINES, NEXT_STEP, MORE, NARROW_EM = 6, 4, 5, 56
HEAD = "QHeaderView::section { padding-left: 20px; }"
"""Heads stand above the words of their column."""
ICONS = {
    Standing.TALKING: "talked",
    Standing.CHOOSING: "compare",
    Standing.AGREEING: "steps",
    Standing.PAPER: "file",
    Standing.CLOSED: "check",
}
OPEN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ConversationTable(QTableWidget):
    """When, who, what about, how far, the next step, and on the chosen row what more can be done."""

    opened = Signal(str)
    removal_asked = Signal(str)
    rights_asked = Signal(str)
    handing_asked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__(0, 6)
        self._language: Language = language
        self._rows: tuple[RowView, ...] = ()
        self._has_more, self._more_at = True, -1
        self._about: RowView | None = None
        self.setHorizontalHeaderLabels(
            [
                self.tr("Wanneer"),
                self.tr("Wie"),
                self.tr("Ging over"),
                self.tr("Stand"),
                self.tr("Volgende stap"),
                "",
            ]
        )
        self.setAccessibleName(self.tr("Gesprekken"))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self._shape_head()
        self._fit()
        theme_source().changed.connect(self._fit)
        self.cellClicked.connect(self._on_clicked)
        self.currentCellChanged.connect(self._on_current)
        self.cellEntered.connect(self._on_pointed)
        self.setMouseTracking(True)
        self._make_menu()

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        self.rights = self.menu.addAction(self.tr("Rechten van de persoon …"))
        self.handing = self.menu.addAction(self.tr("Overdragen …"))
        self.remove = self.menu.addAction(self.tr("Verwijderen …"))
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

    def _shape_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStyleSheet(HEAD)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(100)

    @Slot()
    def _fit(self) -> None:
        theme = current_theme()
        self.verticalHeader().setDefaultSectionSize(theme.height(ROW))
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        lines = min(self.rowCount(), MOST_LINES) + 1
        self.setMinimumHeight(lines * theme.height(ROW) + theme.px(ICON))
        self._fold()

    def _fold(self) -> None:
        """Leave the last column out where the text is large for the window."""
        self.setColumnHidden(NEXT_STEP, current_theme().em(self.width()) < NARROW_EM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def show_rows(self, rows: tuple[RowView, ...]) -> None:
        """Show these rows; the place in the table stays."""
        at = max(self.currentRow(), 0)
        self._take_more()
        self._rows = rows
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            for column, item in enumerate(self._items(row)):
                self.setItem(line, column, item)
        self._fit()
        if rows:
            self.setCurrentCell(min(at, len(rows) - 1), 0)
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
        if self._more_at >= 0:
            self.removeCellWidget(self._more_at, MORE)
        self._more_at = -1

    @property
    def more(self) -> ActionButton | None:
        """The button on the row that is chosen or pointed at."""
        found = self.cellWidget(self._more_at, MORE) if self._more_at >= 0 else None
        return found if isinstance(found, ActionButton) else None

    def _items(self, row: RowView) -> tuple[QTableWidgetItem, ...]:
        about = self.tr("“{words}”").format(words=row.about) if row.about else self.tr("Nog niet gezegd")
        day = day_words(row.next_on, self._language) if row.next_on else ""
        next_ = ", ".join(word for word in (row.next_step, day) if word)
        standing = QTableWidgetItem(row.standing_text)
        standing.setIcon(parts.icon(ICONS[row.standing], Role.TEXT_SOFT))
        return (
            QTableWidgetItem(day_words(row.on, self._language)),
            QTableWidgetItem(row.who),
            QTableWidgetItem(about),
            standing,
            QTableWidgetItem(next_ or self.tr("geen")),
        )

    def row_at(self, at: int) -> RowView | None:
        """Return the talk on a line."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

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
        if event.key() in OPEN_KEYS:
            self._tell(self.opened, here)
        elif event.key() == Qt.Key.Key_Delete and self._has_more:
            self._tell(self.removal_asked, here)
        elif event.key() == Qt.Key.Key_F10 and has_shift:
            self._open_here()
        else:
            super().keyPressEvent(event)
