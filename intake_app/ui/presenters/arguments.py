"""What a rule says, the answer it rests on, and where it comes from; and the questions that are still open.

Nothing that was or may only be said alone stands here, nor anything that rests on a silent flag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.questionnaire.answers import Given
from intake_app.triage.sources import source_words
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.talk_order import is_open, may_show
from intake_app.ui.presenters.talk_question import answer_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import Origin
    from intake_app.triage.outcome import Contribution, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    """One argument: the sentence, the answers it rests on, the rule, and for who asks where the rule comes from."""

    text: str
    answer: str
    rule: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """A question that is still open, and why: not asked yet, or asked without an answer."""

    question: QuestionId
    text: str
    why: str


class Teller:
    """Puts the rules of one talk into words, as far as they may stand on the screen."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Work out what is silent in the content of this talk."""
        self._desk, self._session, self._quiet = desk, session, quiet_of(session)
        questions = session.knowledge.questionnaire.questions
        self._questions: dict[str, Question] = {str(id_): each for id_, each in questions.items()}

    def may_tell(self, each: Reason | Contribution) -> bool:
        """Tell whether an argument may stand on the screen."""
        return each.rule not in self._quiet.rules and not self._quiet.columns.intersection(each.columns)

    def may_name(self, kind: str) -> bool:
        """Tell whether a kind of help may be named now: one that tells what was said only while nobody listens."""
        return kind not in self._quiet.telling or self._session.conversation.situation.may_ask_alone

    def arguments(self, reasons: Iterable[Reason | Contribution]) -> tuple[ArgumentView, ...]:
        """Return the arguments that may stand on the screen."""
        return tuple(self.argument(each) for each in reasons if self.may_tell(each))

    def argument(self, each: Reason | Contribution) -> ArgumentView:
        """Put one argument into words."""
        return ArgumentView(
            text=each.text.of(self._desk.language),
            answer="; ".join(line for line in map(self._answer_of, each.columns) if line),
            rule=str(each.rule),
            origin="" if each.origin is None else self.origin(each.origin),
        )

    def origin(self, origin: Origin) -> str:
        """Say where a rule comes from, how strong that is, who answers for it, and when it was checked."""
        text = self._desk.text
        facts = (
            text(f"reasons.strength_{origin.strength.value}"),
            origin.owner,
            text(f"reasons.status_{origin.status}"),
            text("reasons.checked", day="-".join(reversed(origin.checked.split("-")))),
        )
        return f"{text('reasons.source', source=source_words(origin.source, text))}\n{' · '.join(facts)}"

    def open(self, columns: Iterable[str]) -> tuple[OpenLine, ...]:
        """Return the questions among these columns that may be shown now, each once."""
        lines = (self._open_line(column) for column in dict.fromkeys(columns))
        return tuple(line for line in lines if line is not None)

    def _open_line(self, column: str) -> OpenLine | None:
        question = self._questions.get(column)
        if question is None or column in self._quiet.columns or not may_show(self._session, question.id):
            return None
        answer = self._session.conversation.answers.get(question.id)
        if isinstance(answer, Given):
            return None
        why = "reasons.not_asked" if is_open(self._session, question.id) else "reasons.no_answer"
        return OpenLine(question=question.id, text=question.text.of(self._desk.language), why=self._desk.text(why))

    def _answer_of(self, column: str) -> str:
        question = self._questions.get(column)
        answer = None if question is None else self._session.conversation.answers.get(question.id)
        if question is None or not isinstance(answer, Given):
            return ""
        topic = self._session.knowledge.questionnaire.topics[question.topic].name.of(self._desk.language)
        return self._desk.text("reasons.answer", answer=answer_words(self._desk, question, answer), topic=topic)
