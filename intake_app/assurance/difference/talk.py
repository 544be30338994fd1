"""Talks to replay: one in which columns stand as wished, and the same talk with something left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.assurance.proof.witness import Witness
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.conditions import Missing
from intake_app.questionnaire.situation import FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Question, Questionnaire

QUIET: Mapping[str, ColumnState] = {
    "mode": "exploratory",
    "channel": "room",
    "alone_moment": "no",
    "gut_feeling": "no",
    "literacy": "ok",
    "language": "nl",
    "present": frozenset({"person"}),
    "wish_topics": frozenset(),
    "strength_topics": frozenset(),
}
"""A talk of which nothing special is known."""


def talk_of(questionnaire: Questionnaire, states: Mapping[str, ColumnState]) -> Witness:
    """Return a talk in which columns stand as in `states`, as far as answers can bring that about."""
    facts = {name: state for name, state in states.items() if name in FACTS and not isinstance(state, Missing)}
    questions = {name: questionnaire.questions.get(QuestionId(name)) for name in states}
    answers = {
        question.id: answer
        for name, question in questions.items()
        if question is not None and (answer := _answer(question, states[name])) is not None
    }
    return Witness(facts={**QUIET, **facts}, answers=answers)


def without(witness: Witness, names: tuple[str, ...]) -> Witness:
    """Return a talk without these answers, and with ordinary facts in place of these."""
    ordinary = {name: QUIET[name] for name in names if name in QUIET}
    kept = {name: state for name, state in witness.facts.items() if name not in names}
    answers = {id_: answer for id_, answer in witness.answers.items() if id_ not in names}
    return replace(witness, facts={**kept, **ordinary}, answers=answers)


def _answer(question: Question, state: ColumnState) -> Answer | None:
    """Return the answer that brings a column into a state; None where no answer does."""
    if isinstance(state, Missing):
        said: dict[Missing, Answer] = {Missing.DECLINED: Declined(), Missing.NOT_KNOWN: NotKnown()}
        return said.get(state)
    if isinstance(state, frozenset):
        return Given(value=tuple(option.code for option in question.options if option.code in state))
    return Given(value=state)
