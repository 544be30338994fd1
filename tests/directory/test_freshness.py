"""Each fact ages by itself, from the day on which somebody made sure of it."""

from __future__ import annotations

import datetime

import pytest

from intake_app.directory.freshness import Age, freshness, is_stale, places_are_old, wait_is_old
from intake_app.directory.model import Phone
from tests.advice.directories import service
from tests.shipped import TODAY

PHONES = (Phone(number="010-1"),)


def ago(days):
    return TODAY - datetime.timedelta(days=days)


@pytest.mark.parametrize(
    "days, age",
    [
        (-366, Age.STALE),
        (-365, Age.CURRENT),
        (-3, Age.CURRENT),
        (0, Age.CURRENT),
        (183, Age.CURRENT),
        (184, Age.TO_CHECK),
        (365, Age.TO_CHECK),
        (366, Age.STALE),
    ],
)
def test_an_entry_is_current_for_half_a_year_and_stale_after_one(days, age):
    one = service("a", assured_date=ago(days), phones=PHONES)
    assert freshness(one, TODAY).entry is freshness(one, TODAY).telephone is age
    assert is_stale(one, TODAY) is freshness(one, TODAY).is_stale is (age is Age.STALE)


@pytest.mark.parametrize(
    "days, age", [(28, Age.CURRENT), (29, Age.TO_CHECK), (84, Age.TO_CHECK), (85, Age.STALE), (-366, Age.STALE)]
)
def test_a_waiting_time_and_free_places_age_in_weeks(days, age):
    found = freshness(service("a", wait_on=ago(days), free_places=2, free_places_on=ago(days)), TODAY)
    assert (found.waiting, found.places, found.entry) == (age, age, Age.CURRENT)
    assert found.needs_a_call is (age is not Age.CURRENT)


def test_what_ranks_a_service_and_what_shows_its_age_see_the_same_age():
    one = service("a", wait_on=ago(85), free_places=2, free_places_on=ago(84))
    assert (wait_is_old(one, TODAY), places_are_old(one, TODAY)) == (True, False)


def test_without_a_day_of_its_own_a_fact_is_as_old_as_the_entry():
    one = service("a", assured_date=ago(100), wait_on=None, free_places=2, phones=PHONES)
    found = freshness(one, TODAY)
    assert (found.waiting, found.places, found.telephone) == (Age.STALE, Age.STALE, Age.CURRENT)


def test_a_number_that_was_checked_later_counts_from_that_day():
    found = freshness(service("a", assured_date=ago(400), phone_assured=ago(3), phones=PHONES), TODAY)
    assert (found.entry, found.telephone) == (Age.STALE, Age.CURRENT)


def test_what_is_not_known_has_no_age():
    found = freshness(service("a", wait_days=None), TODAY)
    assert (found.telephone, found.waiting, found.places) == (None, None, None)
    assert not found.needs_a_call
