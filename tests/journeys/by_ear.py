"""The real program on a screen of its own, worked over the accessibility bus alone; no key, no mouse, no picture."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.display import a_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("screen_reader.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "dbus-daemon")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> list[str]:
    """Return what is not on this machine."""
    found = [tool for tool in TOOLS if shutil.which(tool) is None]
    found += [] if LAUNCHER.exists() else [LAUNCHER.name]
    asked = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    return found + ([] if asked.returncode == 0 else ["gir1.2-atspi-2.0"])


class ByEar:
    """Says what to do and hears what is said. Each method waits until what it needs is there."""

    def __init__(self, reader: subprocess.Popen[str]) -> None:
        self._reader = reader

    def _tell(self, *command: str):
        self._reader.stdin.write(json.dumps(command) + "\n")
        self._reader.stdin.flush()
        told = json.loads(self._reader.stdout.readline())
        if isinstance(told, dict):
            raise AssertionError(told["fault"])  # noqa: TRY004  the reader tells of a fault
        return told

    def find(self, role: str, name: str) -> None:
        self._tell("find", role, name)

    def press(self, role: str, name: str) -> None:
        assert self._tell("press", role, name)

    def fill(self, role: str, name: str, words: str) -> None:
        assert self._tell("fill", role, name, words)

    def hear(self, words: str) -> None:
        self._tell("hear", words)

    def read(self) -> list[str]:
        return self._tell("read")


@contextlib.contextmanager
def by_ear(folder: Path, *words: str) -> Iterator[ByEar]:
    """Open the program with `folder` as its home, or skip where there is no bus (in CI that counts as a failure)."""
    if missing():
        pytest.skip(f"not on this machine: {', '.join(missing())}")
    with contextlib.ExitStack() as ends, (folder / "errors.txt").open("w", encoding="utf-8") as errors:

        def begin(*command: str, **how) -> subprocess.Popen[str]:
            process = subprocess.Popen(command, stderr=errors, text=True, **how)
            ends.callback(_end, process)
            return process

        bus = begin("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE)
        environ = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
            "DISPLAY": ends.enter_context(a_screen()).name,
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        begin(str(LAUNCHER), "--launch-immediately", env=environ, stdout=subprocess.DEVNULL)
        program = begin(sys.executable, "-m", "intake_app", *words, env=environ, cwd=ROOT)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        yield ByEar(begin(SYSTEM_PYTHON, str(READER), str(program.pid), env=environ, **pipes))
        assert program.poll() is None


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
