"""The log, for the privacy officer: what is filtered, an event whole, keeping it as a file, checking its chain."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from intake_app.core.clock import today
from intake_app.practice.log_book import LogBook, LogCheck, LogQuery
from intake_app.practice.rights import Action
from intake_app.ui.presenters.log import REVIEW, LogFound, LogReader
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.log_parts import LogParts
from intake_app.ui.views.moments import count_words
from intake_app.ui.views.papers_pages import keep_private
from intake_app.ui.views.save_dialog import SaveDialog


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """The slow work of keeping what is filtered as a file that only its owner reads."""

    log: LogBook
    query: LogQuery
    path: Path

    def __call__(self) -> str:
        """Write it; returns the name of the file. Raises `ProblemsError` and `OSError`."""
        keep_private(self.path, self.log.export(self.query))
        return self.path.name


class LogScreen(LogParts):
    """What is wanted is asked off the drawing thread; only the answer to the newest question is shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._log = context.office.log
        self._reader = LogReader(self._log)
        self._connect()
        may_read = context.office.people.may(Action.READ_LOG)
        self.show_rights(may_read=may_read)
        if may_read:
            self.ask()

    def _connect(self) -> None:
        self.filters.changed.connect(self.ask)
        self.filters.stepped_down.connect(self.table.setFocus)
        self.table.looked_at.connect(self._on_looked_at)
        self.review.clicked.connect(self._on_review)
        self.export.clicked.connect(self._on_export)
        self.check.clicked.connect(self._on_check)
        slash = QShortcut(QKeySequence("/"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self._on_slash)

    @Slot()
    def ask(self) -> None:
        """Ask the log for what is filtered, unless that was asked last."""
        asking = self._reader.ask(self.filters.chosen.query(today()))
        if asking is not None:
            self.busy.begin(self.tr("Bezig met zoeken …"))
            self.context.shell.run(asking, self._on_found, self._on_not_found)

    def _on_found(self, found: object) -> None:
        if isinstance(found, LogFound) and self._reader.is_newest(found.number):
            self.busy.end()
            self.outcome.say("")
            self.show_lines(found.lines)

    def _on_not_found(self, error: Exception) -> None:
        self._reader.give_up()
        self.busy.end()
        self.outcome.say(fault_words(self.context.desk, error, self.tr("Zoeken lukte niet. Probeer het nog eens.")))

    @Slot()
    def _on_looked_at(self) -> None:
        self.details.show_line(self.table.chosen)

    @Slot()
    def _on_review(self) -> None:
        self.filters.show_filter(REVIEW)
        self.ask()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_slash(self) -> None:
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_export(self) -> None:
        chosen = SaveDialog(self, self.tr("Bewaren als csv"), f"logboek-{today()}.csv", "CSV (*.csv)").ask()
        if chosen is not None:
            self.keep_at(chosen.with_suffix(".csv"))

    def keep_at(self, path: Path) -> None:
        """Keep what is filtered as a file."""
        self._begin(self.tr("Bezig met bewaren …"))
        work = Keeping(log=self._log, query=self.filters.chosen.query(today()), path=path)
        self.context.shell.run(work, self._on_kept, self._on_not_kept)

    def _on_kept(self, name: object) -> None:
        self._end()
        words = self.tr("Bewaard als {name}. Er staan namen van collega's in: leg het veilig weg.")
        self.outcome.say(words.format(name=name))

    def _on_not_kept(self, error: Exception) -> None:
        self._end()
        words = self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte.")
        self.outcome.say(fault_words(self.context.desk, error, words))

    @Slot()
    def _on_check(self) -> None:
        self._begin(self.tr("Bezig met controleren …"))
        self.context.shell.run(self._log.check, self._on_checked, self._on_not_checked)

    def _on_checked(self, found: object) -> None:
        self._end()
        if isinstance(found, LogCheck):
            whole = self.tr("Het logboek klopt. Er is niets veranderd en niets weg; gebeurtenissen: {count}.")
            count = count_words(found.events, self.context.desk.language)
            self.outcome.say(found.problem or whole.format(count=count))

    def _on_not_checked(self, error: Exception) -> None:
        self._end()
        words = self.tr("Controleren lukte niet. Probeer het nog eens.")
        self.outcome.say(fault_words(self.context.desk, error, words))

    def _begin(self, words: str) -> None:
        self.outcome.say("")
        self.busy.begin(words)
        for button in (self.export, self.check):
            button.setEnabled(False)

    def _end(self) -> None:
        self.busy.end()
        for button in (self.export, self.check):
            button.setEnabled(True)
