"""The list of conversations."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.conversation.desk import Standing
from intake_app.ui.presenters.conversations import Conversations, Filter, local, part_of_day
from intake_app.ui.views import parts
from tests.ui.fake_desk import NOW, FakeDesk, a_row, a_situation


def a_list(*rows):
    desk = FakeDesk()
    desk.extra_rows = list(rows)
    return Conversations(desk, NOW)


@pytest.mark.parametrize("hour,part", [(5, "evening"), (6, "morning"), (12, "afternoon"), (18, "evening")])
def test_the_greeting_fits_the_hour(hour, part):
    assert part_of_day(hour) == part


def test_where_one_was_is_the_open_talk_that_was_touched_last():
    late = a_row("late", standing=Standing.CHOOSING, touched=NOW, place="Slapen")
    state = a_list(a_row("closed"), a_row("early", standing=Standing.TALKING), late).state()
    assert (state.resume.id, state.resume.place) == ("late", "Slapen")


def test_a_row_says_who_it_was_without_a_name():
    assert a_list(a_row(gender="woman", age=79)).state().rows[0].who == "mevrouw, 79"


def test_a_moment_is_told_in_the_time_of_this_computer():
    far = datetime.timezone(datetime.timedelta(hours=9))
    at = NOW.replace(tzinfo=far)
    assert local(at) == at
    assert local(at).utcoffset() == at.astimezone().utcoffset()
    assert local(NOW) == NOW


def test_the_filters_show_what_they_say():
    found = a_list(a_row("done"), a_row("open", standing=Standing.TALKING), a_row("step", next_step="bellen"))
    found.choose_filter(Filter.UNFINISHED)
    assert [row.id for row in found.state().rows] == ["open"]
    found.choose_filter(Filter.STEPS_OPEN)
    assert [row.id for row in found.state().rows] == ["step"]


def test_searching_finds_all_words_in_any_order():
    found = a_list(a_row("one", about="Weer slapen"), a_row("two", about="Geld"))
    found.search("slapen meneer")
    assert [row.id for row in found.state().rows] == ["one"]


@pytest.mark.parametrize("hours,may_remove", [(0, True), (-10, True), (-11, False)])
def test_only_a_talk_of_today_may_be_removed(hours, may_remove):
    opened = NOW + datetime.timedelta(hours=hours)
    assert a_list(a_row(opened=opened)).state().rows[0].may_remove is may_remove


@pytest.mark.parametrize("days,is_due", [(-1, True), (0, True), (1, False)])
def test_whom_to_speak_today_are_those_whose_day_has_come(days, is_due):
    day = NOW.date() + datetime.timedelta(days=days)
    assert bool(a_list(a_row(next_on=day)).state().today) is is_due


def test_enter_goes_on_with_the_talk_where_it_was_left(make_probe, monkeypatch):
    desk = FakeDesk()
    desk.start(a_situation())
    probe, went = make_probe(desk), []
    probe.unlock()
    monkeypatch.setattr(probe.window, "go", went.append)
    QTest.keyClick(probe.screen.resume.button, Qt.Key.Key_Return)
    assert went == ["conversation"]


def test_nothing_yet_says_what_to_do(make_probe):
    probe = make_probe()
    probe.unlock()
    assert probe.screen.empty.text().startswith("Nog geen gesprekken")
    assert probe.screen.table.isHidden()


def test_deleting_is_asked_in_place_and_leaving_it_is_the_easy_answer(make_probe):
    desk = FakeDesk()
    desk.extra_rows = [a_row("new", opened=parts.now())]
    probe = make_probe(desk)
    probe.unlock()
    QTest.keyClick(probe.screen.table, Qt.Key.Key_Delete)
    assert not desk.removed
    assert probe.window.focusWidget() is probe.screen.removal.keep_button


def test_a_confirmed_deletion_takes_the_row_away(make_probe):
    desk = FakeDesk()
    desk.extra_rows = [a_row("new", opened=parts.now())]
    probe = make_probe(desk)
    probe.unlock()
    QTest.keyClick(probe.screen.table, Qt.Key.Key_Delete)
    probe.screen.removal.remove_button.click()
    assert desk.removed == ["new"]
    assert probe.screen.table.rowCount() == 0


def test_tab_leaves_the_table(make_probe):
    desk = FakeDesk()
    desk.extra_rows = [a_row("old"), a_row("older")]
    probe = make_probe(desk)
    probe.unlock()
    probe.screen.table.setFocus()
    probe.press(Qt.Key.Key_Tab)
    assert probe.window.focusWidget() is not probe.screen.table
