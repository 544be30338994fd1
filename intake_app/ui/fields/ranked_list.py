"""Cards in an order that one can change: by dragging, by keys, or with the arrows on each card."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.painting import Frame, paint_frame
from intake_app.ui.fields.ranked_card import Moved, RankedCard
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme, theme_source

GAP, LINE, EDGE = 12, 4, 40
"""Between cards, the line that shows where a card would land, and how near the edge of the page it scrolls."""


class RankedList(QWidget):
    """The cards below one another. They stay in their places: when the order changes they show something else."""

    moved = Signal(Moved)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[RankedCard] = []
        self._count = 0
        self._landing: Moved | None = None
        self._places = QVBoxLayout(self)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(GAP)
        theme_source().changed.connect(self.update)

    def add(self, card: RankedCard) -> None:
        """Add a place at the end."""
        self.cards.append(card)
        self._places.addWidget(card)
        card.moved.connect(self._on_moved)
        card.removed.connect(self.removed)
        card.walked.connect(self._on_walked)
        card.dragged.connect(self._on_dragged)
        card.dropped.connect(self._on_dropped)
        card.given_up.connect(self._on_given_up)

    def add_between(self, widget: QWidget) -> None:
        """Add something that is no place, after what is there."""
        self._places.addWidget(widget)

    def show_count(self, count: int) -> None:
        """Show so many places, from the top."""
        self._count = count
        for card in self.cards:
            card.setVisible(card.at < count)

    def focus_card(self, at: int) -> None:
        """Put the focus on the grip of a card; the last one where there are not so many."""
        if self._count:
            self.cards[min(max(at, 0), self._count - 1)].grip.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(Moved)
    def _on_moved(self, moved: Moved) -> None:
        to = min(max(moved.to, 0), self._count - 1)
        if to == moved.at:
            return
        is_held = self.cards[moved.at].grip.isChecked()
        self.cards[moved.at].let_go()
        self.moved.emit(Moved(at=moved.at, to=to))
        self.focus_card(to)
        self.cards[to].grip.setChecked(is_held)

    @Slot(int)
    def _on_walked(self, step: int) -> None:
        at = next((card.at for card in self.cards if card.grip.hasFocus()), 0)
        self.focus_card(at + step)

    @Slot(QPointF)
    def _on_dragged(self, at_screen: QPointF) -> None:
        card = next(card for card in self.cards if card.is_dragged)
        place = self.mapFromGlobal(at_screen).toPoint()
        above = sum(each.geometry().center().y() < place.y() for each in self.cards[: self._count])
        self._landing = Moved(at=card.at, to=above - (above > card.at))
        self._scroll_to(place)
        self.update()

    @Slot()
    def _on_dropped(self) -> None:
        landing = self._landing
        self._on_given_up()
        if landing is not None:
            self._on_moved(landing)

    @Slot()
    def _on_given_up(self) -> None:
        self._landing = None
        self.update()

    def _scroll_to(self, place: QPoint) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        page = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and page is not None:
            seen = self.mapTo(page, place)
            around.ensureVisible(seen.x(), seen.y(), 0, current_theme().px(EDGE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where the card that is dragged would land."""
        landing = self._landing
        if landing is None or landing.at == landing.to:
            return
        target = self.cards[landing.to].geometry()
        middle = target.bottom() + GAP / 2 if landing.to > landing.at else target.top() - GAP / 2
        accent = current_theme().colour(Role.ACCENT)
        place = QRectF(0, middle - LINE / 2, self.width(), LINE)
        paint_frame(QPainter(self), place, Frame(fill=accent, radius=LINE / 2))
