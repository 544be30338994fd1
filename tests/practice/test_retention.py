"""What may be purged, and when: never what is open, unreleased, agreed on or not announced."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.core.problems import ProblemsError
from intake_app.practice.persons import PurgeNotice
from intake_app.practice.retention import (
    ANNOUNCED,
    FEWEST_DAYS,
    MOST_DAYS,
    USUAL_DAYS,
    KeptTalk,
    announced,
    checked_days,
    due_on,
    notice,
)

NOON = datetime.datetime(2026, 6, 1, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
TODAY = NOON.date() + 100 * DAY
DONE = KeptTalk(talk="t1", opened=NOON, touched=NOON, closed=NOON, released=NOON)
MOMENTS = st.integers(min_value=-400, max_value=200).map(lambda days: NOON + days * DAY)
DATES = MOMENTS.map(datetime.datetime.date)
ALLOWED = st.integers(min_value=FEWEST_DAYS, max_value=MOST_DAYS)
TALKS = st.lists(
    st.builds(
        KeptTalk,
        talk=st.text(alphabet="abcdef", min_size=3, max_size=3),
        opened=MOMENTS,
        touched=MOMENTS,
        closed=st.none() | MOMENTS,
        released=st.none() | MOMENTS,
        agreed_until=st.none() | DATES,
    ),
    max_size=12,
    unique_by=lambda talk: talk.talk,
)


def test_a_talk_goes_ninety_days_after_the_last_activity_and_a_week_after_it_was_announced():
    due = NOON.date() + USUAL_DAYS * DAY
    assert due_on(DONE, USUAL_DAYS) == due
    before = notice([DONE], due - 8 * DAY, USUAL_DAYS, {})
    assert before == PurgeNotice(days=USUAL_DAYS)
    first = notice([DONE], due - 7 * DAY, USUAL_DAYS, {})
    assert [(each.talk, each.on) for each in first.coming] == [("t1", due)]
    kept = announced([DONE], due - 7 * DAY, USUAL_DAYS, {})
    assert kept == {"t1": due - 7 * DAY}
    assert not notice([DONE], due - DAY, USUAL_DAYS, kept).now
    assert [each.talk for each in notice([DONE], due, USUAL_DAYS, kept).now] == ["t1"]


def test_who_opens_the_program_late_gets_the_whole_week_all_the_same():
    late = notice([DONE], TODAY + 300 * DAY, USUAL_DAYS, {})
    assert not late.now
    assert late.coming[0].on == TODAY + 300 * DAY + ANNOUNCED


def test_activity_after_the_announcement_begins_anew():
    kept = {"t1": TODAY - 9 * DAY}
    again = replace(DONE, touched=NOON + 99 * DAY)
    assert notice([again], TODAY, USUAL_DAYS, kept) == PurgeNotice(days=USUAL_DAYS)
    due = due_on(again, USUAL_DAYS)
    assert not notice([again], due, USUAL_DAYS, kept).now


@pytest.mark.parametrize("change", [{"closed": None}, {"released": None}])
def test_what_is_open_or_was_never_released_stays_for_good(change):
    assert due_on(replace(DONE, **change), USUAL_DAYS) is None


def test_an_agreed_day_that_lies_ahead_keeps_a_talk():
    waits = replace(DONE, agreed_until=TODAY + 40 * DAY)
    assert due_on(waits, USUAL_DAYS) == TODAY + 41 * DAY


@pytest.mark.parametrize("days", [FEWEST_DAYS - 1, MOST_DAYS + 1, 0, -5])
def test_another_number_of_days_is_refused(days):
    with pytest.raises(ProblemsError) as caught:
        checked_days(days)
    assert caught.value.problems[0].code == "purge_days"


@given(TALKS, DATES, ALLOWED, st.dictionaries(st.text(alphabet="abcdef", min_size=3, max_size=3), DATES))
def test_what_may_go_now_is_closed_released_quiet_and_announced_for_a_week(talks, today, days, kept):
    found = notice(talks, today, days, kept)
    by_id = {talk.talk: talk for talk in talks}
    for each in found.now:
        talk = by_id[each.talk]
        assert talk.closed is not None
        assert talk.released is not None
        assert talk.agreed_until is None or talk.agreed_until < today
        assert (today - max(talk.touched, talk.closed, talk.released).date()).days >= days
        assert kept[each.talk] <= today - ANNOUNCED
    assert all(today < each.on for each in found.coming)
    assert not {each.talk for each in found.now} & {each.talk for each in found.coming}


@given(TALKS, DATES, ALLOWED)
def test_announced_day_by_day_every_talk_that_may_go_goes_a_week_after_it_was_first_told(talks, today, days):
    kept = {}
    told_on = {}
    for number in range(9):
        day = today + number * DAY
        found = notice(talks, day, days, kept)
        for each in found.now:
            assert day - told_on[each.talk] >= ANNOUNCED
        for each in found.coming:
            told_on.setdefault(each.talk, day)
        kept = announced(talks, day, days, kept)
    ready = {talk.talk for talk in talks if (due := due_on(talk, days)) is not None and due <= today + 8 * DAY}
    waiting = {each.talk for each in found.coming if each.on > today + 8 * DAY}
    assert {each.talk for each in found.now} == ready - waiting
    assert all(told_on[each] > today + DAY for each in waiting)


@given(TALKS, DATES, ALLOWED, st.dictionaries(st.text(alphabet="abcdef", min_size=3, max_size=3), DATES))
def test_a_clock_that_is_set_back_purges_nothing_more(talks, today, days, kept):
    now = {each.talk for each in notice(talks, today, days, kept).now}
    earlier = {each.talk for each in notice(talks, today - 30 * DAY, days, kept).now}
    assert earlier <= now
