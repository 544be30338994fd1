"""What the sheet cannot say: the place of the focus ring, and how a tick box is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from typing_extensions import override

from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme

RING_MARGIN = 6
BOX = 22
_Metric, _Hint = QStyle.PixelMetric, QStyle.StyleHint
_RING_METRICS = {_Metric.PM_FocusFrameHMargin, _Metric.PM_FocusFrameVMargin}
_RING_HINTS = {_Hint.SH_FocusFrame_AboveWidget: 1, _Hint.SH_FocusFrame_Mask: 0}


class RingStyle(QProxyStyle):
    """Fusion, with the focus ring above what it surrounds and at its distance. For the ring only.

    A style written in Python may not serve the whole program: Qt asks it about widgets that are being made, at
    addresses where Qt for Python still knows an earlier one, and then ends the program (decision 0001).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__("Fusion")
        self.setParent(parent)

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        return RING_MARGIN if metric in _RING_METRICS else super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        known = _RING_HINTS.get(hint)
        return known if known is not None else super().styleHint(hint, option, widget, returnData)


def paint_box(painter: QPainter, place: QRectF, *, is_on: bool) -> None:
    """Draw a tick box: bordered when off, filled with a tick when on."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Role.ACCENT if is_on else Role.CONTROL_BORDER), 2))
    painter.setBrush(theme.colour(Role.ACCENT if is_on else Role.SURFACE))
    inner = place.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inner, 5, 5)
    if is_on:
        paint_icon(painter, theme, "check", Role.ON_ACCENT, inner.adjusted(2, 2, -2, -2))
    painter.restore()
