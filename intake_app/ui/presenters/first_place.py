"""Where somebody lands after opening the program, and which screens of the practice they can use."""

from __future__ import annotations

from intake_app.practice.people import People
from intake_app.practice.rights import Action
from intake_app.practice.users import Role, User

_NEEDS = {"copies": Action.COPY, "log": Action.READ_LOG, "erasures": Action.PURGE}


def first_place(me: User | None) -> str:
    """Return the screen where this user can work; a store of old knows no users, and opens on the list."""
    if me is None or me.reads_content:
        return "list"
    return "log" if Role.PRIVACY_OFFICER in me.roles else "people"


def practice_places(people: People) -> tuple[str, ...]:
    """Return the screens of the practice that the present user can use; their own pass phrase stands with people."""
    return ("people", *(place for place, action in _NEEDS.items() if people.may(action)))
