"""Asks the right of the present user before anything is done, and logs every refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError
from intake_app.practice import guard as rights
from intake_app.practice.break_glass import open_now
from intake_app.practice.rights import ABOUT_A_TALK, Relation

if TYPE_CHECKING:
    import datetime

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.conversation.ports import Clock
    from intake_app.practice.access import OpenGlass
    from intake_app.practice.guard import Permit
    from intake_app.practice.rights import Action


class Guard:
    """The rights of whoever has the store open.

    Attributes:
        glasses: the talks that were opened by the break-glass key, also those whose time is over.
    """

    def __init__(self, door: StoreDoor, clock: Clock) -> None:
        """Guard what lies behind the door."""
        self._door, self._clock = door, clock
        self.glasses: tuple[OpenGlass, ...] = ()
        self._seen: datetime.datetime | None = None

    def permit(self, action: Action, talk: str = "", *, has_glass: bool = False) -> Permit:
        """Return the permit for an action; `has_glass` where the break-glass key is being turned.

        Raises:
            ProblemsError: `store_locked`, `not_allowed`, or `break_glass_needed`.
        """
        has_glass = has_glass or self.has_glass(talk)
        self._door.look_again()
        self._door.reader  # noqa: B018  locked is another refusal than not allowed
        try:
            found = rights.permit(self._door.me, action, self._relation(action, talk), has_glass=has_glass)
        except ProblemsError as error:
            if error.problems[0].code == "not_allowed":
                self._door.note(self._door.recorder.denied(action.value, talk))
            raise
        return replace(found, talk=talk)

    def may(self, action: Action, talk: str = "") -> bool:
        """Tell whether a permit would be given, without a trace."""
        return rights.may(self._door.me, action, self._relation(action, talk), has_glass=self.has_glass(talk))

    def may_at(self, action: Action, relation: Relation) -> bool:
        """Tell whether the present user may do something at this relation, without the break-glass key."""
        return rights.may(self._door.me, action, relation)

    def open_glasses(self) -> tuple[OpenGlass, ...]:
        """Return what is open by the break-glass key now."""
        now = self._clock.now()
        self._seen = now if self._seen is None else max(self._seen, now)
        return open_now(self.glasses, now, self._seen)

    def add_glass(self, glass: OpenGlass) -> None:
        """Open one more by the clock as it is now, which may have been put right."""
        self.glasses = (*(each for each in self.open_glasses() if each.talk != glass.talk), glass)
        self._seen = None

    def has_glass(self, talk: str) -> bool:
        """Tell whether a talk is open by the break-glass key now."""
        return bool(talk) and any(each.talk == talk for each in self.open_glasses())

    def _relation(self, action: Action, talk: str) -> Relation:
        if action not in ABOUT_A_TALK:
            return Relation.NONE
        return self._door.relations.get(talk, Relation.OTHER)
