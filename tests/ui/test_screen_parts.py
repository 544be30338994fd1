"""The fields of a screen: where the caret comes back, and what is no part of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from intake_app.ui import screen_parts as parts


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("at, back", [(2, "2"), (8, "3")])
def test_the_caret_of_a_text_that_became_shorter_stands_at_its_end(qtbot, kind, at, back):
    field = kind("rus")
    qtbot.addWidget(field)
    parts.put_caret(field, at)
    assert parts.caret_in(field) == back


def test_the_window_that_asks_for_a_file_is_no_part_of_the_screen(qtbot):
    screen = QWidget()
    qtbot.addWidget(screen)
    own = QLineEdit("Rust", screen)
    asking = QFileDialog(screen)
    asking.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert asking.findChildren(QLineEdit)
    assert [field for _, field in parts.texts(screen, None)] == [own]
