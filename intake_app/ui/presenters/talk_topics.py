"""The left pane: a numbered list in a short talk, areas with their topics in an exploratory one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from intake_app.questionnaire.answers import Given, NotAsked
from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import FlagState
from intake_app.ui.presenters.talk_order import asked_of, first_of, is_open

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId, TopicId
    from intake_app.core.text import Language
    from intake_app.questionnaire.model import AreaPart, Question, Topic

SAFETY_ROW = "safety"
OWN_ROWS = {"first_topic": "row_first", "support": "row_first", "helped_before": "row_first"}
"""Questions of a topic that come back later in the short talk: their row has a name of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """One row. `state` is untouched, talked, good or weighs; `number` 0 where rows are not numbered."""

    id: str
    entry: QuestionId
    name: str
    spoken: str
    state: str
    number: int = 0
    wished: bool = False
    marked: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    """Rows under a heading; without a name the rows stand alone. `tally` is "3 van 12"."""

    name: str
    tally: str
    rows: tuple[RowState, ...]
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftState:
    """The left pane. `head` and `left_over` stand above the rows of a short talk."""

    groups: tuple[GroupState, ...]
    head: str = ""
    left_over: str = ""

    def rows(self) -> tuple[RowState, ...]:
        """Return all rows from top to bottom."""
        return tuple(row for group in self.groups for row in group.rows)


class LeftPane:
    """Makes the left pane anew after every change. A row that is as it was before is the same object."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Work out what does not change during the talk."""
        self._desk, self._session = desk, session
        self._telling = {topic.id: _telling(topic) for topic in session.knowledge.questionnaire.topics.values()}
        self._rows: dict[tuple[_Line, bool, Language], RowState] = {}
        self._lines: dict[TopicId, _Line] = {}
        self._groups: dict[tuple[str, TopicId | None, Language], GroupState] = {}
        self._of: tuple[object, ...] = ()

    def state(self, current: QuestionId) -> LeftState:
        """Return the pane."""
        if self._session.conversation.situation.mode is Mode.QUICK:
            return _numbered(self._desk, self._session, _Said(self._session), current)
        questionnaire = self._session.knowledge.questionnaire
        here = questionnaire.questions[current].topic
        groups = [self._group(part, here) for part in questionnaire.parts]
        return LeftState(groups=tuple(group for group in groups if group.rows))

    def topics(self) -> tuple[RowState, ...]:
        """Return every topic that may be named now, in the order of the questionnaire; none is the current one."""
        return tuple(row for part in self._session.knowledge.questionnaire.parts for row in self._group(part).rows)

    def _group(self, part: AreaPart, here: TopicId | None = None) -> GroupState:
        found, is_here = self._listed(), any(topic.id == here for topic in part.topics)
        key = (part.area.value, here if is_here else None, self._desk.language)
        if key not in self._groups:
            self._groups[key] = self._grouped(part, found, here)
        return self._groups[key]

    def _grouped(self, part: AreaPart, found: dict[TopicId, _Line], here: TopicId | None) -> GroupState:
        desk = self._desk
        listed = [(topic, found[topic.id]) for topic in part.topics if topic.id in found]
        rows = [self._row(topic, line, is_here=topic.id == here) for topic, line in listed]
        done = sum([line.state != "untouched" for _, line in listed])
        return GroupState(
            name=part.name.of(desk.language),
            tally=desk.text("talk.tally", done=str(done), total=str(len(listed))),
            rows=tuple(rows),
            icon=part.area.value,
        )

    def _listed(self) -> dict[TopicId, _Line]:
        """Return how the topics are that may be named now; where one is in the talk makes no difference to that."""
        session, talk = self._session, self._session.conversation
        of = (session.picture, talk.answers, talk.wishes, talk.strengths)
        if len(of) != len(self._of) or any(new is not old for new, old in zip(of, self._of, strict=True)):
            self._of, said = of, _Said(session)
            self._groups.clear()
            asked = {id_: asked_of(session, topic) for id_, topic in session.knowledge.questionnaire.topics.items()}
            self._lines = {id_: self._line(said, id_, found) for id_, found in asked.items() if found}
        return self._lines

    def _line(self, said: _Said, id_: TopicId, asked: tuple[QuestionId, ...]) -> _Line:
        topic = self._session.knowledge.questionnaire.topics[id_]
        return _Line(
            topic=id_,
            state=said.state(topic, self._telling[id_]),
            entry=first_of(self._session, asked),
            wished=said.is_wished(topic),
            marked=id_ in said.marked,
        )

    def _row(self, topic: Topic, line: _Line, *, is_here: bool) -> RowState:
        key = (line, is_here, self._desk.language)
        found = self._rows.get(key)
        if found is None:
            name = topic.name.of(self._desk.language)
            found = self._rows[key] = RowState(
                id=str(topic.id),
                entry=line.entry,
                name=name,
                spoken=_spoken(self._desk, name, line.state, wished=line.wished, marked=line.marked),
                state=line.state,
                wished=line.wished,
                marked=line.marked,
                current=is_here,
            )
        return found


class _Line(NamedTuple):
    """How a topic is: what its row shows, apart from the words."""

    topic: TopicId
    state: str
    entry: QuestionId
    wished: bool
    marked: bool


