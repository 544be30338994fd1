"""A store with a large sociale kaart. In a process of its own: making one takes memory that a talk does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.content.load import load
from intake_app.content.locate import resources_dir
from intake_app.content.source import read_source
from tools.example_directory.__main__ import write
from tools.example_directory.make import EXAMPLE_DAY, make_services
from tools.screen_time.program import PASSPHRASE, desk_in

if TYPE_CHECKING:
    from pathlib import Path


def prepare(folder: Path, services: int) -> int:
    """Make a store with this many services in its sociale kaart; returns how many there are."""
    content, file = load(read_source(resources_dir())), folder / "kaart.json"
    write(file, make_services(services, 1, EXAMPLE_DAY, content.postcodes.points), content)
    desk = desk_in(folder)
    desk.create(PASSPHRASE, "Anna")
    upkeep = desk.office.directory
    line = upkeep.take_in(upkeep.read_file(str(file), _go_on), {}, _go_on)
    desk.lock()
    return 0 if line is None else line.added


def _go_on(_done: int, _whole: int) -> bool:
    return True
