"""Single values of HSDS: what a column can hold, read as kindly as can be without guessing."""

from __future__ import annotations

import datetime
import math
import re

from intake_app.directory.hsds.schema import Column, Form

Value = str | int | float

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
"""A leading zero means that it is no number but a name: `007`."""
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9]")
_LARGEST = 2**53
"""Beyond this JSON does not keep whole numbers apart."""


def fitted(column: Column, value: object) -> Value | None:
    """Return a value in the type of its column, or None where it does not fit.

    A number written as text is read as a number, and the other way round; a choice in other capitals is that choice.
    Days and times must be in the form of ISO 8601; addresses and ids may be any text, as in the official examples.
    """
    if column.form is Form.NUMBER:
        return _number(value)
    text = _text(value)
    if text is None or not _is_fit(column.form, text):
        return None
    if column.choices and text not in column.choices:
        return next((each for each in column.choices if each.casefold() == text.strip().casefold()), None)
    return text


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else None


def _number(value: object) -> int | float | None:
    if isinstance(value, str):
        found = _NUMBER.fullmatch(value.strip())
        if found is None:
            return None
        value = float(found[0]) if found[1] or found[2] else int(found[0])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST else None
    return value if math.isfinite(value) else None


def _is_fit(form: Form, text: str) -> bool:
    if form is Form.TIME:
        return _TIME.match(text) is not None
    if form not in {Form.DATE, Form.MOMENT}:
        return True
    try:
        datetime.date.fromisoformat(text[:10])
    except ValueError:
        return False
    return text[10:11] in {"", "T", " "}
