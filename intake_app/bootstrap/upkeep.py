"""The upkeep of the sociale kaart on this computer: entries, checks, notes, and undoing."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import told
from intake_app.bootstrap.upkeep_files import DirectoryFiles
from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.calling import calls
from intake_app.directory.checks import Verdict
from intake_app.directory.documents.document import records_of
from intake_app.directory.faults import faults_of
from intake_app.directory.model import Availability
from intake_app.directory.records import RecordChange, RecordKind
from intake_app.directory.twins import twins
from intake_app.practice.personal import looks_personal
from intake_app.practice.rights import Action
from intake_app.practice.upkeep import LONGEST_NOTE, BatchKind, ServiceNote

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from intake_app.directory.checks import Call, Check, Twins
    from intake_app.directory.model import Service
    from intake_app.directory.query import Found, Query
    from intake_app.practice.upkeep import BatchLine


class LocalUpkeep(DirectoryFiles):
    """See `practice.upkeep.Upkeep` for what each call means."""

    @property
    def may_change(self) -> bool:
        """Tell whether the present user may change it now."""
        return self._door.is_open and self._door.read_only is None and self._guard.may(Action.DIRECTORY)

    def services(self) -> tuple[Service, ...]:
        """Return all entries."""
        return self._stock.services()

    def service(self, id_: ServiceId) -> Service:
        """Return one entry."""
        return self._stock.service(id_)

    def is_own(self, id_: ServiceId) -> bool:
        """Tell whether the practice keeps this entry itself."""
        return self._stock.is_own(id_)

    def search(self, query: Query) -> Found:
        """Search."""
        return self._stock.search(query)

    def warm(self) -> None:
        """Make matching and searching ready."""
        self._stock.warm(self._now().date())

    def save(self, service: Service) -> BatchLine | None:
        """Keep an entry that was changed, or is new."""
        return self._keep((service,), BatchKind.EDIT)

    def save_many(self, services: Sequence[Service]) -> BatchLine | None:
        """Keep several as one change."""
        return self._keep(services, BatchKind.MANY)

    def new_id(self) -> ServiceId:
        """Return an id for a new entry."""
        return ServiceId(str(uuid.uuid4()))

    def remove(self, ids: Sequence[ServiceId]) -> BatchLine | None:
        """Take entries out; what ships is set aside."""
        found = [self.service(id_) for id_ in ids]
        return self._write(self._without(found), BatchKind.REMOVE, _about(found))

    def batches(self) -> tuple[BatchLine, ...]:
        """Return the changes of the sociale kaart."""
        with told():
            return tuple(self._door.reader.directory_batches())

    def undo(self, batch_id: str) -> BatchLine:
        """Undo a change, whole."""
        about = next((each.about for each in self.batches() if each.id == batch_id), "")
        batch = self._batch(BatchKind.UNDO, about)
        with told():
            return self._door.store.undo_directory(batch_id, batch)

    def calls(self) -> tuple[Call, ...]:
        """Return who to ring this week."""
        with told():
            checks = self._door.reader.directory_checks()
        return calls(self.services(), checks, self._now().date())

    def checked(self, check: Check, changed: Service | None = None) -> BatchLine | None:
        """Note what a call gave."""
        check = replace(check, at=self._now(), who=self._who())
        if check.verdict is Verdict.NOT_REACHED:
            return self._write((), BatchKind.CHECK, self.service(check.service).name, check=check)
        found = _assured(changed or self.service(check.service), check, self._now().date())
        return self._keep((found,), BatchKind.CHECK, check)

    def checks(self, id_: ServiceId) -> tuple[Check, ...]:
        """Return how often somebody made sure of an entry."""
        with told():
            return tuple(self._door.reader.directory_checks(id_))

    def notes(self, id_: ServiceId) -> tuple[ServiceNote, ...]:
        """Return how it went with a service."""
        with told():
            return tuple(self._door.reader.directory_notes(id_))

    def write_note(self, id_: ServiceId, text: str) -> ServiceNote:
        """Keep how it went."""
        self._guard.permit(Action.DIRECTORY)
        text = text.strip()
        if not text:
            raise ProblemsError((problem("note_empty"),))
        if len(text) > LONGEST_NOTE:
            raise ProblemsError((problem("note_too_long", longest=LONGEST_NOTE),))
        if looks_personal(text):
            raise ProblemsError((problem("note_about_person"),))
        note = ServiceNote(
            id=uuid.uuid4().hex, service=self.service(id_).id, at=self._now(), who=self._who(), text=text
        )
        with told():
            self._door.store.add_note(note)
        return note

    def remove_note(self, note_id: str) -> None:
        """Take a note away."""
        self._guard.permit(Action.DIRECTORY)
        with told():
            self._door.store.remove_note(note_id)

    def twins(self) -> tuple[Twins, ...]:
        """Return entries that may be the same."""
        return twins(self.services())

    def merge(self, kept: Service, gone: ServiceId) -> BatchLine | None:
        """Keep one entry in the place of two."""
        if gone == kept.id:
            return self.save(kept)
        self._refuse_faults((kept,))
        changes = [*self._changes((kept,)), *self._without([self.service(gone)])]
        return self._write(changes, BatchKind.MERGE, kept.name, moved={str(gone): str(kept.id)})

    def leaflet(self, ids: Sequence[ServiceId]) -> bytes:
        """Return a PDF to give along."""
        return self._leaflet([self.service(id_) for id_ in ids], self._now().date())

    def _keep(self, services: Sequence[Service], kind: BatchKind, check: Check | None = None) -> BatchLine | None:
        self._refuse_faults(services)
        return self._write(self._changes(services), kind, _about(services), check=check)

    def _refuse_faults(self, services: Sequence[Service]) -> None:
        today = self._now().date()
        wrong = tuple(fault for each in services for fault in faults_of(each, today))
        if wrong:
            raise ProblemsError(wrong)

    def _changes(self, services: Sequence[Service]) -> list[RecordChange]:
        """Return what differs from what is kept. Several services may share an organization: the last one says."""
        onto = dict(self._stock.records((*services, *self._as_kept(services))))
        before = dict(onto)
        for each in services:
            onto |= records_of(each, onto)
        return [
            RecordChange(kind=kind, id=id_, after=data)
            for (kind, id_), data in onto.items()
            if before.get((kind, id_)) != data
        ]

    def _as_kept(self, services: Sequence[Service]) -> list[Service]:
        return [self._stock.service(each.id) for each in services if self._stock.is_own(each.id)]

    def _without(self, services: Sequence[Service]) -> list[RecordChange]:
        set_aside = [
            replace(each, never_offer=each.never_offer or self._words("directory.removed_here"))
            for each in services
            if each.id in self._stock.shipped
        ]
        gone = [each for each in services if each.id not in self._stock.shipped]
        return [
            *self._changes(set_aside),
            *(RecordChange(kind=RecordKind.SERVICE, id=each.id, after=None) for each in gone),
        ]


def _about(services: Sequence[Service]) -> str:
    return services[0].name if len(services) == 1 else ""


def _assured(service: Service, check: Check, today: datetime.date) -> Service:
    """Return the service with the date of what was checked: the fields that were, or all of it."""
    if check.verdict is Verdict.GONE:
        service = replace(service, availability=Availability.DEFUNCT)
    if check.about:
        return replace(
            service,
            phone_assured=today if "telephone" in check.about else service.phone_assured,
            wait_on=today if "waiting" in check.about else service.wait_on,
            free_places_on=today if "places" in check.about else service.free_places_on,
        )
    return replace(
        service,
        assured_date=today,
        assured_by=check.who,
        assured_how=check.how,
        wait_on=service.wait_on if service.wait_days is None else today,
        free_places_on=service.free_places_on if service.free_places is None else today,
    )
