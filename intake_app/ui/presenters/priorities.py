"""What comes first for the person: the wishes in their order, how much each matters, and the first small step."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from intake_app.advice.plan import MOST_FIRST_STEPS, Step
from intake_app.conversation.desk import Desk
from intake_app.conversation.model import Wish
from intake_app.conversation.session import Session
from intake_app.core.ids import TopicId
from intake_app.questionnaire.model import LIFE_AREAS, Topic
from intake_app.questionnaire.routing import overview_question
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.agree_plan import filled_day, filled_plan
from intake_app.ui.presenters.talk_topics import topic_rows
from intake_app.ui.presenters.wish_steps import is_of_wish, step_words

SCREEN = "priorities"
MOST_DETAILED = MOST_FIRST_STEPS
"""Wishes that get the details: more than three are no priorities. Source: docs/sources/domain.md §5."""
HIGHEST = 10
UNTOUCHED, WEIGHS = "untouched", "weighs"


@dataclass(frozen=True, slots=True, kw_only=True)
class WishView:
    """One wish. `asked_after` is the number one higher than the confidence; 0 where there is none.

    `is_step`: what would make it one higher stands among the agreements.
    """

    topic: str
    name: str
    spoken: str
    text: str
    importance: int | None
    confidence: int | None
    one_higher: str
    asked_after: int
    is_step: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """A topic that came up and could be a wish; `state` is talked, good or weighs."""

    topic: str
    name: str
    spoken: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrioritiesState:
    """Everything on the screen: the wishes in the person's order, and what else came up, what weighs first."""

    wishes: tuple[WishView, ...]
    offers: tuple[OfferView, ...]


