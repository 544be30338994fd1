"""The calling list: whom to ring this week, one key for each answer, and taking it back."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import problem
from intake_app.core.text import Text
from intake_app.directory.calling import calls
from intake_app.directory.checks import Verdict
from intake_app.directory.model import Availability, Contact, How
from intake_app.practice.upkeep import BatchKind, BatchLine, ServiceNote
from intake_app.ui.look import put_look
from intake_app.ui.presenters.directory_calls import answered_since, usual_how
from intake_app.ui.presenters.directory_calls_quick import changed_facts, quick_of, with_quick
from intake_app.ui.presenters.directory_calls_words import CallWords
from intake_app.ui.presenters.directory_words import FactWords
from intake_app.ui.presenters.service_unsaved import take_unsaved
from intake_app.ui.presenters.settings import Look
from intake_app.ui.views.directory_calls import CallsScreen
from tests.shipped import NOON, TODAY
from tests.ui.fake_desk import RESOURCES
from tests.ui.fake_upkeep import FakeUpkeep, a_check, a_dozen
from tests.ui.practice_desk import practice_desk

DOZEN = {service.id: service for service in a_dozen()}
MONDAY = datetime.date(2026, 11, 16)
J, W, G, N, ESC, ENTER = (
    Qt.Key.Key_J,
    Qt.Key.Key_W,
    Qt.Key.Key_G,
    Qt.Key.Key_N,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def days_ago(days):
    return TODAY - datetime.timedelta(days=days)


LANGUAGE = replace(
    DOZEN["wr_taalhuis"],
    assured_date=days_ago(400),
    wait_days=21,
    wait_on=days_ago(90),
    contact=Contact(name="Fatma Yilmaz", reachable=Text(nl="maandag", en="Monday"), picture=b"\x89PNG\r\n\x1a\n"),
)
MATE = replace(
    DOZEN["wr_maatje"],
    organization=LANGUAGE.organization,
    phones=LANGUAGE.phones,
    assured_date=days_ago(30),
    wait_days=14,
    wait_on=days_ago(86),
    free_places_on=days_ago(5),
)
DEBTS = replace(DOZEN["wr_schuldhulp"], assured_date=datetime.date.min)
SITE = replace(
    DOZEN["wr_gli"], nationwide=True, url="https://example.org/gli", assured_date=days_ago(200), wait_days=None
)
SERVICES = (LANGUAGE, MATE, DEBTS, SITE)
RING = calls(SERVICES, (), TODAY)


class Probe:
    """Knows the widget tree; tests speak of what a person does."""

    def __init__(self, screen):
        self.screen, self.pane = screen, screen.pane
        self.upkeep, self.shell = screen.context.office.directory, screen.context.shell
        self.undo = None
        self.shell.toast = self._toast

    def _toast(self, text, undo=None):
        self.shell.said.append(text)
        self.undo = undo

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key, held)

    def type(self, words):
        QApplication.focusWidget().selectAll()
        QTest.keyClicks(QApplication.focusWidget(), words)

    def ring(self, organization):
        names = [call.organization for call in self.screen.calls.week.calls]
        self.screen.list.setCurrentRow(names.index(organization))
        self.press(ENTER)

    @property
    def current(self):
        return self.pane.current

    @property
    def form(self):
        return self.pane.card.form

    @property
    def last(self):
        return self.upkeep.kept_checks[0]

    @property
    def states(self):
        rows = (self.screen.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.screen.list.count()))
        return [row.state for row in rows]


@pytest.fixture
def open_calls(show_screen):
    """Return what shows the calling list over a sociale kaart in memory."""

    def open_calls(upkeep=None, *, desk=None, about="", **facts):
        desk = desk or practice_desk(**facts)
        desk.office.directory = upkeep or FakeUpkeep(services_=SERVICES, ring=RING)
        return Probe(show_screen(CallsScreen, desk, about=about))

    return open_calls


@pytest.fixture
def probe(open_calls):
    return open_calls()


def words_on(upkeep, language="nl"):
    desk = practice_desk(language=language)
    return CallWords(desk, upkeep, FactWords(desk, upkeep.kinds, TODAY))


@pytest.mark.parametrize(
    "reason, days, said",
    [
        ("waiting", 84, "wachttijd van 12 weken geleden"),
        ("places", 35, "vrije plekken van 5 weken geleden"),
        ("entry", 200, "al 6 maanden niet nagekeken"),
        ("entry", 366, "al een jaar niet nagekeken"),
        ("telephone", 800, "nummer al 2 jaar niet nagekeken"),
        ("never_checked", 0, "nog nooit nagekeken"),
    ],
)
def test_why_it_is_asked_is_said_with_how_long_ago(reason, days, said):
    on = days_ago(days)
    service = replace(LANGUAGE, assured_date=on, phone_assured=on, wait_on=on, free_places_on=on)
    assert words_on(FakeUpkeep()).reasons(service, (reason,)) == (said,)


def test_an_old_number_goes_without_saying_in_an_old_entry():
    said = words_on(FakeUpkeep()).reasons(LANGUAGE, ("entry", "telephone", "waiting"))
    assert said == ("al een jaar niet nagekeken", "wachttijd van 12 weken geleden")


def test_the_first_is_in_hand_with_its_number_and_the_keys(probe):
    assert probe.pane.organization.text() == "Gemeente Waterrijk"
    assert probe.pane.number.text() == DEBTS.phones[0].number
    assert probe.pane.cards["wr_schuldhulp"].hasFocus()
    assert probe.screen.progress.text() == "0 van 3 deze week"
    assert probe.pane.how_now is How.TELEPHONE


def test_a_line_says_aloud_whom_to_ring_and_why(probe):
    line = QAccessible.queryAccessibleInterface(probe.screen.list).child(1)
    said = line.text(QAccessible.Text.Name)
    assert all(
        part in said for part in ("Bibliotheek Waterrijk", LANGUAGE.phones[0].number, "2 keer aanbod", "een jaar")
    )


def test_all_is_asked_of_an_old_entry_and_of_another_only_what_is_old(probe):
    probe.ring("Bibliotheek Waterrijk")
    view = probe.screen._words.view(probe.screen.calls, probe.screen.calls.call)
    asked = [[row.name for row in ask.ask.rows] for ask in view.asks]
    assert asked == [["Wachttijd", "Vrije plekken", "Open", "Wie u spreekt", "Nummer"], ["Wachttijd"]]
    assert view.asks[0].ask.rows[1].text == "nog niet bekend"
    assert "Nummer" in [row.name for row in view.asks[1].known.rows]


def test_still_right_is_noted_and_the_focus_goes_to_the_next_call(probe):
    probe.press(J)
    assert (probe.last.service, probe.last.verdict, probe.last.about) == ("wr_schuldhulp", Verdict.STILL_RIGHT, ())
    assert probe.pane.organization.text() == "Bibliotheek Waterrijk"
    assert probe.pane.cards["wr_taalhuis"].hasFocus()
    assert probe.states[:2] == ["gedaan", ""]
    assert probe.screen.progress.text() == "1 van 3 deze week"


def test_only_what_was_asked_is_made_sure_of_and_the_number_on_which_one_spoke(probe):
    probe.ring("Bibliotheek Waterrijk")
    probe.pane.go_to("wr_maatje")
    probe.press(J)
    assert probe.last.about == ("telephone", "waiting")
    assert probe.current == "wr_taalhuis"


def test_all_is_right_with_one_key_and_undone_as_one(probe):
    probe.ring("Bibliotheek Waterrijk")
    probe.press(J, held=SHIFT)
    assert [check.service for check in probe.upkeep.kept_checks] == ["wr_maatje", "wr_taalhuis"]
    assert probe.shell.said == ["Genoteerd bij 2 keer aanbod: Klopt nog"]
    assert probe.states[1] == "gedaan"
    probe.undo()
    assert probe.upkeep.service("wr_taalhuis") == LANGUAGE
    assert probe.states[1] == ""
    assert probe.pane.cards["wr_taalhuis"].hasFocus()


def test_gone_ends_an_entry_and_can_be_taken_back(probe):
    probe.press(G)
    assert probe.upkeep.service("wr_schuldhulp").availability is Availability.DEFUNCT
    probe.undo()
    assert probe.upkeep.service("wr_schuldhulp") == DEBTS
    assert probe.pane.cards["wr_schuldhulp"].takes_answers


def test_an_answer_is_taken_back_on_its_card_long_after_the_toast(probe):
    probe.ring("Bibliotheek Waterrijk")
    probe.press(J, J)
    probe.ring("Bibliotheek Waterrijk")
    card = probe.pane.cards["wr_maatje"]
    assert (card.noted.text(), card.takes_answers) == ("Klopt nog", False)
    card.back.click()
    assert probe.upkeep.service("wr_maatje") == MATE
    assert probe.pane.cards["wr_maatje"].takes_answers


def test_who_is_not_reached_comes_back_on_the_next_working_day(probe):
    probe.press(N)
    assert probe.last.verdict is Verdict.NOT_REACHED
    assert probe.states[0] == "maandag weer"
    assert probe.screen.progress.text() == "0 van 3 deze week"


def test_who_was_not_reached_can_still_answer_today(probe):
    probe.press(N)
    probe.ring("Gemeente Waterrijk")
    probe.press(J)
    assert [check.verdict for check in probe.upkeep.kept_checks] == [Verdict.STILL_RIGHT, Verdict.NOT_REACHED]
    assert probe.states[0] == "gedaan"


def test_nobody_picks_up_for_any_service_of_a_call(probe):
    probe.ring("Bibliotheek Waterrijk")
    probe.press(N, held=SHIFT)
    assert {check.service for check in probe.upkeep.kept_checks} == {"wr_maatje", "wr_taalhuis"}


def test_not_reached_is_taken_back_where_the_store_can(open_calls):
    class Undoing(FakeUpkeep):
        def checked(self, check, changed=None):
            super().checked(check, changed)
            return self._change(BatchKind.CHECK, self.service(check.service).name, {})

    probe = open_calls(Undoing(services_=SERVICES, ring=RING))
    probe.press(N)
    probe.undo()
    assert probe.states[0] == ""


def test_what_changed_is_typed_in_place_and_dated(probe):
    probe.ring("Bibliotheek Waterrijk")
    probe.press(W)
    probe.form.wait.setFocus()
    probe.type("35")
    probe.form.contact.setFocus()
    probe.type("Ria Smit")
    probe.press(ENTER)
    after = probe.upkeep.service("wr_taalhuis")
    assert (after.wait_days, after.wait_on, after.contact.name) == (35, TODAY, "Ria Smit")
    assert (probe.last.verdict, probe.last.text) == (Verdict.CHANGED, "Gewijzigd: wachttijd, wie u spreekt")
    assert probe.current == "wr_maatje"
    probe.undo()
    assert probe.upkeep.service("wr_taalhuis") == LANGUAGE


def test_letters_are_text_while_one_types(probe):
    probe.press(W)
    probe.form.contact.setFocus()
    probe.type("Jan")
    assert (probe.form.contact.text(), probe.upkeep.kept_checks) == ("Jan", [])


def test_changed_without_a_change_is_not_noted(probe):
    probe.press(W, ENTER)
    assert "niets gewijzigd" in probe.form.told.text()
    assert probe.upkeep.kept_checks == []
    probe.press(ESC)
    assert not probe.pane.card.is_edited
    assert probe.pane.card.hasFocus()
    assert probe.shell.went == []


def test_a_number_that_cannot_be_is_said_at_its_field(probe):
    probe.press(W)
    probe.form.wait.setFocus()
    probe.type("9999")
    probe.press(ENTER)
    assert "3650" in probe.form.told.text()
    assert probe.form.wait.isAncestorOf(QApplication.focusWidget())
    assert probe.upkeep.kept_checks == []


def test_what_the_store_refuses_is_said_and_what_was_typed_stays(probe):
    probe.upkeep.fails = (problem("service_phone", "phones", number="0900-BEL"),)
    probe.press(W)
    probe.form.number.setFocus()
    probe.type("0900-BEL")
    probe.press(ENTER)
    assert probe.form.told.text()
    assert probe.form.number.text() == "0900-BEL"
    assert probe.form.number.hasFocus()


def test_all_fields_open_with_what_was_typed(probe):
    probe.press(W)
    probe.form.wait.setFocus()
    probe.type("5")
    probe.form.all.click()
    assert probe.shell.went == [("service", "wr_schuldhulp")]
    filled = take_unsaved(probe.screen.context.desk, "service:wr_schuldhulp")
    assert filled.now.service.wait_days == 5


def test_what_was_typed_waits_while_one_looks_at_another_call(probe):
    probe.press(W)
    probe.form.wait.setFocus()
    probe.type("5")
    probe.ring("Bibliotheek Waterrijk")
    probe.ring("Gemeente Waterrijk")
    assert probe.form.quick.wait_days == 5


def test_what_was_typed_waits_for_who_comes_back_to_the_screen(open_calls):
    desk = practice_desk()
    probe = open_calls(desk=desk)
    probe.ring("Bibliotheek Waterrijk")
    probe.press(W)
    probe.form.wait.setFocus()
    probe.type("5")
    probe.screen.leave()
    again = open_calls(desk=desk)
    assert again.pane.organization.text() == "Bibliotheek Waterrijk"
    assert again.form.quick.wait_days == 5


def test_a_refusal_is_said_and_nothing_is_noted(probe):
    probe.upkeep.fails = (problem("not_allowed"),)
    probe.press(J)
    assert probe.pane.card.told.text()
    assert (probe.shell.said, probe.states[0]) == ([], "")


def test_what_has_no_number_is_looked_up(probe):
    probe.ring("Gezondheidshuis De Steiger")
    assert probe.pane.number.text() == "https://example.org/gli"
    probe.press(J)
    assert probe.last.how is How.WEBSITE


def test_another_way_of_checking_is_chosen_for_the_call(probe):
    probe.pane.how.chip("visit").click()
    probe.press(J)
    assert probe.last.how is How.VISIT
    assert probe.pane.how_now is How.TELEPHONE


def test_notes_and_earlier_checks_stand_beside_the_questions(open_calls):
    note = ServiceNote(id="n", service="wr_schuldhulp", at=NOON, who="Annet", text="Belt terug.")
    upkeep = FakeUpkeep(services_=SERVICES, ring=RING, kept_checks=[a_check("wr_schuldhulp")], kept_notes=[note])
    view = words_on(upkeep).view(open_calls(upkeep).screen.calls, RING[0])
    assert view.asks[0].notes == ("Belt terug. (Annet, 22-11-2026)",)
    assert view.asks[0].checks == ("15-11-2026, Annet de Vries, gebeld, klopt nog",)


def test_earlier_tries_are_told():
    tried = replace(RING[0], tried=2, last_tried=NOON)
    upkeep = FakeUpkeep()
    assert words_on(upkeep)._tried(tried) == "2 keer niet bereikt, het laatst op 22-11-2026."


def test_nobody_to_ring_says_so(open_calls):
    probe = open_calls(FakeUpkeep(services_=SERVICES))
    assert probe.screen.over.text().startswith("Deze week hoeft u niemand te bellen")
    assert not probe.pane.isVisible()
    assert probe.screen.done.hasFocus()


def test_the_last_answer_ends_the_week(probe):
    probe.press(J, J, J, J)
    assert probe.screen.over.text().startswith("Klaar: u hebt iedereen")
    assert probe.screen.progress.text() == "3 van 3 deze week"
    probe.press(ESC)
    assert probe.shell.went == ["directory"]


def test_with_somebody_not_reached_it_is_over_for_today(probe):
    probe.press(N, J, J, J)
    assert "komt maandag weer" in probe.screen.over.text()


def test_what_was_answered_earlier_this_week_counts():
    upkeep = FakeUpkeep(services_=SERVICES)
    fresh = [replace(each, assured_date=TODAY) for each in (LANGUAGE, MATE)]
    upkeep.entries.update({each.id: each for each in fresh})
    usual = {"id": "1", "at": NOON, "who": "A", "kind": BatchKind.CHECK, "added": 0, "changed": 1, "gone": 0}
    upkeep.batches_ = [BatchLine(**usual, about=each.name) for each in fresh]
    assert answered_since(upkeep, MONDAY, ()) == 1
    assert answered_since(upkeep, MONDAY, RING) == 0
    upkeep.batches_ = [replace(line, undone=NOON) for line in upkeep.batches_]
    assert answered_since(upkeep, MONDAY, ()) == 0


def test_who_may_not_change_it_sees_the_list_without_keys(open_calls):
    probe = open_calls(FakeUpkeep(services_=SERVICES, ring=RING, may_change=False))
    probe.press(J, W, N)
    assert probe.screen.only_reading.text().startswith("U kunt hier lezen")
    assert probe.upkeep.kept_checks == []
    hidden = (probe.pane.bar, probe.pane.all_right, probe.pane.nobody, probe.pane.how)
    assert not any(part.isVisible() for part in hidden)
    assert len(probe.states) == 3


def test_large_text_shows_the_call_or_the_list(open_calls):
    put_look(RESOURCES, Look(text_percent=200))
    probe = open_calls()
    assert (probe.pane.isVisible(), probe.screen.list.isVisible()) == (True, False)
    probe.press(ESC)
    assert (probe.pane.isVisible(), probe.screen.list.isVisible()) == (False, True)
    probe.press(J)
    assert probe.upkeep.kept_checks == []
    probe.press(Qt.Key.Key_Down, ENTER)
    assert probe.pane.organization.text() == "Bibliotheek Waterrijk"
    assert probe.pane.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_field_that_opens_stands_in_sight(open_calls, qtbot, percent):
    put_look(RESOURCES, Look(text_percent=percent))
    probe = open_calls(about="wr_maatje")
    probe.pane.go_to("wr_maatje")
    probe.press(W)
    view = probe.pane.page.viewport()

    def is_seen():
        field = QApplication.focusWidget()
        return view.rect().contains(field.mapTo(view, field.rect().center()))

    qtbot.waitUntil(is_seen)


def test_quick_fields_as_they_are_change_nothing():
    for service in (*a_dozen(), *SERVICES):
        quick = quick_of(service, "nl")
        assert with_quick(service, quick, "nl", TODAY) == service
        assert changed_facts(service, quick, "nl") == ()


def test_a_new_number_keeps_the_others_and_gets_its_day():
    quick = replace(quick_of(LANGUAGE, "nl"), number="000 - 111")
    after = with_quick(LANGUAGE, quick, "nl", TODAY)
    assert (after.phones[0].number, after.phones[1:], after.phone_assured) == ("000 - 111", LANGUAGE.phones[1:], TODAY)
    assert with_quick(LANGUAGE, replace(quick, number=""), "nl", TODAY).phones == LANGUAGE.phones[1:]


@pytest.mark.parametrize("name, has_face", [("Fatma Yilmas", True), ("Ria", False)])
def test_a_face_stays_with_the_person_it_is_of(name, has_face):
    after = with_quick(LANGUAGE, replace(quick_of(LANGUAGE, "nl"), contact=name), "nl", TODAY)
    assert bool(after.contact.picture) is has_face


def test_words_that_changed_lose_the_translation_of_the_old_ones():
    after = with_quick(LANGUAGE, replace(quick_of(LANGUAGE, "nl"), reachable="dinsdag"), "nl", TODAY)
    assert after.contact.reachable == Text(nl="dinsdag", en="")


@pytest.mark.parametrize(
    "number, facts, how",
    [
        ("000 - 1", {}, How.TELEPHONE),
        ("", {"url": "https://example.org"}, How.WEBSITE),
        ("", {"url": "", "source_url": "", "email": "a@example.org"}, How.MESSAGE),
        ("", {"url": "", "source_url": "", "email": ""}, How.VISIT),
    ],
)
def test_how_one_makes_sure_follows_from_what_is_known(number, facts, how):
    bare = replace(MATE, organization=replace(MATE.organization, url=""), **facts)
    assert usual_how(replace(RING[0], number=number, services=(bare,))) is how
