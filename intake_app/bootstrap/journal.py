"""Keeps the changes of one talk in the store, by the writing thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from intake_app.conversation.desk import ConversationRow, Standing
from intake_app.core.ids import ConversationId, QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.routing import asked_in_order
from intake_app.storage.mapping import change_to_bytes
from intake_app.triage.next_question import OWN_QUESTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.changes import Change
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.conversation.ports import Clock
    from intake_app.storage.repository import ConversationStore
    from intake_app.storage.writer import Writer

STANDINGS = {
    "conversation": Standing.TALKING,
    "choose": Standing.CHOOSING,
    "agree": Standing.AGREEING,
    "papers": Standing.PAPER,
}


class StoreJournal:
    """The journal of one talk. Everything slow happens on the writing thread."""

    def __init__(self, store: ConversationStore, writer: Writer, knowledge: Knowledge, clock: Clock) -> None:
        """Write to `store` by `writer`."""
        self._store, self._writer, self._knowledge, self._clock = store, writer, knowledge, clock

    def keep(self, base: int, changes: Sequence[Change], after: Conversation) -> None:
        """Append the changes that follow number `base`."""
        payloads = [change_to_bytes(change) for change in changes]
        at = self._clock.now()

        def write() -> int:
            summary = msgspec.json.encode(row_of(after, self._knowledge, touched=at))
            return self._store.append(after.id, base, payloads, summary, at)

        self._writer.submit(write)


def row_of(found: Conversation, knowledge: Knowledge, *, touched: object) -> dict[str, object]:
    """Return what the list shows of a talk, as plain values."""
    routing = knowledge.picture(found).routing
    order = asked_in_order(knowledge.questionnaire, routing, replace(found.situation, alone_now=False))
    own = found.answers.get(OWN_QUESTION)
    wished = next((wish.text for wish in found.wishes if wish.text), "")
    plan = found.plan
    step = plan.steps[0] if plan.steps else None
    return {
        "opened": found.opened,
        "touched": touched,
        "mode": found.situation.mode.value,
        "gender": found.situation.person.gender,
        "age": found.situation.person.age_on(found.situation.date),
        "about": wished or (own.value if isinstance(own, Given) and isinstance(own.value, str) else ""),
        "standing": Standing.CLOSED if found.closed else STANDINGS.get(found.screen, Standing.TALKING),
        "place": _place(found, knowledge),
        "next_step": step.text if step is not None else "",
        "next_on": plan.speak_again or (step.by if step is not None else None),
        "asked": sum(1 for id_ in order if id_ in found.answers),
        "in_all": len(order),
    }


def _place(found: Conversation, knowledge: Knowledge) -> str:
    """Return the topic that one stopped at, in words; nothing where it is a silent one."""
    question = knowledge.questionnaire.questions.get(QuestionId(found.place))
    if question is None:
        return ""
    topic = knowledge.questionnaire.topics[question.topic]
    return "" if topic.silent or question.safety else topic.name.nl


def row_from(id_: str, summary: bytes) -> ConversationRow:
    """Read a row of the list back."""
    fields = msgspec.json.decode(summary, type=dict[str, object])
    return msgspec.convert({"id": ConversationId(id_), **fields}, type=ConversationRow)
