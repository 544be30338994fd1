"""An online copy of the database: of one moment, while others go on writing, under the same key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_app.practice.chain import Anchor
from intake_app.storage.engine import bare_connection
from intake_app.storage.faults import database_problems
from intake_app.storage.keys import Keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import SCHEMA_KEY

Progress = Callable[[int, int], bool]
"""Told how much is done, of how much; answers whether to go on."""

_PAGES_A_STEP = 256
_LOG = "log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """What a database holds at one moment: figures and fingerprints, nothing of what was said.

    Attributes:
        schema: the version of its tables.
        tables: the number of rows of each table.
        content: the fingerprints of the content sets that its conversations were held with.
        anchor: how far its log goes.
    """

    schema: int
    tables: Mapping[str, int]
    content: tuple[str, ...]
    anchor: Anchor


def copy_database(source: Path, target: Path, keys: Keys, progress: Progress) -> Census:
    """Copy the store as it is at this moment, and count it at that same moment.

    One transaction that reads stays open the whole time: what others write meanwhile neither shows nor makes
    the copying begin anew. The copy needs no log file beside it.

    Raises:
        StoreProblem: `backup_cancelled`, `damaged` when the store cannot be read whole, or what the disk refuses.
    """

    def told(_: int, remaining: int, total: int) -> None:
        if not progress(total - remaining, total):
            raise StoreProblem(StoreCode.BACKUP_CANCELLED, "backup")

    with closing(bare_connection(source, keys, to_read=True)) as reader, database_problems("backup"):
        reader.execute("BEGIN")
        counted = _count(reader)
        with closing(bare_connection(target, keys)) as writer:
            # What is half written is thrown away, and what is whole is brought to the disk by the caller. Nobody
            # else opens it: so no memory has to be shared, and the folder may lie on a stick or a network drive.
            writer.execute("PRAGMA locking_mode = EXCLUSIVE")
            writer.execute("PRAGMA journal_mode = OFF")
            writer.execute("PRAGMA synchronous = OFF")
            reader.backup(writer, pages=_PAGES_A_STEP, progress=told, sleep=0)
            writer.execute("PRAGMA journal_mode = DELETE").fetchall()
    return counted


def census(path: Path, keys: Keys) -> Census:
    """Count what a database holds; raises StoreProblem `damaged` when it cannot be read."""
    with closing(bare_connection(path, keys, to_read=True)) as connection, database_problems("store"):
        connection.execute("BEGIN")
        return _count(connection)


def _count(connection: Any) -> Census:  # noqa: ANN401  a library without type information
    """Only names that the database itself holds go into the statements."""
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    tables = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for name in sorted(row[0] for row in named.fetchall())
    }
    schema = connection.execute("SELECT value FROM meta WHERE key = ?", (SCHEMA_KEY,)).fetchone()
    if schema is None or not str(schema[0]).isdecimal():
        raise StoreProblem(StoreCode.DAMAGED, "store")
    pinned = connection.execute("SELECT DISTINCT fingerprint FROM conversation_content ORDER BY fingerprint")
    return Census(
        schema=int(schema[0]),
        tables=tables,
        content=tuple(row[0] for row in pinned.fetchall()),
        anchor=_anchor(connection) if _LOG in tables else Anchor(),
    )


def _anchor(connection: Any) -> Anchor:  # noqa: ANN401  a library without types
    newest = connection.execute("SELECT seq, seal FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return Anchor() if newest is None else Anchor(count=newest[0], head=newest[1])
