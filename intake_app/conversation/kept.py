"""A conversation whose every change is kept at once, with undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.conversation.history import apply, can_redo, can_undo, fold
from intake_app.triage.model import FlagState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.knowledge import Knowledge, Picture
    from intake_app.conversation.model import Conversation
    from intake_app.conversation.ports import Clock, Journal
    from intake_app.core.ids import ConversationId


class Kept:
    """The state of a conversation, its picture, and the list of changes behind them.

    A clause of a red flag that holds after a change is kept as standing in the same step (decision 1).
    """

    def __init__(
        self,
        id_: ConversationId,
        knowledge: Knowledge,
        journal: Journal,
        clock: Clock,
        changes: Sequence[c.Change],
    ) -> None:
        """Begin from changes; the first must be `Opened`."""
        self.knowledge, self._journal, self._clock = knowledge, journal, clock
        self.changes: list[c.Change] = list(changes)
        self.conversation: Conversation = fold(id_, changes)
        self.picture: Picture = knowledge.picture(self.conversation)

    def undo(self) -> c.Change | None:
        """Take the last undoable change back; returns it."""
        seq = can_undo(self.changes)
        if seq is None:
            return None
        self._keep(c.Undone(seq=seq))
        return self.changes[seq - 1]

    def redo(self) -> c.Change | None:
        """Make the last undone change count again; returns it."""
        seq = can_redo(self.changes)
        if seq is None:
            return None
        self._keep(c.Redone(seq=seq))
        return self.changes[seq - 1]

    def _keep(self, *made: c.Change) -> None:
        base = len(self.changes)
        self._take(made)
        stood = self._newly_standing()
        if stood:
            self._take(stood)
        self._journal.keep(base, self.changes[base:], self.conversation)

    def _take(self, made: Sequence[c.Change]) -> None:
        self.changes.extend(made)
        if any(isinstance(each, c.Undone | c.Redone) for each in made):
            self.conversation = fold(self.conversation.id, self.changes)
        else:
            for each in made:
                self.conversation = apply(self.conversation, each)
        self.picture = self.knowledge.picture(self.conversation, self.picture)

    def _newly_standing(self) -> tuple[c.FlagStood, ...]:
        standing = self.conversation.history.standing
        found = []
        for flag in self.picture.assessment.flags:
            if flag.state is FlagState.RAISED:
                new = {clause.id for clause in flag.all_clauses} - standing.get(flag.flag, frozenset())
                if new:
                    found.append(c.FlagStood(flag=flag.flag, clauses=tuple(sorted(new))))
        return tuple(found)
