"""What was found, as a list: thousands of lines, of which only those that are seen are made."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy
from typing_extensions import override

from intake_app.core.ids import ServiceId
from intake_app.directory.query import Hit
from intake_app.ui.presenters.directory_rows import RowView, place_in
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.directory_row import PICKED_ROLE, ROW_ROLE, RowDelegate, box_place, fact_lines, row_height
from intake_app.ui.views.table_look import ENTER

LEAST_LINES, SEEN_LINES = 2, 200
"""So many lines are remembered in words; a screen shows a dozen."""
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class FoundModel(QAbstractListModel):
    """The services that were found, and which of them were picked for a leaflet, in the order of picking."""

    def __init__(self, row_of: Callable[[Hit], RowView], picked_words: str) -> None:
        super().__init__()
        self._row_of = lru_cache(SEEN_LINES)(row_of)
        self._picked_words = picked_words
        self.hits: tuple[Hit, ...] = ()
        self.picked: tuple[ServiceId, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other services; what was picked stays picked."""
        self.beginResetModel()
        self._row_of.cache_clear()
        self.hits = hits
        self.endResetModel()

    def pick(self, *ids: ServiceId) -> None:
        """Pick these, and no others."""
        self.picked = ids
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1), [PICKED_ROLE])

    def turn(self, at: int) -> None:
        """Pick a service, or let it go."""
        id_ = self.hits[at].service.id
        stays = tuple(each for each in self.picked if each != id_)
        self.pick(*(stays if id_ in self.picked else (*stays, id_)))

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        hit = self.hits[index.row()]
        if role == PICKED_ROLE:
            is_picked = hit.service.id in self.picked
            return Qt.CheckState.Checked if is_picked else Qt.CheckState.Unchecked
        if role == ROW_ROLE:
            return self._row_of(hit)
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._row_of(hit)
            return "\n".join(filter(None, (row.name, row.about, row.hindrance, row.speaks, row.facts, row.mark.words)))
        if role in {_DISPLAY, Qt.ItemDataRole.AccessibleTextRole}:
            spoken = self._row_of(hit).spoken
            return f"{spoken}, {self._picked_words}" if hit.service.id in self.picked else spoken
        return None


class FoundList(QListView):
    """Enter opens, Space picks, letters go on in the search field; Up from the first line goes there too."""

    looked_at = Signal()
    opened = Signal()
    picked = Signal()
    typed = Signal(str)
    stepped_up = Signal()

    def __init__(self, row_of: Callable[[Hit], RowView], picked_words: str) -> None:
        super().__init__()
        self.found = FoundModel(row_of, picked_words)
        self.setModel(self.found)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(self.tr("Wat er gevonden is"))
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.opened)
        theme_source().changed.connect(self._fit)
        self._fit()

    @property
    def chosen(self) -> Hit | None:
        """The service that the line stands on."""
        at = self.currentIndex().row()
        return self.found.hits[at] if 0 <= at < len(self.found.hits) else None

    def show_hits(self, hits: tuple[Hit, ...], wanted: str = "") -> None:
        """Show what was found; the line goes to the service wanted where it is there, else to the first."""
        self.found.show_hits(hits)
        if hits:
            at = self.found.index(place_in(hits, wanted))
            self.setCurrentIndex(at)
            # In the middle: the list may still become lower once the service beside it is shown.
            self.scrollTo(at, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.looked_at.emit()

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(LEAST_LINES * row_height(self.viewport().width()) + current_theme().px(4))
        self.scheduleDelayedItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if fact_lines(event.size().width()) != fact_lines(event.oldSize().width()):
            self._fit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.looked_at.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_text = bool(event.text()) and event.text().isprintable() and not event.modifiers() & _TYPING
        if event.key() in ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.stepped_up.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        elif is_text:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and self._is_on_box(at, event.position()):
            self._turn(at)
        else:
            super().mousePressEvent(event)

    def _is_on_box(self, at: QModelIndex, point: QPointF) -> bool:
        """Tell whether a point lies on the tick box of a line, or close to it."""
        room = current_theme().gap(10)
        return box_place(QRectF(self.visualRect(at))).adjusted(-room, -room, room, room).contains(point)

    def _turn(self, at: QModelIndex) -> None:
        if at.isValid():
            self.found.turn(at.row())
            self.picked.emit()
