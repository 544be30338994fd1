"""The application in another language, for as long as it takes."""

from __future__ import annotations

from contextlib import contextmanager

from PySide6.QtCore import QLocale

from intake_app.ui.i18n import install_translators
from tests.ui.fake_desk import RESOURCES


@contextmanager
def speaking(app, language):
    """Let an application speak a language."""
    before, used = QLocale(), install_translators(app, RESOURCES, language)
    try:
        yield
    finally:
        for translator in used:
            app.removeTranslator(translator)
        QLocale.setDefault(before)
