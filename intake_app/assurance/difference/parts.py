"""The parts of the outcome of two versions, each with its literal of being different and the ways to go through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from intake_app.assurance.difference.judge import Part
from intake_app.assurance.difference.local import (
    Local,
    asking,
    behind_scores,
    flags_differ,
    flags_on,
    kind_items,
    urgency_items,
)
from intake_app.assurance.difference.replay import Sort
from intake_app.assurance.proof.circuit import FALSE, TRUE
from intake_app.assurance.proof.claims_later import final_rules
from intake_app.triage.kinds import FLAG_WEIGHT
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, Urgency

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.assurance.difference.pair import Pair
    from intake_app.assurance.difference.tables import TableParts
    from intake_app.assurance.proof.answer_set import AnswerSet, Flag
    from intake_app.assurance.proof.columns import Rails
    from intake_app.core.ids import KindId
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import FlagRule


class Parts:
    """Makes the parts of one pair of versions."""

    def __init__(self, pair: Pair) -> None:
        """Keep the pair; the answer set of the new version is part of it."""
        self.pair, self.local = pair, Local(pair)
        self.circuit, self.now = pair.circuit, pair.model.now

    def routing(self, before: AnswerSet, question: Question, found: Rails) -> Part:
        """Return the part of one question: whether it applies."""
        other = self.now.applies[question.id]
        literal = self._apart([(found.true, other.true), (found.false, other.false)])
        after = self.pair.new.questionnaire.questions[question.id]
        return Part(
            sort=Sort.ROUTING,
            id=question.id,
            literal=literal,
            ways=partial(self.local.of_gates, before, question, after),
        )

    def flag(self, before: AnswerSet, rule: FlagRule, found: Flag) -> Part:
        """Return the part of a flag that both versions have: its state, effect and urgency."""
        other = self.now.flags[rule.id]
        pairs = [
            *((found.states[each], other.states[each]) for each in FlagState),
            *((found.effects[each], other.effects[each]) for each in FlagEffect),
            *((found.urgency[each], other.urgency[each]) for each in Urgency),
        ]
        after = self.pair.new.rules.flag(rule.id)
        return Part(
            sort=Sort.FLAG,
            id=rule.id,
            literal=self._apart(pairs),
            ways=partial(self.local.of_flag, before, rule, after),
        )

    def lone_flags(self, before: AnswerSet) -> Iterator[Part]:
        """Yield the flags that only one version has: they differ where they are raised or possible."""
        for answers, other in ((before, self.now), (self.now, before)):
            for id_ in answers.flags.keys() - other.flags.keys():
                flag = answers.flags[id_]
                literal = self.circuit.any_of([flag.raised, flag.possible])
                yield Part(sort=Sort.FLAG, id=id_, literal=literal)

    def lone_questions(self, before: AnswerSet) -> Iterator[Part]:
        """Yield the questions that only one version has."""
        for answers, other in ((before, self.now), (self.now, before)):
            for id_ in answers.applies.keys() - other.applies.keys():
                yield Part(sort=Sort.ROUTING, id=id_, literal=-answers.applies[id_].false)

    def urgency(self, before: AnswerSet) -> Part:
        """Return the part of the urgency."""
        pairs = [(before.urgency(level), self.now.urgency(level)) for level in Urgency]
        items = [urgency_items(self.pair.old), urgency_items(self.pair.new)]
        ways = None if flags_differ(before, self.now) else partial(self.local.of_rules, before, *items)
        return Part(sort=Sort.URGENCY, id="", literal=self._apart(pairs), ways=ways)

    def essential(self, before: AnswerSet) -> Part:
        """Return the part of the essential answers that are missing."""
        old, new = self._missing(before), self._missing(self.now)
        pairs = [(old.get(each, FALSE), new.get(each, FALSE)) for each in {**old, **new}]
        return Part(sort=Sort.ESSENTIAL, id="", literal=self._apart(pairs))

    def kinds(self, before: AnswerSet) -> Iterator[Part]:
        """Yield the part of every kind of help: its state and its support."""
        old, new = kind_items(self.pair.old), kind_items(self.pair.new)
        is_shaken = flags_differ(before, self.now)
        for id_ in {**before.kinds, **self.now.kinds}:
            is_local = not is_shaken and flags_on(self.pair.old, id_) == flags_on(self.pair.new, id_)
            ways = partial(self.local.of_rules, before, old[id_], new[id_]) if is_local else None
            yield Part(sort=Sort.KIND, id=id_, literal=self._kind(before, id_), ways=ways)

    def status(self, before: AnswerSet, tables: TableParts, *, tables_differ: bool) -> Part:
        """Return the part of the outcome being incomplete, provisional or final.

        Being final hangs on the bands of the scores too: they are only spelled out when the rest leaves it open.
        """
        finals = final_rules(self.pair.model_of(before)), final_rules(self.pair.model)
        lacks = [self.circuit.any_of(self._missing(each).values()) for each in (before, self.now)]
        lacking = self._apart([(lacks[0], lacks[1])])
        literal = TRUE if tables_differ else self.circuit.any_of([lacking, self._apart([finals])])

        def exactly() -> int | None:
            bands = tables.settled_bands()
            if bands is None:
                return None
            settled = [self.circuit.all_of(each) for each in zip(finals, bands, strict=True)]
            return self.circuit.any_of([lacking, self._apart([(settled[0], settled[1])])])

        return Part(sort=Sort.STATUS, id="", literal=literal, narrow=exactly)

    def known(self) -> Part:
        """Return the part of the share that is known: the same where the same questions stand behind each score."""
        same = behind_scores(self.pair.old) == behind_scores(self.pair.new)
        return Part(sort=Sort.KNOWN, id="", literal=FALSE if same else TRUE, is_decidable=False)

    def asking(self) -> Part:
        """Return the part of what is put to the person: the same where order and marks are."""
        same = asking(self.pair.old.questionnaire) == asking(self.pair.new.questionnaire)
        return Part(sort=Sort.ASKING, id="", literal=FALSE if same else TRUE, is_decidable=False)

    def _apart(self, pairs: Iterable[tuple[int, int]]) -> int:
        """Return the literal of: some of these pairs are not the same."""
        return self.circuit.any_of(-self.circuit.same(one, other) for one, other in pairs if one != other)

    def _missing(self, answers: AnswerSet) -> dict[str, int]:
        return {
            id_: self.circuit.all_of([answers.applies[id_].true, self.circuit.any_of(answers.columns[id_].open)])
            for id_, question in answers.subject.questionnaire.questions.items()
            if question.essential
        }

    def _kind(self, before: AnswerSet, id_: KindId) -> int:
        """Return the literal of: its state or its support differs; a kind that is not there is blocked."""
        old, new = before.kinds.get(id_), self.now.kinds.get(id_)
        if old is None or new is None:
            lone = old or new
            return FALSE if lone is None else -lone.blocked
        terms = [*self._support(before, id_, 1), *self._support(self.now, id_, -1)]
        back = [(-weight, literal) for weight, literal in terms]
        states = self._apart([(old.suggested, new.suggested), (old.blocked, new.blocked)])
        return self.circuit.any_of([states, self.circuit.at_least(terms, 1), self.circuit.at_least(back, 1)])

    def _support(self, answers: AnswerSet, id_: KindId, sign: int) -> list[tuple[int, int]]:
        rules = answers.subject.rules
        by_rules = [
            (sign * rule.weight, answers.judged(rule.when).true)
            for rule in rules.kinds
            if rule.kind == id_ and rule.effect is KindEffect.SUGGEST
        ]
        return by_rules + [(sign * FLAG_WEIGHT, answers.flags[f.id].raised) for f in rules.flags if id_ in f.names]
