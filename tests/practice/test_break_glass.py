"""The break-glass key: a reason that says something, half an hour, and no more by a clock that is set back."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.practice.break_glass import LASTS, SLIP, open_now, opened, reason_problem

NOON = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
REASONS = ("Collega is ziek, persoon belt in nood", "Huisarts vraagt om overleg", "Spoedgeval", "De HAP belt: 3 vragen")
NO_REASONS = (
    "",
    " ",
    "spoed",
    "..........",
    "aaaaaaaaaaaa",
    "ababababababab",
    "nodig nodig nodig",
    "test test test te",
    "x x x x x x x x x",
)


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_in_a_few_words_will_do(reason):
    assert reason_problem(reason) is None


@pytest.mark.parametrize("reason", NO_REASONS)
def test_what_says_nothing_is_no_reason(reason):
    found = reason_problem(reason)
    assert found is not None
    assert found.code == "break_glass_reason"


@given(st.text(alphabet="abcdefghij ", min_size=1, max_size=8), st.integers(min_value=2, max_value=20))
def test_the_same_over_and_over_is_no_reason(unit, times):
    assert reason_problem(unit * times) is not None


def test_it_is_open_for_half_an_hour_and_keeps_the_reason_on_one_line():
    glass = opened("t1", "  Collega is ziek,\n persoon belt ", NOON)
    assert (glass.talk, glass.reason) == ("t1", "Collega is ziek, persoon belt")
    assert open_now([glass], NOON) == (glass,)
    assert open_now([glass], NOON + LASTS - MINUTE) == (glass,)
    assert open_now([glass], NOON + LASTS) == ()


def test_before_its_own_beginning_it_is_closed():
    assert open_now([opened("t1", REASONS[0], NOON)], NOON - 3 * MINUTE) == ()


def test_a_clock_that_was_set_back_closes_it_and_one_that_was_put_right_does_not():
    glass = opened("t1", REASONS[0], NOON)
    seen = NOON + 25 * MINUTE
    assert open_now([glass], NOON + 5 * MINUTE, seen) == ()
    assert open_now([glass], seen - MINUTE, seen) == (glass,)


@given(st.lists(st.integers(min_value=-120, max_value=120), min_size=1, max_size=30))
def test_whatever_the_clock_does_nothing_is_open_longer_than_its_time_and_the_slip(minutes):
    glass = opened("t1", REASONS[0], NOON)
    seen = NOON
    for each in minutes:
        now = NOON + each * MINUTE
        if open_now([glass], now, seen):
            assert seen < glass.until + SLIP
        seen = max(seen, now)
