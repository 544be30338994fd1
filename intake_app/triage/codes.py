"""Codes for the line in the journal: what each stands for, and the answers that make it worth thinking of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.core.text import Text
    from intake_app.questionnaire.conditions import Condition

COMPLAINT = re.compile(r"[A-Z](?:0[1-9]|1\d|2[0-9])")
"""A code of a complaint or a social circumstance; from 70 on they are diseases, which are the doctor's."""
UNVERIFIED = frozenset(
    ("Z04", "Z25", "P01", "P02", "P03", "P04", "P06", "P15", "P16", "P17", "P18", "P19", "P20", "P25")
)
"""What domain.md §6.2 marks [U]: nobody looked up yet what these stand for."""
KEPT_INSIDE = frozenset(("Z12", "Z13", "Z20", "Z21", "Z25"))
"""What they tell of the partner and of violence leaves the program nowhere (decision 2).

Z20 and Z21 may tell the same: tension in the family (decision 22).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCode:
    """One code of ICPC-1, in our own words. Any one of the conditions in `when` makes it worth thinking of.

    `is_confirmed` tells whether someone who knows has looked at it (decision 8).
    """

    id: str
    name: Text
    when: tuple[Condition, ...]
    is_confirmed: bool = False


def may_leave(code: str) -> bool:
    """Tell whether a code may be offered at all: a complaint, looked up, and nothing of a partner or violence."""
    return bool(COMPLAINT.fullmatch(code)) and code not in UNVERIFIED | KEPT_INSIDE
