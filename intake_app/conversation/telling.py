"""What the person tells besides answers: own words, what goes well, what to talk about, and who is around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.conversation import changes as c
from intake_app.conversation.kept import Kept
from intake_app.conversation.model import MOST_STRAIN, STRONGEST, Wish
from intake_app.conversation.safety_plan import wrong_plan
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.validation import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.model import Strength, Tie
    from intake_app.conversation.safety_plan import SafetyPlan
    from intake_app.core.problems import Problem

LONGEST_NAME = 60
"""Characters of what somebody around the person is called: it stands in a drawing."""


class Telling(Kept):
    """The part of a session that keeps what the person tells of their own accord."""

    def note(self, about: str, text: str) -> None:
        """Keep own words at a question or topic."""
        if len(text) > LONGEST_TEXT:
            raise ProblemsError((problem("note_too_long", about, longest=LONGEST_TEXT),))
        if text != self.conversation.notes.get(about, ""):
            self._keep(c.NoteWritten(about=about, text=text))

    def strengthen(self, strength: Strength) -> None:
        """Keep what goes well in a topic."""
        self._keep(c.StrengthAdded(strength=strength))

    def wish(self, wish: Wish) -> None:
        """Mark a topic as one to talk about."""
        self._keep(c.WishSet(wish=wish))

    def toggle_wish(self, topic: str) -> None:
        """Mark or unmark a topic as one to talk about."""
        if self.conversation.wish(topic) is None:
            self._keep(c.WishSet(wish=Wish(topic=topic)))
        else:
            self._keep(c.WishDropped(topic=topic))

    def rank_wishes(self, topics: Sequence[str]) -> None:
        """Put the wishes in the order that the person gives them; what is not named follows as it stood."""
        if tuple(topics) != tuple(str(wish.topic) for wish in self.conversation.wishes):
            self._keep(c.WishesRanked(topics=tuple(topics)))

    def tie(self, tie: Tie) -> None:
        """Keep somebody around the person, new or mended. Raises `ProblemsError` where it cannot be drawn."""
        wrong = wrong_tie(tie)
        if wrong is not None:
            raise ProblemsError((wrong,))
        if tie != self.conversation.tie(tie.id):
            self._keep(c.TieSet(tie=tie))

    def drop_tie(self, id_: str) -> None:
        """Take somebody out of the ecogram."""
        if self.conversation.tie(id_) is not None:
            self._keep(c.TieDropped(id=id_))

    def plan_safety(self, plan: SafetyPlan) -> None:
        """Keep the safety plan as it stands. Raises `ProblemsError` where nobody trained is there to make it with."""
        wrong = wrong_plan(plan, self.conversation.situation)
        if wrong is not None:
            raise ProblemsError((wrong,))
        if plan != self.conversation.safety_plan:
            self._keep(c.SafetyPlanSet(plan=plan))


def wrong_tie(tie: Tie) -> Problem | None:
    """Return why somebody cannot be drawn: without a name, with too long a one, or off the scales."""
    if not tie.name.strip():
        return problem("tie_without_name", tie.id)
    if len(tie.name) > LONGEST_NAME:
        return problem("tie_name_too_long", tie.id, longest=LONGEST_NAME)
    if tie.strength not in range(STRONGEST + 1) or tie.strain not in range(MOST_STRAIN + 1):
        return problem("tie_off_scale", tie.id, strongest=STRONGEST, strain=MOST_STRAIN)
    return None
