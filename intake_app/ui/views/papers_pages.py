"""The pages of a paper as pictures in memory, printing them, and keeping a paper as a file only the owner reads."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

SHARP, POINTS_PER_INCH, MOST_DPI = 2.0, 72, 300
OWNER_ONLY = 0o600
NEUTRAL_NAME = "blad"
"""What every paper is called in the queue of a printer, where colleagues read it: it gives nothing away."""
_STOPPED = (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A paper that was made: its bytes and its pages. `number` tells which asking it answers."""

    number: int
    data: bytes
    images: tuple[QImage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """Makes a paper and its pictures; runs off the drawing thread."""

    number: int
    make: Callable[[], bytes]

    def __call__(self) -> Pages:
        """Make the paper. Raises `ProblemsError` when it is held back."""
        data = self.make()
        return Pages(number=self.number, data=data, images=drawn(data, SHARP))


def drawn(data: bytes, scale: float) -> tuple[QImage, ...]:
    """Return the pages of a PDF as pictures; a scale of 1 is 72 dots an inch."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_image(page, scale) for page in document)
    finally:
        document.close()


def _image(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        raw = bytes(bitmap.buffer)
        image = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()
    finally:
        bitmap.close()
        page.close()


def neutral_printer() -> QPrinter:
    """Return a printer to ask about; what is printed has the same name in its queue whatever it is."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(NEUTRAL_NAME)
    return printer


def print_pages(data: bytes, printer: QPrinter) -> bool:
    """Print a paper page by page; returns whether all of it went to the printer."""
    images = drawn(data, min(printer.resolution(), MOST_DPI) / POINTS_PER_INCH)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    went_well = all(_print_page(painter, printer, image, is_first=not at) for at, image in enumerate(images))
    return painter.end() and went_well and printer.printerState() not in _STOPPED


def _print_page(painter: QPainter, printer: QPrinter, image: QImage, *, is_first: bool) -> bool:
    if not is_first and not printer.newPage():
        return False
    page = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRectF(0, 0, page.width(), page.height()), image)
    return True


def keep_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read: beside its place first, then moved. Raises `OSError`."""
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
