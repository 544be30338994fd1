"""The talk itself: one question at a time, answered, passed over or left; every change is kept at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.model import Strength
from intake_app.core.ids import QuestionId
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.ui.presenters import talk_order, talk_people
from intake_app.ui.presenters.talk_ask import ask_state
from intake_app.ui.presenters.talk_find import hits
from intake_app.ui.presenters.talk_question import answer_words, question_state
from intake_app.ui.presenters.talk_topics import LeftPane

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.questionnaire.answers import Value
    from intake_app.questionnaire.model import Topic
    from intake_app.questionnaire.situation import Situation
    from intake_app.ui.presenters.talk_ask import AskState
    from intake_app.ui.presenters.talk_find import Hit
    from intake_app.ui.presenters.talk_question import QuestionState
    from intake_app.ui.presenters.talk_topics import LeftState

SCREEN = "conversation"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousState:
    """The last thing said: a subject and the answer; both empty at the beginning."""

    name: str = ""
    answer: str = ""


class Talk:
    """Walks through the questions of one session. Holds only where one is, and what was passed over on the way."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Begin where the talk was left; a moment alone never outlives the screen."""
        self._desk, self._session = desk, session
        self._left = LeftPane(desk, session)
        self._last: QuestionId | None = None
        self._passed: set[QuestionId] = set()
        talk_people.set_alone(session, on=False)
        place = QuestionId(session.conversation.place)
        self.current = place if talk_order.may_show(session, place) else talk_order.first_open(session)
        self._go(self.current)

    @property
    def is_quick(self) -> bool:
        """Tell whether this is the short talk."""
        return self._session.conversation.situation.mode is Mode.QUICK

    def question(self) -> QuestionState:
        """Return the middle pane."""
        return question_state(self._desk, self._session, self.current)

    def help_with(self, id_: QuestionId, decline_key: str) -> AskState:
        """Return why a question is asked, and how one could ask it."""
        return ask_state(self._desk, self._session, id_, decline_key)

    def left(self) -> LeftState:
        """Return the left pane."""
        return self._left.state(self.current)

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return the topics that hold these words, what fits best first."""
        return hits(self._session, self._desk.language, words)

    def place_line(self, left: LeftState) -> str:
        """Return "Vraag 7" in a short talk, else nothing; `left` is the left pane as it is now."""
        row = next((row for row in left.rows() if row.current), None) if self.is_quick else None
        return "" if row is None else self._desk.text("talk.row", number=str(row.number))

    def previous(self) -> PreviousState:
        """Return what was said last. Of safety only that it was talked about; where a topic is silent not which."""
        last = self._last_answered()
        answer = None if last is None else self._session.conversation.answers.get(last)
        if last is None or answer is None:
            return PreviousState()
        question = self._session.knowledge.questionnaire.questions[last]
        topic = self._session.knowledge.questionnaire.topics[question.topic]
        is_silent, talked = question.alone or topic.silent, self._desk.text("talk.state_talked")
        name = self._desk.text("talk.safety") if is_silent else topic.name.of(self._desk.language)
        is_told = not (is_silent or question.safety)
        return PreviousState(name=name, answer=answer_words(self._desk, question, answer) if is_told else talked)

    def _last_answered(self) -> QuestionId | None:
        answers = self._session.conversation.answers
        if self._last in answers:
            return self._last
        found = talk_order.way(self._session, self.current)
        said = (id_ for id_ in reversed(found[: found.index(self.current)]) if id_ in answers)
        return next(said, None)

    def answer(self, value: Value, at: QuestionId | None = None) -> str:
        """Answer the present question, or the one `at`; returns what is wrong in words, empty when it is kept."""
        try:
            self._session.answer(at or self.current, value)
        except ProblemsError as error:
            return " ".join(self._desk.text(f"talk.wrong_{each.code}") for each in error.problems)
        return ""

    def decline(self) -> None:
        """The person does not want to say."""
        self._session.decline(self.current)

    def not_known(self) -> None:
        """The person does not know."""
        self._session.not_known(self.current)

    def clear(self, at: QuestionId | None = None) -> None:
        """Take the answer away."""
        if not talk_order.is_open(self._session, at or self.current):
            self._session.clear(at or self.current)

    def note(self, about: QuestionId, text: str) -> str:
        """Keep own words at a question; returns what is wrong in words."""
        try:
            self._session.note(about, text)
        except ProblemsError as error:
            return " ".join(self._desk.text(f"talk.wrong_{each.code}") for each in error.problems)
        return ""

    def toggle_wish(self) -> None:
        """Mark or unmark the topic as one to talk about; a quiet topic is never marked."""
        topic = self._topic()
        if self.question().may_wish:
            self._session.toggle_wish(topic.id)

    def strengthen(self, text: str) -> None:
        """Keep what goes well in this topic; empty takes it away."""
        topic = self._topic()
        if self.question().may_wish and text.strip() != self.question().strength:
            self._session.strengthen(Strength(topic=topic.id, text=text.strip()))

    def go_on(self) -> bool:
        """Go to the next open question; tells whether there was one."""
        if talk_order.is_open(self._session, self.current):
            self._passed.add(self.current)
        found = talk_order.after(self._session, self.current, self._passed)
        if found is None:
            return False
        if found in self._passed:
            self._passed.clear()
        self._go(found)
        return True

    def go_back(self) -> bool:
        """Go to the question before; tells whether there was one."""
        found = talk_order.before(self._session, self.current)
        if found is None:
            return False
        self._go(found)
        return True

    def go_topic(self, step: int) -> bool:
        """Go a topic up or down; in a short talk a row."""
        rows = self.left().rows()
        if self.is_quick:
            place = next((place for place, row in enumerate(rows) if row.current), 0) + step
            found = rows[place].entry if 0 <= place < len(rows) else None
        else:
            found = talk_order.next_topic(self._session, self.current, step)
        if found is None:
            return False
        self._go(found)
        return True

    def open(self, id_: QuestionId) -> bool:
        """Go to a question; one that may not be on screen now is refused."""
        if not talk_order.may_show(self._session, id_):
            return False
        self._go(id_)
        return True

    def set_alone(self, *, on: bool) -> None:
        """Begin or end a moment alone; what may not be seen any more is left at once."""
        talk_people.set_alone(self._session, on=on)
        self.settle()

    def change_people(self, situation: Situation) -> None:
        """Keep who is there now; what may not be seen any more is left at once."""
        self._session.change_situation(situation)
        self.settle()

    def settle(self) -> None:
        """Leave a question that may not be on screen any more."""
        if self._last is not None and not talk_order.may_show(self._session, self._last):
            self._last = None
        if not talk_order.may_show(self._session, self.current):
            self._go(talk_order.first_open(self._session))

    def before_choosing(self) -> None:
        """Note what could not be asked because nobody was alone."""
        if not self._session.conversation.situation.may_ask_alone:
            self._session.mark_not_alone()

    def _topic(self) -> Topic:
        questionnaire = self._session.knowledge.questionnaire
        return questionnaire.topics[questionnaire.questions[self.current].topic]

    def _go(self, id_: QuestionId) -> None:
        if id_ != self.current:
            self._last = self.current
        self.current = id_
        self._session.move(SCREEN, id_)
