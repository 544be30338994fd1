from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from intake_app.practice.people import Recovery, RecoveryState
from intake_app.practice.recovery_code import in_groups, make_code, read_code
from intake_app.practice.users import Role
from intake_app.storage import recovery
from intake_app.storage.keys import Keys, unlock
from intake_app.storage.problems import StoreCode
from intake_app.storage.ring_file import read_ring, write_ring
from intake_app.storage.ring_users import add_user, admit, block_user, users_of
from tests.storage.conftest import NOON, PASSPHRASE, code_of

OTHER = "een ander geheim van vier"
LATER = NOON + timedelta(days=1)
ANY_CODE = in_groups(make_code(lambda _: 7))


@pytest.fixture
def code(ring: Path, anna: Keys) -> str:
    return recovery.make_recovery(ring, anna, NOON)


def test_a_code_is_new_each_time_whole_and_nowhere_in_the_ring(ring: Path, anna: Keys, code: str) -> None:
    assert code != recovery.make_recovery(ring, anna, NOON)
    assert [len(group) for group in code.split()] == [5] * 6
    assert read_code(code) not in ring.read_text()


def test_how_it_stands_with_the_sheet_is_told_without_a_passphrase(ring: Path, anna: Keys) -> None:
    assert recovery.recovery_of(ring) == Recovery()
    code = recovery.make_recovery(ring, anna, NOON)
    assert recovery.recovery_of(ring) == Recovery(state=RecoveryState.UNTESTED, made=NOON)
    assert recovery.test_recovery(ring, anna, code.lower(), LATER)
    assert recovery.recovery_of(ring) == Recovery(state=RecoveryState.TESTED, made=NOON, tested=LATER)
    recovery.make_recovery(ring, anna, LATER)
    assert recovery.recovery_of(ring) == Recovery(state=RecoveryState.UNTESTED, made=LATER)


@pytest.mark.parametrize("typed", ["", "zomaar iets", ANY_CODE])
def test_a_code_that_does_not_fit_leaves_the_sheet_untested(ring: Path, anna: Keys, code: str, typed: str) -> None:
    assert not recovery.test_recovery(ring, anna, typed, LATER)
    assert recovery.recovery_of(ring).state is RecoveryState.UNTESTED
    assert recovery.test_recovery(ring, anna, code, LATER)


def test_the_sheet_gives_who_forgot_it_a_new_passphrase_and_the_same_keys(ring: Path, anna: Keys, code: str) -> None:
    keys = recovery.recover(ring, code, anna.user_id, OTHER)
    assert keys == anna == unlock(ring, OTHER)
    assert code_of(lambda: unlock(ring, PASSPHRASE)) == StoreCode.PASSPHRASE_WRONG
    assert recovery.recover(ring, code, anna.user_id, PASSPHRASE) == anna


def test_the_sheet_admits_a_content_role_only(ring: Path, anna: Keys, code: str) -> None:
    bert = add_user(ring, anna, "Bert", frozenset({Role.INTAKER}), OTHER)
    carla = add_user(ring, anna, "Carla", frozenset({Role.ADMINISTRATOR}), OTHER)
    assert recovery.recover(ring, code, bert.id, PASSPHRASE).content_key == anna.content_key
    assert recovery.recover(ring, code, carla.id, PASSPHRASE).content_key is None
    assert [(user.is_admitted, user.must_change) for user in users_of(ring)] == [
        (True, False),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize(
    "typed,told",
    [("zomaar iets", StoreCode.RECOVERY_MISTYPED), (ANY_CODE, StoreCode.RECOVERY_WRONG)],
)
@pytest.mark.usefixtures("code")
def test_a_code_that_does_not_fit_changes_nothing(ring: Path, anna: Keys, typed: str, told: StoreCode) -> None:
    before = ring.read_bytes()
    assert code_of(lambda: recovery.recover(ring, typed, anna.user_id, OTHER)) == told
    assert ring.read_bytes() == before


def test_an_earlier_code_opens_nothing_any_more(ring: Path, anna: Keys, code: str) -> None:
    recovery.make_recovery(ring, anna, LATER)
    assert code_of(lambda: recovery.recover(ring, code, anna.user_id, OTHER)) == StoreCode.RECOVERY_WRONG
    assert not recovery.test_recovery(ring, anna, code, LATER)


def test_without_a_sheet_nothing_is_recovered_or_tested(ring: Path, anna: Keys) -> None:
    assert code_of(lambda: recovery.recover(ring, ANY_CODE, anna.user_id, OTHER)) == StoreCode.RECOVERY_MISSING
    assert code_of(lambda: recovery.test_recovery(ring, anna, ANY_CODE, NOON)) == StoreCode.RECOVERY_MISSING


def test_the_sheet_is_made_by_who_holds_the_content_key_and_tested_by_any_user(
    ring: Path, anna: Keys, code: str
) -> None:
    carla = add_user(ring, anna, "Carla", frozenset({Role.ADMINISTRATOR}), OTHER)
    keys = unlock(ring, OTHER, user_id=carla.id)
    assert code_of(lambda: recovery.make_recovery(ring, keys, LATER)) == StoreCode.CONTENT_CLOSED
    assert recovery.test_recovery(ring, keys, code, LATER)


def test_the_sheet_lets_no_blocked_or_unknown_user_in(ring: Path, anna: Keys, code: str) -> None:
    bert = add_user(ring, anna, "Bert", frozenset({Role.INTAKER}), OTHER)
    admit(ring, anna, bert.id)
    block_user(ring, anna, bert.id, blocked=True)
    assert code_of(lambda: recovery.recover(ring, code, bert.id, OTHER)) == StoreCode.USER_BLOCKED
    assert code_of(lambda: recovery.recover(ring, code, "nobody", OTHER)) == StoreCode.USER_UNKNOWN


def test_a_recovered_passphrase_meets_the_rule(ring: Path, anna: Keys, code: str) -> None:
    assert code_of(lambda: recovery.recover(ring, code, anna.user_id, "kort")) == StoreCode.PASSPHRASE_SHORT


def test_a_ring_that_was_tampered_with_is_not_recovered(ring: Path, anna: Keys, code: str) -> None:
    found = read_ring(ring).ring
    write_ring(ring, replace(found, users=tuple(replace(user, roles=frozenset(Role)) for user in found.users)))
    assert code_of(lambda: recovery.recover(ring, code, anna.user_id, OTHER)) == StoreCode.RING_FORGED
