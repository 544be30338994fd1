"""Routing as a circuit: which questions apply in any answer set, and what their columns then hold.

It says in literals what `questionnaire.routing.route` works out for one answer set. A test compares the two on
random answer sets (docs/decisions/0002).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.proof.circuit import FALSE
from intake_app.assurance.proof.columns import (
    ALWAYS,
    NEVER_ASKED,
    Rails,
    both,
    condition_rails,
    either,
    hidden,
    rails_of,
)
from intake_app.questionnaire.conditions import CodeTest
from intake_app.questionnaire.routing import overview_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.assurance.proof.circuit import Circuit
    from intake_app.assurance.proof.columns import Column
    from intake_app.assurance.subject import Subject
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Question


class Routed:
    """The columns of one answer set after routing, and what applies.

    What a `base` that differs in a few answers has worked out, and what those answers do not touch, is taken over.
    """

    def __init__(
        self,
        circuit: Circuit,
        subject: Subject,
        facts: Mapping[str, Column],
        raw: Mapping[str, Column],
        base: Routed | None = None,
    ) -> None:
        """Go through the questions in their order, gate by gate."""
        self.circuit, self.subject, self.facts, self.raw, self.base = circuit, subject, facts, raw, base
        self.columns: dict[str, Column] = dict(facts)
        self.applies: dict[QuestionId, Rails] = {}
        self._truths: dict[int, tuple[Condition, Rails]] = {}
        self._touched = self._topics_touched()
        for id_ in subject.questionnaire.order:
            found = self.applies[id_] = self._applies(subject.questionnaire.questions[id_])
            column = hidden(circuit, raw[id_], found.false)
            self.columns[id_] = base.columns[id_] if base is not None and base.columns[id_] == column else column

    def truth(self, condition: Condition) -> Rails:
        """Return the truth of a condition on this answer set."""
        known = self._truths.get(id(condition))
        if known is not None and known[0] is condition:
            return known[1]
        base, columns = self.base, self.columns
        if base is not None and all(columns.get(each) is base.columns.get(each) for each in condition.columns):
            found = base.truth(condition)
        else:
            found = condition_rails(self.circuit, condition, columns)
        self._truths[id(condition)] = (condition, found)
        return found

    def _topics_touched(self) -> dict[str, int]:
        given: dict[str, list[int]] = {}
        for id_, question in self.subject.questionnaire.questions.items():
            opening = given.setdefault(question.topic, [])
            if not (question.safety and question.asked_when):
                opening.append(self.raw[id_].given)
        return {topic: self.circuit.any_of(each) for topic, each in given.items()}

    def _applies(self, question: Question) -> Rails:
        circuit, given = self.circuit, self.raw[question.id].given
        found = either(circuit, [self.truth(each) for each in question.asked_when]) if question.asked_when else ALWAYS
        if not (question.safety and question.asked_when):
            found = both(circuit, [found, self._topic_open(question)])
        if question.safety:
            return Rails(true=circuit.any_of([found.true, given]), false=circuit.all_of([found.false, -given]))
        return Rails(true=circuit.any_of([found.true, circuit.all_of([given, -found.false])]), false=found.false)

    def _topic_open(self, question: Question) -> Rails:
        topic = self.subject.questionnaire.topics[question.topic]
        if topic.always:
            return ALWAYS
        overview = self.columns.get(overview_question(topic.area.value), NEVER_ASKED)
        chosen = rails_of(self.circuit, overview, CodeTest(codes=frozenset({str(topic.id)})))
        wished = self.columns["wish_topics"].codes.get(topic.id, FALSE)
        sure = self.circuit.any_of([self._touched[topic.id], wished])
        return either(self.circuit, [Rails(true=sure, false=-sure), chosen])
