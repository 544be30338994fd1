"""What the keys do to the open talk from every screen: niet-pluis, reopening, undo, and the person's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from intake_app.conversation.changes import SafetyPlanSet
from intake_app.conversation.session import Session
from intake_app.core.ids import FlagId
from intake_app.ui.presenters.read_only import is_reading, may_reopen
from intake_app.ui.screen import Screen

if TYPE_CHECKING:
    from intake_app.ui.main_window import MainWindow
    from intake_app.ui.person_window import PersonWindow

GUT_FEELING = FlagId("gut_feeling")


class TalkCommands(QObject):
    """Works on the talk that the window holds."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._person: PersonWindow | None = None
        self._steps = {
            "gut_feeling": self.flag,
            "reopen": self.reopen,
            "undo": self._undo,
            "redo": self._redo,
            "person_window": self._person_window,
            "person_wheel": self._person_wheel,
        }

    @property
    def actions(self) -> frozenset[str]:
        """The ids of what it does."""
        return frozenset(self._steps)

    def take(self, action: str) -> bool:
        """Do an action of a talk; False when it is none."""
        if action in self._steps:
            self._steps[action]()
        return action in self._steps

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

    @Slot()
    def reopen(self) -> None:
        """Open the closed talk again, and stay at its papers: where it was closed."""
        desk, talk = self._window.desk, self._window.session
        if desk is None or talk is None or self._window.is_locked or not may_reopen(desk, talk):
            return
        before = self._window.shown
        view = before.view() if isinstance(before, Screen) else {}
        talk.reopen()
        self._window.go("papers")
        if isinstance(self._window.shown, Screen):
            self._window.shown.show_view(view)
        self._window.toast(self.tr("Het gesprek is weer open."))

    def _undo(self) -> None:
        talk = self._talk()
        if talk is not None:
            self._window.leave()
            change = talk.undo()
            is_plan = isinstance(change, SafetyPlanSet)
            done = self.tr("Ongedaan gemaakt: veiligheidskaart.") if is_plan else self.tr("Ongedaan gemaakt.")
            self._tell(done, self.tr("Er is niets om ongedaan te maken."), change)

    def _redo(self) -> None:
        talk = self._talk()
        if talk is not None:
            self._window.leave()
            change = talk.redo()
            is_plan = isinstance(change, SafetyPlanSet)
            done = self.tr("Opnieuw gedaan: veiligheidskaart.") if is_plan else self.tr("Opnieuw gedaan.")
            self._tell(done, self.tr("Er is niets om opnieuw te doen."), change)

    def _person_side(self) -> PersonWindow:
        if self._person is None:
            # Loaded here: it knows the screens of a talk, which the first window does without.
            from intake_app.ui.person_window import PersonWindow

            self._person = PersonWindow(self._window)
        return self._person

    def _person_window(self) -> None:
        self._person_side().toggle()

    def _person_wheel(self) -> None:
        self._person_side().toggle_wheel()

    def _tell(self, done: str, nothing: str, change: object) -> None:
        if change is not None and isinstance(self._window.shown, Screen):
            self._window.shown.refresh()
        self._window.toast(nothing if change is None else done)
