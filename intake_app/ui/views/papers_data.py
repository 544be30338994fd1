"""Keeping the data of the talk for another system, as far as the reader of the paper in view may know it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from intake_app.conversation.desk import FHIR
from intake_app.core.problems import ProblemsError
from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import PapersState
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column
from intake_app.ui.views.papers_pages import keep_private
from intake_app.ui.views.save_dialog import SaveDialog

FILE_NAME = "gespreksgegevens.json"


class PaperData(QWidget):
    """A button with what it does, and below it what went wrong; hidden at a paper that needs nobody's consent."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context, self._recipient = context, ""
        self.button = ActionButton(self.tr("FHIR-bestand"))
        about = self.tr("Een bestand in FHIR, met alleen wat deze lezer mag weten.")
        self.message = Label("", tone=Role.TEXT)
        self.setLayout(column(self.button, Label(about, Type.SMALL, Role.TEXT_SOFT), self.message, gap=6))
        self.button.clicked.connect(self._on_clicked)
        self.message.hide()
        self.hide()

    def show_state(self, state: PapersState, *, is_seen: bool) -> None:
        """Be there for a reader who may read something; it can be kept while one sees that reader's paper."""
        self.button.setEnabled(is_seen)
        if state.chosen.recipient != self._recipient:
            self._say("")
        self._recipient = state.chosen.recipient
        self.setVisible(bool(self._recipient) and state.chosen.is_ready)

    @Slot()
    def _on_clicked(self) -> None:
        path = self.ask_path()
        if path is not None:
            self.keep_at(path)

    def ask_path(self) -> Path | None:
        """Ask where to keep the data; None when one changes one's mind."""
        return SaveDialog(self, self.tr("Bewaar de gegevens"), FILE_NAME, "FHIR (*.json)").ask()

    def keep_at(self, path: Path) -> None:
        """Have the data made off the drawing thread, and keep it at a place."""
        self._say("")
        make = partial(self._context.desk.fhir, self._context.talk, self._recipient)
        self._context.shell.run(make, partial(self._on_made, path), self._on_failed)

    def _on_made(self, path: Path, data: object) -> None:
        if not isinstance(data, bytes):
            return
        try:
            self._context.desk.released(self._context.talk, FHIR)  # first: it refuses who may not
            keep_private(path, data)
        except ProblemsError as refusal:
            self._on_failed(refusal)
            return
        except OSError:
            self._say(self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte."))
            return
        self._context.shell.toast(self.tr("Bewaard als {name}.").format(name=path.name))

    def _on_failed(self, error: Exception) -> None:
        problems = error.problems if isinstance(error, ProblemsError) else ()
        said = " ".join(dict.fromkeys(self._context.desk.problem_text(each) for each in problems))
        self._say(said or self.tr("De gegevens konden niet worden gemaakt. Probeer het nog eens."))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
