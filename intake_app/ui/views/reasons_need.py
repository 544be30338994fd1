"""A page of "Waarom?": one side, with what weighs, what helps already, and what is not known yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from intake_app.triage.outcome import NEED_FROM
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.need_bar import Band, Need, NeedTrack
from intake_app.ui.presenters.reasons import ReasonsState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.reasons_rows import OpenRow, ReasonCard, ReasonRow

WHOLE = 100.0
STACKS_FROM = 1.5
"""Text size from which the cards lie under one another."""


def side_by_side(*cards: tuple[QWidget, int]) -> QBoxLayout:
    """Return cards side by side with their share of the room, under one another where text is large."""
    row = _row()
    row.setSpacing(20)
    for card, share in cards:
        row.addWidget(card, 0 if is_narrow() else share)
    return row


def is_narrow() -> bool:
    """Tell whether text is so large that things lie under one another."""
    return current_theme().text_scale >= STACKS_FROM


def _row() -> QBoxLayout:
    return QBoxLayout(QBoxLayout.Direction.TopToBottom if is_narrow() else QBoxLayout.Direction.LeftToRight)


class NeedPage(QWidget):
    """The reasons of one side. `asked` carries a question to go to."""

    asked = Signal(str)

    def __init__(self, state: ReasonsState) -> None:
        super().__init__()
        self.rows = [ReasonRow(line) for line in (*state.weighs, *state.helps)]
        self.open_rows = self._open_rows(state)
        self.figure_line = Label(state.figures, Type.SMALL)
        nothing = self.tr("Nog niets genoemd.")
        weighs: list[QWidget] = [*self.rows[: len(state.weighs)]]
        helps: list[QWidget] = [*self.rows[len(state.weighs) :]]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(self._top(state))
        column.addLayout(
            side_by_side(
                (ReasonCard(self.tr("Dit weegt mee"), weighs, nothing), 5),
                (ReasonCard(self.tr("Dit helpt al"), helps, nothing), 4),
                (ReasonCard(self.tr("Dit weten we nog niet"), [*self.open_rows], self.tr("Alles is gevraagd.")), 4),
            )
        )

    def _top(self, state: ReasonsState) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(state.short, Type.TITLE))
        words.addWidget(self.figure_line)
        words.addStretch(1)
        legend = self.tr("Streep: zoals het nu is. Band: waar het nog heen kan.")
        explained = QVBoxLayout()
        explained.setSpacing(2)
        for line in (legend, state.open_count):
            explained.addWidget(Label(line, Type.SMALL, Role.TEXT_SOFT))
        explained.addStretch(1)
        row = _row()
        row.setSpacing(8 if is_narrow() else 28)
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

    def show_more(self, *, is_on: bool) -> None:
        """Show figures and where the rules come from, or not."""
        self.figure_line.setVisible(is_on)
        for row in self.rows:
            row.show_more(is_on=is_on)

    def press(self, place: int) -> bool:
        """Go to the open question at this place."""
        if not 0 <= place < len(self.open_rows):
            return False
        self.open_rows[place].ask()
        return True


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
