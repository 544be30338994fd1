"""What `directory …` does beside searching: lists in and out, the changes, and undoing one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import places
from intake_app.cli.store import passphrase_of, store_of, user_id_of
from intake_app.cli.words import WRONG_INPUT, printable, resources_of, tell
from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.import_plan import Format, Outcome

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from intake_app.bootstrap.desk import LocalDesk
    from intake_app.directory.import_plan import ImportPlan
    from intake_app.practice.upkeep import BatchLine

ENDINGS = {".json": Format.HSDS_JSON, ".zip": Format.HSDS_CSV, ".csv": Format.TABLE_CSV, ".xlsx": Format.TABLE_XLSX}
ENDINGS_OUT = {**ENDINGS, ".vcf": Format.VCARD}
"""What a file is, by the end of its name."""
_YES = frozenset({"j", "ja", "y", "yes"})


def import_file(asked: argparse.Namespace) -> int:
    """Show what a file would do; take it in when that is wanted. What is unsure is left out, and named."""
    with opened(asked) as desk:
        upkeep = desk.office.directory
        plan = upkeep.read_file(str(asked.file), _go_on, whole_list=asked.whole_list)
        tell(plan.incoming.problems, asked)
        _tell_plan(plan)
        if asked.dry_run:
            return 0
        if not asked.yes and not _is_confirmed():
            tell((problem("import_unconfirmed"),), asked)
            return WRONG_INPUT
        gone = {line.id: line.id for line in plan.lines if line.outcome is Outcome.GONE}
        _tell_batch(upkeep.take_in(plan, gone, _go_on))
    return 0


def export_file(asked: argparse.Namespace) -> int:
    """Write all entries to a file."""
    with opened(asked, to_read=True) as desk:
        desk.office.directory.write_file(str(asked.file), _format(asked, ENDINGS_OUT), None, _go_on)
        sys.stdout.write(f"{asked.file}\n")
    return 0


def template(asked: argparse.Namespace) -> int:
    """Write the empty table to fill in."""
    tables = {ending: each for ending, each in ENDINGS.items() if each in {Format.TABLE_CSV, Format.TABLE_XLSX}}
    made = make_desk(places(resources_of(asked), asked.store), asked.lang)
    made.office.directory.write_template(str(asked.file), _format(asked, tables))
    sys.stdout.write(f"{asked.file}\n")
    return 0


def calls(asked: argparse.Namespace) -> int:
    """List who to ring this week."""
    with opened(asked, to_read=True) as desk:
        for each in desk.office.directory.calls():
            names = "; ".join(service.name for service in each.services)
            sys.stdout.write(printable(f"{each.number or '-':<18}{each.organization}: {names}") + "\n")
    return 0


def changes(asked: argparse.Namespace) -> int:
    """List the changes of the sociale kaart, newest first."""
    with opened(asked, to_read=True) as desk:
        for line in desk.office.directory.batches():
            _tell_batch(line)
    return 0


def undo(asked: argparse.Namespace) -> int:
    """Undo a change, whole."""
    with opened(asked) as desk:
        _tell_batch(desk.office.directory.undo(asked.id))
    return 0


@contextmanager
def opened(asked: argparse.Namespace, *, to_read: bool = False) -> Iterator[LocalDesk]:
    """Open the store; `to_read` also beside a program that writes it."""
    store = store_of(asked)
    desk = make_desk(places(resources_of(asked), asked.store), asked.lang)
    passphrase, user = passphrase_of(asked), user_id_of(asked, store)
    try:
        desk.unlock(passphrase, user)
    except ProblemsError as error:
        if not to_read or not error.problems[0].code.startswith("store_in_use"):
            raise
        desk.unlock_to_read(passphrase, user)
    try:
        yield desk
    finally:
        desk.lock()


def _go_on(done: int, total: int) -> bool:
    """Say how far it is where somebody looks; never stop: Ctrl+C does."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done}{f' / {total}' if total else ''}  ")
        sys.stderr.flush()
    return True


def _format(asked: argparse.Namespace, endings: Mapping[str, Format]) -> Format:
    found = endings.get(asked.file.suffix.casefold())
    if found is None:
        raise ProblemsError((problem("file_ending_unknown", asked.file.name, endings=", ".join(endings)),))
    return found


def _tell_plan(plan: ImportPlan) -> None:
    for outcome in Outcome:
        lines = [line for line in plan.lines if line.outcome is outcome]
        sys.stdout.write(f"{outcome.value:<9}{len(lines)}\n")
        if outcome is not Outcome.SAME:
            for line in lines:
                fields = f" ({', '.join(line.fields)})" if line.fields else ""
                sys.stdout.write(printable(f"  {line.name}, {line.organization}{fields}") + "\n")
    for what, found in (("kept", plan.incoming.kept), ("dropped", plan.incoming.dropped)):
        for name, count in found:
            sys.stdout.write(printable(f"{what:<9}{name} ({count})") + "\n")
    sys.stdout.flush()


def _tell_batch(line: BatchLine | None) -> None:
    if line is None:
        sys.stdout.write("nothing changed\n")
        return
    undone = f", undone {line.undone.astimezone():%Y-%m-%d %H:%M}" if line.undone else ""
    counted = f"{line.added} added, {line.changed} changed, {line.gone} gone{undone}"
    told = f"{line.id}  {line.at.astimezone():%Y-%m-%d %H:%M}  {line.kind.value}  {line.about}  {counted}"
    sys.stdout.write(printable(told) + "\n")


def _is_confirmed() -> bool:
    if not sys.stdin.isatty():
        return False
    sys.stderr.write("Overnemen? / Take over? [j/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in _YES
