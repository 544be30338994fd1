"""What counts as the advice when outcomes are held side by side: flags, urgency, bands of need, groups with help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.triage.crowd.flags import NOT_ASKED, POSSIBLE, RAISED
from intake_app.triage.crowd.kinds import STATES
from intake_app.triage.model import KindState
from intake_app.triage.outcome import NEED_FROM

if TYPE_CHECKING:
    from intake_app.triage.crowd.judge import Judged

_EDGES = numpy.array(sorted(least for _, least in NEED_FROM if least), dtype=numpy.int16)
_SUGGESTED = numpy.uint8(STATES.index(KindState.SUGGESTED))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Verdict:
    """The advice of many talks, one per row.

    `parts`: the state of every flag, the urgency, the bands of both needs as they stand, and for each group of help
    whether a kind of it is suggested. `told`: the same, but a flag that says nothing counts as one, asked or not.
    `suggested`: per kind.
    """

    parts: NDArray[numpy.uint8]
    told: NDArray[numpy.uint8]
    suggested: NDArray[numpy.bool_]


class Verdicts:
    """Reads the advice from what the crowd engine found; `groups` names the group of each kind."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        """Sort the kinds by group."""
        names = tuple(dict.fromkeys(groups))
        self._members = numpy.array([[group == name for name in names] for group in groups], dtype=numpy.float32)

    def read(self, judged: Judged) -> Verdict:
        """Read the advice of everybody."""
        suggested = judged.kinds == _SUGGESTED
        rest = [
            judged.urgency.reshape(-1, 1),
            numpy.searchsorted(_EDGES, judged.scores.point, side="right"),
            suggested.astype(numpy.float32) @ self._members > 0,
        ]
        speaks = (judged.flags == RAISED) | (judged.flags == POSSIBLE)
        said = numpy.where(speaks, judged.flags, NOT_ASKED)
        return Verdict(
            parts=numpy.concatenate([judged.flags, *rest], axis=1).astype(numpy.uint8),
            told=numpy.concatenate([said, *rest], axis=1).astype(numpy.uint8),
            suggested=suggested,
        )
