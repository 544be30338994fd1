"""Changes of a conversation to bytes and back. The bytes are JSON, so that they can be read in twenty years."""

from __future__ import annotations

import msgspec

from intake_app.conversation.changes import CHANGES, Change
from intake_app.storage.problems import StoreCode, StoreProblem


def change_to_bytes(change: Change) -> bytes:
    """Write one change; its type stands beside its fields."""
    return msgspec.json.encode({"type": type(change).__name__, "fields": change})


def change_from_bytes(data: bytes) -> Change:
    """Read one change back; raises `StoreProblem` when the bytes are not a change of this version."""
    try:
        found = msgspec.json.decode(data, type=dict[str, object])
        kind = CHANGES[str(found["type"])]
        return msgspec.convert(found["fields"], type=kind)
    except (msgspec.MsgspecError, KeyError) as error:
        raise StoreProblem(StoreCode.DAMAGED, where="change") from error
