"""Changing one entry of the sociale kaart: the form without a screen, and on it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from intake_app.core.problems import ProblemsError
from intake_app.directory.model import LARGEST_PICTURE, How, OpeningHours, Phone
from intake_app.ui.presenters.service_area import ranges_text, read_area
from intake_app.ui.presenters.service_form import ServiceForm, Who
from intake_app.ui.presenters.service_week import day_hours, read_hours
from intake_app.ui.views.service import NoForm, service_screen, today
from intake_app.ui.views.service_picture import small_picture
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.practice_desk import practice_desk

DAY = datetime.date(2026, 11, 22)
WHO = Who(name="Annet de Vries", today=DAY)
DEBTS = "wr_schuldhulp"


@pytest.fixture
def upkeep():
    return FakeUpkeep()


@pytest.fixture
def make_form(upkeep):
    return lambda id_=DEBTS: ServiceForm(upkeep, id_, WHO)


@pytest.fixture
def make_screen(show_screen, upkeep):
    made = []

    def make(about=DEBTS, desk=None):
        desk = desk or practice_desk()
        desk.office.directory = upkeep
        made.append(show_screen(service_screen, desk, about=about))  # kept: Python would free it piece by piece
        return made[-1]

    yield make
    made.clear()


@given(st.lists(st.tuples(st.integers(1000, 9999), st.integers(1000, 9999)), max_size=5))
def test_an_area_reads_back_as_it_was_written(ranges):
    assert read_area(ranges_text(ranges)) == (False, tuple(ranges))


@pytest.mark.parametrize(
    "text,area",
    [
        ("heel Nederland", (True, ())),
        ("Landelijk", (True, ())),
        ("", (False, ())),
        ("2500-2599; 2611", (False, ((2500, 2599), (2611, 2611)))),
        ("2500 t/m 2599, 2611", (False, ((2500, 2599), (2611, 2611)))),
        ("Delft", None),
        ("250-2599", None),
    ],
)
def test_an_area_is_read_as_people_write_it(text, area):
    assert read_area(text) == area


@pytest.mark.parametrize(
    "text,hours",
    [
        ("9-12:30, 13.30-17", "09:00-12:30, 13:30-17:00"),
        ("900-1700", "09:00-17:00"),
        ("20:00 tot 24:00", "20:00-24:00"),
        ("dicht", ""),
        ("", ""),
    ],
)
def test_hours_are_read_as_people_write_them(text, hours):
    assert day_hours(read_hours(text, 3), 3) == hours


@pytest.mark.parametrize("text", ["ochtend", "9", "25-26", "9-12:75"])
def test_what_is_no_time_is_not_guessed(text):
    assert read_hours(text, 0) is None


def test_another_waiting_time_is_of_today_and_undo_brings_its_day_back(make_form):
    form = make_form()
    before = form.value("wait_on")
    for typed in (1, 14):
        form.change("wait_days", typed)
    assert (form.value("wait_days"), form.value("wait_on")) == (14, DAY)
    assert form.undo() == "wait_days"
    assert (form.value("wait_on"), form.is_changed) == (before, False)


def test_typing_back_what_was_there_is_no_change(make_form):
    form = make_form()
    waited = form.value("wait_days")
    form.change("wait_days", None)
    form.change("wait_days", waited)
    assert (form.is_changed, form.can_undo) == (False, False)


def test_another_number_is_checked_today_and_another_word_about_it_is_not(make_form):
    form = make_form()
    number = form.value("phones")[0].number
    form.change("phones", (Phone(number=number, description=form.value("alert")),))
    assert form.value("phone_assured") is None
    form.seal()
    form.change("phones", (Phone(number="015 - 123 45 67"),))
    assert form.value("phone_assured") == DAY


def test_all_checked_dates_every_fact(make_form):
    form = make_form("wr_maatje")
    form.all_checked(How.TELEPHONE)
    service = form.now.service
    assert (service.assured_date, service.assured_by, service.assured_how) == (DAY, WHO.name, How.TELEPHONE)
    assert {service.free_places_on, service.phone_assured} == {DAY}
    assert service.status == "confirmed"


def test_undo_and_redo_walk_the_same_way(make_form):
    form = make_form()
    form.change("name", "Een")
    form.change("email", "a@b.nl")
    last = form.now
    assert (form.undo(), form.undo(), form.undo()) == ("email", "name", "")
    assert (form.redo(), form.redo(), form.redo()) == (True, True, False)
    assert form.now == last


def test_a_shared_organisation_is_not_renamed_by_one_entry(make_form, upkeep):
    shared = upkeep.service("wr_huisarts").organization
    form = make_form("wr_huisarts")
    form.change("organization.name", upkeep.service(DEBTS).organization.name)
    assert form.finished().organization == upkeep.service(DEBTS).organization
    form.change("organization.name", "Iets nieuws")
    assert form.finished().organization.id in {shared.id, "new13"}


def test_every_fault_is_told_at_once_with_its_place(make_form):
    form = make_form()
    for path, value in {"name": " ", "url": "www", "service_area": "hier"}.items():
        form.change(path, value)
    with pytest.raises(ProblemsError) as error:
        form.save()
    assert {each.where for each in error.value.problems} == {"name", "url", "service_area"}


def test_a_large_photo_becomes_small(tmp_path):
    image = QImage(1600, 900, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Author", "Marieke")
    image.save(str(tmp_path / "p.png"))
    data = small_picture(str(tmp_path / "p.png"))
    made = QImage.fromData(data)
    assert (made.width(), made.height()) == (400, 225)
    assert data.startswith(b"\xff\xd8\xff")
    assert len(data) < LARGEST_PICTURE
    assert b"Marieke" not in data


def test_what_is_no_photo_is_refused_in_place(make_screen, tmp_path):
    (tmp_path / "p.jpg").write_bytes(b"nothing")
    box = make_screen().boxes["contact.picture"]
    box.take(str(tmp_path / "p.jpg"))
    assert "geen foto" in box.told.text()
    assert box.value == b""


def test_what_is_shown_is_what_is_kept(make_screen, upkeep):
    for id_ in upkeep.entries:
        screen = make_screen(id_)
        odd = {path for path, box in screen.boxes.items() if box.value != screen.form.value(path)}
        assert odd <= {"kinds", "languages", "opening"}, "only the order of these may differ"
        assert not screen.form.is_changed


def test_ctrl_s_keeps_it_and_the_toast_takes_it_back(make_screen, upkeep):
    screen = make_screen()
    before = upkeep.service(DEBTS)
    screen.boxes["name"].line.setText("Schuldhulp")
    QTest.keyClick(screen.boxes["name"].line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert upkeep.service(DEBTS).name == "Schuldhulp"
    shell = screen.context.shell
    assert (shell.went, shell.said) == ([("directory", DEBTS)], ["Bewaard: Schuldhulp."])
    upkeep.undo(upkeep.batches()[0].id)
    assert upkeep.service(DEBTS) == before


def test_a_fault_stands_at_its_field_and_has_the_focus(make_screen, upkeep):
    screen = make_screen()
    screen.boxes["email"].line.setText("bij de balie")
    screen.boxes["organization.url"].line.setText("geen")
    screen.save.click()
    assert "geen e-mailadres" in screen.boxes["email"].told.text()
    assert "geen webadres" in screen.boxes["organization.url"].told.text()
    assert screen.boxes["organization.url"].line.hasFocus()
    assert upkeep.batches() == ()


def test_hours_that_cannot_be_read_hold_saving_back(make_screen, upkeep):
    screen = make_screen()
    screen.boxes["opening"].week.days[2].setText("soms")
    screen.save.click()
    assert "woensdag" in screen.boxes["opening"].told.text()
    assert upkeep.batches() == ()


def test_monday_is_copied_to_the_working_days(make_screen):
    screen = make_screen()
    week = screen.boxes["opening"].week
    week.days[0].setText("9-17")
    week.copy.click()
    wanted = tuple(OpeningHours(day=day, opens="09:00", closes="17:00") for day in range(5))
    assert screen.form.value("opening") == wanted


def test_a_kind_is_found_by_typing_and_taken_with_enter(make_screen):
    screen = make_screen()
    box = screen.boxes["kinds"]
    QTest.keyClicks(box.search, "maatje")
    QTest.keyClick(box.search, Qt.Key.Key_Return)
    assert "maatje" in screen.form.value("kinds")
    assert box.search.text() == ""


def test_a_number_is_added_and_taken_out(make_screen):
    screen = make_screen()
    box = screen.boxes["phones"]
    box.add.click()
    QTest.keyClicks(box.rows[1].boxes[0].line, "112")
    assert [phone.number for phone in screen.form.value("phones")][1:] == ["112"]
    box.rows[0].drop.click()
    assert [phone.number for phone in screen.form.value("phones")] == ["112"]


def test_ctrl_z_undoes_in_the_field_first_and_then_in_the_form(make_screen):
    screen = make_screen()
    screen.boxes["free"].tick.click()
    line = screen.boxes["name"].line
    line.setFocus()
    QTest.keyClicks(line, " x")
    for _ in range(2):
        QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not screen.form.is_changed
    assert screen.boxes["free"].tick.isChecked()


def test_english_texts_are_folded_away_until_asked_for(make_screen):
    screen = make_screen()
    assert not screen.boxes["description.en"].isVisible()
    screen.english.click()
    assert screen.boxes["description.en"].isVisible()


def test_escape_asks_before_changes_are_lost(make_screen, upkeep):
    screen = make_screen()
    screen.boxes["name"].line.setText("Anders")
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.ask.isVisible()
    QTest.keyClick(screen.ask.stay, Qt.Key.Key_Escape)
    assert (screen.ask.isVisible(), screen.context.shell.went) == (False, [])
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    screen.ask.drop.click()
    assert screen.context.shell.went == [("directory", DEBTS)]
    assert upkeep.batches() == ()


def test_changes_wait_for_who_went_elsewhere(make_screen):
    desk = practice_desk()
    screen = make_screen(desk=desk)
    screen.boxes["name"].line.setText("Halverwege")
    screen.leave()
    again = make_screen(desk=desk)
    assert again.boxes["name"].value == "Halverwege"
    assert again.form.is_changed
    assert "wachten" in again.waited.text()
    assert make_screen(desk=desk).boxes["name"].value != "Halverwege"


def test_a_new_entry_begins_empty_and_gets_an_id(make_screen, upkeep):
    screen = make_screen("")
    screen.boxes["name"].line.setText("Wandelgroep")
    screen.boxes["organization.name"].line.setText("Buurthuis Nieuw")
    screen.save.click()
    made = next(each for each in upkeep.services() if each.name == "Wandelgroep")
    assert made.organization.name == "Buurthuis Nieuw"
    assert made.languages == ("nl",)


def test_who_may_not_change_it_is_told_so(make_screen, upkeep):
    upkeep.may_change = False
    screen = make_screen()
    assert isinstance(screen, NoForm)
    assert "alleen lezen" in screen.words.text()


def test_an_entry_that_is_gone_is_told(make_screen):
    assert isinstance(make_screen("weg"), NoForm)


def test_a_waiting_time_typed_on_screen_is_of_today(make_screen):
    screen = make_screen()
    line = screen.boxes["wait_days"].number.focusProxy()
    line.selectAll()
    QTest.keyClicks(line, "21")
    assert screen.boxes["wait_on"].value == today()
