"""Keeps the changes of one talk in the store, by the writing thread.

Somebody else may write in the same talk. Then what was made here is merged behind it, and there is news.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from typing_extensions import override

from intake_app.conversation.desk import ConversationRow, Standing
from intake_app.conversation.history import fold
from intake_app.conversation.kept import newly_standing
from intake_app.conversation.merging import Numbering, merge
from intake_app.conversation.ports import Journal, News
from intake_app.core.ids import ConversationId, QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.routing import asked_in_order
from intake_app.storage.mapping import change_from_bytes, change_to_bytes, json_of
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.triage.next_question import OWN_QUESTION

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from intake_app.advice.plan import Plan
    from intake_app.conversation.changes import Change
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.conversation.ports import Clock
    from intake_app.practice.audit import Event
    from intake_app.storage.repository import ConversationStore
    from intake_app.storage.writer import Writer

STANDINGS = {
    "conversation": Standing.TALKING,
    "priorities": Standing.CHOOSING,
    "choose": Standing.CHOOSING,
    "agree": Standing.AGREEING,
    "papers": Standing.PAPER,
}

PICTURE_FIRST = 0.015
"""Seconds that writing rests: the picture of an answer is painted by then, and Python lets one thread work at a time.

Own choice: as long as the slowest picture may take (issue 6, *Fast*); nothing that one could see is lost by it.
"""

_ROW = msgspec.json.Decoder(ConversationRow)


class Beside:
    """What goes along with the changes of a talk, and whether it takes any; by itself nothing, and always."""

    def events(self, _first: int, _last: int, _changes: Sequence[Change]) -> tuple[Event, ...]:
        """Return what changes leave in the log that are stored as these numbers; asked again after a merge."""
        return ()

    def kept(self, _after: Conversation, _changes: Sequence[Change]) -> None:
        """Do what is to be done once changes are on the disk."""

    def takes_changes(self) -> bool:
        """Tell whether who works on the talk still may; asked before every change."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A change of this session in the store: its number there, and how it was made before it was merged."""

    seq: int
    made: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Changes that follow number `base` of the session, which had taken in the store as far as `taken`."""

    taken: int
    base: int
    changes: tuple[Change, ...]
    after: Conversation
    at: datetime.datetime


class StoreJournal(Journal):
    """The journal of one talk. Everything slow happens on the writing thread; all else is called by one thread.

    A session numbers the changes as it knows them: those of the store that it has taken in, then its own. The store
    has those of others in between. `Numbering` goes from the one to the other.
    """

    def __init__(
        self,
        store: ConversationStore,
        writer: Writer,
        knowledge: Knowledge,
        clock: Clock,
        beside: Beside | None = None,
    ) -> None:
        """Write to `store` by `writer`.

        The changes that a session had when it first called stand in the store under the same numbers.
        """
        self._store, self._writer, self._knowledge, self._clock = store, writer, knowledge, clock
        self._beside = beside or Beside()
        self._taken: int | None = None
        self._opened = self._asked = 0
        self._told: Callable[[], None] = _nothing
        self._shared = threading.Lock()  # over what both threads use: the two below
        self._own: list[_Own] = []
        self._stored: tuple[Change, ...] | None = None

    @override
    def takes_changes(self) -> bool:
        """Tell whether changes may be kept."""
        return self._beside.takes_changes()

    @override
    def keep(self, base: int, changes: Sequence[Change], after: Conversation) -> None:
        """Append the changes that follow number `base`."""
        taken, at = self._taken_at(base), self._clock.now()
        self._asked += len(changes)
        batch = _Batch(taken=taken, base=base, changes=tuple(changes), after=after, at=at)
        self._writer.submit(lambda: self._write(batch), must=True, rest=PICTURE_FIRST)

    @override
    def look(self, talk: ConversationId, known: Sequence[Change]) -> None:
        """Compare the store with what is known, after all that is being written."""
        taken = self._taken_at(len(known))
        self._writer.submit(lambda: self._compare(talk, taken))

    @override
    def news(self, known: Sequence[Change]) -> News | None:
        """Return the changes of the store, and behind them those that are not written yet."""
        taken = self._taken_at(len(known))
        with self._shared:
            stored, self._stored = self._stored, None
            own = [each.seq for each in self._own]
        if stored is None:
            return None
        numbering, last = _numbering(taken, own), len(stored)
        waiting = known[len(known) - (self._asked - len(own)) :]
        changes = (*stored, *(numbering.renumbered(change, last) for change in waiting))
        self._taken = last
        theirs = frozenset(range(self._opened + 1, last + 1)) - set(own)
        return None if changes == tuple(known) else News(changes=changes, theirs=theirs)

    @override
    def listen(self, told: Callable[[], None]) -> None:
        """Have `told` called on the writing thread when there is news."""
        self._told = told

    def _taken_at(self, base: int) -> int:
        if self._taken is None:
            self._taken = self._opened = base
        return self._taken

    def _write(self, batch: _Batch) -> None:
        try:
            self._append(batch.base, batch.changes, batch.after, batch.at)
        except StoreProblem as stale:
            if stale.code is not StoreCode.STALE:
                raise
            self._write_behind(batch, stale)
            self._told()
        else:
            with self._shared:
                self._own += _owned(batch.base, batch.changes)
                self._stored = self._stored and (*self._stored, *batch.changes)
            self._beside.kept(batch.after, batch.changes)

    def _write_behind(self, batch: _Batch, stale: StoreProblem) -> None:
        """Merge the changes behind what somebody else wrote, and write them there."""
        numbering = _numbering(batch.taken, [each.seq for each in self._own])
        if not batch.base or len(numbering.own) != batch.base - batch.taken:
            raise stale  # a talk that began twice, or changes of ours that could not be written before these
        while True:
            stored = self._load(batch.after.id)
            last, theirs = len(stored), numbering.theirs(len(stored))
            made = [numbering.renumbered(each, last) for each in batch.changes]
            before = {each.seq: each.made for each in self._own if each.seq > batch.taken}
            merged = merge(stored, theirs, made, before)
            state = fold(batch.after.id, (*stored, *merged))
            added = (*merged, *newly_standing(self._knowledge.picture(state), state))
            after = fold(batch.after.id, (*stored, *added))
            try:
                self._append(last, added, after, batch.at)
            except StoreProblem as again:
                if again.code is not StoreCode.STALE:
                    raise
                continue
            with self._shared:
                self._own += _owned(last, made)
                self._stored = (*stored, *added)
            self._beside.kept(after, added)
            return

    def _append(self, base: int, changes: Sequence[Change], after: Conversation, at: datetime.datetime) -> None:
        summary = json_of(row_of(after, self._knowledge, touched=at))
        payloads = [change_to_bytes(change) for change in changes]
        events = self._beside.events(base + 1, base + len(changes), changes)
        self._store.append(after.id, base, payloads, summary, at, events=events)

    def _compare(self, talk: ConversationId, taken: int) -> None:
        with suppress(StoreProblem):  # nothing was lost: the next change finds out
            stored = self._load(talk)
            with self._shared:
                numbering = _numbering(taken, [each.seq for each in self._own])
                is_new = bool(numbering.theirs(len(stored)))
                self._stored = stored if is_new else self._stored
            if is_new:
                self._told()

    def _load(self, talk: ConversationId) -> tuple[Change, ...]:
        return tuple(change_from_bytes(data) for data in self._store.load(talk))


def _nothing() -> None:
    """Tell nobody."""


def _numbering(taken: int, own: Sequence[int]) -> Numbering:
    return Numbering(taken=taken, own=tuple(seq for seq in own if seq > taken))


def _owned(base: int, made: Sequence[Change]) -> list[_Own]:
    return [_Own(seq=seq, made=change) for seq, change in enumerate(made, start=base + 1)]


def row_of(found: Conversation, knowledge: Knowledge, *, touched: object) -> dict[str, object]:
    """Return what the list shows of a talk, as plain values."""
    facts = found.situation.facts(wishes=found.wish_topics, strengths=found.strength_topics)
    routing = knowledge.engine.router.route(found.answers, facts)
    order = asked_in_order(knowledge.questionnaire, routing, replace(found.situation, alone_now=False))
    own = found.answers.get(OWN_QUESTION)
    wished = next((wish.text for wish in found.wishes if wish.text), "")
    next_step, next_on = _next(found.plan)
    return {
        "opened": found.opened,
        "touched": touched,
        "mode": found.situation.mode.value,
        "gender": found.situation.person.gender,
        "age": found.situation.person.age_on(found.situation.date),
        "about": wished or (own.value if isinstance(own, Given) and isinstance(own.value, str) else ""),
        "standing": Standing.CLOSED if found.closed else STANDINGS.get(found.screen, Standing.TALKING),
        "place": _place(found, knowledge),
        "next_step": next_step,
        "next_on": next_on,
        "asked": sum(1 for id_ in order if id_ in found.answers),
        "in_all": len(order),
    }


def _next(plan: Plan) -> tuple[str, datetime.date | None]:
    """Return what comes first, with its own day: a step with a day, else speaking again, else a step without one."""
    dated = [(step.by, at, step.text) for at, step in enumerate(plan.steps) if step.by is not None]
    if dated:
        day, _at, text = min(dated)
        return text, day
    if plan.speak_again is not None or not plan.steps:
        return "", plan.speak_again
    return plan.steps[0].text, None


def _place(found: Conversation, knowledge: Knowledge) -> str:
    """Return the topic that one stopped at, in words; nothing where it is a silent one."""
    question = knowledge.questionnaire.questions.get(QuestionId(found.place))
    if question is None:
        return ""
    topic = knowledge.questionnaire.topics[question.topic]
    return "" if topic.silent or question.safety else topic.name.nl


def row_from(id_: str, summary: bytes) -> ConversationRow:
    """Read a row of the list back; the id goes before the fields of its summary."""
    return _ROW.decode(b'{"id":' + msgspec.json.encode(id_) + b"," + summary.removeprefix(b"{"))
