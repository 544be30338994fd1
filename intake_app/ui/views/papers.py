"""Handing over: the papers, a page as it will be printed, who may read it, and closing the talk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from intake_app.conversation.desk import JOURNAL
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.papers import ASK, HoldView, Papers
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_frame import is_typing, on_key, today
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.papers_clipboard import the_clipboard
from intake_app.ui.views.papers_pages import PageJob, Pages, keep_private, print_pages
from intake_app.ui.views.papers_parts import PapersParts

BUSY_MS = 300


class PapersScreen(PapersParts):
    """The screen of the papers. A paper lives in memory only, until one keeps or prints it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.papers = Papers(context.desk, context.talk, today())
        self.papers.enter()
        self._pages: Pages | None = None
        self._asked = 0
        self._closing: tuple[HoldView, ...] = ()
        self._busy = QTimer(self, singleShot=True, interval=BUSY_MS)
        self._connect()
        self.conflicts = ConflictLayer(self, self.header)
        self.side.say("")
        self.refresh()
        self._draw()
        self.setFocusProxy(self.print_button)

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        self._busy.timeout.connect(self._on_busy)
        self.list.chosen.connect(self._on_chosen)
        self.list.journal_asked.connect(self._on_journal)
        self.side.enlarged.connect(self._on_enlarged)
        self.side.consented.connect(self._on_consented)
        self.side.way_asked.connect(self._on_way)
        self.middle.copy.clicked.connect(self._on_copy)
        self.back.clicked.connect(self._on_back)
        self.keep.clicked.connect(self._on_keep)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self._on_close)

    def refresh(self) -> None:
        """Show the lists again; the page stays."""
        self.header.show_saved()
        state = self.papers.state()
        self.list.show_state(state)
        self.side.show_state(state, self._closing)
        for button in (self.keep, self.print_button):
            button.setEnabled(state.chosen.is_ready and self._pages is not None)
        self.close_button.setVisible(not state.is_closed and not state.is_reading)

    def _draw(self) -> None:
        """Have the paper in view made, off the drawing thread."""
        self._pages = None
        self._asked += 1
        self._busy.start()
        self.context.shell.run(PageJob(number=self._asked, make=self.papers.job()), self._on_made, self._on_failed)
        self.refresh()

    def _on_made(self, result: object) -> None:
        if not isinstance(result, Pages) or result.number != self._asked:
            return
        self._busy.stop()
        self._pages = result
        self.side.say("")
        self.middle.show_pages(result.images, self.papers.state().chosen.title)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._busy.stop()
        problems = error.problems if isinstance(error, ProblemsError) else ()
        said = self.papers.in_words(problems)
        self.middle.say(said or self.tr("Dit papier kon niet worden gemaakt. Probeer het nog eens."))

    @Slot()
    def _on_busy(self) -> None:
        self.middle.say(self.tr("Bezig …"))

    @Slot(str)
    def _on_chosen(self, paper: str) -> None:
        self.papers.choose(paper)
        self._draw()

    @Slot()
    def _on_journal(self) -> None:
        self.middle.show_journal(self.papers.journal())

    @Slot(bool)
    def _on_enlarged(self, large: bool) -> None:
        self.papers.enlarge(large=large)
        self._draw()

    @Slot(bool)
    def _on_consented(self, given: bool) -> None:
        self.papers.consent(given=given)
        self._draw()

    @Slot(HoldView)
    def _on_way(self, hold: HoldView) -> None:
        """Go to the question, or to where the flag sheet lies open."""
        question = self.papers.question_for(hold.flag) if hold.way == ASK else ""
        if question:
            self.papers.jump(question)
        self.context.shell.go("conversation")

    @Slot()
    def _on_copy(self) -> None:
        self.papers.released(JOURNAL)
        the_clipboard().put(self.papers.journal())
        self.context.shell.toast(self.tr("Gekopieerd. Over 30 seconden is het van het klembord."))

    @Slot()
    def _on_back(self) -> None:
        self.context.shell.go("list" if self.papers.state().is_reading else "agree")

    @Slot()
    def _on_keep(self) -> None:
        if self._pages is None or not self.keep.isEnabled():
            return
        path = self.ask_path()
        if path is not None:
            self.keep_at(path)

    def ask_path(self) -> Path | None:
        """Ask where to keep the paper; None when one changes one's mind."""
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(places) / self.papers.file_name())
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Bewaar als pdf"), wanted, "PDF (*.pdf)")
        return Path(chosen).with_suffix(".pdf") if chosen else None

    def keep_at(self, path: Path) -> None:
        """Keep the paper in view at a place."""
        if self._pages is None:
            return
        try:
            keep_private(path, self._pages.data)
        except OSError:
            self.side.say(self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte."))
            return
        self.papers.released(self.papers.state().chosen.id)
        self.side.say("")
        self.context.shell.toast(self.tr("Bewaard als {name}.").format(name=path.name))

    @Slot()
    def _on_print(self) -> None:
        if self._pages is None or not self.print_button.isEnabled():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.papers.file_name())
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.print_on(printer)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper in view."""
        done = self._pages is not None and print_pages(self._pages.data, printer)
        if done:
            self.papers.released(self.papers.state().chosen.id)
        self.side.say("" if done else self.tr("Afdrukken lukte niet. Kijk of de printer aan staat."))

    @Slot()
    def _on_close(self) -> None:
        self._closing = self.papers.close()
        if self._closing:
            self.refresh()
            return
        self.context.shell.toast(self.tr("Het gesprek is afgesloten."))
        self.context.shell.go("list")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P, Ctrl+S and Ctrl+J; Ctrl with plus and minus; Page Up and Down."""
        modifier, key = Qt.KeyboardModifier, Qt.Key(event.key())
        with_control = {
            Qt.Key.Key_P: self._on_print,
            Qt.Key.Key_S: self._on_keep,
            Qt.Key.Key_J: self._on_copy,
            Qt.Key.Key_Plus: self.middle.preview.zoom_in,
            Qt.Key.Key_Equal: self.middle.preview.zoom_in,
            Qt.Key.Key_Minus: self.middle.preview.zoom_out,
        }
        plain = {Qt.Key.Key_PageUp: self.middle.turn_back, Qt.Key.Key_PageDown: self.middle.turn}
        if event.modifiers() & modifier.ControlModifier and key in with_control:
            with_control[key]()
        elif not is_typing() and key in plain:
            plain[key]()
        else:
            super().keyPressEvent(event)
