"""What the rules say about every kind of help, for many people at once, with an empty history."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy

from intake_app.questionnaire.conditions import Truth
from intake_app.triage.crowd.board import NEVER, TRUE
from intake_app.triage.crowd.flags import RAISED, WAITS
from intake_app.triage.kinds import FLAG_WEIGHT
from intake_app.triage.model import KindEffect, KindState

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from intake_app.core.ids import KindId
    from intake_app.triage.crowd.board import Board, Compiled
    from intake_app.triage.crowd.columns import Codebook
    from intake_app.triage.crowd.flags import FlagsOfCrowd
    from intake_app.triage.model import RuleSet

STATES = tuple(KindState)
_SUGGESTED, _POSSIBLE, _BLOCKED = (
    STATES.index(each) for each in (KindState.SUGGESTED, KindState.POSSIBLE, KindState.BLOCKED)
)


def _table() -> NDArray[numpy.uint8]:
    """List the state for every truth of against, suggest and consider, named by a flag or not."""
    found = []
    for against, suggest, consider, named in product(Truth, Truth, Truth, (False, True)):
        if against is Truth.TRUE:
            found.append(_BLOCKED)
        elif named or (suggest is Truth.TRUE and against is Truth.FALSE):
            found.append(_SUGGESTED)
        else:
            found.append(_BLOCKED if max(suggest, consider) is Truth.FALSE else _POSSIBLE)
    return numpy.array(found, dtype=numpy.uint8)


_STATE_OF = _table()


class CrowdKind:
    """The rules of one kind."""

    def __init__(self, kind: KindId, rules: RuleSet, codebook: Codebook) -> None:
        """Compile its rules per effect, and list the flags that name it or leave it free."""
        self.kind = kind
        of_kind = [(rule, codebook.compiled(rule.when)) for rule in rules.kinds if rule.kind == kind]
        self._rules: dict[KindEffect, tuple[Compiled, ...]] = {
            effect: tuple(compiled for rule, compiled in of_kind if rule.effect is effect) for effect in KindEffect
        }
        self._weights = [
            (numpy.uint16(rule.weight), compiled) for rule, compiled in of_kind if rule.effect is KindEffect.SUGGEST
        ]
        self._named_by = [at for at, flag in enumerate(rules.flags) if kind in flag.names]
        self._held_by = [at for at, flag in enumerate(rules.flags) if kind not in {*flag.names, *flag.also_allows}]

    def judge(
        self, board: Board, raised: list[NDArray[numpy.bool_]], waiting: list[NDArray[numpy.bool_]]
    ) -> tuple[NDArray[numpy.uint8], NDArray[numpy.uint16]]:
        """Return state and support."""
        named = [raised[at] for at in self._named_by]
        key = board.best(self._rules[KindEffect.AGAINST]) * numpy.uint8(3)
        key = (key + board.best(self._rules[KindEffect.SUGGEST])) * numpy.uint8(3)
        key = (key + board.best(self._rules[KindEffect.CONSIDER])) * numpy.uint8(2)
        state = _STATE_OF.take(key + _any(named), mode="clip")
        held = _any([waiting[at] for at in self._held_by])
        return numpy.where(held, numpy.uint8(_BLOCKED), state), self._support(board, named)

    def _support(self, board: Board, named: list[NDArray[numpy.bool_]]) -> NDArray[numpy.uint16]:
        found = numpy.zeros(1, dtype=numpy.uint16)
        for weight, compiled in self._weights:
            found = found + weight * (board.all_hold(compiled) == TRUE)
        for holds in named:
            found = found + numpy.uint16(FLAG_WEIGHT) * holds
        return found


class CrowdKinds:
    """All kinds of help, made ready."""

    def __init__(self, kinds: tuple[KindId, ...], rules: RuleSet, codebook: Codebook) -> None:
        """Compile every kind, in the order to show them."""
        self._kinds = [CrowdKind(kind, rules, codebook) for kind in kinds]

    def judge(self, board: Board, flags: FlagsOfCrowd) -> list[tuple[NDArray[numpy.uint8], NDArray[numpy.uint16]]]:
        """Return state and support of every kind; flags are already on the board."""
        raised = [state == RAISED for state in flags.state]
        waiting = [is_raised & (effect == WAITS) for is_raised, effect in zip(raised, flags.effect, strict=True)]
        return [kind.judge(board, raised, waiting) for kind in self._kinds]


def _any(found: list[NDArray[numpy.bool_]]) -> NDArray[numpy.bool_]:
    holds: NDArray[numpy.bool_] = NEVER.astype(numpy.bool_)
    for each in found:
        holds = holds | each
    return holds
