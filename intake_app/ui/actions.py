"""The one registry of what can be done: it feeds the keys, the menu, the palette, the sheet under F1 and the manual."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from intake_app.ui.action import Action, Menu, Where
from intake_app.ui.actions_everywhere import everywhere
from intake_app.ui.actions_places import of_places
from intake_app.ui.actions_talk import of_talk
from intake_app.ui.keys_inside import keys_inside


def all_actions() -> tuple[Action, ...]:
    """Return everything that can be done, in the order of the menus, the palette and the sheet."""
    return (*everywhere(), *of_talk(), *of_places())


def all_keys() -> tuple[Action, ...]:
    """Return everything that a key does: the actions that have one, and what single screens listen to."""
    return (*(each for each in all_actions() if each.shortcut), *keys_inside())


def action(id_: str) -> Action:
    """Return an action by its id.

    Raises:
        LookupError: there is none.
    """
    found = next((each for each in all_actions() if each.id == id_), None)
    if found is None:
        raise LookupError(id_)
    return found


@cache
def screen_of(id_: str) -> str:
    """Return the screen that an action goes to; what is no action is a screen itself."""
    return next((each.shows for each in all_actions() if each.id == id_ and each.shows), id_)


def menu_names() -> dict[Menu, str]:
    """Return the menus by name, in their order."""
    translate = QCoreApplication.translate
    return {
        Menu.TALK: translate("Actions", "Gesprek"),
        Menu.QUESTION: translate("Actions", "Vraag"),
        Menu.VIEW: translate("Actions", "Beeld"),
        Menu.GIVING: translate("Actions", "Kiezen en meegeven"),
        Menu.DIRECTORY: translate("Actions", "Sociale kaart"),
        Menu.PRACTICE: translate("Actions", "Praktijk"),
        Menu.HELP: translate("Actions", "Hulp"),
    }


def where_names() -> dict[Where, str]:
    """Return the places where keys work by name, in the order of the sheet."""
    translate = QCoreApplication.translate
    return {
        Where.EVERYWHERE: translate("Actions", "Overal"),
        Where.LIST: translate("Actions", "Bij de gesprekken"),
        Where.TALK: translate("Actions", "In het gesprek"),
        Where.ECOGRAM: translate("Actions", "Bij mensen om u heen"),
        Where.PRIORITIES: translate("Actions", "Bij wat eerst"),
        Where.SAFETY_PLAN: translate("Actions", "Bij de veiligheidskaart"),
        Where.CHOOSE: translate("Actions", "Bij samen kiezen"),
        Where.AGREE: translate("Actions", "Bij de afspraken"),
        Where.PAPERS: translate("Actions", "Bij de papieren"),
        Where.DIRECTORY: translate("Actions", "Bij de sociale kaart"),
        Where.CALLS: translate("Actions", "Op de bellijst"),
        Where.TWINS: translate("Actions", "Bij wat dubbel is"),
        Where.MENDING: translate("Actions", "Bij aanbod wijzigen"),
        Where.PRACTICE: translate("Actions", "Bij de praktijk"),
    }


def with_mnemonics(names: Sequence[str]) -> tuple[str, ...]:
    """Return the entries of one menu, each with an & before a letter of its own: the first of a word where it can be.

    An entry for which no letter is left stays without; a test sees to it that there is none.
    """
    taken: set[str] = set()
    return tuple(_marked(name, taken) for name in names)


def _marked(name: str, taken: set[str]) -> str:
    first = [at for at in range(len(name)) if at == 0 or name[at - 1] == " "]
    for at in (*first, *range(len(name))):
        letter = name[at].lower()
        if letter.isalpha() and letter.isascii() and letter not in taken:
            taken.add(letter)
            return f"{name[:at]}&{name[at:]}"
    return name
