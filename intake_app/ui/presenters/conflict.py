"""What two people filled in otherwise: asked about one at a time, at every opening until it is settled.

What may only be spoken of alone is not shown while somebody may see it: then only that there is something to choose.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from intake_app.conversation import changes as c
from intake_app.conversation.merging import standing, topic_of
from intake_app.core.ids import QuestionId, TopicId
from intake_app.core.problems import ProblemsError
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.conflict_words import Words

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.model import Contest
    from intake_app.conversation.session import Session

_PUT_OFF: WeakKeyDictionary[Session, set[int]] = WeakKeyDictionary()
"""The contests that one left for later, for as long as the talk is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictState:
    """One thing to choose: what it is about, what stands now, and what was filled in too, by `is_own` who sits here."""

    seq: int
    title: str
    stands: str
    had: str
    is_own: bool
    number: int
    count: int


class Conflicts:
    """Everything that two people set otherwise in one talk."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Work out what is silent in the content of this talk."""
        self._desk, self._session, self._words = desk, session, Words(desk, session)
        self._telling = quiet_of(session).telling

    def to_ask(self) -> ConflictState | None:
        """Return the first that may be shown now and was not left for later."""
        left = _PUT_OFF.get(self._session, set())
        return next((self._state(each) for each in self._shown() if each.seq not in left), None)

    def first(self) -> ConflictState | None:
        """Return the first that may be shown now."""
        return next((self._state(each) for each in self._shown()), None)

    def mark(self) -> str:
        """Return in a few words that there is something to choose; empty when there is nothing."""
        count = len(self._shown())
        if count:
            return self._desk.text("conflict.one") if count == 1 else self._desk.text("conflict.many", count=str(count))
        return self._desk.text("conflict.when_alone") if self._session.contests() else ""

    def leave(self) -> None:
        """Leave all that can be shown now for later."""
        _PUT_OFF.setdefault(self._session, set()).update(each.seq for each in self._shown())

    def settle(self, seq: int, *, keep: bool) -> str:
        """Let what stands be, or keep the other; returns what holds it back in words, empty when it is done."""
        try:
            self._session.settle(seq, keep=keep)
        except ProblemsError as error:
            return " ".join(dict.fromkeys(self._desk.problem_text(replace(each, where="")) for each in error.problems))
        return ""

    def _shown(self) -> tuple[Contest, ...]:
        return tuple(each for each in self._session.contests() if self._may_tell(each))

    def _state(self, contest: Contest) -> ConflictState:
        stands, shown = self._stands(contest), self._shown()
        return ConflictState(
            seq=contest.seq,
            title=self._words.title(contest.change),
            stands=self._words.words(stands, contest.change),
            had=self._words.words(contest.change, stands),
            is_own=self._session.is_own(contest),
            number=shown.index(contest) + 1,
            count=len(shown),
        )

    def _stands(self, contest: Contest) -> c.Change | None:
        topic = topic_of(contest.change, ())
        return None if topic is None else standing(self._session.conversation, topic)

    def _may_tell(self, contest: Contest) -> bool:
        if self._session.conversation.situation.may_ask_alone:
            return True
        return not (self._is_silent(contest.change) or self._is_silent(self._stands(contest)))

    def _is_silent(self, change: c.Change | None) -> bool:
        """Tell whether a change rests on what may only be spoken of alone, or holds words that may tell of it."""
        match change:
            case c.SafetyPlanSet():
                return True
            case c.PlanSet(plan=plan):
                return any(step.kind in self._telling for step in plan.steps)
            case c.Chosen(choice=choice):
                return bool(choice.reason) or choice.kind in self._telling
            case c.ChoiceDropped(kind=kind):
                return kind in self._telling
            case c.UrgencySet(reason=reason):
                return bool(reason)
            case c.SituationChanged(situation=situation):
                return bool(situation.call_back)
            case _:
                topic = None if change is None else topic_of(change, ())
                return topic is not None and self._is_about_silence(topic[1])

    def _is_about_silence(self, about: str) -> bool:
        questionnaire = self._session.knowledge.questionnaire
        question = questionnaire.questions.get(QuestionId(about))
        topic = questionnaire.topics.get(TopicId(about) if question is None else question.topic)
        is_kept_apart = question is not None and (question.alone or question.safety)
        return is_kept_apart or (topic is not None and topic.silent)
