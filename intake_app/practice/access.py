"""Whose talk it is, handing it over, and the break-glass key."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from intake_app.practice.users import User


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenTalk:
    """A colleague's talk that one may not open: when it was held, and by whom; nothing of what was said."""

    talk: str
    opened: datetime.datetime
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGlass:
    """A talk that is open by the break-glass key, until when, and the reason that was given."""

    talk: str
    until: datetime.datetime
    reason: str


class Access(Protocol):
    """Whose talk it is, handing it over, and the break-glass key."""

    def hidden(self) -> tuple[HiddenTalk, ...]:
        """Return the talks of colleagues that this user may open by break-glass only, newest first."""

    def break_glass(self, talk: str, reason: str) -> OpenGlass:
        """Open a colleague's talk for half an hour, with a reason of at least ten characters."""

    def open_glasses(self) -> tuple[OpenGlass, ...]:
        """Return what is open by the break-glass key now."""

    def end_glass(self, talk: str) -> None:
        """Give it back before the time is over."""

    def colleagues(self) -> tuple[User, ...]:
        """Return who a talk can be handed to: users who read content, without the present one."""

    def hand_over(self, talk: str, user_id: str, *, keep: bool) -> None:
        """Give a talk to a colleague; with `keep` one goes on working on it too."""

    def holders(self, talk: str) -> tuple[User, ...]:
        """Return who works on a talk, the first one first."""
