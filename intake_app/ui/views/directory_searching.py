"""Searching the sociale kaart: ready to search, what is looked for, what was found, and remembering it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from typing_extensions import override

from intake_app.core.ids import ServiceId
from intake_app.directory.query import Found
from intake_app.ui.presenters.directory_rows import count_words, empty_words, note_words, read_as_words
from intake_app.ui.presenters.directory_search import Chosen, LookedFor
from intake_app.ui.presenters.directory_words import refusal_words
from intake_app.ui.presenters.service_unsaved import note_way, way_of
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.directory_parts import DirectoryParts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.service import CAME_FROM, LIST


class DirectorySearching(DirectoryParts):
    """What one looked for is there again after going elsewhere, until one says that one is done."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._is_ready, self._wanted, self._is_over = False, "", False
        self._refusal = refusal_words(context.desk, self._upkeep)
        self._searches = QTimer(self, singleShot=True, interval=0)
        note_way(context.desk, CAME_FROM, None)
        before = way_of(context.desk, LIST)
        self._before = before if isinstance(before, LookedFor) else LookedFor(chosen=Chosen(), about="")
        self.words.setText(self._before.chosen.words)
        self.words.selectAll()
        self._searches.timeout.connect(self._search_now)

    def begin(self) -> None:
        """Make the search ready off the drawing thread; then look for what one looked for before."""
        self.busy.begin(self.tr("De sociale kaart wordt klaargezet …"))
        self.context.shell.run(self._upkeep.warm, self._on_warm, self._on_not_warm)

    @property
    def chosen(self) -> Chosen:
        """What is looked for now."""
        return replace(self.filters.chosen, words=self.words.text())

    def _on_warm(self, _nothing: object) -> None:
        self._is_ready = True
        self.busy.end()
        self._search.look_at(self._upkeep.services())
        self.filters.offer_languages(self._search.languages())
        self._search_again()

    def _on_not_warm(self, error: Exception) -> None:
        self.busy.end()
        words = self.tr("De sociale kaart kon niet worden gelezen. Sluit dit scherm en probeer het nog eens.")
        self.outcome.say(fault_words(self.context.desk, error, words))

    def _search_again(self) -> None:
        """Look for what one looked for before going elsewhere; for everything where what one came for is not in it."""
        asked = ServiceId(self.context.about)
        self._wanted = asked or self._before.about
        self.filters.show_chosen(self._before.chosen)
        self._search_now()
        if asked and asked not in {hit.service.id for hit in self.list.found.hits}:
            self._wanted = asked
            self.words.clear()
            self._show_chosen(Chosen())
        self._searches.stop()  # filling in what was looked for asks for a search that would leave the line

    @Slot()
    def _search_now(self) -> None:
        """Search, and show what was found."""
        if not self._is_ready:
            return
        chosen = self.chosen
        found = self._upkeep.search(self._search.query(chosen, parts.now()))
        self.active.show_active(self._search.active(chosen))
        self.show_found(found, chosen)
        self._wanted = ""

    def show_found(self, found: Found, chosen: Chosen) -> None:
        """Show what was found, how much it is, and what to do where it is nothing."""
        has_entries = bool(found.hits) or bool(self._upkeep.services())
        count = count_words(self._facts, found) if has_entries else ""
        self.line.show_found(count, read_as_words(self._facts, found), note_words(self._facts, chosen, found))
        may_change = not self._refusal
        self.empty.setText(empty_words(self._facts, chosen, has_entries=has_entries, may_change=may_change))
        self.empty.setVisible(not found.hits)
        self.list.setVisible(bool(found.hits))
        self.list.show_hits(found.hits, self._wanted)

    def _show_chosen(self, chosen: Chosen) -> None:
        self.filters.show_chosen(chosen)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search_now()

    @override
    @Slot()
    def _on_done(self) -> None:
        """Go back; what was looked for is done with."""
        self._is_over = True
        super()._on_done()

    @override
    def leave(self) -> None:
        """Remember what is looked for until one is done here."""
        if self._is_ready:
            before = LookedFor(chosen=self.chosen, about=self.entry.shown)
            note_way(self.context.desk, LIST, None if self._is_over else before)
