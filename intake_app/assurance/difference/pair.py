"""Two versions of the content on the same answers: one circuit, two answer sets with shared inputs.

Equal nodes of a circuit exist once. What both versions say in the same way is therefore the same literal, and needs no
proof. What is said differently but was proved to mean the same is taken over, so that nothing behind it differs.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.assurance.proof.answer_set import AnswerSet
from intake_app.assurance.proof.columns import Rails
from intake_app.assurance.proof.model import Model
from intake_app.assurance.subject import conditions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from intake_app.assurance.proof.answer_set import Flag
    from intake_app.assurance.proof.circuit import Circuit
    from intake_app.assurance.proof.columns import Column
    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import FlagRule

APART = "old:"
"""Stands before the inputs that only the old version has."""
Shape = tuple[object, ...]


def shape(question: Question | None) -> Shape:
    """Return what decides which answers a question can have."""
    if question is None:
        return ()
    options = frozenset((option.code, option.excludes) for option in question.options)
    return question.kind, options, question.minimum, question.maximum


def questions_apart(old: Subject, new: Subject) -> tuple[str, ...]:
    """Return the questions that only one version has, or that cannot be answered alike in both."""
    before, after = old.questionnaire.questions, new.questionnaire.questions
    return tuple(id_ for id_ in {**before, **after} if shape(before.get(id_)) != shape(after.get(id_)))


class Pair:
    """The model of the new version, with the inputs of the old one beside it.

    `apart` are the questions that differ in what can be answered; `inputs_apart` what only one version looks at.
    """

    def __init__(self, old: Subject, new: Subject) -> None:
        """Share every input that both versions have."""
        self.old, self.new = old, new
        self.model = Model(new, conditions_of(old))
        self.apart = frozenset(questions_apart(old, new))
        shared = set(self.model.circuit.inputs.values())
        self.raw_before = {str(id_): self._raw(question) for id_, question in old.questionnaire.questions.items()}
        self.facts_before = {**self.model.facts, **self._topics()}
        lone = [self.model.raw[id_] for id_ in self.apart if id_ in self.model.raw]
        added = new.questionnaire.topics.keys() - old.questionnaire.topics.keys()
        of_topics = [self.model.facts[fact].codes[topic] for fact in _TOPIC_FACTS for topic in added]
        self.inputs_apart = frozenset(
            [
                *(set(self.model.circuit.inputs.values()) - shared),
                *(node for column in lone for node in _inputs_of(column)),
                *of_topics,
            ]
        )

    @property
    def circuit(self) -> Circuit:
        """The circuit that both versions share."""
        return self.model.circuit

    def touches_apart(self, literal: int) -> bool:
        """Tell whether a literal rests on an answer that only one version can have."""
        return bool(self.inputs_apart) and not self.inputs_apart.isdisjoint(self.circuit.cone([literal]))

    def model_of(self, answers: AnswerSet) -> Model:
        """Return the model as seen from one of the two answer sets, for claims that ask for a model."""
        found = copy(self.model)
        found.subject, found.now = answers.subject, answers
        found.questions = {str(id_): each for id_, each in answers.subject.questionnaire.questions.items()}
        return found

    def _raw(self, question: Question) -> Column:
        if question.id in self.apart:
            return self.model.inputs.question(question, APART)
        return self.model.raw[question.id]

    def _topics(self) -> dict[str, Column]:
        """Return the facts about topics as the old version has them."""
        gone = [str(each) for each in self.old.questionnaire.topics if each not in self.new.questionnaire.topics]
        found = {}
        for fact in _TOPIC_FACTS:
            column = self.model.facts[fact]
            kept = {code: each for code, each in column.codes.items() if code in self.old.questionnaire.topics}
            lone = self.model.inputs.set_of(APART + fact, gone, at_least_one=False).codes if gone else {}
            found[fact] = replace(column, codes={**kept, **lone})
        return found


_TOPIC_FACTS = ("wish_topics", "strength_topics")


def _inputs_of(column: Column) -> list[int]:
    return [column.declined, column.not_known, *column.codes.values(), *column.numbers.values()]


class Before(AnswerSet):
    """The old version on the answers of the pair; what is proved equal to the new version is the same literal."""

    def __init__(self, pair: Pair, settle: Settle) -> None:
        """Go through the questions; `settle` is asked about each difference as soon as it is met."""
        self._now, self._settle = pair.model.now, settle
        facts: Mapping[str, Column] = pair.facts_before
        super().__init__(pair.circuit, pair.old, facts, pair.raw_before)

    def _applies(self, question: Question) -> Rails:
        found, other = super()._applies(question), self._now.applies.get(question.id)
        if other is None or other == found or not self._settle.routing(self, question, found):
            return found
        return other

    def _flag(self, rule: FlagRule) -> Flag:
        found, other = super()._flag(rule), self._now.flags.get(rule.id)
        if other is None or other == found or not self._settle.flag(self, rule, found):
            return found
        return replace(other, is_open=found.is_open)


class Settle:
    """Who decides whether a part that is said differently means the same."""

    def __init__(
        self,
        routing: Callable[[AnswerSet, Question, Rails], bool],
        flag: Callable[[AnswerSet, FlagRule, Flag], bool],
    ) -> None:
        """Keep the two."""
        self.routing, self.flag = routing, flag
