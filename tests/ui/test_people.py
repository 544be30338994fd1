"""Who work with the program: what is shown of each, and what the present user may do."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.passphrases import weakness_of
from intake_app.practice.users import Role, User
from intake_app.ui.presenters.four_words import WORDS
from intake_app.ui.presenters.people import Deed, Field, Stand, field_of, four_words, rows_of, stands_of
from intake_app.ui.views.parts import Page
from intake_app.ui.views.people_forms import TellCard
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import BLOCKED, COLLEAGUE, FIRST, NEWCOMER, OFFICER, FakePeople

EVERYONE = (FIRST, COLLEAGUE, NEWCOMER, BLOCKED, OFFICER)
GIVEN = "boom fiets kaars molen"


@pytest.mark.parametrize(
    "user,stands",
    [
        (FIRST, (Stand.ACTIVE,)),
        (OFFICER, (Stand.ACTIVE,)),
        (NEWCOMER, (Stand.AWAITS, Stand.MUST_CHANGE)),
        (BLOCKED, (Stand.BLOCKED,)),
        (replace(NEWCOMER, is_blocked=True), (Stand.BLOCKED,)),
    ],
)
def test_what_is_waited_for_is_told(user, stands):
    assert stands_of(user) == stands


def deeds_by_name(people):
    return {row.user.name.split()[0]: row.deeds for row in rows_of(people)}


def test_who_manages_and_reads_does_all_but_keep_themselves_out():
    usual = (Deed.CHANGE, Deed.RENEW, Deed.BLOCK)
    assert deeds_by_name(FakePeople(*EVERYONE)) == {
        "Marieke": (Deed.CHANGE,),
        "Noor": usual,
        "Sanne": usual,
        "Tarik": (Deed.ADMIT, *usual),
        "Wim": (Deed.CHANGE, Deed.UNBLOCK),
    }


@given(roles=st.frozensets(st.sampled_from(Role)), is_admitted=st.booleans())
def test_nobody_is_offered_what_they_may_not_do(roles, is_admitted):
    people = FakePeople(User(id="me", name="A", roles=roles, is_admitted=is_admitted), *EVERYONE[1:], me="me")
    offered = {deed for row in rows_of(people) for deed in row.deeds}
    admits = is_admitted and bool(roles & {Role.INTAKER, Role.CLINICIAN})
    assert (Deed.ADMIT in offered) == admits
    assert bool(offered - {Deed.ADMIT}) == (Role.ADMINISTRATOR in roles)


@given(st.integers())
def test_four_words_always_make_a_pass_phrase_that_the_store_takes(seed):
    phrase = four_words(random.Random(seed).choice)
    assert weakness_of(phrase) is None
    assert len(phrase.split()) == 4


def test_each_word_is_one_and_easy_to_type():
    assert len(set(WORDS)) == len(WORDS) >= 450
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 9 for word in WORDS)


@pytest.mark.parametrize(
    "code,field",
    [
        ("store_name_taken", Field.NAME),
        ("store_last_administrator", Field.ROLES),
        ("store_passphrase_wrong", Field.OLD_PHRASE),
        ("passphrase_wait", Field.OLD_PHRASE),
        ("store_passphrase_common", Field.PHRASE),
        ("store_disk_full", Field.FORM),
    ],
)
def test_a_refusal_is_told_at_the_field_it_is_about(code, field):
    assert field_of(ProblemsError((problem(code),))) is field


@pytest.fixture
def opened(make_probe):
    """Return a maker of a probe on the screen of people."""

    def make(*users, me=FIRST.id):
        desk = FakeDesk()
        desk.office = FakeOffice(people=FakePeople(*(users or EVERYONE), me=me), copies=FakeCopies())
        probe = make_probe(desk)
        probe.take()
        probe.enter(desk.passphrase)
        probe.qtbot.waitUntil(lambda: probe.name != "unlock")
        probe.window.go("people")
        return probe

    return make


def choose(screen, user):
    screen.table.show_people(rows_of(screen._people), user.id)


def do(screen, user, deed):
    choose(screen, user)
    screen.deeds.buttons[deed].click()


def settled(probe):
    probe.qtbot.waitUntil(lambda: probe.screen._task is None)


def test_the_table_says_who_what_and_how_it_stands(opened):
    table = opened().screen.table
    lines = [[table.item(line, column).text() for column in range(3)] for line in range(table.rowCount())]
    assert lines[0] == ["Marieke de Vries (u zelf)", "Regiebehandelaar of huisarts, Beheerder", "actief"]
    assert lines[3] == [
        "Tarik Yilmaz",
        "Praktijkondersteuner of intaker",
        "wacht op toelating, kiest nog een eigen wachtzin",
    ]
    assert lines[4][2] == "geblokkeerd"


def test_somebody_is_added_by_key_and_their_pass_phrase_is_shown_to_be_told(opened):
    probe = opened()
    screen, people = probe.screen, probe.desk.office.people
    screen.add.click()
    form = screen.form
    QTest.keyClicks(probe.window.focusWidget(), "Bram Kok")
    form.roles[Role.ASSISTANT].setFocus()
    probe.press(Qt.Key.Key_Space)
    form.given.line.setText(GIVEN)
    form.given.line.setFocus()
    probe.press(Qt.Key.Key_Return)
    settled(probe)
    made = next(user for user in people.everyone() if user.name == "Bram Kok")
    assert (made.roles, people.phrases[made.id]) == (frozenset({Role.ASSISTANT}), GIVEN)
    assert isinstance(screen.form, TellCard)
    assert screen.form.phrase.text() == GIVEN
    screen.form.yes.click()
    assert (screen.form, screen.table.chosen_row.user) == (None, made)


def test_what_is_missing_is_told_at_its_field_and_nothing_is_made(opened):
    probe = opened()
    screen = probe.screen
    screen.add.click()
    screen.form.given.line.setText("welkom123456")
    screen.form.yes.click()
    assert screen.form.name_told.isVisible()
    assert screen.form.roles_told.isVisible()
    screen.form.name.setText("Bram Kok")
    screen.form.roles[Role.INTAKER].setChecked(True)
    screen.form.yes.click()
    assert not screen.form.name_told.isVisible()
    assert screen.form.given.told.isVisible()
    assert len(probe.desk.office.people.users) == len(EVERYONE)


def test_a_name_that_is_taken_is_told_at_the_name_and_the_form_stays(opened):
    probe = opened()
    screen = probe.screen
    screen.add.click()
    screen.form.name.setText(COLLEAGUE.name)
    screen.form.roles[Role.INTAKER].setChecked(True)
    screen.form.yes.click()
    settled(probe)
    assert screen.form.name_told.isVisible()
    assert probe.window.focusWidget() is screen.form.name


def test_admitting_says_what_it_opens_and_leaving_it_is_the_easy_answer(opened):
    probe = opened()
    screen, people = probe.screen, probe.desk.office.people
    do(screen, NEWCOMER, Deed.ADMIT)
    assert probe.window.focusWidget() is screen.form.no
    probe.press(Qt.Key.Key_Escape)
    assert (screen.form, people.users[NEWCOMER.id].is_admitted, probe.name) == (None, False, "people")
    do(screen, NEWCOMER, Deed.ADMIT)
    screen.form.yes.click()
    settled(probe)
    assert people.users[NEWCOMER.id].is_admitted
    assert Deed.ADMIT not in screen.table.chosen_row.deeds


def test_what_can_be_done_stands_side_by_side_after_a_form_was_open(opened):
    probe = opened(FIRST)
    screen = probe.screen
    screen.add.click()
    screen.form.name.setText("Bram Kok")
    screen.form.roles[Role.ASSISTANT].setChecked(True)
    screen.form.yes.click()
    settled(probe)
    probe.qtbot.wait(50)
    screen.form.yes.click()
    probe.qtbot.wait(50)
    shown = [button for button in screen.deeds.buttons.values() if button.isVisible()]
    assert len(shown) == 4
    for left, right in pairwise(shown):
        assert not left.geometry().intersects(right.geometry())


def test_a_page_that_fits_does_not_scroll(opened):
    probe = opened(FIRST)
    page = probe.screen.findChild(Page)
    probe.window.resize(1366, 1000)
    probe.qtbot.wait(50)
    assert page.verticalScrollBar().maximum() == 0
    whole = probe.screen.sheet.mapTo(page.widget(), probe.screen.sheet.rect().bottomLeft()).y()
    probe.window.resize(1366, 600)
    probe.qtbot.wait(50)
    assert page.widget().height() < whole + 60


def test_somebody_is_kept_out_and_let_in_again(opened):
    probe = opened()
    screen, people = probe.screen, probe.desk.office.people
    do(screen, COLLEAGUE, Deed.BLOCK)
    screen.form.yes.click()
    settled(probe)
    assert people.users[COLLEAGUE.id].is_blocked
    screen.deeds.buttons[Deed.UNBLOCK].click()
    settled(probe)
    assert not people.users[COLLEAGUE.id].is_blocked


def test_roles_change_and_the_last_administrator_stays(opened):
    probe = opened()
    screen, people = probe.screen, probe.desk.office.people
    do(screen, COLLEAGUE, Deed.CHANGE)
    screen.form.roles[Role.INTAKER].click()
    screen.form.yes.click()
    settled(probe)
    assert people.users[COLLEAGUE.id].roles == {Role.ASSISTANT, Role.INTAKER}
    do(screen, FIRST, Deed.CHANGE)
    screen.form.roles[Role.ADMINISTRATOR].click()
    screen.form.yes.click()
    settled(probe)
    assert screen.form.roles_told.isVisible()


def test_a_new_pass_phrase_is_given_and_shown_to_be_told(opened):
    probe = opened()
    do(probe.screen, COLLEAGUE, Deed.RENEW)
    probe.screen.form.given.line.setText(GIVEN)
    probe.screen.form.yes.click()
    settled(probe)
    assert probe.desk.office.people.phrases == {COLLEAGUE.id: GIVEN}
    assert probe.screen.form.phrase.text() == GIVEN


def test_ones_own_pass_phrase_needs_the_old_one(opened):
    probe = opened()
    screen, people = probe.screen, probe.desk.office.people
    people.phrases[FIRST.id] = "de oude wachtzin hier"
    screen.own.change.click()
    for field, words in (
        (screen.form.old, "niet deze"),
        (screen.form.new.phrase, GIVEN),
        (screen.form.new.again, GIVEN),
    ):
        field.setText(words)
    screen.form.yes.click()
    settled(probe)
    assert screen.form.old_told.isVisible()
    screen.form.old.setText("de oude wachtzin hier")
    screen.form.yes.click()
    settled(probe)
    assert (people.phrases[FIRST.id], screen.form) == (GIVEN, None)


def test_who_does_not_manage_sees_colleagues_and_changes_only_their_own(opened):
    screen = opened(me=COLLEAGUE.id).screen
    for user in EVERYONE:
        choose(screen, user)
        assert screen.deeds.isHidden()
    assert (screen.add.isHidden(), screen.sheet.isHidden(), screen.own.isHidden()) == (True, True, False)


def test_enter_goes_from_the_table_to_what_can_be_done(opened):
    probe = opened()
    choose(probe.screen, NEWCOMER)
    probe.screen.table.setFocus()
    probe.press(Qt.Key.Key_Return)
    assert probe.window.focusWidget() is probe.screen.deeds.buttons[Deed.ADMIT]


def test_who_works_alone_is_invited_to_add_colleagues(opened):
    assert opened(FIRST).screen.alone.isVisible()
    assert not opened().screen.alone.isVisible()


def test_who_is_not_admitted_is_told_whom_to_ask_and_cannot_begin_a_talk_that_is_lost(opened):
    probe = opened(FIRST, replace(NEWCOMER, must_change=False), me=NEWCOMER.id)
    assert probe.screen.awaits.isVisible()
    probe.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert probe.name == "people"
    assert not opened().screen.awaits.isVisible()


def test_done_leads_to_where_one_works(opened):
    manager = User(id="m", name="Bea", roles=frozenset({Role.ADMINISTRATOR}))
    for users, me, place in ((EVERYONE, FIRST.id, "list"), ((*EVERYONE, manager), "m", "settings")):
        probe = opened(*users, me=me)
        probe.screen.done.click()
        assert probe.name == place
