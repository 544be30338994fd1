"""What can be done now: by this person, on this screen, in this talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake_app.conversation.safety_plan import is_there
from intake_app.conversation.session import Session
from intake_app.practice.rights import ABOUT_A_TALK
from intake_app.practice.rights import Action as Right
from intake_app.ui.action import Action
from intake_app.ui.actions import all_actions
from intake_app.ui.presenters.first_place import place_for
from intake_app.ui.presenters.person import may_ever
from intake_app.ui.presenters.read_only import is_reading, may_reopen, place_when_reading
from intake_app.ui.presenters.safety_plan import SCREEN as SAFETY_PLAN
from intake_app.ui.screen import FrontDesk
from intake_app.ui.screens import PLACES

REOPEN = "reopen"
ALWAYS = frozenset({"palette", "menu", "keys", "tour", "lock"})
"""What the window does whatever is on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What decides it.

    Attributes:
        screen: the name of the screen that is shown.
        by_screen: what that screen does itself: the id of an action, and whether it can be done now.
        by_window: the ids of what the window does to the open talk.
    """

    desk: FrontDesk
    talk: Session | None
    screen: str
    by_screen: Mapping[str, bool]
    by_window: frozenset[str]


def offered(here: Here) -> tuple[Action, ...]:
    """Return everything that does something when it is picked now."""
    return tuple(each for each in all_actions() if _is_allowed(here, each.right) and _is_possible(here, each))


def _is_allowed(here: Here, right: Right | None) -> bool:
    """Tell whether the person may ever do it; whether it can be done to the open talk, its session says."""
    if right is None:
        return True
    people = here.desk.office.people
    if right not in ABOUT_A_TALK:
        return people.may(right)
    return may_ever(people.me, right)


def _is_possible(here: Here, action: Action) -> bool:
    if action.id == REOPEN:
        return may_reopen(here.desk, here.talk)
    if action.right is Right.CHANGE and is_reading(here.desk, here.talk):
        return False
    if action.id in here.by_screen:
        return here.by_screen[action.id]
    if action.needs_talk and here.talk is None:
        return False
    return action.id in ALWAYS | here.by_window or _can_show(here, action.shows)


def _can_show(here: Here, screen: str) -> bool:
    """Tell whether there is such a screen, other than the one that is shown, and one would get it."""
    if screen not in PLACES or screen == here.screen:
        return False
    if screen == SAFETY_PLAN and not (here.talk is not None and _has_plan(here.talk)):
        return False
    return place_for(here.desk.office.people.me, place_when_reading(here.desk, screen, here.talk)) == screen


def _has_plan(talk: Session) -> bool:
    return is_there(talk.conversation.safety_plan, talk.conversation.situation)
