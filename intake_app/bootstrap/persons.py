"""The rights of the person: export, correction, erasure with a second person, and the purge of what is done."""

from __future__ import annotations

import datetime
import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from intake_app.bootstrap.door import PRACTICE_NAME
from intake_app.bootstrap.problems import told
from intake_app.conversation import changes as c
from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.person_export import person_json
from intake_app.export.erasure_certificate import erasure_certificate_pdf
from intake_app.export.person_export import person_pdf, person_record, releasable
from intake_app.practice import retention
from intake_app.practice.audit import EventCode
from intake_app.practice.persons import Decision, ErasureRequest, PersonExport
from intake_app.practice.rights import Action
from intake_app.storage.mapping import change_to_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.bootstrap.archivist import Archivist
    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.bootstrap.log_book import LocalLogBook
    from intake_app.conversation.ports import Clock
    from intake_app.practice.guard import Permit
    from intake_app.practice.persons import PurgeNotice, SilentItem
    from intake_app.practice.retention import KeptTalk

PURGE_DAYS, ANNOUNCED = "purge_days", "purge_announced"


class LocalPersons:
    """See `practice.persons.Persons` for what each call means."""

    def __init__(self, door: StoreDoor, guard: Guard, clock: Clock, log: LocalLogBook, archivist: Archivist) -> None:
        """Work on what lies behind the door; the archivist reads talks whole and makes papers."""
        self._door, self._guard, self._clock, self._log, self._archivist = door, guard, clock, log, archivist

    def same_person(self, talk: str) -> tuple[str, ...]:
        """Return the talks that may be with the same person."""
        self._guard.permit(Action.READ, talk)
        with told():
            rows = self._archivist.listed(self._door.reader.rows())
        mine = next((row for row in rows if row.id == talk), None)
        if mine is None or mine.age is None:
            return (talk,)
        born = mine.opened.year - mine.age
        others = [
            row.id
            for row in rows
            if row.id != talk
            and row.age is not None
            and row.gender == mine.gender
            and abs(row.opened.year - row.age - born) <= 1
            and self._guard.may(Action.READ, row.id)
        ]
        return (talk, *others)

    def silent_items(self, talks: Sequence[str]) -> tuple[SilentItem, ...]:
        """Return what is left out of an export unless it is released."""
        for given in self._permits(Action.EXPORT_PERSON, talks):
            self._door.note(self._door.recorder.event(EventCode.TALK_READ, given))
        return releasable(self._archivist.person_talks(talks), self._archivist.language)

    def export(self, talks: Sequence[str], released: Sequence[str], *, alone: bool) -> PersonExport:
        """Make the export."""
        given = self._permits(Action.EXPORT_PERSON, talks)
        if released and not alone:
            raise ProblemsError((problem("release_alone"),))
        language = self._archivist.language
        seen = self._log.seen(talks)
        record = person_record(
            self._archivist.person_talks(talks), seen, released, made=self._clock.now(), language=language
        )
        pdf = person_pdf(record, self._archivist.press, language)
        now, recorder = self._clock.now(), self._door.recorder
        with told():
            for each in given:
                events = [recorder.event(EventCode.PERSON_EXPORTED, each)]
                if released:
                    events.append(recorder.event(EventCode.ITEM_RELEASED, each, detail={"items": len(released)}))
                self._door.store.mark_released(each.talk, now, events=events)
        return PersonExport(json=person_json(record), pdf=pdf)

    def correct(self, talk: str, reason: str) -> None:
        """Open a closed talk to correct it on the person's request."""
        given = self._guard.permit(Action.CHANGE, talk)
        if not reason.strip():
            raise ProblemsError((problem("reason_missing"),))
        self._door.settle()
        made = self._door.recorder.event(EventCode.TALK_CORRECTED, given, reason=" ".join(reason.split()))
        if not self._archivist.is_closed(talk):
            self._door.note(made)
            return
        store, now = self._door.store, self._clock.now()
        with told():
            row = next(each for each in store.rows() if each.id == talk)
            span = {"from": row.last_seq + 1, "to": row.last_seq + 1}
            changed = self._door.recorder.event(EventCode.TALK_CHANGED, given, detail=span)
            box = change_to_bytes(c.Reopened())
            store.append(talk, row.last_seq, [box], row.summary, now, events=(made, changed))

    def ask_erasure(self, talks: Sequence[str], asked_on: datetime.date) -> ErasureRequest:
        """Record a written request for erasure."""
        given = self._permits(Action.ASK_ERASURE, talks)
        if asked_on > self._clock.now().date():
            raise ProblemsError((problem("erasure_date"),))
        me = self._door.me
        made = ErasureRequest(
            id=uuid.uuid4().hex, talks=tuple(talks), asked_on=asked_on, entered_by="" if me is None else me.name
        )
        events = [
            self._door.recorder.event(EventCode.ERASURE_ASKED, each, detail={"request": made.id}) for each in given
        ]
        with told():
            self._door.store.keep_erasure(made.id, self._clock.now(), msgspec.json.encode(made), events=events)
        return made

    def erasures(self) -> tuple[ErasureRequest, ...]:
        """Return all requests, newest first."""
        me = self._door.me
        if me is None or not (me.reads_content or self._guard.may(Action.READ_LOG)):
            self._guard.permit(Action.PURGE)
        with told():
            found = self._door.store.erasures()
        return tuple(msgspec.json.decode(payload, type=ErasureRequest) for _, _, payload in found)

    def decide_erasure(
        self, request: str, decision: Decision, reason: str, second_user: str, second_passphrase: str
    ) -> ErasureRequest:
        """Decide with a second person; granted erases at once."""
        found = self._request(request)
        given = [self._guard.permit(Action.DECIDE_ERASURE, talk) for talk in found.talks]
        if found.decision is not Decision.OPEN:
            raise ProblemsError((problem("erasure_decided"),))
        if decision is Decision.OPEN or not reason.strip():
            raise ProblemsError((problem("reason_missing"),))
        second = self._door.prove(second_user, second_passphrase)
        me, store, now, recorder = self._door.me, self._door.store, self._clock.now(), self._door.recorder
        by = {"request": request, "second": second.id}
        self._door.settle_all()
        decided = replace(
            found,
            decision=decision,
            reason=" ".join(reason.split()),
            decided_by="" if me is None else me.name,
            second=second.name,
            decided_at=now,
        )
        is_granted = decision is Decision.GRANTED
        told_of = {"decision": decision.value, "second": second.id}
        events = [recorder.event(EventCode.ERASURE_DECIDED, about=request, detail=told_of)]
        if is_granted:
            events += [recorder.event(EventCode.TALK_ERASED, each, detail=by) for each in given]
        with told():
            store.erase(request, msgspec.json.encode(decided), found.talks if is_granted else (), now, events=events)
        if is_granted:
            self._door.keep_gone(found.talks)
        return decided

    def certificate_pdf(self, request: str) -> bytes:
        """Make the certificate of an erasure."""
        found, practice = self._request(request), self._door.reader.setting(PRACTICE_NAME) or ""
        return erasure_certificate_pdf(found, practice, self._archivist.press, self._archivist.language)

    def purge_notice(self) -> PurgeNotice:
        """Return what will be purged, and what may be purged now; showing it is what announces it."""
        days = self._purge_days()
        if not self._guard.may(Action.PURGE) or self._door.read_only is not None:
            return retention.notice((), self._clock.now().date(), days, {})
        today, before = self._clock.now().date(), self._announced()
        kept = [self._with_plan(each, today, days) for each in self._archivist.kept_talks()]
        since = retention.announced(kept, today, days, before)
        if since != before:
            with told():
                text = json.dumps({talk: on.isoformat() for talk, on in since.items()})
                self._door.store.set_setting(ANNOUNCED, text)
        return retention.notice(kept, today, days, since)

    def set_purge_days(self, days: int) -> None:
        """Set after how many days without activity a talk is purged."""
        given = self._guard.permit(Action.PURGE)
        text = str(retention.checked_days(days))
        made = self._door.recorder.event(EventCode.SETTING_CHANGED, given, about=PURGE_DAYS, detail={"days": days})
        with told():
            self._door.store.set_setting(PURGE_DAYS, text, events=(made,))

    def purge(self) -> int:
        """Purge what was announced long enough ago."""
        given = self._guard.permit(Action.PURGE)
        self._door.settle_all()
        due = [each.talk for each in self.purge_notice().now]
        now = self._clock.now()
        with told():
            for talk in due:
                made = self._door.recorder.event(EventCode.TALK_PURGED, given.about(talk))
                self._door.store.delete(talk, now, "purged", events=(made,))
        self._door.keep_gone(due)
        return len(due)

    def _permits(self, action: Action, talks: Sequence[str]) -> tuple[Permit, ...]:
        """Return a permit for each talk; raises `ProblemsError` `talk_missing` for none, or one that is not there."""
        with told():
            there = {each.id for each in self._door.store.conversations_meta()}
        if not talks or not there.issuperset(talks):
            raise ProblemsError((problem("talk_missing"),))
        return tuple(self._guard.permit(action, talk) for talk in talks)

    def _request(self, request: str) -> ErasureRequest:
        found = next((each for each in self.erasures() if each.id == request), None)
        if found is None:
            raise ProblemsError((problem("erasure_unknown"),))
        return found

    def _purge_days(self) -> int:
        return int(self._door.reader.setting(PURGE_DAYS) or retention.USUAL_DAYS)

    def _with_plan(self, talk: KeptTalk, today: datetime.date, days: int) -> KeptTalk:
        """Return a talk that is nearly due with the last day that was agreed on; its line of the list has the first."""
        due = retention.due_on(talk, days)
        if due is None or today < due - retention.ANNOUNCED:
            return talk
        try:
            return replace(talk, agreed_until=self._archivist.agreed_until(talk.talk))
        except ProblemsError:  # what cannot be read is not cleared away
            return replace(talk, released=None)

    def _announced(self) -> dict[str, datetime.date]:
        text = self._door.reader.setting(ANNOUNCED) or "{}"
        return {talk: datetime.date.fromisoformat(on) for talk, on in json.loads(text).items()}
