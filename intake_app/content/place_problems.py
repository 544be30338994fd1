"""From the id in a problem to the file and line where it stands: domain values know neither."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.content.source import Source
    from intake_app.core.problems import Problem

ID_LINE = re.compile(r"""^[ \t]*-[ \t]+\{?id:[ \t]*["']?([^\s"',}]+)""", re.MULTILINE)
"""A list item that begins with its id, as all content is written."""
NAMES_OTHERS = frozenset({"rules/retired.yaml", "rules/safety.yaml", "rules/exceptions.yaml", "rules/meanings.yaml"})
"""Files whose ids are not those of rules."""


def placed(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """Return the problems with `part#id` turned into `file:line`, or into the id where no line begins with it."""
    lines: dict[str, dict[str, str]] = {}
    found = []
    for each in problems:
        part, mark, id_ = each.where.partition("#")
        if not mark:
            found.append(each)
            continue
        if part not in lines:
            lines[part] = _lines(source.part(part))
        found.append(replace(each, where=lines[part].get(id_, id_)))
    return tuple(found)


def _lines(files: dict[str, str]) -> dict[str, str]:
    """Return id -> `file:line`; of an id that stands twice the last one, which is the one to look at."""
    named = {name: text for name, text in files.items() if name not in NAMES_OTHERS}
    return {
        match.group(1): f"{name}:{text.count(chr(10), 0, match.start(1)) + 1}"
        for name, text in named.items()
        for match in ID_LINE.finditer(text)
    }
