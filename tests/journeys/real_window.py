"""The real program in a real window on a screen of its own (Xvfb), driven by key events. The probe knows the window."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "import")
PATIENCE = 20.0
STILL = 0.12


class Window:
    """One running program. Every key waits until the picture stands still again."""

    def __init__(self, folder: Path, *words: str, size: str = "1366x768") -> None:
        """Start a screen and the program on it, with `folder` as its home."""
        self.folder = folder
        self.keys = 0
        reading, writing = os.pipe()
        screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-r"]
        self._screen = subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            display = pipe.readline().strip()
        self._environ = {
            **os.environ,
            "DISPLAY": f":{display}",
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "QT_QPA_PLATFORM": "xcb",
        }
        self._errors = (folder / "errors.txt").open("w", encoding="utf-8")
        self._words = words
        self._start()

    def _start(self) -> None:
        command = [sys.executable, "-m", "intake_app", *self._words]
        self._program = subprocess.Popen(command, env=self._environ, cwd=ROOT, stderr=self._errors)
        self._focus()

    def __enter__(self) -> Self:
        """Use the window."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the program and its screen."""
        for process in (self._program, self._screen):
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
        self._errors.close()

    @property
    def is_running(self) -> bool:
        """Tell whether the program still runs."""
        return self._program.poll() is None

    def kill_and_restart(self) -> None:
        """End the program the hard way (SIGKILL) and start it again on the same home."""
        self._program.kill()
        self._program.wait(10)
        self._start()

    def said_on_error_output(self) -> str:
        """Return everything the program wrote to standard error."""
        return (self.folder / "errors.txt").read_text(encoding="utf-8")

    def press(self, *keys: str) -> None:
        """Press keys one after another, by their X names."""
        for key in keys:
            self._tool("xdotool", "key", key)
            self.keys += 1
            self.settle()

    def type(self, text: str) -> None:
        """Type text."""
        self._tool("xdotool", "type", "--delay", "20", text)
        self.settle()

    def titles(self) -> list[str]:
        """Return the titles of all windows that can be seen."""
        ids = self._tool("xdotool", "search", "--onlyvisible", "--name", "").split()
        return [self._tool("xdotool", "getwindowname", each).strip() for each in ids]

    def picture(self, name: str) -> Path:
        """Save what the screen shows and return the file."""
        path = self.folder / f"{name}.png"
        self._tool("import", "-window", "root", str(path))
        return path

    def focus_newest(self) -> None:
        """Give the keys to the window that opened last."""
        self._focus()

    def settle(self) -> None:
        """Wait until two pictures in a row are the same; the caret's blinking is slower than that."""
        end = time.monotonic() + PATIENCE
        time.sleep(0.2)  # an answer moves on after 150 ms
        before = self._pixels()
        while time.monotonic() < end:
            time.sleep(STILL)
            after = self._pixels()
            if after == before:
                return
            before = after

    def wait_for(self, path: Path) -> Path:
        """Wait until a file is there and no longer grows."""
        end = time.monotonic() + PATIENCE
        size = -1
        while time.monotonic() < end:
            now = path.stat().st_size if path.exists() else -1
            if now > 0 and now == size:
                return path
            size = now
            time.sleep(STILL)
        message = f"{path.name} did not come"
        raise AssertionError(message)

    def _focus(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.is_running:
            found = self._tool("xdotool", "search", "--onlyvisible", "--name", ".").split()
            if found:
                self._tool("xdotool", "windowfocus", "--sync", found[-1])
                self.settle()
                return
            time.sleep(STILL)
        message = f"no window came: {self.said_on_error_output()}"
        raise AssertionError(message)

    def _pixels(self) -> bytes:
        command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
        return subprocess.run(command, env=self._environ, capture_output=True, check=False).stdout

    def _tool(self, *command: str) -> str:
        done = subprocess.run(command, env=self._environ, capture_output=True, text=True, check=False)
        return done.stdout


@contextlib.contextmanager
def a_window(folder: Path, *words: str) -> Iterator[Window]:
    """Open the program, or skip where the tools of a screen are missing (in CI that counts as a failure)."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    with Window(folder, *words) as window:
        yield window
