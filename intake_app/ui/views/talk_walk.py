"""Going through a talk: showing where one is, on to the next question, back, to a topic."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from intake_app.core.ids import FlagId, QuestionId
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.talk_actions import idle_at
from intake_app.ui.presenters.talk_length import clock_line, time_words
from intake_app.ui.presenters.talk_picture import picture_state
from intake_app.ui.views.talk_page import TalkPage
from intake_app.ui.views.talk_strips import left_items, right_items


class TalkWalk(TalkPage):
    """The moves. Each keeps what is being typed first, and shows the new place after. `shown`: it is on screen."""

    shown = Signal()
    _pictured: tuple[object, ...] = ()

    @Slot()
    @override
    def refresh(self) -> None:
        """Show the talk as it is now, wherever it was changed."""
        session = self.context.talk
        self.talk.settle()
        left = self.talk.left()
        self.panel.show_question(self.talk.question(), self.talk.place_line(left))
        self.left.show_rows(left, talk_people.alone_state(session))
        self._show_picture()
        self.previous.show_previous(self.talk.previous())
        self.split.show_strips(left_items(left), right_items())
        self._show_quietly()
        self.shown.emit()

    def _show_picture(self) -> None:
        """Show the picture; where nothing changed that it hangs on, as when one only goes on, it stands there."""
        session, talk, outlook = self.context.talk, self.context.talk.conversation, self.look_ahead.now()
        of = (session.picture, talk.answers, talk.history, talk.situation, outlook)
        if len(of) != len(self._pictured) or any(new is not old for new, old in zip(of, self._pictured, strict=True)):
            self._pictured = of
            self.picture.show_picture(picture_state(self.context.desk, session, outlook))

    @Slot()
    def _on_seen(self) -> None:
        """Put what looking ahead found in the place of the quick order, unless somebody is about to press it."""
        if not self.picture.is_next_held:
            self._show_picture()

    def _show_quietly(self) -> None:
        """Keep flags and own words out of sight while the picture is hidden by key."""
        is_hidden = self.split.is_right_hidden
        self.band.show_band(None if is_hidden else self.flags.band())
        self.panel.hide_notes(is_hidden=is_hidden)

    @override
    def view(self) -> Mapping[str, str]:
        return {"picture": "hidden" if self.split.is_right_hidden else "", "seen": " ".join(sorted(self.flags.shown))}

    @override
    def show_view(self, view: Mapping[str, str]) -> None:
        for flag in view.get("seen", "").split():
            self.flags.note_shown(FlagId(flag))
        if view.get("picture") == "hidden":
            self.split.hide_right()
            self._show_quietly()

    @override
    def leave(self) -> None:
        """Keep what is being typed."""
        self.panel.flush()

    @Slot()
    def _on_tick(self) -> None:
        desk, session = self.context.desk, self.context.talk
        minutes = self.context.time.minutes(session.conversation.id)
        self.bar.show_clock(clock_line(desk, session, minutes))

    @Slot()
    def _on_time(self) -> None:
        """Say how long it took so far, and what is left; only when it is asked for."""
        desk, session = self.context.desk, self.context.talk
        self.context.shell.toast(time_words(desk, session, self.context.time.minutes(session.conversation.id)))

    @Slot()
    def _on_helped(self) -> None:
        """Bring the help into sight, and keep the question: where both do not fit one reads on from the question."""
        for part in (self.panel.ask_help, self.panel.question):
            self.page.ensureWidgetVisible(part)

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
    def _on_around_asked(self) -> None:
        self.context.shell.go("ecogram")

    @Slot()
    def _on_topic_up(self) -> None:
        self._go_topic(-1)

    @Slot()
    def _on_topic_down(self) -> None:
        self._go_topic(1)

    @Slot()
    def _on_search(self) -> None:
        """Go to the box above the topics; a short talk has none, and is searched with all else."""
        if self.talk.is_quick:
            self.context.shell.go("palette")
            return
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

    @Slot()
    def _on_menu(self) -> None:
        self.context.shell.go("menu")

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done at this question; under a sheet only what hides."""
        if self.layer.is_open:
            return frozenset({"picture"})
        idle = idle_at(self.context.talk, self.talk.current)
        typed = frozenset() if self.panel.note.hasFocus() else frozenset({"leave_note"})
        return frozenset(self.own_actions()) - idle - typed

    def _has_focus(self, pane: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is pane or pane.isAncestorOf(focus))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to where the next key belongs."""
        super().focusInEvent(event)
        if not self.layer.is_open:
            self.panel.focus_question()
