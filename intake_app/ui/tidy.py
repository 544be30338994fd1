"""Collects garbage on the drawing thread only.

Python collects wherever memory happens to be asked for, also in the middle of work on another thread. Windows that
are part of a circle would then be freed there, while Qt draws here, and the program would crash. So the collector is
switched off as soon as there are other threads, and does its rounds here, between two events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

ROUND_MS = 1_000


class Tidy(QObject):
    """Takes the place of Python's own collector, by its own measure, from `begin` on.

    Python's own stays off after `end`: the threads of the store outlive the window, and would free what was of it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._round = QTimer(self, interval=ROUND_MS)
        self._round.timeout.connect(self.go_round)

    def begin(self) -> None:
        """Collect here from now on."""
        gc.disable()
        self._round.start()

    def end(self) -> None:
        """Collect no more."""
        self._round.stop()

    @Slot()
    def go_round(self) -> None:
        """Collect what is young; what is older only as seldom as Python itself would."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(max(due))
