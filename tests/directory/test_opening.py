"""When a service is open: any way of writing a week, past midnight, over the end of the week."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.directory.model import OpeningHours
from intake_app.directory.opening import SameHours, is_open, next_opening, opens_on, week

HOME = ZoneInfo("Europe/Amsterdam")


def hours(*rows):
    return tuple(OpeningHours(day=day, opens=opens, closes=closes) for day, opens, closes in rows)


def at(day, time):
    """Return a moment in the week of Monday 23 November 2026."""
    return datetime.datetime.fromisoformat(f"2026-11-{23 + day}T{time}").replace(tzinfo=HOME)


OFFICE = hours((0, "9:00", "12:00"), (0, "13:00", "17:00"), (2, "09:00", "17:00"))
NIGHT = hours((4, "22:00", "02:00"), (6, "20:00", "06:00"))
ALWAYS = hours(*((day, "00:00", "24:00") for day in range(7)))
SAME = hours((1, "00:00", "00:00"))


@pytest.mark.parametrize(
    "opening, day, time, expected",
    [
        (OFFICE, 0, "09:00", True),
        (OFFICE, 0, "12:00", False),
        (OFFICE, 0, "16:59", True),
        (OFFICE, 1, "10:00", False),
        (NIGHT, 5, "01:59", True),
        (NIGHT, 5, "02:00", False),
        (NIGHT, 0, "05:59", True),
        (NIGHT, 0, "06:00", False),
        (ALWAYS, 6, "23:59", True),
        (SAME, 1, "23:59", True),
        (SAME, 2, "00:00", False),
        ((), 1, "10:00", False),
        (hours((0, "morgens", "12:00"), (0, "10:00", "25:00")), 0, "11:00", False),
    ],
)
def test_a_service_is_open_between_its_hours_also_past_midnight_and_over_the_week(opening, day, time, expected):
    assert is_open(opening, at(day, time)) is expected


def test_a_day_counts_when_it_opens_on_it():
    assert [opens_on(NIGHT, day) for day in range(7)] == [False, False, False, False, True, False, True]


@pytest.mark.parametrize(
    "opening, day, time, expected",
    [
        (OFFICE, 0, "08:00", at(0, "09:00")),
        (OFFICE, 0, "09:00", at(0, "13:00")),
        (OFFICE, 2, "09:00", at(7, "09:00")),
        (hours((0, "09:00", "10:00")), 0, "09:00", at(7, "09:00")),
        ((), 0, "09:00", None),
    ],
)
def test_the_next_opening_is_the_first_one_after_now(opening, day, time, expected):
    assert next_opening(opening, at(day, time)) == expected


def test_equal_days_are_joined_and_closed_days_left_out():
    told = week(hours(*((day, "09:00", "17:00") for day in (0, 1, 2, 4)), (3, "13:00", "17:00"), (3, "09:00", "12:00")))
    assert told == (
        SameHours(days=((0, 2), (4, 4)), hours=(("09:00", "17:00"),)),
        SameHours(days=((3, 3),), hours=(("09:00", "12:00"), ("13:00", "17:00"))),
    )


moments = st.datetimes(datetime.datetime(2026, 1, 1), datetime.datetime(2027, 1, 1))  # noqa: DTZ001  local, any zone
openings = st.lists(
    st.builds(
        OpeningHours,
        day=st.integers(0, 6),
        opens=st.times().map("{:%H:%M}".format),
        closes=st.times().map("{:%H:%M}".format),
    ),
    max_size=4,
).map(tuple)


@given(openings, moments)
def test_at_its_next_opening_it_is_open_and_never_opens_before(opening, moment):
    found = next_opening(opening, moment)
    if found is None:
        assert not opening
        return
    assert moment < found <= moment + datetime.timedelta(days=7)
    assert is_open(opening, found)
