"""What a translated text may hold: plain letters, the blanks and the numbers of the Dutch text, and nothing hidden."""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.core.tree import Reader

LONGEST = 300
"""Characters. The longest Dutch text has about a hundred; a translation is seldom twice as long (eigen oordeel)."""
_MARKUP = re.compile(r"[<>]|&#?\w+;")
_NUMBER = re.compile(r"\d+")
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
"""Signs without width that Persian and other scripts are written with."""


def take(reader: Reader, key: str, *, like: str = "", optional: bool = False, same_numbers: bool = False) -> str:
    """Take a text that the person may read, and note what is wrong with it.

    Args:
        reader: Where it stands.
        key: Under which key.
        like: The Dutch it says: the text has its blanks, and no number that it does not have.
        optional: Whether it may be missing.
        same_numbers: Whether every number of the Dutch must stand in it as well: a telephone number.
    """
    text = reader.text(key, "") if optional else reader.required(key)
    look_at(reader, key, text)
    if _blanks(text) != _blanks(like):
        reader.fault("language_blanks_differ", key, blanks=", ".join(sorted(_blanks(like))) or "-")
    own, dutch = _numbers(text), _numbers(like)
    if own - dutch or (same_numbers and text and own != dutch):
        reader.fault("language_numbers_differ", key)
    return text


def look_at(reader: Reader, key: str, text: str) -> None:
    """Note where a text is too long to show, or holds markup or signs that nobody sees."""
    if len(text) > LONGEST:
        reader.fault("language_text_long", key, most=LONGEST)
    if _MARKUP.search(text) or _hides_signs(text):
        reader.fault("language_text_unsafe", key)


def _hides_signs(text: str) -> bool:
    return not text.isprintable() and any(unicodedata.category(sign) in _HIDDEN for sign in set(text) - _JOINERS)


@lru_cache(maxsize=64)
def _blanks(text: str) -> frozenset[str]:
    """Return what is filled in; a blank that asks for more than its value is another one."""
    try:
        found = [each for each in string.Formatter().parse(text) if each[1] is not None]
    except ValueError:
        return frozenset({"{"})
    return frozenset(
        f"{name}{'!' if how else ''}{how or ''}{':' if form else ''}{form}" for _, name, form, how in found
    )


@lru_cache(maxsize=64)
def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(each) for each in _NUMBER.findall(text))
