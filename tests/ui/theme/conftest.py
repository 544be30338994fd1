"""The look that these tests draw with."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake_app.ui.theme.apply import apply_theme
from intake_app.ui.theme.fonts import register_fonts
from intake_app.ui.theme.theme import load

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def resources():
    return RESOURCES


@pytest.fixture
def source(qapp):
    register_fonts(RESOURCES)
    return apply_theme(qapp, load(RESOURCES, "light"))
