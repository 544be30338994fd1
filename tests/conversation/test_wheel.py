"""The wheel of the four areas has one geometry, which the screen and the paper share."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.conversation.wheel import BEST, CLOCKWISE, MIDDLE, area_question, own_rating, points, reach, sides
from intake_app.questionnaire.answers import Declined, Given
from intake_app.questionnaire.model import LIFE_AREAS, Area
from tests.shipped import content

ratings = st.tuples(*[st.none() | st.floats(min_value=0, max_value=BEST)] * len(CLOCKWISE))


def test_every_area_has_one_spoke():
    assert sorted(CLOCKWISE) == sorted(LIFE_AREAS)


@pytest.mark.parametrize("area", LIFE_AREAS)
def test_every_answer_to_an_area_question_has_a_ring(area):
    options = content().questionnaire.questions[area_question(area)].options
    rings = [own_rating({area_question(area): Given(value=each.code)}, area) for each in options]
    assert rings == sorted(range(1, BEST + 1), reverse=True)


@pytest.mark.parametrize("answers", [{}, {area_question(Area.BODY): Declined()}])
def test_what_was_not_rated_has_no_ring(answers):
    assert own_rating(answers, Area.BODY) is None


@given(ratings)
def test_every_rating_lies_on_its_spoke_outside_the_middle_and_inside_the_rim(found):
    for spoke, (rating, point) in enumerate(zip(found, points(found), strict=True)):
        assert (point is None) is (rating is None)
        if point is not None:
            assert MIDDLE - 1e-9 <= math.hypot(point.x, point.y) <= 1 + 1e-9
            assert (abs(point.x) < abs(point.y)) is (spoke % 2 == 0)


@given(ratings)
def test_a_line_joins_two_neighbours_that_were_both_rated(found):
    pairs = sum(
        here is not None and there is not None for here, there in zip(found, (*found[1:], found[0]), strict=True)
    )
    assert len(sides(found)) == pairs


@pytest.mark.parametrize("rating,end", [(-3, MIDDLE), (0, MIDDLE), (BEST, 1), (99, 1)])
def test_what_is_beyond_the_scale_lies_at_its_end(rating, end):
    assert reach(rating) == pytest.approx(end)
