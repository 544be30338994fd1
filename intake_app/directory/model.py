"""Services and who offers them. Names follow the Human Services Data Specification (HSDS) 3.0."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import NO_TEXT, Text


class Availability(StrEnum):
    """Whether a service can be used: the field `status` of HSDS, with its own values."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class How(StrEnum):
    """How an entry was checked."""

    TELEPHONE = "telephone"
    VISIT = "visit"
    WEBSITE = "website"
    MESSAGE = "message"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Who offers a service."""

    id: str
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number with a word about it ("gratis")."""

    number: str
    description: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The person one will speak to: a name (may be empty), when to reach them, and what happens when you call.

    `picture` is a PNG or JPEG file of at most `LARGEST_PICTURE` bytes, or empty.
    """

    name: str = ""
    reachable: Text = NO_TEXT
    what_happens: Text = NO_TEXT
    picture: bytes = b""


LARGEST_PICTURE = 200_000
"""Bytes of a picture of a contact. Source: eigen oordeel; a face of 400 by 400 points needs a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where it is. `wheelchair` is None where nobody checked; `id` is empty where it was never stored."""

    address: str = ""
    pc4: str = ""
    city: str = ""
    wheelchair: bool | None = None
    accessibility: Text = NO_TEXT
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class OpeningHours:
    """One stretch of time on one day of the week, every week: `day` 0 is Monday; times as "09:00", 24 hours."""

    day: int
    opens: str
    closes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption:
    """What it costs for whom: an amount in `currency`, with the days between which that is so."""

    option: str = ""
    amount: float | None = None
    currency: str = "EUR"
    description: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One thing a person can go to, call or use.

    Attributes:
        service_area: pairs of PC4 codes, first and last; empty without `nationwide`: nobody said where.
        wait_days: the waiting time as it was on `wait_on`.
        free_places: how many could begin, as it was on `free_places_on`.
        genders: empty means everyone.
        self_referral: a person can go there without a referral; else `referral_by` says who refers.
        opening: the week; `schedule` says it in words.
        locations: where it takes place, the most used first.
        status: `confirmed`, or `te_bevestigen` where nobody who knows has looked at it yet.
        assured_date: when somebody last made sure that the entry is right, `assured_by` and `assured_how`.
        phone_assured: when the telephone number was last found to be right, where that is later.
        never_offer: why this practice does not send people there; empty where it does.
        example: a fictional entry.
    """

    id: ServiceId
    organization: Organization
    name: str
    kinds: tuple[KindId, ...]
    description: Text = NO_TEXT
    alternate_name: str = ""
    availability: Availability = Availability.ACTIVE
    alert: Text = NO_TEXT
    phones: tuple[Phone, ...] = ()
    url: str = ""
    email: str = ""
    contact: Contact = field(default_factory=Contact)
    fees: Text = NO_TEXT
    free: bool = False
    costs: tuple[CostOption, ...] = ()
    wait_days: int | None = None
    wait_on: datetime.date | None = None
    free_places: int | None = None
    free_places_on: datetime.date | None = None
    minimum_age: int | None = None
    maximum_age: int | None = None
    genders: tuple[str, ...] = ()
    eligibility: Text = NO_TEXT
    required_documents: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    nationwide: bool = False
    service_area: tuple[tuple[int, int], ...] = ()
    locations: tuple[Location, ...] = ()
    remote: bool = False
    schedule: Text = NO_TEXT
    opening: tuple[OpeningHours, ...] = ()
    group_setting: bool = False
    easy_reading: bool = False
    self_referral: bool = False
    referral_by: Text = NO_TEXT
    not_for: Text = NO_TEXT
    source_url: str = ""
    source: str = ""
    assured_date: datetime.date = datetime.date.min
    assured_by: str = ""
    assured_how: How = How.UNKNOWN
    phone_assured: datetime.date | None = None
    status: str = "te_bevestigen"
    never_offer: str = ""
    example: bool = False

    @property
    def location(self) -> Location | None:
        """The place where it mostly is; None where it has none."""
        return self.locations[0] if self.locations else None

    @property
    def is_offered(self) -> bool:
        """Tell whether it may be proposed: it is open, and this practice has nothing against it."""
        return self.availability is Availability.ACTIVE and not self.never_offer

    def serves(self, pc4: str) -> bool:
        """Tell whether somebody who lives in `pc4` may use it; an area that nobody noted rules nobody out.

        Where nobody knows the code, the practice's own list counts: it is of the places around it. A fictional service
        is for its fictional postcodes only.
        """
        if self.nationwide or not self.service_area:
            return True
        if not pc4:
            return not self.example
        return pc4.isdecimal() and any(low <= int(pc4) <= high for low, high in self.service_area)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """All services, in an order that means nothing."""

    services: tuple[Service, ...]

    def service(self, id_: str) -> Service | None:
        """Return the service with this id, also one that is not offered; None where there is none."""
        return next((service for service in self.services if service.id == id_), None) if id_ else None

    def of_kind(self, kind: KindId) -> tuple[Service, ...]:
        """Return the services that serve an option kind. It looks at each: who asks often keeps an index."""
        return tuple(service for service in self.services if kind in service.kinds)
