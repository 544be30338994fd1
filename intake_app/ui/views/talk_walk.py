"""Going through a talk: showing where one is, on to the next question, back, to a topic."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from intake_app.core.ids import QuestionId
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.talk_picture import next_states, picture_state
from intake_app.ui.views.talk_page import TalkPage
from intake_app.ui.views.talk_strips import left_items, right_items


class TalkWalk(TalkPage):
    """The moves. Each keeps what is being typed first, and shows the new place after. `shown`: it is on screen."""

    shown = Signal()

    @Slot()
    @override
    def refresh(self) -> None:
        """Show the talk as it is now, wherever it was changed."""
        desk, session = self.context.desk, self.context.talk
        self.talk.settle()
        self.panel.show_question(self.talk.question(), self.talk.place_line())
        left = self.talk.left()
        self.left.show_rows(left, talk_people.alone_state(session))
        self.picture.show_picture(picture_state(desk, session, self.look_ahead.now()))
        self.previous.show_previous(self.talk.previous())
        self.split.show_strips(left_items(left), right_items())
        self._show_quietly()
        self._on_tick()
        self.shown.emit()

    @Slot()
    def _on_seen(self) -> None:
        """Put what looking ahead found in the place of the quick order, unless somebody is about to press it."""
        if not self.picture.is_next_held:
            self.picture.show_next(next_states(self.context.desk, self.context.talk, self.look_ahead.now()))

    def _show_quietly(self) -> None:
        """Keep flags and own words out of sight while the picture is hidden by key."""
        is_hidden = self.split.is_right_hidden
        self.band.show_band(None if is_hidden else self.flags.band())
        self.panel.hide_notes(is_hidden=is_hidden)

    @override
    def leave(self) -> None:
        """Keep what is being typed."""
        self.panel.flush()

    @Slot()
    def _on_tick(self) -> None:
        desk, session = self.context.desk, self.context.talk
        self.bar.show_clock(talk_people.clock_line(desk, session, self.clock.now(), self.shown_at))

    @Slot()
    def _on_next(self) -> None:
        self.panel.flush()
        if not self.talk.go_on():
            self.context.shell.toast(self.tr("Alles is gevraagd. U kunt nu samen kiezen."))
        self._arrived()

    @Slot()
    def _on_back(self) -> None:
        self.panel.flush()
        self.talk.go_back()
        self._arrived()

    @Slot(str)
    def _on_opened(self, question: str) -> None:
        self.panel.flush()
        self.talk.open(QuestionId(question))
        self._arrived()

    def _go_topic(self, step: int) -> None:
        self.panel.flush()
        self.talk.go_topic(step)
        self._arrived()

    def _arrived(self) -> None:
        self.split.close_opened()
        self.refresh()
        self.panel.focus_question()
        self.page.verticalScrollBar().setValue(0)

    @Slot()
    def _on_undo(self) -> None:
        self.panel.flush()
        if self.context.talk.undo() is not None:
            self.refresh()
            self.context.shell.toast(self.tr("Ongedaan gemaakt."))

    @Slot()
    def _on_topic_up(self) -> None:
        self._go_topic(-1)

    @Slot()
    def _on_topic_down(self) -> None:
        self._go_topic(1)

    @Slot()
    def _on_search(self) -> None:
        self.split.open_left()
        self.left.focus_filter()

    @Slot()
    def _on_pane(self) -> None:
        """Go to the next pane that can be seen: list, question, picture."""
        panes = [self.left.list, self.panel, self.picture]
        ways = [self.left.list.focus_first, self.panel.focus_question, self.picture.focus_first]
        here = next((place for place, pane in enumerate(panes) if self._has_focus(pane)), 1)
        for step in range(1, len(panes) + 1):
            place = (here + step) % len(panes)
            if panes[place].isVisible():
                ways[place]()
                return

    def _has_focus(self, pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where the next key belongs."""
        super().focusInEvent(event)
        if not self.layer.is_open:
            self.panel.focus_question()
