"""Users, their pass phrases, and the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import told
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action
from intake_app.storage import keys as key_ring
from intake_app.storage import recovery, ring_users
from intake_app.storage.places import ring_path
from intake_app.storage.ring_file import ring_exists
from intake_app.storage.swapping import ring_in_force

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.conversation.ports import Clock
    from intake_app.practice.guard import Permit
    from intake_app.practice.people import Recovery
    from intake_app.practice.users import Role, User


class LocalPeople:
    """See `practice.people.People` for what each call means."""

    def __init__(
        self, door: StoreDoor, guard: Guard, clock: Clock, sheet: Callable[[str, datetime.date], bytes]
    ) -> None:
        """Work on the ring beside the store; `sheet` makes the paper of a recovery code."""
        self._door, self._guard, self._clock, self._sheet = door, guard, clock, sheet

    @property
    def me(self) -> User | None:
        """Who has the program open."""
        return self._door.me

    def may(self, action: Action) -> bool:
        """Tell whether the present user may do something that is about no talk."""
        return self._guard.may(action)

    def everyone(self) -> tuple[User, ...]:
        """Return all users by name."""
        if not ring_exists(ring_in_force(self._door.path)):
            return ()
        with told():
            return tuple(
                sorted(ring_users.users_of(ring_in_force(self._door.path)), key=lambda user: user.name.casefold())
            )

    def create(self, name: str, roles: frozenset[Role], passphrase: str) -> User:
        """Make a user."""
        given = self._guard.permit(Action.MANAGE_USERS)
        with told():
            made = ring_users.add_user(self._ring, self._door.store.keys, name, roles, passphrase)
        self._note(EventCode.USER_CREATED, given, made.id, roles=_codes(roles))
        return made

    def admit(self, user_id: str) -> None:
        """Hand the content key to a user with a content role."""
        given = self._guard.permit(Action.ADMIT)
        with told():
            ring_users.admit(self._ring, self._door.store.keys, user_id)
        self._note(EventCode.USER_ADMITTED, given, user_id)

    def change(self, user_id: str, name: str, roles: frozenset[Role]) -> None:
        """Give a user another name or other roles."""
        given = self._guard.permit(Action.MANAGE_USERS)
        with told():
            ring_users.change_user(self._ring, self._door.store.keys, user_id, name, roles)
        self._note(EventCode.USER_CHANGED, given, user_id, roles=_codes(roles))
        self._refresh()

    def block(self, user_id: str, *, blocked: bool) -> None:
        """Keep a user out, or let them in again."""
        given = self._guard.permit(Action.MANAGE_USERS)
        with told():
            ring_users.block_user(self._ring, self._door.store.keys, user_id, blocked=blocked)
        self._note(EventCode.USER_BLOCKED, given, user_id, blocked=blocked)

    def renew(self, user_id: str, passphrase: str) -> None:
        """Give a user who forgot it a new pass phrase."""
        given = self._guard.permit(Action.MANAGE_USERS)
        with told():
            ring_users.renew_user(self._ring, self._door.store.keys, user_id, passphrase)
        self._note(EventCode.PASSPHRASE_CHANGED, given, user_id)

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace one's own pass phrase."""
        mine = self._door.store.keys.user_id
        self._door.passes(mine, lambda: key_ring.change_passphrase(self._ring, old, new, user_id=mine))
        self._note(EventCode.PASSPHRASE_CHANGED, None, mine)

    def recovery(self) -> Recovery:
        """Return how it stands with the recovery sheet."""
        with told():
            return recovery.recovery_of(self._ring)

    def make_recovery(self) -> str:
        """Make a recovery code."""
        given = self._guard.permit(Action.RECOVERY)
        with told():
            code = recovery.make_recovery(self._ring, self._door.store.keys, self._clock.now())
        self._note(EventCode.RECOVERY_MADE, given, "")
        return code

    def recovery_pdf(self, code: str) -> bytes:
        """Make the sheet to print."""
        self._guard.permit(Action.RECOVERY)
        return self._sheet(code, self._clock.now().date())

    def test_recovery(self, typed: str) -> bool:
        """Tell whether what was typed from the paper opens the store."""
        given = self._guard.permit(Action.RECOVERY)
        with told():
            is_right = recovery.test_recovery(self._ring, self._door.store.keys, typed, self._clock.now())
        self._door.note(self._door.recorder.event(EventCode.RECOVERY_TESTED, given, succeeded=is_right))
        return is_right

    def recover(self, typed: str, user_id: str, passphrase: str) -> None:
        """Give a user a new pass phrase with the code of the sheet, and leave a trace of it in the log."""
        if self._door.is_open:
            raise ProblemsError((problem("recover_while_open"),))
        self._door.recover(typed, user_id, passphrase)

    @property
    def _ring(self) -> Path:
        return ring_path(self._door.path)

    def _note(self, code: EventCode, given: Permit | None, about: str, **detail: object) -> None:
        self._door.note(self._door.recorder.event(code, given, about=about, detail=detail))

    def _refresh(self) -> None:
        """Take over a change of one's own name or roles at once."""
        self._door.know_again(self.everyone())


def _codes(roles: frozenset[Role]) -> str:
    return " ".join(sorted(role.value for role in roles))
