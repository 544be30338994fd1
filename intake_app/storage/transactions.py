"""Transactions on the store: one that reads sees one moment, one that writes takes its events of the log along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from intake_app.practice.audit import Event
from intake_app.storage.engine import writing
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.log import append
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.sealing import Sealer


class Transactions:
    """Transactions on one opened database, with its keys. Any thread may begin one."""

    def __init__(self, engine: Engine, keys: Keys) -> None:
        """Join an open database with its keys."""
        self.engine, self.keys = engine, keys
        self._writing = writing(engine)
        self._is_closed = False

    def close(self) -> None:
        """Let go of the connections with their key; whoever still asks for one is refused."""
        self._is_closed = True
        self.engine.dispose()

    @contextmanager
    def read(self, where: str, values: dict[str, str] | None = None) -> Iterator[Connection]:
        """Read the store as it is at one moment."""
        self._refuse_closed(where)
        with database_problems(where, values), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(
        self, where: str, values: dict[str, str] | None = None, events: Sequence[Event] = ()
    ) -> Iterator[Connection]:
        """Write; at the end the events go into the log, so that both are on the disk or neither is."""
        self._refuse_closed(where)
        with database_problems(where, values), self._writing.begin() as connection:
            yield connection
            append(connection, self.keys.log_key, events)

    def _refuse_closed(self, where: str) -> None:
        if self._is_closed:
            raise StoreProblem(StoreCode.LOCKED, where)


class Room:
    """A part of the store; all parts write by the same transactions."""

    def __init__(self, transactions: Transactions) -> None:
        """Read and write by these transactions."""
        self.transactions = transactions
        self._sealer = Sealer(transactions.keys.content_key)
