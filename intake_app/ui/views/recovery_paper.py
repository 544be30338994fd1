"""Printing the recovery sheet, and keeping it as a file. Each returns in words how it went; nothing for who left it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from intake_app.ui.views.papers_pages import keep_private, print_pages

NAME = "blad"
"""What a printer's queue and a file are called; it gives nothing away."""


def print_sheet(parent: QWidget, data: bytes) -> str:
    """Ask which printer, and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NAME)
    dialog = QPrintDialog(printer, parent)
    wants_it = bool(dialog.exec())
    dialog.deleteLater()
    if not wants_it:
        return ""
    if print_pages(data, printer):
        return QCoreApplication.translate("RecoveryPaper", "Naar de printer gestuurd.")
    return QCoreApplication.translate("RecoveryPaper", "Afdrukken lukte niet. Kijk of de printer aan staat.")


def keep_sheet(parent: QWidget, data: bytes) -> str:
    """Ask where, and write a file that only its owner reads."""
    title = QCoreApplication.translate("RecoveryPaper", "Bewaar als pdf")
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(home) / f"{NAME}.pdf"), "PDF (*.pdf)")
    if not chosen:
        return ""
    path = Path(chosen).with_suffix(".pdf")
    try:
        keep_private(path, data)
    except OSError:
        return QCoreApplication.translate("RecoveryPaper", "Bewaren lukte niet. Kies een andere map, of maak ruimte.")
    return QCoreApplication.translate("RecoveryPaper", "Bewaard als {name}.").format(name=path.name)
