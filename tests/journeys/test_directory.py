from __future__ import annotations

import datetime

import pytest

from intake_app.directory.checks import Verdict
from intake_app.directory.freshness import freshness
from intake_app.directory.import_plan import Format
from tests.bootstrap.test_upkeep import go_on, maatje
from tests.journeys.real_window import a_window
from tests.journeys.test_quick_conversation import PASSPHRASE, desk_of

pytestmark = [pytest.mark.journey, pytest.mark.required, pytest.mark.timeout(240)]
LONG_AGO = datetime.date(2024, 1, 1)


def unlock(window):
    window.type(PASSPHRASE)
    window.press("Return")
    window.settle()


def test_an_old_entry_is_found_with_a_typing_error_checked_and_noted_by_keyboard_and_survives_a_kill(tmp_path):
    desk = desk_of(tmp_path)
    desk.create(PASSPHRASE, "Els")
    desk.office.directory.save(maatje(assured_date=LONG_AGO, wait_on=LONG_AGO))
    desk.lock()
    with a_window(tmp_path) as window:
        unlock(window)
        window.press("F3")
        window.type("matje")
        window.press("Down", "ctrl+j", "Return")
        window.settle()
        window.picture("checked")
        assert set(window.titles()) <= {"Verkennend gesprek", ""}
        window.kill_and_restart()
        assert window.is_running
        assert window.said_on_error_output() == ""
    desk = desk_of(tmp_path)
    desk.unlock(PASSPHRASE)
    upkeep = desk.office.directory
    found = upkeep.service(maatje().id)
    assert not freshness(found, found.assured_date).needs_a_call
    assert found.assured_date > LONG_AGO
    assert [(check.verdict, check.who) for check in upkeep.checks(found.id)] == [(Verdict.STILL_RIGHT, "Els")]
    desk.lock()


def test_a_list_is_taken_in_by_keyboard_and_undone(tmp_path):
    desk = desk_of(tmp_path)
    desk.create(PASSPHRASE, "Els")
    upkeep = desk.office.directory
    upkeep.save_many([maatje("Maatje Een"), maatje("Wandelen Twee")])
    upkeep.write_file(str(tmp_path / "lijst.csv"), Format.TABLE_CSV, [maatje("Maatje Een").id], go_on)
    upkeep.remove([maatje("Maatje Een").id])
    desk.lock()
    with a_window(tmp_path) as window:
        unlock(window)
        window.press("ctrl+k")
        window.type("lijsten halen")
        window.press("Return", "ctrl+o")
        window.focus_newest()
        window.type(str(tmp_path / "lijst.csv"))
        window.press("Return")
        window.settle()
        window.focus_newest()
        window.picture("plan")
        window.press("ctrl+Return")
        window.settle()
        window.picture("taken")
        assert window.said_on_error_output() == ""
    desk = desk_of(tmp_path)
    desk.unlock(PASSPHRASE)
    upkeep = desk.office.directory
    assert upkeep.service(maatje("Maatje Een").id).name == "Maatje Een"
    upkeep.undo(upkeep.batches()[0].id)
    assert maatje("Maatje Een").id not in {each.id for each in upkeep.services()}
    desk.lock()
