"""Making sure of entries: what was checked and by whom, who is to be rung, and which two may be the same."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.directory.model import How

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.ids import ServiceId
    from intake_app.directory.model import Service


class Verdict(StrEnum):
    """What a call to a service gave."""

    STILL_RIGHT = "still_right"
    CHANGED = "changed"
    GONE = "gone"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One time that somebody made sure of an entry, or tried to. `about` are the fields, empty for the whole entry."""

    service: ServiceId
    at: datetime.datetime
    who: str
    how: How
    verdict: Verdict
    about: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody to ring: one number, with all the services that are asked about in one go.

    Attributes:
        services: those that need it, the most urgent first.
        reasons: per service what is to be asked: `entry`, `telephone`, `waiting`, `places`, `never_checked`.
        tried: how often nobody was reached since the last answer, and when last.
    """

    organization: str
    number: str
    services: tuple[Service, ...]
    reasons: Mapping[ServiceId, tuple[str, ...]]
    tried: int = 0
    last_tried: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two entries that may be the same, and what they have in common (`name`, `number`, `address`, `website`)."""

    one: Service
    other: Service
    shared: tuple[str, ...]
