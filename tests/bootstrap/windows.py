"""Several windows on one store: each has a session, a writing thread and a journal of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.journal import StoreJournal
from intake_app.conversation.changes import Opened
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.storage.engine import open_database
from intake_app.storage.keys import Keys
from intake_app.storage.mapping import change_from_bytes, change_to_bytes
from intake_app.storage.repository import ConversationStore
from intake_app.storage.writer import Writer
from tests.shipped import NOON, TODAY, FixedClock, knowledge

if TYPE_CHECKING:
    from pathlib import Path

KEYS = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
TALK = ConversationId("talk")
FIRST = Opened(
    situation=Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40, gender="woman", pc4="2512")), at=NOON
)


class Window:
    """A window on the store at `path`."""

    def __init__(self, path: Path, **given) -> None:
        self.store = ConversationStore(open_database(path, KEYS), KEYS)
        self.writer = Writer(lambda: NOON, lambda _: None)
        self._given = given

    def begin(self, talk: ConversationId = TALK) -> None:
        """Put a talk into the store that has just begun."""
        self.store.start(talk, NOON, {})
        self.store.append(talk, 0, [change_to_bytes(FIRST)], b"{}", NOON)

    def open(self, talk: ConversationId = TALK) -> Session:
        """Open a talk where it was left."""
        journal = StoreJournal(self.store, self.writer, knowledge(), FixedClock(), **self._given)
        return Session(talk, knowledge(), journal, FixedClock(), self.stored(talk))

    def stored(self, talk: ConversationId = TALK) -> list:
        """Return what stands in the store."""
        return [change_from_bytes(data) for data in self.store.load(talk)]

    def settle(self) -> None:
        """Wait until all that was asked for is written."""
        self.writer.submit(int).result()

    def close(self) -> None:
        """Finish, and let go of the store."""
        self.writer.close()
        self.store.close()
