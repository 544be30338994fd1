"""A screen of one's own (Xvfb) for a test that needs a real window."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = "1366x768x24"
LOWEST, SPREAD, TRIES = 100, 50_000, 20
"""Numbers of screens start here, are spread by process, and so many are tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A screen that listens. `name` is what DISPLAY says (":123"), `folder` holds what it shows."""

    name: str
    folder: Path

    def pixels(self) -> bytes:
        """Return all that is shown at this moment."""
        return (self.folder / "Xvfb_screen0").read_bytes()


@contextlib.contextmanager
def a_screen() -> Iterator[Screen]:
    """Start a screen, yield it once it listens, and end it.

    The number is the test process's own: servers that look for a free one at the same moment can take each other's
    socket away, and a window then finds nobody at home.
    """
    first = LOWEST + os.getpid() % SPREAD
    with tempfile.TemporaryDirectory(prefix="screen-") as folder:
        for name in (f":{number}" for number in range(first, first + TRIES)):
            server = _listening(name, folder)
            if server is not None:
                break
        else:
            message = f"no screen from :{first} on would start"
            raise AssertionError(message)
        try:
            yield Screen(name=name, folder=Path(folder))
        finally:
            _end(server)


def _listening(name: str, folder: str) -> subprocess.Popen[bytes] | None:
    """Start a server and wait until it listens; nothing where the number is taken."""
    reading, writing = os.pipe()
    where = ["-displayfd", str(writing), "-fbdir", folder, "-screen", "0", SIZE, "-nolisten", "tcp", "-r"]
    server = subprocess.Popen(["Xvfb", name, *where], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        if pipe.readline().strip():
            return server
    _end(server)
    return None


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(10)
    server.kill()
    server.wait(10)
