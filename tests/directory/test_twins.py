"""Entries that may be the same are found; neighbours and sisters are left alone; merging fills what is empty."""

from __future__ import annotations

import datetime
import random
from dataclasses import fields, replace

import pytest
from hypothesis import given

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import Text
from intake_app.directory.model import Contact, Location, Organization, Phone, Service
from intake_app.directory.twins import merged, twins
from tests.directory.any_service import services
from tests.shipped import TODAY, content

ONE = Service(
    id=ServiceId("1"),
    organization=Organization(id="o1", name="Welzijn Waterrijk"),
    name="Maatjesproject Waterrijk",
    kinds=(KindId("maatje"),),
    phones=(Phone(number="070-416 17 81"),),
    url="https://www.welzijn.example/maatje/",
    locations=(Location(address="Kade 1", pc4="8951", city="Waterrijk"),),
)
ELSEWHERE = (Location(address="Dijk 9", pc4="8956", city="Oeverdorp"),)
OTHER = replace(ONE, id=ServiceId("2"), phones=(), url="", locations=())


def pairs(*found):
    return [(each.one.id, each.other.id, each.shared) for each in twins(found)]


@pytest.mark.parametrize(
    "change, shared",
    [
        ({"phones": (Phone(number="+31 (0)70 4161781"),)}, ("name", "number")),
        ({"phones": (Phone(number="0031704161781"),), "locations": ELSEWHERE}, ("name", "number")),
        ({"url": "http://welzijn.example/maatje?bron=gids"}, ("name", "website")),
        ({"locations": (Location(address="KADE 1", pc4="8951"),)}, ("name", "address")),
        ({"locations": (Location(address="Dijk 2", pc4="8951"),)}, ("name",)),
        ({"name": "Stichting Maatjes Project Waterrijk", "phones": ONE.phones}, ("name", "number")),
        ({"name": "Waterrijk, het Maatjesproject", "phones": ONE.phones}, ("name", "number")),
        ({"name": "Maatjesprojekt Waterrijk", "phones": ONE.phones}, ("name", "number")),
        ({"name": "Maatjesproject", "phones": ONE.phones, "locations": ONE.locations}, ("number", "address")),
    ],
)
def test_the_same_entry_written_in_another_way_is_found(change, shared):
    assert pairs(ONE, replace(OTHER, **change)) == [("1", "2", shared)]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"locations": ELSEWHERE},
        {"name": "Wandelgroep Waterrijk", "phones": ONE.phones, "url": ONE.url},
        {"name": "Maatjesproject", "phones": ONE.phones, "locations": ONE.locations, "kinds": (KindId("taalhuis"),)},
        {"name": "Maatjesproject Waterrijk 2", "phones": ONE.phones, "locations": ONE.locations},
    ],
)
def test_what_has_little_in_common_is_left_alone(change):
    assert pairs(ONE, replace(OTHER, **change)) == []


def test_of_the_shipped_entries_only_the_pair_that_was_made_to_be_one_is_alike():
    found = twins(content().directory.services)
    assert [each.other.id.removesuffix("_dubbel") == each.one.id for each in found] == [True]


def test_the_likeliest_pair_comes_first_whatever_the_order():
    near = replace(OTHER, id=ServiceId("3"), locations=(Location(address="Dijk 2", pc4="8951"),))
    same = replace(ONE, id=ServiceId("2"))
    found = twins((near, ONE, same))
    assert found[0].shared == ("name", "number", "address", "website")
    assert len(found) == 3
    assert twins((same, near, ONE)) == found


def test_each_of_many_copies_is_found_behind_one_switchboard():
    rng = random.Random(5)
    letters = [chr(97 + each) for each in range(26)]
    whole = [
        replace(ONE, id=ServiceId(f"{at:04}"), name="".join(rng.choices(letters, k=20)), locations=ELSEWHERE)
        for at in range(1_000)
    ]
    copies = [replace(each, id=ServiceId(f"{each.id}b")) for each in whole]
    assert {(each.one.id, each.other.id) for each in twins(whole + copies)} == {
        (each.id, f"{each.id}b") for each in whole
    }


def test_merging_fills_what_is_empty_and_keeps_together_what_belongs_together():
    gone = replace(
        OTHER,
        wait_days=20,
        wait_on=TODAY,
        fees=Text(nl="gratis", en=""),
        name="Maatje",
        contact=Contact(name="Fleur"),
        assured_date=TODAY,
        assured_by="Anke",
        nationwide=True,
        phones=(Phone(number="112"),),
    )
    kept = replace(ONE, wait_days=0, service_area=((8951, 8956),))
    wanted = replace(kept, fees=gone.fees, contact=gone.contact, assured_date=TODAY, assured_by="Anke")
    assert merged(kept, gone) == wanted


@given(services, services)
def test_merging_changes_nothing_that_was_filled_in(kept, gone):
    found = merged(kept, gone)
    empty = (None, "", (), Text(nl="", en=""), Contact(), datetime.date.min, False)
    for each in fields(Service):
        value = getattr(kept, each.name)
        if each.name != "nationwide" and (isinstance(value, int) or value not in empty):
            assert getattr(found, each.name) == value


@given(services)
def test_merging_with_itself_changes_nothing(service):
    assert merged(service, service) == service
