"""Requests for erasure and clearing away on the screen."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from intake_app.practice.persons import Decision, ErasureRequest, PurgeNotice
from intake_app.practice.users import Role, User
from intake_app.ui.presenters.erasures import Verdict
from intake_app.ui.views.erasures import ErasuresScreen
from tests.ui.fake_desk import NOW
from tests.ui.fake_persons import PAGE, FakePersons, due
from tests.ui.practice_desk import WATCHER, SomePeople, practice_desk

PHRASE = "vier gewone woorden samen"
NEW = User(id="n", name="Tarik Yilmaz", roles=frozenset({Role.INTAKER}), must_change=True)
OUT = User(id="o", name="Wim Smit", roles=frozenset({Role.INTAKER}), is_blocked=True)


def a_request(id_="r1", **changes):
    usual = {"talks": ("a", "b"), "asked_on": datetime.date(2026, 11, 18), "entered_by": "Sanne Bakker"}
    return ErasureRequest(id=id_, **{**usual, **changes})


DONE = a_request(
    "r0",
    decision=Decision.GRANTED,
    reason="Op verzoek van de persoon",
    decided_by="Annet de Vries",
    second="Wil Smit",
    decided_at=NOW.replace(tzinfo=datetime.UTC),
)


@pytest.fixture
def make_screen(show_screen):
    def make(*roles, requests=(), about="", others=(WATCHER, NEW, OUT), **facts):
        desk = practice_desk()
        desk.office.people = SomePeople(*(roles or (Role.CLINICIAN,)), others=others)
        desk.office.persons = FakePersons(requests=list(requests), **facts)
        made = show_screen(ErasuresScreen, desk, about=about)
        made.persons = desk.office.persons
        return made

    return make


def filled(screen, decision=Decision.GRANTED, phrase=PHRASE):
    screen.open.decide.click()
    form = screen.form
    form.decision.chip(decision).click()
    QTest.keyClicks(form.reason, "De persoon vroeg erom")
    form.second.setCurrentIndex(1)
    QTest.keyClicks(form.phrase, phrase)
    return form


def test_without_requests_it_says_how_one_comes_about(make_screen):
    screen = make_screen()
    assert "Rechten van de persoon" in screen.open.empty.text()
    assert not screen.decided.isVisible()
    assert screen.purge.empty.isVisible()


def test_a_request_is_shown_with_its_day_how_many_talks_and_who_entered_it(make_screen):
    screen = make_screen(requests=[a_request()])
    cells = [screen.open.table.item(0, column).text() for column in range(3)]
    assert cells == ["wo 18 nov 2026", "2", "Sanne Bakker"]


def test_one_comes_to_the_request_that_was_just_made(make_screen):
    screen = make_screen(requests=[a_request("new"), a_request("old")], about="old")
    assert screen.open.table.chosen_id == "old"
    assert screen.focusWidget() is screen.open.decide


def test_granting_says_beforehand_what_goes_and_what_stays(make_screen):
    screen = make_screen(requests=[a_request()])
    screen.open.decide.click()
    assert not screen.form.meaning.isVisible()
    screen.form.decision.chip(Decision.GRANTED).click()
    assert screen.form.meaning.text().startswith("2 gesprekken worden voorgoed gewist")
    assert "het logboek" in screen.form.meaning.text()
    assert screen.form.yes.words == "Wis voorgoed"
    screen.form.decision.chip(Decision.REFUSED).click()
    assert "niets gewist" in screen.form.meaning.text()


def test_only_somebody_else_with_a_phrase_of_their_own_can_be_the_second(make_screen):
    screen = make_screen(requests=[a_request()])
    screen.open.decide.click()
    offered = [screen.form.second.itemText(at) for at in range(screen.form.second.count())]
    assert offered == ["kies een collega", "Wil Smit"]


def test_every_part_must_be_there(make_screen):
    screen = make_screen(requests=[a_request()])
    screen.open.decide.click()
    form, told = screen.form, []
    steps = (
        lambda: form.decision.chip(Decision.REFUSED).click(),
        lambda: QTest.keyClicks(form.reason, "Moet bewaard blijven"),
        lambda: form.second.setCurrentIndex(1),
    )
    for step in (*steps, None):
        form.yes.click()
        told.append(form.told.text())
        if step:
            step()
    assert [words.split()[0] for words in told] == ["Kies", "Schrijf", "Kies", "Laat"]
    assert screen.persons.requests[0].decision is Decision.OPEN


@pytest.mark.parametrize("decision", [Decision.GRANTED, Decision.REFUSED])
def test_two_people_decide_and_the_certificate_lies_ready(make_screen, decision):
    screen = make_screen(requests=[a_request()])
    QTest.keyClick(filled(screen, decision).phrase, Qt.Key.Key_Return)
    (decided,) = screen.persons.requests
    assert (decided.decision, decided.second) == (decision, "w")
    assert screen.form is None
    assert screen.open.empty.isVisible()
    assert screen.decided.chosen.id == "r1"
    assert screen.focusWidget() is screen.decided.keep


def test_a_wrong_phrase_is_said_where_it_is_typed_and_forgotten(make_screen):
    screen = make_screen(requests=[a_request()])
    form = filled(screen, phrase="iets heel anders dan dat")
    form.yes.click()
    assert "past niet" in form.told.text()
    assert form.phrase.text() == ""
    assert screen.focusWidget() is form.phrase
    assert form.reason.text() == "De persoon vroeg erom"


def test_a_pass_phrase_is_not_told_by_what_holds_it():
    said = Verdict(request="r", decision=Decision.GRANTED, reason="x", second="w", phrase=PHRASE)
    assert PHRASE not in repr(said)


def test_leaving_decides_nothing(make_screen):
    screen = make_screen(requests=[a_request()])
    QTest.keyClick(filled(screen).reason, Qt.Key.Key_Escape)
    assert screen.form is None
    assert screen.context.shell.went == []
    assert screen.persons.requests[0].decision is Decision.OPEN


def test_who_may_not_decide_is_told_who_may(make_screen):
    screen = make_screen(Role.ASSISTANT, requests=[a_request()])
    assert screen.open.others.isVisible()
    assert not screen.open.decide.isVisible()
    assert not screen.purge.isVisible()


def test_who_works_alone_is_told_that_two_are_needed(make_screen):
    screen = make_screen(requests=[a_request()], others=())
    assert screen.open.alone.isVisible()
    assert not screen.open.decide.isVisible()


def test_who_may_see_no_requests_is_told_so(make_screen):
    screen = make_screen(Role.ADMINISTRATOR, fails={"erasures": "not_allowed"})
    assert "mag u niet" in screen.told.text()
    assert not screen.open.isVisible()


def test_what_was_decided_stays_with_its_reason(make_screen):
    screen = make_screen(requests=[DONE])
    cells = [screen.decided.table.item(0, column).text() for column in range(1, 5)]
    assert cells == ["2", "toegewezen, gewist", "zo 22 nov 2026", "Annet de Vries en Wil Smit"]
    assert screen.decided.reason.text() == "Waarom: Op verzoek van de persoon"


def test_the_certificate_is_kept_for_its_owner_alone(make_screen, tmp_path):
    screen = make_screen(requests=[DONE])
    path = tmp_path / "bewijs.pdf"
    screen.decided.keep_at(path)
    assert path.read_bytes() == PAGE
    assert path.stat().st_mode & 0o777 == 0o600
    assert screen.decided.told.text() == "Bewaard als bewijs.pdf."


def test_a_certificate_that_cannot_be_made_or_kept_is_said(make_screen, tmp_path):
    screen = make_screen(requests=[DONE])
    screen.decided.keep_at(tmp_path / "weg" / "bewijs.pdf")
    assert "Bewaren lukte niet" in screen.decided.told.text()
    screen.persons.fails["certificate_pdf"] = "erasure_unknown"
    screen.decided.keep_at(tmp_path / "bewijs.pdf")
    assert "niet meer" in screen.decided.told.text()
    assert screen.decided.keep.isEnabled()


def test_the_certificate_is_printed(make_screen, tmp_path):
    screen = make_screen(requests=[DONE])
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    screen.decided.print_on(PAGE, printer)
    assert (tmp_path / "papier.pdf").stat().st_size > 0
    assert screen.decided.told.text() == ""


def test_what_is_cleared_away_is_told_with_its_day_and_asked_again(make_screen):
    screen = make_screen(notice=PurgeNotice(now=due(2), coming=due(1, days=4), days=90))
    days = [screen.purge.table.item(row, 1).text() for row in range(3)]
    assert days == ["nu", "nu", "do 26 nov 2026"]
    assert "90 dagen" in screen.purge.why.text()
    screen.purge.clear.click()
    assert len(screen.persons.notice.now) == 2
    assert screen.focusWidget() is screen.purge.ask.keep
    screen.purge.ask.go.click()
    assert screen.purge.told.text() == "2 gesprekken zijn opgeruimd."
    assert screen.purge.table.rowCount() == 1
    assert not screen.purge.clear.isVisible()


def test_leaving_clears_nothing_away(make_screen):
    screen = make_screen(notice=PurgeNotice(now=due(1)))
    screen.purge.clear.click()
    QTest.keyClick(screen.purge.ask.keep, Qt.Key.Key_Escape)
    assert len(screen.persons.notice.now) == 1
    assert screen.context.shell.went == []


def test_what_is_asked_comes_into_sight(make_screen, qtbot):
    screen = make_screen(requests=[a_request(), DONE], notice=PurgeNotice(now=due(6)))
    screen.purge.clear.setFocus()
    qtbot.wait(50)
    QTest.keyClick(screen.purge.clear, Qt.Key.Key_Space)
    qtbot.wait(50)
    keep = screen.purge.ask.keep
    assert screen.focusWidget() is keep
    assert keep.visibleRegion().boundingRect() == keep.rect()


def test_clearing_that_fails_says_why(make_screen):
    screen = make_screen(notice=PurgeNotice(now=due(1)), fails={"purge": "store_disk_full"})
    screen.purge.clear.click()
    screen.purge.ask.go.click()
    assert "De schijf is vol" in screen.purge.told.text()


def test_done_goes_where_one_works(make_screen):
    screen = make_screen()
    screen.done.click()
    assert screen.context.shell.went == ["list"]
