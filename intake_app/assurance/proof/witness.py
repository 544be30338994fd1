"""An answer set that was found, in the form that the engine judges and that `advise` reads back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.assurance.proof.columns import GIVEN
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.assurance.proof.answer_set import AnswerSet
    from intake_app.assurance.proof.columns import Column
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.answers import Answer
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Question

SOME_TEXT = "..."
"""Stands for any free answer: no rule looks inside one."""
_PERSON = ("age", "gender", "language", "literacy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One answer set: the facts of a talk as columns, and the answers."""

    facts: Mapping[str, ColumnState]
    answers: Mapping[QuestionId, Answer]

    def text(self, heading: tuple[str, ...] = ()) -> str:
        """Return the file of answers, with `heading` as comments above it."""
        facts, lines = self.facts, [f"# {each}" for each in heading]
        lines.append(f"mode: {facts['mode']}")
        lines.append(f"channel: {facts['channel']}")
        person = {name: _plain(facts[name]) for name in _PERSON if name in facts}
        lines.append(f"person: {json.dumps(person)}")
        lines.append(f"participants: {json.dumps(_plain(facts['present']))}")
        lines += [f"{name}: {_yes(facts[name])}" for name in ("alone_moment", "gut_feeling")]
        for key, fact in (("wishes", "wish_topics"), ("strengths", "strength_topics")):
            topics = _plain(facts[fact])
            lines += [f"{key}:"] if topics else []
            lines += [f'  - {{topic: {topic}, text: "{SOME_TEXT}"}}' for topic in topics]
        if self.answers:
            lines.append("answers:")
        lines += [f"  {id_}: {json.dumps(_said(answer))}" for id_, answer in self.answers.items()]
        return "\n".join(lines) + "\n"


def witness_of(answers: AnswerSet, inputs: frozenset[int]) -> Witness:
    """Return the answer set in which exactly these inputs of the circuit are true."""
    facts, raw = answers.facts, answers.raw
    literals = [each for column in (*facts.values(), *raw.values()) for each in _literals(column)]
    circuit = answers.circuit
    found = circuit.values(dict.fromkeys(inputs, 1), 1, circuit.cone(literals))
    true = frozenset(each for each in literals if found[abs(each)] == (each > 0))
    questions = answers.subject.questionnaire.questions
    answered = {id_: _answer(questions[id_], raw[id_], true) for id_ in answers.subject.questionnaire.order}
    stated = {name: _fact(column, true) for name, column in facts.items()}
    return Witness(
        facts={name: state for name, state in stated.items() if state is not None},
        answers={id_: answer for id_, answer in answered.items() if answer is not None},
    )


def _literals(column: Column) -> list[int]:
    return [column.given, column.declined, column.not_known, *column.codes.values(), *column.numbers.values()]


def _fact(column: Column, true: frozenset[int]) -> ColumnState | None:
    chosen = [code for code, each in column.codes.items() if each in true]
    if column.given == 1:
        return frozenset(chosen)
    numbers = [number for number, each in column.numbers.items() if each in true]
    if chosen:
        return chosen[0]
    return numbers[0] if numbers else None


def _answer(question: Question, column: Column, true: frozenset[int]) -> Answer | None:
    if column.declined in true:
        return Declined()
    if column.not_known in true:
        return NotKnown()
    chosen = [code for code, each in column.codes.items() if each in true]
    if question.kind is QuestionKind.NUMBER:
        numbers = [number for number, each in column.numbers.items() if each in true]
        return Given(value=numbers[0]) if numbers else None
    if not chosen:
        return None
    if question.kind is QuestionKind.MULTI:
        return Given(value=tuple(chosen))
    return Given(value=SOME_TEXT if chosen[0] == GIVEN else chosen[0])


def _plain(state: ColumnState) -> list[str] | str:
    if isinstance(state, frozenset):
        return sorted(state)
    return f"{state:g}" if isinstance(state, float | int) else str(state)


def _yes(state: ColumnState) -> str:
    return "true" if state == "yes" else "false"


def _said(answer: Answer) -> list[str] | str:
    match answer:
        case Given(value=tuple() as codes):
            return list(codes)
        case Given(value=float() as number):
            return f"{number:g}"
        case Given(value=text):
            return str(text)
        case Declined():
            return "declined"
        case NotKnown() | NotAsked():
            return "unknown"
