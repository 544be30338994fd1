"""Making the desk of this computer, or a throw-away one with fictional people."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.access import LocalAccess
from intake_app.bootstrap.archivist import Archivist
from intake_app.bootstrap.copies import LocalCopies
from intake_app.bootstrap.desk import LocalDesk
from intake_app.bootstrap.desk_base import DeskParts
from intake_app.bootstrap.door import StoreDoor
from intake_app.bootstrap.guard import Guard
from intake_app.bootstrap.keeper import Keeper
from intake_app.bootstrap.knowledge import Shelf, knowledge_of
from intake_app.bootstrap.log_book import LocalLogBook
from intake_app.bootstrap.office import LocalOffice
from intake_app.bootstrap.people import LocalPeople
from intake_app.bootstrap.persons import LocalPersons
from intake_app.bootstrap.places import STORE_NAME, Places
from intake_app.bootstrap.version import program_version
from intake_app.content.last_clean import load_or_last_clean
from intake_app.conversation.replay import as_changes
from intake_app.core.clock import SystemClock
from intake_app.exchange.answers_file import read_answers_file

if TYPE_CHECKING:
    from intake_app.content.last_clean import Loaded
    from intake_app.conversation.ports import Clock
    from intake_app.core.text import Language

DEMO_USER = "Voorbeeld"
DEMO_PASSPHRASE = "voorbeeld voor iedereen leesbaar"  # noqa: S105  the demo store holds only fictional people


def make_desk(where: Places, language: Language) -> LocalDesk:
    """Make the desk; raises `ProblemsError` where no content can be loaded."""
    desk = desk_of(load_or_last_clean(where.resources, where.last_clean), where, SystemClock())
    desk.speak(language)
    return desk


def desk_of(loaded: Loaded, where: Places, clock: Clock) -> LocalDesk:
    """Put the desk together around content that was loaded; nothing is opened yet."""
    program = program_version()
    shelf = Shelf(knowledge_of(loaded.content), loaded.content.source)
    door = StoreDoor(where.store, shelf, clock, program)
    guard = Guard(door, clock)
    archivist = Archivist(door, shelf, loaded.content.wording, where.resources)
    copies = LocalCopies(door, guard, clock, program)
    parts = DeskParts(
        loaded=loaded, shelf=shelf, door=door, guard=guard, clock=clock, resources=where.resources, archivist=archivist
    )
    log = LocalLogBook(door, guard, clock, archivist.words)
    office = LocalOffice(
        people=LocalPeople(door, guard, clock, archivist.recovery_sheet),
        log=log,
        copies=copies,
        access=LocalAccess(door, guard, clock),
        persons=LocalPersons(door, guard, clock, log, archivist),
    )
    return LocalDesk(parts, office, Keeper(door, copies))


def make_demo_desk(where: Places, language: Language) -> LocalDesk:
    """Make a desk on a folder that goes away with it, with the fictional talks of `examples/` in it."""
    folder = tempfile.TemporaryDirectory(prefix="intake-demo-")
    store = Path(folder.name) / "store" / STORE_NAME
    desk = make_desk(Places(resources=where.resources, store=store, last_clean=where.last_clean), language)
    desk.folder = folder
    desk.create(DEMO_PASSPHRASE, DEMO_USER)
    clock = SystemClock()
    for file in sorted((where.resources / "examples").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        found = read_answers_file(text, file.name, desk.knowledge, clock.now().date())
        desk.begin(as_changes(found, clock.now()))
    return desk
