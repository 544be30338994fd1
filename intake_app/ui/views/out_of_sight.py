"""Screens whose contents are put away by one key, for a side glance."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Role, Type


class GlanceScreen(Screen):
    """A screen that lays `hidden` in its layout beside what it puts away; kept over a lock."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.hidden = Label(self.tr("Even uit beeld. Met F8 komt het terug."), Type.LARGE, Role.TEXT_SOFT)
        self.hidden.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hidden.hide()

    def contents(self) -> QWidget:
        """Return what is put away."""
        raise NotImplementedError

    @property
    def is_out_of_sight(self) -> bool:
        """Whether the contents are put away."""
        return not self.hidden.isHidden()

    def put_out_of_sight(self, *, away: bool) -> None:
        """Put the contents away, or bring them back."""
        self.contents().setVisible(not away)
        self.hidden.setVisible(away)

    @override
    def view(self) -> Mapping[str, str]:
        return {"sight": "hidden" if self.is_out_of_sight else ""}

    @override
    def show_view(self, view: Mapping[str, str]) -> None:
        """Keep out of sight what was so."""
        if view.get("sight") == "hidden":
            self.put_out_of_sight(away=True)
