"""What stands around the question: the last answer, the quiet line on top, and what goes well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.chip import ChipButton, Tone
from intake_app.ui.fields.label import ElidedLabel, IconLabel, set_look
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.presenters.conversation import PreviousState
from intake_app.ui.presenters.flags import BandState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source

HEIGHT, WIDEST = 36, 640
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PreviousLine(QFrame):
    """The last thing said, always on the same line."""

    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.words = ElidedLabel("", Type.TEXT, Role.TEXT_SOFT)
        self.undo = ActionButton(self.tr("Terug"), "Ctrl Z", Kind.PLAIN)
        self.undo.clicked.connect(self.undone)
        self._icon = IconLabel("talked", Role.TEXT_SOFT, 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 4, 1)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_previous(self, state: PreviousState) -> None:
        """Show it, or an empty line."""
        has_words = bool(state.name)
        self.words.set_text(f"{state.name}: {state.answer}" if has_words else self.tr("Nog geen antwoorden"))
        self.undo.setEnabled(has_words)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(current_theme().px(WIDEST))


class BandLine(QFrame):
    """A quiet line on top. Its place is kept free, so that nothing moves when it comes."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", Type.STRONG)
        self.button = ActionButton(self.tr("Bekijk"), kind=Kind.PLAIN)
        self.button.clicked.connect(self.opened)
        self._icon = IconLabel("later", Role.TEXT, 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 4, 1)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_band(self, state: BandState | None) -> None:
        """Show what waits or must be arranged today, or nothing."""
        is_there, holds = state is not None, state is not None and state.holds
        self.words.set_text("" if state is None else state.text)
        self.words.set_tone(Role.ALARM if holds else Role.TEXT)
        self._icon.show_icon("niet_pluis" if holds else "later", Role.ALARM if holds else Role.WEIGHS)
        self._icon.setVisible(is_there)
        self.button.setVisible(is_there)
        set_look(self, "look", ("card_alarm" if holds else "card_today") if is_there else "bare")

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(current_theme().height(HEIGHT) + 4)
        self.setMaximumWidth(current_theme().px(WIDEST))


class StrengthLine(QWidget):
    """What goes well: a mark that opens one line in its own place. `told` carries the words."""

    told = Signal(str)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chip = ChipButton(self.tr("Wat gaat goed"), Tone.GOOD, "good")
        self.words = ElidedLabel("", Type.TEXT, Role.GOOD)
        keeps = self.words.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.words.setSizePolicy(keeps)
        self.line = LineField(self.tr("Wat gaat goed"), hint=self.tr("Wat gaat goed, of wie helpt al?"))
        self._pages = QStackedLayout(self)
        shown = QWidget()
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addWidget(self.words, 1)
        self._pages.addWidget(shown)
        self._pages.addWidget(self.line)
        self.line.opener = self.chip
        self.chip.clicked.connect(self._on_clicked)
        self.line.edited.connect(self.told)
        self.line.editingFinished.connect(self._on_finished)

    def show_strength(self, words: str) -> None:
        """Show what goes well; while one types the line stays."""
        if self.line.hasFocus():
            return
        self._show_words(words)
        self.line.show_text(words)
        self._pages.setCurrentIndex(0)

    def _show_words(self, words: str) -> None:
        self.chip.setChecked(bool(words))
        self.words.set_text(words)

    @Slot()
    def _on_clicked(self) -> None:
        self.chip.setChecked(bool(self.words.whole))
        self._pages.setCurrentIndex(1)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_finished(self) -> None:
        self._show_words(self.line.text().strip())
        self._pages.setCurrentIndex(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the line and does nothing else."""
        if event.key() in ENTER:
            self.finished.emit()
        else:
            super().keyPressEvent(event)
