"""Every screen, sheet and notice, in both languages, three themes, four sizes of text and two of the window.

The colours of a theme change no measure (`test_looks_differ_in_colours_only`), so what the room is for is looked at
in one theme and every size, and what the colours are for in every theme at the largest text.
"""

from __future__ import annotations

import re

import pytest

from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import THEMES, Look
from intake_app.ui.screens import PLACES
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.sheet import style_sheet
from intake_app.ui.theme.theme import load
from tests.ui.audit.audit import Check, look_over
from tests.ui.audit.scenes import SCENES
from tests.ui.audit.strays import Strays
from tests.ui.fake_desk import RESOURCES
from tests.ui.test_translations import speak  # noqa: F401  a fixture

USUAL, SMALL, LARGE_SCREEN = (1366, 768), (1024, 700), (2560, 1440)
ROOM = Check.NODES | Check.PLACES
WALK = Check.TABBING | Check.RINGS
LOOKS = (
    (Look(text_percent=80), ((USUAL, ROOM),)),
    (Look(text_percent=100), ((USUAL, ROOM | WALK), (SMALL, ROOM))),
    (Look(text_percent=150), ((SMALL, ROOM),)),
    (Look(text_percent=200), ((USUAL, ROOM), (SMALL, ROOM | WALK), (LARGE_SCREEN, Check.TEXT))),
    (Look(theme="dark", text_percent=200), ((LARGE_SCREEN, Check.TEXT),)),
    (Look(theme="contrast", text_percent=200), ((LARGE_SCREEN, Check.TEXT),)),
)
"""A look -> the sizes of the window that it is looked at in, and what for. Text is largest where it is least clear."""
STATE_LOOKS = (LOOKS[1], (Look(text_percent=200), ((SMALL, ROOM), (LARGE_SCREEN, Check.TEXT))))
PASSING = {"toast", "soon-locked", "tour"}
"""Here a message lies over the window, which goes away by itself or by Esc: what it lies on is looked at elsewhere."""
MAIN = sorted(
    {"talk-one", "talk-exploratory", "talk-flag", "talk-reasons", *(name for name in SCENES if "-" not in name)}
    - PASSING
)
STATES = sorted(set(SCENES) - set(MAIN))
LIVE = ("unlock", "list", "settings", "talk-one", "choose", "agree")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@pytest.fixture
def open_scene(house):  # noqa: ARG001  the look comes first
    """Return what opens a scene in a look; nothing of it is left at the end."""
    opened = []

    def open_scene(name, look, language="nl"):
        put_look(RESOURCES, look)
        opened.append(SCENES[name](language))
        return opened[-1]

    def close():
        while opened:
            opened.pop().close()

    open_scene.close = close
    yield open_scene
    close()


def looked_over(shown, size, checks):
    """Return what is wrong at a size of the window."""
    shown.looked_at.resize(*size)
    shown.settle()
    return [f"{size[0]}: {each}" for each in look_over(shown.looked_at, checks).faults]


NOTHING = Check(0)


def in_looks(open_scene, name, looks, ignored=NOTHING):
    """Return what is wrong with a scene in these looks."""
    found = []
    for look, ways in looks:
        shown = open_scene(name, look)
        for size, checks in ways:
            faults = looked_over(shown, size, checks & ~ignored)
            found += [f"{look.theme} {look.text_percent} % {each}" for each in faults]
        open_scene.close()
    return found


@pytest.mark.parametrize("name", MAIN)
def test_each_screen_can_be_used_by_everyone(open_scene, name):
    assert in_looks(open_scene, name, LOOKS) == []


@pytest.mark.parametrize("name", STATES)
def test_each_state_of_a_screen_can_be_used_by_everyone(open_scene, name):
    assert in_looks(open_scene, name, STATE_LOOKS, WALK if name in PASSING else Check(0)) == []


@pytest.mark.parametrize("name", sorted(SCENES))
def test_english_fits_where_dutch_does_and_no_other_window_comes_up(open_scene, speak, name):  # noqa: F811  the fixture
    speak("en")
    strays = Strays()
    shown = open_scene(name, Look(text_percent=200), "en")
    assert looked_over(shown, SMALL, ROOM) == []
    assert strays.shown == []


@pytest.mark.parametrize("theme", THEMES[1:])
@pytest.mark.parametrize("name", LIVE)
def test_the_focus_can_be_seen_in_every_theme(open_scene, name, theme):
    assert looked_over(open_scene(name, Look(theme=theme)), USUAL, WALK) == []


@pytest.mark.parametrize("name", LIVE)
def test_the_text_can_grow_while_one_looks(open_scene, name):
    shown = open_scene(name, Look())
    put_look(RESOURCES, Look(text_percent=200))
    assert looked_over(shown, SMALL, ROOM | WALK) == []


def test_every_screen_of_the_program_is_among_them():
    assert set(PLACES) - {name.split("-")[0] for name in SCENES} == {"conversation"}  # the talk


@pytest.mark.parametrize("theme", THEMES[1:])
def test_looks_differ_in_colours_only(theme):
    one, other = (load(RESOURCES, name, 1.5) for name in (THEMES[0], theme))
    assert COLOUR.sub("", style_sheet(one)) == COLOUR.sub("", style_sheet(other))
    assert [one.font(use) for use in Type] == [other.font(use) for use in Type]
