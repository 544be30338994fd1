"""The circuit of one content version, over every answer set there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.proof.answer_set import AnswerSet
from intake_app.assurance.proof.circuit import Circuit
from intake_app.assurance.proof.columns import OTHER_CODE, Inputs
from intake_app.assurance.subject import conditions_of
from intake_app.questionnaire.model import QuestionKind
from intake_app.questionnaire.situation import Channel, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.assurance.proof.columns import Column
    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.conditions import Condition
    from intake_app.questionnaire.model import Questionnaire

YOUNGEST, OLDEST = 16, 120
ALWAYS_THERE = ("mode", "channel", "alone_moment", "gut_feeling", "literacy", "language", "present")
"""Facts that every talk has; no answer set lacks one."""
GENDERS = ("woman", "man", "other")


def fact_columns(inputs: Inputs, questionnaire: Questionnaire) -> dict[str, Column]:
    """Return the facts of a talk; age and gender may be lacking."""
    topics = [str(topic) for topic in questionnaire.topics]
    languages = [*inputs.codes_named("language"), OTHER_CODE]
    return {
        "mode": inputs.one_of("mode", ("quick", "exploratory"), may_lack=False),
        "channel": inputs.one_of("channel", [each.value for each in Channel], may_lack=False),
        "alone_moment": inputs.one_of("alone_moment", ("no", "yes"), may_lack=False),
        "gut_feeling": inputs.one_of("gut_feeling", ("no", "yes"), may_lack=False),
        "literacy": inputs.one_of("literacy", ("ok", "low"), may_lack=False),
        "language": inputs.one_of("language", languages, may_lack=False),
        "gender": inputs.one_of("gender", GENDERS, may_lack=True),
        "age": inputs.number("age", YOUNGEST, OLDEST),
        "present": inputs.set_of("present", [each.value for each in Participant], at_least_one=True),
        "wish_topics": inputs.set_of("wish_topics", topics, at_least_one=False),
        "strength_topics": inputs.set_of("strength_topics", topics, at_least_one=False),
    }


class Model:
    """The circuit of one content version, with one free answer set (`now`) and as many others as are asked for."""

    def __init__(self, subject: Subject, further: Iterable[Condition] = ()) -> None:
        """Make the inputs; `further` are conditions beside those of the content that are asked about."""
        self.subject = subject
        self.circuit = Circuit()
        self.inputs = Inputs(self.circuit, [*conditions_of(subject), *further])
        self.facts = fact_columns(self.inputs, subject.questionnaire)
        order = subject.questionnaire.order
        self.raw = {str(id_): self.inputs.question(subject.questionnaire.questions[id_]) for id_ in order}
        self.now = AnswerSet(self.circuit, subject, self.facts, self.raw)
        self.questions = {str(id_): question for id_, question in subject.questionnaire.questions.items()}

    def free_codes(self, name: str) -> frozenset[str]:
        """Return the codes of a multiple choice that may stand together."""
        question = self.questions.get(name)
        if question is None or question.kind is not QuestionKind.MULTI:
            return frozenset()
        return frozenset(option.code for option in question.options if not option.excludes)
