"""From `resources/rules/retired.yaml` to the ids that once stood for something and may not stand for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.tree import open_file

if TYPE_CHECKING:
    from intake_app.core.problems import Problem

FILE = "rules/retired.yaml"
FORMAT = "intake-retired/1"


def load_retired(files: dict[str, str], problems: list[Problem]) -> frozenset[str]:
    """Return the retired ids; none where there is no such file."""
    if FILE not in files:
        return frozenset()
    reader = open_file(files[FILE], FILE, FORMAT, problems)
    found = []
    for each in reader.each("retired"):
        found.append(each.required("id"))
        each.date("on")
        each.required("reason")
        each.done()
    reader.done()
    return frozenset(found)
