"""What the person wants first, while choosing together: above the columns, and on the cards that serve it."""

from __future__ import annotations

from collections.abc import Mapping

from intake_app.advice.proposals import Proposal
from intake_app.conversation.desk import Desk
from intake_app.conversation.model import Wish
from intake_app.conversation.session import Session
from intake_app.core.ids import TopicId
from intake_app.questionnaire.model import Topic
from intake_app.ui.presenters.choose_quiet import Quiet


class Wishes:
    """The wishes of one talk that may be named, in the person's order."""

    def __init__(self, desk: Desk, session: Session, quiet: Quiet) -> None:
        self._desk, self._session, self._quiet = desk, session, quiet

    def line(self) -> str:
        """Return the wishes with their numbers in one line; empty where there are none."""
        told = " · ".join(self._told(wish, at) for at, wish in enumerate(self._shown(), start=1))
        return self._desk.text("choose.wishes", wishes=told) if told else ""

    def served_by(self, proposal: Proposal) -> str:
        """Return which wish a proposal serves first, in words; empty where none may be told."""
        reasons = [each for each in proposal.outcome.reasons if self._quiet.may_show(each)]
        columns = {column for each in reasons for column in each.columns}
        for at, wish in enumerate(self._shown(), start=1):
            if any(str(each.id) in columns for each in self._topics[TopicId(wish.topic)].questions):
                return self._desk.text("choose.for_wish", number=str(at), name=self._name(wish))
        return ""

    @property
    def _topics(self) -> Mapping[TopicId, Topic]:
        return self._session.knowledge.questionnaire.topics

    def _shown(self) -> list[Wish]:
        named = {str(id_) for id_, topic in self._topics.items() if not topic.silent}
        return [wish for wish in self._session.conversation.wishes if wish.topic in named]

    def _name(self, wish: Wish) -> str:
        return self._topics[TopicId(wish.topic)].name.of(self._desk.language)

    def _told(self, wish: Wish, number: int) -> str:
        figures = (("important", wish.importance), ("sure", wish.confidence))
        told = ", ".join(
            self._desk.text(f"priorities.{name}", number=str(value)) for name, value in figures if value is not None
        )
        return f"{number} {self._name(wish)}" + (f" ({told})" if told else "")
