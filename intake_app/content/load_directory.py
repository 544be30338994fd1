"""From `resources/directory/*.yaml` and `resources/geo/*.csv` to the sociale kaart and the PC4 points."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.problems import problem
from intake_app.core.tree import open_file
from intake_app.directory.distance import Point, PostcodeMap
from intake_app.directory.model import Contact, Directory, Location, Organization, Phone, Service

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader

FORMAT = "intake-directory/1"


def load_directory(files: dict[str, str], kinds: tuple[KindId, ...], problems: list[Problem]) -> Directory:
    """Build the sociale kaart from all its files."""
    services: list[Service] = []
    for name, text in files.items():
        if not name.endswith(".yaml"):
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
    wait, low, high = (reader.number(key) for key in ("wait_days", "minimum_age", "maximum_age"))
    service = Service(
        id=ServiceId(reader.required("id")),
        organization=organization or Organization(id="", name="", url=""),
        name=reader.required("name"),
        kinds=tuple(KindId(kind) for kind in served if kind in kinds),
        description=reader.both("description"),
        phones=tuple(map(_phone, reader.each("phones"))),
        url=reader.text("url", ""),
        email=reader.text("email", ""),
        contact=_contact(reader),
        fees=reader.both("fees", optional=True),
        free=reader.flag("free"),
        wait_days=None if wait is None else int(wait),
        wait_on=_date(reader, "wait_on") if reader.text("wait_on", "") else None,
        minimum_age=None if low is None else int(low),
        maximum_age=None if high is None else int(high),
        genders=reader.words("genders"),
        languages=reader.words("languages"),
        nationwide=reader.flag("nationwide"),
        service_area=_ranges(reader),
        locations=_locations(reader),
        remote=reader.flag("remote"),
        schedule=reader.both("schedule", optional=True),
        group_setting=reader.choice("setting", ("alone", "group")) == "group",
        easy_reading=reader.flag("easy_reading"),
        self_referral=reader.flag("self_referral"),
        not_for=reader.both("not_for", optional=True),
        source_url=reader.text("source_url", ""),
        source=reader.required("source"),
        assured_date=_date(reader, "assured_date"),
        status=reader.choice("status", ("confirmed", "te_bevestigen")),
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
    )
    inner.done()
    return (found,)


def _date(reader: Reader, key: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(reader.required(key))
    except ValueError:
        reader.fault("not_a_date", key)
        return datetime.date.min


def _ranges(reader: Reader) -> tuple[tuple[int, int], ...]:
    found = []
    for text in reader.words("service_area"):
        low, _, high = text.partition("..")
        if low.isdecimal() and (high or low).isdecimal():
            found.append((int(low), int(high or low)))
        else:
            reader.fault("not_a_range", "service_area")
    return tuple(found)
