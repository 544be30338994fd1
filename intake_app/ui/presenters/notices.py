"""What is said above the list because something is waiting: copies, a colleague, the recovery sheet, clearing away."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from intake_app.practice.office import Office
from intake_app.practice.people import RecoveryState
from intake_app.practice.rights import Action
from intake_app.ui.presenters.conversations import local
from intake_app.ui.presenters.recovery import is_asked_for

MOST = 2
"""More at a time is not read."""
COPY_AGE = datetime.timedelta(days=3)
"""A newest copy older than this is told. Source: eigen oordeel; a weekend may pass."""


class Waiting(StrEnum):
    """What is waiting for somebody."""

    COPY_FAILED = "copy_failed"
    COPY_NONE = "copy_none"
    COPY_OLD = "copy_old"
    ADMISSION = "admission"
    RECOVERY_NONE = "recovery_none"
    RECOVERY_UNTESTED = "recovery_untested"
    PURGE_NOW = "purge_now"
    PURGE_COMING = "purge_coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing that is waiting, and the screen where it is done.

    Attributes:
        on: the day of the newest copy, or the first day of clearing away.
        who: the colleague who waits, when it is one.
    """

    waiting: Waiting
    place: str
    count: int = 0
    on: datetime.date | None = None
    who: str = ""


def notices(office: Office, now: datetime.datetime) -> tuple[Notice, ...]:
    """Return what is waiting for the present user, the most pressing first; `now` is this computer's time. Slow.

    What would not be shown is not asked: to look at what will be cleared away is to announce it.
    """
    return tuple(islice(filter(None, (look(office, now) for look in _LOOKS)), MOST))


def _of_copies(office: Office, now: datetime.datetime) -> Notice | None:
    if not office.people.may(Action.COPY):
        return None
    state = office.copies.state()
    newest = None if state.newest is None else local(state.newest).replace(tzinfo=None)
    on = None if newest is None else newest.date()
    if state.problem:
        return Notice(waiting=Waiting.COPY_FAILED, place="copies", on=on)
    if newest is None:
        return Notice(waiting=Waiting.COPY_NONE, place="copies")
    return Notice(waiting=Waiting.COPY_OLD, place="copies", on=on) if now - newest > COPY_AGE else None


def _of_admission(office: Office, _now: datetime.datetime) -> Notice | None:
    me = office.people.me
    if me is None or not me.reads_content or not office.people.may(Action.ADMIT):
        return None
    names = [user.name for user in office.people.everyone() if user.awaits_admission]
    if not names:
        return None
    return Notice(waiting=Waiting.ADMISSION, place="people", count=len(names), who=names[0])


def _of_recovery(office: Office, _now: datetime.datetime) -> Notice | None:
    if not is_asked_for(office.people):
        return None
    is_none = office.people.recovery().state is RecoveryState.NONE
    return Notice(waiting=Waiting.RECOVERY_NONE if is_none else Waiting.RECOVERY_UNTESTED, place="recovery")


def _of_purge(office: Office, _now: datetime.datetime) -> Notice | None:
    if not office.people.may(Action.PURGE):
        return None
    found = office.persons.purge_notice()
    if found.now:
        return Notice(waiting=Waiting.PURGE_NOW, place="erasures", count=len(found.now))
    if found.coming:
        return Notice(
            waiting=Waiting.PURGE_COMING, place="erasures", count=len(found.coming), on=min(e.on for e in found.coming)
        )
    return None


_Look = Callable[[Office, datetime.datetime], Notice | None]
_LOOKS: tuple[_Look, ...] = (_of_copies, _of_admission, _of_recovery, _of_purge)
"""The most pressing first."""
