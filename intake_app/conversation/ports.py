"""What the talk needs from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from intake_app.conversation.changes import Change
    from intake_app.conversation.model import Conversation


class Journal(Protocol):
    """Keeps the changes of one conversation. `keep` returns at once; a failed write is told by the journal itself."""

    def keep(self, base: int, changes: Sequence[Change], after: Conversation) -> None:
        """Append changes that follow number `base`; `after` is the state they lead to."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime.datetime:
        """Return the local time, to the second."""
