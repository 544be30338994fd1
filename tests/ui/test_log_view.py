"""The log on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.problems import problem
from intake_app.practice.log_book import LogCheck
from intake_app.practice.users import Role
from intake_app.ui.presenters.log import Group
from intake_app.ui.views.log import LogScreen
from intake_app.ui.views.log_table import GLASS, TALK
from tests.ui.fake_log import FakeLog
from tests.ui.practice_desk import practice_desk


@pytest.fixture
def make_screen(show_screen):
    def make(*roles, log=None, waits=False):
        desk = practice_desk(*(roles or (Role.PRIVACY_OFFICER,)), log=log)
        return show_screen(LogScreen, desk, waits=waits)

    return make


def test_the_newest_event_stands_on_top_and_is_told_whole(make_screen):
    screen = make_screen()
    assert screen.count.text() == "Gebeurtenissen: 40, de nieuwste boven"
    assert screen.table.chosen.seq == 1
    assert "Praktijkondersteuner of intaker" in screen.details.facts.text()


def test_the_arrows_show_the_next_event(make_screen):
    screen = make_screen()
    QTest.keyClick(screen.table, Qt.Key.Key_Down)
    assert "Reden: Belt in nood" in screen.details.reason.text()
    assert "met de noodknop" in screen.details.facts.text()


def test_typing_searches_once_after_a_pause(make_screen, qtbot):
    screen = make_screen()
    log = screen.context.office.log
    QTest.keyClicks(screen.filters.words, "annet")
    qtbot.waitUntil(lambda: len(log.asked) == 2, timeout=3000)
    assert log.asked[-1].words == "annet"
    assert {line.who for line in screen.table.found.lines} == {"Annet de Vries"}


def test_an_answer_that_comes_too_late_is_not_shown(make_screen):
    screen = make_screen(waits=True)
    shell = screen.context.shell
    shell.work()
    screen.filters.group.setCurrentIndex(screen.filters.group.findData(Group.READ))
    screen.ask()
    late = shell.waiting.pop()
    screen.filters.glass.click()
    shell.work()
    job, done, _failed = late
    done(job())
    assert all(line.break_glass for line in screen.table.found.lines)


def test_reviewing_shows_the_uses_of_the_break_glass_key(make_screen):
    screen = make_screen()
    screen.review.click()
    assert screen.context.office.log.asked[-1].since is None
    assert len(screen.table.found.lines) == 10
    model = screen.table.found
    assert model.data(model.index(0, GLASS)) == "noodknop"


def test_nothing_found_says_what_to_do(make_screen):
    screen = make_screen(log=FakeLog(count=0))
    assert screen.empty.isVisible()
    assert not screen.table.isVisible()


def test_a_talk_that_is_gone_has_no_day(make_screen):
    log = FakeLog(count=4)
    screen = make_screen(log=log)
    words = [screen.table.found.data(screen.table.found.index(row, TALK)) for row in range(4)]
    assert words == ["21-11-2026", "20-11-2026", "", "18-11-2026"]


def test_what_is_filtered_is_kept_for_its_owner_alone(make_screen, tmp_path):
    screen = make_screen()
    screen.review.click()
    path = tmp_path / "logboek.csv"
    screen.keep_at(path)
    assert path.read_bytes().startswith(b"EventID")
    assert path.stat().st_mode & 0o777 == 0o600
    assert screen.context.office.log.exported == [screen.context.office.log.asked[-1]]
    assert "namen van collega's" in screen.outcome.text()


def test_a_place_that_cannot_be_written_is_said(make_screen, tmp_path):
    screen = make_screen()
    screen.keep_at(tmp_path / "weg" / "logboek.csv")
    assert "lukte niet" in screen.outcome.text()
    assert screen.export.isEnabled()


@pytest.mark.parametrize(
    "found,words",
    [
        (LogCheck(events=1204), "Het logboek klopt. Er is niets veranderd en niets weg; gebeurtenissen: 1.204."),
        (LogCheck(events=7, problem="Vanaf nummer 8 klopt het niet."), "Vanaf nummer 8 klopt het niet."),
    ],
)
def test_checking_says_how_it_is(make_screen, found, words):
    log = FakeLog()
    log.found = found
    screen = make_screen(log=log)
    screen.check.click()
    assert screen.outcome.text() == words


def test_a_log_that_cannot_be_read_says_so_and_can_be_asked_again(make_screen):
    log = FakeLog()
    log.fails = (problem("store_damaged"),)
    screen = make_screen(log=log)
    assert "beschadigd" in screen.outcome.text()
    log.fails = ()
    screen.ask()
    assert screen.outcome.text() == ""
    assert screen.table.isVisible()


def test_who_may_not_read_it_is_told_who_may(make_screen):
    screen = make_screen(Role.ASSISTANT)
    assert "Wil Smit" in screen.refusal.text()
    assert not screen.inside.isVisible()
    assert screen.context.office.log.asked == []


def test_who_lands_here_has_nowhere_to_go_back_to_but_can_reach_the_settings(make_screen):
    screen = make_screen()
    assert not screen.done.isVisible()
    screen.settings.click()
    assert screen.context.shell.went == ["settings"]


def test_escape_empties_the_search_first_and_then_leaves(make_screen):
    screen = make_screen(Role.PRIVACY_OFFICER, Role.CLINICIAN)
    QTest.keyClicks(screen.filters.words, "annet")
    QTest.keyClick(screen.filters.words, Qt.Key.Key_Escape)
    assert (screen.filters.words.text(), screen.context.shell.went) == ("", [])
    QTest.keyClick(screen.filters.words, Qt.Key.Key_Escape)
    assert screen.context.shell.went == ["list"]


def test_ten_thousand_events_are_shown(make_screen):
    screen = make_screen(log=FakeLog(count=10_000))
    assert screen.table.found.rowCount() == 10_000
    QTest.keyClick(screen.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert screen.table.chosen.seq == 10_000
