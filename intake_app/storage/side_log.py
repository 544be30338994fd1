"""What a program that only reads has to log: it writes nothing into the store, so it leaves sealed notes beside it.

One file for each event, whole or not there. The next program that writes takes them into the log.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, select

from intake_app.practice.audit import Event, event_from
from intake_app.storage.keys import Keys
from intake_app.storage.private_files import file_problems, sync_folder, write_privately
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import LOG
from intake_app.storage.transactions import Transactions

NOTED_AS = "noted_as"
"""In the detail of an event: the note it came by, so that it is taken in once only."""

_SEEN, _UNREAD = ".seen-", ".unread-"
_PURPOSE = b"intake side log 1"
_ID_BYTES = 16
_ID_DIGITS = 2 * _ID_BYTES
_NONCE_BYTES = 12


def note(store: Path, keys: Keys, event: Event) -> None:
    """Leave an event beside the store; on return it is on the disk.

    Raises:
        StoreProblem: what the disk refuses.
    """
    name = secrets.token_hex(_ID_BYTES)
    body = replace(event, detail={**event.detail, NOTED_AS: name}).body()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    with file_problems("log"):
        write_privately(_place(store, name), nonce + _cipher(keys).encrypt(nonce, body, name.encode("ascii")))


def take_in(store: Path, transactions: Transactions) -> tuple[StoreProblem, ...]:
    """Bring what was noted into the log, then remove the notes; says which of them cannot be read.

    Broken off between the two, the notes are found again and known by their ids. One that cannot be read is put
    aside, and told this once.

    Raises:
        StoreProblem: what the disk or the database refuses; the notes stay.
    """
    found = {name: _opened(path, name, transactions.keys) for name, path in _notes(store)}
    events = [event for event in found.values() if event is not None]
    with transactions.read("log") as connection:
        fresh = [event for event in events if not _is_known(connection, event)]
    if fresh:
        with transactions.write("log", events=sorted(fresh, key=lambda event: event.at)):
            pass
    with file_problems("log"):
        for name, event in found.items():
            path = _place(store, name)
            path.replace(store.with_name(f"{store.name}{_UNREAD}{name}")) if event is None else path.unlink()
        if found:
            sync_folder(store.parent)
    return tuple(StoreProblem(StoreCode.NOTE_UNREADABLE, "log") for event in found.values() if event is None)


def move_notes(store: Path, kept: Path) -> None:
    """Have the notes of a store that got another name go along with it; raises StoreProblem as the disk refuses."""
    with file_problems("log"):
        for name, path in _notes(store):
            path.replace(_place(kept, name))


def _notes(store: Path) -> list[tuple[str, Path]]:
    """Every whole note beside the store, by its id; one that is being written has another name."""
    start = f"{store.name}{_SEEN}"
    found = ((path.name.removeprefix(start), path) for path in store.parent.iterdir() if path.name.startswith(start))
    return sorted((name, path) for name, path in found if len(name) == _ID_DIGITS)


def _opened(path: Path, name: str, keys: Keys) -> Event | None:
    with suppress(InvalidTag, ValueError, KeyError, TypeError, IndexError, AttributeError), file_problems("log"):
        sealed = path.read_bytes()
        event = event_from(_cipher(keys).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], name.encode("ascii")))
        return event if event.detail.get(NOTED_AS) == name else None
    return None


def _is_known(connection: Connection, event: Event) -> bool:
    same = select(LOG.c.body).where(LOG.c.at == event.at.replace(microsecond=0), LOG.c.user_id == event.actor.id)
    mark = event.detail[NOTED_AS].encode("ascii")
    return any(mark in body for body in connection.scalars(same))


def _place(store: Path, name: str) -> Path:
    return store.with_name(f"{store.name}{_SEEN}{name}")


def _cipher(keys: Keys) -> AESGCM:
    return AESGCM(keys.mark_of(_PURPOSE))
