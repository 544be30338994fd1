"""The line that says that slow work goes on, how far it is, and that lets one stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.progress import ProgressBar
from intake_app.ui.presenters.work import WHOLE, Work
from intake_app.ui.views import parts

PATIENCE_MS, LOOK_MS = 300, 100


class BusyRow(QWidget):
    """Keeps its place while there is nothing to say, so that nothing jumps. Comes after 300 ms only."""

    def __init__(self) -> None:
        super().__init__()
        self._work: Work | None = None
        self._later = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._looks = QTimer(self, interval=LOOK_MS)
        self._later.timeout.connect(self._on_later)
        self._looks.timeout.connect(self._on_look)
        self.words, self.bar = parts.soft(""), ProgressBar(WHOLE)
        self.stop = parts.button(self.tr("Stop"))
        self.stop.clicked.connect(self._on_stop)
        row = parts.row(self.words, self.bar, self.stop)
        row.setStretch(1, 1)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, words: str, work: Work | None = None) -> None:
        """Say what goes on; with the work, how far it is and the way to stop it."""
        self._work = work
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setVisible(work is not None)
        self.stop.setVisible(work is not None)
        self.stop.setEnabled(True)
        self._on_look()
        self._later.start()

    def end(self) -> None:
        """Take it away."""
        self._later.stop()
        self._looks.stop()
        self._work = None
        self.hide()

    @Slot()
    def _on_later(self) -> None:
        self.show()
        self._looks.start()
        announce(self, self.words.text())

    @Slot()
    def _on_look(self) -> None:
        self.bar.setValue(self._work.share if self._work else 0)

    @Slot()
    def _on_stop(self) -> None:
        if self._work is not None:
            self._work.stop()
            self.stop.setEnabled(False)
            self.words.setText(self.tr("Stoppen …"))
