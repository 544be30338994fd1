"""The kinds of help and their five groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.core.ids import KindId
    from intake_app.core.text import Text

AT_PRACTICE = frozenset({"huisarts", "poh_ggz", "poh_ouderen"})
"""Kinds that the practice offers itself: one reaches them through its own number."""


class Group(StrEnum):
    """The five groups, own network first, always (decision 3)."""

    OWN_NETWORK = "own_network"
    CARE = "care"
    SOCIAL = "social"
    PEER = "peer"
    EXERCISE = "exercise"


LOCAL_GROUPS = frozenset({Group.SOCIAL, Group.PEER, Group.EXERCISE})
"""Groups in which one may expect something near home. Source: eigen oordeel; care is often further away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionKind:
    """One kind of help, in words for the person.

    `pays_year` names the year of an amount or rule in `pays`. `step` is the kind as a first step, imperative;
    `smallest_start` the smallest beginning that can be made at once.
    """

    id: KindId
    group: Group
    name: Text
    for_whom: Text
    what: Text
    pays: Text
    pays_year: str
    route: Text
    route_by: str
    expect: Text
    step: Text
    smallest_start: Text
    this_week: bool
    needs_referral: bool
    free: bool
    online: bool
    exertion: bool
    self_help: bool
    source: str
    status: str
    checked: str
