"""Answer sets drawn at random, many at once: one bit of each input per answer set.

They spare the solver what an example shows (that something can happen), never what must hold of every answer set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.assurance.proof.columns import DECLINED, NOT_KNOWN

if TYPE_CHECKING:
    import random

    from intake_app.assurance.proof.model import Model

_SETS = ("present", "wish_topics", "strength_topics")
_MAY_LACK = ("age", "gender")
ANSWERED = (0.2, 0.6, 0.9, 1.0)
"""The share of the questions that has an answer, of which each answer set takes one."""
HALF, OFTEN, SOMETIMES, RARELY = 0.5, 0.97, 0.3, 0.15


def draw(model: Model, count: int, chance: random.Random) -> dict[int, int]:
    """Return `count` valid answer sets: for each input, in which of them it is true.

    They run from almost nothing answered to everything answered, and from calm to alarming on safety.
    """
    bits: dict[int, int] = {}
    shares = [chance.choice(ANSWERED) for _ in range(count)]
    calm = [chance.random() < HALF for _ in range(count)]
    for name in model.inputs.members:
        for at in range(count):
            chosen = _fact if name in model.facts else _question
            for node in chosen(model, name, chance, share=shares[at], calm=calm[at]):
                bits[node] = bits.get(node, 0) | 1 << at
    return bits


def one_of(bits: dict[int, int], at: int) -> frozenset[int]:
    """Return the inputs that are true in one of the answer sets."""
    return frozenset(node for node, value in bits.items() if value >> at & 1)


def _fact(model: Model, name: str, chance: random.Random, *, share: float, calm: bool) -> list[int]:
    """Choose a fact; it does not hang on how much is answered, but calm talks have no niet-pluis."""
    members = model.inputs.members[name]
    if name in _SETS:
        return [node for code, node in members.items() if code == "person" or chance.random() < RARELY * share]
    if name in _MAY_LACK and chance.random() < RARELY:
        return []
    if name == "gut_feeling" and calm:
        return [members["no"]]
    return [chance.choice(list(members.values()))]


def _question(model: Model, name: str, chance: random.Random, *, share: float, calm: bool) -> list[int]:
    members, question = model.inputs.members[name], model.questions.get(name)
    if chance.random() > share:
        withheld = [members[DECLINED], members[NOT_KNOWN]]
        return [chance.choice(withheld)] if chance.random() < SOMETIMES else []
    codes = [code for code in members if code not in {DECLINED, NOT_KNOWN}]
    if question is not None and question.safety and calm and chance.random() < OFTEN:
        return [members[codes[0]]]
    first, free = chance.choice(codes), model.free_codes(name)
    more = [code for code in codes if first in free and code in free - {first} and chance.random() < RARELY]
    return [members[code] for code in (first, *more)]
