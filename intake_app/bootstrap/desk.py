"""The desk of one computer: the store behind a pass phrase, the talks in it, and their papers."""

from __future__ import annotations

import tempfile
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING

from intake_app.bootstrap.foresight import Foresights
from intake_app.bootstrap.journal import StoreJournal, row_from
from intake_app.conversation import changes as c
from intake_app.conversation.desk import SETTINGS, ConversationRow, Paper, SaveState, SaveStatus
from intake_app.conversation.session import Session, too_young
from intake_app.core.ids import ConversationId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.export import documents
from intake_app.export.soep import soep
from intake_app.export.views import Inputs
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.opening import create_store, open_store, store_exists
from intake_app.storage.problems import StoreProblem
from intake_app.storage.writer import Writer, WriterState, WriterStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from intake_app.bootstrap.knowledge import Shelf
    from intake_app.content.last_clean import Loaded
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.ports import Clock
    from intake_app.core.text import Language
    from intake_app.questionnaire.situation import Situation
    from intake_app.storage.repository import ConversationStore
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.what_if import Said

PATIENCE_SECONDS = 5
STATUSES = {
    WriterStatus.IDLE: SaveStatus.SAVED,
    WriterStatus.SAVED: SaveStatus.SAVED,
    WriterStatus.BUSY: SaveStatus.BUSY,
    WriterStatus.FAILED: SaveStatus.FAILED,
}


def as_problem(found: StoreProblem) -> Problem:
    """Translate a problem of the store into one that the wording files know."""
    return problem(f"store_{found.code.value}", "", **dict(found.values))


def _day(iso: str) -> str:
    """Return a day of the form 2026-11-22 as 22-11-2026."""
    return "-".join(reversed(iso.split("-")))


