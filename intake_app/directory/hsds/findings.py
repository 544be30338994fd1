"""What is found while a file of HSDS is read: what is wrong, what is kept though unknown, what cannot be held."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TypeAlias

from intake_app.core.problems import Problem, problem
from intake_app.directory.hsds.merge import Clash

MOST_PROBLEMS = 1_000
"""Problems named one by one. Source: eigen oordeel; nobody mends more by hand, and a file may have a million."""

Where: TypeAlias = "str | tuple[Where, str]"
"""A place in a file: a text, or what is inside another place. Most are never said; so they are put in words late."""


def said(where: Where) -> str:
    """Return a place in words."""
    return where if isinstance(where, str) else f"{said(where[0])}.{where[1]}"


class Findings:
    """Problems of rows and counts of fields, gathered over a whole file."""

    def __init__(self) -> None:
        self.kept: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._more = 0

    def wrong(self, code: str, where: Where, **values: object) -> None:
        """Note what is wrong with a row or a field."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(problem(code, said(where), **values))
        else:
            self._more += 1

    def clash(self, where: Where) -> Clash:
        """Return what notes a field in which two copies of the same thing contradict each other."""
        return partial(self._contradicts, where)

    def _contradicts(self, where: Where, field: str) -> None:
        self.wrong("hsds_contradiction", where, field=field)

    def problems(self, where: str) -> tuple[Problem, ...]:
        """Return what was wrong in order, with one line about the file `where` for those that were too many."""
        if not self._more:
            return tuple(self._problems)
        return (*self._problems, problem("hsds_more_problems", where, count=self._more))
