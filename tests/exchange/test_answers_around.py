"""Who is around the person, in a file of answers."""

from __future__ import annotations

import pytest

from intake_app.conversation.model import Tie, TieKind
from intake_app.core.problems import ProblemsError
from tests.shipped import a_conversation


def test_who_is_around_is_read_with_what_is_usual_where_nothing_is_said():
    found = a_conversation(
        "mode: quick\naround:\n"
        "  - {name: Mijn zus, kind: family, strength: 3, strain: 1, may_think_along: true, told_by: relative}\n"
        "  - {name: De buurman}\n"
    )
    sister = {"kind": TieKind.FAMILY, "strength": 3, "strain": 1, "may_think_along": True, "told_by": "relative"}
    assert found.ties == (Tie(id="1", name="Mijn zus", **sister), Tie(id="2", name="De buurman"))


@pytest.mark.parametrize(
    "line, code",
    [
        ("{kind: family}", "key_missing"),
        ('{name: " "}', "key_empty"),
        (f"{{name: {'x' * 61}}}", "tie_name_too_long"),
        ("{name: Els, kind: aunt}", "word_unknown"),
        ("{name: Els, strength: 4}", "number_out_of_range"),
        ("{name: Els, strain: 3}", "number_out_of_range"),
        ("{name: Els, may_think_along: soms}", "word_unknown"),
        ("{name: Els, age: 40}", "key_unknown"),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_remedy(line, code):
    with pytest.raises(ProblemsError) as refused:
        a_conversation(f"mode: quick\naround:\n  - {line}\n")
    assert [(each.code, each.where) for each in refused.value.problems] == [(code, "test.yaml:3")]
