"""The record of why as plain data for JSON: rules by id, columns by name, answers as codes.

A state is a code, a list of codes, a number, or a word with a question mark as in the rule files: `?not_asked`,
`?declined`, `?not_known`, `?not_applicable`; `?answered` stands for what the person said in own words. Notes and own
words are never in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.conditions import Missing
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import FlagId, RuleId
    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.explain import Explanation, FlagExplained, KindExplained, Line, ScoreExplained
    from intake_app.triage.what_if import WhatIf

Plain = dict[str, Any]
Code = str | float | list[str]
_OWN_WORDS = frozenset({QuestionKind.TEXT, QuestionKind.DATE})


def explanation(record: Explanation, questionnaire: Questionnaire) -> Plain:
    """Return the whole record as plain data."""
    states = {column: _code(column, state, questionnaire) for column, state in record.states.items()}
    return {
        "states": states,
        "unsure": list(record.unsure),
        "history": {
            "standing": _clauses(record.history.standing),
            "withdrawn": _clauses(record.history.withdrawn),
            "recorded": sorted(record.history.recorded),
        },
        "flags": [_flag(each, states) for each in record.flags],
        "urgency": {
            "level": record.urgency.level.code,
            "holds": _lines(record.urgency.holds, states),
            "open": _lines(record.urgency.open, states),
            "flags": list(record.urgency.flags),
        },
        "scores": {each.target.value: _score(each, states) for each in record.scores},
        "kinds": [_kind(each, states) for each in record.kinds],
        "status": record.status.value,
        "enough_known": record.enough_known,
        "missing_essentials": list(record.missing_essentials),
    }


def what_if_data(found: tuple[WhatIf, ...]) -> list[Plain]:
    """Return what one other answer would change, as plain data."""
    return [
        {
            "question": each.question,
            "from": _value(each.before),
            "to": _value(each.after),
            "kinds": [
                {"kind": change.kind, "before": change.before.value, "after": change.after.value}
                for change in each.kinds
            ],
            "needs": [
                {"score": change.target.value, "before": change.before.value, "after": change.after.value}
                for change in each.needs
            ],
        }
        for each in found
    ]


def _value(value: str | float | tuple[str, ...]) -> Code:
    return list(value) if isinstance(value, tuple) else value


def _code(column: str, state: ColumnState, questionnaire: Questionnaire) -> Code:
    if isinstance(state, Missing):
        return f"?{state.value}"
    question = questionnaire.questions.get(QuestionId(column))
    if question is not None and question.kind in _OWN_WORDS:
        return "?answered"
    return sorted(code for code in state if code) if isinstance(state, frozenset) else state


def _clauses(found: Mapping[FlagId, frozenset[RuleId]]) -> dict[str, list[str]]:
    return {flag: sorted(clauses) for flag, clauses in found.items()}


def _lines(found: tuple[Line, ...], states: Mapping[str, Code]) -> list[Plain]:
    return [
        {
            "rule": each.rule,
            "states": {column: states.get(column, f"?{Missing.NOT_ASKED.value}") for column, _ in each.states},
            "open": list(each.open_columns),
            "amount": each.amount,
        }
        for each in found
    ]


def _flag(each: FlagExplained, states: Mapping[str, Code]) -> Plain:
    return {
        "flag": each.flag,
        "state": each.state.value,
        "effect": each.effect.value,
        "urgency": each.urgency.code,
        "rests_on": list(each.rests_on),
        "holds": _lines(each.holds, states),
        "standing": list(each.standing),
        "open": _lines(each.open, states),
        "withdrawn": list(each.withdrawn),
        "open_questions": list(each.open_questions),
    }


def _score(each: ScoreExplained, states: Mapping[str, Code]) -> Plain:
    return {
        "point": each.point,
        "low": each.low,
        "high": each.high,
        "known": each.known,
        "need": each.need.value,
        "holds": _lines(each.holds, states),
        "open": _lines(each.open, states),
    }


def _kind(each: KindExplained, states: Mapping[str, Code]) -> Plain:
    return {
        "kind": each.kind,
        "state": each.state.value,
        "support": each.support,
        "named_by": list(each.named_by),
        "for": _lines(each.speaks_for, states),
        "against": _lines(each.against, states),
        "open": _lines(each.open, states),
        "blocked_by": list(each.blocked_by),
    }
