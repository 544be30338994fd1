"""The right pane: the person's own view of the four areas, the need in words, what would help most now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.conversation.wheel import area_question, own_rating
from intake_app.core.ids import KindId, QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import LIFE_AREAS, Mode
from intake_app.triage.model import FlagState, Target
from intake_app.triage.next_question import OWN_QUESTION, next_questions
from intake_app.triage.outcome import Need, neighbours
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.talk_order import may_show
from intake_app.ui.presenters.talk_question import answer_words

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.questionnaire.model import Area
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.outcome import FlagOutcome, NextQuestion, Score

MOST_NEXT = 2
LOOKED_AT = 6
"""Questions to choose from: some may not be on screen now."""
POINTS_TO = frozenset({FlagState.RAISED, FlagState.POSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisState:
    """One area in the wheel: ring 1 to 3, or None while not asked."""

    area: str
    name: str
    ring: int | None
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedState:
    """The need of help from one side, in words; `low`, `point` and `high` from 0 to 100 place the bar."""

    target: Target
    name: str
    word: str
    low: int
    point: int
    high: int
    is_known: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextState:
    """A question that helps now, and why."""

    question: QuestionId
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureState:
    """The whole pane. `has_mark` is neutral: something still asks for a look."""

    axes: tuple[AxisState, ...]
    spoken: str
    needs: tuple[NeedState, ...]
    has_mark: bool
    quote: str
    next: tuple[NextState, ...]


def picture_state(desk: Desk, session: Session, outlook: Outlook | None = None) -> PictureState:
    """Return the right pane; `outlook` is what looking ahead found, where it did already."""
    axes = tuple(_axis(desk, session, area) for area in LIFE_AREAS)
    own = session.conversation.answers.get(OWN_QUESTION)
    question = session.knowledge.questionnaire.questions.get(OWN_QUESTION)
    quote = answer_words(desk, question, own) if isinstance(own, Given) and question else ""
    is_quick = session.conversation.situation.mode is Mode.QUICK
    return PictureState(
        axes=axes,
        spoken=". ".join(f"{axis.name}: {axis.word}" for axis in axes),
        needs=_needs(desk, session),
        has_mark=bool(noticed(session)),
        quote=quote if is_quick else "",
        next=next_states(desk, session, outlook),
    )


def _needs(desk: Desk, session: Session) -> tuple[NeedState, ...]:
    """Return both needs; what both lack is said once."""
    assessment = session.picture.assessment
    medical, social = (need_state(desk, session, score) for score in (assessment.medical, assessment.social))
    return medical, replace(social, note="" if social.note == medical.note else social.note)


def noticed(session: Session) -> tuple[FlagOutcome, ...]:
    """Return the flags that the neutral mark stands for: silent ones only while nobody else is in hearing."""
    alone = session.conversation.situation.may_ask_alone
    return tuple(
        flag
        for flag in session.picture.assessment.flags
        if flag.state in POINTS_TO
        and (alone or not flag.is_silent)
        and flag.flag not in session.conversation.history.recorded
    )


def need_state(desk: Desk, session: Session, score: Score) -> NeedState:
    """Return one need in words; two neighbouring bands are named both, more is not enough to say."""
    words = need_words(desk, score)
    return NeedState(
        target=score.target,
        name=desk.text(f"talk.{score.target.value}"),
        word=words or desk.text("talk.need_not_enough_known"),
        low=score.low,
        point=score.point,
        high=score.high,
        is_known=bool(words),
        note="" if words else _what_is_missing(desk, session),
    )


def need_words(desk: Desk, score: Score) -> str:
    """Return the band in words, "from to" for two neighbouring ones, or nothing."""
    if score.need is not Need.NOT_ENOUGH_KNOWN:
        return desk.text(f"talk.need_{score.need.value}")
    both = neighbours(score.low, score.high)
    if both is None:
        return ""
    first, last = (desk.text(f"talk.need_{each.value}") for each in both)
    return desk.text("talk.need_between", low=first, high=last)


def _what_is_missing(desk: Desk, session: Session) -> str:
    """Name the first essential question that is open; nothing that may only be asked alone."""
    questionnaire = session.knowledge.questionnaire
    for id_ in session.picture.assessment.missing_essentials:
        question = questionnaire.questions[id_]
        topic = questionnaire.topics[question.topic]
        if question.alone or question.safety or topic.silent:
            continue
        is_life = question.area in LIFE_AREAS
        name = _area_name(desk, session, question.area) if is_life else topic.name.of(desk.language)
        is_begun = QuestionId(f"area_{question.area.value}") in session.conversation.answers
        return desk.text("talk.still_open" if is_begun or not is_life else "talk.not_asked_yet", what=name)
    return desk.text("talk.not_all_talked")


def _area_name(desk: Desk, session: Session, area: Area) -> str:
    parts = session.knowledge.questionnaire.parts
    return next(part.name.of(desk.language) for part in parts if part.area is area)


def _axis(desk: Desk, session: Session, area: Area) -> AxisState:
    id_, answers = area_question(area), session.conversation.answers
    answer = answers.get(id_)
    question = session.knowledge.questionnaire.questions[id_]
    word = answer_words(desk, question, answer) if answer else desk.text("talk.not_asked")
    return AxisState(
        area=area.value, name=desk.text(f"talk.axis_{area.value}"), ring=own_rating(answers, area), word=word
    )


def next_states(desk: Desk, session: Session, outlook: Outlook | None = None) -> tuple[NextState, ...]:
    """Return the questions that help most now: one in a short talk. What may not be on screen now stays out."""
    situation = session.conversation.situation
    found = next_questions(
        session.knowledge.questionnaire,
        session.picture.routing,
        session.picture.assessment,
        alone_allowed=situation.may_ask_alone,
        most=LOOKED_AT,
        outlook=outlook,
    )
    shown = [each for each in found if may_show(session, each.question)]
    return tuple(_next(desk, session, each) for each in shown[: 1 if situation.mode is Mode.QUICK else MOST_NEXT])


def _next(desk: Desk, session: Session, found: NextQuestion) -> NextState:
    questionnaire = session.knowledge.questionnaire
    question = questionnaire.questions[found.question]
    topic = questionnaire.topics[question.topic]
    is_quiet = question.alone or topic.silent
    name, text = topic.name.of(desk.language), question.text.of(desk.language)
    is_asked_twice = sum(each.text.nl == question.text.nl for each in questionnaire.questions.values()) > 1
    label = name if is_quiet else f"{name}: {text}" if is_asked_twice else text
    return NextState(question=found.question, label=label, why=_why(desk, session, found))


def _why(desk: Desk, session: Session, found: NextQuestion) -> str:
    """Say why a question helps: the kind of help that it can still turn, where that may be named."""
    if found.why == "kind":
        kinds = {kind.id: kind.name.of(desk.language) for kind in session.knowledge.supply.kinds}
        telling = frozenset() if session.conversation.situation.may_ask_alone else quiet_of(session).telling
        name = next((kinds[each] for each in map(KindId, found.about) if each in kinds and each not in telling), "")
        if name:
            said = desk.text("next.turns_short", first=name)
            return f"{said[0].upper()}{said[1:]}."
    questionnaire = session.knowledge.questionnaire
    is_of_block = found.question in questionnaire.safety_block or questionnaire.questions[found.question].alone
    return desk.text("why.flag" if found.why == "safety" and not is_of_block else f"why.{found.why}")
