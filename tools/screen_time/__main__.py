"""Measure the screen of a talk; prints JSON. A folder holds a store that `prepare` made.

python -m tools.screen_time prepare FOLDER [--services 2000]
python -m tools.screen_time walk FOLDER [--mode quick|exploratory]   from a key to the picture: milliseconds on the
                                                                      clock, and of work of the drawing thread
python -m tools.screen_time talks FOLDER [--count 50]                memory after each talk, in MB

The platform is Qt's: QT_QPA_PLATFORM=offscreen, or xcb on the screen of DISPLAY.
"""

from __future__ import annotations

import argparse
import json
import statistics
from pathlib import Path

from intake_app.ui.thrift import be_thrifty

MODES, SERVICES, TALKS = ("quick", "exploratory"), 2_000, 50


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m tools.screen_time", description="Measure the screen of a talk.")
    parser.add_argument("what", choices=("prepare", "walk", "talks"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--services", type=int, default=SERVICES)
    parser.add_argument("--mode", choices=MODES, default=MODES[0])
    parser.add_argument("--count", type=int, default=TALKS)
    asked = parser.parse_args()
    be_thrifty()
    ways = {"prepare": _prepare, "walk": _walk, "talks": _talks}
    print(json.dumps(ways[asked.what](asked)))


def _prepare(asked: argparse.Namespace) -> object:
    from tools.screen_time.prepare import prepare

    asked.folder.mkdir(parents=True, exist_ok=True)
    return {"services": prepare(asked.folder, asked.services)}


def _walk(asked: argparse.Namespace) -> object:
    from tools.screen_time.program import Program
    from tools.screen_time.walk import Walk, bare

    program = Program(asked.folder)
    program.begin(asked.mode)
    walk = Walk(program)
    walk.to_the_end()
    took = {**walk.took, "bare": bare(program)}
    program.close()
    return {"questions": walk.asked} | {name: _figures(found) for name, found in took.items() if found}


def _figures(took: list[tuple[float, float]]) -> dict[str, float]:
    wall, work = (sorted(each) for each in zip(*took, strict=True))
    last = round((len(wall) - 1) * 0.99)
    return {
        "count": len(wall),
        "median": statistics.median(wall),
        "p99": wall[last],
        "work_median": statistics.median(work),
        "work_p99": work[last],
    }


def _talks(asked: argparse.Namespace) -> object:
    from tools.screen_time.memory import measured, proportional_megabytes
    from tools.screen_time.program import Program

    program = Program(asked.folder)
    before = proportional_megabytes()
    found = measured(program, asked.count)
    program.close()
    return {"unlocked": before, "talks": found}


if __name__ == "__main__":
    main()
