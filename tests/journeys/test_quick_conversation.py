from __future__ import annotations

import re

import pypdf
import pytest

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import Standing
from tests.journeys.real_window import a_window

pytestmark = [pytest.mark.journey, pytest.mark.required, pytest.mark.timeout(240)]
NAME = "Els"
PASSPHRASE = "vier gewone woorden hier"  # noqa: S105  of a store in a test
SECRET = "Zilverreiger"  # noqa: S105  a word to look for
NOTHING_STANDS_OUT = [
    *("1", "1", "1", "1", "1", "1"),  # reading, body suddenly, body, mind, people, money
    *("5", "1", "1"),  # what first, who helps, where one sleeps
    *("1", "Return"),  # nothing is missing
    *("1", "Return"),  # cares for nobody
    *("1", "1", "1"),  # life, suicide, afraid
    *("1", "Return"),  # no daily use
    "7",
]


def begin(window):
    window.type(NAME)
    for _ in range(2):
        window.press("Tab")
        window.type(PASSPHRASE)
    window.press("Return")
    window.wait_to_see("Maak een herstelblad")
    window.picture("recovery")
    window.press("ctrl+n", "Return")
    window.wait_to_see("Samen kiezen")
    window.type(f"Rust, en {SECRET}")
    window.press("ctrl+Return")


def desk_of(folder):
    store = folder / "data" / "intake_app" / "gesprekken.db"
    return make_desk(Places(resources=resources_dir(), store=store, last_clean=folder / "last.bin"), "nl")


def nothing_told(folder):
    """No answer stands in the clear in any file that the program left, but for the papers asked for."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".png", ".pdf"}]
    return [path.name for path in files if SECRET.encode() in path.read_bytes()] == []


def test_a_whole_quick_conversation_by_keyboard_from_unlocking_to_the_pdf(tmp_path):
    with a_window(tmp_path) as window:
        begin(window)
        window.picture("question")
        before = window.keys
        window.press(*NOTHING_STANDS_OUT)
        assert window.keys - before <= 1.5 * 17
        window.press("F5", "1", "Return", "Return")
        window.wait_to_see("Bewaar als pdf")
        window.picture("paper")
        window.press("ctrl+s")
        window.focus_newest()
        window.type(str(tmp_path / "advies.pdf"))
        window.press("Return")
        paper = window.wait_for(tmp_path / "advies.pdf")
        assert set(window.titles()) <= {"Verkennend gesprek", ""}
        assert window.is_running
    text = "".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert SECRET in text
    assert "U kunt altijd met uw huisarts over een verwijzing praten" in re.sub(r"\s+", " ", text)
    assert window.said_on_error_output() == ""
    assert nothing_told(tmp_path)


def test_a_killed_program_reopens_at_the_same_question_with_every_answer(tmp_path):
    with a_window(tmp_path) as window:
        begin(window)
        window.press(*NOTHING_STANDS_OUT[:7])
        window.kill_and_restart()
        window.type(PASSPHRASE)
        window.press("Return")
        window.settle()
        window.picture("reopened")
        assert window.is_running
    desk = desk_of(tmp_path)
    desk.unlock(PASSPHRASE)
    row = desk.rows()[0]
    session = desk.open(row.id)
    desk.lock()
    assert row.standing is Standing.TALKING
    assert session.conversation.place == "support"
    assert len(session.conversation.answers) == 8
    assert nothing_told(tmp_path)
