"""The sheet "Waarom?": what weighs, what helps, what is open, each with the answer and the rule it rests on.

Nothing that was or may only be said alone stands here, nor anything that rests on a silent flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.conditions import Truth
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import Target, Urgency
from intake_app.ui.presenters.talk_order import is_open, may_show
from intake_app.ui.presenters.talk_picture import NeedState, need_state
from intake_app.ui.presenters.talk_question import answer_words

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import Origin
    from intake_app.triage.outcome import Contribution, Score

HEAVY, MEDIUM = 10, 5
"""Points from which a reason counts heavily, or counts. Source: eigen oordeel; rules give 2 to 22 points."""
MOST_OPEN = 6
"""Open questions on the sheet; more would hide the ones that matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason. `weight` 1 to 3 dots, `figure` only for who asks for figures."""

    text: str
    answer: str
    source: str
    weight: int
    weight_word: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """A question that is still open, and what it may change."""

    question: QuestionId
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyLine:
    """A level of urgency to choose."""

    code: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsState:
    """The whole sheet."""

    need: NeedState
    title: str
    bands: tuple[str, ...]
    weighs: tuple[ReasonLine, ...]
    helps: tuple[ReasonLine, ...]
    open: tuple[OpenLine, ...]
    open_count: str
    figures: str
    foot: str
    urgency: tuple[UrgencyLine, ...]
    urgency_said: str
    urgency_rules: str
    urgency_is_own: bool


class Reasons:
    """Reads the reasons of one side out of a talk."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Keep what the reasons are read from."""
        self._desk, self._session = desk, session

    def state(self, target: Target) -> ReasonsState:
        """Return the sheet of one side."""
        assessment, text = self._session.picture.assessment, self._desk.text
        score = assessment.medical if target is Target.MEDICAL else assessment.social
        need = need_state(self._desk, self._session, score)
        may_tell = [each for each in score.contributions if self._may_tell(each)]
        told = sorted(may_tell, key=lambda each: -abs(each.amount))
        open_, own = self._open(score), self._session.conversation.urgency_set
        figures = {"point": score.point, "low": score.low, "high": score.high, "known": round(score.known * 100)}
        return ReasonsState(
            need=need,
            title=text("reasons.title", side=need.name, need=need.word),
            bands=tuple(text(f"talk.need_{word}") for word in ("none", "low", "moderate", "high")),
            weighs=tuple(self._line(each) for each in told if each.amount > 0),
            helps=tuple(self._line(each) for each in told if each.amount < 0),
            open=open_[:MOST_OPEN],
            open_count=text("reasons.open_count", count=str(len(open_))),
            figures=text("reasons.figures", **{name: str(figure) for name, figure in figures.items()}),
            foot=self._foot(),
            urgency=self._urgency(),
            urgency_said="" if own is None else own.reason,
            urgency_rules=text("reasons.rules_say", level=text(f"flags.urgency_{assessment.urgency.code}")),
            urgency_is_own=own is not None,
        )

    def set_urgency(self, code: str, reason: str) -> str:
        """Set the urgency; returns what is missing in words, empty when it is kept."""
        try:
            self._session.set_urgency(Urgency[code.upper()], reason)
        except ProblemsError:
            return self._desk.text("reasons.reason_missing")
        return ""

    def follow_rules(self) -> None:
        """Return to the urgency that the rules say."""
        self._session.follow_rules()

    def _may_tell(self, each: Contribution) -> bool:
        return each.truth is Truth.TRUE and all(self._is_plain(column) for column in each.columns)

    def _is_plain(self, column: str) -> bool:
        if column.startswith(FLAG_COLUMN):
            flags = self._session.picture.assessment.flags
            return not any(FLAG_COLUMN + flag.flag == column and flag.is_silent for flag in flags)
        question = self._question(column)
        if question is None:
            return True
        return not (question.alone or self._session.knowledge.questionnaire.topics[question.topic].silent)

    def _question(self, column: str) -> Question | None:
        questions = self._session.knowledge.questionnaire.questions
        return next((question for id_, question in questions.items() if id_ == column), None)

    def _line(self, each: Contribution) -> ReasonLine:
        size = abs(each.amount)
        weight = 3 if size >= HEAVY else 2 if size >= MEDIUM else 1
        return ReasonLine(
            text=each.text.of(self._desk.language).rstrip("."),
            answer=self._rests_on(each),
            source=self._source(each.rule, each.origin),
            weight=weight,
            weight_word=self._desk.text(f"reasons.weight_{weight}"),
            figure=f"{each.amount:+d}",
        )

    def _rests_on(self, each: Contribution) -> str:
        said = [self._answer_of(column) for column in each.columns]
        return "; ".join(line for line in said if line)

    def _answer_of(self, column: str) -> str:
        question = self._question(column)
        if question is None:
            return ""
        answer = self._session.conversation.answers.get(question.id)
        topic = self._session.knowledge.questionnaire.topics[question.topic].name.of(self._desk.language)
        if not isinstance(answer, Given):
            return ""
        return self._desk.text("reasons.answer", answer=answer_words(self._desk, question, answer), topic=topic)

    def _source(self, rule: str, origin: Origin) -> str:
        status = self._desk.text(f"reasons.status_{origin.status}")
        day = "-".join(reversed(origin.checked.split("-")))
        return " · ".join(part for part in (rule, origin.source.split(":")[0], status, day) if part)

    def _open(self, score: Score) -> tuple[OpenLine, ...]:
        weights: dict[str, int] = {}
        for rule in score.open_rules:
            for column in rule.open_columns:
                weights[column] = weights.get(column, 0) + abs(rule.amount)
        ranked = sorted(weights, key=lambda column: -weights[column])
        lines = [self._open_line(column) for column in ranked]
        return tuple(line for line in lines if line is not None)

    def _open_line(self, column: str) -> OpenLine | None:
        question = self._question(column)
        if question is None or not self._is_plain(column) or not may_show(self._session, question.id):
            return None
        why = "reasons.not_asked" if is_open(self._session, question.id) else "reasons.no_answer"
        return OpenLine(question=question.id, text=question.text.of(self._desk.language), why=self._desk.text(why))

    def _foot(self) -> str:
        return self._desk.text("reasons.foot", version=self._session.knowledge.engine.rules.version)

    def _urgency(self) -> tuple[UrgencyLine, ...]:
        now = self._session.urgency
        return tuple(
            UrgencyLine(code=level.code, label=self._desk.text(f"flags.urgency_{level.code}"), is_on=level is now)
            for level in Urgency
        )
