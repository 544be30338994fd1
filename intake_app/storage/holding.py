"""Who works on which conversation, and what can be told of a conversation without reading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from intake_app.practice.audit import Event
from intake_app.practice.rights import Relation
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import CONVERSATIONS, HOLDERS
from intake_app.storage.transactions import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationMeta:
    """What everybody with the store key can tell of a conversation: times and whose it is, nothing that was said.

    Attributes:
        released_at: when a paper, the journal text or an export last left the program; None when none did.
        holder: the user it is of; "" when nobody holds it.
    """

    id: str
    created_at: datetime
    touched_at: datetime
    closed_at: datetime | None
    released_at: datetime | None
    holder: str


class Holding(Room):
    """The holders of conversations. The relation is `own` or `shared`; where no row is, it is a colleague's."""

    def holders(self, conversation_id: str) -> list[tuple[str, Relation]]:
        """Who works on a conversation: the one it is of first, then who was asked in, in order of time."""
        chosen = select(HOLDERS.c.user_id, HOLDERS.c.relation).where(HOLDERS.c.conversation_id == conversation_id)
        with self.transactions.read("conversation", {"conversation": conversation_id}) as connection:
            found = connection.execute(chosen.order_by(HOLDERS.c.relation, HOLDERS.c.since, HOLDERS.c.user_id)).all()
        return [(row.user_id, Relation(row.relation)) for row in found]

    def relations_of(self, user_id: str) -> dict[str, Relation]:
        """What a user has to do with each conversation that they hold."""
        chosen = select(HOLDERS.c.conversation_id, HOLDERS.c.relation).where(HOLDERS.c.user_id == user_id)
        with self.transactions.read("store") as connection:
            return {row.conversation_id: Relation(row.relation) for row in connection.execute(chosen)}

    def hand_over(
        self,
        conversation_id: str,
        relations: Mapping[str, Relation | None],
        at: datetime,
        *,
        events: Sequence[Event] = (),
    ) -> None:
        """Change at once who works on a conversation; None: no longer. Raises StoreProblem `unknown_conversation`."""
        of_it = HOLDERS.c.conversation_id == conversation_id
        with self.transactions.write("conversation", {"conversation": conversation_id}, events) as connection:
            last_seq(connection, conversation_id)
            for user_id, relation in relations.items():
                if relation is None:
                    connection.execute(delete(HOLDERS).where(of_it, HOLDERS.c.user_id == user_id))
                else:
                    hold(connection, conversation_id, user_id, relation, at)

    def conversations_meta(self) -> list[ConversationMeta]:
        """What can be told of each conversation without reading it, newest first."""
        record = CONVERSATIONS.c
        chosen = select(record.id, record.created_at, record.touched_at, record.closed_at, record.released_at)
        holder = (
            select(HOLDERS.c.user_id)
            .where(HOLDERS.c.conversation_id == record.id)
            .order_by(HOLDERS.c.relation, HOLDERS.c.since, HOLDERS.c.user_id)
            .limit(1)
            .scalar_subquery()
        )
        newest = chosen.add_columns(holder.label("holder")).order_by(record.created_at.desc(), record.id)
        with self.transactions.read("store") as connection:
            found = connection.execute(newest).mappings().all()
        return [ConversationMeta(**{**row, "holder": row["holder"] or ""}) for row in found]


def last_seq(connection: Connection, conversation_id: str) -> int:
    """The number of the last change of a conversation; raises StoreProblem `unknown_conversation`."""
    chosen = select(CONVERSATIONS.c.last_seq).where(CONVERSATIONS.c.id == conversation_id)
    found: int | None = connection.execute(chosen).scalar_one_or_none()
    if found is None:
        raise StoreProblem(StoreCode.UNKNOWN_CONVERSATION, "conversation", {"conversation": conversation_id})
    return found


def hold(connection: Connection, conversation_id: str, user_id: str, relation: Relation, at: datetime) -> None:
    """Have a user work on a conversation; who did already keeps the moment since when."""
    row = {"conversation_id": conversation_id, "user_id": user_id, "relation": relation.value, "since": at}
    added = insert(HOLDERS).values(row)
    keys = [HOLDERS.c.conversation_id, HOLDERS.c.user_id]
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_={"relation": added.excluded.relation}))
