from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_app.practice.users import FIRST_ROLES, Role, User
from intake_app.storage.keys import Keys, change_passphrase, create, unlock
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import read_ring, write_ring
from intake_app.storage.ring_users import add_user, admit, block_user, change_user, renew_user, users_of
from tests.storage.conftest import PASSPHRASE, code_of

GIVEN = "een ander geheim van vier"
OWN = "nog een geheim van vier"
INTAKER, ADMINISTRATOR = frozenset({Role.INTAKER}), frozenset({Role.ADMINISTRATOR})

pytestmark = pytest.mark.usefixtures("quick_rings")


@pytest.fixture
def bert(ring: Path, anna: Keys) -> User:
    """An intaker who is not admitted yet."""
    return add_user(ring, anna, "Bert", INTAKER, GIVEN)


def user_now(ring: Path, user: User) -> User:
    return next(each for each in users_of(ring) if each.id == user.id)


def test_a_new_user_opens_the_store_and_not_what_was_said(ring: Path, anna: Keys, bert: User) -> None:
    keys = unlock(ring, GIVEN, user_id=bert.id)
    assert (keys.store_key, keys.store_salt, keys.content_key) == (anna.store_key, anna.store_salt, None)
    assert (keys.user, keys.user.must_change, keys.user.awaits_admission) == (bert, True, True)


def test_who_holds_the_content_key_admits_without_knowing_the_passphrase(ring: Path, anna: Keys, bert: User) -> None:
    admit(ring, anna, bert.id)
    keys = unlock(ring, GIVEN, user_id=bert.id)
    assert keys.content_key == anna.content_key
    assert keys.user.reads_content


def test_an_own_passphrase_keeps_the_admission_and_ends_the_given_one(ring: Path, anna: Keys, bert: User) -> None:
    admit(ring, anna, bert.id)
    change_passphrase(ring, GIVEN, OWN, user_id=bert.id)
    keys = unlock(ring, OWN, user_id=bert.id)
    assert (keys.content_key, keys.user.must_change) == (anna.content_key, False)
    assert code_of(lambda: unlock(ring, GIVEN, user_id=bert.id)) == StoreCode.PASSPHRASE_WRONG


def test_an_admission_after_the_own_passphrase_was_chosen_holds_too(ring: Path, anna: Keys, bert: User) -> None:
    change_passphrase(ring, GIVEN, OWN, user_id=bert.id)
    admit(ring, anna, bert.id)
    assert unlock(ring, OWN, user_id=bert.id).content_key == anna.content_key


def test_who_does_not_hold_the_content_key_admits_nobody(ring: Path, bert: User) -> None:
    keys = unlock(ring, GIVEN, user_id=bert.id)
    assert code_of(lambda: admit(ring, keys, bert.id)) == StoreCode.CONTENT_CLOSED


@pytest.mark.parametrize("roles", [ADMINISTRATOR, frozenset({Role.PRIVACY_OFFICER}), frozenset()])
def test_the_content_key_is_for_roles_that_read_what_was_said(ring: Path, anna: Keys, roles: frozenset[Role]) -> None:
    user = add_user(ring, anna, "Carla", roles, GIVEN)
    assert code_of(lambda: admit(ring, anna, user.id)) == StoreCode.ROLE_WITHOUT_CONTENT


def test_the_content_key_goes_with_the_role_and_comes_back_by_admission_only(
    ring: Path, anna: Keys, bert: User
) -> None:
    admit(ring, anna, bert.id)
    change_user(ring, anna, bert.id, "Bert", ADMINISTRATOR)
    change_user(ring, anna, bert.id, "Bert", INTAKER)
    assert user_now(ring, bert).awaits_admission
    assert unlock(ring, GIVEN, user_id=bert.id).content_key is None


def test_where_there_are_several_users_one_says_who_one_is(ring: Path, bert: User) -> None:
    assert code_of(lambda: unlock(ring, PASSPHRASE)) == StoreCode.PASSPHRASE_WRONG
    assert code_of(lambda: unlock(ring, PASSPHRASE, user_id=bert.id)) == StoreCode.PASSPHRASE_WRONG


