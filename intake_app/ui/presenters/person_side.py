"""What the person's window may show of a talk: the present question, or what one looks at together; else a pause.

Nothing of what the practitioner's screen adds comes here: no name, note, flag, score, hint or opener. A question
about safety, one for a moment alone and one of a silent topic look like any pause, so that nothing can be told from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.conversation.wheel import area_question, own_rating
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.for_person import PERSON_HELP, is_for_person
from intake_app.questionnaire.model import LIFE_AREAS, QuestionKind, Worse
from intake_app.ui.presenters.person_marks import Picture, pictogram, pictures_of
from intake_app.ui.presenters.person_plan import ListView, option_list, step_list, topic_list
from intake_app.ui.presenters.read_only import is_reading
from intake_app.ui.presenters.talk_question import FieldKind, question_state

if TYPE_CHECKING:
    from intake_app.conversation.session import Session
    from intake_app.core.ids import QuestionId
    from intake_app.questionnaire.model import Area, Question
    from intake_app.questionnaire.spoken import SpokenQuestion
    from intake_app.ui.presenters.person_tongue import Tongue

MOST_CELLS = 11
"""Numbers that stand beside one another to choose from; of a longer range one types the number."""


class Scene(StrEnum):
    """What the window is about."""

    PAUSE = "pause"
    QUESTION = "question"
    WHEEL = "wheel"
    TOPICS = "topics"
    OPTIONS = "options"
    STEPS = "steps"


_SCENES = {
    "conversation": Scene.QUESTION,
    "priorities": Scene.TOPICS,
    "choose": Scene.OPTIONS,
    "agree": Scene.STEPS,
}
"""The practitioner's screen, and what the person sees then; beside any other screen there is a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Where the practitioner is: the screen, its question, whether a sheet lies over it; and if the wheel is asked."""

    screen: str = ""
    question: QuestionId | None = None
    is_covered: bool = False
    has_wheel: bool = False


def scene_of(glance: Glance) -> Scene:
    """Return what the window is about; under any sheet of the practitioner there is a pause."""
    scene = _SCENES.get(glance.screen, Scene.PAUSE)
    if scene is Scene.PAUSE or glance.is_covered:
        return Scene.PAUSE
    return Scene.WHEEL if glance.has_wheel else scene


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseView:
    """The calm page, always the same: its one sentence belongs to the language (`SideWords.pause`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer to choose from; `excludes` rules out all others."""

    code: str
    label: str
    picture: Picture
    excludes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """The present question with what stands there now, and the words of the buttons.

    `number` and `words` hold an answer that is no choice; `levels` are the faces of a row of numbers, from 0 (well)
    to 1; empty where the numbers say nothing about well or badly. `passed` is declined or not_known; `wrong` is what
    to say of a number that does not fit.
    """

    id: QuestionId
    pictogram: str
    text: str
    help: str
    kind: FieldKind
    rows: tuple[AnswerRow, ...] = ()
    chosen: tuple[str, ...] = ()
    number: int | None = None
    words: str = ""
    low: int = 0
    high: int = 10
    unit: str = ""
    ends: tuple[str, str, str] = ("", "", "")
    levels: tuple[float, ...] = ()
    passed: str = ""
    wrong: str = ""

    @property
    def is_row(self) -> bool:
        """Tell whether all numbers stand there to choose from."""
        return self.kind in {FieldKind.NUMBER, FieldKind.SCALE} and self.high - self.low < MOST_CELLS


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisView:
    """One area of the wheel: its ring 1 to 3, or None while not asked, and the same in words."""

    name: str
    ring: int | None
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelView:
    """The person's own rating of the four areas."""

    title: str
    axes: tuple[AxisView, ...]


SideView = PauseView | QuestionView | WheelView | ListView


def side_view(session: Session | None, glance: Glance, tongue: Tongue) -> SideView:
    """Return what the window shows now."""
    scene = scene_of(glance)
    found: SideView | None = None
    if session is not None and not is_reading(tongue.desk, session):
        match scene:
            case Scene.QUESTION:
                found = question_view(session, glance.question, tongue)
            case Scene.WHEEL:
                found = wheel_view(session, tongue)
            case Scene.TOPICS:
                found = topic_list(session, tongue)
            case Scene.OPTIONS:
                found = option_list(session, tongue)
            case Scene.STEPS:
                found = step_list(session, tongue)
            case Scene.PAUSE:
                found = None
    return found or PauseView()


def question_view(session: Session, id_: QuestionId | None, tongue: Tongue) -> QuestionView | None:
    """Return a question as the person sees it; None for one that may not stand there."""
    questionnaire = session.knowledge.questionnaire
    question = None if id_ is None else questionnaire.questions.get(id_)
    if id_ is None or question is None or not is_for_person(question, questionnaire):
        return None
    state, spoken = question_state(tongue.desk, session, id_), tongue.voice.question(question)
    pictures = pictures_of(question, questionnaire)
    field = state.field
    low, high = round(field.low), round(field.high)
    return QuestionView(
        id=id_,
        pictogram=pictogram(questionnaire.topics[question.topic]),
        text=spoken.text,
        help=_help(question, spoken, tongue),
        kind=field.kind,
        rows=tuple(
            AnswerRow(code=code, label=label, picture=pictures[code], excludes=_excludes(question, code))
            for code, label in spoken.options.items()
        ),
        chosen=field.chosen,
        number=None if field.number is None else round(field.number),
        words=field.words,
        low=low,
        high=high,
        unit=spoken.unit,
        ends=_ends(tongue) if field.kind is FieldKind.SCALE else ("", "", ""),
        levels=_levels(question, low, high) if field.kind is FieldKind.SCALE else (),
        passed=state.state if state.state in {"declined", "not_known"} else "",
        wrong=tongue.say("wrong_number", low=str(low), high=str(high)),
    )


def _ends(tongue: Tongue) -> tuple[str, str, str]:
    return tongue.say("scale_low"), tongue.say("scale_middle"), tongue.say("scale_high")


def _excludes(question: Question, code: str) -> bool:
    option = question.option(code)
    return option is not None and option.excludes


def _help(question: Question, spoken: SpokenQuestion, tongue: Tongue) -> str:
    """Return the help as it is said to the person."""
    if question.id in PERSON_HELP:
        return tongue.text(f"person_help.{question.id}")
    return spoken.help or (tongue.say("several") if question.kind is QuestionKind.MULTI else "")


def _levels(question: Question, low: int, high: int) -> tuple[float, ...]:
    """Return the faces of a scale: how well something goes, or how sure one is. How often is a fact, and has none."""
    if question.worse not in {Worse.LOW, Worse.HIGH}:
        return ()
    rising = [at / (high - low) for at in range(high - low + 1)]
    return tuple(rising if question.worse is Worse.HIGH else rising[::-1])


def wheel_view(session: Session, tongue: Tongue) -> WheelView:
    """Return how the person rated the four areas, in a picture and in words."""
    return WheelView(title=tongue.say("wheel"), axes=tuple(_axis(session, area, tongue) for area in LIFE_AREAS))


def _axis(session: Session, area: Area, tongue: Tongue) -> AxisView:
    id_ = area_question(area)
    answer = session.conversation.answers.get(id_)
    code = str(answer.value) if isinstance(answer, Given) else ""
    labels = tongue.voice.question(session.knowledge.questionnaire.questions[id_]).options
    return AxisView(
        name=tongue.say(f"axis_{area.value}"),
        ring=own_rating(session.conversation.answers, area),
        word=labels.get(code) or tongue.say("not_asked"),
    )
