"""The widgets of the papers and their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.presenters.read_only import is_reading as looks_only
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_frame import TalkHeader, column, footer, line, scrolled, who_it_is
from intake_app.ui.views.out_of_sight import GlanceScreen
from intake_app.ui.views.papers_list import PaperList
from intake_app.ui.views.papers_middle import PaperMiddle
from intake_app.ui.views.papers_side import PaperSide

LEFT_WIDTH, RIGHT_WIDTH = 270, 304
SHARE = 0.345
"""Of the window, at most for each side."""


class PapersParts(GlanceScreen):
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
        self._areas = tuple(scrolled(each) for each in (self.list, self.side))
        panes = line(self._areas[0], self.middle, self.hidden, self._areas[1], gap=0)
        for middle in (1, 2):
            panes.setStretch(middle, 1)
        bar = footer(self.back, self.keep, self.close_button, self.print_button, optional=self.keep)
        whole = column(self.header, panes, bar, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll the right side to one of its parts."""
        self._areas[1].ensureWidgetVisible(part)

    @override
    def contents(self) -> QWidget:
        return self.middle

    @override
    def put_out_of_sight(self, *, away: bool) -> None:
        """What could be released shuts in any case."""
        self.side.consent.release.shut()
        super().put_out_of_sight(away=away)
        self.refresh()

    @Slot()
    def on_hide(self) -> None:
        """Put the page out of sight, or bring it back."""
        was_away = self.is_out_of_sight
        self.put_out_of_sight(away=not was_away)
        (self.print_button if was_away else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {
            "save_pdf": self.keep.click,
            "print": self.print_button.click,
            "journal": self.middle.copy.click,
            "picture": self.on_hide,
        }

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done with the paper in view; the text for the record is always there."""
        return frozenset(self.own_actions()) - (frozenset() if self.keep.isEnabled() else {"save_pdf", "print"})

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sides grow with the text, but leave the page room; a scroll bar comes beside what is there."""
        super().resizeEvent(event)
        theme = current_theme()
        wanted = (LEFT_WIDTH, RIGHT_WIDTH)
        for area, width in zip(self._areas, wanted, strict=True):
            bar = area.verticalScrollBar().sizeHint().width()
            area.setFixedWidth(min(theme.px(width) + bar, round(self.width() * SHARE)))
