"""What goes along with every change of a talk: its event in the log, and at closing the row of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.practice.audit import EventCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.bootstrap.recorder import Recorder
    from intake_app.practice.audit import Event
    from intake_app.practice.guard import Permit


class TalkKeeper:
    """Makes the events of one opened talk."""

    def __init__(self, recorder: Recorder, given: Permit) -> None:
        """Log under the permit by which the talk was opened."""
        self._recorder, self._given = recorder, given

    def events(self, first: int, last: int, changes: Sequence[c.Change]) -> tuple[Event, ...]:
        """Return the events of changes that were stored as numbers `first` to `last`."""
        span = {"from": first, "to": last}
        found = [self._recorder.event(EventCode.TALK_CHANGED, self._given, detail=span)]
        if any(isinstance(each, c.Closed) for each in changes):
            found.append(self._recorder.event(EventCode.TALK_CLOSED, self._given))
        return tuple(found)
