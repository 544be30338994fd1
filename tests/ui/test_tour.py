"""The tour: five steps over the real window, by keys, in nobody's way; and the way to the examples."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from intake_app.ui import tour as tour_module
from intake_app.ui.presenters.tour import KEYS, example_talk, steps
from intake_app.ui.views import tour as view
from intake_app.ui.views.tour import TourFrame, TourNote, beside, seen_of
from tests.ui.choosing_talk import PaperDesk, a_full_talk
from tests.ui.fake_desk import FakeDesk, a_situation
from tests.ui.practice_desk import practice_desk

PLACES = ["list", "conversation", "conversation", "choose", "papers"]


@pytest.fixture
def said(monkeypatch):
    """Return what a screen reader was told by the tour."""
    words = []
    monkeypatch.setattr(view, "announce", lambda _widget, said: words.append(said))
    return words


@pytest.fixture
def opened(monkeypatch):
    """Return the languages in which the examples were opened, without opening them."""
    languages = []
    monkeypatch.setattr(tour_module, "open_examples", lambda _resources, language: languages.append(language) or True)
    return languages


@pytest.fixture
def probe(make_probe):
    desk = practice_desk(is_demo=True)
    a_full_talk(desk)
    made = make_probe(desk)
    made.unlock()
    return made


def note_of(probe):
    notes = [each for each in probe.window.findChildren(TourNote) if each.isVisible()]
    return notes[0] if notes else None


def frame_of(probe):
    return next(each for each in probe.window.findChildren(TourFrame) if not each.isHidden())


def test_enter_leads_through_the_five_steps_on_the_real_screens_and_ends(probe, said):
    probe.window.do("tour")
    for number, place in enumerate(PLACES, start=1):
        assert probe.name == place
        assert said[-1].startswith(f"Stap {number} van 5. ")
        assert note_of(probe).place.text() == f"Stap {number} van 5"
        probe.press(Qt.Key.Key_Return)
    assert note_of(probe) is None
    assert len(said) == len(PLACES)
    assert probe.name == "papers"


def test_each_step_points_at_what_it_is_about(probe):
    probe.window.do("tour")
    parts = ("table", "panel", "picture", "columns", "list")
    for part in parts:
        target = getattr(probe.screen, part)
        assert isinstance(target, QWidget)
        probe.qtbot.waitUntil(lambda target=target: frame_of(probe).geometry() == seen_of(target, probe.window))
        probe.press(Qt.Key.Key_Return)


def test_escape_ends_it_and_leaves_one_where_one_is(probe):
    probe.window.do("tour")
    probe.press(Qt.Key.Key_Return)
    probe.press(Qt.Key.Key_Escape)
    assert note_of(probe) is None
    assert probe.name == "conversation"


def test_it_keeps_nobody_from_the_program_and_goes_when_one_goes_elsewhere(probe):
    probe.window.do("tour")
    probe.press(Qt.Key.Key_Return)
    probe.press(Qt.Key.Key_F3)
    assert probe.name == "directory"
    assert note_of(probe) is None


def test_it_is_gone_when_the_program_locks(probe):
    probe.window.do("tour")
    probe.window.lock()
    assert note_of(probe) is None


def test_the_list_offers_it_among_the_examples(probe):
    assert probe.screen.tour_line.isVisible()
    probe.screen.tour.click()
    assert note_of(probe) is not None
    assert QApplication.focusWidget() is note_of(probe).next


def test_a_new_practice_is_offered_it_until_its_first_talk(make_probe, opened):
    probe = make_probe(FakeDesk())
    probe.unlock()
    assert probe.screen.tour_line.isVisible()
    probe.screen.tour.click()
    assert opened == ["nl"]
    assert note_of(probe) is None
    assert probe.window.toasts.isVisible()


def test_a_practice_with_talks_finds_it_in_the_menu_only(make_probe, opened):
    desk = practice_desk()
    a_full_talk(desk)
    probe = make_probe(desk)
    probe.unlock()
    assert not probe.screen.tour_line.isVisible()
    probe.window.do("tour")
    assert opened == ["nl"]


def test_the_examples_open_as_a_program_of_their_own(monkeypatch):
    begun = []
    monkeypatch.setattr(tour_module.QProcess, "startDetached", lambda *words: begun.append(words) or (True, 7))
    assert tour_module.open_examples("/somewhere", "en")
    (_program, words) = begun[0]
    assert words[-5:] == ["--resources", "/somewhere", "--lang", "en", "--demo"]


def test_the_talk_in_which_most_was_said_is_shown():
    desk = PaperDesk()
    assert example_talk(desk) is None
    desk.start(a_situation())
    _, most = a_full_talk(desk)
    assert example_talk(desk) == most.conversation.id


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_steps_name_the_keys_and_stay_short(language):
    found = steps(FakeDesk(language=language), dict.fromkeys(KEYS, "KEY"))
    assert [each.screen for each in found] == PLACES
    assert all("{" not in each.spoken and len(each.words) < 170 for each in found)
    assert sum(each.words.count("KEY") for each in found) == len(KEYS)


ROOM, NOTE = QSize(1366, 768), QSize(400, 200)


@pytest.mark.parametrize(
    "around,place",
    [
        (QRect(0, 80, 270, 600), QPoint(286, 80)),
        (QRect(1060, 80, 306, 600), QPoint(644, 80)),
        (QRect(40, 80, 1280, 200), QPoint(40, 296)),
        (QRect(40, 380, 1280, 380), QPoint(40, 164)),
        (QRect(), QPoint(475, 276)),
        (QRect(0, 0, 1366, 768), QPoint(949, 551)),
    ],
    ids=["right", "left", "below", "above", "in the middle", "over it"],
)
def test_the_note_lies_beside_what_it_is_about_and_within_the_window(around, place):
    found = beside(around, NOTE, ROOM)
    assert (found - place).manhattanLength() <= 2
    assert QRect(QPoint(0, 0), ROOM).contains(QRect(found, NOTE))
