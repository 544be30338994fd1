"""The papers of a talk, and the text for the journal: made on request, logged when they leave the program."""

from __future__ import annotations

import secrets
from functools import cached_property
from typing import TYPE_CHECKING

from intake_app.bootstrap.desk_base import DeskBase
from intake_app.bootstrap.problems import told
from intake_app.conversation.desk import JOURNAL, CodeRow, Paper, SealedCopy
from intake_app.core.problems import ProblemsError, problem
from intake_app.export import documents
from intake_app.export.consented import held_items
from intake_app.export.icpc import fitting
from intake_app.export.making import name_of
from intake_app.export.soep import soep
from intake_app.export.views import speech
from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Action
from intake_app.storage.problems import StoreProblem

if TYPE_CHECKING:
    from intake_app.conversation.consent import HeldItem
    from intake_app.conversation.session import Session
    from intake_app.core.text import Language
    from intake_app.questionnaire.model import Mode
    from intake_app.triage.codes import RecordCode


class Papers(DeskBase):
    """What can be shown and given of a talk."""

    def papers(self, session: Session) -> tuple[Paper, ...]:
        """Return the papers of a talk."""
        found = documents.papers(session.knowledge, session.conversation, session.picture)
        return tuple(
            Paper(
                id=each.id,
                file_name=each.file_name,
                locked_by=each.locked_by,
                reader=each.reader.value,
                about=each.about,
                recipient=each.recipient,
            )
            for each in found
        )

    def pdf(self, session: Session, paper: str, *, large: bool = False, spoken: str = "") -> bytes:
        """Make a paper to look at; in a language of the person, what is not translated is in Dutch."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        locked = next(each.locked_by for each in self.papers(session) if each.id == paper)
        if locked:
            raise ProblemsError(locked)
        inputs = self._archivist.inputs(session.conversation, session.knowledge)
        if not spoken:
            return documents.pdf(paper, inputs, large=large, language=self.language)
        known = next((each for each in self.spoken_languages if each.code == spoken), None)
        if known is None:
            raise ProblemsError((problem("language_not_on_paper"),))
        return documents.pdf(paper, inputs, large=large, language="nl", spoken=known)

    def sealed_copy(self, paper: bytes) -> SealedCopy:
        """Return a copy of a paper that was made, behind a new password; neither is kept."""
        from intake_app.export.pdf.secret import make_password, sealed  # noqa: PLC0415 - loads when one is made

        password = make_password(secrets.randbelow)
        return SealedCopy(data=sealed(paper, password), password=password)

    @cached_property
    def _codes(self) -> tuple[RecordCode, ...]:
        from intake_app.content.load_codes import codes_of  # noqa: PLC0415 - read when the journal is looked at

        return codes_of(self._resources, self._loaded.content.questionnaire)

    def journal_codes(self, session: Session) -> tuple[CodeRow, ...]:
        """Return the codes that fit what was said."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        inputs = self._archivist.inputs(session.conversation, session.knowledge)
        found = fitting(self._codes, inputs, self.language)
        return tuple(
            CodeRow(id=each.id, name=each.name, why=each.why, is_confirmed=each.is_confirmed) for each in found
        )

    def journal_text(self, session: Session, codes: frozenset[str] = frozenset()) -> str:
        """Return the SOEP text, with those of `codes` that still fit."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        inputs = self._archivist.inputs(session.conversation, session.knowledge)
        ticked = [each.id for each in self.journal_codes(session) if each.id in codes] if codes else []
        return soep(inputs, self.language, ticked)

    def held_items(self, session: Session) -> tuple[HeldItem, ...]:
        """Return what stays inside unless it is released to a recipient."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        inputs = self._archivist.inputs(session.conversation, session.knowledge)
        return held_items(inputs, speech(inputs, self.language))

    def questionnaire_form(self, mode: Mode, language: Language, *, for_person: bool, large: bool = False) -> bytes:
        """Make the newest questionnaire to fill in by hand; it holds nothing of anybody, so everybody may."""
        from intake_app.export.questionnaire_form import questionnaire_form_pdf  # noqa: PLC0415 - seldom asked for
        from intake_app.export.views_form_routes import Form  # noqa: PLC0415

        form = Form(questionnaire=self.knowledge.questionnaire, mode=mode, for_person=for_person)
        return questionnaire_form_pdf(form, self._archivist.press, language, large=large)

    def released(self, session: Session, what: str) -> None:
        """Record that a paper was saved or printed, or the text for the journal copied (`JOURNAL`).

        The log tells which kind of paper it was, never to which organisation it goes.
        """
        talk = session.conversation.id
        given = self._guard.permit(Action.PAPER, talk)
        code = EventCode.JOURNAL_COPIED if what == JOURNAL else EventCode.PAPER_MADE
        made = self._door.recorder.event(code, given, about=name_of(what))
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
