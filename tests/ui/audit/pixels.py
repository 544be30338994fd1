"""Contrast as it is seen: computed from the pixels of a picture of the window."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

_STEPS = np.arange(256) / 255
_LINEAR = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4)
_WEIGHTS = (0.0722, 0.7152, 0.2126)  # blue, green, red: the order in memory
_ENOUGH = 4


def pixels(image: QImage) -> NDArray[np.uint8]:
    """Return a picture as height x width x (blue, green, red)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    wide = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine() // 4, 4)
    return wide[:, : plain.width(), :3].copy()


def seen(window: QWidget, place: QRect) -> NDArray[np.uint8]:
    """Return the pixels of a place in a window."""
    return pixels(window.grab(place).toImage())


def luminance(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return the relative luminance of colours, as WCAG 2.2 computes it."""
    linear = _LINEAR[colours]
    return sum(linear[..., at] * weight for at, weight in enumerate(_WEIGHTS))


def contrasts(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the contrast of luminances with one another, 1 to 21."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def ink_contrast(colours: NDArray[np.uint8]) -> float:
    """Return the contrast of what is drawn with the colour it stands on, which is the one that fills most of it.

    A letter in small type is hardly anywhere its full colour: what four pixels reach counts.
    """
    flat = colours.reshape(-1, 3).astype(np.uint32)
    packed, counts = np.unique(flat[:, 0] | flat[:, 1] << 8 | flat[:, 2] << 16, return_counts=True)
    kinds = np.stack([packed & 255, packed >> 8 & 255, packed >> 16 & 255], axis=-1).astype(np.uint8)
    light = luminance(kinds)
    ratios = contrasts(light, light[counts.argmax()])
    order = ratios.argsort()[::-1]
    enough = np.searchsorted(np.cumsum(counts[order]), _ENOUGH)
    return float(ratios[order][min(enough, len(order) - 1)])


def place_in(window: QWidget, widget: QWidget) -> QRect:
    """Return the part of a widget that is in sight, as a place in its window."""
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, QPoint(0, 0)) + part.topLeft(), part.size())
