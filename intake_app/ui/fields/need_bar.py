"""A need in words, with a bar: how it is now, and where it may still go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import LinkButton
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.painting import Frame, paint_frame, paint_line, text_width
from intake_app.ui.theme.roles import Role, ThemeName, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.theme.theme import Theme

WHOLE = 100.0
DOTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a bar shows, 0 to 100. Without a point not enough is known; `spoken` says it all in words."""

    name: str
    word: str
    low: float
    high: float
    point: float | None = None
    note: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A named part of the track, up to a value."""

    name: str
    upto: float


class NeedTrack(QLabel):
    """The bar alone; thick, with named bands, on the sheet of reasons."""

    def __init__(self, bands: tuple[Band, ...] = ()) -> None:
        super().__init__()
        self._bands = bands
        self._need: Need | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_source().changed.connect(self._on_theme_changed)

    @property
    def is_known(self) -> bool:
        """Whether a point is drawn."""
        return self._need is not None and self._need.point is not None

    def show_need(self, need: Need) -> None:
        """Show another need, in place."""
        if need != self._need:
            self._need = need
            self.setAccessibleName(need.spoken or f"{need.name}: {need.word}")
            self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _thickness(self) -> int:
        return 16 if self._bands else 10

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(200), self._thickness() + 8 + (theme.px(24) if self._bands else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, thick = current_theme(), QPainter(self), self._thickness()
        track = QRectF(0, 4, self.width(), thick)
        line = theme.colour(Role.CONTROL_BORDER) if theme.name is ThemeName.CONTRAST else None
        paint_frame(painter, track, Frame(fill=theme.colour(Role.SUNKEN), line=line, radius=thick / 2))
        if self._need:
            self._paint_interval(painter, theme, track, self._need)
        self._paint_bands(painter, theme, track)
        if self._need and self._need.point is not None:
            middle = track.left() + (track.width() - 4) * self._need.point / WHOLE
            point = QRectF(middle, 0, 4, thick + 8)
            paint_frame(painter, point, Frame(fill=theme.colour(Role.ACCENT), radius=2))

    def _paint_interval(self, painter: QPainter, theme: Theme, track: QRectF, need: Need) -> None:
        left = track.left() + track.width() * need.low / WHOLE
        width = max(track.width() * (need.high - need.low) / WHOLE, track.height())
        place = QRectF(min(left, track.right() - width), track.top(), width, track.height())
        radius = track.height() / 2
        if need.point is not None:
            fill = _mixed(theme.colour(Role.ACCENT), theme.colour(Role.SUNKEN), 0.35)
            paint_frame(painter, place, Frame(fill=fill, line=theme.colour(Role.ACCENT), radius=radius))
            return
        paint_frame(painter, place, Frame(line=theme.colour(Role.CONTROL_BORDER), radius=radius, is_dashed=True))
        pen = QPen(theme.colour(Role.ACCENT), track.height() - 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3 / pen.widthF(), 6 / pen.widthF()])
        painter.setPen(pen)
        middle = place.center().y()
        painter.drawLine(QPointF(place.left() + 4, middle), QPointF(place.right() - 4, middle))

    def _paint_bands(self, painter: QPainter, theme: Theme, track: QRectF) -> None:
        start = 0.0
        for band in self._bands:
            left = track.left() + track.width() * start / WHOLE
            right = track.left() + track.width() * band.upto / WHOLE
            words = text_width(theme.font(Type.SMALL), band.name)
            start_at = min(max((left + right - words) / 2, 0), self.width() - words)
            below = QRectF(start_at, track.bottom() + 4, words + 1, current_theme().px(20))
            paint_line(painter, below, band.name, theme.font(Type.SMALL), theme.colour(Role.TEXT_SOFT))
            if start:
                painter.fillRect(QRectF(left, track.top(), 1, track.height()), theme.colour(Role.CONTROL_BORDER))
            start = band.upto


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first * share + second * (1 - share)) for first, second in pairs))


class NeedBar(QWidget):
    """The name, the word, the bar, one line about what is missing, and the way to the reasons."""

    why_asked = Signal()

    def __init__(self, why: str = "", key: str = "") -> None:
        super().__init__()
        self._name, self._word = Label("", Type.STRONG, wraps=False), Label("")
        self._word.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.track = NeedTrack()
        self._note = Label("", Type.SMALL, Role.TEXT_SOFT)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._name)
        head.addWidget(self._word, 1)
        foot.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.track)
        column.addLayout(foot)
        self._why = LinkButton(why, key) if why else None
        if self._why is not None:
            self._why.clicked.connect(self.why_asked)
            foot.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)

    def show_need(self, need: Need) -> None:
        """Show a need, in place."""
        self._name.setText(need.name)
        self._word.setText(need.word)
        self._note.setText(need.note)
        if self._why is not None:
            self._why.setAccessibleName(f"{self._why.words} {need.name}")  # there are two of them on a screen
        self.track.show_need(need)


class WeightDots(QLabel):
    """How much a reason counts: one to three dots; the word stands beside it."""

    def __init__(self, count: int, spoken: str = "") -> None:
        super().__init__()
        self._count = count
        self.setAccessibleName(spoken)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(9)
        self.setFixedSize(DOTS * (side + 3), side + 2)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        side = theme.px(9)
        for at in range(DOTS):
            is_on = at < self._count
            fill = theme.colour(Role.ACCENT) if is_on else None
            line = theme.colour(Role.ACCENT if is_on else Role.CONTROL_BORDER)
            place = QRectF(at * (side + 3), 1, side, side)
            paint_frame(painter, place, Frame(fill=fill, line=line, radius=side / 2 - 0.5))
