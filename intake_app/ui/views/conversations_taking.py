"""A talk from a file: which one, that it is being read, and what came of it, in place above the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from intake_app.conversation.model import Conversation
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.rights import Action as Right
from intake_app.ui.fields.announce import announce
from intake_app.ui.presenters.taking_in import refused_words, taken_words
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.flow import flow


class TakingCard(QFrame):
    """Tells what came of a file; that it is being read stands in `busy`, which the screen places.

    `taken` tells that there is a new talk, `opened` that one wants to go there, `closed` that one goes on here.
    """

    taken = Signal(str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._context, self._work, self._id, self._is_reading = context, Work(), "", False
        self.busy, self.words = BusyRow(), parts.text("")
        gives_way = self.busy.sizePolicy()
        gives_way.setRetainSizeWhenHidden(False)
        self.busy.setSizePolicy(gives_way)
        self.close_button = parts.button(self.tr("Sluiten"), "Esc")
        self.again = parts.button(self.tr("Ander bestand …"), "Ctrl O", icon="file")
        self.open_button = parts.button(self.tr("Open het gesprek"))
        self.close_button.clicked.connect(self._on_closed)
        self.again.clicked.connect(self.choose)
        self.open_button.clicked.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(flow(self.close_button, self.again, self.open_button))
        parts.on_escape(self, self._on_closed)
        self.hide()

    @property
    def can_begin(self) -> bool:
        """Tell whether a file can be read now, by this user."""
        is_free = not self._is_reading and not self._context.desk.is_read_only
        return is_free and self._context.office.people.may(Right.START)

    @Slot()
    def choose(self) -> None:
        """Ask which file, and read it."""
        path = self.ask_path()
        if path:
            self.read(path)

    def ask_path(self) -> str:
        """Ask for the file; empty when one changes one's mind."""
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Een gesprek inlezen"), places, "FHIR (*.json)")
        return path

    def read(self, path: str) -> None:
        """Read a file off the drawing thread; a talk is begun only when all of it was good, and nobody stopped."""
        self.hide()
        self._work, self._id, self._is_reading = Work(), "", True
        self.busy.begin(self.tr("Bezig met lezen …"), self._work)
        self._context.shell.run(partial(self._context.desk.read_talk, path), self._on_read, self._on_refused)

    def stop(self) -> None:
        """Let no talk come of what is being read."""
        self._work.stop()

    def _on_read(self, found: object) -> None:
        if self._work.is_stopped:
            self._tell(self._context.desk.problem_text(problem("exchange_stopped")))
        elif isinstance(found, Conversation):
            self._take_in(found)

    def _take_in(self, found: Conversation) -> None:
        try:
            session = self._context.desk.take_in(found)
        except ProblemsError as refusal:
            self._on_refused(refusal)
            return
        self._id = str(session.conversation.id)
        self.taken.emit(self._id)
        self._tell(taken_words(self._context.desk, session))

    def _on_refused(self, error: Exception) -> None:
        words = self.tr("Dit bestand kon niet worden gelezen. Kies een ander, of vraag het opnieuw.")
        self._tell(refused_words(self._context.desk, error, words))

    def _tell(self, words: str) -> None:
        """Say what came of it, beside what one can do now."""
        self._is_reading = False
        self.busy.end()
        self.words.setText(words)
        self.open_button.setVisible(bool(self._id))
        self.again.setVisible(not self._id)
        self.show()
        (self.open_button if self._id else self.again).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.hide()
        self.opened.emit(self._id)
