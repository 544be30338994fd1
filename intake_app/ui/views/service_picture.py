"""The picture of who answers: chosen from a file, made small in memory, and nothing else of the file is kept."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from intake_app.directory.model import LARGEST_PICTURE
from intake_app.ui.fields.button import Kind
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.service_boxes import Box

SIDE = 400
"""Points of the longest side that is kept. Source: eigen oordeel; it is shown and printed smaller."""
SHOWN = 96
_QUALITIES = (85, 70, 50, 30)


def small_picture(path: str) -> bytes:
    """Return the picture of a file as a JPEG of at most 400 by 400 points; empty where the file is no picture.

    Where and with what it was taken stands in the file and not in what is returned.
    """
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return b""
    if max(image.width(), image.height()) > SIDE:
        how = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio, how)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    for key in image.textKeys():
        image.setText(key, "")
    made = (_as_jpeg(image, quality) for quality in _QUALITIES)
    return next((data for data in made if len(data) <= LARGEST_PICTURE), b"")


def _as_jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


class PictureBox(Box):
    """Shows the picture, and lets one choose another or take it away."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, name)
        self._picture = b""
        self.shown = QLabel()
        self.shown.setAccessibleName(name)
        self.pick = parts.button(self.tr("Foto kiezen"), icon="file")
        self.drop = parts.button(self.tr("Foto weghalen"), "", Kind.PLAIN)
        self.column.addWidget(parts.label(name, self.pick))
        self.column.addLayout(parts.row(self.shown, self.pick, self.drop, None))
        self.column.addWidget(parts.soft(self.tr("Alleen met toestemming van wie erop staat.")))
        self.column.addWidget(self.told)
        self.setFocusProxy(self.pick)
        self.pick.clicked.connect(self._on_pick)
        self.drop.clicked.connect(self._on_drop)
        theme_source().changed.connect(self._draw)
        self._draw()

    @property
    def value(self) -> object:
        """The picture as the bytes of a file; empty for none."""
        return self._picture

    def show_value(self, value: object) -> None:
        """Show a picture."""
        picture = value if isinstance(value, bytes) else b""
        if picture != self._picture:
            self._picture = picture
            self._draw()

    def take(self, path: str) -> None:
        """Take the picture of a file."""
        picture = small_picture(path)
        self.say("" if picture else self.tr("Dit bestand is geen foto. Kies een JPEG of PNG."))
        if picture:
            self.show_value(picture)
            self.edited.emit()

    @Slot()
    def _draw(self) -> None:
        image = QImage.fromData(self._picture)
        side = current_theme().px(SHOWN)
        self.shown.setVisible(not image.isNull())
        if not image.isNull():
            how = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, how)
            self.shown.setPixmap(QPixmap.fromImage(small))
        self.drop.setVisible(bool(self._picture))

    @Slot()
    def _on_pick(self) -> None:
        words = self.tr("Foto's (*.jpg *.jpeg *.png)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Een foto kiezen"), "", words)
        if path:
            self.take(path)

    @Slot()
    def _on_drop(self) -> None:
        self.show_value(b"")
        self.pick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
