"""What comes first: "Waar wilt u het eerst over hebben?" The wishes in order, with numbers and a first small step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.ranked_card import Moved
from intake_app.ui.presenters.priorities import MOST_DETAILED, PrioritiesState
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_frame import is_typing, on_key, plain_key
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.priorities_card import WishCard, WishDetails
from intake_app.ui.views.priorities_parts import PrioritiesParts

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PrioritiesScreen(PrioritiesParts):
    """The screen between the talk and choosing together."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.priorities.enter()
        self._topics: tuple[str, ...] = ()
        self._stepped = ""
        self._connect()
        self.conflicts = ConflictLayer(self, self.header)
        self.refresh()
        self.setFocusProxy(self.onward)

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        self.list.moved.connect(self._on_moved)
        self.list.removed.connect(self._on_removed)
        self.offers.picked.connect(self._on_picked)
        self.back.clicked.connect(self._on_back)
        self.more.clicked.connect(self._on_more)
        self.onward.clicked.connect(self._on_onward)
        for card in self.cards:
            card.step_asked.connect(self._on_step_asked)
        for details in self._details():
            details.changed.connect(self.refresh)

    @Slot()
    @override
    def refresh(self) -> None:
        """Show the wishes again; what is being typed stays with its wish, wherever that went."""
        self.header.show_saved()
        state = self.priorities.state()
        topics = tuple(each.topic for each in state.wishes)
        if topics != self._topics:
            self._topics = topics
            self._flush()
            state = self.priorities.state()
        self._show(state)

    def _show(self, state: PrioritiesState) -> None:
        count = len(state.wishes)
        for at in range(len(self.list.cards), count):
            self._add_card(at)
        for card, view in zip(self.cards, state.wishes, strict=False):
            card.show_view(view, count)
        self.list.show_count(count)
        self.later.setVisible(count > MOST_DETAILED)
        self.none.setVisible(not count)
        self.none.show_words(has_offers=bool(state.offers))
        self.hint.setVisible(count > 1)
        self.offers.show_offers(state.offers)
        self.more.setEnabled(bool(state.offers))

    def _details(self) -> list[WishDetails]:
        return [card.details for card in self.cards if card.details is not None]

    def _flush(self) -> None:
        for details in self._details():
            details.flush()

    def _card(self) -> WishCard | None:
        """Return the card that has the focus."""
        focus = QApplication.focusWidget()
        return next((card for card in self.cards if focus is not None and card.isAncestorOf(focus)), None)

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        card = self._card()
        found: dict[str, Callable[[], object]] = {"add_topic": self._on_more}
        if card is not None:
            found |= {"wish_up": card.go_up, "wish_down": card.go_down}
        if card is not None and card.details is not None:
            found["first_step"] = card.details.ask_step
        return found

    @override
    def leave(self) -> None:
        """Keep what was typed last."""
        self._flush()

    @Slot(Moved)
    def _on_moved(self, moved: Moved) -> None:
        self._flush()
        said = self.priorities.move(moved.at, moved.to)
        self.refresh()
        announce(self, said)

    @Slot(int)
    def _on_removed(self, at: int) -> None:
        self._flush()
        said = self.priorities.drop(self._topics[at])
        self.refresh()
        self.list.focus_card(at) if self._topics else self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.shell.toast(said, self._on_put_back)

    @Slot()
    def _on_put_back(self) -> None:
        self.priorities.put_back()
        self.refresh()

    @Slot(str)
    def _on_picked(self, topic: str) -> None:
        self._flush()
        said = self.priorities.add(topic)
        self.refresh()
        self.list.focus_card(self._topics.index(topic))
        announce(self, said)

    @Slot(int)
    def _on_step_asked(self, at: int) -> None:
        self._stepped = self._topics[at]
        said = self.priorities.toggle_step(self._stepped)
        self.refresh()
        wish, details = self.priorities.state().wishes[at], self.cards[at].details
        if details is not None and not wish.one_higher:
            details.higher.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.shell.toast(said, self._on_step_undone if wish.is_step else None)

    @Slot()
    def _on_step_undone(self) -> None:
        self.priorities.take_step_back(self._stepped)
        self.refresh()

    @Slot()
    def _on_more(self) -> None:
        if self.offers.buttons:
            self.offers.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.leave()
        self.context.shell.go("conversation")

    @Slot()
    def _on_onward(self) -> None:
        self.leave()
        self.context.shell.go("choose")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N goes to what else came up, Enter goes on."""
        if event.key() in ENTER and not is_typing():
            self._on_onward()
        elif plain_key(event) == self.more.key:
            self._on_more()
        else:
            super().keyPressEvent(event)
