"""From `resources/rules/exceptions.yaml` to the rows, tables and questions that break a law of lint with reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.tree import open_file

if TYPE_CHECKING:
    from intake_app.core.problems import Problem

FILE = "rules/exceptions.yaml"
FORMAT = "intake-exceptions/1"


def load_exceptions(files: dict[str, str], problems: list[Problem]) -> frozenset[tuple[str, str]]:
    """Return pairs of law (the code of its problem) and id; none where there is no such file."""
    if FILE not in files:
        return frozenset()
    reader = open_file(files[FILE], FILE, FORMAT, problems)
    found = []
    for each in reader.each("exceptions"):
        found.append((each.required("law"), each.required("id")))
        each.required("reason")
        each.done()
    reader.done()
    return frozenset(found)
