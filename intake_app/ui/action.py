"""What an action is: one thing that can be done, its words, its key, its place, and who may do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from intake_app.practice.rights import Action as Right

CAPS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "Plus": "+",
    "Minus": "-",
    "+": " ",
}
"""How a key stands on its cap; "+" is what stands between two that are pressed together."""


class Where(StrEnum):
    """Where a key works. Those that work everywhere may not be used for anything else."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    TALK = "talk"
    ECOGRAM = "ecogram"
    PRIORITIES = "priorities"
    SAFETY_PLAN = "safety_plan"
    CHOOSE = "choose"
    AGREE = "agree"
    PAPERS = "papers"
    DIRECTORY = "directory"
    CALLS = "calls"
    TWINS = "twins"
    MENDING = "mending"
    PRACTICE = "practice"


class Menu(StrEnum):
    """In which menu an action stands."""

    TALK = "talk"
    QUESTION = "question"
    VIEW = "view"
    GIVING = "giving"
    DIRECTORY = "directory"
    PRACTICE = "practice"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that can be done, in the language of the screen; without a shortcut by the menu and the palette only.

    Attributes:
        help: one plain sentence: what it does.
        menu: the menu it stands in; None for the menu itself.
        second: another key that does the same.
        right: what somebody must be allowed; None where everybody may.
        shows: the screen that it goes to; empty when it stays where one is.
        by_screen: the screen itself listens to the key and does it; the main window does so for all others.
    """

    id: str
    text: str
    help: str
    menu: Menu | None = None
    shortcut: str = ""
    second: str = ""
    right: Right | None = None
    needs_talk: bool = False
    where: Where = Where.EVERYWHERE
    shows: str = ""
    by_screen: bool = False
    in_palette: bool = True

    @property
    def cap(self) -> str:
        """The key as it stands on a key cap, where arrows are drawn; empty without one."""
        return _replaced(self.shortcut, {**CAPS, **_named()})

    @property
    def second_cap(self) -> str:
        """The other key as it stands on a key cap; empty without one."""
        return _replaced(self.second, {**CAPS, **_named()})

    @property
    def keys(self) -> str:
        """The keys in words, to read or to hear; empty without one."""
        words = {
            "Left": QCoreApplication.translate("Actions", "pijl links"),
            "Right": QCoreApplication.translate("Actions", "pijl rechts"),
            "Up": QCoreApplication.translate("Actions", "pijl omhoog"),
            "Down": QCoreApplication.translate("Actions", "pijl omlaag"),
            "Return": "Enter",
            "Plus": QCoreApplication.translate("Actions", "plus"),
            "Minus": QCoreApplication.translate("Actions", "min"),
            **_named(),
        }
        told = [_replaced(each, words) for each in (self.shortcut, self.second) if each]
        return QCoreApplication.translate("Actions", " of ").join(told)


def _named() -> dict[str, str]:
    return {
        "Space": QCoreApplication.translate("Actions", "Spatie"),
        "Del": QCoreApplication.translate("Actions", "Delete"),
    }


def _replaced(shortcut: str, words: dict[str, str]) -> str:
    return words.get("+", "+").join(words.get(each, each) for each in shortcut.split("+"))
