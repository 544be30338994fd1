"""From the words of a content file to conditions.

`"a"`, `"a | b"` one of these; `"!a | b"` none of these; `"a..b"`, `"a.."`, `"..b"` a range of ordered answers or
of numbers; `"?declined"`, `"?not_known"`, `"?not_asked"`, `"?withheld"`, `"?open"`, `"?answered"` the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest
from intake_app.questionnaire.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.tree import Reader
    from intake_app.questionnaire.conditions import Test
    from intake_app.questionnaire.model import Question

_WITHHELD = frozenset({Missing.DECLINED, Missing.NOT_KNOWN})
STATE_TESTS = {
    "?declined": StateTest(states=frozenset({Missing.DECLINED})),
    "?not_known": StateTest(states=frozenset({Missing.NOT_KNOWN})),
    "?not_asked": StateTest(states=frozenset({Missing.NOT_ASKED})),
    "?withheld": StateTest(states=_WITHHELD),
    "?open": StateTest(states=_WITHHELD | {Missing.NOT_ASKED}),
    "?unanswered": StateTest(states=frozenset(Missing)),
    "?answered": StateTest(states=frozenset(), answered=True),
}
FACT_CODES: dict[str, tuple[str, ...]] = {
    "mode": ("quick", "exploratory"),
    "channel": ("room", "telephone", "video", "home"),
    "present": (
        "person",
        "gp_assistant",
        "poh_ggz",
        "ggz_professional",
        "social_worker",
        "peer_worker",
        "relative",
        "child",
        "interpreter",
    ),
    "alone_moment": ("no", "yes"),
    "gut_feeling": ("no", "yes"),
    "literacy": ("ok", "low"),
    "gender": ("woman", "man", "other"),
}
FLAG_STATES = ("raised", "possible", "cleared", "not_asked")
ANY_CODE = ("language",)
NUMBER_FACTS = ("age",)
TOPIC_FACTS = ("wish_topics", "strength_topics")


class Columns:
    """What conditions may refer to: questions, facts of the talk, and flags."""

    def __init__(self, questions: Mapping[str, Question], topics: tuple[str, ...], flags: tuple[str, ...] = ()) -> None:
        """Keep what is known at this point of loading."""
        self._questions, self._topics, self._flags = questions, topics, flags

    def codes(self, column: str) -> tuple[str, ...] | None:
        """Return the codes of a column in order, best first; () for one without codes; None for an unknown one."""
        if column in self._questions:
            return tuple(option.code for option in self._questions[column].options)
        if column in TOPIC_FACTS:
            return self._topics
        if column.startswith("flag_") and column.removeprefix("flag_") in self._flags:
            return FLAG_STATES
        if column in ANY_CODE or column in NUMBER_FACTS:
            return ()
        return FACT_CODES.get(column)

    def is_number(self, column: str) -> bool:
        """Tell whether the column holds a number."""
        if column in self._questions:
            return self._questions[column].kind is QuestionKind.NUMBER
        return column in NUMBER_FACTS


def read_condition(reader: Reader, columns: Columns) -> Condition:
    """Read a mapping column -> test; faults are noted at their line."""
    tests = []
    for column in reader.names():
        found = _read_test(reader, column, columns)
        if found is not None:
            tests.append((column, found))
    if not tests:
        reader.fault("condition_empty")
    return Condition(tests=tuple(tests))


def _read_test(reader: Reader, column: str, columns: Columns) -> Test | None:
    text = reader.text(column).strip()
    codes = columns.codes(column)
    if codes is None:
        reader.fault("column_unknown", column)
        return None
    if text.startswith(("<", ">", "=")):
        reader.fault("comparison_bare", column)
        return None
    if text.startswith("?"):
        if text not in STATE_TESTS:
            reader.fault("word_unknown", column, known=", ".join(STATE_TESTS))
        return STATE_TESTS.get(text)
    if ".." in text:
        return _range(reader, column, text, columns)
    if columns.is_number(column):
        return _number(reader, column, text)
    negated = text.startswith("!")
    chosen = [each.strip() for each in text.removeprefix("!").split("|")]
    for code in chosen:
        if not code or (codes and code not in codes):
            reader.fault("code_unknown", column, code=code, known=", ".join(codes))
    return CodeTest(codes=frozenset(chosen), negated=negated)


def _number(reader: Reader, column: str, text: str) -> Test | None:
    if not text.replace(".", "", 1).isdecimal():
        reader.fault("not_a_number", column)
        return None
    return RangeTest(low=float(text), high=float(text))


def _range(reader: Reader, column: str, text: str, columns: Columns) -> Test | None:
    first, last = (part.strip() for part in text.split("..", 1))
    if columns.is_number(column):
        try:
            return RangeTest(low=float(first or "-inf"), high=float(last or "inf"))
        except ValueError:
            reader.fault("not_a_number", column)
            return None
    codes = columns.codes(column) or ()
    for code in (first, last):
        if code and code not in codes:
            reader.fault("code_unknown", column, code=code, known=", ".join(codes))
            return None
    start = codes.index(first) if first else 0
    end = codes.index(last) if last else len(codes) - 1
    return CodeTest(codes=frozenset(codes[start : end + 1]))
