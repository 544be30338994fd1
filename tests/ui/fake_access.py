"""Whose talk it is, in memory; and a practice of one, that knows no users."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from intake_app.core.problems import ProblemsError
from intake_app.practice import break_glass
from intake_app.practice.people import Recovery, RecoveryState

AT = datetime.datetime(2026, 11, 22, 10, 32, tzinfo=datetime.UTC)


@dataclass
class FakeAccess:
    """The glasses that a test puts in are open until they are given back; `fails` is what the next call raises."""

    glasses: list = field(default_factory=list)
    ended: list = field(default_factory=list)
    kept_apart: tuple = ()
    others: tuple = ()
    handed: list = field(default_factory=list)
    fails: object = None

    def open_glasses(self):
        return tuple(self.glasses)

    def end_glass(self, talk):
        self.ended.append(talk)
        self.glasses = [glass for glass in self.glasses if glass.talk != talk]

    def hidden(self):
        return self.kept_apart

    def break_glass(self, talk, reason):
        wrong = break_glass.reason_problem(reason)
        if wrong is not None:
            raise ProblemsError((wrong,))
        self.glasses.append(break_glass.opened(talk, reason, AT))
        return self.glasses[-1]

    def colleagues(self):
        return self.others

    def hand_over(self, talk, user_id, *, keep):
        if self.fails is not None:
            raise ProblemsError((self.fails,))
        self.handed.append((talk, user_id, keep))


@dataclass
class NoPeople:
    """A store of old: everybody is the one user."""

    me: object = None

    def everyone(self):
        return ()

    def may(self, action):  # noqa: ARG002  as the real one is called
        return True

    def recovery(self):
        return Recovery(state=RecoveryState.TESTED)
