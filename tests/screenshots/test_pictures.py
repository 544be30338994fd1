"""The pictures of README and manual are made here: `INTAKE_PICTURES=1 ./check tests/screenshots` writes them anew.

A plain run makes each picture again and compares its size and its look, coarsely, with the one that is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

MANUAL = Path(__file__).parents[2] / "docs" / "manual"
PICTURES = MANUAL / "images"
LIGHT, DARK, LARGE = ("light", 100), ("dark", 100), ("light", 200)
KEPT = {
    LIGHT: {
        "list": "list",
        "start_quick": "start",
        "quick": "conversation",
        "exploratory": "exploratory",
        "person-question": "person",
        "person-wheel": "person-wheel",
        "ecogram": "ecogram",
        "priorities": "priorities",
        "choose": "choose",
        "compare": "compare",
        "agree": "agree",
        "papers": "papers",
        "directory": "directory",
        "reasons": "reasons",
    },
    DARK: {"quick": "conversation-dark"},
    LARGE: {"quick": "conversation-large"},
}
"""Theme and text size -> screen -> name of its picture."""
MOST_PICTURES, MOST_BYTES = 16, 3_000_000
COARSE = QSize(48, 27)
MOST_DIFFERENCE = 12.0
SETTLED_MS = 200
"""Panes and columns find their widths, and pages are drawn, within this time."""


def brightness(image):
    small = image.scaled(COARSE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).value() for x in range(COARSE.width()) for y in range(COARSE.height())]


def difference(one, other):
    """Return how much two pictures differ in brightness on average, 0 to 255; as much as can be in another size."""
    pairs = list(zip(brightness(one), brightness(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs) if one.size() == other.size() else 255.0


@pytest.mark.parametrize("look", KEPT, ids=str)
def test_the_pictures_that_are_kept_show_the_program_as_it_is(look_at, look):
    for screen, window in look_at("nl", *look, KEPT[look]):
        QTest.qWait(SETTLED_MS)
        image, name = window.grab().toImage(), KEPT[look][screen]
        file = str(PICTURES / f"{name}.png")
        if os.environ.get("INTAKE_PICTURES"):
            image.save(file)
        assert difference(QImage(file), image) <= MOST_DIFFERENCE, name


def test_the_pictures_are_few_and_small_and_each_is_in_the_manual():
    files = list(PICTURES.glob("*.png"))
    assert {file.stem for file in files} == {name for screens in KEPT.values() for name in screens.values()}
    assert len(files) <= MOST_PICTURES
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES
    told = "".join(page.read_text(encoding="utf-8") for page in MANUAL.glob("*.md"))
    assert [file.name for file in files if f"images/{file.name}" not in told] == []
