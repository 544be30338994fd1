"""Which screens there are, by name. A screen is loaded when it is first shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

from intake_app.ui.screen import Screen, ScreenContext

_VIEWS = "intake_app.ui.views"

PLACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "list": (f"{_VIEWS}.conversations", "ConversationsScreen"),
        "start_quick": (f"{_VIEWS}.start", "quick"),
        "start_exploratory": (f"{_VIEWS}.start", "exploratory"),
        "settings": (f"{_VIEWS}.settings", "SettingsScreen"),
        "people": (f"{_VIEWS}.people", "PeopleScreen"),
        "recovery": (f"{_VIEWS}.recovery", "RecoveryScreen"),
        "copies": (f"{_VIEWS}.copies", "CopiesScreen"),
        "log": (f"{_VIEWS}.log", "LogScreen"),
        "person": (f"{_VIEWS}.person", "PersonScreen"),
        "erasures": (f"{_VIEWS}.erasures", "ErasuresScreen"),
        "directory": (f"{_VIEWS}.directory", "DirectoryScreen"),
        "conversation": (f"{_VIEWS}.conversation", "ConversationScreen"),
        "ecogram": (f"{_VIEWS}.ecogram", "EcogramScreen"),
        "priorities": (f"{_VIEWS}.priorities", "PrioritiesScreen"),
        "safety_plan": (f"{_VIEWS}.safety_plan", "SafetyPlanScreen"),
        "choose": (f"{_VIEWS}.choose", "ChooseScreen"),
        "agree": (f"{_VIEWS}.agree", "AgreeScreen"),
        "papers": (f"{_VIEWS}.papers", "PapersScreen"),
        "service": (f"{_VIEWS}.service", "service_screen"),
        "directory_many": (f"{_VIEWS}.directory_many", "many_screen"),
        "directory_twins": (f"{_VIEWS}.directory_twins", "twins_screen"),
        "directory_calls": (f"{_VIEWS}.directory_calls", "CallsScreen"),
        "directory_files": (f"{_VIEWS}.directory_files", "DirectoryFilesScreen"),
    }
)
"""Name of a screen -> its module, and what makes it there. The first screen of all is the main window's own."""


def factory(name: str) -> Callable[[ScreenContext], Screen]:
    """Return what makes the screen with this name.

    Raises:
        KeyError: there is no such screen.
    """
    module, attribute = PLACES[name]
    made: Callable[[ScreenContext], Screen] = getattr(importlib.import_module(module), attribute)
    return made
