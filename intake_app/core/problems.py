"""What can go wrong, as values: a code, a place and facts. The words belong to the code.

The text of a code stands in `resources/wording/problems.yaml`, in both languages, and says what happened
and what to do. A problem never holds an answer or a name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong.

    `where` is a place a person can find: a file with a line, an id, a field. `values` fill the text of the code.
    """

    code: str
    where: str = ""
    values: tuple[tuple[str, str], ...] = ()


class ProblemsError(Exception):
    """Work could not be done; `problems` say why, all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the exception's own text holds codes only."""
        super().__init__(", ".join(sorted({problem.code for problem in problems})))
        self.problems = problems


def problem(code: str, where: str = "", /, **values: object) -> Problem:
    """Make a problem, with its values as text."""
    return Problem(code=code, where=where, values=tuple((name, str(value)) for name, value in values.items()))
