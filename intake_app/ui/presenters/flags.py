"""Red flags on screen: which sheet opens, what it says, and recording what was done (decisions 1 and 2).

A silent flag has no name here: its sheet is called "Overleg", says what to do and nothing of what was told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.problems import ProblemsError
from intake_app.triage.model import FlagEffect, FlagState
from intake_app.triage.sources import origin_words
from intake_app.ui.presenters.talk_order import may_show
from intake_app.ui.presenters.talk_picture import noticed

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.ports import Clock
    from intake_app.conversation.session import Session
    from intake_app.core.ids import FlagId, QuestionId
    from intake_app.triage.model import Call, FlagRule
    from intake_app.triage.outcome import FlagOutcome

DONE = ("gp_called", "gp_together", "called_112", "other")
"""What can be ticked as done."""
TELLS_GP = frozenset({"gp_called", "gp_together"})


TIME_OF_DAY = re.compile(r"([01]?\d|2[0-3])[:.][0-5]\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """Whom to call; without a number a sentence says where to fill it in."""

    text: str
    number: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetState:
    """Everything on a flag sheet. `is_neutral`: nothing red, nothing named."""

    flag: FlagId
    title: str
    said: str
    urgency: str
    actions: tuple[str, ...]
    calls: tuple[CallLine, ...]
    say: str
    done: tuple[tuple[str, str], ...]
    time: str
    foot: str
    is_neutral: bool
    may_withdraw: bool
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRecord:
    """What was filled in: codes of `DONE`, other words, who was told, when, and what was agreed."""

    done: tuple[str, ...] = ()
    other: str = ""
    told: str = ""
    time: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BandState:
    """A quiet line on top of the middle; `holds` where the advice waits for it."""

    flag: FlagId
    text: str
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One line of the details: what it is about, and the question that would clear it up."""

    flag: FlagId
    title: str
    said: str
    question: QuestionId | None
    question_text: str


