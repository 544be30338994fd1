"""From a problem of the store to one that the wording files know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.storage.problems import StoreProblem


def as_problem(found: StoreProblem) -> Problem:
    """Translate a problem of the store."""
    return problem(f"store_{found.code.value}", "", **dict(found.values))


@contextmanager
def told() -> Iterator[None]:
    """Raise `ProblemsError` in place of a problem of the store."""
    try:
        yield
    except StoreProblem as error:
        raise ProblemsError((as_problem(error),)) from None
