"""The example municipality of about 150 services, and as many towns like it as one asks for."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from intake_app.content.load_directory import load_directory
from intake_app.content.locate import resources_dir
from intake_app.core.ids import ServiceId
from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.view import services_of
from intake_app.directory.example import as_of
from intake_app.directory.faults import faults_of
from intake_app.directory.freshness import Age, freshness
from intake_app.directory.model import Availability, CostOption, Organization, Service
from intake_app.directory.twins import twins
from tests.shipped import TODAY, content
from tools.example_directory import make_services
from tools.example_directory.__main__ import SHIPPED, write
from tools.example_directory.make import EXAMPLE_DAY, waterrijk_services
from tools.example_directory.shipped import as_yaml

PLAIN = Service(id=ServiceId("a"), organization=Organization(id="o", name="O"), name="A", kinds=())


def waterrijk():
    return [each for each in content().directory.services if each.example]


def made(count, seed=1):
    return make_services(count, seed, TODAY, content().postcodes.points)


def test_the_shipped_file_is_what_the_generator_makes():
    assert (resources_dir() / SHIPPED).read_text(encoding="utf-8") == as_yaml(waterrijk_services())


def test_the_shipped_file_reads_as_what_was_made():
    problems = []
    kinds = tuple(each.id for each in content().options)
    found = load_directory({SHIPPED: as_yaml(waterrijk_services())}, kinds, problems)
    assert problems == []
    assert list(found.services) == waterrijk_services()


def test_waterrijk_has_about_150_services_in_all_its_neighbourhoods_under_names_of_their_own():
    found = waterrijk()
    assert 140 <= len(found) <= 160
    assert {place.pc4 for each in found for place in each.locations} == {f"{code}" for code in range(8951, 8957)}
    assert len({each.id for each in found}) == len({each.name for each in found}) == len(found)
    assert len({each.organization.id for each in found}) == len({each.organization for each in found})
    assert all(phone.number.startswith("000 - 000 ") for each in found for phone in each.phones)


@pytest.mark.parametrize(
    "shows",
    [
        lambda each: freshness(each, EXAMPLE_DAY).entry is Age.STALE,
        lambda each: freshness(each, EXAMPLE_DAY).entry is Age.TO_CHECK,
        lambda each: each.assured_date == datetime.date.min,
        lambda each: (
            freshness(each, EXAMPLE_DAY).entry is Age.CURRENT and freshness(each, EXAMPLE_DAY).waiting is Age.STALE
        ),
        lambda each: each.phone_assured and each.phone_assured > each.assured_date,
        lambda each: each.availability is Availability.TEMPORARILY_CLOSED and each.alert,
        lambda each: each.never_offer,
        lambda each: not each.phones and each.url,
        lambda each: each.genders == ("woman",),
        lambda each: each.remote,
        lambda each: each.free_places == 0,
        lambda each: each.locations and each.locations[0].wheelchair is False,
        lambda each: each.costs,
        lambda each: each.required_documents,
        lambda each: each.referral_by,
    ],
)
def test_waterrijk_shows_every_trouble_and_every_kind_of_fact(shows):
    assert any(map(shows, waterrijk_services()))


def test_one_pair_of_waterrijk_may_be_the_same():
    (pair,) = twins(waterrijk())
    assert (pair.one.name, pair.other.name) == ("Wandelmaatjes Rietbuurt", "Wandelmaatje Rietbuurt")


def test_the_first_services_are_the_same_for_every_number_and_others_for_another_seed():
    assert list(made(400)) == list(made(800))[:400]
    assert list(made(50)) != list(made(50, seed=2))


def test_services_come_one_by_one_however_many_are_asked_for():
    assert next(made(10**9)).name


def test_made_services_can_be_kept_and_come_back_as_they_were():
    found = list(made(300))
    assert [fault for each in found for fault in faults_of(each, TODAY)] == []
    records = {key: data for each in found for key, data in records_of(each).items()}
    back = services_of(records)
    assert [(each.id, each.opening, each.contact, each.wait_on) for each in back] == [
        (each.id, tuple(sorted(each.opening)), each.contact, each.wait_on) for each in found
    ]


def test_made_towns_lie_at_real_postcodes_apart_from_each_other():
    towns = Counter(each.service_area[0] for each in made(2_000) if each.service_area[0][0] != each.service_area[0][1])
    areas = sorted(towns)
    assert len(areas) == 14
    assert all(one[1] < other[0] for one, other in pairwise(areas))
    assert all(each.pc4 in content().postcodes.points for service in made(2_000) for each in service.locations)


def test_a_made_list_has_old_entries_and_twins_as_a_real_one_has():
    found = list(made(2_000))
    ages = Counter(freshness(each, TODAY).entry for each in found)
    assert ages[Age.CURRENT] > len(found) / 2
    assert min(ages[Age.TO_CHECK], ages[Age.STALE]) > len(found) / 20
    pairs = {(pair.one.id, pair.other.id) for pair in twins(found)}
    planted = {each.id for each in found if each.id.endswith("_dubbel")}
    assert pairs == {(each.removesuffix("_dubbel"), each) for each in planted}


@pytest.mark.parametrize("ending", [".json", ".zip", ".csv", ".xlsx"])
def test_services_are_written_in_the_form_that_the_name_asks_for(ending, tmp_path):
    path = tmp_path / f"out{ending}"
    write(path, made(20), content())
    assert path.stat().st_size > 1_000
    if ending == ".json":
        assert json.loads(path.read_bytes())["total_items"] == 20


def test_dates_move_together_until_the_newest_check_was_today():
    day = datetime.date
    old = replace(PLAIN, assured_date=day(2026, 1, 1), wait_on=day(2026, 2, 1), phone_assured=day(2026, 2, 2))
    costs = (CostOption(valid_from=day(2026, 1, 10)),)
    new = replace(PLAIN, assured_date=day(2026, 3, 1), free_places_on=day(2026, 3, 1), costs=costs)
    one, other = as_of(day(2026, 3, 31), (old, new))
    assert (one.assured_date, one.wait_on, one.phone_assured) == (day(2026, 1, 31), day(2026, 3, 3), day(2026, 3, 4))
    assert (other.assured_date, other.free_places_on) == (day(2026, 3, 31), day(2026, 3, 31))
    assert (one.free_places_on, other.costs[0].valid_from) == (None, day(2026, 2, 9))


@pytest.mark.parametrize("today", [datetime.date(1999, 1, 1), EXAMPLE_DAY, datetime.date(2060, 1, 1)])
def test_a_demo_shows_the_same_ages_on_every_day_and_what_was_never_checked_stays_so(today):
    before, now = waterrijk(), as_of(today, waterrijk())
    newest = max(each.assured_date for each in before)
    assert [freshness(each, today) for each in now] == [freshness(each, newest) for each in before]
    never = datetime.date.min
    assert [each.assured_date == never for each in now] == [each.assured_date == never for each in before]


def test_a_list_that_nobody_ever_checked_stays_as_it_is():
    assert as_of(TODAY, (PLAIN,)) == [PLAIN]
    assert as_of(TODAY, ()) == []
