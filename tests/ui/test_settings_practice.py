"""Settings of the practice: locking and keeping, the ways to its screens, and who may set them."""

from __future__ import annotations

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.users import Role
from intake_app.ui.views.papers import PapersScreen
from intake_app.ui.views.settings import SettingsScreen
from tests.ui.fake_desk import a_situation
from tests.ui.practice_desk import practice_desk


def test_minutes_and_days_go_up_and_down_within_bounds(show_screen):
    desk = practice_desk()
    screen = show_screen(SettingsScreen, desk)
    screen.keeping.minutes.less.click()
    assert desk.settings["lock_minutes"] == "4"
    screen.keeping.minutes.show_number(1)
    assert screen.keeping.minutes.words.text() == "1 minuut"
    for _ in range(20):
        screen.keeping.minutes.more.click()
        screen.keeping.days.more.click()
    assert desk.settings["lock_minutes"] == "15"
    assert desk.office.persons.days == 365
    assert not screen.keeping.days.more.isEnabled()


def test_the_order_of_talk_and_referral_is_chosen_and_dropped_again(show_screen):
    desk = practice_desk()
    screen = show_screen(SettingsScreen, desk)
    screen.region.order.chip("after").click()
    assert desk.settings["referral_order"] == "after"
    screen.region.order.chip("after").click()
    assert desk.settings["referral_order"] == ""


def test_who_may_not_clear_away_does_not_see_the_days(show_screen):
    assert not show_screen(SettingsScreen, practice_desk(Role.ASSISTANT)).keeping.days.isVisible()


def test_a_refused_change_is_said_and_taken_back(show_screen, monkeypatch):
    desk = practice_desk()
    screen = show_screen(SettingsScreen, desk)

    def refuse(_days):
        raise ProblemsError((problem("store_disk_full"),))

    monkeypatch.setattr(desk.office.persons, "set_purge_days", refuse)
    screen.keeping.days.more.click()
    assert screen.keeping.days.number == 90
    assert "De schijf is vol" in screen.keeping.fault.text()


def test_a_place_is_one_click_away(show_screen):
    screen = show_screen(SettingsScreen, practice_desk(Role.CLINICIAN))
    screen.places.buttons["copies"].click()
    screen.done.click()
    assert screen.context.shell.went == ["copies", "list"]


def test_a_privacy_officer_sees_what_is_set_and_goes_back_to_the_log(show_screen):
    screen = show_screen(SettingsScreen, practice_desk(Role.PRIVACY_OFFICER))
    assert not screen.fields["gp_phone"].isEnabled()
    assert list(screen.places.buttons) == ["directory", "people", "log"]
    screen.done.click()
    assert screen.context.shell.went == ["log"]


def test_a_look_that_cannot_be_kept_holds_until_the_end(show_screen, monkeypatch):
    desk = practice_desk(Role.PRIVACY_OFFICER)
    screen = show_screen(SettingsScreen, desk)

    def refuse(_key, _value):
        raise ProblemsError((problem("store_locked"),))

    monkeypatch.setattr(desk, "set_setting", refuse)
    screen.larger.click()
    assert screen.size_words.text() == "110 %"
    assert screen.context.shell.said == ["Dit geldt tot u het programma afsluit."]


def test_who_only_reads_can_set_nothing_and_sees_why(show_screen):
    screen = show_screen(
        SettingsScreen, practice_desk(is_read_only=True, read_only_words="Een ander venster schrijft.")
    )
    assert not screen.keeping.minutes.more.isEnabled()
    assert "Een ander venster schrijft." in screen._about()


def test_who_only_reads_sees_and_prints_papers_and_leaves_no_trace(show_screen):
    desk = practice_desk(is_read_only=True)
    session = desk.start(a_situation())
    before = list(desk.talks[session.conversation.id].kept)
    screen = show_screen(PapersScreen, desk, session=session)
    assert screen.print_button.isEnabled()
    assert screen.side.reading.isVisible()
    assert not screen.side.consent.tick.isEnabled()
    assert not screen.close_button.isVisible()
    assert not screen.header.gut_feeling.isVisible()
    screen.back.click()
    assert screen.context.shell.went == ["list"]
    assert desk.talks[session.conversation.id].kept == before


def test_what_holds_a_paper_back_offers_no_way_out_that_writes(show_screen):
    desk = practice_desk(is_read_only=True)
    session = desk.start(a_situation())
    session.answer("suicide_thoughts", "recent")
    screen = show_screen(PapersScreen, desk, session=session)
    assert {hold.way for hold in screen.papers.state().chosen.holds} == {""}
    assert not screen.print_button.isEnabled()
