"""Contrast between two colours, as WCAG 2.2 computes it."""

from __future__ import annotations

_KNEE = 0.04045


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written as #RRGGBB, 0 (black) to 1 (white)."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 (equal) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
