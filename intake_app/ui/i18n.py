"""The language of the screen: Dutch is the source; English and Qt's own words come from translation files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from intake_app.core.text import Language

_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def install_translators(app: QCoreApplication, resources: Path, language: Language) -> tuple[QTranslator, ...]:
    """Set the locale and load what there is for the language; returns the translators that are in use."""
    QLocale.setDefault(_LOCALES[language])
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = [(f"qtbase_{language}", qt_folder)]
    if language != "nl":
        wanted.append((language, str(resources / "i18n")))
    found = []
    for name, folder in wanted:
        translator = QTranslator(app)
        if translator.load(name, folder) and app.installTranslator(translator):
            found.append(translator)
    return tuple(found)


def locale_of(language: Language) -> QLocale:
    """Return the locale that writes dates and numbers in this language."""
    return _LOCALES[language]
