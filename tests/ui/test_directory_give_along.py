"""Before help that tells of violence goes home with somebody, the screen asks; a deliberate yes gives it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.questionnaire.situation import Participant
from intake_app.ui.views.directory import DirectoryScreen
from intake_app.ui.views.directory_leaflet import GiveAlong, LeafletSheet
from intake_app.ui.views.save_dialog import SaveDialog
from tests.shipped import a_session, content
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.practice_desk import practice_desk

SERVICES = tuple(each for each in content().directory.services if each.id in {"nat_csg", "wr_taalhuis"})
GIVEN = [("leaflet", ("nat_csg",))]


@pytest.fixture
def open_at(qtbot, show_screen):
    """Return what shows the sociale kaart at one service, beside the talk that is open."""

    def open_at(service="nat_csg", session=None):
        desk = practice_desk()
        desk.office.directory = FakeUpkeep(services_=SERVICES)
        screen = show_screen(DirectoryScreen, desk, about=service, session=session)
        qtbot.waitUntil(lambda: not screen._looks.isActive() and screen.entry.shown == service)
        return screen

    return open_at


def upkeep(screen):
    return screen.context.office.directory


def asked(screen):
    return screen.layer.sheet if isinstance(screen.layer.sheet, GiveAlong) else None


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_nothing_is_made_before_a_deliberate_yes(open_at):
    screen = open_at()
    screen.entry.deeds.leaflet.click()
    assert "Wie dit thuis ziet" in asked(screen).question.text()
    assert upkeep(screen).written == []
    asked(screen).give.click()
    assert upkeep(screen).written == GIVEN
    assert isinstance(screen.layer.sheet, LeafletSheet)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_easy_answer_is_not_to_give_it(open_at, key):
    screen = open_at()
    screen.entry.deeds.leaflet.click()
    press(key)
    assert not screen.layer.isVisible()
    assert upkeep(screen).written == []


def test_ordinary_help_is_given_without_a_question(open_at):
    screen = open_at("wr_taalhuis")
    screen.entry.deeds.leaflet.click()
    assert upkeep(screen).written == [("leaflet", ("wr_taalhuis",))]


def test_one_such_service_among_several_asks(open_at):
    screen = open_at("wr_taalhuis")
    screen.acts.make_leaflet(("wr_taalhuis", "nat_csg"))
    assert asked(screen)


def test_a_card_for_an_address_book_asks_too_and_its_name_tells_nothing(open_at, monkeypatch):
    wanted = []
    monkeypatch.setattr(SaveDialog, "ask", lambda dialog: wanted.extend(dialog.selectedFiles()))
    screen = open_at()
    screen.entry.deeds.card.click()
    assert wanted == []
    asked(screen).give.click()
    assert wanted[0].endswith("/visitekaartje.vcf")


def test_with_somebody_by_it_is_said_more_strongly_and_names_no_violence(open_at):
    session = a_session(participants=(Participant.PERSON, Participant.RELATIVE))
    screen = open_at(session=session)
    screen.entry.deeds.leaflet.click()
    said = asked(screen).question.text()
    assert said.startswith("Er is nu iemand bij.")
    assert "geweld" not in said


def test_alone_for_a_moment_it_is_asked_as_usual(open_at):
    session = a_session(participants=(Participant.PERSON, Participant.RELATIVE))
    session.change_situation(replace(session.conversation.situation, alone_now=True, alone_moment=True))
    screen = open_at(session=session)
    screen.entry.deeds.leaflet.click()
    assert "Wie dit thuis ziet" in asked(screen).question.text()
