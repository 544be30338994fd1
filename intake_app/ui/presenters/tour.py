"""The tour: five steps through one example talk, each with the place in the window that it points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.conversation.desk import Desk
    from intake_app.core.ids import ConversationId

KEYS = ("quick", "decline", "how_to_ask", "picture")
"""The actions whose keys are named in the words."""
_STEPS = (
    ("list", "list", "table"),
    ("question", "conversation", "panel"),
    ("picture", "conversation", "picture"),
    ("choose", "choose", "columns"),
    ("papers", "papers", "list"),
)
"""The words, the screen, and the part of it: what to find, what to do, what to see, what to choose, what to give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: the `screen` it is on, the `part` of that screen it points at, and what it says."""

    screen: str
    part: str
    place: str
    title: str
    words: str

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return f"{self.place}. {self.title}. {self.words}"


def steps(desk: Desk, keys: Mapping[str, str]) -> tuple[Step, ...]:
    """Return the steps in their order; `keys` gives the key of each action in `KEYS`, in words."""
    return tuple(
        Step(
            screen=screen,
            part=part,
            place=desk.text("tour.step", number=str(number), count=str(len(_STEPS))),
            title=desk.text(f"tour.{name}_title"),
            words=desk.text(f"tour.{name}_words", **keys),
        )
        for number, (name, screen, part) in enumerate(_STEPS, start=1)
    )


def example_talk(desk: Desk) -> ConversationId | None:
    """Return the talk in which most was said, for there is most to see; None when there is no talk."""
    row = max(desk.rows(), key=lambda each: each.asked, default=None)
    return None if row is None else row.id
