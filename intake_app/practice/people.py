"""Who works with the program: users, their pass phrases, and the recovery sheet."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from intake_app.practice.rights import Action
from intake_app.practice.users import Role, User


class RecoveryState(StrEnum):
    """Whether there is a recovery sheet, and whether somebody typed it back from the paper."""

    NONE = "none"
    UNTESTED = "untested"
    TESTED = "tested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """The recovery sheet: its state, when it was made, and when it was tried from the paper."""

    state: RecoveryState = RecoveryState.NONE
    made: datetime.datetime | None = None
    tested: datetime.datetime | None = None


class People(Protocol):
    """Users, their pass phrases, and the recovery sheet."""

    @property
    def me(self) -> User | None:
        """Who has the program open; None while it is locked."""

    def may(self, action: Action) -> bool:
        """Tell whether the present user may do something that is about no talk: to leave out what they cannot use."""

    def everyone(self) -> tuple[User, ...]:
        """Return all users by name; also while the store is locked, to choose who one is. Empty for a store of old."""

    def create(self, name: str, roles: frozenset[Role], passphrase: str) -> User:
        """Make a user; they choose a pass phrase of their own at the first opening. Slow."""

    def admit(self, user_id: str) -> None:
        """Hand the content key to a user with a content role. Slow."""

    def change(self, user_id: str, name: str, roles: frozenset[Role]) -> None:
        """Give a user another name or other roles. The last administrator and content holder stay. Slow."""

    def block(self, user_id: str, *, blocked: bool) -> None:
        """Keep a user out, or let them in again. Nobody blocks themselves. Slow."""

    def renew(self, user_id: str, passphrase: str) -> None:
        """Give a user who forgot it a new pass phrase; what was said opens to them after a new admission. Slow."""

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace one's own pass phrase. Slow."""

    def recovery(self) -> Recovery:
        """Return how it stands with the recovery sheet."""

    def make_recovery(self) -> str:
        """Make a recovery code, shown once, in groups; an earlier one no longer opens anything. Slow."""

    def recovery_pdf(self, code: str) -> bytes:
        """Make the sheet to print. Slow."""

    def test_recovery(self, typed: str) -> bool:
        """Tell whether what was typed from the paper opens the store; then the sheet counts as tested. Slow."""

    def recover(self, typed: str, user_id: str, passphrase: str) -> None:
        """Give a user a new pass phrase with the code of the sheet, while the store is locked. Slow."""
