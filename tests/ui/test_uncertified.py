"""Content that is not covered by its certificate: every screen says so, of the content that it works with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from intake_app.conversation.desk import SaveStatus
from intake_app.core.problems import problem
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screens import PLACES
from tests.ui.fake_desk import FakeDesk, a_situation

WORDS = "De regels van deze inhoud zijn niet nagerekend."


def a_desk(*, newest, held_with):
    desk = FakeDesk()
    desk.is_certified = newest
    desk.knowledge = replace(desk.knowledge, is_certified=held_with)
    return desk


@pytest.fixture
def opened(make_probe):
    def make(**certified):
        probe = make_probe(a_desk(**certified))
        probe.unlock()
        probe.window.hold(probe.desk.start(a_situation()))
        return probe

    return make


def says_so(probe):
    unproved = probe.window.banner.unproved
    return unproved.isVisible() and unproved.text() == WORDS


def lines(probe):
    return [label.text() for label in probe.screen.findChildren(QLabel)]


@pytest.mark.parametrize("screen", sorted(PLACES))
def test_every_screen_says_that_the_rules_were_not_proved(opened, screen):
    probe = opened(newest=False, held_with=False)
    probe.window.go(screen)
    assert probe.name == screen
    assert says_so(probe)


@pytest.mark.parametrize("screen", sorted(PLACES))
def test_no_screen_says_so_of_content_that_was_proved(opened, screen):
    probe = opened(newest=True, held_with=True)
    probe.window.go(screen)
    assert not says_so(probe)


def test_a_talk_tells_of_the_content_that_it_was_held_with(opened):
    probe = opened(newest=True, held_with=False)
    for screen in sorted(OF_A_TALK):
        probe.window.go(screen)
        assert says_so(probe)
    probe.window.go("list")
    assert not says_so(probe)


def test_a_talk_with_older_proved_content_is_not_marked(opened):
    probe = opened(newest=False, held_with=True)
    probe.window.go("choose")
    assert not says_so(probe)
    probe.window.go("settings")
    assert says_so(probe)


def test_it_stays_beside_a_change_that_was_not_saved(opened):
    probe = opened(newest=False, held_with=False)
    probe.window.go("choose")
    probe.desk.become(SaveStatus.FAILED, problem("store_not_saved"))
    probe.qtbot.waitUntil(probe.window.banner.fault.isVisible, timeout=2000)
    assert says_so(probe)


@pytest.mark.parametrize("is_certified", [True, False])
def test_the_lock_screen_says_it_before_anything_is_opened(make_probe, is_certified):
    probe = make_probe(a_desk(newest=is_certified, held_with=is_certified))
    probe.take()
    assert probe.screen.form.unproved.isVisible() is not is_certified


def test_the_settings_show_the_certificate_of_the_newest_content(opened):
    probe = opened(newest=True, held_with=False)
    probe.window.go("settings")
    assert set(probe.desk.certificate_lines) <= set(lines(probe))


def test_inside_a_talk_the_settings_say_that_its_content_may_be_another(make_probe, opened):
    words = "Een gesprek houdt de inhoud waarmee het begon."
    probe = opened(newest=True, held_with=False)
    probe.window.go("settings")
    assert words in lines(probe)
    outside = make_probe(a_desk(newest=True, held_with=True))
    outside.unlock()
    outside.window.go("settings")
    assert words not in lines(outside)
