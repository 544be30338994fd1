"""What the talk needs from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from intake_app.conversation.changes import Change
    from intake_app.conversation.model import Conversation
    from intake_app.core.ids import ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """All changes of a conversation as they stand now, and the numbers of those that somebody else made meanwhile."""

    changes: tuple[Change, ...]
    theirs: frozenset[int]


class Journal(Protocol):
    """Keeps the changes of one conversation. `keep` returns at once; a failed write is told by the journal itself.

    What a subclass leaves out is that of a journal nobody else writes in.
    """

    def takes_changes(self) -> bool:
        """Tell whether changes may be kept now: a right to a talk can come to an end while it is open."""
        return True

    def keep(self, base: int, changes: Sequence[Change], after: Conversation) -> None:
        """Append changes that follow number `base`; `after` is the state they lead to."""

    def look(self, talk: ConversationId, known: Sequence[Change]) -> None:
        """Look whether somebody else added to what is known; returns at once, and tells who listens."""

    def news(self, known: Sequence[Change]) -> News | None:
        """Return what stands instead of what is known since somebody else wrote too; None when nobody did."""

    def listen(self, told: Callable[[], None]) -> None:
        """Have `told` called (on any thread) when there is news; it takes the place of who listened before."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime.datetime:
        """Return the local time, to the second."""
