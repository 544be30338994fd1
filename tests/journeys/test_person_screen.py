"""With the person's window open nothing that is silent comes to light, wherever the practitioner goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.journeys import test_silent_screens as silent
from tests.journeys.test_silent_screens import (
    MARKS,
    TOLD,
    a_file,
    through_choosing,
    through_the_papers,
    through_the_talk,
)
from tests.ui.silent_words import hidden_questions, leaks

house, walk = silent.house, silent.walk
Key = Qt.Key


def open_beside(made):
    """Open the talk with the window for the person."""
    made.open()
    made.window.do("person_window")
    made.activate()
    made.look()


@pytest.mark.parametrize("flag,mode", [("domestic_violence", "exploratory"), ("child_safety", "quick")])
def test_the_persons_window_gives_nothing_away_while_one_walks_everywhere(walk, flag, mode):
    made = walk(a_file(TOLD[flag], mode))
    open_beside(made)
    for way in (through_the_talk, through_choosing, through_the_papers):
        way(made)
    assert made.window.beside is not None
    assert not leaks(made.said, MARKS)


def test_in_a_moment_alone_the_persons_window_still_shows_none_of_it(walk):
    made = walk(a_file(TOLD["domestic_violence"], "exploratory"))
    open_beside(made)
    made.key(Key.Key_A)
    for question in hidden_questions():
        made.screen._on_opened(question.id)
        assert made.screen.talk.current != question.id or made.window.beside.is_paused
    assert made.window.beside.is_paused
