"""Finding an action or a topic by typing: words match names, and the other words people use for them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from intake_app.conversation.session import Session
from intake_app.core.ids import QuestionId
from intake_app.core.text import Language

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line. `target` is an action's id or a topic's first question; `also` are other words for it."""

    target: str
    name: str
    is_topic: bool = False
    key: str = ""
    under: str = ""
    also: str = ""


def topics_of(session: Session, language: Language) -> tuple[Entry, ...]:
    """Return the topics that one can go to now; silent ones only where nobody else can see or hear."""
    may_show = session.conversation.situation.may_ask_alone
    asked = frozenset(session.order())
    found = []
    for part in session.knowledge.questionnaire.parts:
        for topic in part.topics:
            ids = [question.id for question in topic.questions if question.id in asked]
            if ids and (may_show or not topic.silent):
                found.append(
                    Entry(
                        target=str(ids[0]),
                        name=topic.name.of(language),
                        is_topic=True,
                        under=part.name.of(language),
                        also=topic.synonyms.of(language),
                    )
                )
    return tuple(found)


def found(entries: tuple[Entry, ...], typed: str) -> tuple[Entry, ...]:
    """Return the entries that hold every typed word; those whose name begins with it come first."""
    words = _plain(typed).split()
    held = [entry for entry in entries if all(word in _haystack(entry) for word in words)]
    if words:
        held.sort(key=lambda entry: not _plain(entry.name).startswith(words[0]))
    return tuple(held[:MOST])


def go_to_topic(session: Session, question: str) -> None:
    """Make a topic's first question the place of the talk."""
    session.move("conversation", QuestionId(question))


def _haystack(entry: Entry) -> str:
    return _plain(f"{entry.name} {entry.under} {entry.also}")


def _plain(text: str) -> str:
    """Return the text in small letters without accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in split if not unicodedata.combining(sign))
