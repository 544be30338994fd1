"""The log in words: moments, roles, outcome."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from intake_app.core.text import Language
from intake_app.practice.log_book import LogLine
from intake_app.ui.presenters.conversations import local
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.people_words import role_name

_SHORT = "%d-%m-%Y"


class LogWords:
    """Says what a line of the log holds, in the language of the screen."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._done = QCoreApplication.translate("LogWords", "gelukt")
        self._not_done = QCoreApplication.translate("LogWords", "niet gelukt")
        self._nobody = QCoreApplication.translate("LogWords", "nog onbekend")
        self._removed = QCoreApplication.translate("LogWords", "weg")

    def when(self, line: LogLine) -> str:
        """Return the moment, to the second, in the time of this computer."""
        here = local(line.at)
        return f"{date_words(here.date(), self._language)} {here:%H:%M:%S}"

    def when_in_short(self, line: LogLine) -> str:
        """Return the moment as it stands in a table: figures only."""
        return f"{local(line.at):{_SHORT} %H:%M}"

    def who(self, line: LogLine) -> str:
        """Return who it was, with their roles at that moment."""
        roles = ", ".join(role_name(role) for role in line.roles)
        return ", ".join(filter(None, (line.who or self._nobody, roles)))

    def nobody(self) -> str:
        """Return the word for who was not known yet."""
        return self._nobody

    def talk(self, line: LogLine) -> str:
        """Return the day of the talk it is about; a talk that is no longer there has none."""
        if not line.talk:
            return ""
        return date_words(local(line.talk_opened).date(), self._language) if line.talk_opened else self._removed

    def talk_in_short(self, line: LogLine) -> str:
        """Return the day of the talk as it stands in a table."""
        return f"{local(line.talk_opened):{_SHORT}}" if line.talk_opened else self.talk(line)

    def outcome(self, line: LogLine) -> str:
        """Return whether it was done."""
        return self._done if line.succeeded else self._not_done
