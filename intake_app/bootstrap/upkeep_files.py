"""The sociale kaart, in from files and out to them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.problems import told
from intake_app.bootstrap.stock import FEW
from intake_app.content.load import collector_at_rest
from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.documents.own_taxonomy import taxonomy_records
from intake_app.directory.import_plan import Format
from intake_app.directory.importing.plan import changes_of, plan_of
from intake_app.practice.rights import Action
from intake_app.practice.upkeep import BatchKind
from intake_app.storage.directory_batch import NewBatch

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from intake_app.advice.kinds import OptionKind
    from intake_app.bootstrap.door import StoreDoor
    from intake_app.bootstrap.guard import Guard
    from intake_app.bootstrap.stock import Stock
    from intake_app.conversation.ports import Clock
    from intake_app.core.ids import ServiceId
    from intake_app.directory.checks import Check
    from intake_app.directory.import_plan import ImportPlan, Incoming
    from intake_app.directory.model import Service
    from intake_app.directory.records import Key, RecordChange
    from intake_app.exchange.service_table_columns import TableWords
    from intake_app.practice.upkeep import BatchLine, Progress

TOLD_EVERY = 500
"""Records between two words about how far it is."""
_READING, _ALL = 7, 8
"""Of eight parts of the time, seven go into reading a file and one into comparing. Source: measured at 100,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpkeepParts:
    """What the upkeep of the sociale kaart works with; its words are those of the language of the screen."""

    door: StoreDoor
    guard: Guard
    clock: Clock
    stock: Stock
    kinds: tuple[OptionKind, ...]
    leaflet: Callable[[Sequence[Service], datetime.date], bytes]
    words: Callable[[str], str]
    table_words: Callable[[], TableWords]


class DirectoryFiles:
    """Reads, compares, takes in and writes lists."""

    def __init__(self, parts: UpkeepParts) -> None:
        """Work on the store behind the door."""
        self._door, self._guard, self._clock, self._stock = parts.door, parts.guard, parts.clock, parts.stock
        self.kinds, self._leaflet, self._words = parts.kinds, parts.leaflet, parts.words
        self._table_words = parts.table_words

    def read_file(self, path: str, progress: Progress, *, whole_list: bool = False) -> ImportPlan:
        """Read a file and work out what it would do."""
        self._guard.permit(Action.DIRECTORY)
        with collector_at_rest():
            incoming = self._read(Path(path), _part(progress, 0, _READING))
            here, services = self._stock.all_records(), self._stock.services()
            compared, shipped = _part(progress, _READING, _ALL), self._stock.shipped
            return plan_of(incoming, here, services, whole_list=whole_list, shipped=shipped, progress=compared)

    def take_in(self, plan: ImportPlan, answers: Mapping[str, str], progress: Progress) -> BatchLine | None:
        """Do what the plan says."""
        with collector_at_rest():
            changes = changes_of(plan, answers, self._stock.all_records())
            total = len(plan.incoming.records)
            return self._write(_counted(changes, total, progress), BatchKind.IMPORT, plan.incoming.source)

    def write_file(self, path: str, format_: Format, ids: Sequence[ServiceId] | None, progress: Progress) -> None:
        """Write entries to a file."""
        from intake_app.exchange import hsds_csv_out, hsds_json_out, service_table, vcard  # noqa: PLC0415

        chosen = None if ids is None else frozenset(ids)
        with _written(path):
            if format_ in {Format.HSDS_JSON, Format.HSDS_CSV}:
                records = self._stock.all_records(chosen)
                records.update(taxonomy_records(self.kinds))
                is_json = format_ is Format.HSDS_JSON
                write = hsds_json_out.write_hsds_json if is_json else hsds_csv_out.write_hsds_csv
                write(Path(path), records, progress)
                return
            services = [each for each in self._stock.services() if chosen is None or each.id in chosen]
            if format_ is Format.VCARD:
                vcard.write_vcards(Path(path), services)
            else:
                service_table.write_table(Path(path), format_, services, self._table_words(), progress)

    def write_template(self, path: str, format_: Format) -> None:
        """Write the empty table to fill in."""
        from intake_app.exchange import service_table  # noqa: PLC0415

        with _written(path):
            service_table.write_template(Path(path), format_, self._table_words())

    def _read(self, path: Path, progress: Progress) -> Incoming:
        """Read a file by what its name says it is."""
        from intake_app.exchange import hsds_csv, hsds_json, service_table  # noqa: PLC0415  most days bring no list

        ending = path.suffix.casefold()
        if ending == ".json":
            return hsds_json.read_hsds_json(path, progress)
        if ending == ".zip" or path.is_dir():
            return hsds_csv.read_hsds_csv(path, progress)
        return service_table.read_table(path, self._table_words(), self._now().date(), progress)

    def _write(
        self,
        changes: Iterable[RecordChange],
        kind: BatchKind,
        about: str,
        *,
        check: Check | None = None,
        moved: Mapping[str, str] | None = None,
    ) -> BatchLine | None:
        """Write a change; None where there is nothing to write."""
        batch = self._batch(kind, about)
        rest = iter(changes)
        first = tuple(islice(rest, 1))
        if not first and check is None and not moved:
            return None
        keys: list[Key] = []
        with told():
            written = _noted(chain(first, rest), keys)
            line = self._door.store.write_directory(batch, written, check=check, moved=moved or {})
        self._stock.changed(keys)
        return line

    def _batch(self, kind: BatchKind, about: str) -> NewBatch:
        self._guard.permit(Action.DIRECTORY)
        return NewBatch(at=self._now(), user_id=self._door.store.keys.user_id, who=self._who(), kind=kind, about=about)

    def _now(self) -> datetime.datetime:
        return self._clock.now()

    def _who(self) -> str:
        me = self._door.me
        return "" if me is None else me.name


@contextmanager
def _written(path: str) -> Iterator[None]:
    """Say where a file could not be written, and what to do."""
    try:
        yield
    except OSError:
        raise ProblemsError((problem("file_not_written", Path(path).name),)) from None


def _part(progress: Progress, first: int, last: int) -> Progress:
    """Return what takes the progress of some of the parts of a work for that of the whole."""
    return lambda done, whole: progress(first * whole + (last - first) * done, _ALL * whole)


def _noted(changes: Iterable[RecordChange], keys: list[Key]) -> Iterator[RecordChange]:
    """Hand changes on, and note which records they are of, until they are too many to be taken over one by one."""
    for change in changes:
        if len(keys) <= FEW:
            keys.append((change.kind, change.id))
        yield change


def _counted(changes: Iterable[RecordChange], total: int, progress: Progress) -> Iterator[RecordChange]:
    """Hand changes on, and say now and then how far it is; who is told to stop undoes all of it."""
    for number, change in enumerate(changes):
        if number % TOLD_EVERY == 0 and not progress(min(number, total), total):
            raise ProblemsError((problem("exchange_stopped"),))
        yield change
