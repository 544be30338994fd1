"""Reads talks whole for whoever must hand them out, judge how long they are kept, or make papers of the office."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from intake_app.bootstrap.door import PRACTICE_NAME
from intake_app.bootstrap.journal import row_from, row_of
from intake_app.bootstrap.problems import told
from intake_app.conversation.desk import SETTINGS, Standing
from intake_app.conversation.history import fold
from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError
from intake_app.export.person_export import PersonTalk
from intake_app.export.press import Press
from intake_app.export.recovery_sheet import RecoverySheet, recovery_sheet_pdf
from intake_app.export.service_leaflet import service_leaflet_pdf
from intake_app.export.views import Inputs
from intake_app.practice.audit import EventCode
from intake_app.practice.person_record import Correction
from intake_app.practice.retention import KeptTalk
from intake_app.storage.mapping import change_from_bytes, json_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.content.load_wording import Wording
    from intake_app.conversation.desk import ConversationRow
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.core.text import Language
    from intake_app.directory.model import Service
    from intake_app.storage.repository import ConversationRow as StoredRow


class Archivist:
    """Asks no right and logs nothing: the use case that calls it does."""

    def __init__(self, door: StoreDoor, shelf: Shelf, wording: Wording, resources: Path) -> None:
        """Read what lies behind the door, with the content that each talk was held with."""
        self._door, self._shelf, self._wording, self._resources = door, shelf, wording, resources
        self.language: Language = "nl"
        self.unreadable = 0

    @property
    def press(self) -> Press:
        """Words, templates and letters for papers that are about no single talk."""
        return Press(wording=self._wording, templates=self._resources / "templates", fonts=self._resources / "fonts")

    def words(self, key: str, **values: str) -> str:
        """Return a text of the wording files."""
        return self._wording.text(key, self.language, **values)

    def recovery_sheet(self, code: str, made: datetime.date) -> bytes:
        """Return the paper of a recovery code."""
        practice = self._door.reader.setting(PRACTICE_NAME) or ""
        return recovery_sheet_pdf(RecoverySheet(code=code, made=made, practice=practice), self.press, self.language)

    def service_leaflet(self, services: Sequence[Service], today: datetime.date) -> bytes:
        """Return a paper to give along with these services."""
        return service_leaflet_pdf(services, self.press, self.language, today)

    def listed(self, rows: Iterable[StoredRow]) -> tuple[ConversationRow, ...]:
        """Return the lines of the list; one whose summary is hurt is made anew from the talk itself.

        How many cannot be made at all stands in `unreadable`; a talk in which nothing was said yet has no line.
        """
        found = [self._line(row) for row in rows if row.summary or not row.is_readable]
        self.unreadable = sum(each is None for each in found)
        return tuple(each for each in found if each is not None)

    def _line(self, row: StoredRow) -> ConversationRow | None:
        if row.is_readable:
            with suppress(msgspec.MsgspecError):
                return row_from(row.id, row.summary)
        try:
            conversation, knowledge = self._read(row.id)
            return row_from(row.id, json_of(row_of(conversation, knowledge, touched=row.touched_at)))
        except (ProblemsError, msgspec.MsgspecError):
            return None

    def person_talks(self, talks: Sequence[str]) -> tuple[PersonTalk, ...]:
        """Return talks with all that is needed to hand them out, oldest first."""
        found = [
            PersonTalk(inputs=self.inputs(*self._read(talk)), corrections=self._corrections(talk)) for talk in talks
        ]
        return tuple(sorted(found, key=lambda each: each.inputs.conversation.opened))

    def is_closed(self, talk: str) -> bool:
        """Tell whether a talk was closed and not opened again."""
        return self._read(talk)[0].closed is not None

    def agreed_until(self, talk: str) -> datetime.date | None:
        """Return the last day that was agreed on in a talk, in a step or to speak again."""
        plan = self._read(talk)[0].plan
        return max((day for day in (plan.speak_again, *(step.by for step in plan.steps)) if day), default=None)

    def kept_talks(self) -> tuple[KeptTalk, ...]:
        """Return what a purge must know of every talk that this user can read."""
        with told():
            metas = {each.id: each for each in self._door.store.conversations_meta()}
            rows = self.listed(self._door.store.rows())
        return tuple(
            KeptTalk(
                talk=row.id,
                opened=row.opened,
                touched=metas[row.id].touched_at.astimezone(),
                closed=row.touched if row.standing is Standing.CLOSED else None,
                released=_local(metas[row.id].released_at),
                agreed_until=row.next_on,
            )
            for row in rows
            if row.id in metas
        )

    def inputs(self, conversation: Conversation, knowledge: Knowledge) -> Inputs:
        """Return what papers know of a talk."""
        reader = self._door.reader
        return Inputs(
            knowledge=knowledge,
            conversation=conversation,
            picture=knowledge.picture(conversation),
            wording=self._wording,
            settings={key: reader.setting(key) or "" for key in SETTINGS},
            templates=self._resources / "templates",
            fonts=self._resources / "fonts",
            trial=True,
        )

    def _read(self, talk: str) -> tuple[Conversation, Knowledge]:
        reader = self._door.reader
        with told():
            changes = [change_from_bytes(data) for data in reader.load(talk)]
            knowledge = self._shelf.for_pins(reader.content_of(talk), reader)
        return fold(ConversationId(talk), changes), knowledge

    def _corrections(self, talk: str) -> tuple[Correction, ...]:
        if self._door.read_only is not None:
            return ()
        with told():
            found = self._door.log.events(talk=talk, codes=frozenset({EventCode.TALK_CORRECTED}))
        return tuple(Correction(at=event.at.astimezone(), reason=event.reason) for _, event in reversed(found))


def _local(moment: datetime.datetime | None) -> datetime.datetime | None:
    return None if moment is None else moment.astimezone()
