"""A talk that takes changes for as long as its user may change it: a key, a role and a hand-over come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from intake_app.conversation import changes as c
from intake_app.conversation.session import Session
from intake_app.core.problems import ProblemsError, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.ports import Clock, Journal
    from intake_app.core.ids import ConversationId


class GuardedSession(Session):
    """One open conversation; asks at each change whether it is still allowed."""

    def __init__(  # noqa: PLR0913, PLR0917  as a session, and who is asked
        self,
        id_: ConversationId,
        knowledge: Knowledge,
        journal: Journal | None,
        clock: Clock,
        changes: Sequence[c.Change],
        may_change: Callable[[], bool],
    ) -> None:
        """Begin from changes."""
        super().__init__(id_, knowledge, journal, clock, changes)
        self._may_change = may_change

    @property
    @override
    def is_read_only(self) -> bool:
        """Tell whether it takes no changes, or none any more."""
        return super().is_read_only or not self._may_change()

    @override
    def _keep(self, *made: c.Change) -> None:
        if not self.is_read_only:
            super()._keep(*made)
        elif any(not isinstance(each, c.Moved) for each in made):
            raise ProblemsError((problem("talk_read_only"),))
