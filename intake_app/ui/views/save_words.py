"""Says on every screen where the last change is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from intake_app.conversation.desk import Desk, SaveStatus
from intake_app.ui.fields.save_state import SaveState, Saving
from intake_app.ui.presenters.conversations import local

_SAVING = {
    SaveStatus.SAVED: Saving.SAVED,
    SaveStatus.BUSY: Saving.BUSY,
    SaveStatus.FAILED: Saving.FAILED,
}


def save_words(desk: Desk) -> str:
    """Return the state of saving in one sentence."""
    state = desk.save_state()
    if state.status is SaveStatus.BUSY:
        return QCoreApplication.translate("SaveWords", "Bezig …")
    if state.status is SaveStatus.FAILED:
        why = desk.problem_text(state.problem) if state.problem else ""
        return QCoreApplication.translate("SaveWords", "Niet opgeslagen: {why}").format(why=why)
    if state.at is None:
        return ""
    return QCoreApplication.translate("SaveWords", "Opgeslagen {time}").format(time=f"{local(state.at):%H:%M}")


def show_saved(desk: Desk, screen: QWidget) -> None:
    """Bring every save state on a screen up to date. A header is narrow: what to do stands in the banner."""
    status = desk.save_state().status
    short = QCoreApplication.translate("SaveWords", "Niet opgeslagen")
    words = short if status is SaveStatus.FAILED else save_words(desk)
    for label in screen.findChildren(SaveState):
        label.show_state(_SAVING[status], words)
