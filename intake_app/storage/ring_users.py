"""The users in the key ring: made, admitted, changed, kept out. Who may do so is asked before, by the use case.

Two rules hold whoever asks: somebody stays who manages the users, and somebody stays who can read what was said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from intake_app.practice.users import CONTENT_ROLES, Role, User
from intake_app.storage.keys import (
    Keys,
    admitted,
    change_ring,
    made_user,
    new_user_id,
    settled_name,
    with_user,
)
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.ring_file import CONTENT, FIRST_FORMAT, Ring, RingUser, read_ring


def users_of(path: Path) -> tuple[User, ...]:
    """All users by name, without a passphrase; none in a ring of the first format.

    Raises:
        StoreProblem: `ring_missing` or `ring_damaged`.
    """
    ring = read_ring(path).ring
    users = () if ring.format == FIRST_FORMAT else ring.users
    return tuple(sorted((each.user for each in users), key=lambda user: (user.name.casefold(), user.id)))


def add_user(path: Path, keys: Keys, name: str, roles: frozenset[Role], passphrase: str) -> User:
    """Make a user, who must replace this passphrase at the first opening. What was said opens by `admit`.

    Raises:
        StoreProblem: `name_empty`, `name_taken`, what is wrong with the passphrase, or as `change_ring`.
    """
    user = User(id=new_user_id(), name=settled_name(name), roles=roles, must_change=True)
    made = made_user(keys, user, passphrase)

    def added(ring: Ring) -> Ring:
        _refuse_name(ring, user)
        return replace(ring, users=(*ring.users, made))

    change_ring(path, keys, added)
    return user


def admit(path: Path, keys: Keys, user_id: str) -> None:
    """Hand the content key to a user.

    Raises:
        StoreProblem: `content_closed` when these keys lack it, `role_without_content`, `user_blocked`,
            `user_unknown`, or as `change_ring`.
    """
    content_key = keys.content_key
    if content_key is None:
        raise StoreProblem(StoreCode.CONTENT_CLOSED, "ring")

    def opened(user: RingUser) -> RingUser:
        if user.is_blocked:
            raise StoreProblem(StoreCode.USER_BLOCKED, "ring")
        if not user.roles & CONTENT_ROLES:
            raise StoreProblem(StoreCode.ROLE_WITHOUT_CONTENT, "ring")
        return admitted(user, content_key)

    _change_user(path, keys, user_id, opened)


def change_user(path: Path, keys: Keys, user_id: str, name: str, roles: frozenset[Role]) -> None:
    """Give a user another name or other roles; without a role that reads what was said its key goes too.

    Raises:
        StoreProblem: `name_empty`, `name_taken`, `last_administrator`, `last_content_holder`, `user_unknown`, or
            as `change_ring`.
    """

    def renamed(user: RingUser) -> RingUser:
        changed = replace(user, name=settled_name(name), roles=roles)
        return changed if roles & CONTENT_ROLES else _without_content(changed)

    _change_user(path, keys, user_id, renamed)


def block_user(path: Path, keys: Keys, user_id: str, *, blocked: bool) -> None:
    """Keep a user out, or let them in again; what was said then opens to them after a new admission.

    Raises:
        StoreProblem: `own_block`, `last_administrator`, `last_content_holder`, `user_unknown`, or as `change_ring`.
    """
    if blocked and user_id == keys.user_id:
        raise StoreProblem(StoreCode.OWN_BLOCK, "ring")
    _change_user(
        path,
        keys,
        user_id,
        lambda user: replace(_without_content(user) if blocked else user, is_blocked=blocked),
    )


def renew_user(path: Path, keys: Keys, user_id: str, passphrase: str) -> None:
    """Give a user who forgot it a new passphrase, to be replaced; what was said opens after a new admission.

    Raises:
        StoreProblem: what is wrong with the passphrase, `last_content_holder`, `user_unknown`, or as `change_ring`.
    """
    _change_user(
        path,
        keys,
        user_id,
        lambda user: made_user(keys, replace(user.user, is_admitted=False, must_change=True), passphrase),
    )


def user_of(ring: Ring, user_id: str) -> RingUser:
    """The user of this id; raises StoreProblem `user_unknown`."""
    for user in ring.users:
        if user.user_id == user_id:
            return user
    raise StoreProblem(StoreCode.USER_UNKNOWN, "ring")


def _change_user(path: Path, keys: Keys, user_id: str, changed: Callable[[RingUser], RingUser]) -> None:
    def applied(ring: Ring) -> Ring:
        before = user_of(ring, user_id)
        made = changed(before)
        if made.name != before.name:
            _refuse_name(ring, made.user)
        after = with_user(ring, made)
        _refuse_when_nobody_stays(after)
        return after

    change_ring(path, keys, applied)


def _refuse_name(ring: Ring, user: User) -> None:
    if not user.name:
        raise StoreProblem(StoreCode.NAME_EMPTY, "ring")
    others = {other.name.casefold() for other in ring.users if other.user_id != user.id}
    if user.name.casefold() in others:
        raise StoreProblem(StoreCode.NAME_TAKEN, "ring")


def _refuse_when_nobody_stays(ring: Ring) -> None:
    users = [each.user for each in ring.users]
    if not any(Role.ADMINISTRATOR in user.roles and not user.is_blocked for user in users):
        raise StoreProblem(StoreCode.LAST_ADMINISTRATOR, "ring")
    if not any(user.reads_content for user in users):
        raise StoreProblem(StoreCode.LAST_CONTENT_HOLDER, "ring")


def _without_content(user: RingUser) -> RingUser:
    return replace(user, wrapped={purpose: box for purpose, box in user.wrapped.items() if purpose != CONTENT})
