"""A quick and an exploratory conversation once more with the mouse: only words are typed."""

from __future__ import annotations

import pytest

from tests.journeys.hands import Mouse
from tests.journeys.real_window import a_window
from tests.journeys.test_exploratory_conversation import ANSWERS as EXPLORING
from tests.journeys.test_exploratory_conversation import MONEY, SLEEP, words_of
from tests.journeys.test_quick_conversation import NAME, PASSPHRASE, SECRET, desk_of, nothing_told

pytestmark = [pytest.mark.journey, pytest.mark.required, pytest.mark.timeout(300)]
ANSWERS = {
    "Waar moet het voor u over gaan?": f"Rust, en {SECRET}",
    "Hoe zeker bent u": 8,
    "Waar wilt u het eerst": 5,
    "Hoe gaat het met geld": 3,
    "Wat speelt er nu voor u?": 2,
    "Komt u deze maand rond": 3,
}


def unlock_new(window):
    for field, words in (("Uw naam", NAME), ("Uw wachtzin", PASSPHRASE), ("Nog een keer dezelfde", PASSPHRASE)):
        window.click(field, "EditableText")
        window.type(words)
    window.click("Openen", "Button")
    window.wait_to_see("Maak een herstelblad")
    window.click("Later", "Button")


def keep(window, name):
    """Keep the paper in view, where the dialog asks."""
    window.click("Bewaar als pdf", "Button")
    window.focus_newest()
    window.type(str(window.folder / name))
    window.press("Return")
    paper = window.wait_for(window.folder / name)
    window.focus_newest()
    return words_of(paper)


def begin(window, kind, *present):
    unlock_new(window)
    window.click(kind, "Button")
    for each in present:
        window.click(each)
    window.click("Begin het gesprek", "Button")
    window.wait_to_see("Samen kiezen")
    return Mouse(window)


def finish(window):
    """Take what stands first, agree, and keep the paper."""
    window.click("Samen kiezen", "Button")
    window.click("Neem", "Button")
    window.click("Afspraken maken", "Button")
    window.click("Naar het papier", "Button")
    window.wait_to_see("Bewaar als pdf")
    return keep(window, "advies.pdf")


def kept(folder):
    desk = desk_of(folder)
    desk.unlock(PASSPHRASE)
    told = desk.open(desk.rows()[0].id).conversation
    desk.lock()
    return told


def test_a_whole_quick_conversation_by_mouse_from_unlocking_to_the_pdf(tmp_path):
    with a_window(tmp_path) as window:
        hands = begin(window, "Kort gesprek")
        hands.answer(ANSWERS)
        window.picture("talk")
        own = finish(window)
        assert window.keys == 1  # Enter in the dialog of the system
        assert window.said_on_error_output() == ""
    assert SECRET in own
    assert nothing_told(tmp_path)
    assert len(kept(tmp_path).answers) == len(set(hands.met))


def test_a_whole_exploratory_conversation_by_mouse_from_unlocking_to_the_pdf(tmp_path):
    with a_window(tmp_path) as window:
        hands = begin(window, "Verkennend gesprek", "Naaste")
        for topic in (SLEEP, MONEY):
            hands.answer(EXPLORING, until=topic)
            window.click("Hier wil ik over praten")
        hands.answer(EXPLORING)
        window.click("Nu even alleen")
        hands.go_on()
        hands.answer(EXPLORING)
        window.click("Nu even alleen")
        window.click("Mensen om u heen", "Button")
        window.click("Iemand erbij")
        window.type("Sanne")
        window.click("Terug")
        window.click("Wat eerst", "Button")
        window.click("Omhoog: Geld en schulden")
        window.picture("first")
        own = finish(window)
        assert window.keys == 1
        assert window.said_on_error_output() == ""
    assert SECRET in own
    assert nothing_told(tmp_path)
    told = kept(tmp_path)
    assert [each.topic for each in told.wishes] == ["money", "sleep"]
    assert [each.name for each in told.ties] == ["Sanne"]
