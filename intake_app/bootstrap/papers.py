"""The papers of a talk, and the text for the journal: made on request, logged when they leave the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.bootstrap.desk_base import DeskBase
from intake_app.bootstrap.problems import told
from intake_app.conversation.desk import JOURNAL, Paper
from intake_app.core.problems import ProblemsError
from intake_app.export import documents
from intake_app.export.soep import soep
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action
from intake_app.storage.problems import StoreProblem

if TYPE_CHECKING:
    from intake_app.conversation.session import Session


class Papers(DeskBase):
    """What can be shown and given of a talk."""

    def papers(self, session: Session) -> tuple[Paper, ...]:
        """Return the papers of a talk."""
        found = documents.papers(session.knowledge, session.conversation, session.picture)
        return tuple(Paper(id=each.id, file_name=each.file_name, locked_by=each.locked_by) for each in found)

    def pdf(self, session: Session, paper: str, *, large: bool = False) -> bytes:
        """Make a paper to look at."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        locked = next(each.locked_by for each in self.papers(session) if each.id == paper)
        if locked:
            raise ProblemsError(locked)
        return documents.pdf(
            paper, self._archivist.inputs(session.conversation, session.knowledge), large=large, language=self.language
        )

    def journal_text(self, session: Session) -> str:
        """Return the SOEP text."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        return soep(self._archivist.inputs(session.conversation, session.knowledge), self.language)

    def released(self, session: Session, what: str) -> None:
        """Record that a paper was saved or printed, or the text for the journal copied (`JOURNAL`)."""
        talk = session.conversation.id
        given = self._guard.permit(Action.PAPER, talk)
        code = EventCode.JOURNAL_COPIED if what == JOURNAL else EventCode.PAPER_MADE
        made = self._door.recorder.event(code, given, about=what)
        if self._door.read_only is not None:
            self._door.note(made)
            return
        store, now = self._door.store, self._clock.now()
        try:
            store.mark_released(talk, now, events=(made,))
        except StoreProblem:  # it left already: what cannot be written now waits with all other work
            self._door.writer.submit(lambda: store.mark_released(talk, now, events=(made,)), must=True)

    def setting(self, key: str) -> str:
        """Return a setting of the practice."""
        with told():
            return self._door.reader.setting(key) or ""
