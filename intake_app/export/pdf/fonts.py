"""The letters of the papers: Inter, embedded; and what to do with a sign that it does not have."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from intake_app.export.pdf.markup import LINE_BREAK

REGULAR = "Inter"
SEMIBOLD = "Inter-SemiBold"
BOLD = "Inter-Bold"
MISSING = "\u25a1"
NO_BREAK_SPACE = "\u00a0"
SOFT_HYPHEN = "\u00ad"
"""Ends a line within a word: looks like a hyphen, and a reader leaves it out."""

_FILES = {REGULAR: "Inter_400Regular.ttf", SEMIBOLD: "Inter_600SemiBold.ttf", BOLD: "Inter_700Bold.ttf"}
_NO_BREAK_SPACES = frozenset("\u00a0\u2007\u202f")
_JOINER = "\u200d"
# Signs that only change the picture before them: variation selectors, skin tones, the keycap ring.
_PICTURE_DETAILS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3]")
_JOINED_PICTURES = re.compile(f"{MISSING}(?:{_JOINER}{MISSING})+")


@lru_cache(maxsize=4)
def register(fonts_dir: Path) -> frozenset[int]:
    """Make the fonts known to the PDF library.

    Returns:
        The code points that every one of the fonts can draw.

    Raises:
        OSError: A font file is missing or cannot be read.
    """
    covered: frozenset[int] | None = None
    for name, file in _FILES.items():
        path = fonts_dir / file
        path.stat()
        font = TTFont(name, str(path))
        _know_soft_hyphen(font)
        font.face.glyphToChar.clear()  # who shapes letters asks for it, and we do not; 0.4 MB a font
        pdfmetrics.registerFont(font)
        known = frozenset(font.face.charToGlyph)
        covered = known if covered is None else covered & known
    return covered or frozenset()


def _know_soft_hyphen(font: TTFont) -> None:
    """Have the soft hyphen, which Inter does not have, drawn as its hyphen."""
    hyphen, soft = ord("-"), ord(SOFT_HYPHEN)
    for known in (font.face.charToGlyph, font.face.charWidths):
        known[soft] = known[hyphen]


def text_width(text: str, font: str, size: float) -> float:
    """Return how wide a text is drawn, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def shortened(text: str, font: str, size: float, room: float) -> str:
    """Return a text, or as much of its beginning as fits in a room, with an ellipsis."""
    if text_width(text, font, size) <= room:
        return text
    start = text[: int(room / size * 8) + 1]
    while start and text_width(f"{start}…", font, size) > room:
        start = start[:-1]
    return f"{start.rstrip()}…"


def can_draw(text: str, fonts_dir: Path) -> bool:
    """Tell whether the fonts have every letter of a text; raises `OSError` where a font is missing."""
    return MISSING not in legible(text, register(fonts_dir))


def _drawn_as(sign: str, covered: frozenset[int]) -> str:
    category = unicodedata.category(sign)
    if sign in f"\n\t{LINE_BREAK}{_JOINER}":
        return sign
    if sign in _NO_BREAK_SPACES:
        return NO_BREAK_SPACE
    if category == "Zs":
        return " "
    if category == "Zp":
        return LINE_BREAK
    if category in {"Cc", "Cf"}:
        return ""
    return sign if ord(sign) in covered else MISSING


def legible(text: str, covered: frozenset[int]) -> str:
    """Return a text that the fonts can draw: a picture or foreign sign becomes one visible empty square."""
    composed = _PICTURE_DETAILS.sub("", unicodedata.normalize("NFC", text))
    table = {ord(sign): _drawn_as(sign, covered) for sign in set(composed)}
    return _JOINED_PICTURES.sub(MISSING, composed.translate(table)).replace(_JOINER, "")
