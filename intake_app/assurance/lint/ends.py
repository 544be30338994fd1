"""Which answers of a question are better and which are worse, and how far a test reaches among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import CodeTest, RangeTest
from intake_app.questionnaire.model import QuestionKind, Worse

if TYPE_CHECKING:
    from intake_app.questionnaire.conditions import Test
    from intake_app.questionnaire.model import Question


def from_best(question: Question) -> tuple[str, ...]:
    """Return the answers of a single choice from the best to the worst; none where neither end is worse."""
    codes = tuple(option.code for option in question.options)
    if question.kind is not QuestionKind.SINGLE or question.worse is Worse.NONE:
        return ()
    return codes if question.worse is Worse.LAST else codes[::-1]


def best_answers(question: Question) -> frozenset[str]:
    """Return the answer that is best, or the one of a multiple choice that says that nothing is the matter.

    None where neither end is worse: to care for nobody is no better than to care for somebody.
    """
    if question.kind is QuestionKind.MULTI and question.worse is not Worse.NONE:
        return frozenset(option.code for option in question.options if option.excludes)
    return frozenset(from_best(question)[:1])


def worse_answers(question: Question) -> tuple[str, ...]:
    """Return the answers that are worse than the best, where one is."""
    best = best_answers(question)
    return tuple(option.code for option in question.options if option.code not in best) if best else ()


def takes_best(question: Question, test: Test) -> bool:
    """Tell whether a test holds of the best answer. A test on the state of an answer holds of no answer in itself."""
    if isinstance(test, CodeTest):
        return any((code in test.codes) is not test.negated for code in best_answers(question))
    return isinstance(test, RangeTest) and _reaches(question, test, is_low=question.worse is Worse.HIGH)


def takes_worst(question: Question, test: Test) -> bool:
    """Tell whether a test holds of the worst answer; it does too where no answer is the worst."""
    if isinstance(test, CodeTest):
        worst = from_best(question)[-1:]
        return all((code in test.codes) is not test.negated for code in worst)
    return not isinstance(test, RangeTest) or _reaches(question, test, is_low=question.worse is Worse.LOW)


def is_unbroken(question: Question, test: Test) -> bool:
    """Tell whether the answers that a test names stand side by side, from better to worse."""
    codes = from_best(question)
    if not codes or not isinstance(test, CodeTest):
        return True
    at = [number for number, code in enumerate(codes) if code in test.codes]
    return not at or at[-1] - at[0] + 1 == len(at)


def _reaches(question: Question, test: RangeTest, *, is_low: bool) -> bool:
    """Tell whether a band of numbers reaches an end of what can be filled in; where no end is worse it never does."""
    if question.worse is Worse.NONE:
        return False
    if is_low:
        return question.minimum is None or test.low <= question.minimum
    return question.maximum is None or test.high >= question.maximum
