"""From `resources/directory/*.yaml` and `resources/geo/*.csv` to the sociale kaart and the PC4 points."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import TYPE_CHECKING

from intake_app.content.load_synonyms import SYNONYMS
from intake_app.core.ids import KindId, ServiceId
from intake_app.core.problems import problem
from intake_app.core.tree import open_file
from intake_app.directory.distance import Point, PostcodeMap
from intake_app.directory.faults import LONGEST_WAIT, MOST_PLACES, OLDEST
from intake_app.directory.model import (
    Availability,
    Contact,
    CostOption,
    Directory,
    How,
    Location,
    OpeningHours,
    Organization,
    Phone,
    Service,
)

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader

FORMAT = "intake-directory/1"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
"""The days of `opening`, Monday first."""
_STRETCH = re.compile(r"((?:[01]?\d|2[0-3]):[0-5]\d)-((?:[01]?\d|2[0-3]):[0-5]\d|24:00)")


def load_directory(files: dict[str, str], kinds: tuple[KindId, ...], problems: list[Problem]) -> Directory:
    """Build the sociale kaart from all its files."""
    services: list[Service] = []
    for name, text in files.items():
        if not name.endswith(".yaml") or name == SYNONYMS:
            continue
        reader = open_file(text, name, FORMAT, problems)
        example = reader.flag("example")
        known = {each.id: each for each in map(_organization, reader.each("organizations"))}
        services.extend(_service(each, known, kinds, example=example) for each in reader.each("services"))
        reader.done()
    return Directory(services=tuple(services))


def load_postcodes(files: dict[str, str], problems: list[Problem]) -> PostcodeMap:
    """Build the map of PC4 points from the CSV files."""
    points: dict[str, Point] = {}
    for name, text in files.items():
        if not name.endswith(".csv"):
            continue
        for line, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
            try:
                point = Point(
                    latitude=float(row["latitude"]),
                    longitude=float(row["longitude"]),
                    place=str(row["place"]),
                )
            except (KeyError, TypeError, ValueError):
                problems.append(problem("row_wrong", f"{name}:{line}"))
                continue
            points[str(row["pc4"])] = point
    return PostcodeMap(points=points)


def _organization(reader: Reader) -> Organization:
    found = Organization(id=reader.required("id"), name=reader.required("name"), url=reader.text("url", ""))
    reader.done()
    return found


def _service(
    reader: Reader, organizations: dict[str, Organization], kinds: tuple[KindId, ...], *, example: bool
) -> Service:
    organization = organizations.get(reader.choice("organization_id", tuple(organizations)))
    served = reader.words("kinds")
    for kind in served:
        if kind not in kinds:
            reader.fault("kind_unknown", "kinds", kind=kind)
    service = Service(
        id=ServiceId(reader.required("id")),
        organization=organization or Organization(id="", name="", url=""),
        name=reader.required("name"),
        kinds=tuple(KindId(kind) for kind in served if kind in kinds),
        description=reader.both("description"),
        alternate_name=reader.text("alternate_name", ""),
        availability=Availability(reader.choice("availability", tuple(Availability), Availability.ACTIVE)),
        alert=reader.both("alert", optional=True),
        phones=tuple(map(_phone, reader.each("phones"))),
        url=reader.text("url", ""),
        email=reader.text("email", ""),
        contact=_contact(reader),
        fees=reader.both("fees", optional=True),
        free=reader.flag("free"),
        costs=tuple(map(_cost, reader.each("costs"))),
        wait_days=reader.whole("wait_days", 0, LONGEST_WAIT),
        wait_on=reader.date("wait_on"),
        free_places=reader.whole("free_places", 0, MOST_PLACES),
        free_places_on=reader.date("free_places_on"),
        minimum_age=reader.whole("minimum_age", 0, OLDEST),
        maximum_age=reader.whole("maximum_age", 0, OLDEST),
        genders=reader.words("genders"),
        eligibility=reader.both("eligibility", optional=True),
        required_documents=reader.words("required_documents"),
        languages=reader.words("languages"),
        nationwide=reader.flag("nationwide"),
        service_area=_ranges(reader),
        locations=_locations(reader),
        remote=reader.flag("remote"),
        schedule=reader.both("schedule", optional=True),
        opening=_opening(reader),
        group_setting=reader.choice("setting", ("alone", "group")) == "group",
        easy_reading=reader.flag("easy_reading"),
        self_referral=reader.flag("self_referral"),
        referral_by=reader.both("referral_by", optional=True),
        not_for=reader.both("not_for", optional=True),
        source_url=reader.text("source_url", ""),
        source=reader.required("source"),
        assured_date=_assured(reader),
        assured_by=reader.text("assured_by", ""),
        assured_how=How(reader.choice("assured_how", tuple(How), How.UNKNOWN)),
        phone_assured=reader.date("phone_assured"),
        status=reader.choice("status", ("confirmed", "te_bevestigen")),
        never_offer=reader.text("never_offer", ""),
        example=example,
    )
    reader.done()
    return service


def _phone(reader: Reader) -> Phone:
    found = Phone(number=reader.required("number"), description=reader.both("description", optional=True))
    reader.done()
    return found


def _contact(reader: Reader) -> Contact:
    if not reader.has("contact"):
        return Contact()
    inner = reader.inside("contact")
    found = Contact(
        name=inner.text("name", ""),
        reachable=inner.both("reachable", optional=True),
        what_happens=inner.both("what_happens", optional=True),
    )
    inner.done()
    return found


def _locations(reader: Reader) -> tuple[Location, ...]:
    if not reader.has("location"):
        return ()
    inner = reader.inside("location")
    wheelchair = inner.choice("wheelchair", ("", "true", "false"), "")
    found = Location(
        address=inner.text("address", ""),
        pc4=inner.text("pc4", ""),
        city=inner.text("city", ""),
        wheelchair=wheelchair == "true" if wheelchair else None,
        accessibility=inner.both("accessibility", optional=True),
    )
    inner.done()
    return (found,)


def _opening(reader: Reader) -> tuple[OpeningHours, ...]:
    """Take the week: under each day a list of stretches like "9:00-12:30"."""
    found: list[OpeningHours] = []
    week = reader.inside("opening", optional=True)
    for day, name in enumerate(DAYS):
        for told in map(_STRETCH.fullmatch, week.words(name)):
            if told is None or told[1].zfill(5) >= told[2].zfill(5):
                week.fault("not_hours", name)
            else:
                found.append(OpeningHours(day=day, opens=told[1].zfill(5), closes=told[2].zfill(5)))
    week.done()
    return tuple(found)


def _cost(reader: Reader) -> CostOption:
    found = CostOption(
        option=reader.text("option", ""),
        amount=reader.number("amount"),
        currency=reader.text("currency", "EUR"),
        description=reader.text("description", ""),
        valid_from=reader.date("valid_from"),
        valid_to=reader.date("valid_to"),
    )
    reader.done()
    return found


def _assured(reader: Reader) -> datetime.date:
    """Take the day of the last check; it must be there, and is left empty where nobody ever made sure."""
    reader.text("assured_date")
    return reader.date("assured_date") or datetime.date.min


def _ranges(reader: Reader) -> tuple[tuple[int, int], ...]:
    found = []
    for text in reader.words("service_area"):
        low, _, high = text.partition("..")
        if low.isdecimal() and (high or low).isdecimal():
            found.append((int(low), int(high or low)))
        else:
            reader.fault("not_a_range", "service_area")
    return tuple(found)
