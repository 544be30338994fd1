from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.advice.matching import Seeker, match
from intake_app.directory.distance import Point, PostcodeMap
from intake_app.directory.model import Directory, Location
from intake_app.questionnaire.situation import Person
from tests.shipped import TODAY, content

MAP = PostcodeMap(
    points={
        "1000": Point(latitude=52.0, longitude=5.0, place="Hier"),
        "1001": Point(latitude=52.1, longitude=5.0, place="Daar"),
    }
)


def service(**changes):
    base = next(each for each in content().directory.services if each.kinds)
    plain = replace(
        base, kinds=("maatje",), minimum_age=None, maximum_age=None, genders=(), assured_date=TODAY, wait_days=5
    )
    return replace(plain, **changes)


def found(*services, **person):
    seeker = Seeker(person=Person(**{"age": 40, "pc4": "1000", **person}), today=TODAY)
    return [each.service.id for each in match("maatje", Directory(services=services), MAP, seeker)]


def test_the_own_area_of_a_service_decides_before_distance():
    near = service(id="a", nationwide=False, service_area=((2000, 2999),))
    far = service(id="b", nationwide=False, service_area=((1000, 1099),))
    assert found(near, far) == ["b"]


@pytest.mark.parametrize(
    "changes, person, fits",
    [
        ({"minimum_age": 65}, {"age": 64}, False),
        ({"minimum_age": 65}, {"age": 65}, True),
        ({"maximum_age": 25}, {"age": 26}, False),
        ({"genders": ("woman",)}, {"gender": "man"}, False),
        ({"genders": ("woman",)}, {"gender": ""}, True),
        ({"minimum_age": 65}, {"age": None}, True),
    ],
)
def test_hard_facts_rule_out_and_unknown_ones_do_not(changes, person, fits):
    assert bool(found(service(id="a", **changes), **person)) is fits


def test_nearer_fresher_and_sooner_come_first_and_the_order_of_the_file_never_counts():
    here, there = Location(pc4="1000"), Location(pc4="1001")
    a = service(id="a", name="A", locations=(here,), remote=False)
    b = service(id="b", name="B", locations=(there,), remote=False)
    c = replace(a, id="c", name="C", wait_days=90)
    d = replace(a, id="d", name="D", assured_date=TODAY - datetime.timedelta(days=500))
    assert found(a, b, c, d) == found(d, c, b, a)
    assert found(d, c, b, a)[0] == "a"


def test_an_unknown_postcode_is_no_reason_to_leave_a_national_service_out():
    assert found(service(id="a", nationwide=True), pc4="0000") == ["a"]
