"""The recovery sheet: made, printed, and tried from the paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from intake_app.practice.people import Recovery, RecoveryState
from intake_app.practice.recovery_code import in_groups
from intake_app.ui.presenters.recovery import Step, Typed, is_asked_for, judge, lines_of, may_make
from intake_app.ui.views import recovery
from intake_app.ui.views.recovery_paper import keep_sheet
from intake_app.ui.views.save_dialog import SaveDialog
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import CODE, COLLEAGUE, FIRST, TODAY, FakePeople

TESTED = Recovery(state=RecoveryState.TESTED, made=TODAY, tested=TODAY)


@pytest.mark.parametrize(
    "typed,state",
    [
        ("", Typed.EMPTY),
        (" - ", Typed.EMPTY),
        (CODE[:12], Typed.PART),
        (CODE, Typed.WHOLE),
        (in_groups(CODE).lower().replace(" ", "-"), Typed.WHOLE),
        (CODE[:-1] + "X", Typed.WRONG),
        (CODE + "7", Typed.WRONG),
    ],
)
def test_a_typing_error_is_known_before_the_store_is_asked(typed, state):
    assert judge(typed) is state


def test_the_code_stands_in_lines_of_three_groups():
    assert " ".join("  ".join(lines_of(in_groups(CODE))).split()) == in_groups(CODE)
    assert [len(line.split()) for line in lines_of(CODE)] == [3, 3]


def test_only_who_holds_everything_can_make_a_sheet_and_is_reminded_of_it():
    first, colleague = FakePeople(FIRST), FakePeople(FIRST, COLLEAGUE, me=COLLEAGUE.id)
    assert (may_make(first), is_asked_for(first)) == (True, True)
    assert (may_make(colleague), is_asked_for(colleague)) == (False, False)
    first.sheet = TESTED
    assert not is_asked_for(first)


@pytest.fixture
def opened(make_probe):
    """Return a maker of a probe on the screen of the sheet, for people as given."""

    def make(people=None):
        desk = FakeDesk()
        desk.office = FakeOffice(people=people or FakePeople(FIRST), copies=FakeCopies())
        probe = make_probe(desk)
        probe.unlock()
        probe.window.go("recovery")
        return probe

    return make


def words_on(screen):
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def to_code(probe, qtbot):
    probe.screen.forward.click()
    qtbot.waitUntil(lambda: probe.screen.step is Step.CODE)


def test_a_sheet_is_made_and_counts_when_the_code_came_back_from_the_paper(opened, qtbot):
    probe = opened()
    to_code(probe, qtbot)
    screen, people = probe.screen, probe.desk.office.people
    assert CODE[:5] in words_on(screen)
    screen.forward.click()
    assert CODE[:5] not in words_on(screen)
    screen.trying.code.line.setText(in_groups(CODE).lower())
    probe.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.step is Step.DONE)
    assert people.recovery().state is RecoveryState.TESTED
    assert "werkt" in screen.why.stand.text()
    screen.forward.click()
    assert probe.name == "list"


def test_a_code_of_an_older_sheet_is_refused_and_can_be_typed_again(opened, qtbot):
    probe = opened()
    to_code(probe, qtbot)
    screen = probe.screen
    probe.desk.office.people.code = "0" * 30
    screen.forward.click()
    screen.trying.code.line.setText(CODE)
    screen.forward.click()
    qtbot.waitUntil(lambda: "past niet" in screen.trying.code.told.text())
    assert (screen.step, screen.forward.isEnabled()) == (Step.TRY, True)


def test_the_code_can_be_seen_again_until_one_leaves(opened, qtbot):
    probe = opened()
    to_code(probe, qtbot)
    screen = probe.screen
    screen.forward.click()
    screen.trying.show_button.click()
    assert CODE[:5] in words_on(screen)
    screen.leave()
    assert CODE[:5] not in " ".join(label.text() for label in screen.findChildren(QLabel))


def test_later_is_allowed(opened):
    probe = opened()
    probe.press(Qt.Key.Key_Escape)
    assert probe.name == "list"
    assert probe.desk.office.people.recovery().state is RecoveryState.NONE


def test_the_paper_is_printed_and_kept_from_memory(opened, qtbot, monkeypatch):
    probe, papers = opened(), []
    to_code(probe, qtbot)
    monkeypatch.setattr(recovery, "print_sheet", lambda _parent, data: papers.append(data) or "")
    monkeypatch.setattr(recovery, "keep_sheet", lambda _parent, _data: "Bewaren lukte niet.")
    probe.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: papers == [b"%PDF"])
    probe.screen.code.keep_button.click()
    qtbot.waitUntil(lambda: probe.screen.code.told.text() == "Bewaren lukte niet.")


def test_a_sheet_that_was_kept_is_told_with_its_name(tmp_path, monkeypatch):
    path = tmp_path / "blad.pdf"
    for chosen, words in (
        (path, "Bewaard als blad.pdf."),
        (None, ""),
        (tmp_path / "no" / "x", "Bewaren lukte niet"),
    ):
        monkeypatch.setattr(SaveDialog, "ask", lambda _, chosen=chosen: chosen)
        said = keep_sheet(None, b"%PDF")
        assert said.startswith(words)
        assert bool(said) == bool(words)
    assert path.read_bytes() == b"%PDF"


def test_a_tested_sheet_is_told_and_not_replaced_by_looking(opened):
    people = FakePeople(FIRST)
    people.sheet = TESTED
    probe = opened(people)
    assert (probe.screen.step, people.code) == (Step.DONE, "")
    assert "22 nov 2026" in probe.screen.why.stand.text()


def test_where_the_copies_go_can_be_changed_in_the_last_step(opened, qtbot):
    people = FakePeople(FIRST)
    people.sheet = TESTED
    probe = opened(people)
    probe.screen.copies.chosen.emit("/elders")
    qtbot.waitUntil(lambda: "/elders" in probe.screen.copies.folder.text())


def test_who_cannot_make_a_sheet_is_told_who_can(opened):
    probe = opened(FakePeople(FIRST, COLLEAGUE, me=COLLEAGUE.id))
    assert probe.screen.forward.isHidden()
    assert "beheerder" in words_on(probe.screen)
