"""Where to keep a file, asked in the language of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class SaveDialog(QFileDialog):
    """Asks a place for a file, a pdf where nothing else is said, first among the user's documents.

    Two labels of Qt's own dialog have no Dutch in its files; where the system has a dialog of its own, that one comes.
    """

    def __init__(self, parent: QWidget | None, title: str, file_name: str, kind: str = "PDF (*.pdf)") -> None:
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, title, places, kind)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setDefaultSuffix(Path(file_name).suffix.removeprefix("."))
        self.setLabelText(QFileDialog.DialogLabel.LookIn, self.tr("Zoeken in:"))
        self.setLabelText(QFileDialog.DialogLabel.FileType, self.tr("Soort bestand:"))
        self.selectFile(file_name)

    def ask(self) -> Path | None:
        """Return the place that was chosen; None when one changes one's mind."""
        chosen = self.selectedFiles() if self.exec() else []
        self.deleteLater()
        return Path(chosen[0]) if chosen else None
