"""The copies of the store: whether they are as they should be, and whether one should be tried again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from intake_app.practice.copies import Copies, CopiesState, CopyLine
from intake_app.ui.presenters.conversations import local

TRY_AGAIN_AFTER = datetime.timedelta(days=31)


class Standing(StrEnum):
    """How it stands with the copies, the worst first."""

    FAILED = "failed"
    NONE = "none"
    DUE = "due"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The copies as they were found: their state, and each of them, newest first."""

    state: CopiesState
    copies: tuple[CopyLine, ...]

    @property
    def standing(self) -> Standing:
        """How it stands with the copies."""
        if self.state.problem:
            return Standing.FAILED
        if self.state.newest is None:
            return Standing.NONE
        return Standing.DUE if self.state.is_due else Standing.FINE

    def should_try(self, now: datetime.datetime) -> bool:
        """Tell whether it is a month ago, or never, that a copy was proved to work; `now` is this computer's time."""
        tried = self.state.last_tried
        if not self.copies or tried is None:
            return bool(self.copies)
        return now - local(tried).replace(tzinfo=None) >= TRY_AGAIN_AFTER


def look(copies: Copies) -> Shelf:
    """Look at the copies. Slow: the folder may lie on a stick or a network drive."""
    return Shelf(state=copies.state(), copies=copies.all())


def look_elsewhere(copies: Copies, folder: str) -> Shelf:
    """Put copies in another folder from now on, and look what lies there. Slow."""
    copies.set_folder(folder)
    return look(copies)
