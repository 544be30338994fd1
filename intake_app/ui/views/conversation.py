"""The talk on screen: the way through it left, the question in the middle, the picture at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.clock import SystemClock
from intake_app.core.ids import FlagId, QuestionId
from intake_app.triage.model import Target
from intake_app.ui.fields.pane_split import PaneSplit
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.flags import Flags
from intake_app.ui.presenters.reasons import Reasons
from intake_app.ui.presenters.talk_picture import picture_state
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.picture_panel import PicturePanel
from intake_app.ui.views.question_panel import QuestionPanel
from intake_app.ui.views.talk_asides import BandLine, PreviousLine
from intake_app.ui.views.talk_frame import TalkBar, TalkFoot
from intake_app.ui.views.talk_keys import TalkKeys
from intake_app.ui.views.talk_layer import TalkLayer
from intake_app.ui.views.talk_people_sheet import PeopleSheet
from intake_app.ui.views.talk_strips import left_items, right_items
from intake_app.ui.views.topic_panel import TopicPanel

CLOCK_MS = 15_000
SIDE = 36


class ConversationScreen(Screen):
    """Joins the panes, the keys and the sheets of one talk."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._clock, desk, session = SystemClock(), context.desk, context.talk
        self._shown_at = self._clock.now()
        self.talk = Talk(desk, session)
        self._flags = Flags(desk, session, self._clock)
        self._goes_on_after = False
        about = talk_people.person_line(desk, session.conversation.situation)
        self.bar, self.foot = TalkBar(is_quick=self.talk.is_quick, about=about), TalkFoot()
        self.left, self.panel, self.picture = TopicPanel(self.talk), QuestionPanel(self.talk), PicturePanel()
        self.previous, self.band = PreviousLine(), BandLine()
        self.split = PaneSplit(self.left, self._middle(), self.picture, hide_key="")
        self._lay_out()
        self.layer = TalkLayer(self, self._flags, Reasons(desk, session))
        self._keys = TalkKeys(self)
        self._ticking = QTimer(self, interval=CLOCK_MS)
        self._connect()
        self.refresh()
        self._ticking.start()

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(SIDE, 16, 8, 0)
        column.setSpacing(8)
        for line in (self.previous, self.band):
            line.setMaximumWidth(self.panel.maximumWidth())
            row = parts.row(line)
            row.setContentsMargins(8, 0, SIDE, 0)
            column.addLayout(row)
        self.previous.setVisible(self.talk.is_quick)
        page = QWidget()
        row = parts.row(self.panel, None)
        row.setContentsMargins(0, 0, SIDE - 16, 0)
        row.setStretch(0, 100)
        page.setLayout(row)
        self._page = parts.scrolled(page)
        column.addWidget(self._page, 1)
        return middle

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.split, 1)
        page.addWidget(self.foot)

    def _connect(self) -> None:
        self._ticking.timeout.connect(self._on_tick)
        self._keys.pressed.connect(self.do)
        self.panel.changed.connect(self._on_changed)
        self.panel.settled.connect(self._on_settled)
        self.left.opened.connect(self._on_opened)
        self.left.people_asked.connect(self._on_people_asked)
        self.left.alone_asked.connect(self._on_alone)
        self.picture.why_asked.connect(self._on_why)
        self.picture.asked.connect(self._on_opened)
        self.picture.hide_asked.connect(self._on_hide)
        self.previous.undone.connect(self._on_undo)
        self.band.opened.connect(self._on_band)
        self.layer.asked.connect(self._on_opened)
        self.layer.changed.connect(self._on_changed)
        self.layer.recorded.connect(self._on_recorded)
        self.layer.people_kept.connect(self._on_people_kept)
        self.layer.closed.connect(self._open_waiting)
        self.bar.gut_feeling.clicked.connect(self._on_gut_feeling)
        self.bar.search.clicked.connect(self._on_find)
        self.foot.back.clicked.connect(self._on_back)
        self.foot.pause.clicked.connect(self._on_pause)
        self.foot.choose.clicked.connect(self._on_choose)
        self.foot.next.clicked.connect(self._on_next)

    @override
    def refresh(self) -> None:
        """Show the talk as it is now, wherever it was changed."""
        desk, session = self.context.desk, self.context.talk
        self.talk.settle()
        self.panel.show_question(self.talk.question(), self.talk.place_line())
        left = self.talk.left()
        self.left.show_rows(left, talk_people.alone_state(session))
        self.picture.show_picture(picture_state(desk, session))
        self.previous.show_previous(self.talk.previous())
        self.split.show_strips(left_items(left), right_items())
        self._show_quietly()
        self._on_tick()
        QTimer.singleShot(0, self, self._open_waiting)

    def _show_quietly(self) -> None:
        """Keep flags and own words out of sight while the picture is hidden by key."""
        is_hidden = self.split.is_right_hidden
        self.band.show_band(None if is_hidden else self._flags.band())
        self.panel.hide_notes(is_hidden=is_hidden)

    @override
    def leave(self) -> None:
        """Keep what is being typed."""
        self.panel.flush()

    def show_flag(self, flag_id: FlagId) -> None:
        """Open the sheet of a flag."""
        self.panel.flush()
        self.layer.show_flag(flag_id)
        self.refresh()

    @Slot()
    def _open_waiting(self) -> None:
        """Open the sheet of a flag that was newly raised, the most urgent first."""
        self._flags.forget_settled()
        flag = self._flags.to_open()
        if flag is not None and not self.layer.is_open:
            self.layer.show_flag(flag)

    @Slot()
    def _on_tick(self) -> None:
        desk, session = self.context.desk, self.context.talk
        self.bar.show_clock(talk_people.clock_line(desk, session, self._clock.now(), self._shown_at))

    @Slot()
    def _on_changed(self) -> None:
        self.refresh()

    @Slot()
    def _on_settled(self) -> None:
        self._goes_on_after = self.layer.is_open or self._flags.to_open() is not None
        if not self._goes_on_after:
            self._on_next()

    @Slot()
    def _on_recorded(self) -> None:
        if self._goes_on_after and not self.layer.is_open:
            self._goes_on_after = False
            self._on_next()

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
        self._page.verticalScrollBar().setValue(0)

    @Slot()
    def _on_undo(self) -> None:
        self.context.shell.go("undo")

    @Slot()
    def _on_band(self) -> None:
        band = self._flags.band()
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
        self.layer.show_reasons(Target(target))

    @Slot()
    def _on_hide(self) -> None:
        if self.layer.is_quiet:
            self.layer.close_sheet()
        else:
            self.split.toggle_right()
            self._show_quietly()
