"""Import a file into the sociale kaart of a new store, and print as JSON what it took.

python -m tools.import_time FILE

`wall` and `cpu` are seconds from opening the file to the end of the transaction; `peak` is the most memory the process
ever had, `base` what it had before, both in MB of a million bytes. Not for Windows.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir

_OF_ITS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit in which the system counts memory."""


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m tools.import_time", description="Measure an import.")
    parser.add_argument("file", type=Path, help="a list: .json, .zip, .csv or .xlsx")
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(parser.parse_args().file, Path(folder))))


def measured(file: Path, folder: Path) -> dict[str, float]:
    """Import a file into a store that is made in the folder."""
    desk = make_desk(
        Places(resources=resources_dir(), store=folder / "store" / "a.db", last_clean=folder / "c.bin"), "nl"
    )
    desk.create("vier gewone woorden samen", "Anna")
    upkeep = desk.office.directory
    found: dict[str, float] = {"base": _peak()}
    wall, cpu = time.perf_counter(), time.process_time()
    line = upkeep.take_in(upkeep.read_file(str(file), _go_on), {}, _go_on)
    found |= {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "peak": _peak()}
    desk.lock()
    return found | {"added": 0 if line is None else line.added}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _OF_ITS_UNIT / 1e6


def _go_on(_done: int, _whole: int) -> bool:
    return True


if __name__ == "__main__":
    main()
