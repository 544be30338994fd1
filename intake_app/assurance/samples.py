"""Answer sets drawn at random, many at once: one bit of each input per answer set.

They spare the solver what an example shows (that something can happen), never what must hold of every answer set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.columns import DECLINED, NOT_KNOWN

if TYPE_CHECKING:
    import random

    from intake_app.assurance.model import Model

_SETS = ("present", "wish_topics", "strength_topics")


def draw(model: Model, count: int, chance: random.Random) -> dict[int, int]:
    """Return `count` valid answer sets: for each input, in which of them it is true.

    They run from almost nothing answered to everything answered, and from calm to alarming on safety.
    """
    bits: dict[int, int] = {}
    answered = [chance.choice((0.2, 0.6, 0.9, 1.0)) for _ in range(count)]
    calm = [chance.random() < 0.5 for _ in range(count)]  # noqa: PLR2004
    for name, members in model.inputs.members.items():
        for at in range(count):
            share = 1.0 if name in model.facts else answered[at]
            for node in _chosen(model, name, members, chance, share=share, calm=calm[at]):
                bits[node] = bits.get(node, 0) | 1 << at
    return bits


def one_of(bits: dict[int, int], at: int) -> frozenset[int]:
    """Return the inputs that are true in one of the answer sets."""
    return frozenset(node for node, value in bits.items() if value >> at & 1)


def _chosen(  # noqa: PLR0913  the circumstances of one draw
    model: Model, name: str, members: dict[str, int], chance: random.Random, *, share: float, calm: bool
) -> list[int]:
    if name in _SETS:
        return [node for code, node in members.items() if code == "person" or chance.random() < 0.1]  # noqa: PLR2004
    if name in {"age", "gender"} and chance.random() < 0.2:  # noqa: PLR2004
        return []
    if chance.random() > share:
        withheld = [members[each] for each in (DECLINED, NOT_KNOWN) if each in members]
        return [chance.choice(withheld)] if withheld and chance.random() < 0.3 else []  # noqa: PLR2004
    codes = [code for code in members if code not in {DECLINED, NOT_KNOWN}]
    question = model.questions.get(name)
    if question is not None and question.safety and calm and codes and chance.random() < 0.97:  # noqa: PLR2004
        return [members[codes[0]]]
    first = chance.choice(codes)
    free = model.free_codes(name)
    more = [code for code in codes if code != first and chance.random() < 0.2] if first in free else []  # noqa: PLR2004
    return [members[first], *(members[code] for code in more if code in free)]
