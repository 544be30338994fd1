"""Checking a whole store: the file, its own rules, every conversation in it, and the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from intake_app.practice.chain import Anchor, ChainCheck
from intake_app.storage.engine import bare_connection, checkpoint, files_of
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.log import check_log, problem_of
from intake_app.storage.problems import StoreCode, StoreProblem

_PAST_THE_LOG = "pages"
_CHECKS: tuple[tuple[str, str, list[tuple[str]]], ...] = (
    ("structure", "PRAGMA integrity_check", [("ok",)]),
    (_PAST_THE_LOG, "PRAGMA cipher_integrity_check", []),
    ("references", "PRAGMA foreign_key_check", []),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check counted, and everything that it found wrong."""

    conversations: int
    changes: int
    events: int
    faults: tuple[StoreProblem, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.faults


def verification_of(
    engine: Engine,
    conversation_ids: Callable[[], Sequence[str]],
    changes_of: Callable[[str], Sequence[object]],
    log_checked: Callable[[], ChainCheck],
) -> Verification:
    """Check the file, then every change of every conversation, then the log.

    Raises:
        StoreProblem: `in_use` when a reader holds back the checkpoint that the check needs.
    """
    faults, changes, events, ids = file_faults(engine), 0, 0, list[str]()
    try:
        ids.extend(conversation_ids())
    except StoreProblem as problem:
        faults.append(problem)
    for conversation_id in ids:
        try:
            changes += len(changes_of(conversation_id))
        except StoreProblem as problem:
            faults.append(StoreProblem(problem.code, "conversation", {"conversation": conversation_id}))
    try:
        log = log_checked()
    except StoreProblem as problem:
        faults.append(problem)
    else:
        events = log.anchor.count
        faults.extend(fault for fault in (problem_of(log),) if fault is not None)
    return Verification(conversations=len(ids), changes=changes, events=events, faults=tuple(faults))


def file_faults(engine: Engine) -> list[StoreProblem]:
    """Run SQLite's check and SQLCipher's: each finds damage that the other does not.

    SQLCipher's check reads past the log file, hence the checkpoint before it.
    """
    checkpoint(engine)

    def rows(pragma: str) -> list[tuple[object, ...]]:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(pragma).all()]

    return [_fault(name) for name in _failed_checks(rows)]


def faults_of_copy(path: Path, keys: Keys) -> list[StoreProblem]:
    """The same checks on a file that nobody writes; the one that reads past a log file only where there is none.

    Raises:
        StoreProblem: `damaged` when these keys do not open the file.
    """

    def rows(pragma: str) -> list[tuple[object, ...]]:
        # Each check on a connection of its own: one that met a hurt page reads nothing more.
        with closing(bare_connection(path, keys, to_read=True)) as connection:
            return list(connection.execute(pragma).fetchall())

    rows("SELECT 1")
    failed = _failed_checks(rows)
    log_file = files_of(path)[1]
    has_log = log_file.exists() and log_file.stat().st_size > 0
    return [_fault(name) for name in failed if not (has_log and name == _PAST_THE_LOG)]


def log_of_copy(path: Path, keys: Keys, anchors: Iterable[Anchor]) -> ChainCheck:
    """Check the log in a file that nobody writes; raises StoreProblem `damaged` when it cannot be read."""
    with closing(bare_connection(path, keys, to_read=True)) as connection, database_problems("store"):
        return check_log(connection.execute, keys.log_key, anchors)


def _fault(check: str) -> StoreProblem:
    return StoreProblem(StoreCode.DAMAGED, "store", {"check": check})


def _failed_checks(rows: Callable[[str], Sequence[object]]) -> list[str]:
    return [name for name, pragma, sound in _CHECKS if not _is_sound(rows, pragma, sound)]


def _is_sound(rows: Callable[[str], Sequence[object]], pragma: str, sound: list[tuple[str]]) -> bool:
    try:
        with database_problems("store"):
            return rows(pragma) == sound
    except StoreProblem:
        return False
