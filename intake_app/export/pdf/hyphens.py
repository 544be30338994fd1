"""Where a word that is wider than its line is broken: at a joint of a Dutch compound, or between syllables.

A word that fits on a line of its own is never broken. An address is broken behind one of its signs, without a hyphen.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from intake_app.export.pdf.fonts import SOFT_HYPHEN, text_width

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph

HYPHEN = "-"
_Piece = Any  # a text in one look, a private type of the library
_TOGETHER = re.compile(r"\S+")
_BEGINS = re.compile(
    "aangifte|achterstand|adviseur|assistent|bank|begeleid|bemiddel|bureau|centr|coach|compliment|contact|deskundig"
    "|gesprek|groep|gymnastiek|huis|hulp|klacht|loket|maatje|makelaar|manager|medewerk|netwerk|ondersteun|organisatie"
    "|overbrugg|overlast|plan|plek|praktijk|preventie|probleem|problemen|programma|psych|punt|regeling|service|spoed"
    "|spreekuur|steunpunt|stoornis|therap|toeslag|training|uitkering|verenig|vergunning|verlen|verpleeg|verwaarloz"
    "|verzeker|vrijwillig|werk|zorg"
)
"""How the later parts of long words in our content begin. Source: eigen oordeel, from the longest."""
_VOWELS = "aeiouyáàâäéèêëíìîïóòôöúùûü"
_SYLLABLE = re.compile(rf"(?:(?<!i)j|(?<!c)h|ch|[bdfkptv]?r|[bdfgklmnpqstvwxz]|c(?!h))(?=[{_VOWELS}])")
"""A syllable begins with the last consonant before a vowel: not always as in a dictionary, but it can be read."""
_WORD = re.compile(r"(?P<before>[^\w]*)(?P<letters>[^\W\d_]+)")
_ADDRESS = re.compile(r"[@/_=&?\d]|\.\w")
_BEHIND_SIGN = re.compile(r"(?<=[-/.@_=&?+:;,])(?=\w)")
_LEAST = 3
"""Letters of a word on either side of a break."""
_LONGEST_LINE = 400
"""Signs that no line of ours holds: as far as one looks for the place to break."""

Fits = Callable[[str], bool]
"""Tells whether a text is narrow enough for a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A paragraph whose words fit on its lines; `drawn` holds how each first part of a broken word is written."""

    paragraph: Paragraph
    drawn: Mapping[str, str]


def fitted(paragraph: Paragraph, width: float) -> Fitted:
    """Return a copy of a paragraph to be wrapped at a width, its too wide words in parts."""
    made, drawn = copy(paragraph), dict[str, str]()
    made.frags = [_narrowed(each, width, drawn) for each in paragraph.frags]
    return Fitted(paragraph=made, drawn=drawn)


def parts(word: str, fits: Fits) -> Iterator[tuple[str, str]]:
    """Yield the parts of a word that each fit on a line, and the hyphen that each ends with, if any."""
    while not fits(word):
        at, hyphen = _place(word[:_LONGEST_LINE], fits)
        yield word[:at], hyphen
        word = word[at:]
    yield word, ""


def _narrowed(piece: _Piece, width: float, drawn: dict[str, str]) -> _Piece:
    """Return a text in one look, its too wide words in parts with a space between them."""
    if all(len(word) * piece.fontSize <= width for word in piece.text.split()):
        return piece

    def fits(text: str) -> bool:
        return text_width(text, piece.fontName, piece.fontSize) <= width

    def broken(found: re.Match[str]) -> str:
        *first, (last, _) = parts(found[0], fits)
        drawn.update({f"{text}{hyphen}": text + (SOFT_HYPHEN if hyphen else "") for text, hyphen in first})
        return " ".join((*(f"{text}{hyphen}" for text, hyphen in first), last))

    made = copy(piece)
    made.text = _TOGETHER.sub(broken, piece.text)
    return made


def _place(word: str, fits: Fits) -> tuple[int, str]:
    """Return behind how many signs a word is best broken, and with which hyphen."""
    found, address = _WORD.match(word), _ADDRESS.search(word)
    choices = [([each.start() for each in _BEHIND_SIGN.finditer(word)], "")]
    if found and not address:
        first, last = found.start("letters") + _LEAST, found.end() - _LEAST
        for way in (_BEGINS, _SYLLABLE):
            starts = (each.start() for each in way.finditer(word.lower(), first))
            choices.append(([at for at in starts if at <= last], HYPHEN))
    choices.append((list(range(2, len(word))), "" if address else HYPHEN))
    for points, hyphen in choices:
        fitting = _fitting(points, word, hyphen, fits)
        if fitting:
            return points[fitting - 1], hyphen
    return 1, ""


def _fitting(points: Sequence[int], word: str, hyphen: str, fits: Fits) -> int:
    """Return before how many of these places a word fits."""

    def is_too_wide(at: int) -> bool:
        return not fits(word[:at] + hyphen)

    return bisect(points, 0, key=is_too_wide)
