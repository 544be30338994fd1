"""Handing everything over to the person: who is there, what only they decide about, and the two files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.practice.persons import Persons, SilentItem
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.presenters.person import free_stem
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.papers_pages import keep_private
from intake_app.ui.views.person_cards import RightCard

ALONE, NOT_ALONE = "alone", "not_alone"
PDF, JSON = ".pdf", ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Where the two files lie, and what they are called."""

    folder: str
    pdf: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """The slow work of making the two files, which replace none and which only their owner reads."""

    persons: Persons
    talks: tuple[str, ...]
    released: tuple[str, ...]
    alone: bool
    folder: Path
    stem: str

    def __call__(self) -> Given:
        """Make both or none. Raises `ProblemsError` and `OSError`."""
        taken = {each.name for each in self.folder.iterdir()}
        stem = free_stem(self.stem, taken, (PDF, JSON))
        made = self.persons.export(self.talks, self.released, alone=self.alone)
        pdf, json = self.folder / f"{stem}{PDF}", self.folder / f"{stem}{JSON}"
        keep_private(pdf, made.pdf)
        try:
            keep_private(json, made.json)
        except OSError:
            pdf.unlink()
            raise
        return Given(folder=str(self.folder), pdf=pdf.name, json=json.name)


class ExportCard(RightCard):
    """First asks whether the person is alone. Only then it may offer what nobody else may hear; nothing is ticked."""

    asked_alone = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Alles meegeven"),
            self.tr(
                "Meegeven doet een praktijkondersteuner, intaker, regiebehandelaar of huisarts die dit gesprek "
                "kan lezen. Vraag het een van hen."
            ),
        )
        self.alone = Chips(self._alone_words(), self.tr("Is de persoon nu alleen?"))
        self.items: dict[str, TickBox] = {}
        self._slot = QWidget()
        self._column = QVBoxLayout(self._slot)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.keep, self.busy = parts.button(self.tr("Bewaar in een map …")), BusyRow()
        self.fill(
            parts.text(
                self.tr(
                    "De persoon krijgt alles wat hier staat, en wie het zag: "
                    "een pdf om te lezen, en een json-bestand voor een ander programma."
                )
            ),
            parts.label(self.alone.accessibleName(), self.alone),
            self.alone,
            self._slot,
            parts.bare_row(self.keep, self.busy, None),
        )
        self.alone.chosen.connect(self._on_alone)
        self.keep.clicked.connect(self.wanted)
        self.forget()

    def _alone_words(self) -> dict[str, str]:
        return {ALONE: self.tr("Ja, er is niemand bij"), NOT_ALONE: self.tr("Nee, of ik weet het niet")}

    @property
    def is_alone(self) -> bool:
        """Whether the person was said to be alone."""
        return self.alone.code == ALONE

    @property
    def released(self) -> tuple[str, ...]:
        """What was ticked; only for who is alone."""
        return tuple(id_ for id_, box in self.items.items() if box.isChecked()) if self.is_alone else ()

    def forget(self) -> None:
        """Ask again who is there: something else is handed over."""
        self.alone.choose()
        self.told.say("")
        self.end()
        self.show_items(())
        self.keep.setEnabled(False)

    @Slot()
    def _on_alone(self) -> None:
        self.told.say("")
        self.show_items(())
        self.keep.setEnabled(not self.is_alone)
        if self.is_alone:
            self.asked_alone.emit()

    def show_items(self, items: Sequence[SilentItem]) -> None:
        """Offer what goes only when the person wants it; where there is nothing, nothing is said."""
        empty(self._column)
        self.items = {item.id: TickBox(item.text) for item in items}
        if items:
            hint = self.tr("Dit gaat alleen mee als de persoon dat wil. Vraag het per regel, en denk aan wie meeleest.")
            self._column.addWidget(parts.text(hint))
        for box in self.items.values():
            self._column.addWidget(box)
        self._slot.setVisible(bool(items))
        self.keep.setEnabled(bool(self.alone.code))

    def begin(self, words: str) -> None:
        """Say what goes on; meanwhile nothing can be chosen."""
        self.told.say("")
        self.keep.setEnabled(False)
        self.alone.setEnabled(False)
        self._slot.setEnabled(False)
        self.busy.begin(words)

    def end(self) -> None:
        """Let one choose again."""
        self.busy.end()
        self.alone.setEnabled(True)
        self._slot.setEnabled(True)
        self.keep.setEnabled(bool(self.alone.code))
