"""The recovery sheet: how far one is with it, and what was typed from the paper."""

from __future__ import annotations

from enum import StrEnum

from intake_app.core.problems import ProblemsError
from intake_app.practice.people import People, RecoveryState
from intake_app.practice.recovery_code import LENGTH, in_groups, read_code
from intake_app.practice.rights import Action

GROUPS = 3
"""So many groups stand on one line."""


class Step(StrEnum):
    """Where one is on the screen of the sheet; the last also says where copies go."""

    BEGIN = "begin"
    CODE = "code"
    TRY = "try"
    DONE = "done"


class Typed(StrEnum):
    """What a code is while it is typed: nothing yet, not whole, with an error in it, or whole."""

    EMPTY = "empty"
    PART = "part"
    WRONG = "wrong"
    WHOLE = "whole"


def may_make(people: People) -> bool:
    """Tell whether the present user can make a sheet: it opens everything, so one must hold everything."""
    return people.may(Action.RECOVERY) and people.me is not None and people.me.reads_content


def is_asked_for(people: People) -> bool:
    """Tell whether the present user is reminded: they can make a sheet, and no sheet was tried from the paper."""
    return may_make(people) and people.recovery().state is not RecoveryState.TESTED


def is_about_code(error: Exception) -> bool:
    """Tell whether a refusal is about the code that was typed."""
    problems = error.problems if isinstance(error, ProblemsError) else ()
    return any(each.code.removeprefix("store_") in {"recovery_mistyped", "recovery_wrong"} for each in problems)


def judge(typed: str) -> Typed:
    """Tell what a code is while it is typed, before the store is asked."""
    signs = sum(sign.isalnum() for sign in typed)
    if not signs:
        return Typed.EMPTY
    if signs < LENGTH:
        return Typed.PART
    return Typed.WRONG if read_code(typed) is None else Typed.WHOLE


def lines_of(code: str) -> tuple[str, ...]:
    """Return a code as it stands on the paper: lines of three groups."""
    groups = in_groups(code.replace(" ", "")).split()
    return tuple("  ".join(groups[at : at + GROUPS]) for at in range(0, len(groups), GROUPS))
