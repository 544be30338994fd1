"""How a paper leaves the program: kept, kept behind a password, printed, or copied as text. Each time is logged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from intake_app.conversation.desk import JOURNAL
from intake_app.core.clock import today
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.papers import Papers
from intake_app.ui.presenters.papers_codes import JournalCodes
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.papers_clipboard import the_clipboard
from intake_app.ui.views.papers_data import PaperData
from intake_app.ui.views.papers_pages import Pages, keep_private, neutral_printer, print_pages
from intake_app.ui.views.papers_parts import PapersParts
from intake_app.ui.views.papers_password import PaperPassword
from intake_app.ui.views.save_dialog import SaveDialog


class PapersLeaving(PapersParts):
    """The ways out. `pages` is the paper in view, once it was made."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.papers = Papers(context.desk, context.talk, today())
        self.papers.enter()
        self.codes = JournalCodes(context.desk, context.talk)
        self.pages: Pages | None = None
        self.password, self.data = PaperPassword(), PaperData(context)
        self.side.put_below(self.password)
        self.side.put_below(self.data)

    @Slot()
    def on_copy(self) -> None:
        """Copy the text for the journal, for half a minute."""
        self.papers.released(JOURNAL)
        the_clipboard().put(self.codes.text())
        self.context.shell.toast(self.tr("Gekopieerd. Over 30 seconden is het van het klembord."))

    @Slot()
    def on_keep(self) -> None:
        """Keep the paper in view where one says."""
        path = self.ask_path() if self.pages is not None and self.keep.isEnabled() else None
        if path is not None:
            self.keep_at(path)

    def ask_path(self, name: str = "") -> Path | None:
        """Ask where to keep the paper, as `name` if one likes; None when one changes one's mind."""
        return SaveDialog(self, self.tr("Bewaar als pdf"), name or self.papers.file_name()).ask()

    def keep_at(self, path: Path) -> None:
        """Keep the paper in view at a place."""
        self._leave(path, partial(keep_private, path))

    @Slot()
    def on_password(self) -> None:
        """Keep a copy of the paper in view behind a password."""
        name = self.tr("{name}-met-wachtwoord.pdf").format(name=Path(self.papers.file_name()).stem)
        path = self.ask_path(name) if self.pages is not None else None
        if path is not None:
            self._leave(path, lambda data: self.password.keep(self.context.desk, data, path))
            QTimer.singleShot(0, self.show_password)

    @Slot()
    def show_password(self) -> None:
        """Bring the password into view, with the button below it."""
        if self.password.card.isVisible():
            self.bring_into_view(self.password.card)

    def _leave(self, path: Path, write: Callable[[bytes], None]) -> None:
        if self.pages is None:
            return
        try:
            self.papers.released(self.papers.state().chosen.id)  # first: it refuses who may not
            write(self.pages.data)
        except ProblemsError as refusal:
            self.side.say(self.papers.in_words(refusal.problems))
            return
        except OSError:
            self.side.say(self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte."))
            return
        self.side.say("")
        self.context.shell.toast(self.tr("Bewaard als {name}.").format(name=path.name))

    @Slot()
    def on_print(self) -> None:
        """Print the paper in view, by the dialog of the printer."""
        if self.pages is None or not self.print_button.isEnabled():
            return
        printer = neutral_printer()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper in view, and record it once it was printed."""
        try:
            paper = self.papers.state().chosen.id  # first: it refuses who may not, before anything is printed
            done = self.pages is not None and print_pages(self.pages.data, printer)
            if done:
                self.papers.released(paper)
        except ProblemsError as refusal:
            self.side.say(self.papers.in_words(refusal.problems))
            return
        self.side.say("" if done else self.tr("Afdrukken lukte niet. Kijk of de printer aan staat."))