class Flags:
    """The flags of one talk. Remembers which sheets were shown, so that each opens by itself once."""

    def __init__(self, desk: Desk, session: Session, clock: Clock) -> None:
        """Keep what the flags are read from."""
        self._desk, self._session, self._clock = desk, session, clock
        self._shown: set[FlagId] = set()

    def waiting(self) -> tuple[FlagId, ...]:
        """Return the flags that hold the advice, the most urgent first."""
        return self._session.picture.advice.held_by

    def to_open(self) -> FlagId | None:
        """Return the next flag whose sheet opens by itself; each does so once."""
        return next((flag for flag in self.waiting() if flag not in self._shown), None)

    @property
    def shown(self) -> frozenset[FlagId]:
        """The flags whose sheet was shown and that wait still."""
        return frozenset(self._shown)

    def note_shown(self, flag: FlagId) -> None:
        """Remember that the sheet of a flag was shown."""
        self._shown.add(flag)

    def forget_settled(self) -> None:
        """Let a flag that was recorded or withdrawn open its sheet again when it is raised anew."""
        self._shown &= set(self.waiting())

    def band(self) -> BandState | None:
        """Return the line on top: what waits, else what must be arranged today."""
        waiting = self.waiting()
        if waiting:
            return BandState(flag=waiting[0], text=self._first_this(waiting[0]), holds=True)
        recorded = self._session.conversation.history.recorded
        for flag in self._session.picture.assessment.raised():
            if flag.effect is FlagEffect.GOES_ON and flag.flag not in recorded:
                text = self._desk.text("flags.still_today", title=self._title(flag.flag))
                return BandState(flag=flag.flag, text=text, holds=False)
        return None

    def notices(self) -> tuple[NoticeLine, ...]:
        """Return the details behind the neutral mark."""
        return tuple(self._notice(flag) for flag in noticed(self._session))

    def sheet(self, id_: FlagId) -> SheetState:
        """Return the sheet of a flag; a silent one is asked for by key only, while alone."""
        outcome, rule = self._session.flag(id_), self._rule(id_)
        language, text = self._desk.language, self._desk.text
        is_neutral = outcome.is_silent
        return SheetState(
            flag=id_,
            title=self._sheet_title(outcome),
            said="" if is_neutral else _joined(outcome, self._desk),
            urgency=text(f"flags.urgency_{outcome.urgency.code}"),
            actions=tuple(each.of(language) for each in rule.actions),
            calls=tuple(self._call(call) for call in rule.calls),
            say=rule.say.of(language),
            done=tuple((code, text(f"flags.done_{code}")) for code in DONE),
            time=f"{self._clock.now():%H:%M}",
            foot=self._foot(outcome, rule),
            is_neutral=is_neutral,
            may_withdraw=outcome.state is FlagState.RAISED,
            holds=outcome.waits,
        )

    def record(self, id_: FlagId, filled: FlagRecord) -> str:
        """Record what was done; returns what is missing in words, empty when it is recorded."""
        words = [self._desk.text(f"flags.done_{code}") for code in filled.done if code != "other"]
        words += [filled.other.strip()] if filled.other.strip() else []
        if not words or not filled.told.strip():
            return self._desk.text("flags.incomplete")
        if filled.time.strip() and not TIME_OF_DAY.fullmatch(filled.time.strip()):
            return self._desk.text("flags.time_wrong")
        done = ", ".join(words)
        if filled.time.strip() and filled.time.strip() != f"{self._clock.now():%H:%M}":
            done = self._desk.text("flags.done_at", done=done, time=filled.time.strip())
        self._session.act_on(id_, done, filled.told.strip(), filled.agreed.strip())
        self.forget_settled()
        return ""

    def withdraw(self, id_: FlagId, reason: str) -> str:
        """Take a flag back; returns what is missing in words, empty when it is done."""
        try:
            self._session.withdraw(id_, reason)
        except ProblemsError:
            return self._desk.text("flags.reason_missing")
        self.forget_settled()
        return ""

    def _first_this(self, id_: FlagId) -> str:
        return self._desk.text("flags.first_this", title=self._title(id_))

    def _title(self, id_: FlagId) -> str:
        return self._rule(id_).title.of(self._desk.language)

    def _sheet_title(self, outcome: FlagOutcome) -> str:
        if outcome.is_silent:
            return self._desk.text("flags.neutral_title")
        if outcome.state is FlagState.POSSIBLE:
            return self._desk.text("flags.ask_on", title=self._title(outcome.flag))
        if outcome.effect is FlagEffect.GOES_ON:
            return self._desk.text("flags.still_today", title=self._title(outcome.flag))
        return self._first_this(outcome.flag)

    def _rule(self, id_: FlagId) -> FlagRule:
        return self._session.knowledge.engine.rules.flag(id_)

    def _call(self, call: Call) -> CallLine:
        number = call.number or self._desk.setting(call.setting)
        said = call.text.of(self._desk.language)
        if number:
            return CallLine(text=said, number=number)
        return CallLine(text=said, number=self._desk.text("flags.number_missing"), is_missing=True)

    def _foot(self, outcome: FlagOutcome, rule: FlagRule) -> str:
        said = self._desk.text("flags.foot_waits" if outcome.waits else "flags.foot")
        source = self._desk.text("flags.source", source=origin_words(rule.origin, self._desk.text))
        return f"{said} {source}"

    def _notice(self, outcome: FlagOutcome) -> NoticeLine:
        questions = self._session.knowledge.questionnaire.questions
        open_ = next((each for each in outcome.open_questions if may_show(self._session, each)), None)
        return NoticeLine(
            flag=outcome.flag,
            title=self._sheet_title(outcome),
            said="" if outcome.is_silent else _joined(outcome, self._desk),
            question=open_,
            question_text="" if open_ is None or outcome.is_silent else questions[open_].text.of(self._desk.language),
        )


def _joined(outcome: FlagOutcome, desk: Desk) -> str:
    return " ".join(clause.text.of(desk.language) for clause in outcome.clauses)
