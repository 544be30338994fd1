"""The code on the recovery sheet: thirty signs on paper, of which the last two tell a typing error.

The signs are those of the 31 that nobody takes for another; what is typed for one of the others is forgiven. The
two sums run modulo 31, a prime, so any one or two wrong signs and any two neighbours that changed places are found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
LENGTH = 30
GROUP = 5
_SAID = LENGTH - 2
"""28 signs of chance are 138 bits."""
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "Z": "2", "U": "V"})
_NUMBERS = {sign: number for number, sign in enumerate(SIGNS)}


def make_code(below: Callable[[int], int]) -> str:
    """Return a new code, without spaces.

    Args:
        below: draws a number from 0 up to, not including, the one given; from a source that nobody can foresee.
    """
    numbers = [below(len(SIGNS)) for _ in range(_SAID)]
    plain, weighted = _sums(numbers)
    last = (_SAID + 1) * plain - weighted
    numbers += [(-plain - last) % len(SIGNS), last % len(SIGNS)]
    return "".join(SIGNS[number] for number in numbers)


def in_groups(code: str) -> str:
    """Return a code as it is printed: in groups of five."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str | None:
    """Return the code that was typed, without spaces; None when it cannot be right."""
    settled = unicodedata.normalize("NFKC", typed).upper().translate(_FORGIVEN)
    code = "".join(sign for sign in settled if not (sign.isspace() or unicodedata.category(sign) == "Pd"))
    if len(code) != LENGTH or not set(code) <= set(SIGNS):
        return None
    return code if _sums([_NUMBERS[sign] for sign in code]) == (0, 0) else None


def _sums(numbers: list[int]) -> tuple[int, int]:
    """The sum of the numbers, and the sum in which each counts as often as its place says."""
    weighted = sum(place * number for place, number in enumerate(numbers, start=1))
    return sum(numbers) % len(SIGNS), weighted % len(SIGNS)
