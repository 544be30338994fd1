"""Services and who offers them. Names follow the Human Services Data Specification (HSDS) 3.0."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.text import NO_TEXT

if TYPE_CHECKING:
    from intake_app.core.ids import KindId, ServiceId
    from intake_app.core.text import Text

STALE_AFTER = datetime.timedelta(days=365)
"""An entry nobody checked for this long is offered with a warning. Source: eigen oordeel; lists age in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Who offers a service."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number with a word about it ("gratis")."""

    number: str
    description: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The person one will speak to: a name (may be empty), when to reach them, and what happens when you call."""

    name: str = ""
    reachable: Text = NO_TEXT
    what_happens: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where it is. `wheelchair` is None where nobody checked."""

    address: str = ""
    pc4: str = ""
    city: str = ""
    wheelchair: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One thing a person can go to, call or use.

    `service_area` holds pairs of PC4 codes, first and last; empty with `nationwide` means everywhere.
    `wait_days` was so on `wait_on`. `genders` empty means everyone. `example` entries are fictional.
    """

    id: ServiceId
    organization: Organization
    name: str
    kinds: tuple[KindId, ...]
    description: Text
    phones: tuple[Phone, ...]
    url: str
    email: str
    contact: Contact
    fees: Text
    free: bool
    wait_days: int | None
    wait_on: datetime.date | None
    minimum_age: int | None
    maximum_age: int | None
    genders: tuple[str, ...]
    languages: tuple[str, ...]
    nationwide: bool
    service_area: tuple[tuple[int, int], ...]
    location: Location | None
    remote: bool
    schedule: Text
    group_setting: bool
    easy_reading: bool
    self_referral: bool
    not_for: Text
    source_url: str
    source: str
    assured_date: datetime.date
    status: str
    example: bool

    def is_stale(self, today: datetime.date) -> bool:
        """Tell whether nobody checked it for a year."""
        return today - self.assured_date > STALE_AFTER

    def serves(self, pc4: str) -> bool:
        """Tell whether somebody who lives in `pc4` may use it; an empty code fits only what is nationwide."""
        if self.nationwide:
            return True
        return pc4.isdecimal() and any(low <= int(pc4) <= high for low, high in self.service_area)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All services."""

    services: tuple[Service, ...]

    def of_kind(self, kind: KindId) -> tuple[Service, ...]:
        """Return the services that serve an option kind."""
        return tuple(service for service in self.services if kind in service.kinds)
