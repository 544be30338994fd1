"""What was wrong with rows and fields of a list, to mend it by: on screen, on the clipboard, or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.core.problems import Problem
from intake_app.ui.presenters.directory_files import Review
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.views import parts
from intake_app.ui.views.directory_files_table import RowsModel, RowsTable
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.papers_pages import keep_private
from intake_app.ui.views.save_dialog import SaveDialog
from intake_app.ui.views.told import Told

if TYPE_CHECKING:
    from collections.abc import Sequence


class ToldPane(QWidget):
    """One message a line; the one that one stands on is shown whole below."""

    def __init__(self, words: ListWords, review: Review) -> None:
        super().__init__()
        self._review = review
        heads = (words.say("told_where"), words.say("told_what"))
        self.table = RowsTable(self.tr("Meldingen"), RowsModel(heads, self._row), (3, 5), {})
        self.whole, self.kept = parts.text(""), Told()
        self.copy = parts.button(self.tr("Kopieer als tekst"), icon="copy")
        self.keep = parts.button(self.tr("Bewaar als lijst …"), icon="file")
        deeds = Flow()
        for button in (self.copy, self.keep):
            deeds.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.text(words.say("told_about")))
        column.addWidget(self.table, 1)
        for part in (self.whole, deeds, self.kept):
            column.addWidget(part)
        self.setFocusProxy(self.table)
        self.table.looked_at.connect(self._on_looked_at)
        self.copy.clicked.connect(self._on_copy)
        self.keep.clicked.connect(self._on_keep)
        self.table.show_things(review.plan.incoming.problems)

    @property
    def _found(self) -> Sequence[Problem]:
        return self._review.plan.incoming.problems

    def _row(self, thing: object) -> Row:
        return self._review.told_row(thing) if isinstance(thing, Problem) else Row(cells=("", ""))

    @Slot()
    def _on_looked_at(self) -> None:
        at = self.table.at
        self.whole.setText(self._review.told_row(self._found[at]).spoken if 0 <= at < len(self._found) else "")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._review.told_text())
        self.kept.say(self.tr("Gekopieerd. U kunt het nu ergens plakken, bijvoorbeeld in een mail."))

    @Slot()
    def _on_keep(self) -> None:
        chosen = SaveDialog(self, self.tr("Bewaar de meldingen"), self.tr("meldingen.txt"), "TXT (*.txt)").ask()
        if chosen is not None:
            self.keep_at(chosen.with_suffix(".txt"))

    def keep_at(self, path: Path) -> None:
        """Keep all messages as a file of text."""
        try:
            keep_private(path, self._review.told_text().encode())
        except OSError:
            self.kept.say(self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte."))
        else:
            self.kept.say(self.tr("Bewaard als {name}.").format(name=path.name))
