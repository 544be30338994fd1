"""The sheet "Waarom?": what weighs, what helps, what is open, each with the answer and the rule it rests on.

Nothing that was or may only be said alone stands here, nor anything that rests on a silent flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from intake_app.conversation.desk import said_of
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.conditions import Truth
from intake_app.triage.model import Target, Urgency
from intake_app.ui.presenters.arguments import ArgumentView, OpenLine, Teller
from intake_app.ui.presenters.reasons_advice import Advice, AdviceState
from intake_app.ui.presenters.reasons_outcome import (
    FirmnessState,
    OutcomeState,
    firmness_state,
    other_answers,
    outcome_state,
    short_form,
)
from intake_app.ui.presenters.talk_picture import NeedState, need_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.outcome import Contribution, Score

HEAVY, MEDIUM = 10, 5
"""Points from which a reason counts heavily, or counts. Source: eigen oordeel; rules give 2 to 22 points."""
MOST_OPEN = 6
"""Open questions on the sheet; more would hide the ones that matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason. `weight` 1 to 3 dots, `figure` only for who asks for figures."""

    said: ArgumentView
    weight: int
    weight_word: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyLine:
    """A level of urgency to choose."""

    code: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsState:
    """The page of one side. `short` says it in one sentence."""

    need: NeedState
    title: str
    short: str
    bands: tuple[str, ...]
    weighs: tuple[ReasonLine, ...]
    helps: tuple[ReasonLine, ...]
    open: tuple[OpenLine, ...]
    open_count: str
    figures: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyState:
    """How soon: the levels to choose from, the reason that was given, and what the rules say."""

    levels: tuple[UrgencyLine, ...]
    said: str
    rules: str
    is_own: bool


class Reasons:
    """Reads the reasons behind one talk."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Keep what the reasons are read from."""
        self._desk, self._session, self._teller = desk, session, Teller(desk, session)

    def state(self, target: Target) -> ReasonsState:
        """Return the page of one side."""
        assessment, text = self._session.picture.assessment, self._desk.text
        score = assessment.medical if target is Target.MEDICAL else assessment.social
        need = need_state(self._desk, self._session, score)
        told = [each for each in score.contributions if each.truth is Truth.TRUE and self._teller.may_tell(each)]
        told.sort(key=lambda each: -abs(each.amount))
        open_ = self._open(score)
        figures = {"point": score.point, "low": score.low, "high": score.high, "known": round(score.known * 100)}
        return ReasonsState(
            need=need,
            title=text("reasons.title", side=need.name, need=need.word),
            short=short_form(self._desk, self._session.knowledge).score(score),
            bands=tuple(text(f"talk.need_{word}") for word in ("none", "low", "moderate", "high")),
            weighs=tuple(self._line(each) for each in told if each.amount > 0),
            helps=tuple(self._line(each) for each in told if each.amount < 0),
            open=open_[:MOST_OPEN],
            open_count=text("reasons.open_count", count=str(len(open_))),
            figures=text("reasons.figures", **{name: str(figure) for name, figure in figures.items()}),
        )

    def advice(self) -> AdviceState:
        """Return the page of the kinds of help and the signs."""
        return Advice(self._desk, self._session).state()

    def outcome(self) -> OutcomeState:
        """Say how settled the whole outcome is."""
        return outcome_state(self._desk, self._session)

    def other_answers(self) -> Callable[[], tuple[str, ...]]:
        """Return the work of saying which one other answer than those given now would change the advice.

        The work is slow and may be done on any thread: it reads nothing of the talk any more.
        """
        return partial(other_answers, self._desk, self._session.knowledge, said_of(self._session))

    def look_ahead(self) -> Callable[[], Outlook]:
        """Return the work of looking ahead of the talk as it is now; slow, on any thread."""
        return partial(self._desk.look_ahead, self._session.knowledge, said_of(self._session))

    def firmness(self, outlook: Outlook) -> FirmnessState:
        """Say how firm the advice stands."""
        return firmness_state(self._desk, outlook)

    def foot(self) -> str:
        """Name the version of the rules."""
        return self._desk.text("reasons.foot", version=self._session.knowledge.engine.rules.version)

    def urgency(self) -> UrgencyState:
        """Return how soon something must be done, and what the rules say of it."""
        text, own, now = self._desk.text, self._session.conversation.urgency_set, self._session.urgency
        level = self._session.picture.assessment.urgency
        return UrgencyState(
            levels=tuple(
                UrgencyLine(code=each.code, label=text(f"flags.urgency_{each.code}"), is_on=each is now)
                for each in Urgency
            ),
            said="" if own is None else own.reason,
            rules=text("reasons.rules_say", level=text(f"flags.urgency_{level.code}")),
            is_own=own is not None,
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

    def _line(self, each: Contribution) -> ReasonLine:
        size = abs(each.amount)
        weight = 3 if size >= HEAVY else 2 if size >= MEDIUM else 1
        return ReasonLine(
            said=self._teller.argument(each),
            weight=weight,
            weight_word=self._desk.text(f"reasons.weight_{weight}"),
            figure=f"{each.amount:+d}",
        )

    def _open(self, score: Score) -> tuple[OpenLine, ...]:
        weights: dict[str, int] = {}
        for rule in score.open_rules:
            for column in rule.open_columns:
                weights[column] = weights.get(column, 0) + abs(rule.amount)
        return self._teller.open(sorted(weights, key=lambda column: -weights[column]))
