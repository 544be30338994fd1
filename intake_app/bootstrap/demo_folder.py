"""The folder of a demo: it goes away with the program, and after a program that was killed with the next demo."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from intake_app.storage.lock import StoreLock, is_held

if TYPE_CHECKING:
    from intake_app.conversation.ports import Clock

PREFIX, RUNS = "intake-demo-", "running"
"""How such a folder is called, and the file in it that its program holds as long as it runs."""


class DemoFolder(tempfile.TemporaryDirectory[str]):
    """A new folder, held by this process until it is let go of; the system drops the hold of one that was killed."""

    def __init__(self, clock: Clock) -> None:
        """Make the folder, after taking away those of programs that are gone."""
        sweep()
        super().__init__(prefix=PREFIX, ignore_cleanup_errors=True)
        held = StoreLock.take(Path(self.name) / RUNS, clock.now())
        weakref.finalize(self, held.release)  # the last that was asked for goes first: then the folder


def sweep() -> None:
    """Take away the folders of demos whose program is gone; what cannot be taken away stays."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        mark = folder / RUNS
        if mark.is_file() and not folder.is_symlink() and not is_held(mark):
            shutil.rmtree(folder, ignore_errors=True)
