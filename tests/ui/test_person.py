"""The rights of a person on the screen."""

from __future__ import annotations

import datetime
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.clock import today
from intake_app.practice.log_book import SawLine
from intake_app.practice.persons import SilentItem
from intake_app.practice.rights import Action
from intake_app.practice.users import Role, User
from intake_app.ui.presenters.person import Period, free_stem, may_ever, seen_within
from intake_app.ui.views.person import PersonScreen
from intake_app.ui.views.person_export import ALONE, NOT_ALONE
from tests.ui.fake_desk import NOW, FakeDesk, a_row, a_situation
from tests.ui.fake_log import FakeLog
from tests.ui.fake_persons import PAGE, FakePersons
from tests.ui.practice_desk import SomePeople

TOLD = "Wat iemand alleen onder vier ogen vertelde"
ITEM = SilentItem(id="item1", talk="talk1", text=TOLD)


def saw(days=0, **changes):
    usual = {"who": "Annet de Vries", "roles": (Role.ASSISTANT,), "what": "Gesprek gelezen", "times": 2}
    on = today() - datetime.timedelta(days=days)
    return SawLine(**{"on": on, "break_glass": False, **usual, **changes})


class SeenLog(FakeLog):
    """Answers who saw these talks."""

    def __init__(self, *lines):
        super().__init__(count=1)
        self.seen, self.asked_of = lines, []

    def who_saw(self, talks, since=None):  # noqa: ARG002  as the real one is called
        self.asked_of.append(tuple(talks))
        return self.seen


@pytest.fixture
def make_screen(show_screen):
    def make(*roles, waits=False, seen=(), **facts):
        desk = FakeDesk()
        session = desk.start(a_situation())
        desk.extra_rows = [a_row("other", about="Weer slapen")]
        desk.office.people = SomePeople(*(roles or (Role.CLINICIAN,)))
        desk.office.persons = FakePersons(others=("other",), items=(ITEM,), **facts)
        desk.office.log = SeenLog(*seen)
        made = show_screen(PersonScreen, desk, waits=waits, about=str(session.conversation.id))
        made.persons, made.log = desk.office.persons, desk.office.log
        return made

    return make


def test_it_says_who_it_is_as_the_list_does(make_screen):
    assert make_screen().who.text() == "mevrouw, 35"


def test_the_talk_of_the_list_is_fixed_and_others_are_the_users_choice(make_screen):
    screen = make_screen()
    fixed, other = screen.talks.boxes.values()
    assert (fixed.isChecked(), fixed.isEnabled()) == (True, False)
    assert (other.isChecked(), other.isEnabled()) == (False, True)
    assert screen.talks.chosen == ("talk1",)
    other.click()
    assert screen.talks.chosen == ("talk1", "other")


def test_who_saw_is_asked_only_when_one_wants_to_see_it(make_screen):
    screen = make_screen(seen=(saw(40, what="Noodknop gebruikt", break_glass=True), saw(2)))
    assert screen.log.asked_of == []
    screen.saw.look.click()
    assert screen.log.asked_of == [("talk1",)]
    cells = [[screen.saw.table.item(row, column).text() for column in range(1, 5)] for row in range(2)]
    assert cells == [
        ["Annet de Vries (assistent)", "Gesprek gelezen", "2", ""],
        ["Annet de Vries (assistent)", "Noodknop gebruikt", "2", "ja"],
    ]


def test_a_period_shows_less_without_asking_again(make_screen):
    screen = make_screen(seen=(saw(40),))
    screen.saw.look.click()
    screen.saw.period.chip(Period.MONTH).click()
    assert screen.saw.empty.isVisible()
    assert len(screen.log.asked_of) == 1


def test_another_choice_of_talks_shows_nothing_of_before(make_screen):
    screen = make_screen(seen=(saw(),), waits=True)
    screen.saw.look.click()
    list(screen.talks.boxes.values())[1].click()
    screen.context.shell.work()
    assert not screen.saw.table.isVisible()
    assert screen.saw.look.isEnabled()


def test_nothing_can_be_handed_over_before_one_said_who_is_there(make_screen):
    assert not make_screen().export.keep.isEnabled()


def test_what_only_the_person_may_hear_is_offered_to_who_is_alone_and_nothing_is_ticked(make_screen):
    screen = make_screen()
    screen.export.alone.chip(ALONE).click()
    (box,) = screen.export.items.values()
    assert (box.accessibleName(), box.isChecked()) == (TOLD, False)
    assert box.isVisible()


def test_with_somebody_there_it_is_not_even_asked_for(make_screen):
    screen = make_screen()
    screen.export.alone.chip(NOT_ALONE).click()
    assert not screen.export.items
    assert screen.export.keep.isEnabled()


def test_who_is_no_longer_alone_takes_the_ticks_back(make_screen, tmp_path):
    screen = make_screen()
    screen.export.alone.chip(ALONE).click()
    screen.export.items["item1"].click()
    screen.export.alone.chip(NOT_ALONE).click()
    screen.give(tmp_path)
    assert screen.persons.exported == [(("talk1",), (), False)]


def test_an_answer_that_comes_after_somebody_came_in_is_not_shown(make_screen):
    screen = make_screen(waits=True)
    screen.export.alone.chip(ALONE).click()
    screen.export.alone.choose(NOT_ALONE)
    screen.context.shell.work()
    assert not screen.export.items


