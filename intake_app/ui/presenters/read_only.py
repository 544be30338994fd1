"""Where one can go while the store is open to read only: the papers of a talk, and nothing that writes."""

from __future__ import annotations

from intake_app.conversation.desk import Desk

_INSTEAD = {
    "conversation": "papers",
    "choose": "papers",
    "agree": "papers",
    "start_quick": "list",
    "start_exploratory": "list",
}
"""A screen that writes -> the one that shows the same without writing."""


def place_when_reading(desk: Desk, screen: str) -> str:
    """Return the screen to show when this one is asked for; where it differs, `desk.read_only_words` say why."""
    return _INSTEAD.get(screen, screen) if desk.is_read_only else screen
