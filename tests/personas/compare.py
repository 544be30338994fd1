"""Holds the outcome of each persona against what its author expected, by the conventions of expected/README.md."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from intake_app.advice.kinds import Group
from intake_app.exchange.answers_file import read_answers_file
from intake_app.triage.model import FlagState, KindState
from tests.shipped import TODAY, knowledge

HERE = Path(__file__).parent
SAME_FAMILY = {"suicide_acute": {"suicide_thoughts"}, "self_poisoning": {"somatic_emergency"}}
NOT_WANTED = {"not_now", "harmful"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One expectation and whether it holds."""

    persona: str
    about: str
    holds: bool
    said: str


@cache
def picture(persona: str):
    """Return the outcome of a persona's answers file."""
    text = (HERE / f"{persona}.yaml").read_text(encoding="utf-8")
    found = read_answers_file(text, f"{persona}.yaml", knowledge(), TODAY)
    return knowledge().picture(found)


def expected(persona: str) -> dict:
    """Return what the author expected."""
    text = (HERE / "expected" / f"{persona}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)["expect"]  # noqa: S506  texts only


def personas() -> list[str]:
    """Return the ids of all personas."""
    return sorted(path.stem for path in (HERE / "expected").glob("p*.yaml"))


def raised(persona: str) -> set[str]:
    """Return the flags that are raised."""
    return {flag.flag for flag in picture(persona).assessment.flags if flag.state is FlagState.RAISED}


def suggested(persona: str) -> dict[str, list[str]]:
    """Return the suggested kinds per group."""
    groups = picture(persona).advice.groups
    return {
        group.value: [each.kind.id for each in groups[group] if each.state is KindState.SUGGESTED] for group in Group
    }


def flag_lines(persona: str) -> list[Line]:
    """Compare flags: every expected one found, no forbidden one raised."""
    want, found = expected(persona), raised(persona)
    lines = [Line(persona=persona, about=f"flag {each}", holds=each in found, said="") for each in want["red_flags"]]
    return lines + [
        Line(persona=persona, about=f"no flag {each}", holds=each not in found, said="")
        for each in want["must_not_flag"]
    ]


def advice_lines(persona: str) -> list[Line]:
    """Compare groups and kinds."""
    want, found = expected(persona), suggested(persona)
    first = set(picture(persona).advice.first_steps)
    waits = bool(picture(persona).advice.held_by)
    lines = []
    for group, wish in want["groups"].items():
        here = found[group]
        shown = here if waits or not want["red_flags"] else [each for each in here if each in first]
        if wish == "expected":
            lines.append(Line(persona=persona, about=f"{group} expected", holds=bool(here), said=", ".join(here)))
        elif wish == "harmful":
            lines.append(Line(persona=persona, about=f"{group} harmful", holds=not here, said=", ".join(here)))
        elif wish == "not_now":
            lines.append(Line(persona=persona, about=f"{group} not now", holds=not shown, said=", ".join(shown)))
    every = {kind for kinds in found.values() for kind in kinds}
    lines += [
        Line(persona=persona, about=f"kind {kind}", holds=kind in every, said="")
        for kind in want["options_expected"]
        if kind != "none"
    ]
    return lines + [
        Line(persona=persona, about=f"not kind {kind}", holds=kind not in every, said="")
        for kind in want["options_wrong"]
    ]


def other_lines(persona: str) -> list[Line]:
    """Compare urgency, needs and enough_known: reported, not judged."""
    want, found = expected(persona), picture(persona).assessment
    lines = [
        Line(
            persona=persona,
            about=f"urgency {want['urgency']}",
            holds=found.urgency.code == want["urgency"],
            said=found.urgency.code,
        ),
        Line(
            persona=persona,
            about=f"enough known {want['enough_known']}",
            holds=str(found.enough_known).lower() == want["enough_known"],
            said=", ".join(found.missing_essentials),
        ),
    ]
    if want["enough_known"] == "true":
        for name in ("medical", "social"):
            score = getattr(found, name)
            said = f"{score.need.value} ({score.low} {score.point} {score.high})"
            about = f"{name} {want[f'{name}_need']}"
            lines.append(Line(persona=persona, about=about, holds=score.need.value == want[f"{name}_need"], said=said))
    return lines


def report() -> str:
    """Return the report of agreements and differences."""
    text = []
    for persona in personas():
        flags, advice, other = flag_lines(persona), advice_lines(persona), other_lines(persona)
        held = sum(line.holds for line in advice)
        text.append(f"{persona}: {held} of {len(advice)} on groups and kinds; flags {sorted(raised(persona))}")
        text.append(f"    suggested {suggested(persona)}")
        differing = [line for line in (*flags, *advice, *other) if not line.holds]
        text += [f"    differs: {line.about} [{line.said}]" for line in differing]
    return "\n".join(text)


def share() -> tuple[int, int]:
    """Return how many expectations on groups and kinds hold, and how many there are."""
    lines = [line for persona in personas() for line in advice_lines(persona)]
    return sum(line.holds for line in lines), len(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{report()}\n{share()}\n")
