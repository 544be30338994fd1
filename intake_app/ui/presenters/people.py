"""Who works with the program: how each stands, and what the present user may do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake_app.core.problems import ProblemsError
from intake_app.practice.people import People
from intake_app.practice.rights import Action
from intake_app.practice.users import CONTENT_ROLES, Role, User
from intake_app.ui.presenters.four_words import WORDS

HOW_MANY_WORDS = 4
_OF_OLD = frozenset({"passphrase_wrong", "passphrase_wait"})
_OF_ROLES = frozenset({"last_administrator", "last_content_holder", "role_without_content"})


class Stand(StrEnum):
    """How it stands with a user; a pass phrase of their own and admission may both be waited for."""

    ACTIVE = "active"
    AWAITS = "awaits"
    MUST_CHANGE = "must_change"
    BLOCKED = "blocked"


class Deed(StrEnum):
    """What can be done about a user."""

    ADMIT = "admit"
    CHANGE = "change"
    RENEW = "renew"
    BLOCK = "block"
    UNBLOCK = "unblock"


class Field(StrEnum):
    """Where something that was refused must be put right."""

    NAME = "name"
    ROLES = "roles"
    OLD_PHRASE = "old_phrase"
    PHRASE = "phrase"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """One user in the table, and what the present user may do about them."""

    user: User
    stands: tuple[Stand, ...]
    deeds: tuple[Deed, ...]
    is_me: bool


def rows_of(people: People) -> tuple[UserRow, ...]:
    """Return everyone by name."""
    me = people.me
    may_manage = people.may(Action.MANAGE_USERS)
    may_admit = people.may(Action.ADMIT) and me is not None and me.reads_content
    found = []
    for user in people.everyone():
        is_me = me is not None and user.id == me.id
        deeds = _deeds(user, is_me=is_me, may_manage=may_manage, may_admit=may_admit)
        found.append(UserRow(user=user, stands=stands_of(user), deeds=deeds, is_me=is_me))
    return tuple(found)


def stands_of(user: User) -> tuple[Stand, ...]:
    """Return how it stands with a user; what is waited for says more than that they are active."""
    if user.is_blocked:
        return (Stand.BLOCKED,)
    waits = ((Stand.AWAITS, user.awaits_admission), (Stand.MUST_CHANGE, user.must_change))
    return tuple(stand for stand, holds in waits if holds) or (Stand.ACTIVE,)


def _deeds(user: User, *, is_me: bool, may_manage: bool, may_admit: bool) -> tuple[Deed, ...]:
    allowed = {
        Deed.ADMIT: may_admit and user.awaits_admission,
        Deed.CHANGE: may_manage,
        Deed.RENEW: may_manage and not is_me and not user.is_blocked,
        Deed.BLOCK: may_manage and not is_me and not user.is_blocked,
        Deed.UNBLOCK: may_manage and user.is_blocked,
    }
    return tuple(deed for deed, is_allowed in allowed.items() if is_allowed)


def reads_content(roles: frozenset[Role]) -> bool:
    """Tell whether these roles ask for admission to what was said."""
    return bool(roles & CONTENT_ROLES)


def four_words(pick: Callable[[Sequence[str]], str]) -> str:
    """Return a pass phrase that can be told by telephone; `pick` draws from a source that nobody can foresee."""
    return " ".join(pick(WORDS) for _ in range(HOW_MANY_WORDS))


def field_of(error: Exception) -> Field:
    """Return the field that a refusal is about."""
    codes = [each.code.removeprefix("store_") for each in error.problems] if isinstance(error, ProblemsError) else []
    about = ((Field.OLD_PHRASE, _OF_OLD), (Field.ROLES, _OF_ROLES))
    starts = ((Field.NAME, "name_"), (Field.PHRASE, "passphrase_"))
    found = [field for code in codes for field, these in about if code in these]
    found += [field for code in codes for field, start in starts if code.startswith(start)]
    return next(iter(found), Field.FORM)
