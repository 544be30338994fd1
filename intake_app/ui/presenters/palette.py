"""Finding by typing: an action, a topic or a question, by its own words and the other words people use for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from intake_app.conversation.session import Session
from intake_app.core.ids import QuestionId
from intake_app.core.text import Language
from intake_app.ui.presenters.talk_order import entry, may_list, may_show

MOST = 60
"""So many entries are listed: more is not looked through but typed on; eigen oordeel."""


class Kind(StrEnum):
    """What an entry is. Topics and questions are gone to, actions are done."""

    ACTION = "action"
    TOPIC = "topic"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its name, and below it what it does or belongs to.

    Attributes:
        target: the id of the action or the question.
        key: its key as on a key cap; `keys` the same in words.
        also: other words for it, by which it is found.
    """

    target: str
    name: str
    kind: Kind = Kind.ACTION
    below: str = ""
    key: str = ""
    keys: str = ""
    also: str = ""

    @property
    def spoken(self) -> str:
        """The entry as it is read aloud."""
        return ". ".join(each.rstrip(".") for each in (self.name, self.below, self.keys) if each)


def topics_of(session: Session, language: Language) -> tuple[Entry, ...]:
    """Return the topics that one can go to now; silent ones only where nobody else can see or hear."""
    return tuple(
        Entry(
            target=str(entry(session, topic)),
            name=topic.name.of(language),
            kind=Kind.TOPIC,
            below=part.name.of(language),
            also=topic.synonyms.of(language),
        )
        for part in session.knowledge.questionnaire.parts
        for topic in part.topics
        if may_list(session, topic)
    )


def questions_of(session: Session, language: Language) -> tuple[Entry, ...]:
    """Return the questions that one can go to now; those that are only asked alone where nobody can see or hear."""
    return tuple(
        Entry(
            target=str(question.id),
            name=question.text.of(language),
            kind=Kind.QUESTION,
            below=topic.name.of(language),
            also=topic.synonyms.of(language),
        )
        for part in session.knowledge.questionnaire.parts
        for topic in part.topics
        for question in topic.questions
        if may_show(session, question.id)
    )


def found(entries: tuple[Entry, ...], typed: str, most: int = MOST) -> tuple[Entry, ...]:
    """Return the entries that hold every typed word: first what begins with it, then what has it in its own name.

    Actions and topics come before questions, of which there are many: these only come once something was typed.
    """
    words = _plain(typed).split()
    held = [each for each in entries if all(word in _haystack(each) for word in words)]
    if not words:
        return tuple(each for each in held if each.kind is not Kind.QUESTION)[:most]
    return tuple(sorted(held, key=lambda each: _rank(each, words)))[:most]


def _rank(entry: Entry, words: list[str]) -> tuple[bool, bool, bool]:
    name = _plain(entry.name)
    return entry.kind is Kind.QUESTION, not name.startswith(words[0]), not all(word in name for word in words)


def go_to_question(session: Session, question: str) -> None:
    """Make a question the place of the talk."""
    session.move("conversation", QuestionId(question))


def _haystack(entry: Entry) -> str:
    return _plain(f"{entry.name} {entry.below} {entry.also}")


def _plain(text: str) -> str:
    """Return the text in small letters without accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if not unicodedata.combining(sign))
