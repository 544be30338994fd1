"""Made-up towns: Waterrijk, and "Voorbeeldstad 1", 2, 3 … on stretches of the postcodes that are handed in."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, cycle

from intake_app.core.text import Text
from tools.example_directory.patterns import QuarterName, Seed, patterns

TOWN_SIZE = 150
"""Services of a town."""
QUARTERS = 6
"""Neighbourhoods of a town, each with a PC4 code of its own, as in Waterrijk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """A neighbourhood; `index` counts those of the town."""

    index: int
    code: str
    name: str
    place: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town; `seed` makes all its chances, its `number` the telephone numbers, its `id` begins all ids in it."""

    seed: int
    id: str
    number: int
    name: str
    quarters: tuple[Quarter, ...]

    @property
    def area(self) -> tuple[int, int]:
        """The first and the last PC4 code."""
        codes = [int(each.code) for each in self.quarters]
        return min(codes), max(codes)


Placed = tuple[Seed, Quarter]


def waterrijk() -> Town:
    """Return Waterrijk."""
    named = patterns().waterrijk.items()
    return Town(seed=1, id="wr", number=0, name="Waterrijk", quarters=tuple(_quarters(named)))


def waterrijk_places(town: Town) -> Iterator[Placed]:
    """Give what stands where in Waterrijk beside what was written by hand."""
    by_code = {each.code: each for each in town.quarters}
    for seed in patterns().seeds:
        yield from ((seed, by_code[code]) for code in seed.waterrijk)


def towns(postcodes: Iterable[str], seed: int) -> Iterator[Town]:
    """Give towns without end; where the postcodes run out, they are used again."""
    free = sorted(set(postcodes) - patterns().waterrijk.keys())
    stretches = [free[at : at + QUARTERS] for at in range(0, len(free) - QUARTERS + 1, QUARTERS)]
    for number, codes in zip(count(1), cycle(stretches)):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311  a seeded chance makes examples, no secrets
        starts = chance.sample(patterns().quarter_starts, QUARTERS)
        named = [(code, _name(start, chance)) for code, start in zip(codes, starts, strict=True)]
        quarters = tuple(_quarters(named))
        yield Town(seed=seed, id=f"vb{number}", number=number, name=f"Voorbeeldstad {number}", quarters=quarters)


def town_places(town: Town) -> Iterator[Placed]:
    """Give what stands where in another town: what there is one of, then each pattern in one place more every round."""
    seeds = patterns().seeds
    places = [(each, town.quarters[at % QUARTERS]) for at, each in enumerate(seeds) if each.per == "town"]
    spread = [each for each in seeds if each.per == "quarter"]
    for turn in range(QUARTERS):
        places += [(each, town.quarters[(at + turn) % QUARTERS]) for at, each in enumerate(spread)]
    yield from places[:TOWN_SIZE]


def _quarters(named: Iterable[tuple[str, QuarterName]]) -> Iterator[Quarter]:
    for index, (code, each) in enumerate(named):
        yield Quarter(index=index, code=code, name=each.name, place=each.place)


def _name(start: str, chance: random.Random) -> QuarterName:
    end = chance.choice(patterns().quarter_ends)
    name = f"{start}{end.end}"
    return QuarterName(name=name, place=Text(nl=f"{end.nl} {name}", en=f"in {name}"))
