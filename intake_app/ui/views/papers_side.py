"""The two sides of the papers: the list left; letters, consent and what holds a paper back right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import LinkButton
from intake_app.ui.fields.card import FactLine
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.fields.number_scale import ChoiceRow
from intake_app.ui.presenters.papers import ASK, CONSENT, HoldView, PapersState, PaperView
from intake_app.ui.theme.icons import icon
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.choose_frame import column, empty, line

JOURNAL = "journal"
BROKEN_FROM = 1.4
LARGE, USUAL = "large", "usual"


class PaperList(QFrame):
    """The papers that can be made, and the text without paper. Arrows go through it."""

    chosen = Signal(str)
    journal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_left")
        self.rows: dict[str, QPushButton] = {}
        self._shown: PapersState | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.journal = self._row("")
        self.journal.setCheckable(False)
        self.journal.clicked.connect(self.journal_asked)
        inside = column(
            Label(self.tr("Papieren"), Type.LABEL, Role.TEXT_SOFT),
            self._rows,
            Label(self.tr("Zonder papier"), Type.LABEL, Role.TEXT_SOFT),
            self.journal,
            gap=8,
        )
        inside.addStretch(1)
        inside.setContentsMargins(12, 20, 12, 12)
        self.setLayout(inside)
        theme_source().changed.connect(self._paint)

    def _row(self, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def show_state(self, state: PapersState) -> None:
        """Show the papers and which one is looked at."""
        self._shown = state
        if list(self.rows) != [each.id for each in state.papers]:
            self._make_rows(state.papers)
        for each in state.papers:
            row = self.rows[each.id]
            row.setText(self._broken(f"{each.title}\n{each.about}"))
            row.setAccessibleName(f"{each.title}, {each.about}")
            row.setChecked(each.id == state.chosen.id)
        lines = self.tr("{count} regels · kopieer met Ctrl J").format(count=state.journal_lines)
        title = self.tr("Tekst voor het journaal")
        self.journal.setText(self._broken(f"{title}\n{lines}"))
        self.journal.setAccessibleName(f"{title}, {lines}")
        self._paint()

    def _broken(self, words: str) -> str:
        """Break the second line where text is large: a button cuts what does not fit."""
        return words.replace(" · ", "\n") if current_theme().text_scale > BROKEN_FROM else words

    def _make_rows(self, papers: tuple[PaperView, ...]) -> None:
        empty(self._rows)
        self.rows = {each.id: self._row("") for each in papers}
        for row in self.rows.values():
            row.clicked.connect(self._on_clicked)
            self._rows.addWidget(row)

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
        buttons[max(0, min(at + step, len(buttons) - 1))].setFocus(Qt.FocusReason.OtherFocusReason)


class HoldRow(QWidget):
    """One thing that holds a paper back, with the way out."""

    asked = Signal(HoldView)

    def __init__(self, hold: HoldView) -> None:
        super().__init__()
        self._hold = hold
        self.button = LinkButton(self.tr("Naar de vraag") if hold.way == ASK else self.tr("Leg dit vast"))
        self.button.setVisible(hold.way not in {"", CONSENT})
        self.button.clicked.connect(self._on_clicked)
        words = line(IconLabel("lock"), Label(hold.text), gap=10)
        words.setStretch(1, 1)
        inside = column(words, gap=4)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(inside)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._hold)


class PaperSide(QFrame):
    """What belongs to the paper in view: size of letters, consent, and what holds it back."""

    enlarged = Signal(bool)
    consented = Signal(bool)
    way_asked = Signal(HoldView)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_right")
        self.title = Label("", Type.TITLE)
        self.letters = ChoiceRow(((USUAL, self.tr("Gewoon")), (LARGE, self.tr("Extra groot"))))
        self.consent = TickBox(self.tr("Ja, dat mag"), "", self.tr("Dit mag u altijd terugnemen"))
        self.said = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.message = Label("", tone=Role.TEXT)
        self.reading = FactLine(
            "info",
            self.tr("U kunt nu alleen lezen. Bekijken, bewaren en afdrukken kan; toestemming vastleggen niet."),
            Type.TEXT,
            Role.TEXT,
        )
        self._holds = QVBoxLayout()
        self._shown: tuple[HoldView, ...] = ()
        spoken = self.tr("“U neemt dit mee. Mag de huisarts de samenvatting lezen?”")
        advice = line(
            IconLabel("info"), Label(self.tr("Dit papier is een advies, geen verwijzing."), Type.SMALL), gap=8
        )
        advice.setStretch(1, 1)
        inside = column(
            self.title,
            Label(self.tr("Letters"), Type.LABEL, Role.TEXT_SOFT),
            self.letters,
            self.reading,
            self._holds,
            self.message,
            Line(),
            Label(self.tr("Wie mag dit zien?"), Type.LABEL, Role.TEXT_SOFT),
            Label(spoken),
            self.consent,
            self.said,
            advice,
            gap=10,
        )
        inside.addStretch(1)
        inside.setContentsMargins(20, 20, 20, 16)
        self.setLayout(inside)
        self.letters.chosen.connect(self._on_letters)
        self.consent.ticked.connect(self.consented)

    def show_state(self, state: PapersState, closing: tuple[HoldView, ...]) -> None:
        """Show the paper in view; `closing` is what held closing back just now."""
        self.title.setText(state.chosen.title)
        self.letters.show_code(LARGE if state.is_large else USUAL)
        self.consent.setChecked(state.has_consent)
        self.consent.setEnabled(not state.is_reading)
        self.reading.setVisible(state.is_reading)
        self.said.setText(state.consent_text)
        self.said.setVisible(state.has_consent)
        holds = tuple(dict.fromkeys((*state.chosen.holds, *closing)))
        if holds != self._shown:
            self._shown = holds
            empty(self._holds)
            for each in holds:
                row = HoldRow(each)
                row.asked.connect(self.way_asked)
                self._holds.addWidget(row)

    def say(self, words: str) -> None:
        """Say what went wrong, in place; nothing when empty."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    @Slot(str)
    def _on_letters(self, code: str) -> None:
        self.enlarged.emit(code == LARGE)
