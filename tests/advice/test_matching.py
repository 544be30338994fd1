"""Who is ruled out by hard facts, what is unknown, and what is kept between answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.advice.matching import Matcher
from intake_app.directory.model import Availability, Directory
from tests.advice.directories import BUDDY, HOME, MAP, MONEY, PLACES, WALKING, at_km, matches, order, seeker, service


def test_the_own_area_of_a_service_decides_before_distance():
    over_the_river = service("a", service_area=((2000, 2999),))
    far = service("b", locations=at_km(40))
    assert order(over_the_river, far) == ["b"]


@pytest.mark.parametrize(
    "changes, person, fits",
    [
        ({"minimum_age": 65}, {"age": 64}, False),
        ({"minimum_age": 65}, {"age": 65}, True),
        ({"minimum_age": 65}, {"age": None}, True),
        ({"maximum_age": 25}, {"age": 26}, False),
        ({"genders": ("woman",)}, {"gender": "man"}, False),
        ({"genders": ("woman",)}, {"gender": ""}, True),
        ({"languages": ("tr",)}, {"language": "ar"}, True),
        ({"availability": Availability.TEMPORARILY_CLOSED}, {}, False),
        ({"never_offer": "Neemt nooit op"}, {}, False),
    ],
)
def test_hard_facts_rule_out_and_unknown_ones_do_not(changes, person, fits):
    assert bool(matches(service("a", **changes), **person)) is fits


@given(
    low=st.integers(900, 2100),
    width=st.integers(0, 300),
    nationwide=st.booleans(),
    pc4=st.sampled_from([*PLACES, "", "12AB"]),
)
def test_who_lives_where_a_service_serves_finds_it_and_nobody_else(low, width, nationwide, pc4):
    one = service("a", service_area=((low, low + width),), nationwide=nationwide)
    assert bool(matches(one, pc4=pc4)) is one.serves(pc4)


@pytest.mark.parametrize("pc4", [HOME, "9711", ""])
def test_an_area_that_nobody_noted_rules_nobody_out(pc4):
    assert order(service("a", service_area=()), pc4=pc4) == ["a"]


def test_an_unknown_postcode_leaves_nothing_out_and_its_distance_unknown():
    (found,) = matches(service("a", service_area=((5028, 5028),)), pc4="5028")
    assert found.distance_km is None
    assert order(service("b", nationwide=True), pc4="0000") == ["b"]


def test_the_nearest_of_several_places_counts():
    (found,) = matches(service("a", locations=(*at_km(40), *at_km(6), *at_km(20))))
    assert found.distance_km == pytest.approx(6, abs=0.01)


def test_a_service_of_two_kinds_stands_in_both():
    both = service("a", kinds=(BUDDY, WALKING, BUDDY))
    assert order(both) == order(both, kind=WALKING) == ["a"]
    assert order(both, kind=MONEY) == []


def test_the_same_person_is_ranked_once_and_another_anew():
    matcher = Matcher(Directory(services=(service("a"), service("b", maximum_age=30))), MAP)
    assert matcher.ranking(seeker()) is matcher.ranking(seeker())
    assert len(matcher.ranking(seeker(age=20)).of_kind(BUDDY)) == 2
    assert len(matcher.ranking(seeker()).of_kind(BUDDY)) == 1


def test_what_was_found_for_many_is_not_kept_for_ever():
    matcher = Matcher(Directory(services=(service("a"),)), MAP)
    first = matcher.ranking(seeker())
    for age in range(50):
        matcher.ranking(seeker(age=age))
    assert matcher.ranking(seeker()) is not first
    assert matcher.ranking(seeker()).of_kind(BUDDY) == first.of_kind(BUDDY)


def test_a_day_later_the_age_of_facts_counts_anew():
    old, now = service("a"), seeker()
    matcher = Matcher(Directory(services=(old,)), MAP)
    later = replace(now, today=now.today.replace(year=now.today.year + 2))
    assert not matcher.ranking(now).of_kind(BUDDY)[0].is_stale
    assert matcher.ranking(later).of_kind(BUDDY)[0].is_stale
    assert HOME in PLACES


def test_without_a_postcode_the_practices_own_list_counts_and_fiction_does_not():
    own = service("own", service_area=((3000, 3099),))
    fiction = service("fiction", service_area=((8951, 8956),), example=True)
    assert order(own, fiction, pc4="") == ["own"]
