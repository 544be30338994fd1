"""Does what is asked about the service that is shown, and says how it went; each change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError
from intake_app.directory.import_plan import Format
from intake_app.directory.model import How
from intake_app.practice.upkeep import BatchLine
from intake_app.ui.presenters.directory_deeds import Deeds, is_overheard
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.directory_entry import EntryPane
from intake_app.ui.views.directory_leaflet import LeafletLayer
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.save_dialog import SaveDialog


class DirectoryActs(QObject):
    """`changed` tells that the sociale kaart is not what it was; `ended` that a question is over."""

    changed = Signal()
    ended = Signal()

    def __init__(self, context: ScreenContext, entry: EntryPane, layer: LeafletLayer) -> None:
        super().__init__(entry)
        self._context, self._entry, self._layer = context, entry, layer
        self._upkeep, self._deeds = context.office.directory, Deeds(context.office)
        self._connect()

    def _connect(self) -> None:
        box, notes = self._entry.deeds, self._entry.notes
        box.edit.clicked.connect(self._on_edit)
        box.leaflet.clicked.connect(self._on_leaflet)
        box.card.clicked.connect(self._on_card)
        box.again.clicked.connect(self._on_again)
        box.remove.clicked.connect(self._on_remove)
        box.how.told.connect(self._on_right)
        box.reason.given.connect(self._on_never)
        for card in (box.how, box.reason):
            card.closed.connect(self.ended)
        notes.written.connect(self._on_note)
        notes.removed.connect(self._on_note_away)

    @property
    def about(self) -> ServiceId:
        """The service that is shown; empty when there is none."""
        return ServiceId(self._entry.shown)

    @Slot()
    def _on_edit(self) -> None:
        self._context.shell.go("service", self.about)

    @Slot(str)
    def _on_right(self, how: str) -> None:
        work = partial(self._deeds.still_right, self.about, How(how), parts.now())
        self._do(work, self.tr("Genoteerd: klopt nog."))

    @Slot(str)
    def _on_never(self, reason: str) -> None:
        self._do(partial(self._deeds.never_offer, self.about, reason), self.tr("Wordt niet meer aangeboden."))

    @Slot()
    def _on_again(self) -> None:
        self._do(partial(self._deeds.never_offer, self.about, ""), self.tr("Wordt weer aangeboden."))

    @Slot()
    def _on_remove(self) -> None:
        self._do(partial(self._deeds.remove, self.about), self.tr("Verwijderd: {name}.").format(name=self._name))

    @property
    def _name(self) -> str:
        return self._entry.name.text()

    def _do(self, work: Callable[[], BatchLine | None], said: str) -> None:
        """Do one change, and offer to undo it; what is wrong is said beside the buttons."""
        try:
            line = work()
        except ProblemsError as error:
            self._entry.deeds.told.say(fault_words(self._context.desk, error, ""))
        else:
            self._context.shell.toast(said, partial(self._undo, line.id) if line else None)
            self.changed.emit()

    def _undo(self, batch: str) -> None:
        self._context.shell.run(partial(self._upkeep.undo, batch), self._on_undone, self._on_not_undone)

    def _on_undone(self, _line: object) -> None:
        self.changed.emit()

    def _on_not_undone(self, error: Exception) -> None:
        words = self.tr("Ongedaan maken lukte niet. Kijk bij Bestanden wat er is veranderd.")
        self._context.shell.toast(fault_words(self._context.desk, error, words))

    @Slot()
    def _on_leaflet(self) -> None:
        self.make_leaflet((self.about,))

    def make_leaflet(self, ids: Sequence[ServiceId]) -> None:
        """Make one leaflet about these services, and show it; ask first where it tells of violence."""
        self._give_along(ids, partial(self._make_leaflet, tuple(ids)))

    def _give_along(self, ids: Sequence[ServiceId], give: Callable[[], None]) -> None:
        if self._deeds.tells_of_violence(ids):
            self._layer.ask(give, is_overheard=is_overheard(self._context.session))
        else:
            give()

    def _make_leaflet(self, ids: Sequence[ServiceId]) -> None:
        job = self._layer.job(self._upkeep, ids)
        self._context.shell.run(job, self._layer.show_pages, self._on_not_made)

    def _on_not_made(self, error: Exception) -> None:
        words = self.tr("Het blad maken lukte niet. Probeer het nog eens.")
        self._entry.deeds.told.say(fault_words(self._context.desk, error, words))

    @Slot()
    def _on_card(self) -> None:
        self._give_along((self.about,), self._ask_where)

    def _ask_where(self) -> None:
        title = self.tr("Bewaren als visitekaartje")
        chosen = SaveDialog(self._entry, title, "visitekaartje.vcf", "vCard (*.vcf)").ask()
        if chosen is not None:
            self.keep_card(chosen.with_suffix(".vcf"))

    def keep_card(self, path: Path) -> None:
        """Keep the service that is shown as a file for an address book."""
        self._context.shell.run(partial(self._write_card, path, self.about), self._on_kept, self._on_not_kept)

    def _write_card(self, path: Path, about: ServiceId) -> str:
        self._upkeep.write_file(str(path), Format.VCARD, (about,), Work().tell)
        return path.name

    def _on_kept(self, name: object) -> None:
        self._entry.deeds.told.say(self.tr("Bewaard als {name}.").format(name=name))

    def _on_not_kept(self, error: Exception) -> None:
        words = self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte.")
        self._entry.deeds.told.say(fault_words(self._context.desk, error, words))

    @Slot()
    def _on_note(self) -> None:
        notes = self._entry.notes
        text = notes.field.toPlainText().strip()
        if not text:
            return
        try:
            self._upkeep.write_note(self.about, text)
        except ProblemsError as error:
            notes.told.say(fault_words(self._context.desk, error, ""))
        else:
            notes.field.clear()
            self.changed.emit()

    @Slot(str)
    def _on_note_away(self, note: str) -> None:
        try:
            self._upkeep.remove_note(note)
        except ProblemsError as error:
            self._entry.notes.told.say(fault_words(self._context.desk, error, ""))
        else:
            self.changed.emit()
