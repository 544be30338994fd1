"""Finding what can be done: the menu, the palette and the tour, over whatever screen is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot

from intake_app.conversation.session import Session
from intake_app.ui.offers import Here, offered
from intake_app.ui.presenters.palette import Entry, Kind, go_to_question
from intake_app.ui.presenters.read_only import is_reading
from intake_app.ui.screen import FrontDesk, Screen
from intake_app.ui.tour import Tour
from intake_app.ui.views.action_button import MenuButton
from intake_app.ui.views.menu import ActionMenu
from intake_app.ui.views.palette import PALETTE_WIDTH, Palette, entries

if TYPE_CHECKING:
    from intake_app.ui.main_window import MainWindow


class Finding(QObject):
    """Opens them for the window, and has it do what was picked."""

    def __init__(self, window: MainWindow, by_window: frozenset[str]) -> None:
        """Work for a window; `by_window` are the ids of what it does to the open talk."""
        super().__init__(window)
        self._window, self._by_window = window, by_window
        self.tour = Tour(window)

    def take(self, screen: str) -> bool:
        """Open the menu or the palette, or begin the tour; False when it is another screen that is asked for."""
        ways = {"menu": self._show_menu, "palette": self._show_palette, "tour": self._begin_tour}
        desk = self._window.desk
        if screen in ways and desk is not None:
            ways[screen](desk)
        return screen in ways

    def _here(self, desk: FrontDesk) -> Here:
        window, shown = self._window, self._window.shown
        own, now = (shown.own_actions(), shown.possible_actions()) if isinstance(shown, Screen) else ({}, frozenset())
        return Here(
            desk=desk,
            talk=window.session,
            screen=window.screen_name,
            by_screen={each: each in now for each in own},
            by_window=self._by_window,
        )

    def _show_palette(self, desk: FrontDesk) -> None:
        palette = Palette(entries(offered(self._here(desk)), self._talk(desk), desk.language))
        palette.picked.connect(self._on_picked)
        self._window.layer.open(palette, PALETTE_WIDTH, palette.line)

    def _begin_tour(self, desk: FrontDesk) -> None:
        if isinstance(self._window.shown, Screen):
            self.tour.begin(desk, self._window.shown.context.resources)

    def _talk(self, desk: FrontDesk) -> Session | None:
        """Return the talk, where one may go to its questions."""
        talk = self._window.session
        return None if is_reading(desk, talk) else talk

    @Slot(object)
    def _on_picked(self, entry: Entry) -> None:
        window, desk = self._window, self._window.desk
        window.layer.close_layer()
        if entry.kind is Kind.ACTION:
            window.do(entry.target)
        elif desk is not None and (talk := self._talk(desk)) is not None:
            window.leave()
            go_to_question(talk, entry.target)
            window.go("conversation")

    def _show_menu(self, desk: FrontDesk) -> None:
        """Open the menu below its button; not under a sheet of the window, which covers the button."""
        window = self._window
        if window.layer.isVisible() or window.findChild(ActionMenu) is not None:
            return
        menu = ActionMenu(window, frozenset(each.id for each in offered(self._here(desk))))
        # Queued: the menu is gone, and the focus back, before it is done.
        menu.picked.connect(window.do, Qt.ConnectionType.QueuedConnection)
        button = None if window.shown is None else window.shown.findChild(MenuButton)
        menu.open_below(window.mapToGlobal(QPoint(0, 0)) if button is None else button.corner())
