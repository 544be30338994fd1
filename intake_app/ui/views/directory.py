"""The sociale kaart: searching at every key stroke, what was found, and one service in full."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication
from typing_extensions import override

from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.directory_acts import DirectoryActs
from intake_app.ui.views.directory_searching import DirectorySearching

LOOK_MS = 120
"""The service on the line is shown in full once the keys rest so long, so that typing stays light."""


class DirectoryScreen(DirectorySearching):
    """The index is made ready off the drawing thread; from then on every key searches at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._looks = QTimer(self, singleShot=True, interval=LOOK_MS)
        self.acts = DirectoryActs(context, self.entry, self.layer)
        self._connect()
        self._connect_list()
        self._connect_keys()
        for way in (self.new, self.calls, self.many, self.twins):
            way.setVisible(not self._refusal)
        for part in (self.empty, self.filters):
            part.hide()
        self.show_panes()
        self.begin()

    def _connect(self) -> None:
        for name, way in self.ways.items():
            way.setProperty("screen", name)
            way.clicked.connect(self._on_way)
        self.words.filtered.connect(self._searches.start)
        self.words.accepted.connect(self._on_opened)
        self.filters.changed.connect(self._searches.start)
        self.active.removed.connect(self._on_removed)
        self.active.cleared.connect(self._on_cleared)
        self.more.toggled.connect(self._on_more)
        self.acts.changed.connect(self._on_changed)
        self.acts.ended.connect(self.entry.setFocus)
        self.done.clicked.connect(self._on_done)
        self.back.clicked.connect(self._on_back)

    def _connect_list(self) -> None:
        self.words.stepped_down.connect(self._on_down)
        self.list.stepped_up.connect(self.words.setFocus)
        self.list.typed.connect(self._on_typed)
        self.list.looked_at.connect(self._looks.start)
        self.list.opened.connect(self._on_opened)
        self.list.picked.connect(self._on_picked)
        self._looks.timeout.connect(self._show_entry)
        self.line.leaflet_asked.connect(self._on_leaflet)
        self.line.let_go.connect(self._on_let_go)

    def _connect_keys(self) -> None:
        box = self.entry.deeds
        for key, deed in {"F2": box.edit, "Ctrl+J": box.right, "Ctrl+P": box.leaflet, "Ctrl+S": box.card}.items():
            on_key(self, key, partial(self._do, deed))
        for key, button in {"F4": self.new, "Ctrl+F": self.more}.items():
            button.setShortcut(QKeySequence(key))
        on_key(self, "/", self.words.setFocus)
        on_key(self, "Ctrl+0", self._on_cleared)

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {
            "search_directory": self.words.setFocus,
            "filters": self.more.click,
            "clear_filters": self._on_cleared,
            "pick_service": self._on_turned,
            "new_service": self.new.click,
            **{id_: partial(self._do, button) for id_, button in self._of_one().items()},
        }

    def _of_one(self) -> dict[str, QAbstractButton]:
        """Return the buttons about the service on the line, by the ids of their actions."""
        box = self.entry.deeds
        return {"edit_service": box.edit, "still_right": box.right, "leaflet": box.leaflet, "card": box.card}

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done: about a service where there is one, and only what the person may."""
        has_one = self.list.chosen is not None
        idle = {"pick_service"} if not has_one else set()
        idle |= {"clear_filters"} if self.chosen == self.chosen.cleared() else set()
        idle |= {"new_service"} if self._refusal else set()
        idle |= {
            id_ for id_, button in self._of_one().items() if not has_one or not button.isVisibleTo(self.entry.deeds)
        }
        return frozenset(self.own_actions()) - idle

    @Slot()
    def _on_turned(self) -> None:
        self.list.found.turn(self.list.currentIndex().row())
        self._on_picked()

    def _do(self, deed: QAbstractButton) -> None:
        """Do it to the service on the line; where the list has the screen to itself, the entry comes forward first."""
        if not self.entry.isVisible():
            self._on_opened()
        if deed.isVisible():
            deed.click()

    @Slot()
    def _show_entry(self) -> None:
        """Show the service on the line in full."""
        hit = self.list.chosen
        if hit is not None:
            id_ = hit.service.id
            entry = self._entry_words.view(hit, self._upkeep.checks(id_), self._upkeep.notes(id_))
            if self.entry.show_entry(entry, may_change=not self._refusal):
                is_own = self._upkeep.is_own(id_)
                self.entry.deeds.show_rights(self._refusal, is_never=entry.is_never_offered, is_own=is_own)
        self.show_panes()

    @Slot(bool)
    def _on_more(self, is_wanted: bool) -> None:
        self.filters.setVisible(is_wanted)
        self.more.set_words(self.tr("Sluit filters") if is_wanted else self.tr("Filters"))
        if is_wanted:
            self.filters.group.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.setText(self.words.text() + text)

    @Slot()
    def _on_opened(self) -> None:
        """Go into the service on the line."""
        self._searches.stop()
        self._search_now()
        if self.list.chosen is not None:
            self._is_reading_one = True
            self._looks.stop()
            self._show_entry()
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self._is_reading_one = False
        self.show_panes()
        self._on_down()

    @override
    def _escape(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.entry.isAncestorOf(focus):
            self._on_back()
        elif self.list.hasFocus():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._on_done()

    @Slot(str)
    def _on_removed(self, part: str) -> None:
        self._show_chosen(self.chosen.without(part))

    @Slot()
    def _on_cleared(self) -> None:
        self._show_chosen(self.chosen.cleared())

    @Slot()
    def _on_picked(self) -> None:
        self.line.show_picked(len(self.list.found.picked))

    @Slot()
    def _on_let_go(self) -> None:
        self.list.found.pick()
        self._on_picked()

    @Slot()
    def _on_leaflet(self) -> None:
        self.acts.make_leaflet(self.list.found.picked)

    @Slot()
    def _on_way(self) -> None:
        self.context.shell.go(str(self.sender().property("screen")))

    @Slot()
    def _on_changed(self) -> None:
        """Search again after a change, and stay where one was."""
        self._wanted = self.entry.shown
        self._search_now()
        self._looks.stop()
        self._show_entry()
