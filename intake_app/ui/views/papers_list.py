"""The list of papers left, in groups by who reads them, and the text without paper."""

from __future__ import annotations

from textwrap import wrap

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import PapersState, PaperView
from intake_app.ui.theme.icons import icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.choose_frame import column, empty

BROKEN_FROM, MOST_SIGNS, USUAL_SIGNS = 1.4, 18, 24
"""From which size of text a line of a row is shorter, and how many signs it holds then and usually."""


class PaperList(QFrame):
    """The papers that can be made, and the text without paper. Arrows go through it."""

    chosen = Signal(str)
    journal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_left")
        self.rows: dict[str, QPushButton] = {}
        self._shown: PapersState | None = None
        self._groups = QVBoxLayout()
        self._groups.setSpacing(4)
        self.later = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.later.setContentsMargins(0, 8, 0, 2)
        self.journal = self._row("")
        self.journal.clicked.connect(self.journal_asked)
        inside = column(self._groups, self._heading(self.tr("Zonder papier")), self.journal, self.later, gap=4)
        inside.addStretch(1)
        inside.setContentsMargins(12, 12, 12, 12)
        self.setLayout(inside)
        theme_source().changed.connect(self._paint)

    def _heading(self, words: str) -> Label:
        made = Label(words, Type.LABEL, Role.TEXT_SOFT)
        made.setContentsMargins(0, 10, 0, 2)
        return made

    def _row(self, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def _reader_words(self) -> dict[str, str]:
        return {
            "person": self.tr("Voor de persoon"),
            "relatives": self.tr("Voor naasten"),
            "huisarts": self.tr("Voor de huisarts"),
            "others": self.tr("Voor een organisatie"),
        }

    def show_state(self, state: PapersState, *, is_journal: bool) -> None:
        """Show the papers and which one is looked at, or that it is the text without paper."""
        self._shown = state
        if list(self.rows) != [each.id for each in state.papers]:
            self._make_rows(state.papers)
        for each in state.papers:
            row = self.rows[each.id]
            row.setText(self._broken(f"{each.title}\n{each.detail}"))
            row.setAccessibleName(f"{each.title}, {each.about}")
            row.setChecked(each.id == state.chosen.id and not is_journal)
        self.later.setText(state.later)
        self.later.setVisible(bool(state.later))
        lines = self.tr("{count} regels · kopieer met Ctrl J").format(count=state.journal_lines)
        title = self.tr("Tekst voor het journaal")
        self.journal.setText(self._broken(f"{title}\n{lines}"))
        self.journal.setAccessibleName(f"{title}, {lines}")
        self.journal.setChecked(is_journal)
        self._paint()

    def _broken(self, words: str) -> str:
        """Break what is long: a button cuts what does not fit."""
        most = MOST_SIGNS if current_theme().text_scale > BROKEN_FROM else USUAL_SIGNS
        lines = words.split("\n")
        pieces = (piece for each in lines for piece in ([each] if len(each) <= most else each.split(" · ")))
        return "\n".join(line for piece in pieces for line in wrap(piece, most))

    def _make_rows(self, papers: tuple[PaperView, ...]) -> None:
        empty(self._groups)
        self.rows, words, reader = {}, self._reader_words(), ""
        for each in papers:
            if each.reader != reader:
                reader = each.reader
                self._groups.addWidget(self._heading(words[reader]))
            row = self._row("")
            row.clicked.connect(self._on_clicked)
            self.rows[each.id] = row
            self._groups.addWidget(row)

    @Slot()
    def _paint(self) -> None:
        theme = current_theme()
        ready = {each.id: each.is_ready for each in self._shown.papers} if self._shown else {}
        for id_, row in self.rows.items():
            row.setIcon(icon(theme, "file" if ready.get(id_) else "lock", Role.TEXT, theme.px(18)))
        for button in (*self.rows.values(), self.journal):
            button.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.journal.setIcon(icon(theme, "copy", Role.TEXT, theme.px(18)))
        self.setStyleSheet(
            f"QPushButton {{ text-align: left; border: 0; background: transparent; padding: {theme.gap(8)}px;"
            f" min-height: {theme.px(44)}px; font-weight: 400; color: {theme.hex(Role.TEXT)}; }}"
            f"QPushButton:hover {{ background: {theme.hex(Role.SUNKEN)}; }}"
            f"QPushButton:checked {{ background: {theme.hex(Role.SELECTED)}; font-weight: 600; }}"
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(next(id_ for id_, row in self.rows.items() if row is self.sender()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons: list[QAbstractButton] = [*self.rows.values(), self.journal]
        at = next((at for at, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        there = buttons[max(0, min(at + step, len(buttons) - 1))]
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(there)


def bring_into_view(widget: QWidget) -> None:
    """Scroll what a widget stands in until the widget is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
            return
        above = above.parentWidget()
