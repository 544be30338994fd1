"""Where people stand in the drawing: near is close, names stay apart, and who comes in moves nobody."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.conversation.ecogram import (
    HALF_HEIGHT,
    HALF_WIDTH,
    MIDDLE_HEIGHT,
    MIDDLE_WIDTH,
    MOST_DRAWN,
    REACH_X,
    REACH_Y,
    arrange,
    drawn,
    strength_at,
)
from intake_app.conversation.model import STRONGEST, Tie, TieKind

STRENGTHS = range(STRONGEST + 1)
ANYBODY = st.tuples(st.sampled_from(TieKind), st.sampled_from(STRENGTHS))


def ties(people):
    return tuple(Tie(id=str(at), name="x", kind=kind, strength=far) for at, (kind, far) in enumerate(people))


def some(most):
    return st.lists(ANYBODY, max_size=most).map(ties)


def overlap(one, other, half_width=HALF_WIDTH, half_height=HALF_HEIGHT):
    return abs(one.x - other.x) < HALF_WIDTH + half_width and abs(one.y - other.y) < HALF_HEIGHT + half_height


@settings(max_examples=60, deadline=None)
@given(some(MOST_DRAWN))
def test_everybody_finds_a_place_within_the_drawing_and_no_two_names_overlap(found):
    places = arrange(found)
    assert [each.id for each in places] == [each.id for each in found]
    for at, place in enumerate(places):
        assert not any(overlap(place.at, other.at) for other in places[:at])
        assert not (abs(place.at.x) < HALF_WIDTH + MIDDLE_WIDTH and abs(place.at.y) < HALF_HEIGHT + MIDDLE_HEIGHT)
        assert abs(place.at.x) + HALF_WIDTH <= REACH_X
        assert abs(place.at.y) + HALF_HEIGHT <= REACH_Y


@pytest.mark.parametrize("kind", TieKind)
@pytest.mark.parametrize("strength", STRENGTHS)
def test_forty_of_the_same_find_a_place_too(kind, strength):
    assert len(arrange(ties([(kind, strength)] * MOST_DRAWN))) == MOST_DRAWN


def test_more_than_can_be_drawn_are_left_to_the_list():
    assert len(arrange(ties([(TieKind.FAMILY, 2)] * 60))) == MOST_DRAWN


@settings(max_examples=40, deadline=None)
@given(some(20), ANYBODY)
def test_who_comes_in_moves_nobody(found, newcomer):
    before = arrange(found)
    after = arrange((*found, *(Tie(id="new", name="x", kind=kind, strength=far) for kind, far in [newcomer])))
    assert [each.at for each in after[: len(before)]] == [each.at for each in before]


@settings(max_examples=60, deadline=None)
@given(some(8))
def test_in_a_drawing_that_is_not_full_everybody_stands_at_the_distance_of_their_strength(found):
    for tie, place in zip(found, arrange(found), strict=True):
        assert strength_at(place.at.x, place.at.y) == tie.strength


@pytest.mark.parametrize("kind", TieKind)
@pytest.mark.parametrize("strength", STRENGTHS)
def test_the_first_of_a_kind_stands_in_the_direction_of_that_kind(kind, strength):
    (place,) = arrange(ties([(kind, strength)]))
    wanted = list(TieKind).index(kind) * math.tau / len(TieKind) - math.pi / 2
    away = math.remainder(math.atan2(place.at.y, place.at.x) - wanted, math.tau)
    assert abs(away) < math.tau / len(TieKind) / 2


@settings(max_examples=60, deadline=None)
@given(some(12))
def test_a_line_runs_from_the_person_to_the_name_with_its_sign_on_it(found):
    for place in arrange(found):
        line = math.dist((place.start.x, place.start.y), (place.end.x, place.end.y))
        to_sign = math.dist((place.start.x, place.start.y), (place.sign.x, place.sign.y))
        from_sign = math.dist((place.sign.x, place.sign.y), (place.end.x, place.end.y))
        assert to_sign + from_sign == pytest.approx(line)
        assert not overlap(place.at, place.sign, 0, 0) or place.sign == place.end


def test_what_somebody_costs_is_left_out_where_it_may_not_be_seen():
    tie = Tie(id="1", name="Moeder", strain=2)
    assert [each.strain for each in drawn([tie], with_strain=False)] == [0]
    assert [each.strain for each in drawn([tie], with_strain=True)] == [2]
