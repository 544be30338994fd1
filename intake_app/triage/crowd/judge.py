"""The engine for many people at once: the same outcome as `Engine.assess` for each of them, with an empty history.

People are columns of small whole numbers (`crowd_columns.Answers`). A conversation to which sampled answers are added
is made so:

    crowd = Crowd(questionnaire, rules, kinds)
    known = crowd.codebook.encode(conversation.answers, facts)          # columns of length 1 stand for all
    full = crowd.interview(known, sampled)                              # asks what applies and was not answered
    judged = crowd.judge(full)                                          # `talk` does both at once

It loads numpy and stays away from starting up and from every answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

from intake_app.triage.crowd.board import TRUE, Board
from intake_app.triage.crowd.columns import Codebook
from intake_app.triage.crowd.flags import NOT_ASKED, POSSIBLE, RAISED, WAITS, CrowdFlags
from intake_app.triage.crowd.kinds import CrowdKinds
from intake_app.triage.crowd.routing import CrowdRouting, routing_conditions
from intake_app.triage.crowd.scores import CrowdScores, is_banded
from intake_app.triage.crowd.status import FINAL, INCOMPLETE, PROVISIONAL, CrowdSettling
from intake_app.triage.model import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from intake_app.core.ids import KindId, QuestionId
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.columns import Answers, Codes, Truths
    from intake_app.triage.crowd.flags import FlagsOfCrowd
    from intake_app.triage.crowd.routing import Walk
    from intake_app.triage.crowd.scores import Scores
    from intake_app.triage.model import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """The outcome of many people.

    Rows are people. Columns are in the order of the rules, of the kinds handed in, of `Target`, of
    `Crowd.essentials` and of the questionnaire's order. Numbers stand for places: `flags` in `FlagState`, `effects`
    in `FlagEffect`, `status` in `Status`, `scores.need` in `Need`, `kinds` in `KindState`, `applies` in `Truth`;
    `urgency` and `flag_urgency` are those of `Urgency`. `states` holds the code of every column after routing, a
    single one where all people have the same.
    """

    size: int
    flags: NDArray[numpy.uint8]
    effects: NDArray[numpy.uint8]
    flag_urgency: NDArray[numpy.uint8]
    urgency: NDArray[numpy.uint8]
    enough_known: NDArray[numpy.bool_]
    missing: NDArray[numpy.bool_]
    status: NDArray[numpy.uint8]
    scores: Scores
    kinds: NDArray[numpy.uint8]
    support: NDArray[numpy.uint16]
    applies: NDArray[numpy.uint8]
    states: Mapping[str, Codes]


class Crowd:
    """A rule set made ready for many people. Holds no answers, only outcomes of score tables that it met before."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        rules: RuleSet,
        kinds: tuple[KindId, ...],
        also: tuple[Condition, ...] = (),
    ) -> None:
        """Compile everything; `kinds` are all option kinds, in the order to show them.

        `also` are conditions that somebody will ask about later: the edges of numbers in them are kept apart.
        """
        self.rules, self.kind_ids = rules, kinds
        self.codebook = Codebook(questionnaire, (*_conditions(questionnaire, rules), *also))
        self.essentials: tuple[QuestionId, ...] = tuple(
            id_ for id_ in questionnaire.order if questionnaire.questions[id_].essential
        )
        self._routing = CrowdRouting(questionnaire, self.codebook)
        self._flags = CrowdFlags(rules.flags, self.codebook)
        self._urgency = [(rule.level, self.codebook.compiled(rule.when)) for rule in rules.urgency]
        self._scores = CrowdScores(rules, questionnaire, self.codebook)
        self._kinds = CrowdKinds(kinds, rules, self.codebook)
        self._settling = CrowdSettling(rules, self.codebook)

    def interview(self, given: Answers, offered: Answers) -> Answers:
        """Ask every question that applies and has no answer in `given`; what comes out is what `offered` says."""
        return self._routing.interview(given, offered)[0]

    def judge(self, answers: Answers, *, with_status: bool = True) -> Judged:
        """Judge everybody; without the status, which takes a third of the work, that stays empty."""
        return self._judge(self._routing.route(answers), answers.size, with_status=with_status)

    def talk(self, given: Answers, offered: Answers) -> tuple[Answers, Judged]:
        """Ask as `interview` does and judge what was said, with one routing less than both apart."""
        answers, walk = self._routing.interview(given, offered)
        return answers, self._judge(walk, answers.size)

    def _judge(self, walk: Walk, size: int, *, with_status: bool = True) -> Judged:
        board = walk.board
        flags = self._flags.judge(board)
        missing = [self._is_missing(id_, walk) for id_ in self.essentials]
        lacking = _stacked(missing, size, numpy.bool_)
        states = _stacked(flags.state, size, numpy.uint8)
        kinds = self._kinds.judge(board, flags)
        urgency, scores = self._level(board, flags, size), self._scores.judge(board, size)
        lacks: NDArray[numpy.bool_] = numpy.logical_or.reduce(lacking, axis=1)
        status = numpy.zeros(0, dtype=numpy.uint8)
        if with_status:
            settled = self._status(board, flags, ~lacks & is_banded(scores), urgency)
            status = numpy.where(lacks, INCOMPLETE, settled)
        return Judged(
            size=size,
            flags=states,
            effects=_stacked(flags.effect, size, numpy.uint8),
            flag_urgency=_stacked(flags.urgency, size, numpy.uint8),
            urgency=urgency,
            enough_known=~lacks | (states == RAISED).any(axis=1),
            missing=lacking,
            status=status,
            scores=scores,
            kinds=_stacked([state for state, _ in kinds], size, numpy.uint8),
            support=_stacked([support for _, support in kinds], size, numpy.uint16),
            applies=_stacked(list(walk.applies.values()), size, numpy.uint8),
            states=board.codes,
        )

    def truths(self, judged: Judged, condition: Condition) -> Truths:
        """Judge one more condition on people that were judged, after routing."""
        compiled = self.codebook.compiled(condition)
        board = Board(self.codebook)
        for column in condition.columns:
            if column in judged.states:
                board.put(column, judged.states[column])
        return numpy.broadcast_to(board.all_hold(compiled), judged.size)

    def _is_missing(self, question: QuestionId, walk: Walk) -> NDArray[numpy.bool_]:
        applies: NDArray[numpy.bool_] = walk.applies[question] == TRUE
        return applies & walk.board.is_open(question)

    def _status(
        self,
        board: Board,
        flags: FlagsOfCrowd,
        may_be_final: NDArray[numpy.bool_],
        urgency: NDArray[numpy.uint8],
    ) -> NDArray[numpy.uint8]:
        """Tell who of those that lack no essential answer, and whose needs keep their band, is settled."""
        found = numpy.full(len(urgency), PROVISIONAL)
        for state, is_open in zip(flags.state, flags.is_open, strict=True):
            may_be_final = may_be_final & ~((state == NOT_ASKED) & is_open)
        people = numpy.flatnonzero(may_be_final & ~self._settling.safety_is_open(board))
        if len(people):
            turning = self._settling.may_turn(board, urgency, people)
            found[people[~turning]] = FINAL
        return found

    def _level(self, board: Board, flags: FlagsOfCrowd, size: int) -> NDArray[numpy.uint8]:
        found = numpy.full(size, Urgency.ROUTINE, dtype=numpy.uint8)
        for level, compiled in self._urgency:
            numpy.maximum(found, (board.all_hold(compiled) == TRUE) * numpy.uint8(level), out=found)
        for state, effect, urgency in zip(flags.state, flags.effect, flags.urgency, strict=True):
            numpy.maximum(found, (state == RAISED) * urgency, out=found)
            must_be_asked_on = (state == POSSIBLE) & (effect == WAITS)
            numpy.maximum(found, must_be_asked_on * numpy.minimum(urgency, numpy.uint8(Urgency.TODAY)), out=found)
        return found


def _conditions(questionnaire: Questionnaire, rules: RuleSet) -> Iterator[Condition]:
    yield from routing_conditions(questionnaire)
    yield from (clause.when for flag in rules.flags for clause in flag.clauses)
    yield from (rule.when for table in rules.tables for rule in table.rules)
    yield from (rule.when for rule in rules.urgency)
    yield from (rule.when for rule in rules.kinds)


def _stacked(rows: Sequence[NDArray[Any]], size: int, dtype: type[numpy.generic]) -> NDArray[Any]:
    """Return rows as the columns of one array; a row of length 1 stands for all people."""
    found = numpy.empty((len(rows), size), dtype=dtype)
    for at, row in enumerate(rows):
        found[at] = row
    return found.T
