"""The parts of the talk's screen, laid out: bars, three panes, and the sheets over them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.core.clock import SystemClock
from intake_app.ui.fields.pane_split import PaneSplit
from intake_app.ui.look_ahead import LookAhead
from intake_app.ui.presenters import talk_people
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.flags import Flags
from intake_app.ui.presenters.reasons import Reasons
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.picture_panel import PicturePanel
from intake_app.ui.views.question_panel import QuestionPanel
from intake_app.ui.views.talk_asides import BandLine, PreviousLine
from intake_app.ui.views.talk_frame import TalkBar, TalkFoot
from intake_app.ui.views.talk_keys import TalkKeys
from intake_app.ui.views.talk_layer import TalkLayer
from intake_app.ui.views.topic_panel import TopicPanel

SIDE = 36


class TalkPage(Screen):
    """Everything that is on the screen of a talk; what it does stands in the screen itself."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        desk, session = context.desk, context.talk
        self.clock = SystemClock()
        self.talk = Talk(desk, session)
        self.flags = Flags(desk, session, self.clock)
        about = talk_people.person_line(desk, session.conversation.situation)
        self.bar, self.foot = TalkBar(is_quick=self.talk.is_quick, about=about), TalkFoot(is_quick=self.talk.is_quick)
        self.left, self.panel, self.picture = TopicPanel(self.talk), QuestionPanel(self.talk), PicturePanel()
        self.previous, self.band = PreviousLine(), BandLine()
        self.look_ahead = LookAhead(desk, session, context.shell.run)
        self.look_ahead.setParent(self)
        self.split = PaneSplit(self.left, self._middle(), self.picture, hide_key="")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.split, 1)
        page.addWidget(self.foot)
        self.layer = TalkLayer(self, self.flags, Reasons(desk, session), context.shell.run)
        self.keys = TalkKeys(self)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(SIDE, 10, 8, 0)
        column.setSpacing(4)
        for line in (self.previous, self.band):
            row = parts.row(line, None)
            row.setStretch(0, 100)
            row.setContentsMargins(8, 0, SIDE, 0)
            column.addLayout(row)
        self.previous.setVisible(self.talk.is_quick)
        page = parts.Page()
        row = parts.row(self.panel, None)
        row.setContentsMargins(0, 0, SIDE - 16, 0)
        row.setStretch(0, 100)
        page.setLayout(row)
        self.page = parts.Scrolled(page)
        column.addWidget(self.page, 1)
        return middle
