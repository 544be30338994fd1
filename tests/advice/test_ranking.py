"""What is nearer, sooner, cheaper, fresher or better fitting never comes lower; and every place explains itself."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.advice.ranking import About, Standing, explain
from intake_app.directory.distance import SAID_KM, said_km
from tests.advice.directories import BUDDY, MONEY, PLACES, WALKING, at_km, matches, order, service
from tests.shipped import TODAY

DAYS = st.integers(0, 800).map(lambda days: TODAY - datetime.timedelta(days=days))
LANGUAGES = st.sampled_from([(), ("nl",), ("nl", "ar"), ("tr",)])
FACTS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Anker", "Brug", "Cirkel"]),
        "kinds": st.sampled_from([(BUDDY,), (BUDDY, WALKING), (BUDDY, MONEY), (BUDDY, WALKING, MONEY)]),
        "locations": st.sampled_from([(), *(at_km(km) for km in PLACES.values())]),
        "wait_days": st.none() | st.integers(0, 200),
        "wait_on": st.none() | DAYS,
        "free_places": st.none() | st.integers(0, 5),
        "free_places_on": st.none() | DAYS,
        "assured_date": DAYS,
        "free": st.booleans(),
        "remote": st.booleans(),
        "easy_reading": st.booleans(),
        "group_setting": st.booleans(),
        "languages": LANGUAGES,
    }
)
SERVICES = st.lists(FACTS, min_size=1, max_size=6).map(
    lambda found: [service(f"s{at}", **facts) for at, facts in enumerate(found)]
)
PEOPLE = st.fixed_dictionaries(
    {
        "language": st.sampled_from(["", "nl", "ar"]),
        "reading_is_hard": st.booleans(),
        "in_company": st.sampled_from([frozenset(), frozenset({WALKING})]),
        "wished": st.sampled_from([(), (BUDDY,), (WALKING, MONEY)]),
    }
)


def nearer(one):
    km = min((PLACES[place.pc4] for place in one.locations), default=2)
    return replace(one, locations=at_km(max(0, km - 2)))


def sooner(one):
    return replace(one, wait_days=None if one.wait_days is None else one.wait_days // 2)


BETTER = {
    "nearer": nearer,
    "another place nearby": lambda one: replace(one, locations=(*one.locations, *at_km(0))),
    "by telephone too": lambda one: replace(one, remote=True),
    "sooner": sooner,
    "a place more": lambda one: replace(one, free_places=None if one.free_places is None else one.free_places + 1),
    "free": lambda one: replace(one, free=True),
    "checked today": lambda one: replace(one, assured_date=TODAY),
    "wait asked today": lambda one: replace(one, wait_on=TODAY),
    "places asked today": lambda one: replace(one, free_places_on=TODAY),
    "easy to read": lambda one: replace(one, easy_reading=True),
    "another language": lambda one: replace(one, languages=(*(one.languages or ("nl",)), "ar")),
    "in a group": lambda one: replace(one, group_setting=True),
    "for another wish": lambda one: replace(one, kinds=tuple({*one.kinds, WALKING})),
}


@pytest.mark.parametrize("how", [how for how in BETTER if how != "for another wish"])
@given(services=SERVICES, person=PEOPLE)
def test_what_is_made_better_never_comes_lower(how, services, person):
    first, *others = services
    better = BETTER[how](first)
    assert order(better, *others, **person).index("s0") <= order(first, *others, **person).index("s0")


@given(services=SERVICES, person=PEOPLE)
def test_what_serves_another_wish_too_never_comes_lower(services, person):
    first, *others = services
    person = {**person, "in_company": frozenset()}
    better = BETTER["for another wish"](first)
    assert order(better, *others, **person).index("s0") <= order(first, *others, **person).index("s0")


@given(services=SERVICES, person=PEOPLE, chance=st.randoms())
def test_the_order_of_the_file_never_counts(services, person, chance):
    shuffled = chance.sample(services, len(services))
    assert order(*shuffled, **person) == order(*services, **person)


@given(services=SERVICES, more=FACTS, person=PEOPLE)
def test_another_service_leaves_the_order_of_the_others_as_it_is(services, more, person):
    after = order(*services, service("new", **more), **person)
    assert [each for each in after if each != "new"] == order(*services, **person)


@given(services=SERVICES, person=PEOPLE)
def test_the_order_is_that_of_the_days_that_are_told_then_name_then_id(services, person):
    found = matches(*services, **person)
    keys = [(sum(term.days for term in each.terms), each.service.name, each.service.id) for each in found]
    assert keys == sorted(keys)


@given(services=SERVICES, person=PEOPLE)
def test_whoever_stands_lower_is_told_why_and_equal_ones_are_called_equal(services, person):
    found = matches(*services, **person)
    days = [sum(term.days for term in each.terms) for each in found]
    for each, total in zip(found[1:], days[1:], strict=True):
        place = explain(each, found)
        assert place.standing is (Standing.EQUAL if total == days[0] else Standing.LOWER)
        assert place.reasons or place.standing is Standing.EQUAL


@given(st.floats(0, 400))
def test_a_distance_is_said_roughly_and_never_shrinks_with_the_way(km):
    assert said_km(km) in SAID_KM
    assert said_km(km) <= said_km(km + 1)
    assert abs(said_km(km) - km) <= max(0.5, km / 4) or km > max(SAID_KM)


def test_distances_that_are_said_alike_are_equal():
    assert order(service("b", locations=at_km(30)), service("a", locations=at_km(32))) == ["a", "b"]


def facts(terms):
    return [(term.about, term.fact, term.figure) for term in terms]


def test_the_first_one_says_where_it_is_how_soon_and_what_it_costs():
    found = matches(service("a", locations=at_km(2)), service("b", locations=at_km(20), wait_days=70))
    place = explain(found[0], found)
    assert place.standing is Standing.TOP
    told = [(About.REACH, "km", 2), (About.WAITING, "week", None), (About.COST, "free", None)]
    assert facts(place.reasons) == told


def test_what_decided_is_told_even_where_it_is_no_luxury():
    found = matches(*(service(id_, locations=at_km(20), wait_days=days) for id_, days in (("a", 20), ("b", 90))))
    place = explain(found[0], found)
    assert facts(place.reasons)[0] == (About.WAITING, "days", 20)


def test_a_lower_one_says_what_weighs_against_it_the_heaviest_first_and_what_is_better():
    found = matches(service("a", locations=at_km(2), free=False), service("b", locations=at_km(20), wait_days=70))
    place = explain(found[1], found)
    assert place.standing is Standing.LOWER
    assert facts(place.reasons) == [(About.WAITING, "weeks", 10), (About.REACH, "km", 20)]
    assert facts(place.but) == [(About.COST, "free", None)]


@pytest.mark.parametrize(
    "changes, fact",
    [
        ({"wait_days": None}, "unknown"),
        ({"wait_days": 0}, "none"),
        ({"wait_days": 14}, "days"),
        ({"wait_on": TODAY - datetime.timedelta(days=90)}, "old"),
        ({"free_places": 0}, "full"),
        ({"wait_days": None, "free_places": 2}, "place"),
    ],
)
def test_a_waiting_time_is_told_as_far_as_it_is_known(changes, fact):
    (found,) = matches(service("a", **changes))
    assert next(term for term in found.terms if term.about is About.WAITING).fact == fact


def test_what_must_stay_silent_is_not_told_nor_called_equal():
    found = matches(service("a"), service("b", kinds=(BUDDY, MONEY)), wished=(MONEY,))
    loud, quiet = explain(found[1], found), explain(found[1], found, frozenset({About.PRIORITY}))
    assert [each.service.id for each in found] == ["b", "a"]
    assert [term.about for term in loud.reasons] == [About.PRIORITY]
    assert (quiet.standing, quiet.reasons) == (Standing.LOWER, ())


def test_the_only_one_needs_no_comparison():
    found = matches(service("a"))
    assert explain(found[0], found).standing is Standing.ONLY
