"""A closed talk is shown as closed, takes no changes, and opens again with one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intake_app.conversation.changes import Reopened
from intake_app.ui.actions import action
from intake_app.ui.presenters.read_only import OF_A_TALK, may_reopen, place_when_reading, reading_words
from tests.ui.choosing_talk import PaperDesk
from tests.ui.fake_desk import a_situation

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def closed(make_probe):
    """Return the window with a talk that was closed, opened from the list."""
    probe = make_probe(PaperDesk())
    probe.unlock()
    probe.session = probe.desk.start(a_situation())
    probe.session.close()
    probe.window.hold(probe.session)
    probe.window.go("conversation")
    return probe


def test_a_closed_talk_says_when_it_was_closed_and_how_it_is_opened_again(closed):
    banner = closed.window.banner
    assert banner.reading.text() == "Dit gesprek is afgesloten op 22-11-2026."
    assert (banner.reopen.isVisible(), banner.reopen.words) == (True, action("reopen").text)


@pytest.mark.parametrize("screen", sorted(OF_A_TALK))
def test_of_a_closed_talk_only_the_papers_are_shown(closed, screen):
    assert place_when_reading(closed.desk, screen, closed.session) == "papers"


@pytest.mark.parametrize("name", ["gut_feeling", "undo", "person_window", "choose", "conversation", "ecogram"])
def test_nothing_changes_a_closed_talk(closed, name):
    before = list(closed.session.changes)
    closed.window.do(name)
    assert closed.session.changes == before
    assert closed.window.screen_name == "papers"


def test_consent_cannot_be_given_to_a_closed_talk(closed):
    closed.window.shown.list.rows["huisarts_summary"].click()
    assert not closed.window.shown.side.consent.tick.isEnabled()


def test_one_key_opens_it_again_and_that_is_kept_like_any_change(closed):
    closed.press(Key.Key_H, Control)
    assert any(isinstance(each, Reopened) for each in closed.session.changes)
    assert closed.session.conversation.closed is None
    assert not closed.window.banner.reopen.isVisible()
    assert closed.window.shown.close_button.isVisible()
    closed.window.go("conversation")
    assert closed.window.screen_name == "conversation"


def test_who_opens_it_again_stays_at_the_paper_that_was_in_view(closed):
    closed.window.shown.list.rows["huisarts_summary"].click()
    closed.press(Key.Key_H, Control)
    assert closed.window.shown.papers.chosen == "huisarts_summary"


def test_a_paper_that_waits_for_consent_says_that_the_talk_is_opened_again_for_that(closed):
    closed.window.shown.list.rows["huisarts_summary"].click()
    (held,) = closed.window.shown.papers.state().chosen.holds
    assert held.text.endswith("Heropen daarvoor het gesprek (Ctrl+H).")
    closed.session.reopen()
    assert "Heropen" not in closed.window.shown.papers.state().chosen.holds[0].text


def test_the_button_above_the_screen_opens_it_again(closed):
    closed.window.banner.reopen.click()
    assert closed.session.conversation.closed is None


def test_who_only_looks_along_cannot_open_it_again(closed):
    closed.desk.is_read_only, closed.desk.read_only_words = True, "U kijkt alleen."
    assert not may_reopen(closed.desk, closed.session)
    assert reading_words(closed.desk, closed.session) == "U kijkt alleen."


def test_a_talk_that_is_open_has_nothing_to_open_again(closed):
    closed.session.reopen()
    before = list(closed.session.changes)
    closed.window.do("reopen")
    assert closed.session.changes == before
