"""Agreements: who does what and when, the safety net, when we speak again, and how sure the person is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from intake_app.advice.plan import MOST_FIRST_STEPS, Plan, Step
from intake_app.conversation.around import thinking_along
from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import KindId, QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.agree_plan import filled_day, filled_plan
from intake_app.ui.presenters.choose_columns import wish_of

CONFIDENCE = QuestionId("confidence")
SUREST = 10
OTHERS = ("practice", "huisarts", "service")
SPEAK_HOW = ("call", "practice", "video", "home")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A choice in a list: what is kept, and how it reads."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step as it stands; `number` is 0 for what comes later."""

    number: int
    text: str
    who: str
    by: datetime.date | None
    smallest_start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeState:
    """Everything on the screen. `one_higher` is the number asked after, 0 when there is none."""

    wish: str
    steps: tuple[StepView, ...]
    who: tuple[Named, ...]
    when_worse: str
    when_it_fails: str
    speak_again: datetime.date | None
    speak_how: str
    speak_ways: tuple[str, ...]
    call_back: str
    confidence: int | None
    one_higher: int
    makes_it_higher: str


class Agreeing:
    """Holds the plan while one types; `save` keeps it. `today` sets the days that are filled in."""

    def __init__(self, desk: Desk, session: Session, today: datetime.date) -> None:
        self._desk, self._session, self._today = desk, session, today
        self._plan = filled_plan(desk, session, today)

    def enter(self) -> None:
        """Remember that one is making agreements now, and keep what was filled in; a moment alone is over."""
        talk_people.set_alone(self._session, on=False)
        self._session.move("agree", self._session.conversation.place)
        self.save()

    def state(self) -> AgreeState:
        """Return what to show now."""
        talk = self._session.conversation
        sure = self._confidence()
        ways = tuple(self._desk.text(f"agree.how_{way}") for way in SPEAK_HOW)
        return AgreeState(
            wish=wish_of(self._session),
            steps=tuple(_view(at, step) for at, step in enumerate(self._plan.steps, start=1)),
            who=self._who(),
            when_worse=self._plan.when_worse,
            when_it_fails=self._plan.when_it_fails,
            speak_again=self._plan.speak_again,
            speak_how=self._plan.speak_how,
            speak_ways=ways if self._plan.speak_how in ways else (*ways, self._plan.speak_how),
            call_back=talk.situation.call_back.strip(),
            confidence=sure,
            one_higher=sure + 1 if sure is not None and sure < SUREST else 0,
            makes_it_higher=talk.notes.get(CONFIDENCE, ""),
        )

    @property
    def plan(self) -> Plan:
        """The agreements as they are now, saved or not."""
        return self._plan

    def save(self) -> None:
        """Keep the agreements without steps that say nothing; nothing happens when nothing changed."""
        said = tuple(step for step in self._plan.steps if step.text.strip())
        self._session.agree(replace(self._plan, steps=said))

    def reload(self) -> None:
        """Read the talk again after a change elsewhere."""
        self._plan = filled_plan(self._desk, self._session, self._today)

    def write_step(self, at: int, text: str, smallest: str) -> None:
        """Change the words of a step; `at` counts from 0. A step that is gone is left alone."""
        if at < len(self._plan.steps):
            self._put(at, replace(self._plan.steps[at], text=text, smallest_start=smallest))

    def assign(self, at: int, who: str, by: datetime.date | None) -> None:
        """Change who does a step, and by when."""
        self._put(at, replace(self._plan.steps[at], who=who, by=by))

    def move(self, at: int, by: int) -> int:
        """Move a step up (-1) or down (1); returns its new place."""
        steps, to = list(self._plan.steps), at + by
        if not 0 <= to < len(steps):
            return at
        steps[at], steps[to] = steps[to], steps[at]
        self._plan = replace(self._plan, steps=tuple(steps))
        return to

    def add_step(self) -> int:
        """Add an empty step of one's own; a fourth stands under "later". Returns its place."""
        self._plan = replace(self._plan, steps=(*self._plan.steps, Step(text="", by=filled_day(self._today))))
        return len(self._plan.steps) - 1

    def remove(self, at: int) -> None:
        """Take a step away, together with the choice that it came from."""
        step = self._plan.steps[at]
        self._plan = replace(self._plan, steps=self._plan.steps[:at] + self._plan.steps[at + 1 :])
        if step.kind and self._session.conversation.choice(step.kind):
            self._session.drop_choice(KindId(step.kind))
        self.save()

    def change_net(self, *, worse: str | None = None, fails: str | None = None, how: str | None = None) -> None:
        """Change the words of the safety net, or how we speak again."""
        plan = self._plan
        self._plan = replace(
            plan,
            when_worse=plan.when_worse if worse is None else worse,
            when_it_fails=plan.when_it_fails if fails is None else fails,
            speak_how=plan.speak_how if how is None else how,
        )

    def change_speak_again(self, on: datetime.date | None) -> None:
        """Change the day on which we speak again."""
        self._plan = replace(self._plan, speak_again=on)

    def be_sure(self, number: int) -> None:
        """Keep how sure the person is, 0 to 10."""
        self._session.answer(CONFIDENCE, float(number))

    def say_what_helps(self, text: str) -> None:
        """Keep what would make the person surer."""
        self._session.note(CONFIDENCE, text)

    def _put(self, at: int, step: Step) -> None:
        steps = list(self._plan.steps)
        steps[at] = step
        self._plan = replace(self._plan, steps=tuple(steps))

    def _confidence(self) -> int | None:
        answer = self._session.conversation.answers.get(CONFIDENCE)
        if isinstance(answer, Given) and isinstance(answer.value, int | float):
            return round(answer.value)
        return None

    def _who(self) -> tuple[Named, ...]:
        """Return who can do a step: the person first, who may think along, a relative, and who sits here."""
        present = [each.value for each in self._session.conversation.situation.participants]
        around = [tie.name for tie in thinking_along(self._session.conversation, self._session.picture)]
        kept = [step.who for step in self._plan.steps]
        known = dict.fromkeys(["person", *around, Participant.RELATIVE.value, *OTHERS, *present, *kept])
        return tuple(Named(code=code, text=self._name(code)) for code in known if code)

    def _name(self, code: str) -> str:
        known = code in OTHERS or code in {each.value for each in Participant}
        return self._desk.text(f"who.{code}") if known else code


def _view(at: int, step: Step) -> StepView:
    return StepView(
        number=at if at <= MOST_FIRST_STEPS else 0,
        text=step.text,
        who=step.who,
        by=step.by,
        smallest_start=step.smallest_start,
    )
