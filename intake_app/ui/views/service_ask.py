"""Leaving with changes that are not kept: asked in place. And taking back what was kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.faults import fault_words


class UnsavedCard(QFrame):
    """Away until it asks. Going on is the easy answer: Esc gives it too."""

    saved = Signal()
    dropped = Signal()
    stayed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card_resume")
        self.question = parts.text(self.tr("Uw wijzigingen zijn nog niet bewaard. Wat wilt u doen?"), Type.STRONG)
        self.save = parts.button(self.tr("Bewaren"), "Ctrl S", Kind.PRIMARY)
        self.drop = parts.button(self.tr("Niet bewaren"))
        self.stay = parts.button(self.tr("Verder bewerken"), "Esc")
        self.save.clicked.connect(self._on_save)
        self.drop.clicked.connect(self._on_drop)
        self.stay.clicked.connect(self._on_stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.question)
        column.addLayout(parts.row(None, self.stay, self.drop, self.save))
        self.hide()

    def ask(self) -> None:
        """Ask, and go to the easy answer."""
        self.show()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.question.text())

    @Slot()
    def _on_save(self) -> None:
        self.hide()
        self.saved.emit()

    @Slot()
    def _on_drop(self) -> None:
        self.hide()
        self.dropped.emit()

    @Slot()
    def _on_stay(self) -> None:
        self.hide()
        self.stayed.emit()


class TakeBack:
    """What Undo of a toast does: takes a change of the sociale kaart back, and shows where one is again.

    It outlives the screen that made the change.
    """

    def __init__(self, context: ScreenContext, batch: str, done: str, place: tuple[str, str]) -> None:
        """`done` says that it was taken back; `place` is the screen to go to, and what it is about."""
        self._context, self._batch, self._done, self._place = context, batch, done, place

    def __call__(self) -> None:
        """Take it back, off the drawing thread."""
        job = partial(self._context.office.directory.undo, self._batch)
        self._context.shell.run(job, self._on_undone, self._on_failed)

    def _on_undone(self, _line: object) -> None:
        self._context.shell.go(*self._place)
        self._context.shell.toast(self._done)

    def _on_failed(self, error: Exception) -> None:
        desk = self._context.desk
        self._context.shell.toast(fault_words(desk, error, desk.text("directory_edit.undo_failed")))
