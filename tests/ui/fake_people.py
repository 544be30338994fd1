"""People in memory: users, their pass phrases, and a recovery sheet."""

from __future__ import annotations

import datetime
from dataclasses import replace

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.guard import may
from intake_app.practice.people import Recovery, RecoveryState
from intake_app.practice.recovery_code import in_groups, make_code, read_code
from intake_app.practice.rights import Action
from intake_app.practice.users import FIRST_ROLES, Role, User

FIRST = User(id="u1", name="Marieke de Vries", roles=FIRST_ROLES, is_admitted=True)
COLLEAGUE = User(id="u2", name="Sanne Bakker", roles=frozenset({Role.ASSISTANT}), is_admitted=True)
NEWCOMER = User(id="u3", name="Tarik Yilmaz", roles=frozenset({Role.INTAKER}), must_change=True)
BLOCKED = User(id="u4", name="Wim Smit", roles=frozenset({Role.ASSISTANT}), is_admitted=True, is_blocked=True)
OFFICER = User(id="u5", name="Noor Jansen", roles=frozenset({Role.PRIVACY_OFFICER}))
TODAY = datetime.datetime.fromisoformat("2026-11-22T10:32")
CODE = make_code(lambda below: 7 % below)


class FakePeople:
    """Starts with whom a test gives; `me` is the first of them."""

    def __init__(self, *users, me="u1"):
        self.users = {user.id: user for user in (users or (FIRST,))}
        self.my_id, self.sheet, self.code = me, Recovery(), ""
        self.phrases, self.pages = {}, b"%PDF"

    @property
    def me(self):
        return self.users.get(self.my_id)

    def may(self, action):
        return may(self.me, action)

    def everyone(self):
        return tuple(sorted(self.users.values(), key=lambda user: user.name.casefold()))

    def create(self, name, roles, passphrase):
        self._need(Action.MANAGE_USERS)
        if name in {user.name for user in self.users.values()}:
            raise ProblemsError((problem("store_name_taken"),))
        made = User(id=f"u{len(self.users) + 10}", name=name, roles=roles, must_change=True)
        self.users[made.id], self.phrases[made.id] = made, passphrase
        return made

    def admit(self, user_id):
        self._need(Action.ADMIT)
        self._put(user_id, is_admitted=True)

    def change(self, user_id, name, roles):
        self._need(Action.MANAGE_USERS)
        others = (user for user in self.users.values() if user.id != user_id and not user.is_blocked)
        if Role.ADMINISTRATOR not in roles and not any(Role.ADMINISTRATOR in user.roles for user in others):
            raise ProblemsError((problem("store_last_administrator"),))
        self._put(user_id, name=name, roles=roles)

    def block(self, user_id, *, blocked):
        self._need(Action.MANAGE_USERS)
        self._put(user_id, is_blocked=blocked)

    def renew(self, user_id, passphrase):
        self._need(Action.MANAGE_USERS)
        self.phrases[user_id] = passphrase
        self._put(user_id, must_change=True, is_admitted=False)

    def change_passphrase(self, old, new):
        if old != self.phrases.get(self.my_id, old):
            raise ProblemsError((problem("store_passphrase_wrong"),))
        self.phrases[self.my_id] = new

    def recovery(self):
        return self.sheet

    def make_recovery(self):
        self._need(Action.RECOVERY)
        self.code, self.sheet = CODE, Recovery(state=RecoveryState.UNTESTED, made=TODAY)
        return in_groups(CODE)

    def recovery_pdf(self, code):  # noqa: ARG002  as the real one is called
        return self.pages

    def test_recovery(self, typed):
        is_right = read_code(typed) == self.code
        if is_right:
            self.sheet = replace(self.sheet, state=RecoveryState.TESTED, tested=TODAY)
        return is_right

    def recover(self, typed, user_id, passphrase):
        if not self.code or read_code(typed) != self.code:
            raise ProblemsError((problem("store_recovery_wrong"),))
        self.phrases[user_id] = passphrase

    def _need(self, action):
        if not self.may(action):
            raise ProblemsError((problem("not_allowed"),))

    def _put(self, user_id, **changes):
        self.users[user_id] = replace(self.users[user_id], **changes)
