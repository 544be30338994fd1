"""Putting a copy back, step by step: nothing changes before the last one, and that one is asked for in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.practice.copies import Copies, PutBack, RestorePreview

OF_OTHER = "store_backup_of_other"


class Step(StrEnum):
    """What is asked or shown."""

    CHOOSE = "choose"
    PHRASE = "phrase"
    PREVIEW = "preview"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreState:
    """Everything that the panel shows.

    Attributes:
        is_waiting: the copy is being looked at.
        fault: what went wrong, in words; "" when nothing did.
        asks_other: the copy is one of another store, which has to be wanted in so many words.
        has_read, wants_other: what was ticked.
    """

    step: Step = Step.CHOOSE
    path: str = ""
    is_waiting: bool = False
    fault: str = ""
    preview: RestorePreview | None = None
    asks_other: bool = False
    has_read: bool = False
    wants_other: bool = False

    @property
    def may_put_back(self) -> bool:
        """Whether everything that must be said was said."""
        return self.step is Step.PREVIEW and self.has_read and (self.wants_other or not self.asks_other)

    @property
    def newer_changes(self) -> int:
        """How many changes of now the copy does not have, as far as can be told."""
        found = self.preview
        if found is None or found.present_changes is None or self.asks_other:
            return 0
        return max(found.present_changes - found.changes, 0)

    @property
    def is_now_newer(self) -> bool:
        """Whether somebody worked on after the copy was made."""
        found = self.preview
        touched = found.present_touched if found else None
        return self.newer_changes > 0 or (found is not None and touched is not None and touched > found.made)


class Restore:
    """Holds the state, and the pass phrase from when it was typed until the copy is back."""

    def __init__(self, copies: Copies, in_words: Callable[[Problem], str]) -> None:
        self._copies, self._in_words, self._phrase = copies, in_words, ""
        self.state = RestoreState()

    def choose(self, path: str) -> None:
        """Take this copy, and ask its pass phrase."""
        self.state = RestoreState(step=Step.PHRASE, path=path)

    def back(self) -> bool:
        """Go one step back; False when there is none."""
        before = {Step.PHRASE: Step.CHOOSE, Step.PREVIEW: Step.PHRASE}.get(self.state.step)
        if before is None or self.state.is_waiting:
            return False
        self.forget()
        self.state = RestoreState(step=before, path=self.state.path if before is Step.PHRASE else "")
        return True

    def look(self, phrase: str) -> Callable[[], RestorePreview] | None:
        """Return the slow work of looking at the copy; None when no pass phrase was typed."""
        if not phrase.strip():
            self.state = replace(self.state, fault=self._in_words(problem("store_passphrase_empty")))
            return None
        self._phrase = phrase
        self.state = replace(self.state, is_waiting=True, fault="")
        return partial(self._copies.preview, self.state.path, phrase)

    def looked(self, found: RestorePreview) -> None:
        """Show what was found."""
        asks = found.of_this_store is False
        self.state = RestoreState(step=Step.PREVIEW, path=self.state.path, preview=found, asks_other=asks)

    def confirm(self, *, has_read: bool, wants_other: bool) -> None:
        """Note what was ticked."""
        self.state = replace(self.state, has_read=has_read, wants_other=wants_other)

    def put_back(self) -> Callable[[], PutBack] | None:
        """Return the slow work of putting the copy back; None while something must still be said."""
        if not self.state.may_put_back:
            return None
        other = self.state.wants_other
        self.state = replace(self.state, step=Step.WORKING, fault="")
        return partial(self._copies.put_back, self.state.path, self._phrase, other_store=other)

    def refused(self, error: Exception, otherwise: str) -> None:
        """Say what went wrong, where it can be set right; `otherwise` is for what has no words of its own."""
        problems = error.problems if isinstance(error, ProblemsError) else ()
        is_other = any(each.code == OF_OTHER for each in problems)
        words = "\n".join(self._in_words(each) for each in problems if each.code != OF_OTHER)
        step = Step.PREVIEW if self.state.step is Step.WORKING else self.state.step
        fault = words if words or is_other else otherwise
        is_asked = self.state.asks_other or is_other
        self.state = replace(self.state, step=step, is_waiting=False, fault=fault, asks_other=is_asked, has_read=False)

    def forget(self) -> None:
        """Forget the pass phrase."""
        self._phrase = ""
