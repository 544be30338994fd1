"""Replaying one answer set in both versions with the engine itself, and saying what each part of the outcome is."""

from __future__ import annotations

import datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from intake_app.core.ids import FlagId, KindId, QuestionId
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.routing import asked_in_order
from intake_app.questionnaire.situation import Channel, Participant, Situation
from intake_app.triage.bounds import BoundTable
from intake_app.triage.evaluate import Engine
from intake_app.triage.model import FlagState, KindState, Target

if TYPE_CHECKING:
    from intake_app.assurance.proof.witness import Witness
    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.questionnaire.routing import Routing
    from intake_app.triage.outcome import Assessment

NOTHING = "-"
_SOME_DAY = datetime.date(2026, 1, 1)
"""Which questions are asked does not depend on the day."""


class Sort(StrEnum):
    """The parts of an outcome that are compared."""

    ROUTING = "routing"
    """Whether a question applies."""
    ASKING = "asking"
    """Which questions are put, and in what order."""
    ESSENTIAL = "essential"
    """Which essential answers are missing."""
    FLAG = "flag"
    TABLE = "table"
    KNOWN = "known"
    """The share of the questions behind a score that was answered."""
    URGENCY = "urgency"
    KIND = "kind"
    STATUS = "status"
    """Whether the outcome is incomplete, provisional or final."""


class Seen:
    """What one version makes of an answer set; each part of it is worked out when it is first looked at."""

    def __init__(self, questionnaire: Questionnaire, engine: Engine, witness: Witness) -> None:
        """Keep what is needed."""
        self._questionnaire, self._engine, self._witness = questionnaire, engine, witness

    @cached_property
    def routing(self) -> Routing:
        """What applies."""
        return self._engine.router.route(self._witness.answers, self._witness.facts)

    @cached_property
    def assessment(self) -> Assessment:
        """What the rules say."""
        return self._engine.assess(self.routing)

    @cached_property
    def asked(self) -> tuple[QuestionId, ...]:
        """What is asked, in order."""
        return asked_in_order(self._questionnaire, self.routing, _situation(self._witness))


class Replay:
    """One version, ready to judge answer sets. `lone` are the ids that only one of the versions has."""

    def __init__(self, subject: Subject, lone: frozenset[str]) -> None:
        """Make the engine."""
        self._questionnaire, self._lone = subject.questionnaire, lone
        self._engine = Engine(subject.rules, subject.questionnaire, tuple(option.id for option in subject.options))
        questions = {str(id_): question for id_, question in subject.questionnaire.questions.items()}
        self._tables = {table.id: BoundTable(table, questions) for table in subject.rules.tables}

    def seen(self, witness: Witness) -> Seen:
        """Judge one answer set."""
        return Seen(self._questionnaire, self._engine, witness)

    def told(self, sort: Sort, id_: str, seen: Seen) -> str:
        """Say what one part of the outcome is."""
        match sort:
            case Sort.ROUTING:
                truth = seen.routing.applies.get(QuestionId(id_))
                return NOTHING if truth is None else truth.name.lower()
            case Sort.ASKING:
                return " ".join(seen.asked) or NOTHING
            case Sort.ESSENTIAL:
                return " ".join(sorted(seen.assessment.missing_essentials)) or NOTHING
            case Sort.FLAG:
                return self._flag(FlagId(id_), seen.assessment)
            case Sort.TABLE:
                return self._table(id_, seen.routing)
            case Sort.KNOWN:
                return f"medical {seen.assessment.medical.known:.3f}, social {seen.assessment.social.known:.3f}"
            case Sort.URGENCY:
                return seen.assessment.urgency.code
            case Sort.KIND:
                return self._kind(KindId(id_), seen.assessment)
            case Sort.STATUS:
                return seen.assessment.status.value

    def _flag(self, id_: FlagId, outcome: Assessment) -> str:
        """A flag that only one version has counts where it is raised or possible."""
        for flag in outcome.flags:
            if flag.flag == id_ and (flag.state in {FlagState.RAISED, FlagState.POSSIBLE} or id_ not in self._lone):
                return f"{flag.state.value}, {flag.effect.value}, {flag.urgency.code}"
        return NOTHING

    def _table(self, id_: str, routing: Routing) -> str:
        """A table that is not there adds nothing."""
        table = self._tables.get(id_)
        spans = None if table is None else table.judge(routing.states).spans
        found = dict.fromkeys(Target, (0, 0, 0))
        if spans is not None:
            found = {target: (spans[target].point, spans[target].low, spans[target].high) for target in Target}
        return ", ".join(f"{target.value} {at} ({low} to {high})" for target, (at, low, high) in found.items())

    def _kind(self, id_: KindId, outcome: Assessment) -> str:
        """A kind that only one version has counts where it is not blocked."""
        for kind in outcome.kinds:
            if kind.kind == id_ and (kind.state is not KindState.BLOCKED or id_ not in self._lone):
                return f"{kind.state.value}, support {kind.support}"
        return NOTHING


def _situation(witness: Witness) -> Situation:
    present = witness.facts.get("present", frozenset())
    return Situation(
        mode=Mode(str(witness.facts["mode"])),
        date=_SOME_DAY,
        channel=Channel(str(witness.facts["channel"])),
        participants=tuple(Participant(each) for each in sorted(present)) if isinstance(present, frozenset) else (),
        alone_moment=witness.facts.get("alone_moment") == "yes",
    )
