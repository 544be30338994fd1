"""The registry of keys."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from intake_app.ui.actions import Where, all_actions, available

ACTIONS = all_actions()


def test_every_action_has_its_own_id():
    assert not [id_ for id_, times in Counter(each.id for each in ACTIONS).items() if times > 1]


@pytest.mark.parametrize("where", list(Where))
def test_no_key_does_two_things_in_one_place(where):
    here = [each.shortcut for each in ACTIONS if each.shortcut and each.where in {where, Where.EVERYWHERE}]
    assert len(here) == len(set(here))


@pytest.mark.parametrize("each", [each for each in ACTIONS if each.shortcut], ids=lambda each: each.id)
def test_every_shortcut_is_one_that_qt_knows(each):
    assert QKeySequence(each.shortcut).toString()


@pytest.mark.parametrize("each", ACTIONS, ids=lambda each: each.id)
def test_every_action_can_be_reached_by_a_key_or_the_palette(each):
    assert each.shortcut or each.in_palette


def test_without_a_talk_the_palette_offers_nothing_of_a_talk():
    assert not [each.id for each in available(has_talk=False) if each.needs_talk]
