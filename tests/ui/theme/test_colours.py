"""Every colour can be read on the ground it stands on, and every icon and role can be had."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake_app.ui.theme.contrast import contrast
from intake_app.ui.theme.roles import Role, ThemeName
from intake_app.ui.theme.theme import colours_of, load

TOKENS = json.loads((Path(__file__).resolve().parents[3] / "resources/themes/tokens.json").read_bytes())
LEAST = {
    ("text", ThemeName.LIGHT): 4.5,
    ("text", ThemeName.DARK): 4.5,
    ("text", ThemeName.CONTRAST): 7.0,
    ("parts", ThemeName.LIGHT): 3.0,
    ("parts", ThemeName.DARK): 3.0,
    ("parts", ThemeName.CONTRAST): 4.5,
}
PAIRS = [(kind, *pair) for kind, pairs in TOKENS["pairs"].items() for pair in pairs]


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize("kind,front,back", PAIRS)
def test_each_pair_of_colours_has_enough_contrast(name, kind, front, back):
    colours = colours_of(TOKENS, name)
    assert contrast(colours[Role(front)], colours[Role(back)]) >= LEAST[kind, name]


def test_black_on_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", ThemeName)
def test_every_role_has_a_colour_in_every_look(name):
    assert set(colours_of(TOKENS, name)) == set(Role)


def test_tokens_know_no_role_that_the_program_does_not_know():
    assert set(TOKENS["roles"]) == {role.value for role in Role}


def test_a_look_that_does_not_exist_is_refused(resources):
    with pytest.raises(ValueError, match="sepia"):
        load(resources, "sepia")
