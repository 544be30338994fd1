"""What the keys do to the open talk from every screen: niet-pluis, undo and redo, and finding a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from intake_app.conversation.session import Session
from intake_app.core.ids import FlagId
from intake_app.core.text import Language
from intake_app.ui.presenters.palette import Entry, go_to_topic
from intake_app.ui.presenters.read_only import is_reading
from intake_app.ui.screen import Screen
from intake_app.ui.views.palette import PALETTE_WIDTH, Palette

if TYPE_CHECKING:
    from intake_app.ui.main_window import MainWindow

GUT_FEELING = FlagId("gut_feeling")


class TalkCommands(QObject):
    """Works on the talk that the window holds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def take(self, action: str) -> bool:
        """Do an action of a talk; False when it is none."""
        steps = {"gut_feeling": self.flag, "undo": self._undo, "redo": self._redo}
        if action in steps:
            steps[action]()
        return action in steps

    def _talk(self) -> Session | None:
        """Return the talk, where one may change it now."""
        desk = self._window.desk
        may_change = desk is not None and not is_reading(desk, self._window.session) and not self._window.is_locked
        return self._window.session if may_change else None

    def flag(self) -> None:
        """Raise niet-pluis and open its sheet."""
        talk = self._talk()
        if talk is None:
            return
        self._window.leave()
        talk.gut_feeling(on=True)
        if not self._open_flag():
            self._window.go("conversation")
            self._open_flag()

    def _open_flag(self) -> bool:
        """Open the sheet of niet-pluis on the screen that is shown; tells whether that screen can."""
        show_flag = getattr(self._window.shown, "show_flag", None)
        if callable(show_flag):
            show_flag(GUT_FEELING)
        return callable(show_flag)

    def _undo(self) -> None:
        talk = self._talk()
        if talk is not None:
            self._window.leave()
            self._tell(self.tr("Ongedaan gemaakt."), self.tr("Er is niets om ongedaan te maken."), talk.undo())

    def _redo(self) -> None:
        talk = self._talk()
        if talk is not None:
            self._window.leave()
            self._tell(self.tr("Opnieuw gedaan."), self.tr("Er is niets om opnieuw te doen."), talk.redo())

    def _tell(self, done: str, nothing: str, change: object) -> None:
        if change is not None and isinstance(self._window.shown, Screen):
            self._window.shown.refresh()
        self._window.toast(nothing if change is None else done)

    def show_palette(self, language: Language) -> None:
        """Open the palette over the screen."""
        palette = Palette(self._window.session, language)
        palette.picked.connect(self._on_picked)
        self._window.layer.open(palette, PALETTE_WIDTH, palette.line)

    @Slot(object)
    def _on_picked(self, entry: Entry) -> None:
        window, talk = self._window, self._talk()
        window.layer.close_layer()
        if not entry.is_topic:
            window.do(entry.target)
        elif talk is not None:
            window.leave()
            go_to_topic(talk, entry.target)
            window.go("conversation")
