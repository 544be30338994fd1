"""The annexes of the summary: all answers, the reasons with their sources, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.export.views import Speech, different, sentence
from intake_app.export.views_answers import (
    AreaView,
    answered_areas,
    area_names,
    is_touched,
    life_topics,
    listed,
)
from intake_app.export.views_picture import contribution_words
from intake_app.export.views_short import ShortView, short_view
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.conditions import Missing
from intake_app.questionnaire.model import Topic
from intake_app.triage.outcome import Contribution, Score
from intake_app.triage.sources import origin_words

_ALL_TOPICS = 2_000
"""Characters in which the names of all topics find room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One rule that counts: what was said, whether it weighs or helps, and where the rule comes from."""

    said: str
    effect: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexView:
    """Everything behind the first page."""

    short: ShortView
    answers: tuple[AreaView, ...]
    medical: tuple[ReasonView, ...]
    social: tuple[ReasonView, ...]
    strengths: tuple[str, ...]
    untouched: str


def annex_view(visible: Visible, says: Speech) -> AnnexView:
    """Return the annexes."""
    assessment = visible.inputs.picture.assessment
    return AnnexView(
        short=short_view(visible, says),
        answers=answered_areas(visible.inputs.knowledge.questionnaire, visible, says),
        medical=_reasons(assessment.medical, visible, says),
        social=_reasons(assessment.social, visible, says),
        strengths=different(each.text.strip() for each in visible.strengths()),
        untouched=_untouched(visible, says),
    )


def _reasons(score: Score, visible: Visible, says: Speech) -> tuple[ReasonView, ...]:
    return tuple(_reason(each, visible, says) for each in visible.contributions(score.contributions))


def _reason(each: Contribution, visible: Visible, says: Speech) -> ReasonView:
    return ReasonView(
        said=contribution_words(each, visible, says),
        effect=says.say("huisarts_paper.weighs" if each.amount > 0 else "huisarts_paper.eases"),
        source=origin_words(each.origin, says.say),
    )


def open_answers(visible: Visible, says: Speech) -> tuple[str, ...]:
    """Return which topics hold an answer that was declined, or that the person does not know."""
    lines = []
    for key, why in (("declined_topics", Missing.DECLINED), ("unknown_topics", Missing.NOT_KNOWN)):
        topics = [
            says.of(topic.name)
            for topic in visible.topics()
            if any(visible.is_missing(question, why) for question in visible.questions(topic))
        ]
        lines.append((key, listed(topics)))
    return tuple(says.say(f"huisarts_paper.{key}", topics=text) for key, text in lines if text)


def untouched_count(visible: Visible, says: Speech) -> str:
    """Return per area how many of its topics did not come up; empty where all did."""
    found = []
    for area, name in area_names(visible.inputs.knowledge.questionnaire, says).items():
        came_up = [_came_up(topic, visible) for topic in life_topics(visible) if topic.area is area]
        if not all(came_up):
            key = "untouched_some" if any(came_up) else "untouched_all"
            numbers = {"number": str(came_up.count(False)), "all": str(len(came_up))}
            found.append(says.say(f"huisarts_paper.{key}", area=name, **numbers))
    return says.say("huisarts_paper.untouched_count", areas="; ".join(found)) if found else ""


def _untouched(visible: Visible, says: Speech) -> str:
    topics = (topic for topic in life_topics(visible) if not _came_up(topic, visible))
    return sentence(listed((says.of(topic.name) for topic in topics), _ALL_TOPICS))


def _came_up(topic: Topic, visible: Visible) -> bool:
    """Tell whether a topic came up at all, also where the person did not want to say, or did not know."""
    questions, asked = visible.questions(topic), (Missing.DECLINED, Missing.NOT_KNOWN)
    return is_touched(topic, visible) or any(visible.is_missing(each, why) for each in questions for why in asked)
