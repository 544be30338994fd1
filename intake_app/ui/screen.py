"""What every screen is: a widget with a header, a footer and keys, made for a context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.ui.fields.tab_order import step_focus
from intake_app.ui.presenters.talk_time import TalkTime

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from intake_app.conversation.session import Session
    from intake_app.practice.office import Office
    from intake_app.ui.theme.source import ThemeSource


class FrontDesk(Desk, Protocol):
    """Everything that bootstrap hands to the screen."""

    @property
    def office(self) -> Office:
        """Users, the log, copies, and the rights of the person."""


class Shell(Protocol):
    """What a screen may ask of the main window."""

    def go(self, screen: str, about: str = "") -> None:
        """Show a screen: unlock, list, start_quick, conversation, …; `about` is the id of a talk that it is about."""

    def hold(self, session: Session | None) -> None:
        """Make a session the one that the screens work on."""

    def run(
        self, job: Callable[[], object], done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do slow work off the drawing thread; `done` or `failed` is called on it afterwards."""

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show one sentence bottom left, with Undo when given."""

    def flag_key(self) -> None:
        """Open what the niet-pluis key opens (F9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenContext:
    """What a screen works with: the open talk where there is one; `about` is the id of a talk that is not open."""

    desk: FrontDesk
    shell: Shell
    themes: ThemeSource
    resources: Path
    session: Session | None = None
    about: str = ""
    time: TalkTime = field(default_factory=TalkTime)

    @property
    def office(self) -> Office:
        """Users, the log, copies, and the rights of the person."""
        return self.desk.office

    @property
    def talk(self) -> Session:
        """The open talk; screens of a talk are only made when there is one."""
        if self.session is None:
            message = "no talk is open"
            raise LookupError(message)
        return self.session


class Screen(QWidget):
    """Base of all screens. The main window shows one at a time and frees it when leaving."""

    def __init__(self, context: ScreenContext) -> None:
        """Keep the context; the subclass builds its widgets and shows its state."""
        super().__init__()
        self.context = context

    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        """Return what this screen does itself, by the id of the action in the registry."""
        return {}

    def possible_actions(self) -> frozenset[str]:
        """Return the ids of its own actions that do something now; all of them, unless a subclass knows better."""
        return frozenset(self.own_actions())

    def do(self, action: str) -> bool:
        """Do one of its own actions, where it can be done now; False when it is none of them."""
        doing = self.own_actions().get(action)
        if doing is not None and action in self.possible_actions():
            doing()
        return doing is not None

    def leave(self) -> None:
        """Save what is being typed before the screen goes away or the program locks."""

    def asks_to_keep(self) -> bool:
        """Ask in place about changes that are not kept, as the program closes; tells whether it asks now for once."""
        return False

    def view(self) -> Mapping[str, str]:
        """Return what was opened or hidden here by hand, as `show_view` takes it to bring it back."""
        return {}

    def show_view(self, view: Mapping[str, str]) -> None:
        """Open and hide again what was opened and hidden before the program locked or ended."""

    def refresh(self) -> None:
        """Show the state again after something changed elsewhere (undo, flag sheet, language, save state)."""

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go on in the order in which one reads."""
        return step_focus(self.window(), forward=next)
