"""What all tables share: whole rows, words that stand below their heads, and the keys that go on with a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

ROW = 44
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HEAD = "QHeaderView::section { padding-left: 20px; }"
"""Heads stand above the words of their column."""


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
