"""Lists of the sociale kaart: bringing one in, handing one out, and what has changed."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.directory_files_words import ListWords
from intake_app.ui.presenters.directory_words import refusal_words
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.directory_files_changes import ChangesPart
from intake_app.ui.views.directory_files_give import GivePart
from intake_app.ui.views.directory_files_take import TakePart
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.service import LIST

AROUND, ABOVE_THE_FOOTER = 28, 2


class Part(StrEnum):
    """The three parts of the screen."""

    TAKE = "take"
    GIVE = "give"
    CHANGES = "changes"


class DirectoryFilesScreen(OfficeScreen):
    """One part at a time. Who may not change the sociale kaart hands lists out, and sees what has changed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        words = ListWords(context.desk)
        self.refusal = parts.soft(refusal_words(context.desk, context.office.directory))
        self._may_change = not self.refusal.text()
        self.take, self.give, self.changes = (
            TakePart(context, words),
            GivePart(context, words),
            ChangesPart(context, words),
        )
        self._parts: dict[Part, TakePart | GivePart | ChangesPart] = {
            Part.TAKE: self.take,
            Part.GIVE: self.give,
            Part.CHANGES: self.changes,
        }
        self.ways = Chips(self._names(), self.tr("Wat u wilt doen"))
        self.other = parts.button(self.tr("Ander bestand"))
        self.done = parts.button(self.tr("Klaar"), "Esc")
        self.go = parts.button("", "Ctrl Enter", Kind.PRIMARY)
        self._lay_out()
        self._connect()
        self.show_part(Part.TAKE if self._may_change else Part.GIVE)
        for part in (self.give, self.changes):
            part.look()
        self.take.go_on()

    def _names(self) -> dict[str, str]:
        names = {
            Part.TAKE.value: self.tr("Lijst binnenhalen"),
            Part.GIVE.value: self.tr("Lijst meegeven"),
            Part.CHANGES.value: self.tr("Wat is er veranderd"),
        }
        return {part: name for part, name in names.items() if self._may_change or part != Part.TAKE}

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(AROUND, 16, AROUND, 12)
        column.setSpacing(14)
        column.addWidget(self.ways)
        column.addWidget(self.refusal)
        for part in self._parts.values():
            column.addWidget(part, 1)
        self.refusal.setVisible(not self._may_change)
        self._fill(self.tr("Bestanden"), whole, self.other, None, self.done, self.go)
        self._lay_out_strip()

    def _lay_out_strip(self) -> None:
        """Say how it goes below the page, which may be scrolled, so that it is always in sight."""
        strip = QWidget()
        column = QVBoxLayout(strip)
        column.setContentsMargins(AROUND, 0, AROUND, 0)
        for part in self._parts.values():
            gives_way = part.busy.sizePolicy()
            gives_way.setRetainSizeWhenHidden(False)
            part.busy.setSizePolicy(gives_way)
            for words in (part.busy, part.told):
                words.setContentsMargins(0, 6, 0, 10)
                column.addWidget(words)
        page = self.layout()
        if isinstance(page, QVBoxLayout):
            page.insertWidget(ABOVE_THE_FOOTER, strip)

    def _connect(self) -> None:
        self.ways.chosen.connect(self._on_way)
        self.take.changed.connect(self._show_plan)
        self.take.written.connect(self._on_taken)
        self.changes.written.connect(self._on_undone)
        self.other.clicked.connect(self._on_other)
        self.done.clicked.connect(self._on_done)
        self.go.clicked.connect(self.take.take_in)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(self, key, self._on_go)

    def show_part(self, part: Part) -> None:
        """Show one of the three."""
        self.ways.choose(part)
        for each, widget in self._parts.items():
            widget.setVisible(each is part)
            widget.told.say("")
        self.setFocusProxy(self._parts[part])
        self._show_plan()

    @Slot(str)
    def _on_way(self, part: str) -> None:
        self.show_part(Part(part))

    @Slot()
    def _show_plan(self) -> None:
        """Offer what can be done with the list that was read; the button says exactly what it does."""
        self._hold_focus()
        plan = self.take.plan
        is_shown = plan is not None and self.ways.code == Part.TAKE
        self.go.setVisible(is_shown)
        self.other.setVisible(is_shown)
        self.other.setEnabled(not self.take.is_busy)
        self.go.setEnabled(self.take.can_take)
        if plan is not None:
            self.go.set_words(plan.review.take_words())

    def _hold_focus(self) -> None:
        """While something goes on the focus stands above it; Tab leads to Stop."""
        focus = QApplication.focusWidget()
        if self.take.is_busy and focus is not None and (focus is self.go or self.take.isAncestorOf(focus)):
            self.ways.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_go(self) -> None:
        if self.go.isVisible() and self.go.isEnabled():
            self.take.take_in()

    @Slot()
    def _on_other(self) -> None:
        self.take.put_away()
        self.take.drop.look_up.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_taken(self) -> None:
        """Show the outcome, and look again at what hangs on it."""
        self.changes.look()
        self.give.look()
        (self.take.undo if self.take.undo.isVisible() else self.take.drop.look_up).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    @Slot()
    def _on_undone(self) -> None:
        self.give.look()
        self.take.read_again()

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(LIST)

    @override
    def leave(self) -> None:
        """Stop what goes on; what was decided about a list waits."""
        self.take.leave()
        self.give.leave()
