"""The style below the sheet: places of the focus ring, tick boxes, and a few hints of behaviour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from typing_extensions import override

from intake_app.ui.theme.icons import paint_icon
from intake_app.ui.theme.roles import Role
from intake_app.ui.theme.source import current_theme

RING_MARGIN = 6
BOX = 22
_Metric, _Hint, _Primitive = QStyle.PixelMetric, QStyle.StyleHint, QStyle.PrimitiveElement
_RING_METRICS = {_Metric.PM_FocusFrameHMargin, _Metric.PM_FocusFrameVMargin}
_BOX_METRICS = {
    _Metric.PM_IndicatorWidth,
    _Metric.PM_IndicatorHeight,
    _Metric.PM_ExclusiveIndicatorWidth,
    _Metric.PM_ExclusiveIndicatorHeight,
}
_HINTS = {
    _Hint.SH_FocusFrame_AboveWidget: 1,
    _Hint.SH_FocusFrame_Mask: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DitherDisabledText: 0,
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
}


class HouseStyle(QProxyStyle):
    """Fusion with our focus ring and tick boxes; the rest comes from the sheet and the widgets."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _RING_METRICS:
            return RING_MARGIN
        if metric in _BOX_METRICS:
            return current_theme().px(BOX)
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, returnData)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Primitive.PE_FrameFocusRect:
            return
        if element in {_Primitive.PE_IndicatorCheckBox, _Primitive.PE_IndicatorRadioButton}:
            is_on = bool(option.state & QStyle.StateFlag.State_On)
            is_round = element == _Primitive.PE_IndicatorRadioButton
            paint_box(painter, QRectF(option.rect), is_on=is_on, is_round=is_round)
            return
        super().drawPrimitive(element, option, painter, widget)


def paint_box(painter: QPainter, place: QRectF, *, is_on: bool, is_round: bool = False) -> None:
    """Draw a tick box, or a round one: bordered when off, filled with a tick when on."""
    theme = current_theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = Role.ACCENT if is_on else Role.CONTROL_BORDER
    painter.setPen(QPen(theme.colour(line), 2))
    painter.setBrush(theme.colour(Role.ACCENT if is_on else Role.SURFACE))
    inner = place.adjusted(1, 1, -1, -1)
    radius = inner.height() / 2 if is_round else 5
    painter.drawRoundedRect(inner, radius, radius)
    if is_on and is_round:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.ON_ACCENT))
        painter.drawEllipse(inner.center(), inner.width() / 5, inner.width() / 5)
    elif is_on:
        paint_icon(painter, theme, "check", Role.ON_ACCENT, inner.adjusted(2, 2, -2, -2))
    painter.restore()
