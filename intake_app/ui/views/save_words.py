"""Says on every screen where the last change is."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from intake_app.conversation.desk import Desk, SaveStatus
from intake_app.core.problems import Problem
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
    state, said = desk.save_state(), save_words(desk)
    short = _short(state.problem) if state.status is SaveStatus.FAILED else said
    for label in tuple(SaveState.made):
        if shiboken6.isValid(label) and screen.isAncestorOf(label):
            label.show_state(_SAVING[state.status], short, said)


def _short(wrong: Problem | None) -> str:
    """Say in a few words that it was not saved, and why where that is what one can mend."""
    if wrong is not None and wrong.code == "store_disk_full":
        return QCoreApplication.translate("SaveWords", "Niet opgeslagen: schijf vol")
    return QCoreApplication.translate("SaveWords", "Niet opgeslagen")
