"""How the person rates the four areas, for their own paper: the wheel, and the same facts in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.around import must_stay_inside
from intake_app.conversation.wheel import CLOCKWISE, area_question, own_rating
from intake_app.questionnaire.model import LIFE_AREAS

if TYPE_CHECKING:
    from intake_app.export.views import Speech
    from intake_app.export.views_visible import Visible


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelView:
    """The wheel: names with their rings clockwise from the top, empty where nobody rated; `lines` say the same."""

    title: str
    alt: str
    axes: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


def wheel_view(visible: Visible, says: Speech) -> WheelView | None:
    """Return the wheel; None where nothing was rated.

    None too while something silent stands or may be so: at home others read how it goes with the people around.
    """
    inputs = visible.inputs
    answers = inputs.conversation.answers
    ratings = {area: own_rating(answers, area) for area in LIFE_AREAS}
    if must_stay_inside(inputs.picture.assessment) or all(rating is None for rating in ratings.values()):
        return None
    names = {area: says.say(f"person_side.axis_{area.value}") for area in LIFE_AREAS}
    lines = tuple(
        f"{names[area]}: {words}" for area in LIFE_AREAS if (words := _words(area_question(area), visible, says))
    )
    title = says.say("person_side.wheel")
    return WheelView(
        title=title,
        alt=f"{title}. {'. '.join(lines)}.",
        axes=tuple((names[area], "" if ratings[area] is None else str(ratings[area])) for area in CLOCKWISE),
        lines=lines,
    )


def _words(id_: str, visible: Visible, says: Speech) -> str:
    """Return an answer in its own words; empty without one."""
    question = visible.question(id_)
    value = None if question is None else visible.value(question)
    option = question.option(value) if question is not None and isinstance(value, str) else None
    return "" if option is None else says.marked(says.of(option.label))