class Priorities:
    """Reads and changes the wishes of one talk. Wishes on silent topics are never shown; they keep their place last.

    A command returns what should be said about it, where there is something to say.
    """

    def __init__(self, desk: Desk, session: Session, today: datetime.date) -> None:
        """Begin; `today` sets the day of a first step."""
        self._desk, self._session, self._today = desk, session, today
        self._dropped: tuple[Wish, tuple[str, ...]] | None = None

    def enter(self) -> None:
        """Remember that one is here now; a moment alone is over."""
        talk_people.set_alone(self._session, on=False)
        self._session.move(SCREEN, self._session.conversation.place)

    def state(self) -> PrioritiesState:
        """Return what to show now."""
        shown = self._shown()
        return PrioritiesState(
            wishes=tuple(self._view(wish, at, len(shown)) for at, wish in enumerate(shown, start=1)),
            offers=self._offers(),
        )

    def move(self, at: int, to: int) -> str:
        """Put the wish at one place (from 0) in another; what lies outside the list counts as its end."""
        topics = [str(wish.topic) for wish in self._shown()]
        to = min(max(to, 0), len(topics) - 1)
        topic = topics.pop(at)
        topics.insert(to, topic)
        self._session.rank_wishes(topics)
        return self._text("moved", name=self._name(topic), number=str(to + 1), count=str(len(topics)))

    def add(self, topic: str) -> str:
        """Make a topic a wish, as the last one."""
        if self._session.conversation.wish(topic) is None:
            self._session.wish(Wish(topic=topic))
        return self._text("added", name=self._name(topic), number=str(len(self._shown())))

    def drop(self, topic: str) -> str:
        """Take a wish away; `put_back` brings it back in its place."""
        wish = self._session.conversation.wish(topic)
        if wish is None:
            return ""
        self._dropped = (wish, tuple(str(each.topic) for each in self._session.conversation.wishes))
        self._session.toggle_wish(topic)
        return self._text("dropped", name=self._name(topic))

    def put_back(self) -> None:
        """Bring back the wish that was taken away last, with its words and numbers."""
        if self._dropped is not None:
            wish, order = self._dropped
            self._session.wish(wish)
            self._session.rank_wishes(order)
            self._dropped = None

    def say(self, topic: str, text: str) -> None:
        """Keep the wish in own words."""
        self._keep(replace(self._wish(topic), text=text.strip()))

    def weigh(self, topic: str, number: int) -> None:
        """Keep how important it is, 0 to 10."""
        self._keep(replace(self._wish(topic), importance=number))

    def be_sure(self, topic: str, number: int) -> None:
        """Keep how sure the person is that it will work, 0 to 10."""
        self._keep(replace(self._wish(topic), confidence=number))

    def say_what_helps(self, topic: str, text: str) -> None:
        """Keep what would make it one higher."""
        self._keep(replace(self._wish(topic), one_higher=text.strip()))

    def place_step(self, topic: str) -> str:
        """Put what would make it one higher among the agreements, as the smallest beginning of the person's own step.

        A step for the same wish is changed instead; where there are three first steps it comes later.
        """
        wish = self._session.conversation.wish(topic)
        if wish is None or not wish.one_higher:
            return self._text("step_needs_words")
        steps = self._other_steps(wish)
        step = Step(
            text=self._words(wish),
            by=filled_day(self._today),
            smallest_start=wish.one_higher,
            for_whom=wish.for_whom,
        )
        self._agree((*steps, step))
        return self._text("step_later" if len(steps) >= MOST_FIRST_STEPS else "step_placed")

    def toggle_step(self, topic: str) -> str:
        """Place the step for a wish, or take it back where it is placed."""
        is_step = self._is_step(self._wish(topic))
        return self.take_step_back(topic) if is_step else self.place_step(topic)

    def take_step_back(self, topic: str) -> str:
        """Take the step for a wish out of the agreements again."""
        wish = self._session.conversation.wish(topic)
        if wish is not None:
            self._agree(self._other_steps(wish))
        return self._text("step_taken_back")

    def _shown(self) -> list[Wish]:
        topics = self._session.knowledge.questionnaire.topics
        named = {str(id_) for id_, topic in topics.items() if not topic.silent}
        return [wish for wish in self._session.conversation.wishes if wish.topic in named]

    def _offers(self) -> tuple[OfferView, ...]:
        topics = self._session.knowledge.questionnaire.topics
        named = {str(id_) for id_, topic in topics.items() if _is_of_life(topic)}
        rows = [row for row in topic_rows(self._desk, self._session) if row.id in named]
        open_ = [row for row in rows if row.state != UNTOUCHED and not row.wished]
        open_.sort(key=lambda row: row.state != WEIGHS)
        return tuple(OfferView(topic=row.id, name=row.name, spoken=row.spoken, state=row.state) for row in open_)

    def _view(self, wish: Wish, number: int, count: int) -> WishView:
        name, sure = self._name(str(wish.topic)), wish.confidence
        figures = (
            "" if wish.importance is None else self._text("important", number=str(wish.importance)),
            "" if sure is None else self._text("sure", number=str(sure)),
        )
        spoken = self._text("spoken", number=str(number), count=str(count), name=name)
        return WishView(
            topic=str(wish.topic),
            name=name,
            spoken=", ".join(filter(None, (spoken, *figures))),
            text=wish.text,
            importance=wish.importance,
            confidence=sure,
            one_higher=wish.one_higher,
            asked_after=sure + 1 if sure is not None and sure < HIGHEST else 0,
            is_step=self._is_step(wish),
        )

    def _is_step(self, wish: Wish) -> bool:
        words, steps = self._words(wish), self._session.conversation.plan.steps
        return any(is_of_wish(step, words) and step.smallest_start == wish.one_higher for step in steps)

    def _other_steps(self, wish: Wish) -> tuple[Step, ...]:
        """Return the steps as the agreements would show them, without the one for this wish."""
        words, plan = self._words(wish), filled_plan(self._desk, self._session, self._today)
        return tuple(step for step in plan.steps if not is_of_wish(step, words))

    def _agree(self, steps: tuple[Step, ...]) -> None:
        # Only the steps: a safety net that is filled in now would miss what the talk still brings.
        self._session.agree(replace(self._session.conversation.plan, steps=steps))

    def _words(self, wish: Wish) -> str:
        return step_words(self._desk, self._session, wish)

    def _wish(self, topic: str) -> Wish:
        return self._session.conversation.wish(topic) or Wish(topic=topic)

    def _keep(self, changed: Wish) -> None:
        """Keep a change of a wish; one that was taken away meanwhile does not come back by it."""
        if self._session.conversation.wish(changed.topic) not in {None, changed}:
            self._session.wish(changed)

    def _name(self, topic: str) -> str:
        return self._session.knowledge.questionnaire.topics[TopicId(topic)].name.of(self._desk.language)

    def _text(self, key: str, **values: str) -> str:
        return self._desk.text(f"priorities.{key}", **values)


def _is_of_life(topic: Topic) -> bool:
    """Tell whether a topic may be offered: not how an area goes in short, nor the talk itself, nor safety alone."""
    overview = overview_question(topic.area.value)
    is_overview = any(question.id == overview for question in topic.questions)
    is_safety = all(question.safety for question in topic.questions)
    return topic.area in LIFE_AREAS and not (is_overview or is_safety or topic.silent)
