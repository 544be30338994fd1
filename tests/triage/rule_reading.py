"""A second reading of the content files, slow and plain: what they hold, what a cell says, what an answer may be.

Nothing of the program is imported here, so that a fault there cannot hide itself here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import yaml

FALSE, UNKNOWN, TRUE = 0, 1, 2
OPEN = {"?not_asked", "?declined", "?not_known"}
NOT_APPLICABLE = "?not_applicable"
MISSING = {*OPEN, NOT_APPLICABLE}
STATE_WORDS = {
    "?declined": {"?declined"},
    "?not_known": {"?not_known"},
    "?not_asked": {"?not_asked"},
    "?withheld": {"?declined", "?not_known"},
    "?unanswered": {"?not_asked", "?declined", "?not_known", NOT_APPLICABLE},
    "?open": OPEN,
}


@dataclass
class Content:
    """The content files, as they are written."""

    questions: dict = field(default_factory=dict)
    topics: dict = field(default_factory=dict)
    tables: list = field(default_factory=list)
    urgency: list = field(default_factory=list)
    flags: list = field(default_factory=list)
    kinds: dict = field(default_factory=dict)
    spans: dict = field(default_factory=dict)

    def codes(self, column):
        return [option["code"] for option in self.questions.get(column, {}).get("options", [])]

    def is_number(self, column):
        return column == "age" or self.questions.get(column, {}).get("kind") == "number"


def read_content(resources: Path) -> Content:
    """Read questionnaires, rules and kinds."""
    found = Content()
    for data in _files(resources, "questionnaires/*.yaml"):
        for topic in data.get("topics", []):
            found.topics[topic["id"]] = {**topic, "area": data["area"]}
            for question in topic["questions"]:
                found.questions[question["id"]] = {**question, "topic": topic["id"]}
    for data in _files(resources, "options/*.yaml"):
        found.kinds.update({kind["id"]: [] for kind in data["kinds"]})
    found.tables = [table for data in _files(resources, "rules/scores*.yaml") for table in data["tables"]]
    found.urgency = [rule for data in _files(resources, "rules/urgency*.yaml") for rule in data["rules"]]
    found.flags = [flag for data in _files(resources, "rules/flags*.yaml") for flag in data["flags"]]
    for data in _files(resources, "rules/kinds*.yaml"):
        for entry in data["kinds"]:
            found.kinds[entry["kind"]] += entry["rules"]
    return found


def _files(resources, pattern):
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return [yaml.load(path.read_text(encoding="utf-8"), loader) for path in sorted(resources.glob(pattern))]  # noqa: S506


def is_missing(state, among=MISSING):
    """Tell whether a state says why there is no answer."""
    return isinstance(state, str) and state in among


def cell(content, column, test, state):
    """Judge one cell."""
    if test.startswith("?"):
        holds = not is_missing(state) if test == "?answered" else is_missing(state) and state in STATE_WORDS[test]
        return TRUE if holds else FALSE
    if is_missing(state):
        return FALSE if state == NOT_APPLICABLE else UNKNOWN
    if content.is_number(column):
        low, _, high = test.partition("..") if ".." in test else (test, "", test)
        return TRUE if float(low or "-inf") <= state <= float(high or "inf") else FALSE
    negated, wanted = test.startswith("!"), [part.strip() for part in test.removeprefix("!").split("|")]
    if ".." in test:
        codes, (first, last) = content.codes(column), test.split("..")
        wanted = codes[codes.index(first) if first else 0 : (codes.index(last) if last else len(codes) - 1) + 1]
    given = state if isinstance(state, list) else [state]
    return TRUE if any(code in wanted for code in given) is not negated else FALSE


def truth(content, when, states):
    """Judge a condition: the weakest of its cells."""
    return min(cell(content, column, test, states.get(column, "?not_asked")) for column, test in when.items())


def ways(content, table, column):
    """Return what an open question may become: every answer that tells tests apart, and not applicable if it can be."""
    question = content.questions[column]
    tests = [rule["when"][column] for rule in table["rules"] if column in rule["when"]]
    may_go = bool(question.get("asked_when")) or "essential" not in question["marks"]
    found = [NOT_APPLICABLE] if may_go else []
    if question["kind"] == "number":
        edges = [float(part) for test in tests for part in test.split("..") if part]
        near = {edge + step for edge in edges for step in (-0.5, -0.004, 0, 0.004, 0.5)}
        low, high = float(question.get("minimum", "0")), float(question.get("maximum", "1000"))
        return found + sorted({min(max(each, low), high) for each in near})
    if question["kind"] != "multi":
        return found + content.codes(column)
    alone = [option["code"] for option in question["options"] if option.get("excludes") == "true"]
    tested = {part.strip() for test in tests for part in test.removeprefix("!").split("|")}
    free = [code for code in content.codes(column) if code not in alone]
    told = [code for code in free if code in tested] + [code for code in free if code not in tested][:1]
    found += [[code] for code in alone]
    return found + [list(some) for size in range(1, len(told) + 1) for some in combinations(told, size)]
