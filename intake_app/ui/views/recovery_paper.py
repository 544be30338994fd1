"""Printing the recovery sheet, and keeping it as a file. Each returns in words how it went; nothing for who left it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from intake_app.ui.views.papers_pages import NEUTRAL_NAME, keep_private, neutral_printer, print_pages
from intake_app.ui.views.save_dialog import SaveDialog


def print_sheet(parent: QWidget, data: bytes) -> str:
    """Ask which printer, and print."""
    printer = neutral_printer()
    dialog = QPrintDialog(printer, parent)
    wants_it = bool(dialog.exec())
    dialog.deleteLater()
    if not wants_it:
        return ""
    if print_pages(data, printer):
        return QCoreApplication.translate("RecoveryPaper", "Naar de printer gestuurd.")
    return QCoreApplication.translate("RecoveryPaper", "Afdrukken lukte niet. Kijk of de printer aan staat.")


def keep_sheet(parent: QWidget | None, data: bytes, name: str = NEUTRAL_NAME) -> str:
    """Ask where, and write a file that only its owner reads."""
    title = QCoreApplication.translate("RecoveryPaper", "Bewaar als pdf")
    chosen = SaveDialog(parent, title, f"{name}.pdf").ask()
    if chosen is None:
        return ""
    path = chosen.with_suffix(".pdf")
    try:
        keep_private(path, data)
    except OSError:
        return QCoreApplication.translate("RecoveryPaper", "Bewaren lukte niet. Kies een andere map, of maak ruimte.")
    return QCoreApplication.translate("RecoveryPaper", "Bewaard als {name}.").format(name=path.name)
