"""The difference of two versions of the content: what changed, what it does, and for how many synthetic people.

Behaviour is compared part by part, over every answer set there can be: whether each question applies, each flag, each
score table, the urgency, each kind of help, what is asked and how settled the outcome is. A part is equal when that was
proved; what could not be proved is named as such. Loads numpy, and z3 where it is installed and needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.difference.changes import How, changes
from intake_app.assurance.difference.crowd import Crowds, shares
from intake_app.assurance.difference.judge import Judge, Outcome, Part, Verdict
from intake_app.assurance.difference.pair import Before, Pair, Settle
from intake_app.assurance.difference.parts import Parts
from intake_app.assurance.difference.replay import Sort
from intake_app.assurance.difference.tables import TableParts
from intake_app.assurance.proof.circuit import FALSE

if TYPE_CHECKING:
    from intake_app.assurance.difference.changes import Change
    from intake_app.assurance.difference.crowd import Shares
    from intake_app.assurance.proof.answer_set import AnswerSet, Flag
    from intake_app.assurance.proof.columns import Rails
    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.model import Question
    from intake_app.triage.crowd.marginals import Marginals
    from intake_app.triage.model import FlagRule

PEOPLE = 10_000
_WITH_IDS = frozenset({"question", "topic", "table", "row", "flag", "clause", "urgency rule", "kind rule", "kind"})
"""What has an id that is never used again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two versions beside one another. `apart` are the questions that cannot be answered alike in both."""

    changes: tuple[Change, ...]
    apart: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    shares: Shares

    @property
    def is_equal(self) -> bool:
        """Tell whether every part was proved equal; no part at all is no proof."""
        return bool(self.verdicts) and all(verdict.outcome is Outcome.EQUAL for verdict in self.verdicts)

    def of(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """Return the verdicts with one outcome."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is outcome)

    def unretired(self, retired: frozenset[str]) -> tuple[str, ...]:
        """Return the ids that are gone and do not stand among the retired ones, so that they could be used again."""
        gone = (each for each in self.changes if each.how is How.GONE and each.sort in _WITH_IDS)
        return tuple(each.id for each in gone if each.id not in retired)


def difference(old: Subject, new: Subject, marginals: Marginals, seed: int, people: int = PEOPLE) -> Difference:
    """Compare two versions; `marginals` are those of the new one."""
    pair = Pair(old, new)
    return Difference(
        changes=changes(old, new),
        apart=tuple(sorted(pair.apart)),
        verdicts=_Comparison(pair).verdicts(),
        shares=shares(Crowds(old, new, marginals), people, seed),
    )


class _Comparison:
    """One pair of versions, part by part; what proves to be equal is taken over for what rests on it."""

    def __init__(self, pair: Pair) -> None:
        self._pair, self._parts = pair, Parts(pair)
        self._judge = Judge(pair, _lone(pair.old, pair.new))

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return a verdict per part."""
        parts, judge = self._parts, self._judge
        before = Before(self._pair, Settle(self._settle_routing, self._settle_flag))
        for id_ in before.applies.keys() & self._pair.model.now.applies.keys():
            self._same(Sort.ROUTING, id_)
        for flag in before.flags.keys() & self._pair.model.now.flags.keys():
            self._same(Sort.FLAG, flag)
        tables = TableParts(self._pair, parts.local, before)
        unequal = [id_ for id_ in tables.ids() if not judge.is_equal(tables.part(id_))]
        for part in (
            *parts.lone_questions(before),
            *parts.lone_flags(before),
            parts.urgency(before),
            *parts.kinds(before),
            parts.essential(before),
            parts.status(before, tables, tables_differ=bool(unequal)),
            parts.known(),
            parts.asking(),
        ):
            judge.is_equal(part)
        order = list(Sort)
        return tuple(sorted(judge.verdicts.values(), key=lambda verdict: (order.index(verdict.sort), verdict.id)))

    def _settle_routing(self, before: AnswerSet, question: Question, found: Rails) -> bool:
        return self._judge.is_equal(self._parts.routing(before, question, found))

    def _settle_flag(self, before: AnswerSet, rule: FlagRule, found: Flag) -> bool:
        return self._judge.is_equal(self._parts.flag(before, rule, found))

    def _same(self, sort: Sort, id_: str) -> None:
        """Note a part that was never asked about: both versions say the same literals."""
        if (sort, id_) not in self._judge.verdicts:
            self._judge.is_equal(Part(sort=sort, id=id_, literal=FALSE))


def _lone(old: Subject, new: Subject) -> frozenset[str]:
    """Return the flags and kinds that only one version has."""
    flags = {flag.id for flag in old.rules.flags} ^ {flag.id for flag in new.rules.flags}
    kinds = {option.id for option in old.options} ^ {option.id for option in new.options}
    return frozenset[str](flags | kinds)
