from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.practice.thinning import KEEPING, Keeping, is_due, superfluous

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MOMENTS = st.lists(
    st.integers(min_value=0, max_value=600 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes)),
    max_size=120,
)


def kept_of(made):
    return sorted(set(made) - superfluous(made), reverse=True)


def test_nothing_goes_where_there_is_nothing():
    assert superfluous([]) == frozenset()


def test_the_figures_are_twelve_days_ten_weeks_nine_months_and_half_an_hour():
    assert Keeping(daily=12, weekly=10, monthly=9, apart=timedelta(minutes=30)) == KEEPING


def test_of_a_day_long_ago_only_the_newest_stays():
    morning, evening = NOON - 5 * DAY, NOON - 5 * DAY + timedelta(hours=6)
    assert superfluous([NOON, morning, evening]) == {morning}


def test_of_the_last_day_those_half_an_hour_apart_stay():
    made = [NOON - timedelta(minutes=minutes) for minutes in (0, 10, 29, 30, 45, 60)]
    assert kept_of(made) == [made[0], made[3], made[5]]


def test_a_copy_a_day_for_two_years_leaves_days_then_weeks_then_months():
    kept = kept_of([NOON - number * DAY for number in range(730)])
    assert kept[:12] == [NOON - number * DAY for number in range(12)]
    assert len({moment.isocalendar()[:2] for moment in kept}) >= KEEPING.weekly
    assert len({(moment.year, moment.month) for moment in kept}) == KEEPING.monthly
    assert len(kept) <= KEEPING.daily + KEEPING.weekly + KEEPING.monthly


def test_thinning_after_every_copy_leaves_what_thinning_at_once_leaves():
    at_once = [NOON + number * DAY for number in range(400)]
    kept: list[datetime] = []
    for moment in at_once:
        kept = kept_of([*kept, moment])
    assert kept == kept_of(at_once)


def test_days_without_a_copy_cost_no_copy():
    made = [NOON - number * 7 * DAY for number in range(12)]
    assert superfluous(made) == frozenset()


@pytest.mark.parametrize(
    "minutes, due",
    [(0, False), (29, False), (30, True), (600, True), (-1, True)],
)
def test_another_copy_is_due_half_an_hour_after_the_newest(minutes, due):
    newest = NOON - timedelta(minutes=minutes)
    assert is_due([newest, newest - DAY], NOON) is due


def test_the_first_copy_is_due_at_once():
    assert is_due([], NOON)


@given(MOMENTS)
def test_the_newest_never_goes_and_what_stays_stays_when_thinned_again(made):
    gone = superfluous(made)
    kept = kept_of(made)
    assert gone <= set(made)
    assert not made or max(made) in kept
    assert superfluous(kept) == frozenset()


@given(MOMENTS)
def test_no_day_week_or_month_that_counts_loses_its_newest_copy(made):
    kept = set(kept_of(made))
    for period, count in (
        (datetime.date, KEEPING.daily),
        (lambda moment: moment.isocalendar()[:2], KEEPING.weekly),
        (lambda moment: (moment.year, moment.month), KEEPING.monthly),
    ):
        for wanted in sorted({period(moment) for moment in made}, reverse=True)[:count]:
            assert max(moment for moment in made if period(moment) == wanted) in kept
