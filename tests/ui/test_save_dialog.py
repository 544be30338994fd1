"""The question where to keep a paper: in Dutch, with a name that gives nothing away, and nothing when one stops."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton

from intake_app.ui.i18n import install_translators
from intake_app.ui.views.save_dialog import SaveDialog
from tests.ui.fake_desk import RESOURCES

ENGLISH = {"look", "files", "save", "cancel", "back", "forward", "create", "view", "name", "type", "open", "directory"}


@pytest.fixture
def dialog(qapp, qtbot, tmp_path):
    before, used = QLocale(), install_translators(qapp, RESOURCES, "nl")
    made = SaveDialog(None, "Bewaar als pdf", "mijn-advies.pdf")
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setDirectory(str(tmp_path))
    made.selectFile("mijn-advies.pdf")
    qtbot.addWidget(made)
    yield made
    for translator in used:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def test_every_word_on_it_is_dutch(dialog):
    dialog.show()
    words = [each.text() for kind in (QLabel, QPushButton) for each in dialog.findChildren(kind)]
    words += [each.toolTip() for each in dialog.findChildren(QToolButton)]
    said = {word.strip("&:") for text in words for word in text.replace("&", "").casefold().split()}
    assert "opslaan" in said
    assert not said & ENGLISH


def test_a_place_that_was_chosen_comes_back_and_none_after_stopping(dialog, tmp_path):
    QTimer.singleShot(0, dialog.accept)
    assert dialog.ask() == tmp_path / "mijn-advies.pdf"


def test_who_stops_keeps_nothing(dialog):
    QTimer.singleShot(0, dialog.reject)
    assert dialog.ask() is None
