"""A program on a store that can be slowed down, killed, and looked at from outside."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec
from sqlalchemy import Engine

from intake_app.advice.plan import Choice, Decision
from intake_app.bootstrap.desk import LocalDesk
from intake_app.bootstrap.keeper import Keeper
from intake_app.bootstrap.local import desk_of
from intake_app.bootstrap.places import Places
from intake_app.content.last_clean import Loaded
from intake_app.content.locate import resources_dir
from intake_app.conversation import changes as c
from intake_app.conversation.model import Conversation, Wish
from intake_app.conversation.ports import Clock
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId, KindId, QuestionId
from intake_app.practice.chain import Anchor, ChainCheck
from intake_app.practice.persons import ErasureRequest
from intake_app.questionnaire.answers import Given
from intake_app.storage.backup import backup_folder
from intake_app.storage.engine import open_to_look
from intake_app.storage.keys import Keys, anchor_of
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.places import ring_path
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import read_ring
from tests.drills.store_model import CLOSED, YES, Thing


class Idle(Keeper):
    """Does nothing by itself: a copy falls where a rule says so."""

    def start(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDisk:
    """What is in the store, whoever has it open."""

    talks: dict[ConversationId, list[c.Change]]
    holders: dict[str, dict[str, str]]
    gone: set[str]
    requests: dict[str, tuple[str, str]]
    log: ChainCheck


class Program:
    """The program on the store in a folder."""

    def __init__(self, folder: Path, loaded: Loaded, clock: Clock) -> None:
        """Start it; the store is locked."""
        self.folder, self._loaded, self._clock = folder, loaded, clock
        self.path = folder / "a.db"
        self.desk = self._another()
        self._let_go: threading.Event | None = None
        self._outside: Engine | None = None

    @cached_property
    def second(self) -> LocalDesk:
        """Another program on the same store."""
        return self._another()

    def _another(self) -> LocalDesk:
        places = Places(resources=resources_dir(), store=self.path, last_clean=self.folder / "last.bin")
        made = desk_of(self._loaded, places, self._clock)
        made._keeper = Idle(made._door, made.office.copies)
        return made

    @property
    def copies(self) -> Path:
        """Where the copies lie."""
        return backup_folder(self.path)

    @property
    def is_held(self) -> bool:
        """Whether the disk lets nothing through now."""
        return self._let_go is not None

    def hold(self) -> None:
        """Have the disk let nothing through, until `go_on`."""
        begun, self._let_go = threading.Event(), threading.Event()
        let_go = self._let_go

        def wait() -> None:
            begun.set()
            let_go.wait()

        self.desk._door.writer.submit(wait)
        begun.wait()

    def go_on(self) -> None:
        """Let everything through that waits."""
        if self._let_go is not None:
            self._let_go.set()
            self._let_go = None
        self.rest()

    def rest(self) -> None:
        """Wait until everything was tried, and leave what the writing thread tells of it as it is."""
        self.desk._door.writer._pool.submit(int).result()

    def killed(self) -> Program:
        """Start anew on what was on the disk when the program was killed; what waited is lost."""
        folder = Path(tempfile.mkdtemp(dir=self.folder.parent))
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        self.end()
        return Program(folder, self._loaded, self._clock)

    def end(self) -> None:
        """Throw away what waits, end the threads, and take the folder away."""
        door = self.desk._door
        if door._writer is not None:
            door._writer._pool.shutdown(wait=False, cancel_futures=True)
            if self._let_go is not None:
                self._let_go.set()
            door._writer._pool.shutdown(wait=True)
            door.store.close()
        shutil.rmtree(self.folder)

    def look(self, keys: Keys, *known: Anchor) -> OnDisk:
        """Look at the store from outside; the log is checked against what is `known` of it, and what the ring knows."""
        ring = ring_path(self.path)
        if self._outside is None:
            self._outside = open_to_look(self.path, keys)
        try:
            store = ConversationStore(self._outside, keys)
            ids = [ConversationId(meta.id) for meta in store.conversations_meta()]
            requests = [msgspec.json.decode(payload, type=ErasureRequest) for _, _, payload in store.erasures()]
            return OnDisk(
                talks={id_: [change_from_bytes(data) for data in store.load(id_)] for id_ in ids},
                holders={id_: {who: relation.value for who, relation in store.holders(id_)} for id_ in ids},
                gone={id_ for id_, _, _ in store.gone()} | set(read_ring(ring).ring.gone),
                requests={each.id: (each.talks[0], each.decision.value) for each in requests},
                log=store.log.check([anchor_of(ring, keys), *known]),
            )
        finally:
            self._outside.dispose()  # only the connections: another store may take this one's place


def do(session: Session, thing: Thing, value: str | None) -> None:
    """Say something in a talk, or take it away."""
    match thing, value:
        case ("answer", name), None:
            session.clear(QuestionId(name))
        case ("answer", name), str():
            session.answer(QuestionId(name), value)
        case ("note", name), _:
            session.note(name, value or "")
        case ("wish", name), None:
            session.toggle_wish(name)
        case ("wish", name), str():
            session.wish(Wish(topic=name, text=value))
        case ("choice", name), None:
            session.drop_choice(name)
        case ("choice", name), str():
            session.choose(Choice(kind=KindId(name), decision=Decision.LATER, reason=value))
        case ("closed", _), None:
            session.reopen()
        case _:
            session.close()


def told(change: c.Change) -> tuple[object, ...]:
    """Tell a change in the words of the model (`as_told`)."""
    match change:
        case c.Opened():
            return "begun", None, None
        case c.Moved(place=place):
            return "moved", None, place
        case c.Undone(seq=seq):
            return "undo", seq
        case c.Redone(seq=seq):
            return "redo", seq
        case c.Settled(seq=seq, kept=kept):
            return "settled", seq, kept
        case c.Contested(change=waiting):
            return "contested", *told(waiting)[1:]
        case _:
            return "said", *_said(change)


def _said(change: c.Change) -> tuple[Thing, str | None]:
    match change:
        case c.Answered(question=question, value=value):
            return ("answer", question), None if value is None else str(value)
        case c.NoteWritten(about=about, text=text):
            return ("note", about), text or None
        case c.WishSet(wish=wish):
            return ("wish", str(wish.topic)), wish.text
        case c.WishDropped(topic=topic):
            return ("wish", topic), None
        case c.Chosen(choice=choice):
            return ("choice", choice.kind), choice.reason
        case c.ChoiceDropped(kind=kind):
            return ("choice", kind), None
        case c.Closed():
            return CLOSED, YES
        case c.Reopened():
            return CLOSED, None
        case _:
            raise AssertionError(change)


def stands(found: Conversation) -> dict[Thing, str]:
    """Return what stands in a talk, in the words of the model."""
    return {
        **{("answer", id_): str(each.value) for id_, each in found.answers.items() if isinstance(each, Given)},
        **{("note", about): text for about, text in found.notes.items()},
        **{("wish", str(wish.topic)): wish.text for wish in found.wishes},
        **{("choice", choice.kind): choice.reason for choice in found.choices},
        **({CLOSED: YES} if found.closed is not None else {}),
    }
