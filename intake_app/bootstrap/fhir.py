"""A talk to another system and back, as FHIR: what the person lets a recipient read, and nothing that stays inside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.advice.chosen import with_copy
from intake_app.bootstrap.talks import Talks
from intake_app.conversation.replay import as_changes
from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.fhir.bundle import write_bundle
from intake_app.exchange.fhir.loading import LARGEST
from intake_app.exchange.fhir.pieces import Basis
from intake_app.exchange.fhir.read_bundle import read_bundle
from intake_app.exchange.file_guard import check_size
from intake_app.export.leaving import leaving, never_named
from intake_app.practice.rights import Action

if TYPE_CHECKING:
    from intake_app.content.load_wording import Wording
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.model import Conversation
    from intake_app.conversation.session import Session
    from intake_app.export.views import Inputs


def basis_of(knowledge: Knowledge, wording: Wording) -> Basis:
    """Return what a bundle is written with and read against; its words are Dutch."""
    return Basis(knowledge=knowledge, never_named=never_named(knowledge), say=lambda key: wording.text(key, "nl"))


def fhir_of(inputs: Inputs, recipient: str, wording: Wording) -> bytes:
    """Return a talk as a Bundle for a recipient; raises `ProblemsError` `consent_missing` without their consent."""
    return write_bundle(leaving(inputs, recipient), basis_of(inputs.knowledge, wording))


def read_file(file: Path, where: str, largest: int = LARGEST) -> bytes:
    """Return what a file holds, at most `largest` bytes; `where` names it in problems.

    Raises:
        ProblemsError: `file_unreadable`, `file_empty`, `file_too_large`.
    """
    check_size(file, where, largest)
    try:
        return file.read_bytes()
    except OSError:
        raise ProblemsError((problem("file_unreadable", where),)) from None


class DataForOthers(Talks):
    """Talks, with their way to another system and back."""

    def fhir(self, session: Session, recipient: str) -> bytes:
        """Make the data of a talk for a recipient; it left only when `released` says so."""
        self._guard.permit(Action.PAPER, session.conversation.id)
        inputs = self._archivist.inputs(session.conversation, session.knowledge)
        return fhir_of(inputs, recipient, self._loaded.content.wording)

    def read_talk(self, path: str) -> Conversation:
        """Read a talk from a bundle that this program made with the content of now; raises `ProblemsError`."""
        file = Path(path)
        basis = basis_of(self._shelf.newest, self._loaded.content.wording)
        return read_bundle(read_file(file, file.name), file.name, basis)

    def take_in(self, found: Conversation) -> Session:
        """Begin a talk that goes on from what was read; raises `ProblemsError`."""
        directory = self._shelf.newest.supply.directory
        whole = replace(found, choices=tuple(with_copy(each, None, directory) for each in found.choices))
        opened = found.opened if found.opened.tzinfo is not None else self._clock.now()
        return self.begin(as_changes(whole, opened))
