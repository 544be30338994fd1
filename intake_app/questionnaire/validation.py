"""Whether a value is an answer to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.answers import Value
    from intake_app.questionnaire.model import Question

LONGEST_TEXT = 20_000
"""Characters in one note or free answer."""


def check_value(question: Question, value: Value, where: str) -> Problem | None:
    """Return what is wrong with `value` as an answer to `question`; the problem never repeats the value."""
    match question.kind:
        case QuestionKind.SINGLE:
            known = isinstance(value, str) and question.option(value) is not None
            return None if known else _unknown_option(question, where)
        case QuestionKind.MULTI:
            return _check_choices(question, value, where)
        case QuestionKind.NUMBER:
            return _check_number(question, value, where)
        case QuestionKind.TEXT:
            fits = isinstance(value, str) and len(value.strip()) > 0 and len(value) <= LONGEST_TEXT
            return None if fits else problem("answer_text", where, question=question.id, longest=LONGEST_TEXT)
        case QuestionKind.DATE:
            fits = isinstance(value, str) and _is_date(value)
            return None if fits else problem("answer_date", where, question=question.id)


def _unknown_option(question: Question, where: str) -> Problem:
    known = ", ".join(option.code for option in question.options)
    return problem("answer_unknown_option", where, question=question.id, known=known)


def _check_choices(question: Question, value: Value, where: str) -> Problem | None:
    if not isinstance(value, tuple) or not value or any(question.option(code) is None for code in value):
        return _unknown_option(question, where)
    excluding = [option.code for option in question.options if option.excludes and option.code in value]
    if excluding and len(value) > 1:
        return problem("answer_excludes", where, question=question.id, code=excluding[0])
    return None


def _check_number(question: Question, value: Value, where: str) -> Problem | None:
    low = question.minimum if question.minimum is not None else float("-inf")
    high = question.maximum if question.maximum is not None else float("inf")
    if isinstance(value, float) and low <= value <= high:
        return None
    return problem("answer_number", where, question=question.id, low=f"{low:g}", high=f"{high:g}")


def _is_date(value: str) -> bool:
    parts = value.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        return False
    month, day = int(parts[1]), int(parts[2])
    return 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004
