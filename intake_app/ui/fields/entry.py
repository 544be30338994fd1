"""Fields to fill in: a date, one of a list, a tick."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.ui.fields.assisted import Assisted
from intake_app.ui.fields.note_field import RESTING_MS
from intake_app.ui.fields.painting import key_size, middle_left, paint_key, text_width, wrapped_height
from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.style import BOX, paint_box

NO_DATE = QDate(1900, 1, 1)
DAY_INDEX = 1
"""The number of the day among the parts of a date as it is written: "zo 22 nov 2026"."""
STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class DateField(QDateEdit):
    """A day, typed or picked from a calendar; it may be empty.

    `edited` carries the day, or None: at once when it was picked or the field is left, and while one types a moment
    after the last key. What is being typed stays as it is.
    """

    edited = Signal(object)

    def __init__(self, name: str, empty_word: str = "–", language: str = "nl") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setLocale(QLocale(language))
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setCalendarPopup(True)
        self.setMinimumDate(NO_DATE)
        self.setSpecialValueText(empty_word)
        self.setDate(NO_DATE)
        self.setKeyboardTracking(False)
        self._told: date | None = None
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._resting.timeout.connect(self._on_changed)
        self.lineEdit().textEdited.connect(self._on_typed)
        self.dateChanged.connect(self._on_changed)
        self.editingFinished.connect(self._on_changed)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def day(self) -> date | None:
        """The day, or None; while one types what stands there, or what was told last where that is no day yet."""
        typed = self.lineEdit().text()
        if typed == self.specialValueText():
            return None
        if self.validate(typed, 0)[0] is not QValidator.State.Acceptable:
            return self._told
        shown = self.dateTimeFromText(typed).date()
        return None if shown == NO_DATE else date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date | None, calendar_opens_at: date | None = None) -> None:
        """Show a day without telling anybody; an empty field's calendar opens at the day given."""
        if not (self.hasFocus() and day == self.day):
            self.blockSignals(True)
            self.setDate(QDate(day.year, day.month, day.day) if day else NO_DATE)
            self.blockSignals(False)
        self._told = day
        opens_at = day or calendar_opens_at
        if opens_at:
            self.calendarWidget().setCurrentPage(opens_at.year, opens_at.month)

    @Slot(str)
    def _on_typed(self, _: str) -> None:
        self._resting.start()

    @Slot()
    def _on_changed(self) -> None:
        self._resting.stop()
        if self.day != self._told:
            self._told = self.day
            self.edited.emit(self.day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.setDate(NO_DATE)
            return
        if self.date() == NO_DATE and (event.text().isdecimal() or event.key() in STEPS):
            self._begin_today()
        super().keyPressEvent(event)

    def _begin_today(self) -> None:
        """Let one type from today on: the words of an empty field take no digits, and arrows would begin in 1900."""
        self.blockSignals(True)
        self.setDate(QDate(*today().timetuple()[:3]))
        self.blockSignals(False)
        self._go_to_day()

    def _go_to_day(self) -> None:
        """Have the next digits change the number of the day; its name before it takes none."""
        self.setCurrentSectionIndex(DAY_INDEX)
        self.setSelectedSection(QDateEdit.Section.DaySection)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.day is not None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go_to_day()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Qt steps from day to month to year, and never out of an empty field.
        return QWidget.focusNextPrevChild(self, next) if self.day is None else super().focusNextPrevChild(next)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; a date that changes by itself would be an agreement nobody made.
        event.ignore()

    @override
    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        width = text_width(theme.font(Type.TEXT), "Wed 30 sept. 2026") + theme.px(36) + 28
        return QSize(round(width), super().minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(current_theme().height(40))
        self.updateGeometry()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_right_icon(self, "calendar")


class PickBox(QComboBox):
    """One of a list. `picked` carries the code; the list opens with Space, Alt+Down or a click.

    `taken` tells that the choice was made in the open list: with the arrows alone one may still be on the way.
    """

    picked = Signal(str)
    taken = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._was_unfolded = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(self.setToolTip)  # where it is too narrow for what is picked
        self.show_choices(choices)
        self.activated.connect(self._on_activated)

    @property
    def code(self) -> str:
        """The code that is picked; empty when none is."""
        return str(self.currentData() or "")

    def show_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other things to pick from, as code and words."""
        self.clear()
        for code, words in choices:
            self.addItem(words, code)

    def show_code(self, code: str) -> None:
        """Show what is picked without telling anybody."""
        self.setCurrentIndex(self.findData(code))

    @Slot()
    def _on_activated(self) -> None:
        self.picked.emit(self.code)
        if self._was_unfolded:
            self._was_unfolded = False
            self.taken.emit()

    @override
    def showPopup(self) -> None:
        self._was_unfolded = True
        super().showPopup()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._was_unfolded = False
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_right_icon(self, "down")


def paint_right_icon(widget: QWidget, name: str) -> None:
    """Draw an icon at the right end of a field."""
    theme = current_theme()
    side = theme.px(18)
    place = QRectF(widget.rect())
    ink = Role.TEXT if widget.isEnabled() else Role.TEXT_SOFT
    left = place.right() - side - theme.gap(12)
    paint_icon(QPainter(widget), theme, name, ink, middle_left(place, left, QSizeF(side, side)))


class TickBox(Assisted, QCheckBox):
    """A tick with its words, an optional second line, and a key cap at the right. `ticked` carries its state."""

    ticked = Signal(bool)

    def __init__(self, words: str, key: str = "", detail: str = "") -> None:
        super().__init__()
        self.hear_assistance()
        self._words, self._key, self._detail = words, key, detail
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.ticked)
        theme_source().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        return current_theme().px(BOX) + 10

    def _right(self) -> float:
        width = key_size(current_theme(), self._key).width()
        return width + 10 if width else 0

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        words = max(
            text_width(theme.font(Type.TEXT), self._words),
            text_width(theme.font(Type.SMALL), self._detail),
        )
        width = round(self._left() + words + self._right()) + 4
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + current_theme().px(80), current_theme().height(36))

    @override
    def heightForWidth(self, width: int) -> int:
        theme, room = current_theme(), width - self._left() - self._right()
        words = wrapped_height(theme.font(Type.TEXT), self._words, room)
        detail = wrapped_height(theme.font(Type.SMALL), self._detail, room) + 2 if self._detail else 0
        return max(theme.height(36), round(words + detail) + theme.gap(12))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = current_theme(), QPainter(self), QRectF(self.rect())
        room = place.width() - self._left() - self._right()
        words = wrapped_height(theme.font(Type.TEXT), self._words, room)
        detail = wrapped_height(theme.font(Type.SMALL), self._detail, room) + 2 if self._detail else 0
        top = (place.height() - words - detail) / 2
        line = text_line = wrapped_height(theme.font(Type.TEXT), "x", room)
        box = theme.px(BOX)
        paint_box(painter, QRectF(0, top + (text_line - box) / 2, box, box), is_on=self.isChecked())
        painter.setFont(theme.font(Type.TEXT))
        painter.setPen(theme.colour(Role.TEXT if self.isEnabled() else Role.TEXT_SOFT))
        wrap = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(self._left(), top, room, words + 1), wrap, self._words)
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Role.TEXT_SOFT))
        painter.drawText(QRectF(self._left(), top + words + 2, room, detail), wrap, self._detail)
        if self._key:
            cap = key_size(theme, self._key)
            keys = QRectF(place.right() - cap.width(), top + (line - cap.height()) / 2, cap.width(), cap.height())
            paint_key(painter, theme, keys, self._key)
