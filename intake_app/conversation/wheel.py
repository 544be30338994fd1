"""The wheel: how the person rates the four areas, with the same measures on the screen and on paper.

It is a circle with radius 1 around its middle; y counts downwards. The spokes go clockwise from the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.conversation.ecogram import Point
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import Area

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from intake_app.questionnaire.answers import Answer

CLOCKWISE = (Area.BODY, Area.MIND, Area.SOCIETY, Area.SOCIAL)
"""The areas as they stand round the middle, the first on top."""
BEST = 3
"""The outermost ring, and how many there are."""
OWN_RATING = {"goes_well": 3, "ok": 2, "weighs": 1}
"""The answer to an area question -> its ring; the outermost is best."""
MIDDLE = 9 / 64
"""Where a rating of 0 lies: just outside the middle, so that it can be seen."""
_DIRECTIONS = ((0, -1), (1, 0), (0, 1), (-1, 0))


def area_question(area: Area) -> QuestionId:
    """Return the question in which the person rates an area."""
    return QuestionId(f"area_{area.value}")


def own_rating(answers: Mapping[QuestionId, Answer], area: Area) -> int | None:
    """Return the ring of an area; None while the person did not rate it."""
    answer = answers.get(area_question(area))
    value = answer.value if isinstance(answer, Given) else None
    return OWN_RATING.get(value) if isinstance(value, str) else None


def reach(rating: float) -> float:
    """Return how far from the middle a rating lies; what is beyond the scale lies at its end."""
    return MIDDLE + (1 - MIDDLE) * min(max(rating, 0), BEST) / BEST


def end_of(spoke: int) -> Point:
    """Return the outer end of a spoke, 0 to 3."""
    x, y = _DIRECTIONS[spoke]
    return Point(x=x, y=y)


def points(ratings: Sequence[float | None]) -> tuple[Point | None, ...]:
    """Return where each rating lies on its spoke."""
    return tuple(None if rating is None else _at(spoke, rating) for spoke, rating in enumerate(ratings))


def _at(spoke: int, rating: float) -> Point:
    end, far = end_of(spoke), reach(rating)
    return Point(x=end.x * far, y=end.y * far)


def sides(ratings: Sequence[float | None]) -> tuple[tuple[Point, Point], ...]:
    """Return the lines between ratings that are neighbours; all four are a closed shape."""
    found = points(ratings)
    return tuple((here, there) for here, there in zip(found, (*found[1:], found[0]), strict=True) if here and there)
