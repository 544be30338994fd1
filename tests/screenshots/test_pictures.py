"""The pictures of README and manual are made here: `INTAKE_PICTURES=1 ./check tests/screenshots` writes them anew.

A plain run makes each picture again and compares its size and its look, coarsely, with the one that is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from intake_app.advice.plan import Choice, Decision
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from tests.shipped import TODAY
from tests.ui.conftest import house, make_probe  # noqa: F401  fixtures

PICTURES = Path(__file__).parents[2] / "docs" / "manual" / "images"
ANSWERS = {
    "own_question": "Rust in mijn buik, en iemand die met mij de brieven doorneemt",
    "reading": "easy",
    "body_sudden": "nothing_new",
    "area_body": "weighs",
    "which_body": ("complaints",),
    "complaint_kind": ("belly",),
    "complaint_burden": "moderate",
    "complaint_alarm": ("none",),
    "complaint_seen": "not_seen",
    "area_mind": "ok",
    "which_mind": ("worry",),
    "worry": "sometimes",
    "area_social": "goes_well",
    "area_society": "weighs",
    "which_society": ("money",),
    "debts": "arrears",
    "support": "one_person",
    "life_not_worth": "no",
    "suicide_thoughts": "no",
}
COARSE = QSize(48, 27)
MOST_DIFFERENCE = 12.0
SETTLED_MS = 400
"""Panes and columns find their widths within this time."""


def a_talk(probe):
    situation = Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=35, gender="woman", pc4="8952"))
    session = probe.desk.start(situation)
    for question, value in ANSWERS.items():
        session.answer(question, value)
    session.move("conversation", "money_round")
    probe.window.hold(session)
    return session


def brightness(image):
    small = image.scaled(COARSE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).value() for x in range(COARSE.width()) for y in range(COARSE.height())]


@pytest.mark.parametrize("screen", ["conversation", "choose", "directory"])
def test_the_picture_that_is_kept_shows_the_program_as_it_is(make_probe, qtbot, screen):  # noqa: F811
    probe = make_probe()
    probe.unlock()
    session = a_talk(probe)
    if screen == "choose":
        session.choose(Choice(kind="geldfit", decision=Decision.TAKEN))
    probe.window.go(screen, "wr_schuldhulp" if screen == "directory" else "")
    probe.window.resize(1366, 768)
    qtbot.wait(SETTLED_MS)
    image = probe.window.grab().toImage()
    kept = PICTURES / f"{screen}.png"
    if os.environ.get("INTAKE_PICTURES"):
        image.save(str(kept))
    before, after = brightness(QImage(str(kept))), brightness(image)
    assert image.size() == QImage(str(kept)).size()
    assert sum(abs(a - b) for a, b in zip(before, after, strict=True)) / len(after) <= MOST_DIFFERENCE
