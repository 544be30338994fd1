"""What is looked for in the sociale kaart, and what was found. The search itself stands in `search.py`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.core.ids import KindId
    from intake_app.directory.model import Service


class Sort(StrEnum):
    """The order of what was found; equal ones by name, then by id."""

    FIT = "fit"
    NEAR = "near"
    WAIT = "wait"
    NAME = "name"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What must hold for a service to be shown; empty or None asks nothing. Unknown facts rule nothing out.

    Attributes:
        kinds: at least one of them; the front end turns a group into its kinds.
        pc4: what serves this postcode, and what the distance is counted from.
        city: a place of the service, without accents and capitals.
        languages: at least one of them is spoken.
        day: a day of the week (0 is Monday) on which it is open; a service without known hours is left out.
        open_at: a moment at which it is open, in local time; a service without known hours is left out.
        age: someone of this age is welcome.
        hidden_too: also what is closed, ended, or on the list of what this practice never offers.
    """

    kinds: frozenset[KindId] = frozenset()
    pc4: str = ""
    city: str = ""
    languages: frozenset[str] = frozenset()
    free_only: bool = False
    age: int | None = None
    day: int | None = None
    open_at: datetime.datetime | None = None
    self_referral: bool = False
    wheelchair: bool = False
    remote: bool = False
    hidden_too: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words as they were typed (may be empty: then everything that passes the filters), filters, and the order."""

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.FIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A service that was found; `distance_km` is None where no postcode was given or one is unknown."""

    service: Service
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, in order.

    Attributes:
        read_as: words that were not known, each with the known word it was read as.
        all_words: False where nothing has all the words; then the hits have most of them.
    """

    hits: tuple[Hit, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    all_words: bool = True
