"""Makes the events of the log: who, when, on which computer, for what purpose, and with which right."""

from __future__ import annotations

import platform
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.practice.audit import Actor, Controls, Event, EventCode, Purpose
from intake_app.practice.guard import Permit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from intake_app.conversation.ports import Clock
    from intake_app.practice.users import User

NOBODY = Actor()


def actor_of(user: User | None) -> Actor:
    """Return somebody as the log knows them."""
    return NOBODY if user is None else Actor(id=user.id, name=user.name, roles=user.roles)


class Recorder:
    """Makes events. It writes none: an event goes along with what it is about, in the same transaction."""

    def __init__(self, clock: Clock, me: Callable[[], User | None], practice: Callable[[], str]) -> None:
        """Ask `me` who acts, and `practice` which practice this is, at each event."""
        self._clock, self._me, self._practice = clock, me, practice
        self._computer = platform.node()

    def event(  # noqa: PLR0913  an event has so many sides
        self,
        code: EventCode,
        permit: Permit | None = None,
        *,
        about: str = "",
        succeeded: bool = True,
        reason: str = "",
        detail: Mapping[str, object] | None = None,
    ) -> Event:
        """Return an event of now; with a permit it is about its talk and says on what ground it was allowed."""
        return Event(
            code=code,
            at=self._clock.now(),
            actor=actor_of(self._me()),
            talk="" if permit is None else permit.talk,
            object=about,
            succeeded=succeeded,
            purpose=Purpose.OPERATIONS if permit is None else permit.purpose,
            controls=Controls() if permit is None else permit.controls,
            reason=reason,
            detail={name: str(value) for name, value in (detail or {}).items()},
            computer=self._computer,
            practice=self._practice(),
        )

    def denied(self, action: str, talk: str) -> Event:
        """Return the event that somebody was refused."""
        made = self.event(EventCode.DENIED, about=action, succeeded=False)
        return replace(made, talk=talk, controls=Controls(authorisation=False))
