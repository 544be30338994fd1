from __future__ import annotations

import pytest
import yaml

from tests.personas.compare import HERE, advice_lines, flag_lines, personas, report, share

LEAST_SHARE = 0.85


@pytest.mark.parametrize("persona", personas())
def test_every_expected_flag_is_found_and_no_forbidden_one(persona):
    assert [line.about for line in flag_lines(persona) if not line.holds] == []


def test_at_least_85_percent_of_the_expectations_on_groups_and_kinds_hold(capsys):
    held, asked = share()
    with capsys.disabled():
        print(f"\n{report()}\ngroups and kinds: {held} of {asked} ({held / asked:.0%})")  # noqa: T201  the report
    assert held / asked >= LEAST_SHARE


def test_each_difference_is_explained_and_nothing_else_is():
    explained = yaml.safe_load((HERE / "differences.yaml").read_text(encoding="utf-8"))
    found = {(line.persona, line.about) for each in personas() for line in advice_lines(each) if not line.holds}
    told = {(persona, about) for persona, lines in explained.items() for about in lines}
    assert found == told
    assert all(len(why) > 30 for lines in explained.values() for why in lines.values())
