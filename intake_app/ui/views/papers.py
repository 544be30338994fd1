"""Handing over: the papers, a page as it will be printed, who may read it, and closing the talk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.papers import ASK, HoldView
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_frame import is_typing, on_key
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.papers_leaving import PapersLeaving
from intake_app.ui.views.papers_pages import PageJob, Pages

BUSY_MS = 300


class PapersScreen(PapersLeaving):
    """The screen of the papers. A paper lives in memory only, until one keeps or prints it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._asked, self._shows_journal = 0, False
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
        on_key(self, "F8", self.on_hide)
        self._busy.timeout.connect(self._on_busy)
        self.list.chosen.connect(self._on_chosen)
        self.list.journal_asked.connect(self._on_journal)
        self.side.enlarged.connect(self._on_enlarged)
        self.side.language_asked.connect(self._on_language)
        self.side.consent.serve(self.papers).connect(self._draw)
        self.side.around.serve(self.papers).connect(self._draw)
        self.side.way_asked.connect(self._on_way)
        self.middle.copy.clicked.connect(self.on_copy)
        self.middle.codes.serve(self.codes).connect(self.middle.journal.setPlainText)
        self.password.asked.connect(self.on_password)
        self.back.clicked.connect(self._on_back)
        self.keep.clicked.connect(self.on_keep)
        self.print_button.clicked.connect(self.on_print)
        self.close_button.clicked.connect(self._on_close)

    @override
    def refresh(self) -> None:
        """Show the lists again; the page stays. Only what one sees can leave the program by these buttons."""
        self.header.show_saved()
        state = self.papers.state()
        is_seen = not (self._shows_journal or self.is_out_of_sight)
        can_keep = is_seen and state.chosen.is_ready and self.pages is not None
        self.list.show_state(state, is_journal=self._shows_journal)
        self.side.show_state(state, self._closing, is_journal=self._shows_journal)
        self.data.show_state(state, is_seen=is_seen)
        self.password.allow(can_keep=can_keep)
        for button in (self.keep, self.print_button):
            button.setEnabled(can_keep)
        self.close_button.setVisible(not state.is_closed and not state.is_reading)

    @Slot()
    def _draw(self) -> None:
        """Have the paper in view made, off the drawing thread."""
        self.pages, self._shows_journal = None, False
        self._asked += 1
        self._busy.start()
        self.context.shell.run(PageJob(number=self._asked, make=self.papers.job()), self._on_made, self._on_failed)
        self.refresh()

    def _on_made(self, result: object) -> None:
        if not isinstance(result, Pages) or result.number != self._asked:
            return
        self._busy.stop()
        self.pages = result
        self.side.say("")
        if not self._shows_journal:
            self.middle.show_pages(result.images, self.papers.state().chosen.title)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._busy.stop()
        if self._shows_journal:
            return
        problems = error.problems if isinstance(error, ProblemsError) else ()
        said = self.papers.in_words(problems)
        self.middle.say(said or self.tr("Dit papier kon niet worden gemaakt. Probeer het nog eens."))

    @Slot()
    def _on_busy(self) -> None:
        if not self._shows_journal:
            self.middle.say(self.tr("Bezig …"))

    @Slot(str)
    def _on_chosen(self, paper: str) -> None:
        self.papers.choose(paper)
        self._draw()

    @Slot()
    def _on_journal(self) -> None:
        self._shows_journal = True
        self.middle.show_journal(self.codes.text())
        self.refresh()

    @Slot(bool)
    def _on_enlarged(self, large: bool) -> None:
        self.papers.enlarge(large=large)
        self._draw()

    @Slot(str)
    def _on_language(self, code: str) -> None:
        self.papers.speak(code)
        self._draw()

    @Slot(HoldView)
    def _on_way(self, hold: HoldView) -> None:
        """Go to the question, or to where the flag sheet lies open."""
        question = self.papers.question_for(hold.flag) if hold.way == ASK else ""
        if question:
            self.papers.jump(question)
        self.context.shell.go("conversation")

    @Slot()
    def _on_back(self) -> None:
        self.context.shell.go("list" if self.papers.state().is_reading else "agree")

    @override
    def view(self) -> Mapping[str, str]:
        return {**super().view(), "paper": self.papers.chosen}

    @override
    def show_view(self, view: Mapping[str, str]) -> None:
        super().show_view(view)
        paper = view.get("paper", "")
        if paper != self.papers.chosen and paper in {each.id for each in self.papers.state().papers}:
            self._on_chosen(paper)

    @Slot()
    def _on_close(self) -> None:
        self._closing = self.papers.close()
        if self._closing:
            self.refresh()
            return
        closed = self.tr("Het gesprek is afgesloten.")
        if self.papers.lacks_safety:
            closed += " " + self.tr("De vragen over veiligheid zijn nog niet allemaal gesteld.")
        self.context.shell.toast(closed)
        self.context.shell.go("list")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P, Ctrl+S and Ctrl+J; Ctrl with plus and minus; Page Up and Down."""
        modifier, key = Qt.KeyboardModifier, Qt.Key(event.key())
        with_control = {
            Qt.Key.Key_P: self.on_print,
            Qt.Key.Key_S: self.on_keep,
            Qt.Key.Key_J: self.on_copy,
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
