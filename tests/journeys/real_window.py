"""The real program in a real window on a screen of its own (Xvfb), driven by key events. The probe knows the window."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.display import a_screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.display import Screen

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "import")
PATIENCE = 20.0
STILL, UNDER_WAY = 0.12, 0.06
"""Seconds between two looks, and for a key to reach the program."""
UP, DOWN, WHEEL = "4", "5", 12
MOST_TABS = 80
"""The two ways of the mouse wheel, how many turns a page may take, and how many times Tab."""


class Window:
    """One running program. Every key waits until the picture stands still again."""

    def __init__(self, folder: Path, *words: str, screen: Screen) -> None:
        """Get ready to start the program on a screen, with `folder` as its home."""
        self.folder, self._screen = folder, screen
        self.keys = self.clicks = 0
        self._environ = {
            **os.environ,
            "DISPLAY": screen.name,
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "QT_QPA_PLATFORM": "xcb",
        }
        self._words = words

    def _start(self) -> None:
        (asking, self._asking), (telling_here, telling) = os.pipe(), os.pipe()
        command = [sys.executable, "-m", "tests.journeys.watched", str(asking), str(telling), *self._words]
        with self._errors.open("a", encoding="utf-8") as errors:
            self._program = subprocess.Popen(
                command, env=self._environ, cwd=ROOT, stderr=errors, pass_fds=[asking, telling]
            )
        os.close(asking)
        os.close(telling)
        self._told = os.fdopen(telling_here, encoding="utf-8")

    def _let_go(self) -> None:
        """Close both pipes to the watcher."""
        os.close(self._asking)
        self._told.close()

    @property
    def _errors(self) -> Path:
        return self.folder / "errors.txt"

    def __enter__(self) -> Self:
        """Start the program and wait for its window."""
        self._start()
        try:
            self._focus()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End the program."""
        self._end()

    def _end(self) -> None:
        self._program.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._program.wait(10)
        self._program.kill()
        self._program.wait(10)
        self._let_go()

    @property
    def is_running(self) -> bool:
        """Tell whether the program still runs."""
        return self._program.poll() is None

    def kill_and_restart(self) -> None:
        """End the program the hard way (SIGKILL) and start it again on the same home."""
        self._program.kill()
        self._program.wait(10)
        self._let_go()
        self._start()
        self._focus()

    def said_on_error_output(self) -> str:
        """Return everything the program wrote to standard error."""
        return self._errors.read_text(encoding="utf-8")

    def press(self, *keys: str) -> None:
        """Press keys one after another, by their X names."""
        for key in keys:
            self._tool("xdotool", "key", key)
            self.keys += 1
            self.settle()

    def is_at(self, question: str) -> bool:
        """Tell whether the talk shows this question."""
        names = [each["name"] for each in self.seen() if each["role"] == "StaticText" and each["place"]]
        return any(name.startswith(question) for name in names)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab (or another key) until what has this name has the focus."""
        for _ in range(MOST_TABS):
            if any(each["focused"] and each["name"].startswith(name) for each in self.seen()):
                return
            self._tool("xdotool", "key", key)
            self.keys += 1
        message = f"{key} does not come to {name}"
        raise AssertionError(message)

    def type(self, text: str) -> None:
        """Type text."""
        self._tool("xdotool", "type", "--delay", "20", text)
        self.settle()

    def seen(self) -> list[dict[str, Any]]:
        """Return everything with a name that the windows hold now, with the middle of what can be seen of it."""
        return self._ask("seen")

    def _ask(self, what: str) -> Any:
        os.write(self._asking, f"{what}\n".encode())
        answers, _, _ = select.select([self._told], [], [], 2 * PATIENCE)
        assert answers, "the program does not answer"
        told = self._told.readline()
        assert told, f"the program ended: {self.said_on_error_output()}"
        return json.loads(told)

    def find(self, name: str, role: str = "") -> dict[str, Any] | None:
        """Return the first that can be used and whose name is, or else begins with, these words."""
        fits = [each for each in self.seen() if each["enabled"] and role in {"", each["role"]}]
        exact = [each for each in fits if each["name"] == name]
        return next(iter([*exact, *(each for each in fits if each["name"].startswith(name))]), None)

    def wait_to_see(self, name: str, role: str = "") -> dict[str, Any]:
        """Wait until something of this name can be seen."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.find(name, role)
            if found is not None and found["place"]:
                self.settle()
                return found
            time.sleep(STILL)
        message = f"not to be seen: {name}; there is: {sorted({each['name'] for each in self.seen()})}"
        raise AssertionError(message)

    def click(self, name: str, role: str = "") -> None:
        """Click with the mouse on what has this name; the wheel brings it into sight first where it is not."""
        found = None
        for wheel in (*[DOWN] * WHEEL, *[UP] * 2 * WHEEL, ""):
            found = self.find(name, role)
            if found is None or found["place"] or not found["page"] or not wheel:
                break
            self._tool("xdotool", "mousemove", *map(str, found["page"]), "click", "--repeat", "3", wheel)
            self.settle()
        if not (found and found["place"]):
            self.wait_to_see(name, role)
            found = self.find(name, role)
        assert found is not None
        self.click_at(*found["place"])

    def click_at(self, x: int, y: int) -> None:
        """Click with the mouse."""
        self._tool("xdotool", "mousemove", str(x), str(y), "click", "1")
        self.clicks += 1
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
        """Wait until nothing is about to happen and two pictures in a row are the same; a caret blinks slower."""
        end = time.monotonic() + PATIENCE
        time.sleep(UNDER_WAY)
        while not self._ask("rest") and time.monotonic() < end:
            time.sleep(UNDER_WAY)
        before = self._screen.pixels()
        while time.monotonic() < end:
            time.sleep(STILL)
            after = self._screen.pixels()
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

    def _tool(self, *command: str) -> str:
        done = subprocess.run(command, env=self._environ, capture_output=True, text=True, check=False)
        return done.stdout


@contextlib.contextmanager
def a_window(folder: Path, *words: str) -> Iterator[Window]:
    """Open the program, or skip where the tools of a screen are missing (in CI that counts as a failure)."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    with a_screen() as screen, Window(folder, *words, screen=screen) as window:
        yield window
