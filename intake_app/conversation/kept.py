"""A conversation whose every change is kept at once, with undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.conversation.history import apply, can_redo, can_undo, fold
from intake_app.conversation.otherwise import refused
from intake_app.core.problems import ProblemsError, problem
from intake_app.triage.model import FlagEffect, FlagState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.advice.plan import Choice
    from intake_app.conversation.knowledge import Knowledge, Picture
    from intake_app.conversation.model import Contest, Conversation
    from intake_app.conversation.ports import Clock, Journal
    from intake_app.core.ids import ConversationId
    from intake_app.core.problems import Problem
    from intake_app.directory.model import Directory

_REWRITES = c.Undone | c.Redone | c.Contested | c.Settled
"""Changes that say of others whether they count."""
_BESIDE = c.Moved | c.NoteWritten | c.SafetyPlanSet
"""Changes that mean nothing to the rules: the picture stays as it is."""


class Kept:
    """The state of a conversation, its picture, and the list of changes behind them.

    A clause of a red flag that holds after a change is kept as standing in the same step (decision 1).
    """

    def __init__(
        self,
        id_: ConversationId,
        knowledge: Knowledge,
        journal: Journal | None,
        clock: Clock,
        changes: Sequence[c.Change],
    ) -> None:
        """Begin from changes; the first must be `Opened`. Without a journal it is only read."""
        self.knowledge, self._journal, self._clock = knowledge, journal, clock
        self.changes: list[c.Change] = list(changes)
        self._opened, self._theirs = len(changes), frozenset[int]()
        self.conversation: Conversation = fold(id_, changes)
        self.picture: Picture = knowledge.picture(self.conversation)

    @property
    def is_read_only(self) -> bool:
        """Tell whether it takes no changes, or none any more: somebody may look at this talk, not work on it."""
        return self._journal is None or not self._journal.takes_changes()

    def undo(self) -> c.Change | None:
        """Take the last undoable change back; returns it."""
        seq = can_undo(self.changes, self._theirs)
        if seq is None:
            return None
        self._keep(c.Undone(seq=seq))
        return self.changes[seq - 1]

    def redo(self) -> c.Change | None:
        """Make the last undone change count again; returns it."""
        seq = can_redo(self.changes, self._theirs)
        if seq is None:
            return None
        self._keep(c.Redone(seq=seq))
        return self.changes[seq - 1]

    def listen(self, told: Callable[[], None]) -> None:
        """Have `told` called (on any thread) when somebody else changed this talk too: then `take_in`."""
        if self._journal is not None:
            self._journal.listen(told)

    def look(self) -> None:
        """Look whether somebody else changed this talk; who listens is told."""
        if self._journal is not None and self._journal.takes_changes():
            self._journal.look(self.conversation.id, self.changes)

    def take_in(self) -> bool:
        """Go on with what others changed in its place; tells whether there was anything."""
        news = None if self._journal is None or self.is_read_only else self._journal.news(self.changes)
        if news is None:
            return False
        self.changes, self._theirs = list(news.changes), news.theirs
        self.conversation = fold(self.conversation.id, self.changes)
        self.picture = self.knowledge.picture(self.conversation, self.picture)
        if newly_standing(self.picture, self.conversation):
            self._keep()
        return True

    def restock(self, directory: Directory) -> None:
        """Go on with the sociale kaart as it is now."""
        if directory is not self.knowledge.supply.directory:
            self.knowledge = self.knowledge.restocked(directory)
            self.picture = self.knowledge.picture(self.conversation)

    def contests(self) -> tuple[Contest, ...]:
        """Return what two people set otherwise, and nobody settled yet."""
        return self.conversation.contested

    def is_own(self, contest: Contest) -> bool:
        """Tell whether it was set by who works here now, since the talk was opened."""
        return contest.seq > self._opened and contest.seq not in self._theirs

    def settle(self, seq: int, *, keep: bool) -> None:
        """Let what stands be, or `keep` what was contested in its place.

        Raises:
            ProblemsError: it cannot be kept any more, for the same reasons as when it is done now.
        """
        change = next(each.change for each in self.contests() if each.seq == seq)
        if not keep:
            self._keep(c.Settled(seq=seq, kept=False))
            return
        wrong = self._wrong_with(change)
        if wrong:
            raise ProblemsError(wrong)
        self._keep(c.Settled(seq=seq, kept=True), _as_of_now(change, self.conversation))

    def _wrong_with(self, change: c.Change) -> tuple[Problem, ...]:
        match change:
            case c.Closed():
                return self.obstacles()
            case c.Chosen(choice=choice):
                return self.refusal(choice)
            case _:
                return ()

    def refusal(self, choice: Choice) -> tuple[Problem, ...]:
        """Return why a decision cannot be kept as it is; nothing where it can."""
        proposal = self.picture.advice.proposal(choice.kind)
        is_flagged = bool(self.picture.assessment.raised())
        return () if proposal is None else refused(choice, proposal.outcome, is_flagged=is_flagged)

    def obstacles(self) -> tuple[Problem, ...]:
        """Return what must be dealt with before closing: what was done about each flag that waits, or is for today."""
        advice, recorded = self.picture.advice, self.conversation.history.recorded
        today = [
            flag.flag
            for flag in self.picture.assessment.raised()
            if flag.effect is FlagEffect.GOES_ON and flag.flag not in recorded
        ]
        return tuple(
            [problem("flag_not_recorded", flag) for flag in dict.fromkeys((*advice.held_by, *today))]
            + [problem("flag_still_possible", flag) for flag in advice.ask_first]
        )

    def _keep(self, *made: c.Change) -> None:
        if self._journal is None or self.is_read_only:
            if all(isinstance(each, c.Moved) for each in made):
                return
            raise ProblemsError((problem("talk_read_only"),))
        base = len(self.changes)
        self._take(made)
        stood = newly_standing(self.picture, self.conversation)
        if stood:
            self._take(stood)
        self._journal.keep(base, self.changes[base:], self.conversation)

    def _take(self, made: Sequence[c.Change]) -> None:
        self.changes.extend(made)
        if any(isinstance(each, _REWRITES) for each in made):
            self.conversation = fold(self.conversation.id, self.changes)
        else:
            for each in made:
                self.conversation = apply(self.conversation, each)
        if not all(isinstance(each, _BESIDE) for each in made):
            self.picture = self.knowledge.picture(self.conversation, self.picture)


def newly_standing(picture: Picture, conversation: Conversation) -> tuple[c.FlagStood, ...]:
    """Return the clauses of red flags that hold now and are not kept as standing yet."""
    standing = conversation.history.standing
    found = []
    for flag in picture.assessment.flags:
        if flag.state is FlagState.RAISED:
            new = {clause.id for clause in flag.all_clauses} - standing.get(flag.flag, frozenset())
            if new:
                found.append(c.FlagStood(flag=flag.flag, clauses=tuple(sorted(new))))
    return tuple(found)


def _as_of_now(change: c.Change, found: Conversation) -> c.Change:
    """Return a contested change as it can be made now: niet-pluis stays, and a moment alone is not begun by it."""
    if not isinstance(change, c.SituationChanged):
        return change
    mine, now = change.situation, found.situation
    kept = replace(
        mine,
        alone_now=False,
        alone_moment=mine.alone_moment or now.alone_moment,
        gut_feeling=mine.gut_feeling or now.gut_feeling,
    )
    return c.SituationChanged(situation=kept)
