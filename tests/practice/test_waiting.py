from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.practice.waiting import STEPS, wait_after

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FAILURES = st.integers(min_value=0, max_value=10**9)
MOMENTS = st.datetimes(timezones=st.just(UTC))


@pytest.mark.parametrize(
    "failures, seconds",
    [(0, 0), (1, 0), (2, 0), (3, 5), (4, 15), (5, 30), (6, 60), (7, 120), (8, 300), (9, 300), (10**9, 300)],
)
def test_two_are_free_then_each_one_costs_more_and_the_last_step_stays(failures, seconds):
    assert wait_after(failures, NOON, NOON) == seconds


@pytest.mark.parametrize("passed, seconds", [(0.0, 5), (0.1, 5), (4.0, 1), (4.9, 1), (5.0, 0), (9.0, 0)])
def test_what_has_passed_counts_and_a_second_begun_is_a_second_to_wait(passed, seconds):
    assert wait_after(3, NOON, NOON + timedelta(seconds=passed)) == seconds


@given(FAILURES, MOMENTS, MOMENTS)
def test_nobody_ever_waits_longer_than_the_last_step(failures, last, now):
    assert 0 <= wait_after(failures, last, now) <= STEPS[-1]


@given(FAILURES, MOMENTS)
def test_more_failures_never_cost_less(failures, now):
    assert wait_after(failures, now, now) <= wait_after(failures + 1, now, now)


@given(FAILURES, st.integers(min_value=1, max_value=10**8))
def test_a_clock_that_was_set_back_counts_from_now(failures, ahead):
    assert wait_after(failures, NOON + timedelta(seconds=ahead), NOON) == wait_after(failures, NOON, NOON)
