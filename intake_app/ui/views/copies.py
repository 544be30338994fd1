"""The copies of the store: how it stands with them, making one, where they lie, trying one, putting one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from intake_app.practice.copies import CopyLine
from intake_app.practice.rights import Action
from intake_app.ui.presenters.copies import Shelf, look, look_elsewhere
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.copies_parts import CopiesParts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.moments import moment_words

if TYPE_CHECKING:
    from collections.abc import Callable


class CopiesScreen(CopiesParts):
    """One thing at a time: while a copy is made or tried, the other buttons rest."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._may_copy = context.office.people.may(Action.COPY)
        self._may_restore = context.office.people.may(Action.RESTORE)
        self._shelf: Shelf | None = None
        self._connect()
        self.show_rights(may_copy=self._may_copy)
        self._rest(is_busy=False)
        if self._may_copy:
            self.state_busy.begin(self.tr("Bezig met kijken …"))
            self._run(partial(look, self._copies), self._on_looked, self._on_look_failed)

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.try_out.clicked.connect(self._on_try)
        self.put_back.clicked.connect(self._on_put_back)
        self.table.picked.connect(self._on_try)
        self.restore.dropped.connect(self._on_restore_dropped)
        self.restore.confirmed.connect(self._on_restore_confirmed)

    def _run(
        self, job: Callable[[], object], done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        self._rest(is_busy=True)
        self.context.shell.run(job, done, failed)

    def _rest(self, *, is_busy: bool) -> None:
        """Let the buttons rest while something goes on, and those that have nothing to work on always."""
        has_copies = self._shelf is not None and bool(self._shelf.copies)
        self.make.setEnabled(not is_busy)
        self.elsewhere.setEnabled(not is_busy)
        self.try_out.setEnabled(not is_busy and has_copies)
        self.put_back.setEnabled(not is_busy and has_copies)
        self.put_back.setVisible(self._may_restore)

    def _on_looked(self, found: object) -> None:
        if isinstance(found, Shelf):
            self._shelf = found
            self.show_shelf(found, parts.now())
        self._end()

    def _on_look_failed(self, error: Exception) -> None:
        self._end()
        self.standing.setText(fault_words(self.context.desk, error, self.tr("Kijken in de map lukte niet.")))

    def _end(self) -> None:
        for busy in (self.state_busy, self.try_busy):
            busy.end()
        self._rest(is_busy=False)

    @Slot()
    def _on_make(self) -> None:
        work = Work()
        self.made.say("")
        self.state_busy.begin(self.tr("Bezig met kopiëren …"), work)
        self._run(partial(self._make_and_look, work), self._on_made, self._on_make_failed)

    def _make_and_look(self, work: Work) -> Shelf:
        self._copies.make(work.tell)
        return look(self._copies)

    def _on_made(self, found: object) -> None:
        self._on_looked(found)
        self.made.say(self.tr("De reservekopie is gemaakt en nagekeken."))

    def _on_make_failed(self, error: Exception) -> None:
        self._end()
        words = self.tr("Er is geen reservekopie gemaakt. Probeer het nog eens, of kies een andere map.")
        self.made.say(fault_words(self.context.desk, error, words))

    @Slot()
    def _on_elsewhere(self) -> None:
        folder = self.ask_folder()
        if folder:
            self.move_to(folder)

    def ask_folder(self) -> str:
        """Ask in which folder copies go; empty when one changes one's mind."""
        before = self._shelf.state.folder if self._shelf else ""
        return QFileDialog.getExistingDirectory(self, self.tr("Map voor reservekopieën"), before)

    def move_to(self, folder: str) -> None:
        """Put copies in this folder from now on."""
        self.state_busy.begin(self.tr("Bezig met kijken …"))
        self._run(partial(look_elsewhere, self._copies, folder), self._on_moved, self._on_move_failed)

    def _on_moved(self, found: object) -> None:
        self._on_looked(found)
        self.moved.say(self.tr("Nieuwe kopieën komen vanaf nu hier."))

    def _on_move_failed(self, error: Exception) -> None:
        self._end()
        words = self.tr("Deze map kan niet worden gebruikt. Kies een andere.")
        self.moved.say(fault_words(self.context.desk, error, words))

    @Slot()
    def _on_try(self) -> None:
        chosen = self.table.chosen
        if chosen is None or not self.try_out.isEnabled():
            return
        work = Work()
        self.tried.say("")
        self.try_busy.begin(self.tr("Bezig met proberen …"), work)
        self._run(partial(self._copies.try_out, chosen.path, work.tell), self._on_tried, self._on_try_failed)

    def _on_tried(self, found: object) -> None:
        self._end()
        if isinstance(found, CopyLine):
            moment = moment_words(found.made, self.context.desk.language)
            words = self.tr("De kopie van {moment} werkt. Alles erin is gelezen; gesprekken: {count}.")
            self.tried.say(words.format(moment=moment, count=found.talks))
        self.remind.hide()

    def _on_try_failed(self, error: Exception) -> None:
        self._end()
        words = self.tr("Deze kopie werkt niet. Probeer een andere, en maak een nieuwe.")
        self.tried.say(fault_words(self.context.desk, error, words))

    @Slot()
    def _on_put_back(self) -> None:
        chosen = self.table.chosen
        if chosen is not None:
            words = self.tr(
                "De kopie van {moment} terugzetten? Het programma vergrendelt eerst. Daarna ziet u wat er verandert, "
                "en beslist u. Er verandert nu nog niets."
            )
            self.restore.ask(words.format(moment=moment_words(chosen.made, self.context.desk.language)))

    @Slot()
    def _on_restore_dropped(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_restore_confirmed(self) -> None:
        chosen = self.table.chosen
        if chosen is not None:
            self.context.shell.go("unlock", chosen.path)
