"""What outlives a conversation or a session: requests for erasure, what is gone, figures for reports, drafts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from intake_app.practice.audit import Event
from intake_app.storage.problems import StoreProblem
from intake_app.storage.tables import DRAFTS, ERASURES, FIGURES, GONE
from intake_app.storage.transactions import Room

Why = Literal["removed", "erased", "purged"]
"""Why a conversation is gone: by hand, on the person's request, or because its time was over."""


class Records(Room):
    """Requests for erasure, conversations that are gone, figures for reports, and drafts."""

    def gone(self) -> list[tuple[str, datetime, str]]:
        """The conversations that are gone and may not come back: id, when and why, oldest first."""
        with self.transactions.read("store") as connection:
            found = connection.execute(select(GONE).order_by(GONE.c.at, GONE.c.conversation_id)).mappings().all()
        return [(row["conversation_id"], row["at"], row["why"]) for row in found]

    def keep_erasure(self, id_: str, at: datetime, payload: bytes, *, events: Sequence[Event] = ()) -> None:
        """Keep a request for erasure, over what was kept of it before."""
        with self.transactions.write("store", events=events) as connection:
            keep_request(connection, id_, at, payload)

    def erasures(self) -> list[tuple[str, datetime, bytes]]:
        """All requests for erasure, newest first."""
        chosen = select(ERASURES.c.id, ERASURES.c.at, ERASURES.c.payload)
        with self.transactions.read("store") as connection:
            found = connection.execute(chosen.order_by(ERASURES.c.at.desc(), ERASURES.c.id)).all()
        return [(row.id, row.at, row.payload) for row in found]

    def keep_figures(self, id_: str, conversation_id: str, payload: bytes, *, events: Sequence[Event] = ()) -> None:
        """Keep the figures of a conversation, sealed, over what was kept of it before; none once it is gone."""
        box = self._sealer.seal_figures(id_, payload)
        with self.transactions.write("store", events=events) as connection:
            if connection.execute(select(GONE).where(GONE.c.conversation_id == conversation_id)).first():
                return
            connection.execute(delete(FIGURES).where(FIGURES.c.conversation_id == conversation_id))
            connection.execute(insert(FIGURES).values(id=id_, conversation_id=conversation_id, payload=box))

    def figures(self) -> list[tuple[str, str | None, bytes]]:
        """All figures: their id, the conversation as long as they lead to one, and the figures themselves."""
        self._sealer.need_key()
        chosen = select(FIGURES.c.id, FIGURES.c.conversation_id, FIGURES.c.payload).order_by(FIGURES.c.id)
        with self.transactions.read("store") as connection:
            found = connection.execute(chosen).all()
        return [(row.id, row.conversation_id, self._sealer.open_figures(row.id, row.payload)) for row in found]

    def keep_draft(self, user_id: str, text: str) -> None:
        """Keep what a user was typing, sealed, over what was kept before."""
        added = insert(DRAFTS).values(user_id=user_id, payload=self._sealer.seal_draft(user_id, text.encode()))
        with self.transactions.write("store") as connection:
            renewed = {"payload": added.excluded.payload}
            connection.execute(added.on_conflict_do_update(index_elements=[DRAFTS.c.user_id], set_=renewed))

    def draft_of(self, user_id: str) -> str:
        """What a user was typing, "" when nothing was kept; it stays until something else is kept."""
        self._sealer.need_key()
        with self.transactions.read("store") as connection:
            chosen = select(DRAFTS.c.payload).where(DRAFTS.c.user_id == user_id)
            box = connection.execute(chosen).scalar_one_or_none()
        return "" if box is None else self._sealer.open_draft(user_id, box).decode()

    def _drop_drafts_about(self, connection: Connection, conversation_id: str) -> None:
        """Remove what anybody was typing in a conversation that goes; a draft names its conversation."""
        for row in connection.execute(select(DRAFTS.c.user_id, DRAFTS.c.payload)).all():
            with suppress(StoreProblem):
                if conversation_id.encode() in self._sealer.open_draft(row.user_id, row.payload):
                    connection.execute(delete(DRAFTS).where(DRAFTS.c.user_id == row.user_id))


def keep_request(connection: Connection, id_: str, at: datetime, payload: bytes) -> None:
    """Keep a request for erasure, over what was kept of it before."""
    added = insert(ERASURES).values(id=id_, at=at, payload=payload)
    renewed = {"at": added.excluded.at, "payload": added.excluded.payload}
    connection.execute(added.on_conflict_do_update(index_elements=[ERASURES.c.id], set_=renewed))


def note_gone(connection: Connection, conversation_id: str, at: datetime, why: Why) -> None:
    """Remember that a conversation is gone; its figures go too, but after a purge stay as those of nobody."""
    noted = insert(GONE).values(conversation_id=conversation_id, at=at, why=why)
    connection.execute(noted.on_conflict_do_nothing())
    of_it = FIGURES.c.conversation_id == conversation_id
    if why == "purged":
        connection.execute(update(FIGURES).where(of_it).values(conversation_id=None))
    else:
        connection.execute(delete(FIGURES).where(of_it))
