"""Where somebody lands after opening the program, and which screens of the practice they can use."""

from __future__ import annotations

from intake_app.practice.people import People
from intake_app.practice.rights import Action
from intake_app.practice.users import Role, User

_FOR_READERS = frozenset({"list", "start_quick", "start_exploratory"})
"""The screens of talks: who cannot read what was said cannot keep it either, and would lose it."""

_NEEDS = {"copies": Action.COPY, "log": Action.READ_LOG, "erasures": Action.PURGE}


def first_place(me: User | None) -> str:
    """Return the screen where this user can work; a store of old knows no users, and opens on the list."""
    if me is None or me.reads_content:
        return "list"
    return "log" if Role.PRIVACY_OFFICER in me.roles else "people"


def place_for(me: User | None, screen: str) -> str:
    """Return the screen that this user gets where this one is asked for."""
    is_kept_out = screen in _FOR_READERS and me is not None and not me.reads_content
    return first_place(me) if is_kept_out else screen


def practice_places(people: People) -> tuple[str, ...]:
    """Return the screens of the practice that the present user can use; their own pass phrase stands with people."""
    return ("directory", "people", *(place for place, action in _NEEDS.items() if people.may(action)))
