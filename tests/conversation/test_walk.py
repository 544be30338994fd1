"""What a talk shows after any walk is what one would work out afresh."""

from __future__ import annotations

import random

import pytest

from tests.conversation.walks import step
from tests.shipped import a_session

TALKS, LENGTH = 15, 25


@pytest.mark.parametrize("seed", range(TALKS))
def test_after_every_step_the_picture_is_the_one_worked_out_afresh(seed):
    drawn, session = random.Random(seed), a_session()
    for _ in range(LENGTH):
        step(session, drawn)
        afresh = session.knowledge.picture(session.conversation)
        assert session.picture.routing == afresh.routing
        assert session.picture.assessment == afresh.assessment
        assert session.picture.advice == afresh.advice


def test_the_walks_raise_flags_withdraw_them_and_take_steps_back():
    kept = set()
    for seed in range(TALKS):
        drawn, session = random.Random(seed), a_session()
        for _ in range(LENGTH):
            step(session, drawn)
        kept |= {type(change).__name__ for change in session.changes}
    assert kept >= {"FlagStood", "FlagWithdrawn", "FlagActed", "Undone", "Redone", "WishSet", "SituationChanged"}
