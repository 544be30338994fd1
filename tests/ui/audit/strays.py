"""Windows that come up by mistake: a part that is shown before it has its place is a window for a moment.

It takes the focus from the real one, and a screen reader with it.
"""

from __future__ import annotations

import traceback

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from intake_app.ui.main_window import MainWindow
from intake_app.ui.views.person_side import PersonSide


class Strays(QObject):
    """Writes down every window but the real one and menus, with the line within `folder` that showed it."""

    def __init__(self, folder: str = "/intake_app/ui/") -> None:
        super().__init__()
        self._folder, self.shown = folder, list[str]()
        QApplication.instance().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow()
        if is_window and not isinstance(watched, MainWindow | PersonSide) and not watched.inherits("QMenu"):
            lines = [each for each in traceback.extract_stack() if self._folder in each.filename]
            self.shown += [f"{type(watched).__name__}: {each.filename}:{each.lineno}" for each in lines[-1:]]
        return False
