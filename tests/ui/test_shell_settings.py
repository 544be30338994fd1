"""The settings of the practice."""

from __future__ import annotations

import pytest

from intake_app.ui.presenters.settings import Look, keep, keep_look, look_of
from intake_app.ui.theme.source import current_theme
from tests.ui.fake_desk import FakeDesk


@pytest.mark.parametrize(
    "theme,size,look",
    [
        ("", "", Look()),
        ("dark", "150", Look(theme="dark", text_percent=150)),
        ("pink", "veel", Look()),
        ("contrast", "900", Look(theme="contrast", text_percent=200)),
        ("light", "10", Look(text_percent=80)),
    ],
)
def test_a_look_that_is_unknown_or_too_far_reads_as_one_that_can_be(theme, size, look):
    desk = FakeDesk()
    desk.settings.update(theme=theme, text_scale=size)
    assert look_of(desk) == look


def test_a_look_comes_back_as_it_was_kept():
    desk, look = FakeDesk(), Look(theme="dark", text_percent=120)
    keep_look(desk, look)
    assert look_of(desk) == look


def test_only_what_changed_is_kept():
    desk = FakeDesk()
    assert keep(desk, "gp_phone", " 070 123 ")
    assert not keep(desk, "gp_phone", "070 123")


def test_theme_and_size_change_at_once(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.window.go("settings")
    probe.screen.theme.chip("dark").click()
    probe.screen.larger.click()
    assert (current_theme().name, current_theme().text_scale) == ("dark", 1.1)
    assert probe.desk.settings["text_scale"] == "110"


def test_what_is_typed_is_kept_when_one_leaves(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.window.go("settings")
    probe.screen.fields["crisis_phone"].setText("088 1")
    probe.window.go("list")
    assert probe.desk.settings["crisis_phone"] == "088 1"


def test_it_says_what_a_responsible_organisation_changes(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.window.go("settings")
    assert "Proefgebruik" in " ".join(probe.screen._hints().values())
