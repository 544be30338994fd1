"""Whether a condition can ever hold under the routing: does anybody get the questions that it needs, together?

A condition that needs an answer to a question which routing skips under the other tests of the same condition is a
contradiction. Topics never contradict: an answer opens its topic. Nor does the gate of a safety question that was
answered, which always counts (docs/decisions/0002).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.lint.columns import needs_value
from intake_app.questionnaire.conditions import Missing, StateTest, Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.assurance.lint.columns import Columns
    from intake_app.questionnaire.conditions import ColumnState, Condition, Test

Wanted = dict[str, tuple["Test", ...]]
"""Column -> the tests on it that must hold together."""


def can_hold_together(conditions: tuple[Condition, ...], columns: Columns) -> bool:
    """Tell whether there is a talk in which all conditions hold at once."""
    wanted: Wanted = {}
    for condition in conditions:
        merged = _merged(wanted, condition, columns)
        if merged is None:
            return False
        wanted = merged
    return _is_asked(wanted, tuple(wanted), columns)


def _merged(wanted: Wanted, condition: Condition, columns: Columns) -> Wanted | None:
    """Add the tests of `condition`; None where no state of a column meets them all."""
    found = dict(wanted)
    for column, test in condition.tests:
        found[column] = (*found.get(column, ()), test)
        domain = columns.domain(column)
        tests = found[column]
        if domain is not None and not any(_meets(state, tests) for state in domain.states(tests)):
            return None
    return found


def _meets(state: ColumnState, tests: tuple[Test, ...]) -> bool:
    """Tell whether a state meets the tests; without a value a test on the value is open, which keeps a gate ajar."""
    least = Truth.TRUE
    if isinstance(state, Missing) and any(isinstance(test, StateTest) for test in tests):
        least = Truth.UNKNOWN
    return all(test.truth(state) >= (Truth.TRUE if isinstance(test, StateTest) else least) for test in tests)


def _is_asked(wanted: Wanted, waiting: tuple[str, ...], columns: Columns) -> bool:
    """Tell whether all questions in `waiting` can be asked, trying each way through each gate."""
    if not waiting:
        return True
    column, rest = waiting[0], waiting[1:]
    gates = _gates(column, wanted, columns)
    if not gates:
        return _is_asked(wanted, rest, columns)
    for gate in gates:
        merged = _merged(wanted, gate, columns)
        if merged is None:
            continue
        opened = tuple(each for each in gate.columns if each not in wanted)
        if _is_asked(merged, (*rest, *opened), columns):
            return True
    return False


def _gates(column: str, wanted: Mapping[str, tuple[Test, ...]], columns: Columns) -> tuple[Condition, ...]:
    question = columns.questions.get(column)
    if question is None or (question.safety and all(needs_value(test) for test in wanted[column])):
        return ()
    return question.asked_when
