"""The sociale kaart on the screen, by keyboard."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import problem
from intake_app.directory.import_plan import Format
from intake_app.directory.model import How
from intake_app.ui.look import put_look
from intake_app.ui.presenters.directory_search import Toggle
from intake_app.ui.presenters.settings import Look
from intake_app.ui.views.directory import DirectoryScreen
from tests.ui.fake_desk import RESOURCES
from tests.ui.fake_upkeep import FakeUpkeep, a_check, many
from tests.ui.practice_desk import practice_desk

DOWN, ENTER, ESC, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


class Probe:
    """Knows the widget tree; tests speak of what a person does."""

    def __init__(self, qtbot, screen):
        self.qtbot, self.screen = qtbot, screen
        self.upkeep, self.shell = screen.context.office.directory, screen.context.shell

    def type(self, words):
        QTest.keyClicks(self.screen.words, words)
        self.settle()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.settle()

    def settle(self):
        """Wait until the search, and the service on the line, are shown."""
        self.qtbot.waitUntil(lambda: not self.screen._searches.isActive() and not self.screen._looks.isActive())

    @property
    def names(self):
        return [hit.service.name for hit in self.screen.list.found.hits]

    @property
    def entry(self):
        return self.screen.entry.name.text()

    @property
    def deeds(self):
        return self.screen.entry.deeds

    def undo(self):
        self.shell.undo()
        self.settle()


@pytest.fixture
def open_map(qtbot, show_screen):
    """Return what shows the screen over a sociale kaart in memory."""

    def open_map(upkeep=None, *, waits=False, about="", **facts):
        desk = practice_desk(**facts)
        desk.office.directory = upkeep or FakeUpkeep()
        screen = show_screen(DirectoryScreen, desk, waits=waits, about=about)
        probe = Probe(qtbot, screen)
        screen.context.shell.toast = lambda text, undo=None: _note(probe.shell, text, undo)
        screen.words.setFocus()
        probe.settle()
        return probe

    return open_map


def _note(shell, text, undo):
    shell.said.append(text)
    shell.undo = undo


def test_all_that_is_offered_is_shown_and_the_first_in_full(open_map):
    probe = open_map()
    assert len(probe.names) == 10
    assert probe.screen.line.count.text() == "10 gevonden"
    assert probe.entry == probe.names[0]


def test_nothing_is_searched_before_the_index_is_ready(open_map):
    probe = open_map(waits=True)
    probe.type("schuld")
    assert probe.upkeep.asked == []
    probe.shell.work()
    probe.settle()
    assert (probe.upkeep.warmed, probe.names) == (1, ["Schuldhulp Gemeente Waterrijk"])


def test_every_key_searches(open_map):
    probe = open_map()
    for letter in "taal":
        probe.type(letter)
    assert [query.words for query in probe.upkeep.asked] == ["", "t", "ta", "taa", "taal"]
    assert probe.names == ["Taalhuis Waterrijk"]
    assert probe.entry == "Taalhuis Waterrijk"


def test_a_word_that_was_read_otherwise_is_said(open_map):
    probe = open_map(FakeUpkeep(read_as={"schlud": "schuld"}))
    probe.type("schlud")
    assert probe.screen.line.read_as.text() == "Gelezen als: schuld"


def test_down_goes_into_the_list_enter_opens_and_escape_goes_back(open_map):
    probe = open_map()
    probe.press(DOWN)
    probe.press(DOWN)
    assert probe.entry == probe.names[1]
    probe.press(ENTER)
    assert probe.screen.entry.page.hasFocus()
    probe.press(ESC)
    assert probe.screen.list.hasFocus()
    probe.press(ESC)
    assert probe.screen.words.hasFocus()
    assert probe.shell.went == []
    probe.press(ESC)
    assert probe.shell.went == ["list"]


def test_letters_in_the_list_go_on_in_the_search_field(open_map):
    probe = open_map()
    probe.type("taa")
    probe.press(DOWN)
    probe.press(Qt.Key.Key_L)
    assert probe.screen.words.text() == "taal"
    assert probe.screen.words.hasFocus()


def test_up_from_the_first_line_goes_to_the_search_field(open_map):
    probe = open_map()
    probe.press(DOWN)
    probe.press(Qt.Key.Key_Up)
    assert probe.screen.words.hasFocus()


def test_a_filter_is_shown_and_taken_away_with_one_key(open_map):
    probe = open_map()
    probe.screen.filters.toggles.chip(Toggle.FREE).click()
    probe.screen.filters.age.edited.emit(None)
    probe.settle()
    assert probe.screen.active.active == ("Gratis",)
    assert len(probe.names) < 10
    probe.screen.active._buttons["free_only"].setFocus()
    probe.press(Qt.Key.Key_Delete)
    assert (probe.screen.active.active, len(probe.names)) == ((), 10)


def test_one_key_clears_all_filters_and_leaves_the_words(open_map):
    probe = open_map()
    probe.type("waterrijk")
    probe.screen.filters.place.setText("8952")
    probe.screen.filters.toggles.chip(Toggle.SELF_REFERRAL).click()
    probe.settle()
    probe.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert probe.upkeep.asked[-1].filters == probe.upkeep.asked[0].filters
    assert probe.screen.words.text() == "waterrijk"


def test_a_group_narrows_the_kinds(open_map):
    probe = open_map()
    group, kind = probe.screen.filters.group, probe.screen.filters.kind
    group.setCurrentIndex(group.findData("exercise"))
    group.activated.emit(group.currentIndex())
    probe.settle()
    assert kind.findData("gli") > 0
    assert kind.findData("schuldhulp") == -1
    assert probe.names == ["Vrouwen in beweging"]


def test_nothing_found_says_what_to_do(open_map):
    probe = open_map()
    probe.type("zzz")
    assert probe.screen.empty.isVisible()
    assert not probe.screen.list.isVisible()
    assert not probe.screen.entry.isVisible()
    assert probe.screen.line.count.text() == "Niets gevonden"


def test_an_empty_map_says_where_to_begin(open_map):
    probe = open_map(FakeUpkeep(is_empty=True))
    assert "Haal een lijst binnen" in probe.screen.empty.text()


def test_what_is_read_aloud_holds_the_facts_of_the_line(open_map):
    probe = open_map()
    line = QAccessible.queryAccessibleInterface(probe.screen.list).child(0)
    said = line.text(QAccessible.Text.Name)
    assert all(part in said for part in ("Huisartsen Praktijk Waterrijk", "000 - 000 00 01", "nagekeken 18-11-2026"))


def test_still_right_is_noted_and_undone(open_map):
    probe = open_map(FakeUpkeep(kept_checks=[a_check("wr_schuldhulp")]))
    probe.type("schuld")
    before = probe.upkeep.service("wr_schuldhulp")
    probe.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    probe.deeds.how.buttons[How.WEBSITE].click()
    probe.settle()
    assert probe.upkeep.service("wr_schuldhulp").assured_how is How.WEBSITE
    assert len(probe.screen.entry.checks.text().splitlines()) == 2
    probe.undo()
    assert probe.upkeep.service("wr_schuldhulp") == before


def test_no_longer_offering_asks_why_and_can_be_taken_back(open_map):
    probe = open_map()
    probe.type("taalhuis")
    probe.deeds.never.click()
    probe.press(ENTER)
    assert probe.deeds.reason.isVisible()
    QTest.keyClicks(probe.deeds.reason.field, "Neemt nooit op")
    probe.press(ENTER)
    assert probe.upkeep.service("wr_taalhuis").never_offer == "Neemt nooit op"
    assert probe.names == []
    probe.undo()
    assert probe.names == ["Taalhuis Waterrijk"]


def test_what_is_not_offered_can_be_offered_again(open_map):
    probe = open_map()
    probe.screen.filters.toggles.chip(Toggle.HIDDEN_TOO).click()
    probe.type("nuchter")
    assert "niemand neemt op" in probe.screen.entry.warnings[0]
    assert not probe.deeds.never.isVisible()
    probe.deeds.again.click()
    probe.settle()
    assert probe.upkeep.service("wr_nuchter").never_offer == ""


def test_escape_leaves_the_question_and_not_the_screen(open_map):
    probe = open_map()
    probe.deeds.right.click()
    probe.press(ESC)
    assert not probe.deeds.how.isVisible()
    assert probe.deeds.right.isVisible()
    assert (probe.shell.went, probe.upkeep.kept_checks) == ([], [])


def test_what_is_ones_own_can_be_removed_and_put_back(open_map):
    probe = open_map(FakeUpkeep(own={"wr_taalhuis"}))
    assert not probe.deeds.remove.isVisible()
    probe.type("taalhuis")
    probe.deeds.remove.click()
    probe.settle()
    assert probe.names == []
    assert probe.shell.said == ["Verwijderd: Taalhuis Waterrijk."]
    probe.undo()
    assert probe.names == ["Taalhuis Waterrijk"]


def test_what_went_wrong_is_said_beside_the_buttons(open_map):
    probe = open_map(FakeUpkeep(own={"wr_huisarts"}))
    probe.upkeep.fails = (problem("not_allowed"),)
    probe.deeds.remove.click()
    assert probe.deeds.told.text()
    assert probe.shell.said == []


def test_a_note_is_kept_and_taken_away(open_map):
    probe = open_map()
    notes = probe.screen.entry.notes
    notes.field.setPlainText("Belt terug binnen twee dagen")
    notes.keep.click()
    probe.settle()
    assert [note.text for note in probe.upkeep.kept_notes] == ["Belt terug binnen twee dagen"]
    assert notes.field.toPlainText() == ""
    notes.removed.emit("note1")
    assert probe.upkeep.kept_notes == []


def test_a_note_about_a_person_is_refused_and_stays_to_be_changed(open_map):
    probe = open_map()
    notes = probe.screen.entry.notes
    notes.field.setPlainText("mevrouw met nummer 123456782")
    notes.keep.click()
    assert probe.upkeep.kept_notes == []
    assert notes.told.text()
    assert "123456782" in notes.field.toPlainText()


def test_a_note_half_typed_waits_for_its_own_service(open_map):
    probe = open_map()
    notes = probe.screen.entry.notes
    notes.field.setPlainText("Belt ter")
    probe.press(DOWN)
    probe.press(DOWN)
    assert notes.field.toPlainText() == ""
    probe.press(Qt.Key.Key_Up)
    assert notes.field.toPlainText() == "Belt ter"


def test_several_are_picked_for_one_leaflet(open_map):
    probe = open_map()
    probe.press(DOWN)
    probe.press(SPACE)
    probe.press(DOWN)
    probe.press(SPACE)
    assert probe.screen.line.picked.text() == "Voor een blad: 2"
    probe.screen.line.make.click()
    assert probe.upkeep.written == [("leaflet", ("wr_huisarts", "wr_basis_ggz"))]
    assert probe.screen.layer.isVisible()
    probe.press(ESC)
    assert not probe.screen.layer.isVisible()
    probe.screen.line.drop.click()
    assert probe.screen.list.found.picked == ()


def test_a_leaflet_that_cannot_be_made_says_so(open_map):
    probe = open_map(FakeUpkeep(fails=(problem("not_allowed"),)))
    probe.deeds.leaflet.click()
    assert probe.deeds.told.text()
    assert not probe.screen.layer.isVisible()


def test_a_service_goes_into_an_address_book(open_map, tmp_path):
    probe = open_map()
    probe.screen.acts.keep_card(tmp_path / "kaartje.vcf")
    assert probe.upkeep.written == [(str(tmp_path / "kaartje.vcf"), Format.VCARD, ("wr_huisarts",))]
    assert "kaartje.vcf" in probe.deeds.told.text()


def test_who_may_not_change_it_reads_and_is_told_why(open_map):
    probe = open_map(FakeUpkeep(may_change=False), read_only_words="U kijkt alleen: Bram werkt erin.")
    screen, deeds = probe.screen, probe.deeds
    changing = (screen.new, screen.calls, screen.many, screen.twins, deeds.edit, deeds.right, deeds.never)
    assert not any(button.isVisible() for button in changing)
    assert not screen.entry.notes.field.isVisible()
    assert deeds.refusal.text() == "U kijkt alleen: Bram werkt erin."
    assert deeds.leaflet.isVisible()


def test_the_ways_lead_to_the_other_screens(open_map):
    probe = open_map()
    for way in probe.screen.ways.values():
        way.click()
    probe.deeds.edit.click()
    assert probe.shell.went == [*probe.screen.ways, ("service", "wr_huisarts")]


def test_one_comes_back_to_the_service_that_one_left(open_map):
    probe = open_map(about="wr_taalhuis")
    assert probe.entry == "Taalhuis Waterrijk"


def test_a_picture_of_who_answers_is_shown(open_map):
    upkeep = FakeUpkeep()
    first = upkeep.service("wr_huisarts")
    upkeep.entries[first.id] = dataclasses.replace(first, contact=dataclasses.replace(first.contact, picture=_png()))
    probe = open_map(upkeep)
    assert probe.screen.entry.contact.face.isVisible()
    probe.press(DOWN)
    probe.press(DOWN)
    assert not probe.screen.entry.contact.face.isVisible()


def _png():
    image, data = QImage(8, 8, QImage.Format.Format_RGB32), QByteArray()
    image.fill(QColor("white"))
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def test_large_text_shows_the_list_or_one_service(open_map):
    put_look(RESOURCES, Look(text_percent=200))
    probe = open_map()
    assert probe.screen.list.isVisible()
    assert not probe.screen.entry.isVisible()
    probe.press(ENTER)
    assert probe.screen.entry.isVisible()
    assert not probe.screen.list.isVisible()
    probe.press(ESC)
    assert probe.screen.list.isVisible()


def test_five_thousand_services_are_shown_one_screen_at_a_time(open_map, monkeypatch):
    made = []
    probe = open_map(FakeUpkeep(services_=many(5000)))
    real = probe.screen.list.found._row_of
    monkeypatch.setattr(probe.screen.list.found, "_row_of", lambda hit: made.append(hit) or real(hit))
    probe.press(DOWN)
    probe.press(Qt.Key.Key_End)
    assert probe.screen.list.found.rowCount() > 4000
    assert probe.entry == probe.names[-1]
    assert len(set(made)) < 60


def test_where_the_list_has_the_screen_to_itself_a_key_still_works_on_the_line(open_map):
    probe = open_map()
    probe.screen.resize(560, 700)
    probe.type("taalhuis")
    probe.press(DOWN)
    assert not probe.screen.entry.isVisible()
    probe.press(Qt.Key.Key_F2)
    assert probe.shell.went == [("service", "wr_taalhuis")]
