"""The list of conversations and the practice around it: what is waiting, colleagues' talks, handing over."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.access import HiddenTalk
from intake_app.practice.people import Recovery, RecoveryState
from intake_app.practice.persons import PurgeNotice
from intake_app.practice.users import Role, User
from intake_app.ui.presenters.notices import Waiting, notices
from intake_app.ui.views import parts
from intake_app.ui.views.colleagues import GlassSheet, HandOverSheet
from intake_app.ui.views.conversations import ConversationsScreen
from intake_app.ui.views.conversations_rows import MORE
from tests.ui.fake_access import FakeAccess
from tests.ui.fake_copies import MADE, FakeCopies, a_copy
from tests.ui.fake_desk import NOW, FakeDesk, a_row, a_situation
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import COLLEAGUE, FIRST, NEWCOMER, TODAY, FakePeople
from tests.ui.fake_persons import FakePersons, due

Key = Qt.Key
SOON = MADE.replace(tzinfo=None) + datetime.timedelta(days=1)
TESTED = Recovery(state=RecoveryState.TESTED, made=TODAY, tested=TODAY)


def an_office(*users, sheet=TESTED, copies=None, **others):
    people = FakePeople(*(users or (FIRST,)))
    people.sheet = sheet
    return FakeOffice(people=people, copies=copies or FakeCopies(a_copy()), **others)


def waiting(office, now=SOON):
    return tuple(each.waiting for each in notices(office, now))


def test_nothing_is_said_when_all_is_well():
    assert waiting(an_office()) == ()


@pytest.mark.parametrize("days,is_old", [(2, False), (4, True)])
def test_a_copy_that_grows_old_is_told(days, is_old):
    at = MADE.astimezone().replace(tzinfo=None) + datetime.timedelta(days=days)
    assert waiting(an_office(), at) == ((Waiting.COPY_OLD,) if is_old else ())


def test_a_failed_copy_and_a_missing_one_are_told():
    copies = FakeCopies(a_copy())
    copies.problem = "De schijf is vol."
    assert waiting(an_office(copies=copies)) == (Waiting.COPY_FAILED,)
    assert waiting(an_office(copies=FakeCopies())) == (Waiting.COPY_NONE,)


def test_who_awaits_admission_is_told_by_name_to_who_can_admit():
    found = notices(an_office(FIRST, NEWCOMER), SOON)
    assert [(each.waiting, each.count, each.who) for each in found] == [(Waiting.ADMISSION, 1, "Tarik Yilmaz")]
    assert waiting(an_office(replace(COLLEAGUE, id="u1"), NEWCOMER)) == ()


@pytest.mark.parametrize(
    "state,told", [(RecoveryState.NONE, Waiting.RECOVERY_NONE), (RecoveryState.UNTESTED, Waiting.RECOVERY_UNTESTED)]
)
def test_the_recovery_sheet_is_told_to_who_can_make_one(state, told):
    assert waiting(an_office(sheet=Recovery(state=state, made=TODAY))) == (told,)
    assert waiting(an_office(replace(COLLEAGUE, id="u1"), sheet=Recovery(state=state, made=TODAY))) == ()


def test_what_will_be_cleared_away_is_told_with_its_first_day():
    coming = FakePersons(notice=PurgeNotice(coming=due(2, days=5)))
    now = FakePersons(notice=PurgeNotice(now=due(1), coming=due(2, days=5)))
    assert waiting(an_office(persons=coming)) == (Waiting.PURGE_COMING,)
    assert waiting(an_office(persons=now)) == (Waiting.PURGE_NOW,)


def test_two_at_most_and_what_is_not_shown_is_not_announced():
    persons = FakePersons(notice=PurgeNotice(now=due(1)))
    office = an_office(FIRST, NEWCOMER, copies=FakeCopies(), sheet=Recovery(), persons=persons)
    assert waiting(office) == (Waiting.COPY_NONE, Waiting.ADMISSION)
    assert persons.looked == 0


HIDDEN = tuple(
    HiddenTalk(talk=f"h{at}", opened=MADE - datetime.timedelta(days=at), who="Sanne Bakker") for at in range(3)
)
INTAKER = User(id="u9", name="Bram Visser", roles=frozenset({Role.INTAKER}), is_admitted=True)


@pytest.fixture
def make_screen(show_screen):
    def make(*rows, access=None, office=None, desk=None, **facts):
        desk = desk or FakeDesk()
        desk.extra_rows = list(rows)
        desk.office = office or an_office()
        if access is not None:
            desk.office.access = access
        for name, value in facts.items():
            setattr(desk, name, value)
        return show_screen(ConversationsScreen, desk)

    return make


def words_of(widget):
    return [label.text() for label in widget.findChildren(type(parts.text("")))]


def test_what_is_waiting_stands_above_the_table_with_the_way_there(make_screen):
    screen = make_screen(office=an_office(FIRST, NEWCOMER, copies=FakeCopies()))
    assert any("nog geen reservekopie" in words for words in words_of(screen.notices))
    assert "Tarik Yilmaz wacht op toelating." in words_of(screen.notices)
    screen.notices.findChildren(type(screen.quick))[1].click()
    assert screen.context.shell.went == ["people"]


@pytest.mark.parametrize("fact", ["is_demo", "is_read_only"])
def test_nothing_is_waiting_where_nothing_is_to_be_kept(make_screen, fact):
    screen = make_screen(office=an_office(copies=FakeCopies()), **{fact: True})
    assert screen.notices.isHidden()


def test_the_chosen_row_has_the_button_for_more_and_no_other(make_screen):
    screen = make_screen(a_row("a"), a_row("b", touched=NOW - datetime.timedelta(days=3)))
    QTest.keyClick(screen.table, Key.Key_Down)
    assert screen.table.more is screen.table.cellWidget(1, MORE)
    assert screen.table.cellWidget(0, MORE) is None


def test_the_row_that_is_pointed_at_has_it_too(make_screen):
    screen = make_screen(a_row("a"), a_row("b", touched=NOW - datetime.timedelta(days=3)))
    screen.table.cellEntered.emit(1, 0)
    screen.table.more.click()
    screen.table.rights.trigger()
    assert screen.context.shell.went == [("person", "b")]


def test_shift_f10_shows_what_more_can_be_done(make_screen):
    screen = make_screen(a_row("a"), access=FakeAccess(others=(COLLEAGUE,)))
    QTest.keyClick(screen.table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert [each.text() for each in screen.table.menu.actions() if each.isVisible()] == [
        "Rechten van de persoon …",
        "Overdragen …",
    ]
    screen.table.menu.close()


def test_an_older_talk_is_not_deleted_but_the_way_is_told(make_screen):
    screen = make_screen(a_row("old"))
    QTest.keyClick(screen.table, Key.Key_Delete)
    assert "op verzoek van de persoon" in screen.removal.question.text()
    assert not screen.removal.remove_button.isVisible()
    screen.removal.rights_button.click()
    assert screen.context.shell.went == [("person", "old")]


def test_a_deletion_that_is_refused_says_why(make_screen):
    desk = FakeDesk()

    def refuse(_id):
        raise ProblemsError((problem("not_allowed"),))

    desk.remove = refuse
    screen = make_screen(a_row("new", opened=parts.now()), desk=desk)
    QTest.keyClick(screen.table, Key.Key_Delete)
    screen.removal.remove_button.click()
    assert "mag u niet" in screen.context.shell.said[0]
    assert screen.table.rowCount() == 1


def test_a_talk_is_handed_over(make_screen):
    access = FakeAccess(others=(COLLEAGUE, INTAKER))
    screen = make_screen(a_row("a"), access=access)
    QTest.keyClick(screen.table, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    screen.table.handing.trigger()
    sheet = screen.overlay.sheet
    assert isinstance(sheet, HandOverSheet)
    sheet.colleague.setCurrentIndex(1)
    sheet.keep.click()
    sheet.yes.click()
    assert access.handed == [("a", "u9", True)]
    assert screen.context.shell.said == ["Bram Visser gaat verder met dit gesprek."]
    assert screen.overlay.isHidden()


def test_handing_over_that_is_refused_says_why_in_its_place(make_screen):
    access = FakeAccess(others=(COLLEAGUE,), fails=problem("not_allowed"))
    screen = make_screen(a_row("a"), access=access)
    screen.table.more.click()
    screen.table.handing.trigger()
    screen.overlay.sheet.yes.click()
    assert "mag u niet" in screen.overlay.sheet.told.text()
    QTest.keyClick(screen.overlay.sheet.colleague, Key.Key_Escape)
    assert screen.overlay.isHidden()


def test_without_colleagues_nothing_can_be_handed_over(make_screen):
    assert not make_screen(a_row("a")).table.handing.isVisible()


def test_one_who_only_reads_is_offered_nothing_that_writes(make_screen):
    screen = make_screen(a_row("a"), access=FakeAccess(kept_apart=HIDDEN), is_read_only=True)
    QTest.keyClick(screen.table, Key.Key_Delete)
    assert screen.table.more is None
    assert screen.removal.isHidden()
    assert screen.hidden.isHidden()
    assert not screen.quick.isEnabled()


@pytest.mark.parametrize(
    "count,words", [(1, "Er is 1 gesprek van een collega"), (3, "Er zijn 3 gesprekken van collega's")]
)
def test_a_quiet_line_tells_of_talks_of_colleagues(make_screen, count, words):
    assert make_screen(access=FakeAccess(kept_apart=HIDDEN[:count])).hidden.words == words


def test_of_a_talk_of_a_colleague_only_the_moment_and_the_colleague_are_shown(make_screen):
    screen = make_screen(access=FakeAccess(kept_apart=HIDDEN))
    screen.hidden.click()
    table = screen.overlay.sheet.table
    shown = [table.item(0, column).text() for column in range(table.columnCount())]
    here = MADE.astimezone()
    assert shown == ["za 21 nov 2026", f"{here:%H:%M}", "Sanne Bakker"]


def test_the_break_glass_key_asks_a_reason_and_opens_the_talk(make_screen):
    desk = FakeDesk()
    session = desk.start(a_situation())
    talk = str(session.conversation.id)
    access = FakeAccess(kept_apart=(*HIDDEN, replace(HIDDEN[0], talk=talk)))
    screen = make_screen(access=access, desk=desk)
    screen.hidden.click()
    sheet = screen.overlay.sheet
    assert isinstance(sheet, GlassSheet)
    QTest.keyClick(sheet.table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(sheet.table, Key.Key_Return)
    QTest.keyClicks(sheet.reason, "spoed")
    QTest.keyClick(sheet.reason, Key.Key_Return)
    assert "te kort" in sheet.told.text()
    assert not access.glasses
    QTest.keyClicks(sheet.reason, ": belt in nood, collega is ziek")
    QTest.keyClick(sheet.reason, Key.Key_Return)
    assert [glass.talk for glass in access.glasses] == [talk]
    assert screen.context.shell.went[1:] == ["conversation"]
