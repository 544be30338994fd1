"""What is in `content.yaml`: the pools, and the patterns ("seeds") that services are made of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from intake_app.core.text import NO_TEXT, Text

FILE = Path(__file__).with_name("content.yaml")
FREE = Text(nl="gratis", en="free")


class Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that the file should not have is an error."""


class Hours(Strict):
    """A week, by day as `resources/directory` writes it, and how people say it; a week without days is not regular."""

    words: Text
    week: dict[str, list[str]] = {}


class QuarterName(Strict):
    """A neighbourhood: its name, and how one says that something is there."""

    name: str
    place: Text


class QuarterEnd(Strict):
    """The end of a made-up name of a neighbourhood, with "in de" or "in het"."""

    end: str
    nl: str


class Seed(Strict):
    """A pattern of a service.

    Attributes:
        eligible: for whom it is; empty is everybody.
        by: the person one speaks to is a woman or a man, where the text says so.
        referral: who refers; empty where a person can go there without.
        costs: amounts in euros.
        ages: from and up to.
        languages: those that are always spoken there, besides Dutch and some others.
        hours: the name of a pool.
        at: whether one goes there, or it comes to the home or by telephone.
        per: whether a town has one, or many neighbourhoods have one.
        area: who may use it: all of the town, or the neighbourhood.
        wait: days, from and up to.
        places: the most free places there may be; 0 where nobody counts them.
        bring: what to bring along.
        waterrijk: the neighbourhoods of Waterrijk that have one.
    """

    id: str
    kinds: list[str]
    organization: str
    name: str
    description: Text
    call: Text
    hours: str
    wait: tuple[int, int]
    alternate: str = ""
    eligible: Text = NO_TEXT
    not_for: Text = NO_TEXT
    by: Literal["", "she", "he"] = ""
    fees: Text = FREE
    free: bool = True
    costs: dict[str, float] = {}
    referral: Text = NO_TEXT
    ages: tuple[int | None, int | None] = (None, None)
    genders: list[str] = []
    languages: list[str] = []
    group: bool = False
    easy: bool = True
    at: Literal["venue", "home", "remote"] = "venue"
    per: Literal["quarter", "town"] = "quarter"
    area: Literal["town", "quarter"] = "town"
    places: int = 0
    bring: list[str] = []
    waterrijk: list[str] = []


class Entrances(Strict):
    """What to know about the way in: where a wheelchair can get in, and where it cannot."""

    level: Text
    steps: Text


class Patterns(Strict):
    """All of the file."""

    she: list[str]
    he: list[str]
    languages: list[str]
    reachable: list[Text]
    checked_by: list[str]
    streets: list[str]
    entrances: Entrances
    closed: list[Text]
    never_offered: list[str]
    by_message: Text
    quarter_starts: list[str]
    quarter_ends: list[QuarterEnd]
    waterrijk: dict[str, QuarterName]
    on_purpose: dict[str, str]
    organizations: dict[str, str]
    hours: dict[str, list[Hours]]
    seeds: list[Seed]


@cache
def patterns() -> Patterns:
    """Return the file, read once."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=Patterns)
