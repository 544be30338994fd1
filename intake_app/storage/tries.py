"""Wrong passphrases, counted in a small file beside the store, so that a restart forgets none.

The count slows down who guesses at the keyboard; who takes the files along is slowed down by Argon2id alone.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from intake_app.practice.waiting import FREE, wait_after
from intake_app.storage.private_files import write_privately

RECOVERY = "recovery"
"""Under this name the code of the recovery sheet is counted."""
_FORMAT = 1
_FILE = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tries:
    count: int
    last: datetime


def tries_path(store: Path) -> Path:
    """Where the count lies: beside the store."""
    return store.with_name(f"{store.name}.tries.json")


def note_failure(store: Path, user_id: str, now: datetime) -> int:
    """Count a wrong passphrase; gives how many there are since the last right one."""
    with _FILE:
        found = _read(store) or {}
        count = found[user_id].count + 1 if user_id in found else 1
        _write(store, {**found, user_id: _Tries(count=count, last=now)})
        return count


def note_success(store: Path, user_id: str) -> int:
    """Begin anew after a right passphrase; gives how many wrong ones came before it."""
    with _FILE:
        found = _read(store) or {}
        before = found.pop(user_id, None)
        if before is not None:
            _write(store, found)
        return before.count if before is not None else 0


def wait(store: Path, user_id: str, now: datetime) -> int:
    """How many seconds this user must still wait before the next try.

    A damaged file costs one short wait, and a clock that was set back one wait more; neither locks anyone out.
    """
    with _FILE:
        found = _read(store)
        if found is None:
            found = {user_id: _Tries(count=FREE + 1, last=now)}
            if not _write(store, found):
                return 0
        tries = found.get(user_id)
        if tries is None:
            return 0
        if tries.last > now:
            tries = replace(tries, last=now)
            _write(store, {**found, user_id: tries})
        return wait_after(tries.count, tries.last, now)


def _read(store: Path) -> dict[str, _Tries] | None:
    """The counts by user; None when the file is damaged."""
    try:
        body = json.loads(tries_path(store).read_bytes())
        if body["format"] != _FORMAT:
            return None
        return {str(user_id): _tries_from(tries) for user_id, tries in body["tries"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _tries_from(body: dict[str, Any]) -> _Tries:
    count, last = int(body["count"]), datetime.fromisoformat(body["last"])
    if count < 1 or last.tzinfo is None:
        reason = "no count of tries"
        raise ValueError(reason)
    return _Tries(count=count, last=last)


def _write(store: Path, found: dict[str, _Tries]) -> bool:
    """Tells whether the disk took it: where it does not, a right passphrase opens the store all the same."""
    bodies = {user_id: {"count": tries.count, "last": tries.last.isoformat()} for user_id, tries in found.items()}
    with suppress(OSError):
        if found:
            write_privately(tries_path(store), json.dumps({"format": _FORMAT, "tries": bodies}).encode("ascii"))
        else:
            tries_path(store).unlink(missing_ok=True)
        return True
    return False
