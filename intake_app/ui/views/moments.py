"""Days, moments and sizes in words, for what may be of another year."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale

from intake_app.core.text import Language
from intake_app.ui.i18n import locale_of
from intake_app.ui.presenters.conversations import local


def date_words(day: datetime.date, language: Language) -> str:
    """Return a day as in "zo 22 nov 2026"."""
    return locale_of(language).toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy").replace(".", "")


def moment_words(at: datetime.datetime, language: Language) -> str:
    """Return a moment as in "zo 22 nov 2026, 10:32", in the time of this computer."""
    here = local(at)
    return f"{date_words(here.date(), language)}, {here:%H:%M}"


def size_words(size: int, language: Language) -> str:
    """Return the size of a file as in "1,2 MB"."""
    return locale_of(language).formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def count_words(count: int, language: Language) -> str:
    """Return a number as in "12.480"."""
    return locale_of(language).toString(count)
