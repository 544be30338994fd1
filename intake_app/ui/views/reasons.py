"""The sheet "Waarom?": what weighs, what helps and what is open, for one side at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.triage.model import Target
from intake_app.triage.outcome import NEED_FROM
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.need_bar import Band, Need, NeedTrack
from intake_app.ui.presenters.reasons import Reasons, ReasonsState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.reasons_rows import OpenRow, ReasonCard, ReasonRow
from intake_app.ui.views.reasons_urgency import UrgencyCard

WHOLE = 100.0
STACKS_FROM = 1.5
"""Text size from which the cards lie under one another."""


class ReasonsSheet(QFrame):
    """`asked` carries a question to go to; `changed`: the urgency was set; `closed`: away with it."""

    asked = Signal(str)
    changed = Signal()
    closed = Signal()

    def __init__(self, reasons: Reasons, target: Target) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._reasons, self._target, self._has_figures = reasons, target, False
        self._page: parts.Scrolled | None = None
        self.figures = ActionButton(self.tr("Cijfers tonen"), "C", Kind.PLAIN)
        self.medical = ActionButton(self.tr("Medisch"), "M")
        self.social = ActionButton(self.tr("Sociaal"), "S")
        self.close_button = ActionButton(self.tr("Sluiten"), "Esc")
        self.differ = ActionButton(self.tr("Ik zie het anders"), "A")
        self.foot = Label("", Type.SMALL, Role.TEXT_SOFT)
        self._lay_out()
        self.figures.clicked.connect(self._on_figures)
        self.medical.clicked.connect(self._on_medical)
        self.social.clicked.connect(self._on_social)
        self.close_button.clicked.connect(self.closed)
        self.differ.clicked.connect(self._on_differ)
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(self._on_in_sight)
        self.show_target(target)
        self.setFocusProxy(self.close_button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = parts.row(
            Label(self.tr("Waarom?"), Type.HEADING, wraps=False),
            self.medical,
            self.social,
            None,
            self.figures,
            self.close_button,
        )
        head.setContentsMargins(28, 10, 20, 10)
        self._body = QVBoxLayout()
        foot = parts.row(self.foot, None, self.differ)
        foot.setContentsMargins(28, 10, 20, 10)
        column.addLayout(head)
        column.addLayout(self._body, 1)
        column.addLayout(foot)

    def show_target(self, target: Target) -> None:
        """Show the reasons of one side."""
        self._target = target
        state = self._reasons.state(target)
        self.setAccessibleName(state.title)
        self.medical.set_kind(Kind.OUTLINED if target is Target.MEDICAL else Kind.PLAIN)
        self.social.set_kind(Kind.OUTLINED if target is Target.SOCIAL else Kind.PLAIN)
        self.foot.setText(state.foot)
        if self._page is not None:
            self._body.removeWidget(self._page)
            self._page.deleteLater()
        self._page = parts.Scrolled(self._made(state))
        self._body.addWidget(self._page)
        self._show_figures()

    def _made(self, state: ReasonsState) -> parts.Page:
        page = parts.Page()
        page.setProperty("look", "ground")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(18)
        column.addLayout(self._top(state))
        is_narrow = current_theme().text_scale >= STACKS_FROM
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        cards = QBoxLayout(way)
        cards.setSpacing(20)
        nothing = self.tr("Nog niets genoemd.")
        self.rows = [ReasonRow(line) for line in (*state.weighs, *state.helps)]
        weighs: list[QWidget] = [*self.rows[: len(state.weighs)]]
        helps: list[QWidget] = [*self.rows[len(state.weighs) :]]
        self.open_rows = self._open_rows(state)
        cards.addWidget(ReasonCard(self.tr("Dit weegt mee"), weighs, nothing), 5)
        cards.addWidget(ReasonCard(self.tr("Dit helpt al"), helps, nothing), 4)
        title, none = self.tr("Dit weten we nog niet"), self.tr("Alles is gevraagd.")
        cards.addWidget(ReasonCard(title, [*self.open_rows], none), 4)
        column.addLayout(cards)
        self.urgency = UrgencyCard(state)
        self.urgency.kept.connect(self._on_kept)
        self.urgency.followed.connect(self._on_followed)
        self.urgency.closed.connect(self._on_left)
        self.urgency.hide()
        column.addWidget(self.urgency)
        column.addStretch(1)
        return page

    def _top(self, state: ReasonsState) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(state.title, Type.QUESTION))
        said = self.tr("Zo leest het programma de antwoorden. U en de persoon beslissen.")
        words.addWidget(Label(said, Type.TEXT, Role.TEXT_SOFT))
        self.figure_line = Label(state.figures, Type.SMALL)
        words.addWidget(self.figure_line)
        legend = self.tr("Streep: zoals het nu is. Band: waar het nog heen kan.")
        explained = QVBoxLayout()
        explained.setSpacing(2)
        for line in (legend, state.open_count):
            explained.addWidget(Label(line, Type.SMALL, Role.TEXT_SOFT))
        explained.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(words, 5)
        row.addWidget(_track(state), 5, Qt.AlignmentFlag.AlignTop)
        row.addLayout(explained, 3)
        return row

    def _open_rows(self, state: ReasonsState) -> list[OpenRow]:
        rows = []
        for number, line in enumerate(state.open, start=1):
            row = OpenRow(line, self.tr("Vraag nu"), str(number))
            row.asked.connect(self.asked)
            rows.append(row)
        return rows

    def _show_figures(self) -> None:
        self.figure_line.setVisible(self._has_figures)
        self.figures.set_words(self.tr("Cijfers weg") if self._has_figures else self.tr("Cijfers tonen"))
        for row in self.rows:
            row.show_figure(is_on=self._has_figures)

    @Slot()
    def _on_figures(self) -> None:
        self._has_figures = not self._has_figures
        self._show_figures()

    @Slot()
    def _on_medical(self) -> None:
        self.show_target(Target.MEDICAL)

    @Slot()
    def _on_social(self) -> None:
        self.show_target(Target.SOCIAL)

    @Slot()
    def _on_differ(self) -> None:
        self.urgency.show()
        self.urgency.setFocus(Qt.FocusReason.OtherFocusReason)
        self._in_sight.start()

    @Slot()
    def _on_in_sight(self) -> None:
        """Bring the card into sight once it has its place."""
        if self._page is not None:
            self._page.ensureWidgetVisible(self.urgency)

    @Slot()
    def _on_left(self) -> None:
        self.urgency.hide()
        self.differ.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        wrong = self._reasons.set_urgency(self.urgency.levels.code, self.urgency.reason.text())
        if wrong:
            self.urgency.show_fault(wrong)
            return
        self._end_urgency()

    @Slot()
    def _on_followed(self) -> None:
        self._reasons.follow_rules()
        self._end_urgency()

    def _end_urgency(self) -> None:
        """Show what holds now, and go back to the sheet."""
        self.show_target(self._target)
        self.differ.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _ask(self, digit: str) -> bool:
        place = int(digit) - 1 if digit.isascii() and digit.isdigit() else -1
        if not 0 <= place < len(self.open_rows):
            return False
        self.open_rows[place].ask()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C figures, M and S the sides, A another view, digits ask."""
        buttons = {"C": self.figures, "M": self.medical, "S": self.social, "A": self.differ}
        button = buttons.get(event.text().upper())
        if button is not None:
            button.click()
        elif not self._ask(event.text()):
            super().keyPressEvent(event)


def _track(state: ReasonsState) -> NeedTrack:
    track, need = NeedTrack(_bands(state)), state.need
    track.show_need(
        Need(
            name=need.name,
            word=need.word,
            low=need.low,
            high=need.high,
            point=need.point if need.is_known else None,
            spoken=f"{need.name}: {need.word}",
        )
    )
    return track


def _bands(state: ReasonsState) -> tuple[Band, ...]:
    starts = sorted(least for _, least in NEED_FROM)[1:]
    return tuple(Band(name=name, upto=upto) for name, upto in zip(state.bands, (*starts, WHOLE), strict=True))
