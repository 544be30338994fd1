"""Hands what another thread tells over to the drawing thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from intake_app.ui.jobs import tell


class Relay(QObject):
    """Lives as long as the application. A screen may be freed while another thread tells it something: this may not."""

    _asked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def pass_on(self, told: Callable[[], None]) -> None:
        """Have a bound method called on the drawing thread, unless its owner is gone by then. From any thread."""
        self._asked.emit(told)

    @Slot(object)
    def _on_asked(self, told: Callable[[], None]) -> None:
        tell(told)


def relay() -> Relay:
    """Return the application's one, made when it is first asked for: on the drawing thread."""
    application = QCoreApplication.instance()
    if application is None:
        raise LookupError("the application comes before what listens to other threads")
    found = application.findChild(Relay, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Relay) else Relay(application)
