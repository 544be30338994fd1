"""The synthetic people that resemble one talk, and what the rules say when their answers fill what is open.

Three kinds of rows are judged in one batch: completed talks; completed talks in which one question stayed unasked,
with all that hangs on it; and the talk as it stands with one answer more. The difference that an answer makes at the
end and now, both averaged, is what it is worth (the two ends of the Shapley value).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.questionnaire.conditions import Missing, Truth
from intake_app.questionnaire.routing import Router
from intake_app.triage.crowd.board import NOBODY
from intake_app.triage.crowd.columns import NOT_ASKED, Answers
from intake_app.triage.crowd.judge import Crowd
from intake_app.triage.crowd.population import Population, as_asked
from intake_app.triage.foresight.likeness import Likeness
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.foresight.rules import followers, with_history
from intake_app.triage.foresight.verdict import Verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import KindId, QuestionId
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.columns import Codes
    from intake_app.triage.crowd.marginals import Marginals
    from intake_app.triage.flags import FlagHistory
    from intake_app.triage.foresight.verdict import Verdict
    from intake_app.triage.model import RuleSet
    from intake_app.triage.what_if import Said

PEOPLE, SEED = 6_144, 20_261_122
"""Synthetic people to choose from, and the seed that draws them."""
COMPLETIONS = 400
ROWS = 1_200
"""Rows for talks with one question left out; shared by the questions that are open."""
FEWEST, MOST = 24, 120
"""Completions in which each question is left out."""
_KEPT = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Part:
    """Rows of the batch about one question: `people` are the completions, or `codes` the answers, with their share."""

    question: QuestionId
    rows: slice
    people: NDArray[numpy.intp]
    codes: Codes
    shares: NDArray[numpy.float64]


class Pool:
    """Synthetic people for one content, drawn once."""

    def __init__(
        self, questionnaire: Questionnaire, rules: RuleSet, groups: Mapping[KindId, str], marginals: Marginals
    ) -> None:
        """Compile the rules and draw the people."""
        self._questionnaire, self._rules, self._kinds = questionnaire, rules, tuple(groups)
        self._router = Router(questionnaire)
        self._followers = followers(questionnaire)
        self._verdicts = Verdicts(tuple(groups.values()))
        self._crowd = Crowd(questionnaire, rules, self._kinds)
        self._crowds: dict[tuple[object, ...], Crowd] = {}
        self._people = Population(marginals, self._crowd.codebook).sample(PEOPLE, SEED)
        self._likeness = Likeness(questionnaire, self._people)

    def look(self, said: Said) -> Outlook:
        """Look ahead from what was said so far."""
        crowd = self._crowd_with(said.history)
        known = crowd.codebook.encode(said.answers, said.facts)
        chosen = self._people.chosen(self._likeness.closest(known, COMPLETIONS)).replaced(known.facts())
        full = crowd.interview(known, as_asked(crowd.codebook, chosen))
        parts = self._parts(full, self._open(said))
        batch = self._batch(known, full, parts)
        verdict = self._verdicts.read(crowd.judge(batch, with_status=False))
        gains: dict[QuestionId, float] = {}
        turns: dict[QuestionId, tuple[KindId, ...]] = {}
        for last, first in parts:
            gain, weights = _worth(verdict, last, first)
            gains[last.question] = gain
            order = numpy.argsort(-weights, kind="stable")
            turns[last.question] = tuple([self._kinds[at] for at in order if weights[at] > 0])
        same = (verdict.told[:COMPLETIONS] == verdict.told[-1]).all(axis=1)
        return Outlook(gains=gains, turns=turns, robustness=float(same.mean()), completions=COMPLETIONS)

    def _crowd_with(self, history: FlagHistory) -> Crowd:
        """Return the rules as they stand with what earlier moments left behind."""
        key = (frozenset(history.standing.items()), frozenset(history.withdrawn.items()), history.recorded)
        if not any(key):
            return self._crowd
        if key not in self._crowds:
            if len(self._crowds) >= _KEPT:
                self._crowds.clear()
            also = tuple(clause.when for flag in self._rules.flags for clause in flag.clauses)
            self._crowds[key] = Crowd(self._questionnaire, with_history(self._rules, history), self._kinds, also)
        return self._crowds[key]

    def _open(self, said: Said) -> list[QuestionId]:
        """Return the questions that can be asked now, safety questions left out: those are not weighed."""
        routing = self._router.route(said.answers, said.facts)
        return [
            id_
            for id_ in self._questionnaire.order
            if routing.applies[id_] is Truth.TRUE
            and routing.states[id_] is Missing.NOT_ASKED
            and not self._questionnaire.questions[id_].safety
        ]

    def _parts(self, full: Answers, open_: list[QuestionId]) -> list[tuple[_Part, _Part]]:
        """Lay out the rows of each question: left out at the end, and answered now."""
        most = min(MOST, max(FEWEST, ROWS // max(1, len(open_))))
        found, start = [], COMPLETIONS
        last = [numpy.flatnonzero(_column(full, id_)[:most] != NOT_ASKED) for id_ in open_]
        shares = numpy.full(1, 1 / most)
        for id_, people in zip(open_, last, strict=True):
            rows = slice(start, start + len(people))
            found.append(_Part(question=id_, rows=rows, people=people, codes=NOBODY, shares=shares))
            start = rows.stop
        both = []
        for part in found:
            values, counts = numpy.unique(_column(full, part.question), return_counts=True)
            counts, values = counts[values != NOT_ASKED], values[values != NOT_ASKED]
            rows = slice(start, start + len(values))
            now = _Part(
                question=part.question, rows=rows, people=part.people[:0], codes=values, shares=counts / COMPLETIONS
            )
            both.append((part, now))
            start = rows.stop
        return both

    def _batch(self, known: Answers, full: Answers, parts: list[tuple[_Part, _Part]]) -> Answers:
        """Return all rows; the last one is the talk as it stands."""
        rows = numpy.concatenate([numpy.arange(COMPLETIONS), *(last.people for last, _ in parts)])
        tail = 1 + sum(len(first.codes) for _, first in parts)
        columns: dict[str, Codes] = {}
        for name, codes in full.columns.items():
            now = known.columns.get(name, NOBODY)
            if len(codes) == 1 and codes[0] == now[0]:
                columns[name] = codes
                continue
            many = _column(full, name).take(rows)
            columns[name] = numpy.concatenate([many, numpy.full(tail, now[0], dtype=many.dtype)])
        for last, first in parts:
            if first.codes.size:
                columns[last.question][last.rows] = NOT_ASKED
                columns[first.question][first.rows] = first.codes
            for name in self._followers[last.question]:
                if len(columns.get(name, NOBODY)) > 1 and known.columns.get(name, NOBODY)[0] == NOT_ASKED:
                    columns[name][last.rows] = NOT_ASKED
        return Answers(size=len(rows) + tail, columns=columns)


def _worth(verdict: Verdict, last: _Part, first: _Part) -> tuple[float, NDArray[numpy.float64]]:
    """Return the parts of the advice that hang on a question, and how often each kind of help does."""
    wrong = (verdict.parts[last.rows] != verdict.parts[last.people]).sum() * last.shares[0]
    moved = (verdict.parts[first.rows] != verdict.parts[-1]).sum(axis=1) @ first.shares
    lost = (verdict.suggested[last.rows] != verdict.suggested[last.people]).sum(axis=0) * last.shares[0]
    turned = first.shares @ (verdict.suggested[first.rows] != verdict.suggested[-1])
    weights: NDArray[numpy.float64] = (lost + turned) / 2
    return float(wrong + moved) / 2 + float(weights.mean()), weights


def _column(answers: Answers, name: str) -> Codes:
    codes = answers.columns.get(name, NOBODY)
    return codes if len(codes) > 1 else numpy.repeat(codes, answers.size)
