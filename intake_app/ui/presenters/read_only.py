"""Where one can go while one can only look, at the store or at a talk: the papers, and nothing that writes."""

from __future__ import annotations

from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.ui.presenters.conversations import local

OF_A_TALK = frozenset({"conversation", "ecogram", "priorities", "safety_plan", "choose", "agree", "papers"})
"""The screens that need an open talk."""

_INSTEAD = {
    "conversation": "papers",
    "priorities": "papers",
    "ecogram": "papers",
    "safety_plan": "papers",
    "choose": "papers",
    "agree": "papers",
    "start_quick": "list",
    "start_exploratory": "list",
    "service": "directory",
    "directory_many": "directory",
    "directory_twins": "directory",
}
"""A screen that writes -> the one that shows the same without writing."""


def is_closed(session: Session | None) -> bool:
    """Tell whether a talk was closed: it is to be read, until it is opened again."""
    return session is not None and session.conversation.closed is not None


def is_reading(desk: Desk, session: Session | None) -> bool:
    """Tell whether one can only look: at this store, or at this talk."""
    return _may_not_write(desk, session) or is_closed(session)


def may_reopen(desk: Desk, session: Session | None) -> bool:
    """Tell whether one can open a closed talk again: who can change it otherwise."""
    return is_closed(session) and not _may_not_write(desk, session)


def _may_not_write(desk: Desk, session: Session | None) -> bool:
    return desk.is_read_only or (session is not None and session.is_read_only)


def reading_words(desk: Desk, session: Session | None) -> str:
    """Return why one can only look; empty when one can work."""
    if desk.is_read_only:
        return desk.read_only_words
    if _may_not_write(desk, session):
        return desk.text("read_only.talk")
    closed = None if session is None else session.conversation.closed
    return "" if closed is None else desk.text("read_only.closed", date=f"{local(closed):%d-%m-%Y}")


def place_when_reading(desk: Desk, screen: str, session: Session | None = None) -> str:
    """Return the screen to show when this one is asked for; where it differs, `reading_words` say why."""
    if desk.is_read_only or (screen in OF_A_TALK and is_reading(desk, session)):
        return _INSTEAD.get(screen, screen)
    return screen
