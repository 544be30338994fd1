"""Checking a whole store: the file, its own rules, and every conversation in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from intake_app.storage.engine import checkpoint
from intake_app.storage.faults import database_problems
from intake_app.storage.problems import StoreCode, StoreProblem

_SOUND = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check counted, and everything that it found wrong."""

    conversations: int
    changes: int
    faults: tuple[StoreProblem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults


def verification_of(
    engine: Engine, conversation_ids: Sequence[str], load: Callable[[str], list[bytes]]
) -> Verification:
    """Check the file, then open every change of every conversation.

    Raises:
        StoreProblem: `in_use` when a reader holds back the checkpoint that the check needs.
    """
    faults = file_faults(engine)
    changes = 0
    for conversation_id in conversation_ids:
        try:
            changes += len(load(conversation_id))
        except StoreProblem as problem:
            faults.append(problem)
    return Verification(conversations=len(conversation_ids), changes=changes, faults=tuple(faults))


def file_faults(engine: Engine) -> list[StoreProblem]:
    """Run SQLite's check and SQLCipher's: each finds damage that the other does not.

    SQLCipher's check reads past the log file, hence the checkpoint before it.
    """
    checkpoint(engine)
    checks: tuple[tuple[str, str, list[tuple[str]]], ...] = (
        ("structure", "PRAGMA integrity_check", [(_SOUND,)]),
        ("pages", "PRAGMA cipher_integrity_check", []),
        ("references", "PRAGMA foreign_key_check", []),
    )
    return [
        StoreProblem(StoreCode.DAMAGED, "store", {"check": name})
        for name, pragma, sound in checks
        if not _is_sound(engine, pragma, sound)
    ]


def _is_sound(engine: Engine, pragma: str, sound: list[tuple[str]]) -> bool:
    try:
        with database_problems("store"), engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(pragma).all()] == sound
    except StoreProblem:
        return False
