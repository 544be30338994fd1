"""Text on the clipboard for half a minute, and away again if it is still ours."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS = 30_000
SECRET = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ("application/x-nspasteboard-concealed-type", b""),
    ("org.nspasteboard.ConcealedType", b""),
)
"""What asks the clipboard's history, on each system, not to keep the text."""


class BriefClipboard(QObject):
    """Puts a text on the clipboard. It belongs to the application, so that it clears also after its screen went."""

    def __init__(self, stays_ms: int = STAYS_MS) -> None:
        super().__init__(QCoreApplication.instance())
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=stays_ms)
        self._timer.timeout.connect(self.clear)

    def put(self, text: str) -> None:
        """Copy a text, and take it away later."""
        self._text = text
        data = QMimeData()
        data.setText(text)
        for kind, mark in SECRET:
            data.setData(kind, mark)
        QGuiApplication.clipboard().setMimeData(data)
        self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Take the text away, unless something else was copied since. Some systems hand lines back with other ends."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._text and clipboard.text().splitlines() == self._text.splitlines():
            clipboard.clear()
        self._text = ""


def the_clipboard() -> BriefClipboard:
    """Return the application's one; it is made when first asked for."""
    application = QCoreApplication.instance()
    found = application.findChild(BriefClipboard) if application is not None else None
    return found if isinstance(found, BriefClipboard) else BriefClipboard()


def leave_nothing_copied() -> None:
    """Take away everything that was copied or selected in this program; what others copied stays."""
    the_clipboard().clear()
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
