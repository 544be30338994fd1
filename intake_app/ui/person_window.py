"""The second window, for the person: opens, follows the practitioner's screen, and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from intake_app.ui.fields.layer import Overlay
from intake_app.ui.person_answers import PersonAnswers
from intake_app.ui.presenters.person_side import Glance, side_view
from intake_app.ui.presenters.person_tongue import DUTCH, Tongue
from intake_app.ui.views.conversation import ConversationScreen
from intake_app.ui.views.person_side import PersonSide

if TYPE_CHECKING:
    from intake_app.core.ids import ConversationId, QuestionId
    from intake_app.ui.main_window import MainWindow

FOLLOWED = "house_followed"
"""A property of a layer that is listened to."""


class PersonWindow(QObject):
    """Holds the window while it is open, which language was chosen there, and where the wheel was asked for."""

    _kept = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.side: PersonSide | None = None
        self._of: ConversationId | None = None
        self._code = ""
        self._own: str = DUTCH
        self._wheel_at: tuple[str, QuestionId | None] | None = None
        self._answers: PersonAnswers | None = None
        self._followed: ConversationScreen | None = None
        window.presented.connect(self.follow)
        self._kept.connect(self.follow, Qt.ConnectionType.QueuedConnection)
        if window.desk is not None:
            window.desk.on_saved(self._on_kept)
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    def _on_kept(self) -> None:
        """Hear of every change, on any thread."""
        if shiboken6.isValid(self):
            self._kept.emit()

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.side is not None:
            self.side.close()
        elif self._window.session is not None:
            self._open()

    def toggle_wheel(self) -> None:
        """Show the wheel until the practitioner goes on, or no longer."""
        here = self._here()
        self._wheel_at = None if self.side is not None and self._wheel_at == here else here
        if self.side is None:
            self.toggle()
        self.follow()

    def _open(self) -> None:
        self.side = self._window.beside = PersonSide()
        self._answers = PersonAnswers(self._window, self.side)
        self.side.spoken.connect(self._on_spoken)
        self.side.keyed.connect(self._on_keyed)
        self.side.closed.connect(self._on_closed)
        self.follow()
        _place(self.side, self._window.screen())

    def _here(self) -> tuple[str, QuestionId | None]:
        """Return the practitioner's screen, and the question on it."""
        shown = self._window.shown
        return self._window.screen_name, shown.talk.current if isinstance(shown, ConversationScreen) else None

    def _is_covered(self) -> bool:
        """Tell whether a sheet lies over the screen; listens to each, so that the next is noticed as it opens."""
        shown = self._window.shown
        layers = [] if shown is None else shown.findChildren(Overlay)
        for layer in layers:
            if not layer.property(FOLLOWED):
                layer.setProperty(FOLLOWED, True)
                layer.opened.connect(self.follow)
                layer.closed.connect(self.follow)
        return any(not layer.isHidden() for layer in layers)

    @Slot()
    def follow(self) -> None:
        """Show what belongs beside the practitioner's screen now."""
        window, side = self._window, self.side
        if side is None or window.desk is None:
            return
        if isinstance(window.shown, ConversationScreen) and window.shown is not self._followed:
            self._followed = window.shown
            window.shown.shown.connect(self.follow)
        session = None if window.is_locked else window.session
        tongue = Tongue(window.desk, self._language())
        screen, question = self._here()
        glance = Glance(
            screen=screen,
            question=question,
            is_covered=self._is_covered(),
            has_wheel=self._wheel_at == (screen, question),
        )
        view = side_view(session, glance, tongue)
        side.show_view(view, tongue.view(self._own))
        # Only now: what was typed at the question before is told as its field goes.
        if self._answers is not None:
            self._answers.note(view)

    def _language(self) -> str:
        """Return what was chosen in this talk, else the language of the person; without a talk that of before."""
        session = self._window.session
        if session is not None:
            self._own = session.conversation.situation.person.language
        if session is not None and session.conversation.id != self._of:
            self._of, self._code = session.conversation.id, ""
        return self._code or self._own

    @Slot(str)
    def _on_keyed(self, action: str) -> None:
        self._window.activateWindow()
        self._window.do(action)

    @Slot(str)
    def _on_spoken(self, code: str) -> None:
        self._code = code
        self.follow()

    @Slot(QScreen)
    def _on_screen_removed(self, screen: QScreen) -> None:
        """Close it when its screen goes: over the one that is left it would hide the practitioner's."""
        if self.side is not None and self.side.isFullScreen() and self.side.screen() is screen:
            self.side.close()
            self._window.toast(self.tr("Het scherm van de persoon is weg. Met F7 opent u het weer."))

    @Slot()
    def _on_closed(self) -> None:
        side, self.side, self._window.beside = self.side, None, None
        self._answers = self._wheel_at = None
        if side is not None and shiboken6.isValid(side):
            side.deleteLater()


def _place(side: PersonSide, here: QScreen) -> None:
    """Open it over the whole of a second screen; where there is one only, over its right half, to be moved."""
    other = next((each for each in QGuiApplication.screens() if each is not here), None)
    if other is not None:
        side.setScreen(other)
        side.setGeometry(other.availableGeometry())
        side.showFullScreen()
    else:
        room = here.availableGeometry()
        side.setGeometry(room.adjusted(room.width() // 2, 0, 0, 0))
        side.show()
