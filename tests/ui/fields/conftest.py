"""The look that the house widgets are tested in."""

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


@pytest.fixture(autouse=True)
def source(qapp):
    register_fonts(RESOURCES)
    return apply_theme(qapp, load(RESOURCES, "light"))


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window that is active, and hand the widget back."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
