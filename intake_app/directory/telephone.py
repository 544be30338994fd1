"""Telephone numbers, so that two ways of writing one number are the same."""

from __future__ import annotations

import re


def dialled(number: str) -> str:
    """Return a number as one dials it in the Netherlands: digits, with 0 for +31 and a plus for other countries."""
    digits = re.sub(r"[^0-9+]", "", number.replace("(0)", ""))
    return re.sub(r"^(?:\+|00)310?", "0", digits)
