"""Holds whole talks one after the other, and looks what the process keeps."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from intake_app.ui.presenters.talk_question import FieldKind

if TYPE_CHECKING:
    from intake_app.ui.views.conversation import ConversationScreen
    from tools.screen_time.program import Program

ROLLUP = Path("/proc/self/smaps_rollup")
SCREENS = ("choose", "agree", "papers")
PAPER = "person_advice"
GLANCE, LOOK = 0.17, 0.8
"""Seconds for an answer, and for a screen: far less than anybody takes, and enough to let go of the one before."""


def proportional_megabytes() -> float:
    """Return the proportional set size of this process in MB of a million bytes; Linux only."""
    lines = ROLLUP.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6


def widgets() -> int:
    """Return how many widgets there are."""
    return len(QApplication.allWidgets())


def one_talk(program: Program) -> None:
    """Begin a talk, answer all of it by keys, look at the options, agree, make a paper, and go back to the list."""
    program.begin("quick")
    _answer_all(program, program.window.shown)
    for name in SCREENS:
        program.window.go(name)
        program.rest(LOOK)
    program.desk.pdf(program.window.session, PAPER)
    program.window.go("list")
    program.rest(LOOK)


def _answer_all(program: Program, screen: ConversationScreen) -> None:
    """Go through the talk; who measures holds on to nothing of it afterwards, or the program could not let go."""
    seen = set()
    while screen.talk.current not in seen:
        seen.add(screen.talk.current)
        _answer(program, screen)


def _answer(program: Program, screen: ConversationScreen) -> None:
    """Give the answer that weighs least, and go on."""
    kind = screen.talk.question().field.kind
    if kind is FieldKind.TEXT:
        screen.talk.answer("Rust")
    else:
        screen.panel.press_key("7" if kind is FieldKind.SCALE else "1")
    here = screen.talk.current
    program.rest(GLANCE)
    screen.layer.close_sheet()
    if screen.talk.current == here:
        screen.foot.next.click()
    program.rest(GLANCE)


def measured(program: Program, talks: int) -> list[dict[str, float]]:
    """Return what the process has after each talk."""
    found = []
    for _ in range(talks):
        one_talk(program)
        found.append({"pss": proportional_megabytes(), "widgets": widgets(), "objects": len(gc.get_objects())})
    return found
