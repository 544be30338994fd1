"""Where a list is chosen: dropped here, or looked up."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.card import Card, Surface
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts

ENDINGS = "*.json *.csv *.tsv *.txt *.zip *.xlsx *.xlsm"


class DropCard(Card):
    """`chosen` carries the path of a file. A folder, or several files at once, cannot be dropped."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(Surface.OPEN, padding=20)
        self.setAcceptDrops(True)
        self.look_up = parts.button(self.tr("Kies een bestand …"), "Ctrl O", Kind.PRIMARY, icon="file")
        self.look_up.setShortcut("Ctrl+O")
        self.whole_list = TickBox(
            self.tr("Dit bestand is de hele lijst"),
            detail=self.tr("Dan ziet u ook wat er niet meer in staat. Er gaat niets weg zonder dat u het zegt."),
        )
        self.look_up.clicked.connect(self._on_look_up)
        column: QVBoxLayout = self.column
        column.setSpacing(12)
        column.addWidget(parts.text(self.tr("Sleep een lijst hierheen, of kies een bestand."), Type.HEADING))
        column.addWidget(
            parts.soft(
                self.tr(
                    "Dat mag zijn: ons invulblad of een andere tabel (XLSX of CSV), of een lijst uit een ander "
                    "programma (HSDS als JSON of ZIP). U ziet eerst wat er verandert, en beslist dan."
                )
            )
        )
        column.addWidget(self.whole_list)
        column.addWidget(self.look_up, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_look_up(self) -> None:
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Lijsten ({endings})").format(endings=ENDINGS)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Een lijst kiezen"), places, kinds)
        if path:
            self.chosen.emit(path)

    def _path(self, event: QDropEvent) -> str:
        """Return the one file that is dragged; empty where it is something else."""
        urls = event.mimeData().urls()
        return urls[0].toLocalFile() if len(urls) == 1 else ""

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._path(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = self._path(event)
        if path:
            event.acceptProposedAction()
            self.chosen.emit(path)
