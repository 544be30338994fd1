"""What every test of a screen needs: singletons that live, and the house's look."""

from __future__ import annotations

import pytest

from intake_app.core.clock import SystemClock
from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import Look
from intake_app.ui.screen import ScreenContext
from intake_app.ui.singletons import keep_singletons
from intake_app.ui.theme.fonts import register_fonts
from tests.shipped import TODAY
from tests.ui.fake_desk import RESOURCES
from tests.ui.practice_desk import PromptShell
from tests.ui.shell_probe import ShellProbe

keep_singletons()


@pytest.fixture(autouse=True)
def _on_the_day_of_the_examples(monkeypatch):
    """Have the computer's clock run on the day that the examples are about, whichever day it is."""
    running = SystemClock.now
    back = TODAY - running(SystemClock()).date()
    monkeypatch.setattr(SystemClock, "now", lambda clock: running(clock) + back)


@pytest.fixture
def house(qapp):  # noqa: ARG001  there must be an application
    """Give the application the light look, and give it again afterwards when a test changed it."""
    register_fonts(RESOURCES)
    yield put_look(RESOURCES, Look())
    put_look(RESOURCES, Look())


@pytest.fixture
def make_probe(qtbot, house):  # noqa: ARG001  the look comes first
    """Return a maker of probes; every window it made is closed."""
    made = []

    def make(desk=None):
        made.append(ShellProbe(qtbot, desk))
        return made[-1]

    yield make
    for probe in made:
        probe.close()


@pytest.fixture
def show(qtbot, house):  # noqa: ARG001  the look comes first
    """Return what shows a widget as a window of this size, and waits until one can type in it."""

    def show(widget, width=1366, height=768):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def show_screen(show, house):
    """Return what shows a screen on a desk, beside a shell that does slow work at once unless it waits."""

    def show_screen(screen, desk, *, waits=False, **facts):
        shell = PromptShell(waits=waits)
        return show(screen(ScreenContext(desk=desk, shell=shell, themes=house, resources=RESOURCES, **facts)))

    return show_screen
