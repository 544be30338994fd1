"""What became of a service that was chosen: it is still offered, it was set aside, or it is gone.

A talk goes on with the sociale kaart of now. What was chosen keeps a copy of the service as it was shown (decision 6),
so that who comes back finds a name and a number. What the practice set aside since, or what closed, is not handed out
again: there is no service then, only the word that it cannot be now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.advice.plan import Choice
    from intake_app.directory.model import Directory, Service


class Now(StrEnum):
    """How it stands with a service that was chosen."""

    OFFERED = "offered"
    SET_ASIDE = "set_aside"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenService:
    """A service as it is now, or as it was shown where it is gone; None where it is not to be named."""

    now: Now
    service: Service | None


def chosen_service(id_: str, choice: Choice | None, directory: Directory) -> ChosenService:
    """Return what became of the service `id_`; `choice` may hold the copy of it."""
    known = directory.service(id_)
    if known is not None:
        return ChosenService(now=Now.OFFERED, service=known) if known.is_offered else _SET_ASIDE
    copy = choice.shown if choice is not None and choice.service == id_ else None
    return ChosenService(now=Now.GONE, service=copy)


def with_copy(choice: Choice, before: Choice | None, directory: Directory) -> Choice:
    """Return a decision with a copy of its service; of one that is gone the copy of the decision `before`, if any."""
    known = directory.service(choice.service)
    if known is not None:
        return replace(choice, shown=replace(known, contact=replace(known.contact, picture=b"")))
    return replace(choice, shown=chosen_service(choice.service, before, directory).service)


_SET_ASIDE = ChosenService(now=Now.SET_ASIDE, service=None)
