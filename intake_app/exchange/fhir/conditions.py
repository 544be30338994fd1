"""When a question is asked, as FHIR says it; where FHIR cannot say it, in our words.

FHIR joins the tests of an item with one "all" or one "any", and an unanswered question is to it a false test. So what
it can say is: alternatives of one test each, or one condition of which each test is about one code.
"""

from __future__ import annotations

import math

from intake_app.exchange.fhir.facts import BY_NAME, fact_coding
from intake_app.exchange.fhir.pieces import Basis, Json, answer_system, coding, extension, named, number
from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest, Test
from intake_app.questionnaire.model import Question

_WORD_OF = {Missing.DECLINED: "declined", Missing.NOT_KNOWN: "not_known", Missing.NOT_ASKED: "not_asked"}


def asked_when(question: Question, basis: Basis) -> Json:
    """Return the fields that say when a question is asked; nothing where it is always, or where it may not be told.

    A question about safety may be asked at any time and its answer always counts, which FHIR cannot say.
    """
    conditions = question.asked_when
    columns = [column for condition in conditions for column in condition.columns]
    if not conditions or not all(_may_be_named(column, basis) for column in columns):
        return {}
    tests = None if question.safety else _joined(conditions, basis)
    if tests is None:
        return {"extension": [extension(named("asked-when"), "String", _in_words(conditions, basis))]}
    behaviour, found = tests
    return {"enableWhen": found} | ({"enableBehavior": behaviour} if len(found) > 1 else {})


def _may_be_named(column: str, basis: Basis) -> bool:
    known = column in basis.knowledge.questionnaire.questions or column in BY_NAME
    return known and column not in basis.never_named


def _joined(conditions: tuple[Condition, ...], basis: Basis) -> tuple[str, list[Json]] | None:
    """Return how the tests are joined, and the tests; None where FHIR has no way to say it."""
    each_alone = [condition.tests[0] for condition in conditions if len(condition.tests) == 1]
    if len(each_alone) == len(conditions):
        found = [_any_of(column, test, basis) for column, test in each_alone]
        if all(each is not None for each in found):
            return "any", [test for each in found if each is not None for test in each]
    if len(conditions) == 1:
        every = [_all_of(column, test, basis) for column, test in conditions[0].tests]
        if all(each is not None for each in every):
            return "all", [test for each in every if each is not None for test in each]
    return None


def _any_of(column: str, test: Test, basis: Basis) -> list[Json] | None:
    """Return tests of which any one makes this test true."""
    if isinstance(test, CodeTest) and not test.negated:
        return [_is(column, code, basis) for code in _in_order(column, test.codes, basis)]
    return found if (found := _all_of(column, test, basis)) is not None and len(found) == 1 else None


def _all_of(column: str, test: Test, basis: Basis) -> list[Json] | None:
    """Return tests that together make this test true."""
    link = _link(column)
    if isinstance(test, RangeTest):
        ends = ((">=", test.low), ("<=", test.high))
        kind = "answerInteger" if column in BY_NAME else "answerDecimal"
        return [{"question": link, "operator": sign, kind: number(end)} for sign, end in ends if math.isfinite(end)]
    if isinstance(test, CodeTest) and test.negated:
        codes = [_is(column, code, basis) | {"operator": "!="} for code in _in_order(column, test.codes, basis)]
        return [{"question": link, "operator": "exists", "answerBoolean": True}, *codes]
    if isinstance(test, CodeTest):
        return [_is(column, code, basis) for code in test.codes] if len(test.codes) == 1 else None
    return [{"question": link, "operator": "exists", "answerBoolean": True}] if _is_answered(test) else None


def _is_answered(test: Test) -> bool:
    return isinstance(test, StateTest) and test.answered and not test.states


def _is(column: str, code: str, basis: Basis) -> Json:
    return {"question": _link(column), "operator": "=", "answerCoding": _coding(column, code, basis)}


def _link(column: str) -> str:
    return BY_NAME[column].link if column in BY_NAME else column


def _coding(column: str, code: str, basis: Basis) -> Json:
    if column in BY_NAME:
        return fact_coding(BY_NAME[column], code, basis)
    return coding(answer_system(column), code, _label(column, code, basis))


def _label(column: str, code: str, basis: Basis) -> str:
    if column in BY_NAME:
        return str(fact_coding(BY_NAME[column], code, basis).get("display", code))
    question = next(each for id_, each in basis.knowledge.questionnaire.questions.items() if id_ == column)
    option = question.option(code)
    return code if option is None else option.label.nl


def _in_order(column: str, codes: frozenset[str], basis: Basis) -> list[str]:
    known = {str(id_): each for id_, each in basis.knowledge.questionnaire.questions.items()}
    order = [option.code for option in known[column].options] if column in known else list(BY_NAME[column].codes)
    return sorted(codes, key=lambda code: (order.index(code) if code in order else len(order), code))


def _in_words(conditions: tuple[Condition, ...], basis: Basis) -> str:
    and_, or_ = f" {basis.say('fhir.and')} ", f"; {basis.say('fhir.or')} "
    ways = [and_.join(_words(column, test, basis) for column, test in each.tests) for each in conditions]
    return f"{basis.say('fhir.asked_when')} {or_.join(ways)}"


def _words(column: str, test: Test, basis: Basis) -> str:
    questions = {str(id_): each for id_, each in basis.knowledge.questionnaire.questions.items()}
    about = questions[column].text.nl if column in questions else basis.say(f"fhir.{column}")
    if isinstance(test, RangeTest):
        return f"“{about}” {_end(test.low)}–{_end(test.high)}"
    if isinstance(test, StateTest):
        told = [basis.say(f"fhir.{_WORD_OF[each]}") for each in Missing if each in test.states & _WORD_OF.keys()]
        return f"“{about}” = {' / '.join([*told, *([basis.say('fhir.answered')] if test.answered else [])])}"
    sign = "≠" if test.negated else "="
    return (
        f"“{about}” {sign} {' / '.join(_label(column, code, basis) for code in _in_order(column, test.codes, basis))}"
    )


def _end(value: float) -> str:
    return f"{number(value)}" if math.isfinite(value) else "…"
