"""A talk from a file, at the list of conversations: read, told, and opened; or refused, with nothing half made."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.consent import HUISARTS
from intake_app.conversation.model import Consent
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.users import Role
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.taking_in import MOST_TOLD, refused_words, taken_words
from intake_app.ui.views.conversations import ConversationsScreen
from tests.ui.choosing_talk import SERVICE, SOCIAL, SOCIAL_NAME
from tests.ui.fake_desk import NOW, FakeDesk, a_row, a_situation
from tests.ui.practice_desk import practice_desk

FILE = "/ergens/gesprek.json"
NOTHING = "Er is niets ingelezen."


def a_talk(*consents, choice=None):
    """Return a talk as it comes out of a file."""
    session = FakeDesk().start(a_situation())
    session.answer("own_question", "Rust in mijn hoofd")
    for recipient in consents:
        session.consent(Consent(recipient=recipient, items=("all",), on=NOW.date()))
    if choice is not None:
        session.choose(choice)
    return session


def at_service(kind):
    return Choice(kind=kind, decision=Decision.TAKEN, service=SERVICE)


def told(session):
    return taken_words(FakeDesk(), session)


def show_list(show_screen, incoming, *, waits=False, desk=None):
    desk = desk or FakeDesk()
    desk.incoming = incoming
    desk.extra_rows = [a_row("old", touched=NOW + datetime.timedelta(days=1)), a_row("older")]
    screen = show_screen(ConversationsScreen, desk, waits=waits)
    screen.taking.ask_path = lambda: FILE
    return screen


def test_without_consent_nothing_is_said_about_it():
    assert told(a_talk()) == "Het gesprek is ingelezen."


def test_consent_that_came_along_is_told_so_that_one_asks_again():
    assert "toestemming voor de huisarts. Vraag of die nog geldt." in told(a_talk(HUISARTS))


@pytest.mark.parametrize("seconds, is_told", [(0.4, True), (1.5, False)])
def test_a_talk_that_began_in_the_same_second_is_told_for_the_file_may_have_been_read_before(seconds, is_told):
    session, desk = a_talk(), FakeDesk()
    began = session.conversation.opened.replace(microsecond=0)
    desk.extra_rows = [a_row(opened=began + datetime.timedelta(seconds=seconds))]
    assert ("op hetzelfde moment begon" in taken_words(desk, session)) == is_told


def test_consent_that_was_taken_back_is_not_told():
    session = a_talk(HUISARTS)
    session.consent(Consent(recipient=HUISARTS, items=("all",), on=NOW.date(), revoked=True))
    assert told(session) == told(a_talk())


def test_an_organisation_is_named_unless_its_kind_of_help_tells_what_was_asked_alone():
    plain, (telling, *_) = a_talk(SOCIAL), sorted(quiet_of(a_talk()).telling)
    assert SOCIAL_NAME in told(plain)
    silent = told(a_talk(SOCIAL, choice=at_service(telling)))
    assert SOCIAL_NAME not in silent
    assert "een organisatie" in silent


def test_of_many_faults_the_first_are_told_and_how_many_more():
    codes = ("fhir_missing", "fhir_unexpected", "fhir_different", "fhir_broken", "file_empty")
    wrong = ProblemsError(tuple(problem(code, "gesprek.json: entry[3].resource") for code in codes))
    first, *_, more, last = refused_words(FakeDesk(), wrong, "").splitlines()
    assert first.startswith("gesprek.json: Dit ontbreekt.")
    assert (str(len(codes) - MOST_TOLD) in more, last) == (True, NOTHING)


def test_the_same_fault_at_many_places_is_told_once_without_them():
    wrong = ProblemsError(tuple(problem("fhir_missing", f"gesprek.json: entry[{at}]") for at in range(9)))
    first, last = refused_words(FakeDesk(), wrong, "").splitlines()
    assert (first.startswith("gesprek.json: Dit ontbreekt."), last) == (True, NOTHING)


def test_a_talk_from_a_file_stands_chosen_in_the_list_and_enter_opens_it(show_screen):
    screen = show_list(show_screen, a_talk(HUISARTS).conversation)
    QTest.keyClick(screen, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert screen.context.desk.calls[-1] == ("read_talk", FILE)
    assert screen.table.row_at(screen.table.currentRow()).about == "Rust in mijn hoofd"
    assert "toestemming voor de huisarts" in screen.taking.words.text()
    QTest.keyClick(screen.window().focusWidget(), Qt.Key.Key_Return)
    session, place = screen.context.shell.went
    assert (str(session.conversation.id), place) == ("talk1", "conversation")


def test_what_was_searched_for_does_not_hide_the_new_talk(show_screen):
    screen = show_list(show_screen, a_talk().conversation)
    screen.search.setText("vijf kilometer")
    screen.filters.chip("steps_open").click()
    screen.do("take_in")
    assert (screen.search.text(), screen.table.rowCount(), screen.filters.code) == ("", 3, "all")


@pytest.mark.parametrize(
    "wrong, words",
    [
        (ProblemsError((problem("fhir_broken", "gesprek.json"),)), "gesprek.json: Dit bestand is beschadigd"),
        (ProblemsError((problem("file_empty", "gesprek.json"),)), "gesprek.json: Dit bestand is leeg"),
        (OSError("no such disk"), "Dit bestand kon niet worden gelezen"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place_and_makes_no_talk(show_screen, wrong, words):
    screen = show_list(show_screen, wrong)
    screen.do("take_in")
    assert screen.taking.words.text().startswith(words)
    assert screen.taking.words.text().endswith(NOTHING)
    assert not screen.context.desk.talks
    assert screen.window().focusWidget() is screen.taking.again
    QTest.keyClick(screen.taking.again, Qt.Key.Key_Escape)
    assert screen.taking.isHidden()
    assert screen.window().focusWidget() is screen.table


def test_what_the_store_refuses_is_told_too(show_screen, monkeypatch):
    def refuse(_found):
        raise ProblemsError((problem("not_allowed", action="start"),))

    screen = show_list(show_screen, a_talk().conversation)
    monkeypatch.setattr(screen.context.desk, "take_in", refuse)
    screen.do("take_in")
    assert screen.taking.words.text().startswith("Dit mag u niet met uw rol")


@pytest.mark.parametrize("stop", ["busy", "leave"])
def test_stopping_or_leaving_while_it_is_read_makes_no_talk(show_screen, stop):
    screen = show_list(show_screen, a_talk().conversation, waits=True)
    screen.do("take_in")
    assert "take_in" not in screen.possible_actions()
    {"busy": screen.taking.busy.stop.click, "leave": screen.leave}[stop]()
    screen.context.shell.work()
    assert not screen.context.desk.talks
    assert screen.taking.words.text().startswith("U hebt dit gestopt")
    assert "take_in" in screen.possible_actions()


def test_who_changes_their_mind_reads_nothing(show_screen):
    screen = show_list(show_screen, None)
    screen.taking.ask_path = lambda: ""
    screen.do("take_in")
    assert not screen.context.desk.calls


@pytest.mark.parametrize("roles, is_read_only", [((Role.ADMINISTRATOR,), False), ((Role.CLINICIAN,), True)])
def test_who_may_begin_no_talk_is_not_offered_it(show_screen, roles, is_read_only):
    desk = practice_desk(*roles, is_read_only=is_read_only)
    screen = show_list(show_screen, None, desk=desk)
    assert "take_in" not in screen.possible_actions()
