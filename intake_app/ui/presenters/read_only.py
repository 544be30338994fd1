"""Where one can go while the store is open to read only: the papers of a talk, and nothing that writes."""

from __future__ import annotations

from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session

OF_A_TALK = frozenset({"conversation", "choose", "agree", "papers"})
"""The screens that need an open talk."""

_INSTEAD = {
    "conversation": "papers",
    "choose": "papers",
    "agree": "papers",
    "start_quick": "list",
    "start_exploratory": "list",
    "service": "directory",
    "directory_many": "directory",
    "directory_twins": "directory",
}
"""A screen that writes -> the one that shows the same without writing."""


def is_reading(desk: Desk, session: Session | None) -> bool:
    """Tell whether one can only look: at this store, or at this talk."""
    return desk.is_read_only or (session is not None and session.is_read_only)


def reading_words(desk: Desk, session: Session | None) -> str:
    """Return why one can only look; empty when one can work."""
    if desk.is_read_only:
        return desk.read_only_words
    return desk.text("read_only.talk") if is_reading(desk, session) else ""


def place_when_reading(desk: Desk, screen: str, session: Session | None = None) -> str:
    """Return the screen to show when this one is asked for; where it differs, `reading_words` say why."""
    if desk.is_read_only or (screen in OF_A_TALK and is_reading(desk, session)):
        return _INSTEAD.get(screen, screen)
    return screen
