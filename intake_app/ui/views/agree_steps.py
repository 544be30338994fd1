"""The agreed steps as cards: the first steps, then under a line what comes later."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.step_card import StepCard, StepValue, StepWords
from intake_app.ui.presenters.agree import AgreeState, StepView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty, line, on_key


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEdited:
    """A step says something else now."""

    at: int
    value: StepValue


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMoved:
    """A step goes up (-1) or down (1)."""

    at: int
    by: int


class StepRow(QWidget):
    """One step with the keys to move it: Ctrl+Up and Ctrl+Down."""

    edited = Signal(StepEdited)
    moved = Signal(StepMoved)
    removed = Signal(int)

    def __init__(self, at: int, words: StepWords) -> None:
        super().__init__()
        self.at = at
        self.card = StepCard(at + 1, words)
        self.up = ActionButton("", kind=Kind.PLAIN, icon="up")
        self.down = ActionButton("", kind=Kind.PLAIN, icon="down")
        self.up.setAccessibleName(self.tr("Omhoog"))
        self.down.setAccessibleName(self.tr("Omlaag"))
        for button in (self.up, self.down):
            button.setToolTip(button.accessibleName())
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        on_key(self, "Ctrl+Up", self._on_up)
        on_key(self, "Ctrl+Down", self._on_down)
        whole = line(self.card, column(self.up, self.down, gap=0), gap=4)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.card.edited.connect(self._on_edited)
        self.card.removed.connect(self._on_removed)

    def show_view(self, view: StepView, last: int) -> None:
        """Show a step without telling anybody."""
        value = StepValue(what=view.text, who=view.who, by=view.by, start=view.smallest_start)
        self.card.show_step(self.at + 1, value)
        self.up.setEnabled(self.at > 0)
        self.down.setEnabled(self.at < last)

    @Slot(object)
    def _on_edited(self, value: StepValue) -> None:
        self.edited.emit(StepEdited(at=self.at, value=value))

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self.at)

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(StepMoved(at=self.at, by=-1))

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(StepMoved(at=self.at, by=1))


class Steps(QWidget):
    """All steps. Rows stay while their number stays; what is being typed is left alone."""

    edited = Signal(StepEdited)
    moved = Signal(StepMoved)
    removed = Signal(int)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.rows: list[StepRow] = []
        self._people: tuple[tuple[str, str], ...] = ()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.none = Label(self.tr("Nog geen stappen. Dat mag. Schrijf er een op, of ga verder."), tone=Role.TEXT_SOFT)
        self.setLayout(column(self.none, self._cards, gap=12))

    @property
    def is_typed_in(self) -> bool:
        """Tell whether a step is being typed that was not told yet."""
        return any(row.card.is_typed_in for row in self.rows)

    def show_state(self, state: AgreeState) -> None:
        """Show these steps."""
        people = tuple((each.code, each.text) for each in state.who)
        if len(self.rows) != len(state.steps) or people != self._people:
            self._people = people
            self._make_rows(state)
        for row, view in zip(self.rows, state.steps, strict=True):
            row.show_view(view, len(state.steps) - 1)
        self.none.setVisible(not state.steps)

    def _make_rows(self, state: AgreeState) -> None:
        empty(self._cards)
        words = self._words()
        self.rows = [StepRow(at, words) for at in range(len(state.steps))]
        for row, view in zip(self.rows, state.steps, strict=True):
            if not view.number and all(each.number for each in state.steps[: row.at]):
                self._cards.addWidget(Label(self.tr("Later"), Type.LABEL, Role.TEXT_SOFT))
            self._cards.addWidget(row)
            row.show()
            row.edited.connect(self.edited)
            row.moved.connect(self.moved)
            row.removed.connect(self.removed)

    def _words(self) -> StepWords:
        return StepWords(
            what=self.tr("Wat"),
            who=self.tr("Wie doet het"),
            when=self.tr("Wanneer, uiterlijk"),
            start=self.tr("Kleinste begin"),
            remove=self.tr("Weghalen"),
            no_date=self.tr("geen dag"),
            people=self._people,
            language=self._language,
        )
