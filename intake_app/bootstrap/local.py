"""Making the desk of this computer, or a throw-away one with fictional people."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.bootstrap.desk import LocalDesk, StoreDoor
from intake_app.bootstrap.knowledge import Shelf, knowledge_of
from intake_app.bootstrap.places import STORE_NAME, Places
from intake_app.content.last_clean import load_or_last_clean
from intake_app.conversation.replay import as_changes
from intake_app.core.clock import SystemClock
from intake_app.exchange.answers_file import read_answers_file

if TYPE_CHECKING:
    from intake_app.core.text import Language

DEMO_PASSPHRASE = "voorbeeld voor iedereen leesbaar"  # noqa: S105  the demo store holds only fictional people


def make_desk(where: Places, language: Language) -> LocalDesk:
    """Make the desk; raises `ProblemsError` where no content can be loaded."""
    loaded = load_or_last_clean(where.resources, where.last_clean)
    clock = SystemClock()
    shelf = Shelf(knowledge_of(loaded.content), loaded.content.source)
    desk = LocalDesk(loaded, shelf, StoreDoor(where.store, shelf, clock), clock, where.resources)
    desk.language = language
    return desk


def make_demo_desk(where: Places, language: Language) -> LocalDesk:
    """Make a desk on a folder that goes away with it, with the fictional talks of `examples/` in it."""
    folder = tempfile.TemporaryDirectory(prefix="intake-demo-")
    store = Path(folder.name) / "store" / STORE_NAME
    desk = make_desk(Places(resources=where.resources, store=store, last_clean=where.last_clean), language)
    desk.folder = folder
    desk.create(DEMO_PASSPHRASE)
    clock = SystemClock()
    for file in sorted((where.resources / "examples").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        found = read_answers_file(text, file.name, desk.knowledge, clock.now().date())
        desk.begin(as_changes(found, clock.now()))
    return desk