class _Said:
    """What was said so far as the list shows it: read once for all rows, for every answer brings the list up to date.

    `weighing` are the columns that raise a need now, `counting` those that change one in any direction; `marked` the
    topics that a flag points to that may be spoken of.
    """

    def __init__(self, session: Session) -> None:
        self.session, self._answers = session, session.conversation.answers
        self.wished, self._strong = session.conversation.wish_topics, session.conversation.strength_topics
        assessment, rules = session.picture.assessment, session.knowledge.engine.rules
        self.marked = frozenset(
            rules.flag(flag.flag).topic
            for flag in assessment.flags
            if flag.state in {FlagState.RAISED, FlagState.POSSIBLE} and not flag.is_silent
        )
        true = [
            each
            for score in (assessment.medical, assessment.social)
            for each in score.contributions
            if each.truth is Truth.TRUE
        ]
        self._weighing = frozenset(column for each in true if each.amount > 0 for column in each.columns)
        self._counting = frozenset(column for each in true if each.amount for column in each.columns)

    def is_wished(self, topic: Topic) -> bool:
        """Tell whether the person wants to talk about it; of a silent topic nothing is told."""
        return not topic.silent and topic.id in self.wished

    def is_talked(self, questions: tuple[QuestionId, ...]) -> bool:
        """Tell whether one of these was asked; one that was left out with a reason was not."""
        answers = self._answers
        return any(id_ in answers and not isinstance(answers[id_], NotAsked) for id_ in questions)

    def state(self, topic: Topic, questions: tuple[QuestionId, ...]) -> str:
        """Return how a topic is: what was said decides, what goes well is seen where nothing weighs."""
        if not self.is_talked(questions):
            return "untouched"
        if topic.silent:
            return "talked"
        if not self._weighing.isdisjoint(questions):
            return "weighs"
        goes_well = any(self._says_goes_well(id_) for id_ in questions)
        is_good = goes_well or topic.id in self._strong or not self._counting.isdisjoint(questions)
        return "good" if is_good else "talked"

    def _says_goes_well(self, id_: QuestionId) -> bool:
        answer = self._answers.get(id_)
        return isinstance(answer, Given) and answer.value == "goes_well"


def topic_rows(desk: Desk, session: Session) -> tuple[RowState, ...]:
    """Return every topic that may be named now, in the order of the questionnaire; none is the current one."""
    return LeftPane(desk, session).topics()


def _numbered(desk: Desk, session: Session, said: _Said, current: QuestionId) -> LeftState:
    runs: dict[str, list[QuestionId]] = {}
    for id_ in session.order():
        runs.setdefault(_row_id(session, id_), []).append(id_)
    rows = tuple(
        replace(_run(desk, said, id_, tuple(found)), number=number, current=current in found)
        for number, (id_, found) in enumerate(runs.items(), start=1)
    )
    left = sum(row.state == "untouched" for row in rows)
    return LeftState(
        groups=(GroupState(name="", tally="", rows=rows),),
        head=desk.text("talk.rows", count=str(len(rows))),
        left_over=desk.text("talk.rows_left", count=str(left)),
    )


def _row_id(session: Session, id_: QuestionId) -> str:
    """Group by topic, all fixed safety questions in one row, so that the length of the list tells nothing."""
    questionnaire = session.knowledge.questionnaire
    question = questionnaire.questions[id_]
    own_row = OWN_ROWS.get(id_)
    if own_row:
        return own_row
    is_fixed = id_ in questionnaire.quick_order
    if question.safety and is_fixed and not _is_overview(session, question):
        return SAFETY_ROW
    return str(question.topic)


def _is_overview(session: Session, question: Question) -> bool:
    topic = session.knowledge.questionnaire.topics[question.topic]
    return any(each.id == overview_question(topic.area.value) for each in topic.questions)


def _run(desk: Desk, said: _Said, id_: str, found: tuple[QuestionId, ...]) -> RowState:
    session = said.session
    question = session.knowledge.questionnaire.questions[found[0]]
    topic = session.knowledge.questionnaire.topics[question.topic]
    open_ = [each for each in found if is_open(session, each)]
    plain = "untouched" if open_ else "talked"
    is_safety = id_ == SAFETY_ROW
    state = plain if is_safety or open_ else said.state(topic, found)
    name, wished = _run_name(desk, session, id_, question), said.is_wished(topic) and not is_safety
    return RowState(
        id=id_,
        entry=open_[0] if open_ else found[0],
        name=name,
        spoken=_spoken(desk, name, state, wished=wished, marked=False),
        state=state,
        wished=wished,
    )


def _run_name(desk: Desk, session: Session, id_: str, question: Question) -> str:
    if id_ == SAFETY_ROW or id_ in OWN_ROWS.values():
        return desk.text(f"talk.{id_}")
    if _is_overview(session, question):
        parts = session.knowledge.questionnaire.parts
        return next(part.name.of(desk.language) for part in parts if part.area is question.area)
    return session.knowledge.questionnaire.topics[question.topic].name.of(desk.language)


def _spoken(desk: Desk, name: str, state: str, *, wished: bool, marked: bool) -> str:
    said = [name, desk.text(f"talk.state_{state}")]
    said += [desk.text("talk.wished")] if wished else []
    said += [desk.text("talk.marked")] if marked else []
    return ", ".join(said)


def _telling(topic: Topic) -> tuple[QuestionId, ...]:
    """Return the questions that may show in the list that a topic was talked about: not what was told alone."""
    return tuple(question.id for question in topic.questions if topic.silent or not question.alone)
