"""Answers in words: what somebody said, in the third person, for the huisarts and the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake_app.conversation.model import Wish
from intake_app.export.templating import day
from intake_app.export.views import LINE_LENGTH, Speech, different, short, unclosed
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.model import LIFE_AREAS, Area, Question, QuestionKind, Questionnaire, Topic
from intake_app.questionnaire.situation import Participant

OVERVIEW = ("area_", "which_")
"""How the ids of the questions begin that only open an area."""
_PLURAL_UNITS = frozenset({"moving_days"})
"""Questions whose unit reads otherwise after one (`one_unit` in the wording)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One topic with its answers in words, and what was added in own words."""

    name: str
    answers: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaView:
    """An area with the topics that came up."""

    name: str
    topics: tuple[TopicView, ...]


def phrase(question: Question, visible: Visible, speech: Speech) -> str:
    """Return an answer as a phrase, "slaapt slecht"; own words are quoted, no answer is empty."""
    value = visible.value(question)
    if value is None:
        return ""
    if isinstance(value, float):
        topic = visible.inputs.knowledge.questionnaire.topics[question.topic]
        return _number(topic, question, value, speech)
    if question.kind is QuestionKind.DATE and isinstance(value, str):
        return f"{unclosed(speech.of(question.text))} {day(speech.language, value)}"
    if question.kind is QuestionKind.TEXT and isinstance(value, str):
        return speech.quote(value.strip())
    codes = (value,) if isinstance(value, str) else value
    options = (question.option(code) for code in codes)
    return ", ".join(speech.of(option.phrase) for option in options if option is not None)


def _number(topic: Topic, question: Question, value: float, speech: Speech) -> str:
    unit = "" if question.unit is None else speech.of(question.unit)
    number = f"{value:g}" if speech.language == "en" else f"{value:g}".replace(".", ",")
    if value == 1 and question.id in _PLURAL_UNITS:
        unit = speech.say(f"one_unit.{question.id}")
    name = speech.of(topic.name).lower()
    return speech.say("huisarts_paper.number_answer", topic=name, number=number, unit=unit).strip()


def phrases(columns: Iterable[str], visible: Visible, speech: Speech) -> tuple[str, ...]:
    """Return what was answered in these columns, as short phrases."""
    questions = (visible.question(column) for column in columns)
    found = (phrase(question, visible, speech) for question in questions if question is not None)
    return different(short(each) for each in found)


def answered_areas(questionnaire: Questionnaire, visible: Visible, speech: Speech) -> tuple[AreaView, ...]:
    """Return everything that was said and may be told, per area."""
    found = []
    for part in questionnaire.parts:
        topics = tuple(_topic(topic, visible, speech) for topic in visible.topics() if topic.area is part.area)
        told = tuple(topic for topic in topics if topic.answers or topic.quotes)
        if told:
            found.append(AreaView(name=speech.of(part.name), topics=told))
    return tuple(found)


def _topic(topic: Topic, visible: Visible, speech: Speech) -> TopicView:
    questions = visible.questions(topic)
    answers = tuple(phrase(each, visible, speech) for each in questions if each.kind is not QuestionKind.TEXT)
    texts = [phrase(each, visible, speech) for each in questions if each.kind is QuestionKind.TEXT]
    notes = [visible.note(about) for about in (str(topic.id), *(str(each.id) for each in questions))]
    wishes = [quoted(each, speech) for each in visible.wishes() if str(each.topic) == str(topic.id)]
    quotes = [*texts, *wishes, *(speech.quote(text) for text in notes if text)]
    return TopicView(name=speech.of(topic.name), answers=different(answers), quotes=different(quotes))


def quoted(wish: Wish, speech: Speech, longest: int | None = None) -> str:
    """Return a wish as a quotation, with who told it where that was not the person; empty without words."""
    text = wish.text.strip() if longest is None else short(wish.text, longest)
    if not text:
        return ""
    said = speech.quote(text)
    if wish.told_by == Participant.PERSON:
        return said
    return speech.say("huisarts_paper.told_by", who=speech.say(f"roles.{wish.told_by}"), text=said)


def is_touched(topic: Topic, visible: Visible) -> bool:
    """Tell whether a topic came up: something was answered, noted, wished for or told to go well."""
    ids = {str(wish.topic) for wish in visible.wishes()}
    ids |= {str(strength.topic) for strength in visible.strengths()}
    questions = visible.questions(topic)
    return (
        str(topic.id) in ids
        or bool(visible.note(str(topic.id)))
        or any(visible.value(question) is not None for question in questions)
        or any(visible.note(str(question.id)) for question in questions)
    )


def life_topics(visible: Visible) -> tuple[Topic, ...]:
    """Return the topics of the four areas, without those that only open an area or hold a held back question.

    Of the last one cannot say whether they came up without telling something, in either way.
    """
    return tuple(
        topic
        for topic in visible.topics()
        if topic.area in LIFE_AREAS
        and not any(str(question.id).startswith(OVERVIEW) for question in topic.questions)
        and not any(str(question.id) in visible.held.questions for question in topic.questions)
    )


def area_names(questionnaire: Questionnaire, speech: Speech) -> dict[Area, str]:
    """Return the name of each area."""
    return {part.area: speech.of(part.name) for part in questionnaire.parts}


def listed(names: Iterable[str], longest: int = LINE_LENGTH * 4) -> str:
    """Return names one after another with commas, cut when there are very many."""
    return short(", ".join(different(names)), longest)
