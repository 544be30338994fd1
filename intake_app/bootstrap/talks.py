"""The talks of the desk: the list, beginning one, opening one, and removing one that was a mistake."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from intake_app.bootstrap.desk_base import DeskBase
from intake_app.bootstrap.journal import StoreJournal
from intake_app.bootstrap.keeping import TalkKeeper
from intake_app.bootstrap.problems import told
from intake_app.conversation import changes as c
from intake_app.conversation.session import Session, too_young
from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action, Relation
from intake_app.storage.mapping import change_from_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from intake_app.conversation.desk import ConversationRow
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.export.views import Inputs
    from intake_app.practice.guard import Permit
    from intake_app.questionnaire.situation import Situation
    from intake_app.storage.repository import ConversationStore


class Talks(DeskBase):
    """Everything about talks that asks a right, and is logged."""

    def rows(self) -> tuple[ConversationRow, ...]:
        """Return the talks that this user may read and that can be read, newest first."""
        self._door.settle()
        self._door.look_again()
        me = self._door.me
        if me is None or not me.reads_content:
            self._door.reader  # noqa: B018  locked is told, no right to content is an empty list
            return ()
        self._sitting.reading(me, lambda: self._door.note(self._door.recorder.event(EventCode.LIST_READ)))
        with told():
            rows = self._door.reader.rows()
        may = {relation: self._guard.may_at(Action.READ, relation) for relation in Relation}
        glasses = {each.talk for each in self._guard.open_glasses()}
        relations, other = self._door.relations, Relation.OTHER
        return self._archivist.listed(row for row in rows if may[relations.get(row.id, other)] or row.id in glasses)

    def start(self, situation: Situation) -> Session:
        """Begin a talk."""
        wrong = too_young(situation)
        if wrong is not None:
            raise ProblemsError((wrong,))
        return self.begin((c.Opened(situation=situation, at=self._clock.now()),))

    def begin(self, changes: Sequence[c.Change]) -> Session:
        """Begin a talk from its first changes."""
        id_, now = ConversationId(uuid.uuid4().hex), self._clock.now()
        given = self._guard.permit(Action.START).about(id_)
        self._stock.refresh()
        store, knowledge, pins = self._door.store, self._shelf.newest, self._shelf.pins()
        made = self._door.recorder.event(EventCode.TALK_STARTED, given)
        me = store.keys.user_id
        self._door.relations[id_] = Relation.OWN
        self._door.writer.submit(lambda: store.start(id_, now, pins, holder=me, events=(made,)), must=True)
        journal = self._journal(store, knowledge, given)
        session = Session(id_, knowledge, journal, self._clock, changes)
        journal.keep(0, session.changes, session.conversation)
        return session

    def open(self, id_: ConversationId) -> Session:
        """Open a talk where it was left; who may only read it gets one that takes no changes."""
        self._door.settle()
        given = self._guard.permit(Action.READ, id_)
        self._door.note(self._door.recorder.event(EventCode.TALK_READ, given))
        self._stock.refresh()
        reader = self._door.reader
        with told():
            changes = [change_from_bytes(data) for data in reader.load(id_)]
            knowledge = self._shelf.for_pins(reader.content_of(id_), reader)
        if self._door.read_only is not None or not self._guard.may(Action.CHANGE, id_):
            return Session(id_, knowledge, None, self._clock, changes)
        given = self._guard.permit(Action.CHANGE, id_)
        return Session(id_, knowledge, self._journal(self._door.store, knowledge, given), self._clock, changes)

    def freshen(self, session: Session) -> None:
        """Have a talk go on with the sociale kaart as it is now; where it cannot be read, with what it had."""
        with suppress(ProblemsError):
            self._stock.refresh()
        session.restock(self._shelf.newest.supply.directory)

    def remove(self, id_: ConversationId) -> None:
        """Remove a talk of today that was a mistake; an older one goes by a request for erasure."""
        self._door.settle_all()
        given, now = self._guard.permit(Action.REMOVE, id_), self._clock.now()
        with told():
            began = next((each.created_at for each in self._door.store.conversations_meta() if each.id == id_), None)
            if began is not None and began.astimezone().date() != now.date():
                raise ProblemsError((problem("remove_only_today"),))
            made = self._door.recorder.event(EventCode.TALK_REMOVED, given)
            self._door.store.delete(id_, now, "removed", events=(made,))
            self._door.keep_gone((id_,))

    def _journal(self, store: ConversationStore, knowledge: Knowledge, given: Permit) -> StoreJournal:
        def inputs(talk: Conversation) -> Inputs:
            return self._archivist.inputs(talk, knowledge)

        keeper = TalkKeeper(store, given, self._door.recorder, self._guard, inputs)
        return StoreJournal(store, self._door.writer, knowledge, self._clock, keeper)
