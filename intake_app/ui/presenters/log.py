"""The log for who watches over it: what is filtered, and which answer belongs to the newest question."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from intake_app.practice.audit import EventCode
from intake_app.practice.log_book import LogBook, LogLine, LogQuery
from intake_app.practice.people import People
from intake_app.practice.users import Role


class Period(StrEnum):
    """How far back; `own` has days of its own."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    ALL = "all"
    OWN = "own"


_DAYS = {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30}


class Group(StrEnum):
    """What kind of thing was done."""

    READ = "read"
    CHANGED = "changed"
    GIVEN = "given"
    GONE = "gone"
    GLASS = "glass"
    DOOR = "door"
    PRACTICE = "practice"
    STORE = "store"
    LOG = "log"


_CODES = {
    Group.READ: "TALK_READ LIST_READ WHO_SAW_READ",
    Group.CHANGED: "TALK_STARTED TALK_CHANGED TALK_CORRECTED TALK_CLOSED TALK_HANDED_OVER",
    Group.GIVEN: "PAPER_MADE JOURNAL_COPIED PERSON_EXPORTED ITEM_RELEASED",
    Group.GONE: "TALK_REMOVED ERASURE_ASKED ERASURE_DECIDED TALK_ERASED TALK_PURGED",
    Group.GLASS: "BREAK_GLASS BREAK_GLASS_ENDED",
    Group.DOOR: "UNLOCKED LOCKED PASSPHRASE_FAILED DENIED",
    Group.PRACTICE: (
        "USER_CREATED USER_ADMITTED USER_CHANGED USER_BLOCKED PASSPHRASE_CHANGED "
        "RECOVERY_MADE RECOVERY_TESTED RECOVERY_USED SETTING_CHANGED"
    ),
    Group.STORE: "STORE_MADE STORE_MIGRATED COPY_MADE COPY_FAILED COPY_TRIED RESTORED",
    Group.LOG: "LOG_READ LOG_EXPORTED LOG_CHECKED",
}
GROUPS: Mapping[Group, frozenset[EventCode]] = MappingProxyType(
    {group: frozenset(EventCode[name] for name in names.split()) for group, names in _CODES.items()}
)
"""Every event belongs to one group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """What is filtered. `since` and `until` count for a period of one's own; `group` is "" for everything."""

    period: Period = Period.MONTH
    since: datetime.date | None = None
    until: datetime.date | None = None
    user: str = ""
    group: str = ""
    break_glass_only: bool = False
    words: str = ""

    def query(self, today: datetime.date) -> LogQuery:
        """Return what to ask the log for."""
        since, until = self.days(today)
        return LogQuery(
            since=since,
            until=until,
            user=self.user,
            codes=GROUPS[Group(self.group)] if self.group else frozenset(),
            break_glass_only=self.break_glass_only,
            words=" ".join(self.words.split()),
        )

    def days(self, today: datetime.date) -> tuple[datetime.date | None, datetime.date | None]:
        """Return the first and the last day; None where there is no such end."""
        if self.period is Period.OWN:
            return self.since, self.until
        back = _DAYS.get(self.period)
        return (None if back is None else today - datetime.timedelta(days=back - 1)), None


REVIEW = LogFilter(period=Period.ALL, break_glass_only=True)
"""Every use of the break-glass key, to look through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFound:
    """What was found; `number` tells which asking it answers."""

    number: int
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogAsking:
    """The slow work of asking the log."""

    number: int
    log: LogBook
    query: LogQuery

    def __call__(self) -> LogFound:
        """Ask; raises `ProblemsError`."""
        return LogFound(number=self.number, lines=self.log.events(self.query))


class LogReader:
    """Asks the log only when something else is wanted, and knows an answer that is too late."""

    def __init__(self, log: LogBook) -> None:
        self._log, self._number = log, 0
        self._asked: LogQuery | None = None

    def ask(self, query: LogQuery) -> LogAsking | None:
        """Return the work of asking; None when this was asked last: reading the log is itself kept in the log."""
        if query == self._asked:
            return None
        self._asked, self._number = query, self._number + 1
        return LogAsking(number=self._number, log=self._log, query=query)

    def is_newest(self, number: int) -> bool:
        """Tell whether an answer is that to the last question."""
        return number == self._number

    def give_up(self) -> None:
        """Let the same be asked again after it failed."""
        self._asked = None


def watchers(people: People) -> tuple[str, ...]:
    """Return the names of those who may read the log."""
    return tuple(user.name for user in people.everyone() if Role.PRIVACY_OFFICER in user.roles and not user.is_blocked)
