"""Finding a topic or a question by words of it, from the box above the topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from intake_app.ui.presenters.talk_order import entry, may_list, may_show

if TYPE_CHECKING:
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.core.text import Language
    from intake_app.questionnaire.model import Topic

NAMED, HOLDS, ASKED, ALSO = range(4)
"""How well a topic fits, best first: its name begins with the words, holds them, a question does, or all of it does."""


class Hit(NamedTuple):
    """A topic that fits, and the question that one goes to there."""

    topic: str
    entry: QuestionId


def hits(session: Session, language: Language, typed: str) -> tuple[Hit, ...]:
    """Return the topics that hold every typed word, what fits best first, else in the order of the questionnaire.

    A word of a question leads to that question. What is only asked alone is not found by its words.
    """
    words = typed.casefold().split()
    topics = [topic for part in session.knowledge.questionnaire.parts for topic in part.topics]
    found = [_fit(session, topic, language, words) for topic in topics if may_list(session, topic)]
    return tuple(hit for _, hit in sorted((each for each in found if each), key=_how_well))


def _fit(session: Session, topic: Topic, language: Language, words: list[str]) -> tuple[int, Hit] | None:
    name = topic.name.of(language).casefold()
    texts = {each.id: each.text.of(language).casefold() for each in topic.questions if not each.alone}
    whole = " ".join((name, topic.synonyms.of(language).casefold(), *texts.values()))
    if not _holds(whole, words):
        return None
    first = Hit(topic=str(topic.id), entry=entry(session, topic))
    if _holds(name, words):
        return NAMED if name.startswith(" ".join(words)) else HOLDS, first
    asked = next((id_ for id_, text in texts.items() if _holds(text, words) and may_show(session, id_)), None)
    return (ALSO, first) if asked is None else (ASKED, Hit(topic=first.topic, entry=asked))


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def _how_well(found: tuple[int, Hit]) -> int:
    return found[0]
