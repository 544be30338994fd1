"""What goes along with every change of a talk: its event in the log, and at closing the row of figures."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.conversation.figures import figures_of
from intake_app.core.problems import ProblemsError
from intake_app.export.views_visible import Visible
from intake_app.practice.audit import EventCode
from intake_app.storage.problems import StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.bootstrap.recorder import Recorder
    from intake_app.conversation.model import Conversation
    from intake_app.export.views import Inputs
    from intake_app.practice.audit import Event
    from intake_app.practice.guard import Permit
    from intake_app.storage.repository import ConversationStore


class TalkKeeper:
    """Keeps what belongs to the changes of one opened talk. Called on the writing thread."""

    def __init__(
        self, recorder: Recorder, given: Permit, store: ConversationStore, inputs: Callable[[Conversation], Inputs]
    ) -> None:
        """Log under the permit by which the talk was opened; `inputs` is what papers know of a talk."""
        self._recorder, self._given, self._store, self._inputs = recorder, given, store, inputs

    def events(self, first: int, last: int, changes: Sequence[c.Change]) -> tuple[Event, ...]:
        """Return the events of changes that were stored as numbers `first` to `last`."""
        span = {"from": first, "to": last}
        found = [self._recorder.event(EventCode.TALK_CHANGED, self._given, detail=span)]
        if any(isinstance(each, c.Closed) for each in changes):
            found.append(self._recorder.event(EventCode.TALK_CLOSED, self._given))
        return tuple(found)

    def kept(self, after: Conversation, changes: Sequence[c.Change]) -> None:
        """Keep the row of figures of a talk that was just closed; closing again replaces it.

        The answers are on the disk by now: a row that cannot be written is made at the next closing.
        """
        if after.closed is not None and any(isinstance(each, c.Closed) for each in changes):
            with suppress(StoreProblem, ProblemsError):
                inputs = self._inputs(after)
                row = figures_of(after, inputs.picture, Visible(inputs))
                self._store.keep_figures(uuid.uuid4().hex, after.id, row)
