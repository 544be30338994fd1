"""What goes along with every change of a talk: its event in the log, and at closing the row of figures."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from typing_extensions import override

from intake_app.bootstrap.journal import Beside
from intake_app.conversation import changes as c
from intake_app.conversation.consent import released_to
from intake_app.conversation.figures import figures_of
from intake_app.conversation.history import fold
from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError
from intake_app.export.views_visible import Visible
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.problems import StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.bootstrap.guard import Guard
    from intake_app.bootstrap.recorder import Recorder
    from intake_app.conversation.model import Conversation
    from intake_app.export.views import Inputs
    from intake_app.practice.audit import Event
    from intake_app.practice.guard import Permit
    from intake_app.storage.repository import ConversationStore


class TalkKeeper(Beside):
    """Keeps what belongs to the changes of one opened talk."""

    def __init__(
        self,
        store: ConversationStore,
        given: Permit,
        recorder: Recorder,
        guard: Guard,
        inputs: Callable[[Conversation], Inputs],
    ) -> None:
        """Log under the permit by which the talk was opened; `inputs` is what papers know of a talk."""
        self._store, self._given, self._recorder, self._guard, self._inputs = store, given, recorder, guard, inputs

    @override
    def takes_changes(self) -> bool:
        """Tell whether the key, the role and the holding by which the talk was opened still stand."""
        return self._guard.may(Action.CHANGE, self._given.talk)

    @override
    def events(self, first: int, last: int, changes: Sequence[c.Change]) -> tuple[Event, ...]:
        """Return the events of changes that were stored as numbers `first` to `last`."""
        span = {"from": first, "to": last}
        found = [self._recorder.event(EventCode.TALK_CHANGED, self._given, detail=span)]
        if any(isinstance(each, c.Closed) for each in changes):
            found.append(self._recorder.event(EventCode.TALK_CLOSED, self._given))
        released = self._released(first, changes) if any(isinstance(each, c.ConsentSet) for each in changes) else 0
        if released:
            found.append(self._recorder.event(EventCode.ITEM_RELEASED, self._given, detail={"items": released}))
        return tuple(found)

    @override
    def kept(self, after: Conversation, changes: Sequence[c.Change]) -> None:
        """Keep the row of figures of a talk that was just closed; closing again replaces it.

        The answers are on the disk by now: a row that cannot be written is made at the next closing.
        """
        if after.closed is not None and any(isinstance(each, c.Closed) for each in changes):
            with suppress(StoreProblem, ProblemsError):
                inputs = self._inputs(after)
                row = figures_of(after, inputs.picture, Visible(inputs))
                self._store.keep_figures(uuid.uuid4().hex, after.id, row)

    def _released(self, first: int, changes: Sequence[c.Change]) -> int:
        """Return how many things that stay inside these changes let out that were not let out before them."""
        talk = ConversationId(self._given.talk)
        before = [change_from_bytes(each) for each in self._store.load(talk)[: first - 1]] if first > 1 else []
        known = _let_out(fold(talk, before)) if before else frozenset()
        return len(_let_out(fold(talk, (*before, *changes))) - known)


def _let_out(talk: Conversation) -> frozenset[tuple[str, str]]:
    """Return what stays inside otherwise and may be read now, each with who may."""
    recipients = {each.recipient for each in talk.consents}
    return frozenset((each, item) for each in recipients for item in released_to(talk, each))
