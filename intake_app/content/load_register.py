"""From `resources/rules/meanings.yaml` to the register of meanings, and back. Not loaded on start-up: only to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.lint.meanings import FILE, SECTIONS
from intake_app.core.tree import open_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.problems import Problem

FORMAT = "intake-meanings/1"
HEAD = f"""format: {FORMAT}

# A short print of the meaning of everything below, as a second person saw it. Nobody writes in this file by hand:
# `check` tells what changed, and after somebody looked at it `check --accept` writes it anew (docs/decisions/0007).
"""


def load_register(files: dict[str, str], problems: list[Problem]) -> dict[str, str]:
    """Return the print of each `section#id`; empty where there is no register yet."""
    if FILE not in files:
        return {}
    reader = open_file(files[FILE], FILE, FORMAT, problems)
    found = {}
    for section in SECTIONS:
        inside = reader.inside(section, optional=True)
        found.update({f"{section}#{id_}": inside.required(id_) for id_ in inside.names()})
    reader.done()
    return found


def register_text(prints: Mapping[str, str]) -> str:
    """Return the text of the file, each section in the order of the alphabet so that a difference reads well."""
    lines = []
    for section in SECTIONS:
        mine = {key.partition("#")[2]: value for key, value in prints.items() if key.startswith(f"{section}#")}
        if mine:
            lines += ["", f"{section}:", *(f'  {id_}: "{mine[id_]}"' for id_ in sorted(mine))]
    return HEAD + "\n".join(lines) + "\n"
