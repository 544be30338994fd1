"""What went wrong with slow work, in words for who waits for it."""

from __future__ import annotations

from intake_app.conversation.desk import Desk
from intake_app.core.problems import ProblemsError


def fault_words(desk: Desk, error: Exception, otherwise: str) -> str:
    """Return the words of a problem; `otherwise` is for an error that has none."""
    if isinstance(error, ProblemsError):
        return "\n".join(dict.fromkeys(map(desk.problem_text, error.problems)))
    return otherwise
