"""Copies without a screen: how it stands, a work that can be stopped, and putting one back step by step."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.copies import CopiesState
from intake_app.ui.presenters.copies import Shelf, Standing, look, look_elsewhere
from intake_app.ui.presenters.restore import OF_OTHER, Restore, Step
from intake_app.ui.presenters.work import WHOLE, Work
from tests.ui.fake_copies import MADE, PHRASE, FakeCopies, a_copy, a_preview

NOW = datetime.datetime.fromisoformat("2026-12-22T12:00")


def a_shelf(copies=(), **state):
    return Shelf(state=CopiesState(folder="/stick", **state), copies=tuple(copies))


@pytest.mark.parametrize(
    "state,standing",
    [
        ({}, Standing.NONE),
        ({"newest": MADE}, Standing.FINE),
        ({"newest": MADE, "is_due": True}, Standing.DUE),
        ({"newest": MADE, "is_due": True, "problem": "De schijf is vol."}, Standing.FAILED),
    ],
)
def test_the_worst_that_is_known_is_how_it_stands(state, standing):
    assert a_shelf(**state).standing is standing


@pytest.mark.parametrize("days,should", [(None, True), (32, True), (3, False)])
def test_a_copy_is_to_be_tried_every_month(days, should):
    tried = None if days is None else NOW.astimezone() - datetime.timedelta(days=days)
    assert a_shelf([a_copy()], last_tried=tried).should_try(NOW) is should


def test_without_copies_there_is_nothing_to_try():
    assert not a_shelf().should_try(NOW)


def test_another_folder_is_looked_at_at_once():
    copies = FakeCopies(a_copy())
    assert len(look(copies).copies) == 1
    assert look_elsewhere(copies, "/schijf") == Shelf(state=CopiesState(folder="/schijf"), copies=())


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_share_is_never_more_than_the_whole(done, whole):
    work = Work()
    assert work.tell(done, whole)
    assert 0 <= work.share <= WHOLE


def test_a_stopped_work_is_told_so():
    work = Work()
    work.stop()
    assert not work.tell(1, 2)


def a_restore(copies=None):
    made = Restore(copies or FakeCopies(a_copy()), lambda each: each.code)
    made.choose("/stick/kopie.intake")
    return made


def looked(copies=None, **changes):
    restore = a_restore(copies)
    restore.look(PHRASE)
    restore.looked(a_preview(**changes))
    return restore


def test_nothing_is_put_back_before_it_was_read():
    restore = looked()
    assert restore.put_back() is None
    restore.confirm(has_read=True, wants_other=False)
    assert restore.put_back() is not None
    assert restore.state.step is Step.WORKING


def test_a_copy_of_another_store_has_to_be_wanted_in_so_many_words():
    copies = FakeCopies(a_copy())
    restore = looked(copies, of_this_store=False)
    restore.confirm(has_read=True, wants_other=False)
    assert restore.put_back() is None
    restore.confirm(has_read=True, wants_other=True)
    restore.put_back()()
    assert copies.put == [("/stick/kopie.intake", PHRASE, True)]


def test_a_copy_that_turns_out_to_be_of_another_store_asks_again_and_speaks_of_no_command():
    restore = looked(of_this_store=None)
    restore.confirm(has_read=True, wants_other=False)
    restore.put_back()
    restore.refused(ProblemsError((problem(OF_OTHER),)), "anders")
    state = restore.state
    assert (state.step, state.asks_other, state.has_read, state.fault) == (Step.PREVIEW, True, False, "")


def test_what_was_said_after_the_copy_is_counted():
    state = looked().state
    assert (state.newer_changes, state.is_now_newer) == (62, True)


@pytest.mark.parametrize(
    "changes,is_newer",
    [
        ({"present_changes": 900, "present_touched": MADE}, False),
        ({"present_changes": 900}, True),
        ({"present_changes": None, "present_touched": None}, False),
        ({"has_present": False, "present_changes": None, "present_touched": None}, False),
    ],
)
def test_newer_is_what_was_touched_after_the_copy(changes, is_newer):
    assert looked(**changes).state.is_now_newer is is_newer


def test_a_wrong_phrase_is_said_where_it_is_typed():
    restore = a_restore()
    with pytest.raises(ProblemsError) as refused:
        restore.look("een andere wachtzin hier")()
    restore.refused(refused.value, "anders")
    assert (restore.state.step, restore.state.fault) == (Step.PHRASE, "store_passphrase_wrong")


def test_an_empty_phrase_is_not_tried():
    restore = a_restore()
    assert restore.look("  ") is None
    assert restore.state.fault == "store_passphrase_empty"


def test_an_error_without_words_gets_some():
    restore = a_restore()
    restore.refused(OSError(), "anders")
    assert restore.state.fault == "anders"


def test_back_goes_one_step_at_a_time_and_never_while_something_goes_on():
    restore = looked()
    steps = []
    while restore.back():
        steps.append(restore.state.step)
    assert steps == [Step.PHRASE, Step.CHOOSE]
    busy = a_restore()
    busy.look(PHRASE)
    assert not busy.back()


def test_the_phrase_is_forgotten_on_the_way_back():
    restore = looked()
    restore.back()
    assert PHRASE not in vars(restore).values()
