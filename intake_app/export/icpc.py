"""The codes that fit what was said, each with why. Nothing that must stay inside makes one (decision 2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake_app.core.text import Language
from intake_app.export.views import Inputs, speech
from intake_app.export.views_answers import phrases
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.conditions import Condition, Truth
from intake_app.triage.codes import RecordCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """One code that fits, in our own words, and what was said that makes it fit."""

    id: str
    name: str
    why: str
    is_confirmed: bool


def fitting(codes: Iterable[RecordCode], inputs: Inputs, language: Language) -> tuple[CodeLine, ...]:
    """Return the codes that fit a talk, in the order of the list. What is hidden or held back counts for nothing."""
    visible, says = Visible(inputs), speech(inputs, language)
    found = []
    for code in codes:
        columns = [column for condition in code.when if _holds(condition, visible) for column in condition.columns]
        why = "; ".join(phrases(columns, visible, says))
        if why:
            found.append(CodeLine(id=code.id, name=says.of(code.name), why=why, is_confirmed=code.is_confirmed))
    return tuple(found)


def _holds(condition: Condition, visible: Visible) -> bool:
    states = visible.inputs.picture.routing.states
    seen = {str(id_): states[id_] for id_ in _questions(condition, visible) if id_ in states}
    return condition.truth(seen) is Truth.TRUE


def _questions(condition: Condition, visible: Visible) -> Iterator[str]:
    found = (visible.question(column) for column in condition.columns)
    return (question.id for question in found if question is not None)
