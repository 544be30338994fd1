"""Whose talk it is, in memory; and a practice of one, that knows no users."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class FakeAccess:
    """The glasses that a test puts in are open until they are given back."""

    glasses: list = field(default_factory=list)
    ended: list = field(default_factory=list)

    def open_glasses(self):
        return tuple(self.glasses)

    def end_glass(self, talk):
        self.ended.append(talk)
        self.glasses = [glass for glass in self.glasses if glass.talk != talk]

    def hidden(self):
        return ()


@dataclass
class NoPeople:
    """A store of old: everybody is the one user."""

    me: object = None

    def everyone(self):
        return ()

    def may(self, action):  # noqa: ARG002  as the real one is called
        return True
