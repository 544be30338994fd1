"""The safety plan on screen: filled in together with somebody trained for it, and kept while one types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from intake_app.conversation.safety_plan import MOST_HELPERS, MOST_PEOPLE, PlanPerson, SafetyPlan, helped_by
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.read_only import OF_A_TALK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session

SCREEN = "safety_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPlanState:
    """Everything on the screen.

    Attributes:
        is_offered: whether somebody is there to make it with.
        about: with whom it is made, else why it cannot be made now.
        texts: the words of every part that is text, by its name.
        people, helpers: whom the person may call, as many rows as there is room for.
    """

    is_offered: bool
    about: str
    texts: dict[str, str]
    people: tuple[PlanPerson, ...]
    helpers: tuple[PlanPerson, ...]


class SafetyPlanning:
    """The state of the screen; each command changes the talk, as long as somebody trained is there."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Remember where one came from, to go back there."""
        self._desk, self._session = desk, session
        screen = session.conversation.screen
        self.came_from = screen if screen in OF_A_TALK - {SCREEN} else "conversation"

    def enter(self) -> None:
        """Remember that one is here now; a moment alone is over: who comes in later may look along."""
        talk_people.set_alone(self._session, on=False)
        self._session.move(SCREEN, self._session.conversation.place)

    def state(self) -> SafetyPlanState:
        """Return what to show now."""
        plan = self._plan
        return SafetyPlanState(
            is_offered=self._is_offered,
            about=self._about(),
            texts=dict(plan.texts),
            people=_filled(plan.people, MOST_PEOPLE),
            helpers=_filled(plan.helpers, MOST_HELPERS),
        )

    def words(self, part: str) -> str:
        """Return the heading of a part, as it stands on the paper."""
        return self._desk.text(f"safety_plan.{part}")

    def field_words(self, field: str) -> str:
        """Return what is asked of somebody to call: name or number."""
        return self._desk.text(f"safety_screen.{field}")

    def row_words(self, part: str, number: int, field: str) -> str:
        """Return what a field of a row is, to who does not see it: "Deze mensen mag ik bellen, 1: Naam"."""
        name, words = self.field_words(field), self.words(part)
        return self._desk.text("safety_screen.of_person", part=words, number=str(number), field=name)

    def write(self, part: str, text: str) -> None:
        """Keep the words of a part."""
        changed: dict[str, Any] = {part: text}
        self._keep(replace(self._plan, **changed))

    def name_people(self, rows: Sequence[PlanPerson]) -> None:
        """Keep whom the person may call."""
        self._keep(replace(self._plan, people=_named(rows)))

    def name_helpers(self, rows: Sequence[PlanPerson]) -> None:
        """Keep the professionals of the person."""
        self._keep(replace(self._plan, helpers=_named(rows)))

    def everybody_words(self) -> str:
        """Return whom the paper names anyway, and whose number the practice did not fill in yet."""
        numbers = (("gp", "gp_phone"), ("evening", "out_of_hours_phone"))
        missing = [self.words(name) for name, setting in numbers if not self._desk.setting(setting)]
        found = self.field_words("everybody")
        return f"{found} {self._desk.text('safety_screen.no_number', who=', '.join(missing))}" if missing else found

    @property
    def _plan(self) -> SafetyPlan:
        return self._session.conversation.safety_plan

    @property
    def _is_offered(self) -> bool:
        return bool(helped_by(self._session.conversation.situation))

    def _about(self) -> str:
        found = [self._desk.text(f"who.{each.value}") for each in helped_by(self._session.conversation.situation)]
        if not found:
            return self._desk.text("safety_screen.alone" if self._plan.is_empty else "safety_screen.alone_kept")
        both = len(found) > 1
        who = self._desk.text("safety_plan.and", one=found[0], other=found[1]) if both else found[0]
        return self._desk.text("safety_screen.together", who=who)

    def _keep(self, plan: SafetyPlan) -> None:
        if self._is_offered:
            self._session.plan_safety(plan)


def _filled(rows: tuple[PlanPerson, ...], count: int) -> tuple[PlanPerson, ...]:
    return (*rows, *(PlanPerson() for _ in range(count - len(rows))))


def _named(rows: Sequence[PlanPerson]) -> tuple[PlanPerson, ...]:
    """Return the rows without the empty ones at the end; one in between keeps its place while one types."""
    last = max((at for at, each in enumerate(rows, start=1) if each != PlanPerson()), default=0)
    return tuple(rows[:last])
