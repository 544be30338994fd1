"""The list of conversations: rows in words, filters, search, where one was, and whom to speak to today."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from intake_app.conversation.desk import ConversationRow, Desk, Standing
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId

UNFINISHED = frozenset({Standing.TALKING, Standing.CHOOSING, Standing.AGREEING})
TALK_SCREENS = frozenset({"conversation", "ecogram", "priorities", "safety_plan", "choose", "agree", "papers"})
NOON, EVENING, NIGHT = 12, 18, 6


class Filter(StrEnum):
    """Which conversations are shown."""

    ALL = "all"
    UNFINISHED = "unfinished"
    STEPS_OPEN = "steps_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row of the table, in words. `on` is the day of the talk, `next_on` that of the next step.

    `may_remove`: it is a talk of today, which may have been a mistake; an older one goes by a request only.
    """

    id: ConversationId
    on: datetime.date
    who: str
    about: str
    standing: Standing
    standing_text: str
    next_step: str
    next_on: datetime.date | None
    may_remove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeView:
    """The talk to go on with: its place, who it was, and the moments."""

    id: ConversationId
    place: str
    who: str
    mode: str
    opened: datetime.datetime
    saved: datetime.datetime
    asked: int
    in_all: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """Everything that the screen shows."""

    part_of_day: str
    resume: ResumeView | None
    today: tuple[RowView, ...]
    rows: tuple[RowView, ...]
    in_all: int


def place_of(session: Session) -> str:
    """Return the screen on which a talk was left."""
    screen = session.conversation.screen
    return screen if screen in TALK_SCREENS else "conversation"


def part_of_day(hour: int) -> str:
    """Return the key of the greeting that fits the hour."""
    if hour < NIGHT or hour >= EVENING:
        return "evening"
    return "morning" if hour < NOON else "afternoon"


def who_words(desk: Desk, row: ConversationRow) -> str:
    """Return who a talk was with, without a name."""
    who = desk.text(f"person_as.{row.gender or 'unknown'}")
    return who if row.age is None else desk.text("person_as.with_age", who=who, age=str(row.age))


def local(at: datetime.datetime) -> datetime.datetime:
    """Return a moment in the time of this computer; one without a zone is that already."""
    return at if at.tzinfo is None else at.astimezone()


class Conversations:
    """The state of the list; typing and choosing give a new state."""

    def __init__(self, desk: Desk, now: datetime.datetime) -> None:
        """Read the rows; `now` sets the greeting and what is due today."""
        self._desk, self._now = desk, now
        self._filter, self._words = Filter.ALL, ""
        self._rows = desk.rows()

    def reload(self) -> None:
        """Read the rows again."""
        self._rows = self._desk.rows()

    def choose_filter(self, chosen: Filter) -> None:
        """Show only what passes the filter."""
        self._filter = chosen

    def show_all(self) -> None:
        """Show every talk again, whatever was chosen and typed."""
        self._filter, self._words = Filter.ALL, ""

    def search(self, words: str) -> None:
        """Show only what holds all these words."""
        self._words = words

    def state(self) -> ListState:
        """Return what to show now."""
        rows = tuple(self._view(row) for row in self._rows if self._passes(row))
        words = self._words.casefold().split()
        return ListState(
            part_of_day=part_of_day(self._now.hour),
            resume=self._resume(),
            today=tuple(self._view(row) for row in self._rows if self._is_due(row)),
            rows=tuple(row for row in rows if all(word in _haystack(row) for word in words)),
            in_all=len(self._rows),
        )

    def _passes(self, row: ConversationRow) -> bool:
        if self._filter is Filter.UNFINISHED:
            return row.standing in UNFINISHED
        if self._filter is Filter.STEPS_OPEN:
            return bool(row.next_step) or row.next_on is not None
        return True

    def _is_due(self, row: ConversationRow) -> bool:
        return row.next_on is not None and row.next_on <= self._now.date()

    def _resume(self) -> ResumeView | None:
        open_ = [row for row in self._rows if row.standing in UNFINISHED]
        if not open_:
            return None
        row = max(open_, key=lambda each: each.touched)
        return ResumeView(
            id=row.id,
            place=row.place,
            who=who_words(self._desk, row),
            mode=self._desk.text(f"mode.{row.mode}"),
            opened=local(row.opened),
            saved=local(row.touched),
            asked=row.asked,
            in_all=row.in_all,
        )

    def _view(self, row: ConversationRow) -> RowView:
        return RowView(
            id=row.id,
            on=local(row.opened).date(),
            who=who_words(self._desk, row),
            about=row.about,
            standing=row.standing,
            standing_text=self._desk.text(f"standing.{row.standing}"),
            next_step=row.next_step,
            next_on=row.next_on,
            may_remove=local(row.opened).date() == self._now.date(),
        )


def _haystack(row: RowView) -> str:
    return f"{row.who} {row.about} {row.standing_text} {row.next_step}".casefold()
