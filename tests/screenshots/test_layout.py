"""Every main screen stands as it was looked at: `INTAKE_PICTURES=1 ./check tests/screenshots` writes it down anew.

Who writes it anew looks at the screens first. Light and dark differ in colour only, so each language is seen in both,
and each size too; that the same screen has the same places in both is shown for a few.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.screenshots.layout import differences, layout_of, parts_in
from tests.screenshots.scenes import LOCKED, SCENES
from tests.ui.audit.cut import check_cut
from tests.ui.audit.faults import Findings, ground
from tests.ui.audit.places import check_places

FOLDER = Path(__file__).parent / "layout"
MOST_BYTES = 400_000
IS_WRITTEN = bool(os.environ.get("INTAKE_PICTURES"))
LOOKS = [("nl", "light", 100), ("nl", "dark", 200), ("en", "dark", 100), ("en", "light", 200)]
IN_EVERY_THEME = ("exploratory", "choose", "person-options")


def kept(name):
    """Return what was written down of a screen: look -> lines."""
    file = FOLDER / f"{name}.txt"
    pieces = file.read_text(encoding="utf-8").split("== ")[1:] if file.exists() else []
    return {head: lines for head, _, lines in (piece.partition("\n") for piece in pieces)}


def write(name, look, parts):
    """Write down how a screen stands in a look; the other looks stay."""
    found = {**kept(name), look: "".join(f"{part}\n" for part in parts)}
    FOLDER.mkdir(exist_ok=True)
    text = "".join(f"== {head}\n{found[head]}" for head in sorted(found))
    (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


def cuts(window):
    """Return what is cut, sticks out, or lies over its neighbour."""
    found = Findings()
    if window is not QApplication.activePopupWidget():  # Qt lays out a menu itself
        check_cut(ground(window), found)
        check_places(ground(window), found)
    return [f"{fault.kind}: {fault.where} {fault.what}" for fault in found.faults]


@pytest.mark.parametrize("language, theme, percent", LOOKS)
def test_every_screen_stands_as_it_was_looked_at(look_at, language, theme, percent):
    look, wrong = f"{language} {percent}", {}
    for name, window in look_at(language, theme, percent):
        parts = layout_of(window)
        if IS_WRITTEN:
            write(name, look, parts)
        told = differences(parts_in(kept(name).get(look, "")), parts) + cuts(window)
        wrong |= {name: told} if told else {}
    assert not wrong, "\n".join(f"{name} ({look}):\n  " + "\n  ".join(told) for name, told in wrong.items())


def test_a_screen_has_the_same_places_in_every_theme(look_at):
    of_theme = {}
    for theme in ("light", "dark", "contrast"):
        of_theme[theme] = {name: layout_of(window) for name, window in look_at("nl", theme, 100, IN_EVERY_THEME)}
    assert of_theme["light"] == of_theme["dark"] == of_theme["contrast"]


def test_what_moved_went_and_came_is_said(show):
    label = show(QLabel("Komt u rond?"), 300, 100)
    before = layout_of(label)
    assert [part.said for part in before] == ["StaticText Komt u rond?"]
    assert differences(before, before) == []
    label.resize(310, 100)
    assert differences(before, layout_of(label)) == [f"moved: {before[0]} -> (0, 0, 310, 100)"]
    label.setText("Hoe gaat het?")
    assert [each.split(":")[0] for each in differences(before, layout_of(label))] == ["gone", "new"]


def test_what_is_kept_is_all_in_use_and_small():
    files = list(FOLDER.glob("*.txt"))
    assert {file.stem for file in files} == {LOCKED, *SCENES}
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES
