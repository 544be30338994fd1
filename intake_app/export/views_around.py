"""Who is around the person, for a paper: the drawing, and the same facts in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.ecogram import drawn
from intake_app.export.views import different

if TYPE_CHECKING:
    from intake_app.conversation.ecogram import Figure
    from intake_app.conversation.model import Tie
    from intake_app.export.views import Speech
    from intake_app.export.views_visible import Visible


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundView:
    """The drawing with its words; `middle` stands at the person, `legend` says what the strokes mean."""

    title: str
    middle: str
    figures: tuple[Figure, ...]
    legend: str
    lines: tuple[str, ...]


def around_view(visible: Visible, says: Speech, *, with_strain: bool) -> AroundView | None:
    """Return who is around; None where nobody is, or nobody may be named.

    What somebody costs is left out `with_strain` false: on the person's own paper, which lies at home.
    """
    ties = visible.around()
    if not ties:
        return None
    strain = says.say("around_paper.legend_strain") if with_strain else ""
    return AroundView(
        title=says.marked(says.say("around_paper.title" if with_strain else "around_paper.title_own")),
        middle=says.say("around_paper.middle" if with_strain else "ecogram.middle"),
        figures=drawn(ties, with_strain=with_strain),
        legend=says.marked(" ".join(different((says.say("around_paper.legend"), strain)))),
        lines=tuple(says.marked(tie_words(tie, says, with_strain=with_strain)) for tie in ties),
    )


def tie_words(tie: Tie, says: Speech, *, with_strain: bool) -> str:
    """Return in one line who somebody is, how close, what it costs, and whether they may think along."""
    keys = [f"tie.kind_{tie.kind.value}", f"tie.strength_{tie.strength}"]
    if tie.strain and with_strain:
        keys.append(f"tie.strain_{tie.strain}")
    if tie.may_think_along:
        keys.append("tie.thinks_along")
    return says.say("ecogram.row", name=tie.name, facts=", ".join(says.say(key) for key in keys))
