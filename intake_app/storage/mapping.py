"""Changes of a conversation to bytes and back. The bytes are JSON, so that they can be read in twenty years."""

from __future__ import annotations

import msgspec

from intake_app.conversation.changes import CHANGES, Change, Contested
from intake_app.storage.problems import StoreCode, StoreProblem


def change_to_bytes(change: Change) -> bytes:
    """Write one change; its type stands beside its fields."""
    return json_of(_written(change))


def json_of(value: object) -> bytes:
    """Write plain values as JSON; half a sign, which no text may hold, becomes a visible replacement."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(msgspec.to_builtins(value)))


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_whole(name): _whole(each) for name, each in value.items()}
    return [_whole(each) for each in value] if isinstance(value, list | tuple) else value


def change_from_bytes(data: bytes) -> Change:
    """Read one change back; raises `StoreProblem` when the bytes are not a change of this version."""
    try:
        return _read(msgspec.json.decode(data, type=dict[str, object]))
    except (msgspec.MsgspecError, KeyError) as error:
        raise StoreProblem(StoreCode.DAMAGED, where="change") from error


def _written(change: Change) -> dict[str, object]:
    fields = {"change": _written(change.change)} if isinstance(change, Contested) else change
    return {"type": type(change).__name__, "fields": fields}


def _read(found: dict[str, object]) -> Change:
    kind, fields = CHANGES[str(found["type"])], found["fields"]
    if kind is not Contested:
        return msgspec.convert(fields, type=kind)
    inside = msgspec.convert(fields, type=dict[str, dict[str, object]])
    return Contested(change=_read(inside["change"]))
