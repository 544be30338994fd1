"""The recovery sheet: the keys once more, wrapped under a code that is on paper only."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from intake_app.practice.people import Recovery, RecoveryState
from intake_app.practice.recovery_code import in_groups, make_code, read_code
from intake_app.practice.users import CONTENT_ROLES
from intake_app.storage.keys import Keys, change_ring, checked, made_user, new_stretch, unlock, with_user
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import CONTENT, FORMAT, STORE, RecoveryEntry, Ring, read_ring
from intake_app.storage.ring_users import user_of
from intake_app.storage.wrapping import KEY_BYTES, cipher_of, place_of, unwrap, wrap

_SHEET = "recovery"


def recovery_of(path: Path) -> Recovery:
    """How it stands with the recovery sheet, without a passphrase; raises StoreProblem as `read_ring`."""
    entry = read_ring(path).ring.recovery
    if entry is None:
        return Recovery()
    state = RecoveryState.UNTESTED if entry.tested is None else RecoveryState.TESTED
    return Recovery(state=state, made=entry.made, tested=entry.tested)


def make_recovery(path: Path, keys: Keys, now: datetime) -> str:
    """Make a code and give it, in groups; an earlier one no longer opens anything.

    Raises:
        StoreProblem: `content_closed` when these keys lack the content key, or as `change_ring`.
    """
    if keys.content_key is None:
        raise StoreProblem(StoreCode.CONTENT_CLOSED, "ring")
    code, stretch = make_code(secrets.randbelow), new_stretch()
    cipher = cipher_of(code, stretch)
    wrapped = {
        STORE: wrap(cipher, keys.store_key + keys.store_salt, place_of(FORMAT, _SHEET, STORE)),
        CONTENT: wrap(cipher, keys.content_key, place_of(FORMAT, _SHEET, CONTENT)),
    }
    entry = RecoveryEntry(stretch=stretch, wrapped=wrapped, made=now)
    change_ring(path, keys, lambda ring: replace(ring, recovery=entry))
    return in_groups(code)


def test_recovery(path: Path, keys: Keys, typed: str, now: datetime) -> bool:
    """Tell whether what was typed from the paper opens this store; then the sheet counts as tested.

    Raises:
        StoreProblem: `recovery_missing`, or as `change_ring`.
    """
    entry = _entry_of(checked(read_ring(path).ring, keys))
    try:
        found = _keys_of(entry, typed, keys.user_id)
    except StoreProblem:
        return False
    if found.store_key != keys.store_key or keys.content_key not in {None, found.content_key}:
        return False
    tested = replace(entry, tested=now)
    change_ring(path, keys, lambda ring: replace(ring, recovery=tested) if ring.recovery == entry else ring)
    return True


def recover(path: Path, typed: str, user_id: str, passphrase: str) -> Keys:
    """Give a user a new passphrase with the code of the sheet, and the content key when their role reads it.

    Raises:
        StoreProblem: `recovery_missing`, `recovery_mistyped`, `recovery_wrong`, `user_unknown`, `user_blocked`, what
            is wrong with the passphrase, `ring_missing`, `ring_damaged`, or as `change_ring`.
    """
    keys = _keys_of(_entry_of(read_ring(path).ring), typed, user_id)

    def renewed(ring: Ring) -> Ring:
        user = user_of(ring, user_id).user
        if user.is_blocked:
            raise StoreProblem(StoreCode.USER_BLOCKED, "ring")
        reads = bool(user.roles & CONTENT_ROLES)
        return with_user(ring, made_user(keys, replace(user, is_admitted=reads, must_change=False), passphrase))

    change_ring(path, keys, renewed)
    return unlock(path, passphrase, user_id=user_id)


def _entry_of(ring: Ring) -> RecoveryEntry:
    if ring.recovery is None:
        raise StoreProblem(StoreCode.RECOVERY_MISSING, "ring")
    return ring.recovery


def _keys_of(entry: RecoveryEntry, typed: str, user_id: str) -> Keys:
    code = read_code(typed)
    if code is None:
        raise StoreProblem(StoreCode.RECOVERY_MISTYPED, "ring")
    cipher = cipher_of(code, entry.stretch)
    try:
        both = unwrap(cipher, entry.wrapped[STORE], place_of(FORMAT, _SHEET, STORE))
        content = unwrap(cipher, entry.wrapped[CONTENT], place_of(FORMAT, _SHEET, CONTENT))
    except (KeyError, StoreProblem):
        raise StoreProblem(StoreCode.RECOVERY_WRONG, "ring") from None
    return Keys(user_id=user_id, store_key=both[:KEY_BYTES], store_salt=both[KEY_BYTES:], content_key=content)
