"""One step of the tour over the real window: a frame around what it is about, and a note beside it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.tour import Step
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts

NOTE_WIDTH, AWAY, FRAME, RADIUS, ROOM = 400, 16, 4, 12, 8
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest})


class TourFrame(QWidget):
    """The frame. What is under it works as always."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().colour(Role.ACCENT), FRAME))
        half = FRAME / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)


class TourNote(QFrame):
    """What is said of the place. It keeps nobody from anything: all around it goes on working."""

    onward = Signal()
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("look", "card_resume")
        self.setAccessibleName(self.tr("Rondleiding"))
        self._window, self._frame = window, TourFrame(window)
        self._target: QWidget | None = None
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        self.place, self.title, self.words = parts.soft(""), parts.text("", Type.TITLE), parts.text("")
        self.end = parts.button(self.tr("Stoppen"), "Esc", Kind.PLAIN)
        self.next = parts.button("", "Enter", Kind.PRIMARY)
        self.next.setAutoDefault(True)  # Enter presses it
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for label in (self.place, self.title, self.words):
            column.addWidget(label)
        column.addLayout(parts.row(self.end, None, self.next))
        self.end.clicked.connect(self.ended)
        self.next.clicked.connect(self.onward)
        parts.on_escape(self, self.ended.emit)
        window.installEventFilter(self)
        theme_source().changed.connect(self._placing.start)

    def show_step(self, step: Step, target: QWidget | None, *, is_last: bool) -> None:
        """Say a step beside the part it is about; in the middle where that part is not on the screen now."""
        self.place.setText(step.place)
        self.title.setText(step.title)
        self.words.setText(step.words)
        self.next.set_words(self.tr("Klaar") if is_last else self.tr("Verder"))
        self._target = target
        if target is not None:
            target.installEventFilter(self)
            _bring_in_sight(target)
        self._place()
        self.show()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, step.spoken)
        self._placing.start()  # once the screen below has got its final size

    def put_away(self) -> None:
        """Go for good, frame and all."""
        for each in (self._frame, self):
            each.hide()
            each.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._placing.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _place(self) -> None:
        around = self._around()
        self._frame.setVisible(not around.isEmpty())
        self._frame.setGeometry(around)
        self._frame.raise_()
        self.raise_()
        width = min(current_theme().px(NOTE_WIDTH), self._window.width() - 2 * AWAY)
        size = QSize(width, self.heightForWidth(width))
        self.setGeometry(QRect(beside(around, size, self._window.size()), size))

    def _around(self) -> QRect:
        """Return the part's place in the window; nothing where it is not seen, or freed."""
        target = self._target
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            return QRect()
        return seen_of(target, self._window)


def _bring_in_sight(widget: QWidget) -> None:
    """Scroll to a widget; to its beginning where it is longer than there is room."""
    holder = widget.parentWidget()
    while holder is not None:
        inside = holder.widget() if isinstance(holder, QScrollArea) else None
        if isinstance(holder, QScrollArea) and inside is not None and widget.height() > holder.viewport().height():
            holder.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y())
        elif isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def seen_of(target: QWidget, window: QWidget) -> QRect:
    """Return the place in the window of as much of a widget as is in sight, with a little room around it."""
    place, holder = QRect(target.mapTo(window, QPoint(0, 0)), target.size()), target.parentWidget()
    while holder is not None and holder is not window:
        place = place.intersected(QRect(holder.mapTo(window, QPoint(0, 0)), holder.size()))
        holder = holder.parentWidget()
    return place.adjusted(-ROOM, -ROOM, ROOM, ROOM).intersected(window.rect()) if not place.isEmpty() else QRect()


def beside(around: QRect, size: QSize, room: QSize) -> QPoint:
    """Return where the note lies: right, left, below or above the part, else low over it; always within the window."""
    low = max(room.height() - size.height() - AWAY, AWAY)
    far = max(room.width() - size.width() - AWAY, AWAY)
    if around.isEmpty():
        return QPoint(far // 2, low // 2)
    top = min(max(around.top(), AWAY), low)
    left = min(max(around.left(), AWAY), far)
    ways = (
        (around.right() + AWAY <= far, QPoint(around.right() + AWAY, top)),
        (around.left() - AWAY - size.width() >= 0, QPoint(around.left() - AWAY - size.width(), top)),
        (around.bottom() + AWAY <= low, QPoint(left, around.bottom() + AWAY)),
        (around.top() - AWAY - size.height() >= 0, QPoint(left, around.top() - AWAY - size.height())),
    )
    within = QPoint(min(around.right() - size.width() - AWAY, far), min(around.bottom() - size.height() - AWAY, low))
    over = QPoint(max(within.x(), AWAY), max(within.y(), AWAY))
    return next((place for fits, place in ways if fits), over)
