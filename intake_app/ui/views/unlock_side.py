"""What stands right in the first window: the form, or for a while a panel in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_app.ui.views import parts
from intake_app.ui.views.unlock_form import UnlockForm


class UnlockSide(QStackedWidget):
    """Shows the form; a panel that is put before it has the focus until it is dropped."""

    def __init__(self, form: UnlockForm) -> None:
        super().__init__()
        self._form = form
        self.panel: QWidget | None = None
        self.addWidget(parts.Page(form))

    def put(self, panel: QWidget) -> None:
        """Show a panel in the place of the form, which forgets what was typed."""
        self.drop()
        self._form.forget()
        self.panel = panel
        self.setCurrentIndex(self.addWidget(parts.Page(panel)))
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Show the form again."""
        page, self.panel = self.widget(1), None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