def test_both_files_are_kept_for_their_owner_alone_and_said(make_screen, tmp_path):
    screen = make_screen()
    screen.export.alone.chip(ALONE).click()
    screen.export.items["item1"].click()
    screen.give(tmp_path)
    assert screen.persons.exported == [(("talk1",), ("item1",), True)]
    pdf, json = tmp_path / f"mijn-gegevens-{today()}.pdf", tmp_path / f"mijn-gegevens-{today()}.json"
    assert (pdf.read_bytes(), json.read_bytes()) == (PAGE, b"{}")
    assert {stat.S_IMODE(path.stat().st_mode) for path in (pdf, json)} == {0o600}
    assert "niet versleuteld" in screen.export.told.text()
    assert str(tmp_path) in screen.export.told.text()
    assert not screen.export.items
    assert screen.export.alone.code == ""


def test_files_of_somebody_else_are_not_replaced(make_screen, tmp_path):
    before = tmp_path / f"mijn-gegevens-{today()}.json"
    before.write_bytes(b"of somebody else")
    screen = make_screen()
    screen.export.alone.chip(NOT_ALONE).click()
    screen.give(tmp_path)
    assert before.read_bytes() == b"of somebody else"
    assert (tmp_path / f"mijn-gegevens-{today()}-2.pdf").exists()


def test_a_folder_that_is_gone_is_said_before_anything_is_made(make_screen, tmp_path):
    screen = make_screen()
    screen.export.alone.chip(NOT_ALONE).click()
    screen.give(tmp_path / "weg")
    assert "Bewaren lukte niet" in screen.export.told.text()
    assert screen.persons.exported == []
    assert screen.export.keep.isEnabled()


def test_putting_something_right_needs_a_reason_and_opens_the_talk(make_screen):
    screen = make_screen()
    screen.correct.go.click()
    assert screen.correct.told.text() == "Schrijf erbij waarom."
    QTest.keyClicks(screen.correct.reason, "Postcode klopt niet")
    QTest.keyClick(screen.correct.reason, Qt.Key.Key_Return)
    assert screen.persons.corrected == [("talk1", "Postcode klopt niet")]
    assert screen.context.shell.went[-1] == "conversation"


def test_a_request_to_erase_needs_its_day_and_goes_on_to_the_requests(make_screen):
    screen = make_screen()
    screen.erase.go.click()
    assert "De dag van het verzoek ontbreekt" in screen.erase.told.text()
    list(screen.talks.boxes.values())[1].click()
    screen.erase.day.show_day(NOW.date())
    screen.erase.go.click()
    (made,) = screen.persons.requests
    assert (made.talks, made.asked_on) == (("talk1", "other"), NOW.date())
    assert screen.context.shell.went == [("erasures", made.id)]


def test_who_may_not_hand_over_is_told_who_may(make_screen):
    screen = make_screen(Role.ASSISTANT)
    assert screen.export.refusal.isVisible()
    assert not screen.export.alone.isVisible()
    assert screen.erase.go.isVisible()


def test_a_right_that_the_talk_does_not_give_is_told_in_its_place(make_screen):
    screen = make_screen(fails={"correct": "break_glass_needed", "silent_items": "not_allowed"})
    QTest.keyClicks(screen.correct.reason, "Klopt niet")
    screen.correct.go.click()
    assert "van een collega" in screen.correct.told.text()
    screen.export.alone.chip(ALONE).click()
    assert "mag u niet" in screen.export.told.text()


def test_a_talk_that_one_may_not_read_shows_only_why(make_screen):
    screen = make_screen(fails={"same_person": "not_allowed"})
    assert "mag u niet" in screen.refusal.text()
    assert not any(card.isVisible() for card in (screen.talks, screen.saw, screen.export, screen.correct, screen.erase))


def test_escape_goes_back_to_the_list(make_screen):
    screen = make_screen()
    QTest.keyClick(screen.saw.look, Qt.Key.Key_Escape)
    assert screen.context.shell.went == ["list"]


@pytest.mark.parametrize(
    "role,may",
    [(Role.ASSISTANT, False), (Role.INTAKER, True), (Role.CLINICIAN, True), (Role.ADMINISTRATOR, False)],
)
def test_only_who_could_ever_is_offered_to_hand_over(role, may):
    assert may_ever(User(id="u", name="U", roles=frozenset({role})), Action.EXPORT_PERSON) is may


@given(st.lists(st.integers(0, 800)), st.sampled_from(Period))
def test_a_period_keeps_what_lies_in_it_newest_first(days, period):
    lines = [saw(day) for day in sorted(days, reverse=True)]
    kept = seen_within(lines, period, today())
    most = {Period.MONTH: 30, Period.YEAR: 365, Period.ALL: 10_000}[period]
    assert [(today() - line.on).days for line in kept] == [day for day in sorted(days) if day < most]


@given(st.sets(st.sampled_from([f"a{tail}{end}" for tail in ("", "-2", "-3") for end in (".pdf", ".json", ".txt")])))
def test_a_free_name_is_taken_by_neither_file(taken):
    stem = free_stem("a", taken, (".pdf", ".json"))
    assert not {f"{stem}.pdf", f"{stem}.json"} & taken
