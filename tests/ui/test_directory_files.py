"""Bringing lists of the sociale kaart in and out, and what has changed, by keyboard."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.documents.document import records_of
from intake_app.directory.documents.own_taxonomy import PARTICULARS
from intake_app.directory.import_plan import NEW, SKIP, Format, Incoming, Outcome
from intake_app.directory.importing.plan import plan_of
from intake_app.practice.upkeep import BatchKind
from intake_app.ui.presenters.directory_files import Review, Shown, counted
from intake_app.ui.presenters.directory_files_compare import TOLD_BY, Comparer
from intake_app.ui.presenters.directory_files_give import Giving, Scope, with_ending
from intake_app.ui.presenters.directory_files_words import FIELDS, ListWords
from intake_app.ui.presenters.service_words import fact_words
from intake_app.ui.presenters.work import Work
from intake_app.ui.views.directory_files import DirectoryFilesScreen, Part
from tests.ui.fake_upkeep import FakeUpkeep, a_dozen
from tests.ui.practice_desk import practice_desk

DOZEN = {service.id: service for service in a_dozen()}
SCHEMA = Path(__file__).resolve().parents[1] / "data" / "hsds-3.0" / "schema" / "service.json"
CTRL = Qt.KeyboardModifier.ControlModifier
TOLD = (
    problem("table_cell_date", "lijst.xlsx, rij 12, kolom Nagekeken op"),
    problem("table_row_long", "lijst.xlsx, rij 30"),
)


def moved(service, id_):
    """Return a service as another list has it: under another id, at another postcode."""
    places = (dataclasses.replace(service.locations[0], id="", pc4="9999", address="Markt 1"),)
    return dataclasses.replace(service, id=id_, locations=places)


def a_plan(*, whole_list=True, **facts):
    """Return what a list does to the dozen: one new, one changed, one the same, two unsure, the others gone."""
    comes = (
        dataclasses.replace(DOZEN["wr_gli"], id="new", name="Wandelgroep Noord"),
        dataclasses.replace(DOZEN["wr_schuldhulp"], wait_days=9, email="hulp@example.org"),
        DOZEN["wr_taalhuis"],
        moved(DOZEN["wr_maatje"], "unsure1"),
        moved(DOZEN["wr_buurtkamer"], "unsure2"),
    )
    incoming = Incoming(source="lijst.json", format=Format.HSDS_JSON, records=_records(comes), **facts)
    return plan_of(incoming, _records(a_dozen()), a_dozen(), whole_list=whole_list)


def _records(services):
    return {key: data for service in services for key, data in records_of(service).items()}


def line_of(plan, id_):
    return next(line for line in plan.lines if line.id == id_)


@pytest.fixture
def upkeep():
    return FakeUpkeep(plan=a_plan(problems=TOLD, kept=(("x_rating", 12),), dropped=(("Opmerking", 3),)))


@pytest.fixture
def words():
    return ListWords(practice_desk())


@pytest.fixture
def review(words, upkeep):
    return Review(words, upkeep, upkeep.plan, None)


class Probe:
    """Knows the widget tree; tests speak of what a person does."""

    def __init__(self, screen):
        self.screen, self.shell = screen, screen.context.shell
        self.take, self.give, self.changes = screen.take, screen.give, screen.changes

    def read(self, path="/lijsten/lijst.json"):
        self.take.read(path)
        return self.take.plan

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def stand_on(self, id_):
        lines = self.take.plan._lines
        self.take.plan.table.stand_at(next(at for at, line in enumerate(lines) if line.id == id_))

    def look_at(self, shown):
        self.take.plan.filters.chip(shown).click()
        self.take.plan.table.setFocus()


@pytest.fixture
def open_files(show_screen, upkeep):
    """Return what shows the screen over a sociale kaart in memory."""
    made = []

    def open_files(desk=None, *, waits=False):
        desk = desk or practice_desk()
        desk.office.directory = upkeep
        made.append(Probe(show_screen(DirectoryFilesScreen, desk, waits=waits)))  # kept: else freed piece by piece
        return made[-1]

    yield open_files
    made.clear()


def test_every_field_of_hsds_and_of_ours_has_a_name(words):
    told_elsewhere = {"id", "organization_id"}
    names = {*json.loads(SCHEMA.read_text())["properties"], *PARTICULARS} - told_elsewhere
    assert [name for name in names if words.field(name) == name] == []
    assert all(map(words.field, FIELDS))
    assert words.field("description.en") == "Omschrijving (Engels)"
    assert words.field("x_rating") == "x_rating"


def test_every_fact_that_is_compared_can_be_said(words, upkeep):
    for fact in TOLD_BY:
        assert isinstance(fact_words(words.desk, upkeep, DOZEN["wr_schuldhulp"], fact), str)


def test_the_plan_is_counted_and_what_is_not_there_is_left_out(review):
    assert list(review.filters().values()) == [
        "Alles 13",
        "Twijfel 2",
        "Nieuw 1",
        "Gewijzigd 1",
        "Weg 8",
        "Hetzelfde 1",
        "Overgeslagen en meldingen 2",
    ]
    assert review.first is Shown.UNSURE


def test_changed_fields_are_named_and_shown_side_by_side(words, upkeep, review):
    line = line_of(review.plan, "wr_schuldhulp")
    assert review.row(line).cells[2] == "gewijzigd: E-mail, Wachttijd in dagen"
    found = Comparer(words, upkeep, review.plan).compared(line)
    assert found.heads == ("", "Nu in uw kaart", "In het bestand")
    assert [row[0] for row in found.rows] == ["E-mail", "Wachttijd"]


def test_what_a_table_does_not_hold_is_not_shown_as_emptied(words, upkeep):
    here = DOZEN["wr_schuldhulp"]
    bare = dataclasses.replace(here, phones=(), email="hulp@example.org")
    incoming = Incoming(
        source="t", format=Format.TABLE_CSV, records=_records([bare]), partial=True, fields=frozenset({"email"})
    )
    plan = plan_of(incoming, _records(a_dozen()), a_dozen(), whole_list=False)
    rows = Comparer(words, upkeep, plan).compared(plan.lines[0]).rows
    assert rows == (("E-mail", here.email, "hulp@example.org"),)


def test_an_unsure_line_stands_beside_what_it_may_be(words, upkeep, review):
    found = Comparer(words, upkeep, review.plan).compared(line_of(review.plan, "unsure1"))
    assert found.heads[1:] == ("In het bestand", "1 · in uw kaart")
    assert "9999" in next(row[1] for row in found.rows if row[0] == "Adressen")


@pytest.mark.parametrize(
    "answers,said",
    [
        ({}, "1 nieuw en 1 gewijzigd overnemen"),
        ({"unsure1": NEW, "unsure2": "wr_buurtkamer"}, "2 nieuw en 2 gewijzigd overnemen"),
        ({"unsure1": SKIP, "wr_gli": "wr_gli"}, "1 nieuw en 1 gewijzigd overnemen, 1 weghalen"),
        ({"wr_gli": SKIP, "unsure1": "somebody_else", "nobody": NEW}, "1 nieuw en 1 gewijzigd overnemen"),
    ],
)
def test_the_button_says_exactly_what_happens(words, upkeep, answers, said):
    assert Review(words, upkeep, upkeep.plan, answers).take_words() == said


@pytest.mark.parametrize(
    "keep,besides,goes,said",
    [
        ((), (), False, "Niets om over te nemen"),
        ((), (("organization", "o"),), False, "Overnemen wat er verder in staat"),
        ((Outcome.GONE,), (), True, "8 weghalen"),
        ((Outcome.ADDED,), (), False, "1 nieuw overnemen"),
    ],
)
def test_the_button_of_a_smaller_plan(words, upkeep, keep, besides, goes, said):
    lines = tuple(line for line in upkeep.plan.lines if line.outcome in keep)
    review = Review(words, upkeep, dataclasses.replace(upkeep.plan, lines=lines, besides=besides), None)
    review.let_all_go(goes=goes)
    assert (review.take_words(), review.does_something) == (said, said != "Niets om over te nemen")


def test_many_unknown_fields_are_counted(words):
    found = tuple((f"x_{number}", number) for number in range(1, 12))
    assert words.times(found, most=2) == "x_1, x_2 (2 keer), en nog 9"


def test_how_much_there_is_may_be_unknown():
    work = Work()
    assert counted(work)(400, 0)
    assert work.share == 0
    work.stop()
    assert not counted(work)(500, 0)


def test_a_file_is_read_and_nothing_is_written_yet(open_files, upkeep):
    probe = open_files()
    probe.take.drop.whole_list.setChecked(True)
    plan = probe.read()
    assert upkeep.asked == [("/lijsten/lijst.json", True)]
    assert plan.title.text() == "lijst.json is gelezen. Er is nog niets veranderd."
    assert "x_rating (12 keer)" in plan.fields.text()
    assert upkeep.batches() == ()
    assert probe.screen.go.words == "1 nieuw en 1 gewijzigd overnemen"


def test_a_file_can_be_dropped(open_files, upkeep):
    probe, data = open_files(), QMimeData()
    data.setUrls([QUrl.fromLocalFile("/lijsten/lijst.json")])
    mouse = Qt.MouseButton.LeftButton
    probe.take.drop.dropEvent(
        QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, mouse, Qt.KeyboardModifier.NoModifier)
    )
    assert upkeep.asked == [("/lijsten/lijst.json", False)]


def test_a_fault_of_the_file_is_told_and_another_can_be_chosen(open_files, upkeep):
    upkeep.fails = (problem("table_columns_missing", "lijst.xlsx", columns="Naam"),)
    probe = open_files()
    assert probe.read() is None
    assert probe.take.told.text().startswith("lijst.xlsx: Deze kolommen ontbreken: Naam.")
    assert probe.take.drop.look_up.isEnabled()
    assert QApplication.focusWidget() is probe.take.drop.look_up


def test_keys_decide_about_what_is_unsure_and_go_on(open_files):
    probe = open_files()
    plan = probe.read()
    first, second = (line.id for line in plan._lines)
    probe.press(Qt.Key.Key_1)
    assert plan.chosen.id == second
    probe.press(Qt.Key.Key_N)
    assert plan.review.answers == {first: line_of(plan.review.plan, first).candidates[0], second: NEW}
    probe.press(Qt.Key.Key_O)
    assert plan.review.answers[second] == SKIP
    assert probe.screen.go.words == "1 nieuw en 2 gewijzigd overnemen"


def test_a_number_without_an_entry_decides_nothing(open_files):
    probe = open_files()
    plan = probe.read()
    probe.press(Qt.Key.Key_9)
    assert plan.review.answers == {}


def test_all_that_is_unsure_is_skipped_at_once(open_files):
    probe = open_files()
    plan = probe.read()
    probe.press(Qt.Key.Key_N)
    plan.skip_rest.click()
    assert sorted(plan.review.answers.values()) == [NEW, SKIP]


def test_what_is_gone_stays_unless_it_is_ticked(open_files):
    probe = open_files()
    plan = probe.read()
    probe.look_at(Shown.GONE)
    probe.stand_on("wr_gli")
    probe.press(Qt.Key.Key_Space)
    assert plan.review.answers == {"wr_gli": "wr_gli"}
    assert plan.line.goes.isChecked()
    probe.press(Qt.Key.Key_Space)
    assert plan.review.answers == {}
    plan.all_go.click()
    assert len(plan.review.answers) == 8
    plan.none_goes.click()
    assert plan.review.answers == {}


def test_skipped_rows_are_named_and_can_be_copied_and_kept(open_files, tmp_path):
    probe = open_files()
    told = probe.read().told
    probe.look_at(Shown.TOLD)
    assert told.whole.text().startswith("lijst.xlsx, rij 12, kolom Nagekeken op: Dit is geen datum.")
    told.copy.click()
    told.keep_at(tmp_path / "meldingen.txt")
    kept = (tmp_path / "meldingen.txt").read_text(encoding="utf-8")
    assert kept == QGuiApplication.clipboard().text()
    assert [line.split(":")[0] for line in kept.splitlines()][1] == "lijst.xlsx, rij 30"
    assert "Opmerking (3 keer)" in kept


def test_taking_in_hands_over_the_answers_and_can_be_undone(open_files, upkeep):
    probe = open_files()
    probe.read()
    probe.press(Qt.Key.Key_N)
    probe.press(Qt.Key.Key_Return, CTRL)
    assert upkeep.asked[-1] == (upkeep.plan, {"unsure2": NEW})
    assert probe.take.done.text().startswith("Overgenomen uit lijst.json")
    assert QApplication.focusWidget() is probe.take.undo
    assert not probe.screen.go.isVisible()
    probe.take.undo.click()
    assert [line.kind for line in upkeep.batches()] == [BatchKind.UNDO, BatchKind.IMPORT]
    assert probe.take.told.text() == "Teruggedraaid: alles is zoals het was."


def test_nothing_to_take_in_is_said(open_files, upkeep):
    upkeep.take_in = lambda *_args: None
    probe = open_files()
    probe.read()
    probe.screen.go.click()
    assert probe.take.done.text().startswith("Er was niets om over te nemen.")
    assert not probe.take.undo.isVisible()


def test_what_cannot_be_taken_in_is_told_and_the_decisions_stay(open_files, upkeep):
    def refuse(*_args):
        raise ProblemsError((problem("import_same_twice", "u", name="Maatje"),))

    upkeep.take_in = refuse
    probe = open_files()
    plan = probe.read()
    probe.press(Qt.Key.Key_N)
    probe.screen.go.click()
    assert "Maatje" in probe.take.told.text()
    assert probe.take.plan is plan
    assert plan.review.answers == {"unsure2": NEW}
    assert plan.isEnabled()
    assert probe.screen.go.isEnabled()


def test_taking_in_can_be_stopped_and_nothing_else_can_be_done_meanwhile(open_files, upkeep):
    def take_in(_plan, _answers, progress):
        if not progress(5, 10):
            raise ProblemsError((problem("exchange_stopped"),))

    upkeep.take_in = take_in
    probe = open_files()
    probe.read()
    probe.shell.waits = True
    probe.screen.go.click()
    assert not probe.screen.go.isEnabled()
    assert not probe.screen.other.isEnabled()
    assert QApplication.focusWidget() is probe.screen.ways.focusProxy()
    probe.take.busy.stop.click()
    probe.shell.work()
    assert probe.take.told.text() == "U hebt dit gestopt. Er is niets veranderd."
    assert probe.screen.go.isEnabled()
    assert QApplication.focusWidget() is probe.take.plan.table


def test_who_stops_while_the_file_is_compared_gets_no_plan(open_files):
    probe = open_files()
    probe.shell.waits = True
    probe.read()
    probe.take.busy.stop.click()
    probe.shell.work()
    assert probe.take.plan is None
    assert probe.take.told.text() == "U hebt dit gestopt. Er is niets veranderd."


def test_decisions_wait_for_who_comes_back_and_the_file_is_read_anew(open_files, upkeep):
    desk = practice_desk()
    probe = open_files(desk)
    probe.read()
    probe.press(Qt.Key.Key_N)
    probe.screen.leave()
    assert probe.shell.said == ["lijst.json is nog niet overgenomen. Het wacht op u, bij Bestanden."]
    again = open_files(desk)
    assert [each[0] for each in upkeep.asked] == ["/lijsten/lijst.json"] * 2
    assert again.take.plan.review.answers == {"unsure2": NEW}
    assert open_files(desk).take.plan is None


def test_undoing_another_change_has_the_file_read_anew(open_files, upkeep):
    upkeep.save(dataclasses.replace(DOZEN["wr_gli"], email="gli@example.org"))
    probe = open_files()
    probe.read()
    probe.press(Qt.Key.Key_N)
    probe.screen.show_part(Part.CHANGES)
    probe.changes.undo.click()
    assert len(upkeep.asked) == 2
    assert probe.take.plan.review.answers == {"unsure2": NEW}
    assert probe.screen.ways.code == Part.CHANGES


@pytest.mark.parametrize(
    "scope,group,count",
    [(Scope.ALL, "", 12), (Scope.OWN, "", 1), (Scope.GROUP, "exercise", 2), (Scope.GROUP, "own_network", 0)],
)
def test_what_goes_along_is_counted(words, upkeep, scope, group, count):
    upkeep.own.add("wr_maatje")
    giving = Giving(words, upkeep)
    giving.take(giving.look())
    assert len(giving.chosen(scope, group)) == count
    assert giving.count_words(scope, group).startswith(str(count) if count else "Hier is niets")


@pytest.mark.parametrize("path,kept", [("a/lijst v1.2", "a/lijst v1.2.json"), ("a/lijst.JSON", "a/lijst.JSON")])
def test_a_file_gets_the_ending_of_its_form(path, kept):
    assert with_ending(path, Format.HSDS_JSON) == kept


def test_a_list_is_handed_out(open_files, upkeep):
    upkeep.own.add("wr_maatje")
    probe = open_files()
    probe.screen.ways.chip(Part.GIVE).click()
    probe.give.keep_at("/lijsten/alles.json", Format.HSDS_JSON)
    probe.give.scope.chip(Scope.OWN).click()
    probe.give.keep_at("/lijsten/eigen.vcf", Format.VCARD)
    probe.give.keep_at("/lijsten/leeg.xlsx", Format.TABLE_XLSX, is_blank=True)
    assert upkeep.written == [
        ("/lijsten/alles.json", Format.HSDS_JSON, None),
        ("/lijsten/eigen.vcf", Format.VCARD, ("wr_maatje",)),
        ("/lijsten/leeg.xlsx", Format.TABLE_XLSX, None),
    ]
    assert probe.give.told.text() == "Bewaard als leeg.xlsx."


def test_nothing_to_hand_out_offers_the_empty_table_only(open_files):
    probe = open_files()
    probe.screen.show_part(Part.GIVE)
    probe.give.scope.chip(Scope.OWN).click()
    assert not any(button.isEnabled() for button in probe.give.forms.values())
    assert all(button.isEnabled() for button in probe.give.blanks.values())


def test_one_file_is_written_at_a_time(open_files, upkeep):
    probe = open_files()
    probe.screen.show_part(Part.GIVE)
    probe.shell.waits = True
    probe.give.keep_at("/lijsten/alles.json", Format.HSDS_JSON)
    probe.give.forms[Format.VCARD].click()
    assert probe.give.told.text().startswith("Een ogenblik")
    probe.shell.work()
    assert [form for _, form, _ in upkeep.written] == [Format.HSDS_JSON]


def test_a_file_that_cannot_be_written_is_told(open_files, upkeep):
    probe = open_files()
    probe.screen.show_part(Part.GIVE)
    upkeep.fails = (problem("file_not_written", "alles.json"),)
    probe.give.keep_at("/lijsten/alles.json", Format.HSDS_JSON)
    assert probe.give.told.text().startswith("alles.json: Dit bestand kon niet worden bewaard.")
    assert probe.give.forms[Format.HSDS_JSON].isEnabled()


def test_changes_stand_newest_first_and_are_undone_in_place(open_files, upkeep):
    upkeep.save(dataclasses.replace(DOZEN["wr_gli"], email="gli@example.org"))
    upkeep.remove(["wr_maatje"])
    probe = open_files()
    probe.screen.show_part(Part.CHANGES)
    table = probe.changes.table.rows
    assert [table.index(at, 2).data() for at in range(2)] == [
        f"Verwijderd: {DOZEN['wr_maatje'].name}",
        f"Bewerkt: {DOZEN['wr_gli'].name}",
    ]
    assert (table.index(0, 1).data(), table.index(0, 3).data()) == ("Annet de Vries", "1 weg")
    probe.changes.undo.click()
    assert "wr_maatje" in upkeep.entries
    assert table.index(1, 4).data() == "ongedaan gemaakt"
    probe.changes.table.stand_at(1)
    assert not probe.changes.undo.isVisible()


def test_what_was_changed_since_cannot_be_undone_and_says_so(open_files, upkeep):
    upkeep.save(dataclasses.replace(DOZEN["wr_gli"], email="gli@example.org"))
    upkeep.save(dataclasses.replace(DOZEN["wr_gli"], email="nieuw@example.org"))
    probe = open_files()
    probe.screen.show_part(Part.CHANGES)
    probe.changes.table.stand_at(1)
    probe.changes.undo.click()
    assert probe.changes.told.text()
    assert probe.changes.undo.isEnabled()


def test_nothing_has_changed_says_so(open_files):
    probe = open_files()
    probe.screen.show_part(Part.CHANGES)
    assert probe.changes.empty.isVisible()
    assert not probe.changes.undo.isVisible()


def test_who_may_not_change_it_hands_out_and_looks(open_files, upkeep):
    upkeep.save(dataclasses.replace(DOZEN["wr_gli"], email="gli@example.org"))
    upkeep.may_change = False
    probe = open_files()
    assert probe.screen.ways.code == Part.GIVE
    assert not probe.take.isVisible()
    assert probe.screen.refusal.isVisible()
    probe.screen.show_part(Part.CHANGES)
    assert probe.changes.table.isVisible()
    assert not probe.changes.undo.isVisible()


def test_esc_goes_back_to_the_sociale_kaart(open_files):
    probe = open_files()
    probe.read()
    probe.press(Qt.Key.Key_Escape)
    assert probe.shell.went == ["directory"]
