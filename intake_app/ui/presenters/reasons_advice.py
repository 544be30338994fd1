"""The page "Hulp" of the sheet "Waarom?": each kind of help and each sign in one sentence, with what lies behind it.

A silent flag has no place here, whoever is in the room: it has its own sheet, asked for by key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.triage.model import FlagEffect, FlagState, KindState
from intake_app.triage.outcome import Reason
from intake_app.ui.presenters.arguments import ArgumentView, OpenLine, Teller
from intake_app.ui.presenters.reasons_outcome import short_form

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.triage.outcome import FlagOutcome, KindOutcome

MOST_POSSIBLE = 5
"""Kinds that may fit; the screen of choosing has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """One kind of help or one sign: its name, the short sentence, and everything behind it."""

    name: str
    short: str
    speaks_for: tuple[ArgumentView, ...]
    open: tuple[OpenLine, ...]
    against: tuple[ArgumentView, ...]

    @property
    def has_more(self) -> bool:
        """Tell whether there is anything behind the sentence."""
        return bool(self.speaks_for or self.open or self.against)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceState:
    """The page: what fits, what may fit, and the signs to look at first."""

    suggested: tuple[WhyView, ...]
    possible: tuple[WhyView, ...]
    flags: tuple[WhyView, ...]


class Advice:
    """Reads the reasons of the whole advice out of a talk."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Keep what the reasons are read from."""
        self._desk, self._session = desk, session
        self._teller, self._short = Teller(desk, session), short_form(desk, session.knowledge)
        self._names = {kind.id: kind.name.of(desk.language) for kind in session.knowledge.supply.kinds}

    def state(self) -> AdviceState:
        """Return the page."""
        assessment = self._session.picture.assessment
        kinds = [each for each in assessment.kinds if self._teller.may_name(each.kind)]
        possible = [each for each in kinds if each.state is KindState.POSSIBLE and self._teller.arguments(each.reasons)]
        return AdviceState(
            suggested=tuple(self._kind(each) for each in kinds if each.state is KindState.SUGGESTED),
            possible=tuple(self._kind(each) for each in possible[:MOST_POSSIBLE]),
            flags=tuple(
                self._flag(each)
                for each in (*assessment.raised(), *assessment.possible())
                if not each.is_silent and each.clauses
            ),
        )

    def _kind(self, outcome: KindOutcome) -> WhyView:
        open_ = [each for each in outcome.open_reasons if self._teller.may_tell(each)]
        return WhyView(
            name=self._names[outcome.kind],
            short=self._short.kind(outcome),
            speaks_for=self._teller.arguments(outcome.reasons),
            open=self._teller.open(column for each in open_ for column in each.columns),
            against=self._teller.arguments(outcome.against),
        )

    def _flag(self, outcome: FlagOutcome) -> WhyView:
        rule = self._session.knowledge.engine.rules.flag(outcome.flag)
        reasons = [
            Reason(rule=clause.id, columns=clause.when.columns, text=clause.text, origin=clause.origin)
            for clause in outcome.clauses
        ]
        is_raised, goes_on = outcome.state is FlagState.RAISED, outcome.effect is FlagEffect.GOES_ON
        key = "ask_on" if not is_raised else "still_today" if goes_on else "first_this"
        return WhyView(
            name=self._desk.text(f"flags.{key}", title=rule.title.of(self._desk.language)),
            short=self._short.flag(outcome),
            speaks_for=self._teller.arguments(reasons),
            open=self._teller.open(outcome.open_questions),
            against=(),
        )