def test_users_are_told_by_name_without_a_passphrase(ring: Path, anna: Keys, bert: User) -> None:
    add_user(ring, anna, "  aad  van Dam ", INTAKER, GIVEN)
    assert [user.name for user in users_of(ring)] == ["aad van Dam", "Anna", "Bert"]
    assert users_of(ring)[1] == User(id=anna.user_id, name="Anna", roles=FIRST_ROLES, is_admitted=True)
    assert users_of(ring)[2] == bert


def test_a_blocked_user_stays_out_until_let_in_and_is_admitted_anew(ring: Path, anna: Keys, bert: User) -> None:
    admit(ring, anna, bert.id)
    block_user(ring, anna, bert.id, blocked=True)
    assert code_of(lambda: unlock(ring, GIVEN, user_id=bert.id)) == StoreCode.USER_BLOCKED
    assert code_of(lambda: unlock(ring, OWN, user_id=bert.id)) == StoreCode.PASSPHRASE_WRONG
    assert code_of(lambda: change_passphrase(ring, GIVEN, OWN, user_id=bert.id)) == StoreCode.USER_BLOCKED
    assert code_of(lambda: admit(ring, anna, bert.id)) == StoreCode.USER_BLOCKED
    block_user(ring, anna, bert.id, blocked=False)
    assert unlock(ring, GIVEN, user_id=bert.id).user == replace(bert, is_admitted=False)


def test_a_blocked_user_cannot_let_themselves_in(ring: Path, anna: Keys, bert: User) -> None:
    block_user(ring, anna, bert.id, blocked=True)
    found = read_ring(ring).ring
    freed = tuple(replace(user, is_blocked=False) for user in found.users)
    write_ring(ring, replace(found, users=freed))
    assert code_of(lambda: unlock(ring, GIVEN, user_id=bert.id)) == StoreCode.RING_FORGED


def test_nobody_blocks_themselves(ring: Path, anna: Keys, bert: User) -> None:
    change_user(ring, anna, bert.id, "Bert", FIRST_ROLES)
    admit(ring, anna, bert.id)
    assert code_of(lambda: block_user(ring, anna, anna.user_id, blocked=True)) == StoreCode.OWN_BLOCK


def test_a_forgotten_passphrase_is_renewed_and_the_admission_with_it(ring: Path, anna: Keys, bert: User) -> None:
    admit(ring, anna, bert.id)
    renew_user(ring, anna, bert.id, OWN)
    assert code_of(lambda: unlock(ring, GIVEN, user_id=bert.id)) == StoreCode.PASSPHRASE_WRONG
    keys = unlock(ring, OWN, user_id=bert.id)
    assert (keys.content_key, keys.user.must_change, keys.user.awaits_admission) == (None, True, True)
    admit(ring, anna, bert.id)
    assert unlock(ring, OWN, user_id=bert.id).content_key == anna.content_key


def test_an_administrator_stays(ring: Path, anna: Keys, bert: User) -> None:
    clinician = frozenset({Role.CLINICIAN})
    assert code_of(lambda: change_user(ring, anna, anna.user_id, "Anna", clinician)) == StoreCode.LAST_ADMINISTRATOR
    change_user(ring, anna, bert.id, "Bert", ADMINISTRATOR)
    change_user(ring, anna, anna.user_id, "Anna", clinician)
    assert code_of(lambda: block_user(ring, anna, bert.id, blocked=True)) == StoreCode.LAST_ADMINISTRATOR


def test_somebody_who_reads_what_was_said_stays(ring: Path, anna: Keys, bert: User) -> None:
    for work in (
        lambda: change_user(ring, anna, anna.user_id, "Anna", ADMINISTRATOR),
        lambda: renew_user(ring, anna, anna.user_id, OWN),
    ):
        assert code_of(work) == StoreCode.LAST_CONTENT_HOLDER
    assert unlock(ring, PASSPHRASE, user_id=anna.user_id) == anna
    admit(ring, anna, bert.id)
    change_user(ring, anna, anna.user_id, "Anna", ADMINISTRATOR)
    assert not user_now(ring, anna.user).reads_content


