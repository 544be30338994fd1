"""Who is rung this week: one call for one number, the most urgent first, and those who did not answer come back."""

from __future__ import annotations

import datetime

import pytest

from intake_app.directory.calling import MOST_A_WEEK, TRIES, calls, next_working_day
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.model import Availability, How, Organization, Phone
from tests.advice.directories import service

TUESDAY = datetime.date(2026, 11, 24)
FRIDAY = datetime.date(2026, 11, 20)


def ago(days):
    return TUESDAY - datetime.timedelta(days=days)


def entry(id_, number="010-1", **changes):
    phones = (Phone(number=number),) if number else ()
    organization = Organization(id=changes.pop("org", id_), name=f"Stichting {id_}")
    usual = {"organization": organization, "phones": phones, "assured_date": ago(200), "wait_days": None}
    return service(id_, **{**usual, **changes})


def check(id_, day, verdict=Verdict.NOT_REACHED):
    at = datetime.datetime.combine(day, datetime.time(10))
    return Check(service=id_, at=at, who="balie", how=How.TELEPHONE, verdict=verdict)


def asked(*services, checks=(), today=TUESDAY):
    return [tuple(each.id for each in call.services) for call in calls(services, checks, today)]


def test_what_is_fresh_ended_or_never_offered_is_left_in_peace():
    fresh = entry("a", assured_date=TUESDAY)
    ended = entry("b", availability=Availability.DEFUNCT)
    barred = entry("c", never_offer="Neemt nooit op")
    assert asked(fresh, ended, barred) == []


@pytest.mark.parametrize("other", ["010 1", "+31 10 1", "0031101", "+31 (0)10-1"])
def test_one_call_covers_all_that_stands_behind_one_number(other):
    (call,) = calls([entry("a"), entry("b", other), entry("c", "", org="a")], (), TUESDAY)
    assert {each.id for each in call.services} == {"a", "b", "c"}
    assert call.number in {"010-1", other}


def test_the_most_urgent_comes_first_and_says_what_to_ask():
    never = entry("never", "1", assured_date=datetime.date.min)
    stale = entry("stale", "2", assured_date=ago(400))
    wait = entry("wait", "3", assured_date=ago(10), wait_days=5, wait_on=ago(100))
    older, newer = entry("older", "4", assured_date=ago(220)), entry("newer", "5")
    found = calls([newer, wait, older, stale, never], (), TUESDAY)
    assert [call.services[0].id for call in found] == ["never", "stale", "wait", "older", "newer"]
    told = [call.reasons[call.services[0].id] for call in found]
    assert told[:3] == [("never_checked",), ("entry", "telephone"), ("waiting",)]


def test_a_check_on_a_day_that_is_yet_to_come_is_no_check():
    (call,) = calls([entry("a", assured_date=datetime.date(9999, 12, 31))], (), TUESDAY)
    assert call.reasons == {"a": ("never_checked",)}


def test_a_number_that_was_found_right_lately_is_not_asked_again():
    (call,) = calls([entry("a", phone_assured=ago(5))], (), TUESDAY)
    assert call.reasons == {"a": ("entry",)}


def test_what_has_no_number_and_what_is_of_the_whole_country_is_looked_up():
    national = entry("a", "0800-1", nationwide=True, source_url="https://example.org")
    bare = entry("b", "", url="https://example.net")
    assert [call.number for call in calls([national, bare], (), TUESDAY)] == ["", ""]


def test_who_did_not_answer_comes_back_on_the_next_working_day():
    one = entry("a")
    tried = [check("a", FRIDAY)]
    assert asked(one, checks=tried, today=FRIDAY) == []
    assert asked(one, checks=tried, today=FRIDAY + datetime.timedelta(days=2)) == []
    (call,) = calls([one], tried, FRIDAY + datetime.timedelta(days=3))
    assert (call.tried, call.last_tried.date()) == (1, FRIDAY)
    assert next_working_day(FRIDAY).weekday() == 0


def test_after_three_tries_the_others_go_first_until_somebody_answers():
    urgent, other = entry("a", "1", assured_date=ago(400)), entry("b", "2")
    tried = [check("a", ago(days)) for days in range(1, TRIES + 1)]
    assert asked(urgent, other, checks=tried[:-1]) == [("a",), ("b",)]
    assert asked(urgent, other, checks=tried) == [("b",), ("a",)]
    answered = [*tried, check("a", ago(0), Verdict.STILL_RIGHT)]
    assert calls([urgent], answered, TUESDAY)[0].tried == 0


def test_a_week_has_ten_calls_and_those_that_were_made_count():
    many = [entry(f"s{at:02}", str(100 + at)) for at in range(20)]
    assert len(asked(*many)) == MOST_A_WEEK
    made = [check(f"s{at:02}", ago(1), Verdict.CHANGED) for at in range(4)]
    assert len(asked(*many, checks=made)) == MOST_A_WEEK - 4
    assert len(asked(*many, checks=made, today=TUESDAY + datetime.timedelta(days=7))) == MOST_A_WEEK


def test_the_order_of_the_file_never_counts():
    many = [entry(f"s{at}", str(at % 3)) for at in range(9)]
    assert asked(*many) == asked(*reversed(many))
