"""The talk on screen: the way through it left, the question in the middle, the picture at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from intake_app.core.ids import FlagId
from intake_app.triage.model import Target
from intake_app.ui.presenters import talk_people
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.talk_people_sheet import PeopleSheet
from intake_app.ui.views.talk_walk import TalkWalk

CLOCK_MS = 15_000
ARROWS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


class ConversationScreen(TalkWalk):
    """Joins the panes, the keys and the sheets of one talk."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._goes_on_after = False
        self._ticking = QTimer(self, interval=CLOCK_MS)
        self._opening = QTimer(self, singleShot=True, interval=0)
        self._opening.timeout.connect(self._open_waiting)
        self._showing_help = QTimer(self, singleShot=True, interval=0)  # once it has got its place
        self._showing_help.timeout.connect(self._on_helped)
        self.conflicts = ConflictLayer(self, self.bar, self.layer.overlay)
        self._connect()
        self.refresh()
        self._on_tick()
        self._ticking.start()

    def _connect(self) -> None:
        self._ticking.timeout.connect(self._on_tick)
        self.look_ahead.seen.connect(self._on_seen)
        self.shown.connect(self._opening.start)
        self.keys.pressed.connect(self.do)
        self.bar.menu.clicked.connect(self._on_menu)
        self.panel.changed.connect(self.refresh)
        self.panel.settled.connect(self._on_settled)
        self.panel.ask_help.came.connect(self._showing_help.start)
        for source in (self.left.opened, self.picture.asked, self.layer.asked):
            source.connect(self._on_opened)
        self.left.people_asked.connect(self._on_people_asked)
        self.left.around_asked.connect(self._on_around_asked)
        self.left.alone_asked.connect(self._on_alone)
        self.picture.why_asked.connect(self._on_why)
        self.picture.hide_asked.connect(self._on_hide)
        self.previous.undone.connect(self._on_undo)
        self.band.opened.connect(self._on_band)
        self.layer.changed.connect(self.refresh)
        self.layer.recorded.connect(self._on_recorded)
        self.layer.people_kept.connect(self._on_people_kept)
        self.layer.closed.connect(self._open_waiting)
        self.conflicts.changed.connect(self._opening.start)
        self.bar.gut_feeling.clicked.connect(self._on_gut_feeling)
        self.bar.search.clicked.connect(self._on_find)
        self.foot.back.clicked.connect(self._on_back)
        self.foot.pause.clicked.connect(self._on_pause)
        self.foot.priorities.clicked.connect(self._on_priorities)
        self.foot.choose.clicked.connect(self._on_choose)
        self.foot.next.clicked.connect(self._on_next)

    def show_flag(self, flag_id: FlagId) -> None:
        """Open the sheet of a flag."""
        self.panel.flush()
        self.layer.show_flag(flag_id)
        self.refresh()

    @Slot()
    def _open_waiting(self) -> None:
        """Open the sheet of a flag that was newly raised, the most urgent first; else what is left to choose."""
        self.flags.forget_settled()
        flag = self.flags.to_open()
        if flag is not None and not self.layer.is_open:
            self.layer.show_flag(flag)
        self.conflicts.ask()

    @Slot()
    def _on_settled(self) -> None:
        self._goes_on_after = self.layer.is_open or self.flags.to_open() is not None
        if not self._goes_on_after:
            self._on_next()

    @Slot()
    def _on_recorded(self) -> None:
        if self._goes_on_after and not self.layer.is_open:
            self._goes_on_after = False
            self._on_next()

    @Slot()
    def _on_band(self) -> None:
        band = self.flags.band()
        if band is not None:
            self.layer.show_flag(band.flag)

    @Slot()
    def _on_gut_feeling(self) -> None:
        self.context.shell.flag_key()

    @Slot()
    def _on_find(self) -> None:
        self.context.shell.go("palette")

    @Slot(str)
    def _on_why(self, target: str) -> None:
        self.panel.flush()
        self.layer.show_reasons(Target(target), self.look_ahead.now())

    @Slot()
    def _on_hide(self) -> None:
        if self.conflicts.sheet is not None:
            self.conflicts.leave()
        elif self.layer.is_quiet:
            self.layer.close_sheet()
        else:
            self.split.toggle_right()
            self._show_quietly()

    @Slot()
    def _on_people_asked(self) -> None:
        self.panel.flush()
        self.layer.show_people(talk_people.people_state(self.context.desk, self.context.talk.conversation.situation))

    @Slot(object)
    def _on_people_kept(self, sheet: PeopleSheet) -> None:
        situation = talk_people.changed(
            self.context.talk.conversation.situation,
            sheet.present.codes,
            sheet.interpreter.code,
            sheet.call_back.text(),
            speaks_freely=sheet.freely.isChecked(),
        )
        self.talk.change_people(situation)
        self.bar.show_about(talk_people.person_line(self.context.desk, situation))
        self.refresh()

    @Slot()
    def _on_alone(self) -> None:
        alone = talk_people.alone_state(self.context.talk)
        if alone.is_needed:
            self.panel.flush()
            self.talk.set_alone(on=not alone.is_on)
            self._arrived()

    @Slot()
    def _on_pause(self) -> None:
        self.panel.flush()
        self.talk.set_alone(on=False)
        self.context.shell.toast(self.tr("Alles is bewaard. U gaat later verder waar u was; overdragen kan bij Meer."))
        self.context.shell.go("list")

    @Slot()
    def _on_priorities(self) -> None:
        self.context.shell.go("priorities")

    @Slot()
    def _on_choose(self) -> None:
        self.panel.flush()
        self.talk.before_choosing()
        self.talk.set_alone(on=False)
        self.context.shell.go("choose")

    @Slot()
    def _on_reasons(self) -> None:
        self._on_why(Target.MEDICAL.value)

    @Slot()
    def _on_details(self) -> None:
        self.panel.flush()
        self.layer.show_notices()

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {
            "choose": self._on_choose,
            "decline": self.panel.on_decline,
            "not_known": self.panel.on_unknown,
            "clear": self.panel.on_clear,
            "wish": self.panel.on_wish,
            "note": self.panel.focus_note,
            "how_to_ask": self.panel.on_help,
            "talk_time": self._on_time,
            "leave_note": self.panel.focus_question,
            "next": self._on_next,
            "back": self._on_back,
            "topic_up": self._on_topic_up,
            "topic_down": self._on_topic_down,
            "search_topics": self._on_search,
            "reasons": self._on_reasons,
            "alone": self._on_alone,
            "pane": self._on_pane,
            "picture": self._on_hide,
            "details": self._on_details,
        }

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit, go into the options by arrow, else what the key is for."""
        if self.layer.is_open or self.panel.press_key(event.text()):
            return
        if event.key() in ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.panel.answer.focus_answer()
        elif not self.keys.take(event):
            super().keyPressEvent(event)