def test_a_name_is_filled_in_and_nobody_elses(ring: Path, anna: Keys, bert: User) -> None:
    for name, code in (("  ", StoreCode.NAME_EMPTY), (" ANNA ", StoreCode.NAME_TAKEN)):
        assert code_of(lambda name=name: add_user(ring, anna, name, INTAKER, GIVEN)) == code
        assert code_of(lambda name=name: change_user(ring, anna, bert.id, name, INTAKER)) == code
    change_user(ring, anna, bert.id, "BERT", INTAKER)
    assert user_now(ring, bert).name == "BERT"


def test_a_given_passphrase_meets_the_rule_too(ring: Path, anna: Keys, bert: User) -> None:
    assert code_of(lambda: add_user(ring, anna, "Carla", INTAKER, "kort")) == StoreCode.PASSPHRASE_SHORT
    assert code_of(lambda: renew_user(ring, anna, bert.id, "welkom123456")) == StoreCode.PASSPHRASE_COMMON
    assert len(users_of(ring)) == 2


def test_a_user_who_is_not_there_is_told(ring: Path, anna: Keys) -> None:
    for work in (
        lambda: admit(ring, anna, "nobody"),
        lambda: change_user(ring, anna, "nobody", "Bert", INTAKER),
        lambda: block_user(ring, anna, "nobody", blocked=True),
        lambda: renew_user(ring, anna, "nobody", GIVEN),
    ):
        assert code_of(work) == StoreCode.USER_UNKNOWN


def test_a_ring_of_the_first_format_tells_no_users(ring: Path) -> None:
    write_ring(ring, replace(read_ring(ring).ring, format=1))
    assert users_of(ring) == ()


def test_no_name_shows_in_the_text_of_a_ring(ring: Path, bert: User) -> None:
    assert bert.name not in repr(read_ring(ring))


ROLES = st.frozensets(st.sampled_from(Role), max_size=2)
WHO = st.integers(min_value=0, max_value=3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), WHO, ROLES),
        st.tuples(st.just("admit"), WHO, st.none()),
        st.tuples(st.just("change"), WHO, ROLES),
        st.tuples(st.just("block"), WHO, st.booleans()),
        st.tuples(st.just("renew"), WHO, st.none()),
    ),
    max_size=12,
)


def take_step(ring: Path, keys: Keys, step: tuple[str, int, object]) -> None:
    work, number, more = step
    users = users_of(ring)
    user = users[number % len(users)]
    if work == "add":
        add_user(ring, keys, f"user {number}", more, PASSPHRASE)
    elif work == "admit":
        admit(ring, keys, user.id)
    elif work == "change":
        change_user(ring, keys, user.id, user.name, more)
    elif work == "block":
        block_user(ring, keys, user.id, blocked=more)
    else:
        renew_user(ring, keys, user.id, PASSPHRASE)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_somebody_manages_somebody_reads_and_each_key_opens_what_the_ring_says(steps) -> None:
    with TemporaryDirectory() as folder:
        ring = Path(folder) / "keys.json"
        keys = create(ring, PASSPHRASE, name="Anna")
        for step in steps:
            with suppress(StoreProblem):
                take_step(ring, keys, step)
        users = users_of(ring)
        assert any(user.reads_content for user in users)
        assert any(Role.ADMINISTRATOR in user.roles and not user.is_blocked for user in users)
        for user in users:
            if user.is_blocked:
                assert code_of(lambda user=user: unlock(ring, PASSPHRASE, user_id=user.id)) == StoreCode.USER_BLOCKED
                assert not user.is_admitted
                continue
            opened = unlock(ring, PASSPHRASE, user_id=user.id)
            assert (opened.user, opened.store_key) == (user, keys.store_key)
            assert opened.content_key == (keys.content_key if user.is_admitted else None)
            assert not user.is_admitted or user.reads_content
