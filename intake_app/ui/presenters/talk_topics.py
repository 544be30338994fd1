"""The left pane: a numbered list in a short talk, areas with their topics in an exploratory one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.questionnaire.answers import Given, NotAsked
from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.routing import overview_question
from intake_app.triage.model import FlagState
from intake_app.ui.presenters.talk_order import asked_of, entry, is_open, may_list

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
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


def left_state(desk: Desk, session: Session, current: QuestionId, words: str = "") -> LeftState:
    """Return the left pane; `words` filters topics by name, synonym and question."""
    if session.conversation.situation.mode is Mode.QUICK:
        return _numbered(desk, session, current)
    groups = [_group(desk, session, part, current, words) for part in session.knowledge.questionnaire.parts]
    return LeftState(groups=tuple(group for group in groups if group.rows))


def _numbered(desk: Desk, session: Session, current: QuestionId) -> LeftState:
    runs: dict[str, list[QuestionId]] = {}
    for id_ in session.order():
        runs.setdefault(_row_id(session, id_), []).append(id_)
    rows = tuple(
        replace(_run(desk, session, id_, tuple(found)), number=number, current=current in found)
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


def _run(desk: Desk, session: Session, id_: str, found: tuple[QuestionId, ...]) -> RowState:
    question = session.knowledge.questionnaire.questions[found[0]]
    topic = session.knowledge.questionnaire.topics[question.topic]
    open_ = [each for each in found if is_open(session, each)]
    plain = "untouched" if open_ else "talked"
    is_safety = id_ == SAFETY_ROW
    state = plain if is_safety or open_ else _topic_state(session, topic, found)
    name = _run_name(desk, session, id_, question)
    return RowState(
        id=id_,
        entry=open_[0] if open_ else found[0],
        name=name,
        spoken=_spoken(desk, name, state, wished=_is_wished(session, topic) and not is_safety, marked=False),
        state=state,
        wished=_is_wished(session, topic) and not is_safety,
    )


def _run_name(desk: Desk, session: Session, id_: str, question: Question) -> str:
    if id_ == SAFETY_ROW or id_ in OWN_ROWS.values():
        return desk.text(f"talk.{id_}")
    if _is_overview(session, question):
        parts = session.knowledge.questionnaire.parts
        return next(part.name.of(desk.language) for part in parts if part.area is question.area)
    return session.knowledge.questionnaire.topics[question.topic].name.of(desk.language)


def _group(desk: Desk, session: Session, part: AreaPart, current: QuestionId, words: str) -> GroupState:
    listed = [topic for topic in part.topics if may_list(session, topic)]
    rows = tuple(_topic_row(desk, session, topic, current) for topic in listed if _matches(desk, topic, words))
    done = sum(_is_talked(session, topic) for topic in listed)
    return GroupState(
        name=part.name.of(desk.language),
        tally=desk.text("talk.tally", done=str(done), total=str(len(listed))),
        rows=rows,
        icon=part.area.value,
    )


def _topic_row(desk: Desk, session: Session, topic: Topic, current: QuestionId) -> RowState:
    name = topic.name.of(desk.language)
    state = _topic_state(session, topic, _telling(topic))
    wished, marked = _is_wished(session, topic), _is_marked(session, topic)
    return RowState(
        id=str(topic.id),
        entry=entry(session, topic),
        name=name,
        spoken=_spoken(desk, name, state, wished=wished, marked=marked),
        state=state,
        wished=wished,
        marked=marked,
        current=any(question.id == current for question in topic.questions),
    )


def _spoken(desk: Desk, name: str, state: str, *, wished: bool, marked: bool) -> str:
    said = [name, desk.text(f"talk.state_{state}")]
    said += [desk.text("talk.wished")] if wished else []
    said += [desk.text("talk.marked")] if marked else []
    return ", ".join(said)


def _is_talked(session: Session, topic: Topic) -> bool:
    return any(_is_talked_about(session, id_) for id_ in _telling(topic))


def _is_talked_about(session: Session, id_: QuestionId) -> bool:
    """Tell whether a question was asked; one that was left out with a reason was not."""
    answer = session.conversation.answers.get(id_)
    return answer is not None and not isinstance(answer, NotAsked)


def _telling(topic: Topic) -> tuple[QuestionId, ...]:
    """Return the questions that may show in the list that a topic was talked about: not what was told alone."""
    return tuple(question.id for question in topic.questions if topic.silent or not question.alone)


def _is_wished(session: Session, topic: Topic) -> bool:
    return not topic.silent and session.conversation.wish(topic.id) is not None


def _is_marked(session: Session, topic: Topic) -> bool:
    """Tell whether a flag that may be spoken of points to the topic."""
    rules = {rule.id: rule for rule in session.knowledge.engine.rules.flags}
    return any(
        rules[flag.flag].topic == topic.id
        for flag in session.picture.assessment.flags
        if flag.state in {FlagState.RAISED, FlagState.POSSIBLE} and not flag.is_silent
    )


def _topic_state(session: Session, topic: Topic, questions: tuple[QuestionId, ...]) -> str:
    """Return how a topic is: what was said decides, what goes well is seen where nothing weighs."""
    if not any(_is_talked_about(session, id_) for id_ in questions):
        return "untouched"
    if topic.silent:
        return "talked"
    amounts = _amounts(session, frozenset(map(str, questions)))
    if any(amount > 0 for amount in amounts):
        return "weighs"
    goes_well = any(_says_goes_well(session, id_) for id_ in questions)
    is_good = goes_well or topic.id in session.conversation.strength_topics or any(amounts)
    return "good" if is_good else "talked"


def _amounts(session: Session, columns: frozenset[str]) -> list[int]:
    assessment = session.picture.assessment
    return [
        each.amount
        for score in (assessment.medical, assessment.social)
        for each in score.contributions
        if each.truth is Truth.TRUE and columns & set(each.columns)
    ]


def _says_goes_well(session: Session, id_: QuestionId) -> bool:
    answer = session.conversation.answers.get(id_)
    return isinstance(answer, Given) and answer.value == "goes_well"


def _matches(desk: Desk, topic: Topic, words: str) -> bool:
    asked = " ".join(question.text.of(desk.language) for question in topic.questions if not question.alone)
    text = f"{topic.name.of(desk.language)} {topic.synonyms.of(desk.language)} {asked}".casefold()
    return all(word in text for word in words.casefold().split())


def asked_count(session: Session, topic: Topic, current: QuestionId) -> tuple[int, int]:
    """Return the place of a question in its topic, and how many there are."""
    found = asked_of(session, topic)
    place = found.index(current) + 1 if current in found else len(found)
    return place, len(found)
