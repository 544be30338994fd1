"""Cells of the HSDS tables, both ways: what a cell says comes back as the same value."""

from __future__ import annotations

import msgspec

from intake_app.directory.hsds.schema import Entity, Form

LARGEST_CELL = 1_000_000
"""Signs in one cell. Source: eigen oordeel; a picture of a contact takes 270,000, all other texts far less."""

NULL = "null"
"""What the official examples write in an empty cell of a day or an id."""


def value_of(entity: Entity, name: str, cell: str) -> object:
    """Return what a cell says. In a column that HSDS does not know, JSON is read as what it is."""
    column = entity.columns.get(name)
    if column is None:
        return _unknown(cell)
    return "" if cell == NULL and column.form is not Form.TEXT else cell


def cell_of(entity: Entity, name: str, value: object) -> str:
    """Return the cell that says a value."""
    if isinstance(value, str) and (name in entity.columns or _unknown(value) == value):
        return value
    return _json(value)


def _unknown(cell: str) -> object:
    try:
        found = msgspec.json.decode(cell)
        return found if _json(found) == cell else cell
    except (msgspec.DecodeError, OverflowError, RecursionError, UnicodeError):
        return cell


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
