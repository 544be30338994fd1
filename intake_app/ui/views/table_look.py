"""What all tables share: whole rows, words that stand below their heads, and the keys that go on with a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidgetItem,
)
from typing_extensions import override

ROW = 44
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
CELL_PADDING, LINE_ROOM = 36, 12
"""Pixels left and right of the words of a cell together, by the style sheet and Qt's own; and above and below."""
_HEAD = "QHeaderView::section { padding-left: 17px; }"
"""Heads stand above the words of their column."""


class WholeWords(QStyledItemDelegate):
    """A cell is as high as its words: Qt forgets the padding of the style sheet when it counts their lines.

    It asks for the width of its words on one line.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        table = self.parent()
        if not isinstance(table, QTableView):
            return super().sizeHint(option, index)
        room = QRect(0, 0, table.columnWidth(index.column()) - CELL_PADDING, 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        letters = table.fontMetrics()
        needed = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
        return QSize(letters.horizontalAdvance(words) + CELL_PADDING, needed.height() + LINE_ROOM)


def cell(words: str) -> QTableWidgetItem:
    """Return what stands in a cell; where it is cut, the tool tip has it whole."""
    made = QTableWidgetItem(words)
    made.setToolTip(words)
    return made


def shape_table(table: QTableView, name: str) -> QHeaderView:
    """Give a table the look and keys of all tables, and a name to read aloud; returns its heads, to set widths."""
    table.setAccessibleName(name)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setStyleSheet(_HEAD)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return head
