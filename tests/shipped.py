"""The shipped content, loaded once per process, and small makers for tests."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

from intake_app.bootstrap.knowledge import knowledge_of
from intake_app.content.load import Content, load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from intake_app.conversation.changes import Opened
from intake_app.conversation.ports import Journal
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId
from intake_app.exchange.answers_file import read_answers_file
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant, Person, Situation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.changes import Change
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation

TODAY = datetime.date(2026, 11, 22)
NOON = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@cache
def content() -> Content:
    """Return the shipped content."""
    return load(read_source(resources_dir()))


@cache
def knowledge() -> Knowledge:
    """Return the shipped content, ready for talks."""
    return knowledge_of(content())


def a_conversation(text: str) -> Conversation:
    """Read a conversation from the text of an answers file."""
    return read_answers_file(text, "test.yaml", knowledge(), TODAY)


class FixedClock:
    """A clock that stands still."""

    def now(self) -> datetime.datetime:
        """Return noon."""
        return NOON


class Memory(Journal):
    """A journal that keeps changes in a list."""

    def __init__(self) -> None:
        """Begin empty."""
        self.kept: list[Change] = []

    def keep(self, base: int, changes: Sequence[Change], after: Conversation) -> None:
        """Append; `base` must be what was kept so far."""
        assert base == len(self.kept)
        assert after is not None
        self.kept.extend(changes)


def a_session(mode: Mode = Mode.QUICK, *, participants: tuple[Participant, ...] = (Participant.PERSON,)) -> Session:
    """Open a new session with a woman of forty."""
    person = Person(age=40, gender="woman", pc4="2512")
    situation = Situation(mode=mode, date=TODAY, participants=participants, person=person)
    journal = Memory()
    first = Opened(situation=situation, at=NOON)
    journal.kept.append(first)
    return Session(ConversationId("t"), knowledge(), journal, FixedClock(), [first])
