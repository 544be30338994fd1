"""Where the people around a person stand in the drawing: the same on the screen and on paper.

The drawing is a circle with radius 1 and the person in its middle; y counts downwards. Whoever draws it stretches the
circle to the room there is: names stay apart, for all measures stretch along. Near the middle is close, each kind of
people has a direction of its own, and everybody is placed in the order of telling: who comes in moves nobody.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from intake_app.conversation.model import STRONGEST, TieKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intake_app.conversation.model import Tie

MOST_DRAWN = 40
"""People in one drawing; the list beside it holds whoever else there is. Source: eigen oordeel, more cannot be read."""
FULL_FROM = 12
"""From so many people on it is said kindly that the drawing gets full. Source: eigen oordeel."""

HALF_WIDTH, HALF_HEIGHT = 0.17, 0.055
"""Half the measures of the box in which a name stands."""
MIDDLE_WIDTH, MIDDLE_HEIGHT = 0.1, 0.075
"""Half the measures of the box of the person in the middle."""
REACH_X, REACH_Y = 1 + HALF_WIDTH, 1 + HALF_HEIGHT
"""How far the drawing goes from the middle, boxes and all."""
_GAP = 0.02
_RADII = (1.0, 0.8, 0.61, 0.4)
"""How far from the middle by strength: broken off at the rim, very close near the middle."""
ZONES = (0.9, 0.705, 0.505)
"""Where one strength ends and the next begins, from the rim inwards."""
_IN_BAND = 0.05
_STEP_ROUND, _STEP_OUT, _INNERMOST, _OUTERMOST = 72, 0.04, 0.32, 1.4
"""In a very full drawing the corners outside the circle are used too."""
_FAR, _CROSSED, _CLOSE = 4.0, 2.4, 0.5
"""What a place costs, in radians away from the direction of its kind: per step out of the band, in the way, and close
to another name, where there is room elsewhere."""
_ROOMY = 0.12
_SIGN_WIDTH, _SIGN_HEIGHT = 0.04, 0.04
_ON_THE_LINE = (0.55, 0.7, 0.4, 0.85, 0.25, 0.5)
"""Where on a line its sign stands, the best first: 0 is at the person, 1 at the name, where it is when all is full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the drawing; the person stands at 0, 0."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands: the middle of their name, the line from `start` to `end`, and the place of its sign."""

    id: str
    at: Point
    start: Point
    end: Point
    sign: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Somebody as drawn: a screen and a paper know no more of a tie than this."""

    place: Place
    name: str
    strength: int
    strain: int
    thinks_along: bool


def drawn(ties: Sequence[Tie], *, with_strain: bool) -> tuple[Figure, ...]:
    """Return everybody as drawn; what they cost is left out where it may not be seen."""
    return tuple(
        Figure(
            place=place,
            name=tie.name,
            strength=tie.strength,
            strain=tie.strain if with_strain else 0,
            thinks_along=tie.may_think_along,
        )
        for tie, place in zip(ties, arrange(ties), strict=False)  # where there is no room left, nobody is drawn
    )


def arrange(ties: Sequence[Tie]) -> tuple[Place, ...]:
    """Return where everybody stands, in the order of telling; no two names overlap."""
    some = ties[:MOST_DRAWN]
    spots = _spots(tuple((tie.kind, tie.strength) for tie in some))
    return tuple(
        _place(tie, spot, [each for each in spots if each is not spot]) for tie, spot in zip(some, spots, strict=False)
    )


def strength_at(x: float, y: float) -> int:
    """Return the strength of a tie whose name is put at this point."""
    away = math.hypot(x, y)
    return sum(away < zone for zone in ZONES)


def _place(tie: Tie, spot: Point, others: Sequence[Point]) -> Place:
    start, end = line_to(spot)
    signs = [Point(x=start.x + (end.x - start.x) * at, y=start.y + (end.y - start.y) * at) for at in _ON_THE_LINE]
    free = (sign for sign in signs if not any(_covers(each, sign) for each in others))
    return Place(id=tie.id, at=spot, start=start, end=end, sign=next(free, end))


def line_to(at: Point) -> tuple[Point, Point]:
    """Return where the line to a name begins and ends: at the edges of both boxes."""
    back = _edge(at, HALF_WIDTH, HALF_HEIGHT)
    return _edge(at, MIDDLE_WIDTH, MIDDLE_HEIGHT), Point(x=at.x - back.x, y=at.y - back.y)


def _edge(towards: Point, half_width: float, half_height: float) -> Point:
    """Return where a ray from the middle of a box leaves it."""
    part = min(
        half_width / abs(towards.x) if towards.x else math.inf,
        half_height / abs(towards.y) if towards.y else math.inf,
    )
    return Point(x=towards.x * part, y=towards.y * part)


def _covers(box: Point, point: Point) -> bool:
    """Tell whether a sign at this point would touch the box of a name."""
    return abs(box.x - point.x) < HALF_WIDTH + _SIGN_WIDTH and abs(box.y - point.y) < HALF_HEIGHT + _SIGN_HEIGHT


@lru_cache(maxsize=64)
def _spots(people: tuple[tuple[TieKind, int], ...]) -> tuple[Point, ...]:
    taken: list[Point] = []
    for kind, strength in people:
        found = _best(_wanted(kind, strength), taken)
        if found is None:
            break
        taken.append(found)
    return tuple(taken)


def _best(wanted: Iterable[tuple[float, Point]], taken: Sequence[Point]) -> Point | None:
    """Return the cheapest free place: a line that runs behind another name costs more."""
    best, least = None, math.inf
    for cost, point in wanted:
        if cost >= least:
            break
        if any(_are_close(point, each, _GAP) for each in taken):
            continue
        whole = cost + _CLOSE * any(_are_close(point, each, _ROOMY) for each in taken)
        whole += _CROSSED * any(_hides(each, point) or _hides(point, each) for each in taken)
        if whole < least:
            best, least = point, whole
    return best


def _are_close(one: Point, other: Point, gap: float) -> bool:
    """Tell whether less than `gap` is left between two names."""
    return abs(one.x - other.x) < 2 * HALF_WIDTH + gap and abs(one.y - other.y) < 2 * HALF_HEIGHT + gap


def _hides(box: Point, of: Point) -> bool:
    """Tell whether the line from the middle to `of` runs behind the box of a name (by the way of slabs)."""
    begin, end = 0.0, 1.0
    for middle, half, to in ((box.x, HALF_WIDTH, of.x), (box.y, HALF_HEIGHT, of.y)):
        if abs(to) < 1e-9:  # noqa: PLR2004 - as good as nothing
            if abs(middle) > half:
                return False
            continue
        near, far = sorted(((middle - half) / to, (middle + half) / to))
        begin, end = max(begin, near), min(end, far)
    return begin < end


@lru_cache(maxsize=64)
def _wanted(kind: TieKind, strength: int) -> tuple[tuple[float, Point], ...]:
    """Return the places for somebody like this with what they cost, the cheapest first."""
    kinds = tuple(TieKind)
    home = kinds.index(kind) * math.tau / len(kinds) - math.pi / 2
    wish = _RADII[min(max(strength, 0), STRONGEST)]
    radii = [wish, *(_INNERMOST + _STEP_OUT * step for step in range(round((_OUTERMOST - _INNERMOST) / _STEP_OUT)))]
    found = []
    for step, radius in product(range(_STEP_ROUND), radii):
        turn = (step + 1) // 2 * (-1) ** step * math.tau / _STEP_ROUND
        point = Point(x=radius * math.cos(home + turn), y=radius * math.sin(home + turn))
        is_beside = abs(point.x) >= MIDDLE_WIDTH + HALF_WIDTH + _GAP
        is_in_middle = not is_beside and abs(point.y) < MIDDLE_HEIGHT + HALF_HEIGHT + _GAP
        if is_in_middle or max(abs(point.x), abs(point.y)) > 1:
            continue
        away = abs(radius - wish)
        beyond = math.pi + _CROSSED + _FAR * away / _STEP_OUT if away > _IN_BAND else away / _STEP_OUT * 0.2
        found.append((abs(turn) + beyond, point))
    return tuple(sorted(found, key=lambda each: each[0]))
