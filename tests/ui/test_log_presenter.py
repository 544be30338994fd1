"""The log without a screen: what a filter asks for, and which answer counts."""

from __future__ import annotations

import datetime

import pytest

from intake_app.practice.audit import EventCode
from intake_app.practice.users import Role, User
from intake_app.ui.presenters.first_place import first_place, place_for, practice_places
from intake_app.ui.presenters.log import GROUPS, REVIEW, Group, LogFilter, LogReader, Period, watchers
from intake_app.ui.presenters.read_only import place_when_reading
from intake_app.ui.screens import PLACES
from tests.ui.fake_log import FakeLog
from tests.ui.practice_desk import WATCHER, SomePeople, practice_desk

TODAY = datetime.date(2026, 11, 22)


def test_every_event_belongs_to_one_group():
    assert sorted(code for codes in GROUPS.values() for code in codes) == sorted(EventCode)


@pytest.mark.parametrize(
    "period,since",
    [(Period.TODAY, TODAY), (Period.WEEK, datetime.date(2026, 11, 16)), (Period.ALL, None)],
)
def test_a_period_ends_today_and_counts_today(period, since):
    query = LogFilter(period=period, since=datetime.date(2020, 1, 1)).query(TODAY)
    assert (query.since, query.until) == (since, None)


def test_a_period_of_ones_own_has_days_of_its_own():
    days = (datetime.date(2026, 1, 1), datetime.date(2026, 2, 1))
    query = LogFilter(period=Period.OWN, since=days[0], until=days[1]).query(TODAY)
    assert (query.since, query.until) == days


def test_the_rest_of_the_filter_is_asked_as_it_stands():
    query = LogFilter(user="a", group=Group.GONE, words="  vakantie   nood ").query(TODAY)
    assert (query.user, query.codes, query.words) == ("a", GROUPS[Group.GONE], "vakantie nood")


def test_reviewing_looks_at_every_use_of_the_break_glass_key():
    query = REVIEW.query(TODAY)
    assert (query.since, query.codes, query.break_glass_only) == (None, frozenset(), True)


def test_what_was_asked_last_is_not_asked_again_unless_it_failed():
    reader, query = LogReader(FakeLog()), LogFilter().query(TODAY)
    assert reader.ask(query) is not None
    assert reader.ask(query) is None
    reader.give_up()
    assert reader.ask(query) is not None


def test_only_the_answer_to_the_newest_question_counts():
    reader = LogReader(FakeLog())
    first, second = (reader.ask(LogFilter(words=words).query(TODAY)) for words in ("an", "annet"))
    assert not reader.is_newest(first().number)
    assert reader.is_newest(second().number)


def test_who_may_read_the_log_is_named_unless_they_are_kept_out():
    blocked = User(id="b", name="Bo", roles=frozenset({Role.PRIVACY_OFFICER}), is_blocked=True)
    assert watchers(SomePeople(Role.ASSISTANT, others=(WATCHER, blocked))) == ("Wil Smit",)


@pytest.mark.parametrize(
    "roles,is_admitted,place",
    [
        ({Role.ASSISTANT}, True, "list"),
        ({Role.CLINICIAN, Role.ADMINISTRATOR}, True, "list"),
        ({Role.CLINICIAN, Role.ADMINISTRATOR}, False, "people"),
        ({Role.PRIVACY_OFFICER}, False, "log"),
        ({Role.ADMINISTRATOR}, False, "people"),
        ({Role.ADMINISTRATOR, Role.PRIVACY_OFFICER}, False, "log"),
    ],
)
def test_everybody_lands_where_they_can_work(roles, is_admitted, place):
    me = User(id="me", name="Annet", roles=frozenset(roles), is_admitted=is_admitted)
    assert first_place(me) == place_for(me, "list") == place
    begins = "start_quick" if place == "list" else place
    assert place_for(me, "start_quick") == begins
    assert place_for(me, "settings") == "settings"


def test_a_store_of_old_opens_on_the_list():
    assert first_place(None) == place_for(None, "list") == "list"
    assert place_for(None, "start_quick") == "start_quick"


@pytest.mark.parametrize(
    "role,places",
    [
        (Role.ASSISTANT, ("directory", "people", "copies")),
        (Role.CLINICIAN, ("directory", "people", "copies", "erasures")),
        (Role.PRIVACY_OFFICER, ("directory", "people", "log")),
    ],
)
def test_only_screens_that_one_can_use_are_offered(role, places):
    assert practice_places(SomePeople(role)) == places


def test_who_only_reads_sees_the_papers_in_place_of_the_talk():
    shown = {place: place_when_reading(practice_desk(is_read_only=True), place) for place in PLACES}
    assert {place for place in PLACES if shown[place] != place} == {
        "conversation",
        "choose",
        "agree",
        "ecogram",
        "priorities",
        "safety_plan",
        "start_quick",
        "start_exploratory",
        "service",
        "directory_many",
        "directory_twins",
    }
    assert shown["agree"] == "papers"
    assert shown["start_quick"] == "list"


def test_who_may_write_goes_where_they_ask():
    assert all(place_when_reading(practice_desk(), place) == place for place in PLACES)
