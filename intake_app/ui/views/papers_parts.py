"""The widgets of the papers and their places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.presenters.read_only import is_reading as looks_only
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_frame import TalkHeader, column, footer, line, who_it_is
from intake_app.ui.views.papers_middle import PaperMiddle
from intake_app.ui.views.papers_side import PaperList, PaperSide

LEFT_WIDTH, RIGHT_WIDTH = 270, 304


class PapersParts(Screen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        self.header = TalkHeader(self.context, self.tr("Meegeven"), who_it_is(self.context.talk, self.context))
        self.list, self.side, self.middle = PaperList(), PaperSide(), PaperMiddle()
        is_reading = looks_only(self.context.desk, self.context.session)
        self.header.gut_feeling.setVisible(not is_reading)
        back = self.tr("Terug naar de gesprekken") if is_reading else self.tr("Terug naar afspraken")
        self.back = ActionButton(back, "Alt ←")
        self.keep = ActionButton(self.tr("Bewaar als pdf"), "Ctrl S", Kind.PLAIN, icon="file")
        self.close_button = ActionButton(self.tr("Gesprek afsluiten"))
        self.print_button = ActionButton(self.tr("Afdrukken"), "Ctrl P", Kind.PRIMARY)

    def _lay_out(self) -> None:
        self._areas = tuple(_scrolled(each) for each in (self.list, self.side))
        panes = line(self._areas[0], self.middle, self._areas[1], gap=0)
        panes.setStretch(1, 1)
        bar = footer(self.back, self.keep, self.close_button, self.print_button)
        whole = column(self.header, panes, bar, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sides grow with the text, but leave the page room."""
        super().resizeEvent(event)
        theme = current_theme()
        wanted = (LEFT_WIDTH, RIGHT_WIDTH)
        for area, width in zip(self._areas, wanted, strict=True):
            area.setFixedWidth(min(theme.px(width), round(self.width() * 0.3)))


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