class StoreDoor:
    """Opens and closes the store, and says where the last change is."""

    def __init__(self, path: Path, shelf: Shelf, clock: Clock) -> None:
        """Use the store at `path`; nothing is opened yet."""
        self.path, self._shelf, self._clock = path, shelf, clock
        self._store: ConversationStore | None = None
        self._writer: Writer | None = None
        self._told: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open."""
        return self._store is not None

    @property
    def store(self) -> ConversationStore:
        """The open store; raises `ProblemsError` while it is locked."""
        if self._store is None:
            raise ProblemsError((problem("store_locked"),))
        return self._store

    @property
    def writer(self) -> Writer:
        """The writing thread; raises `ProblemsError` while the store is locked."""
        if self._writer is None:
            raise ProblemsError((problem("store_locked"),))
        return self._writer

    def open(self, passphrase: str, *, fresh: bool) -> None:
        """Make or open the store and start its writer."""
        try:
            store = create_store(self.path, passphrase) if fresh else open_store(self.path, passphrase)
            self._shelf.keep_in(store)
        except StoreProblem as error:
            raise ProblemsError((as_problem(error),)) from None
        self._store, self._writer = store, Writer(self._clock.now, self._tell)

    def close(self) -> None:
        """Wait for what is being written, then close. What cannot be written keeps the store open."""
        if self._writer is not None and self._store is not None:
            self.settle()
            if self._writer.state.status is WriterStatus.FAILED:
                raise ProblemsError((problem("store_not_saved"),))
            self._writer.close()
            self._store.close()
        self._store = self._writer = None

    def settle(self) -> None:
        """Wait until everything asked for is written; what cannot be written does not hold it up."""
        if self._writer is not None and self._writer.state.status is not WriterStatus.FAILED:
            with suppress(StoreProblem, TimeoutError):
                self._writer.submit(int).result(timeout=PATIENCE_SECONDS)

    def state(self) -> SaveState:
        """Return where the last change is."""
        state = WriterState() if self._writer is None else self._writer.state
        wrong = None if state.problem is None else as_problem(state.problem)
        at = None if state.saved_at is None else state.saved_at.astimezone()
        return SaveState(status=STATUSES[state.status], at=at, problem=wrong)

    def on_saved(self, told: Callable[[], None]) -> None:
        """Have `told` called on each new state."""
        self._told.append(told)

    def _tell(self, _: WriterState) -> None:
        for told in self._told:
            told()


class LocalDesk:
    """The desk on this computer; see `conversation.desk.Desk` for what each call means."""

    def __init__(self, loaded: Loaded, shelf: Shelf, door: StoreDoor, clock: Clock, resources: Path) -> None:
        """Put the parts together; nothing is opened yet."""
        self._loaded, self._shelf, self._door, self._clock = loaded, shelf, door, clock
        self._resources = resources
        self._foresights = Foresights(loaded.content.source.part("population"))
        self.language: Language = "nl"
        self.folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def knowledge(self) -> Knowledge:
        """What new talks are held with."""
        return self._shelf.newest

    @property
    def is_open(self) -> bool:
        """Tell whether the store is open."""
        return self._door.is_open

    @property
    def is_demo(self) -> bool:
        """Tell whether the store lies in a folder that goes away with this desk."""
        return self.folder is not None

    @property
    def is_new(self) -> bool:
        """Tell whether there is no store yet."""
        return not store_exists(self._door.path)

    @property
    def is_trial(self) -> bool:
        """Tell that the content carries no release by two reviewers: true for every content of this version."""
        return True

    @property
    def is_certified(self) -> bool:
        """Tell whether the newest content is covered by its certificate."""
        return self._shelf.newest.is_certified

    @property
    def certificate_lines(self) -> tuple[str, ...]:
        """The certificate of the newest content in words."""
        found = self._loaded.content.certificate
        if found is None:
            return (self.text("certificate.none"),)
        if not self.is_certified:
            return (self.text("certificate.other_content", day=_day(found.date)),)
        return (
            self.text("certificate.proved", count=str(len(found.proved)), day=_day(found.date)),
            self.text("certificate.solver", solver=found.solver),
        )

    @property
    def content_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the newest content."""
        return self._loaded.problems

    def create(self, passphrase: str) -> None:
        """Make the store."""
        self._door.open(passphrase, fresh=True)

    def unlock(self, passphrase: str) -> None:
        """Open the store."""
        self._door.open(passphrase, fresh=False)

    def lock(self) -> None:
        """Save, close the store and forget its keys."""
        self._door.close()

    def rows(self) -> tuple[ConversationRow, ...]:
        """Return all talks that can be read, newest first."""
        self._door.settle()
        rows = self._door.store.rows()
        return tuple(row_from(row.id, row.summary) for row in rows if row.is_readable and row.summary)

    def start(self, situation: Situation) -> Session:
        """Begin a talk."""
        wrong = too_young(situation)
        if wrong is not None:
            raise ProblemsError((wrong,))
        return self.begin((c.Opened(situation=situation, at=self._clock.now()),))

    def begin(self, changes: Sequence[c.Change]) -> Session:
        """Begin a talk from its first changes."""
        id_, now = ConversationId(uuid.uuid4().hex), self._clock.now()
        store, knowledge, pins = self._door.store, self._shelf.newest, self._shelf.pins()
        self._door.writer.submit(lambda: store.start(id_, now, pins))
        journal = StoreJournal(store, self._door.writer, knowledge, self._clock)
        session = Session(id_, knowledge, journal, self._clock, changes)
        journal.keep(0, session.changes, session.conversation)
        return session

    def open(self, id_: ConversationId) -> Session:
        """Open a talk where it was left."""
        self._door.settle()
        store = self._door.store
        try:
            changes = [change_from_bytes(data) for data in store.load(id_)]
            knowledge = self._shelf.for_pins(store.content_of(id_), store)
        except StoreProblem as error:
            raise ProblemsError((as_problem(error),)) from None
        journal = StoreJournal(store, self._door.writer, knowledge, self._clock)
        return Session(id_, knowledge, journal, self._clock, changes)

    def remove(self, id_: ConversationId) -> None:
        """Delete a talk for good."""
        self._door.settle()
        try:
            self._door.store.delete(id_)
        except StoreProblem as error:
            raise ProblemsError((as_problem(error),)) from None

    def setting(self, key: str) -> str:
        """Return a setting of the practice."""
        return self._door.store.setting(key) or ""

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of the practice."""
        try:
            self._door.store.set_setting(key, value)
        except StoreProblem as error:
            raise ProblemsError((as_problem(error),)) from None

    def papers(self, session: Session) -> tuple[Paper, ...]:
        """Return the papers of a talk."""
        found = documents.papers(session.knowledge, session.conversation, session.picture)
        return tuple(Paper(id=each.id, file_name=each.file_name, locked_by=each.locked_by) for each in found)

    def pdf(self, session: Session, paper: str, *, large: bool = False) -> bytes:
        """Make a paper."""
        locked = next(each.locked_by for each in self.papers(session) if each.id == paper)
        if locked:
            raise ProblemsError(locked)
        return documents.pdf(paper, self._inputs(session), large=large, language=self.language)

    def journal_text(self, session: Session) -> str:
        """Return the SOEP text."""
        return soep(self._inputs(session), self.language)

    def look_ahead(self, knowledge: Knowledge, said: Said) -> Outlook:
        """Look ahead of what a talk holds."""
        return self._foresights.look(knowledge, said)

    def save_state(self) -> SaveState:
        """Return where the last change is."""
        return self._door.state()

    def on_saved(self, told: Callable[[], None]) -> None:
        """Have `told` called whenever the save state changes."""
        self._door.on_saved(told)

    def retry(self) -> None:
        """Try again to write."""
        self._door.writer.retry()

    def text(self, key: str, **values: str) -> str:
        """Return a text of the wording files."""
        return self._loaded.content.wording.text(key, self.language, **values)

    def problem_text(self, found: Problem) -> str:
        """Return a problem in words."""
        return self._loaded.content.wording.of_problem(found, self.language)

    def _inputs(self, session: Session) -> Inputs:
        return Inputs(
            knowledge=session.knowledge,
            conversation=session.conversation,
            picture=session.picture,
            wording=self._loaded.content.wording,
            settings={key: self.setting(key) for key in SETTINGS},
            templates=self._resources / "templates",
            fonts=self._resources / "fonts",
            trial=self.is_trial,
        )
