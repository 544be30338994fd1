"""Making the desk of this computer, or a throw-away one with fictional people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.access import LocalAccess
from intake_app.bootstrap.archivist import Archivist
from intake_app.bootstrap.copies import LocalCopies
from intake_app.bootstrap.demo_folder import DemoFolder
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
from intake_app.bootstrap.stock import Stock
from intake_app.bootstrap.upkeep import LocalUpkeep
from intake_app.bootstrap.upkeep_files import UpkeepParts
from intake_app.bootstrap.version import program_version
from intake_app.content.last_clean import load_or_last_clean
from intake_app.conversation.replay import as_changes
from intake_app.core.clock import SystemClock
from intake_app.directory.example import as_of
from intake_app.directory.finding.words import SearchWords
from intake_app.exchange.answers_file import read_answers_file
from intake_app.exchange.service_table_columns import TableWords
from intake_app.practice.passphrases import DEMO_PASSPHRASE

if TYPE_CHECKING:
    from intake_app.content.last_clean import Loaded
    from intake_app.content.load import Content
    from intake_app.conversation.ports import Clock
    from intake_app.core.text import Language

DEMO_USER = "Voorbeeld"


def make_desk(where: Places, language: Language, *, is_demo: bool = False) -> LocalDesk:
    """Make the desk; raises `ProblemsError` where no content can be loaded."""
    desk = desk_of(load_or_last_clean(where.resources, where.last_clean), where, SystemClock(), is_demo=is_demo)
    desk.speak(language)
    return desk


def desk_of(loaded: Loaded, where: Places, clock: Clock, *, is_demo: bool = False) -> LocalDesk:
    """Put the desk together around content that was loaded; nothing is opened yet.

    The fictional services are there in the demo only.
    """
    program = program_version()
    shelf = Shelf(knowledge_of(loaded.content), loaded.content.source)
    door = StoreDoor(where.store, shelf, clock, program)
    guard = Guard(door, clock)
    archivist = Archivist(door, shelf, loaded.content.wording, where.resources)
    copies = LocalCopies(door, guard, clock, program)
    stock = _stock(loaded.content, door, shelf, clock if is_demo else None)
    parts = DeskParts(
        loaded=loaded,
        shelf=shelf,
        door=door,
        guard=guard,
        clock=clock,
        resources=where.resources,
        archivist=archivist,
        stock=stock,
    )
    log = LocalLogBook(door, guard, clock, archivist.words)
    office = LocalOffice(
        people=LocalPeople(door, guard, clock, archivist.recovery_sheet),
        log=log,
        copies=copies,
        access=LocalAccess(door, guard, clock),
        persons=LocalPersons(door, guard, clock, log, archivist),
        directory=LocalUpkeep(_upkeep_parts(loaded.content, parts)),
    )
    return LocalDesk(parts, office, Keeper(door, copies))


def _stock(content: Content, door: StoreDoor, shelf: Shelf, demo_clock: Clock | None) -> Stock:
    """Return what ships of the sociale kaart; the fictional services, as if of today, where a clock is given."""
    shipped = [each for each in content.directory.services if not each.example]
    if demo_clock is not None:
        shipped += as_of(demo_clock.now().date(), (each for each in content.directory.services if each.example))
    names = {kind.id: kind.name for kind in content.options}
    return Stock(door, shelf, shipped, SearchWords(names=names, synonyms=content.synonyms))


def _upkeep_parts(content: Content, desk: DeskParts) -> UpkeepParts:
    archivist = desk.archivist
    return UpkeepParts(
        door=desk.door,
        guard=desk.guard,
        clock=desk.clock,
        stock=desk.stock,
        kinds=content.options,
        leaflet=archivist.service_leaflet,
        words=archivist.words,
        table_words=lambda: TableWords(
            texts=content.wording.texts,
            kinds={kind.id: kind.name for kind in content.options},
            language=archivist.language,
        ),
    )


def make_demo_desk(where: Places, language: Language) -> LocalDesk:
    """Make a desk on a folder that goes away with it, with the fictional talks of `examples/` in it."""
    clock = SystemClock()
    folder = DemoFolder(clock)
    store = Path(folder.name) / "store" / STORE_NAME
    own = Places(resources=where.resources, store=store, last_clean=where.last_clean)
    desk = make_desk(own, language, is_demo=True)
    desk.folder = folder
    desk.create(DEMO_PASSPHRASE, DEMO_USER)
    for file in sorted((where.resources / "examples").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        found = read_answers_file(text, file.name, desk.knowledge, clock.now().date())
        desk.begin(as_changes(found, clock.now()))
    return desk
