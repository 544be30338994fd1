"""What every paper of a talk is made by: which there are now, what each holds, and the template that lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.problems import Problem, problem
from intake_app.export.views import Inputs, Speech

PART = ":"
"""Stands in an id between the name of a paper and whom it is about, where there is one for each of several."""


class Reader(StrEnum):
    """For whom a paper is; the list of papers is in this order."""

    PERSON = "person"
    RELATIVES = "relatives"
    HUISARTS = "huisarts"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpec:
    """A paper that can be made.

    Attributes:
        id: its name, and after a colon whom it is about.
        file_name: what it is kept as; gives nothing away.
        locked_by: what holds it back now.
        reader: for whom it is.
        about: of several papers with one name, which one; in words, in Dutch and English.
        recipient: whose consent it needs (`intake_app.conversation.consent`); empty where it needs none.
    """

    id: str
    file_name: str
    locked_by: tuple[Problem, ...] = ()
    reader: Reader = Reader.PERSON
    about: str = ""
    recipient: str = ""


Listed = Callable[[Knowledge, Conversation, Picture], tuple[PaperSpec, ...]]
"""The papers of one kind that there are for a talk now; none where there is no occasion for it."""
Viewed = Callable[[Inputs, Speech, str], object]
"""The view of one paper: what it is made from, the words, and the part of its id behind the colon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A kind of paper. Words on screen: `papers.<name>` is its title, `papers.for_<name>` for whom it is."""

    name: str
    template: str
    listed: Listed
    view: Viewed


def held_by_flags(picture: Picture) -> tuple[Problem, ...]:
    """Return the flags that must be acted on, or asked about, before a paper with choices is made (decision 1)."""
    advice = picture.advice
    waiting = tuple(problem("flag_not_recorded", flag) for flag in advice.held_by)
    return (*waiting, *(problem("flag_still_possible", flag) for flag in advice.ask_first))


def name_of(paper_id: str) -> str:
    """Return the kind of a paper."""
    return paper_id.partition(PART)[0]


def part_of(paper_id: str) -> str:
    """Return whom a paper is about, where there is one for each of several."""
    return paper_id.partition(PART)[2]
