"""Whether a note about a service looks as if it were about a person."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<!\d)\d{9}(?!\d)")
_DAY_OF_BIRTH = re.compile(r"(?<!\d)\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](?:19\d\d|20[01]\d)(?!\d)", re.IGNORECASE)
_LENGTH = 9


def looks_personal(text: str) -> bool:
    """Tell whether a text holds what can only be a person's: a citizen service number, or a day of birth.

    A number of nine figures counts when it passes the eleven-test (elfproef) of the BSN; a date counts up to 2019: of a
    service nobody notes a day so long ago.
    """
    return bool(_DAY_OF_BIRTH.search(text)) or any(_is_bsn(found) for found in _NUMBER.findall(text))


def _is_bsn(figures: str) -> bool:
    total = sum(int(figure) * (_LENGTH - place) for place, figure in enumerate(figures[:-1])) - int(figures[-1])
    return total % 11 == 0 and any(figure != "0" for figure in figures)
