"""The log as it is read: in words for the privacy officer, by day for the person, and as a file."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.bootstrap.copies import copy_folder
from intake_app.bootstrap.problems import told
from intake_app.bootstrap.sitting import Sitting
from intake_app.practice.audit import EventCode
from intake_app.practice.log_book import LogCheck, LogLine, LogQuery, SawLine
from intake_app.practice.rights import Action
from intake_app.practice.users import Role
from intake_app.storage.backup import anchors_of, backup_folder
from intake_app.storage.keys import anchor_of
from intake_app.storage.places import ring_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.conversation.ports import Clock
    from intake_app.practice.audit import Event

SEEN_BY_PERSON = frozenset(
    {
        EventCode.TALK_STARTED,
        EventCode.TALK_READ,
        EventCode.TALK_CHANGED,
        EventCode.TALK_CORRECTED,
        EventCode.TALK_CLOSED,
        EventCode.TALK_HANDED_OVER,
        EventCode.PAPER_MADE,
        EventCode.JOURNAL_COPIED,
        EventCode.BREAK_GLASS,
        EventCode.PERSON_EXPORTED,
        EventCode.ERASURE_ASKED,
        EventCode.ERASURE_DECIDED,
    }
)
"""What a person is shown of the log: whoever saw or changed what was said. Not that something was released."""
FIELDS = (
    "EventDateTime",
    "EventActionCode",
    "EventID",
    "EventOutcomeIndicator",
    "UserID",
    "UserName",
    "RoleIDCode",
    "PurposeOfUse",
    "NetworkAccessPointID",
    "ParticipantObjectIDTypeCode",
    "ParticipantObjectID",
    "ParticipantObjectDetail",
    "AuditEnterpriseSiteID",
    "AuditSourceID",
    "controles",
    "reason",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class LocalLogBook:
    """See `practice.log_book.LogBook` for what each call means."""

    def __init__(self, door: StoreDoor, guard: Guard, clock: Clock, words: Callable[..., str]) -> None:
        """Read the log behind the door; `words` gives the text of a key of the wording files."""
        self._door, self._guard, self._words = door, guard, words
        self._sitting = Sitting(clock)

    def events(self, query: LogQuery) -> tuple[LogLine, ...]:
        """Return the events, newest first."""
        given = self._guard.permit(Action.READ_LOG)
        self._sitting.reading(
            self._door.me, lambda: self._door.note(self._door.recorder.event(EventCode.LOG_READ, given))
        )
        with told():
            opened = {each.id: each.created_at.astimezone() for each in self._door.store.conversations_meta()}
        lines = (
            replace(self._line(seq, event), talk_opened=opened.get(event.talk)) for seq, event in self._found(query)
        )
        return tuple(line for line in lines if _fits(line, query))

    def export(self, query: LogQuery) -> bytes:
        """Return the events as CSV."""
        given = self._guard.permit(Action.READ_LOG)
        found = [(seq, event) for seq, event in self._found(query) if _fits(self._line(seq, event), query)]
        self._door.note(self._door.recorder.event(EventCode.LOG_EXPORTED, given, detail={"events": len(found)}))
        file = io.StringIO()
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(("seq", *FIELDS))
        for seq, event in found:
            body = json.loads(event.body())
            writer.writerow((seq, *(_cell(body[name]) for name in FIELDS)))
        return "\ufeff".encode() + file.getvalue().encode("utf-8")

    def check(self) -> LogCheck:
        """Check the whole chain against its anchors."""
        given = self._guard.permit(Action.READ_LOG)
        store = self._door.store
        with told():
            known = [anchor_of(ring_path(self._door.path), store.keys)]
            folders = {backup_folder(self._door.path), copy_folder(self._door)}
            lost = store.log.lost_at()
            known.extend(anchor for folder in folders for anchor in anchors_of(folder, store.keys, since=lost))
            found = self._door.log.check(known)
        self._door.note(self._door.recorder.event(EventCode.LOG_CHECKED, given, succeeded=found.is_whole))
        wrong = "" if found.fault is None else self._words(f"log_fault.{found.fault.value}", at=str(found.at))
        return LogCheck(events=found.anchor.count, problem=wrong)

    def who_saw(self, talks: Sequence[str], since: datetime.date | None = None) -> tuple[SawLine, ...]:
        """Return who saw or changed these talks, oldest first."""
        for talk in talks:
            given = self._guard.permit(Action.SEE_WHO_SAW, talk)
            self._door.note(self._door.recorder.event(EventCode.WHO_SAW_READ, given))
        return self.seen(talks, since)

    def seen(self, talks: Sequence[str], since: datetime.date | None = None) -> tuple[SawLine, ...]:
        """Return the same for a use case that asked its own right."""
        times: Counter[tuple[datetime.date, str, tuple[Role, ...], str, bool]] = Counter()
        for talk in talks:
            for _, event in self._found(LogQuery(talk=talk, since=since, codes=SEEN_BY_PERSON)):
                roles = tuple(sorted(event.actor.roles))
                what = self._words(f"log.{event.code.value}")
                key = (event.at.astimezone().date(), event.actor.name, roles, what, event.controls.break_glass)
                times[key] += 1
        return tuple(
            SawLine(on=on, who=who, roles=roles, what=what, times=count, break_glass=by_key)
            for (on, who, roles, what, by_key), count in sorted(times.items())
        )

    def _found(self, query: LogQuery) -> Sequence[tuple[int, Event]]:
        with told():
            return self._door.log.events(
                since=None if query.since is None else _begin(query.since),
                until=None if query.until is None else _begin(query.until + datetime.timedelta(days=1)),
                talk=query.talk,
                codes=query.codes,
            )

    def _line(self, seq: int, event: Event) -> LogLine:
        return LogLine(
            seq=seq,
            at=event.at.astimezone(),
            who=event.actor.name,
            roles=tuple(sorted(event.actor.roles)),
            code=event.code,
            what=self._words(f"log.{event.code.value}"),
            talk=event.talk,
            succeeded=event.succeeded,
            break_glass=event.controls.break_glass,
            reason=event.reason,
            detail=", ".join(f"{name} {value}" for name, value in event.detail.items()),
        )


def _begin(day: datetime.date) -> datetime.datetime:
    """Return the first moment of a day in the practice."""
    return datetime.datetime.combine(day, datetime.time.min).astimezone()


def _fits(line: LogLine, query: LogQuery) -> bool:
    if query.break_glass_only and not (line.break_glass or line.code is EventCode.BREAK_GLASS):
        return False
    if query.user not in {"", line.who}:
        return False
    text = f"{line.who} {line.what} {line.reason}".casefold()
    return all(word in text for word in query.words.casefold().split())


def _cell(value: object) -> str:
    """A cell as text; one that a spreadsheet would take for a formula gets an apostrophe."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(_FORMULA) else text
