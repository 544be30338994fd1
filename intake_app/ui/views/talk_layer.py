"""The sheets over a talk: a flag, what still asks for a look, the reasons, and who is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from intake_app.core.ids import FlagId
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.model import Target
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.presenters.flags import FlagRecord, Flags
from intake_app.ui.presenters.reasons import Reasons
from intake_app.ui.presenters.talk_people import PeopleState
from intake_app.ui.views.flag_sheet import FlagSheet
from intake_app.ui.views.reasons import ReasonsSheet, Run
from intake_app.ui.views.talk_notices import NoticeSheet
from intake_app.ui.views.talk_people_sheet import PeopleSheet

FLAG_WIDTH, NOTICE_WIDTH, PEOPLE_WIDTH, WHOLE_WIDTH = 1080, 640, 640, 1400


class TalkLayer(QObject):
    """Opens one sheet at a time. `asked` carries a question to go to; `changed`: something was kept."""

    asked = Signal(str)
    changed = Signal()
    recorded = Signal()
    people_kept = Signal(object)
    closed = Signal()

    def __init__(self, screen: QWidget, flags: Flags, reasons: Reasons, run: Run) -> None:
        super().__init__(screen)
        self._flags, self._reasons, self._run = flags, reasons, run
        self.overlay = Overlay(screen)
        self.overlay.closed.connect(self.closed)

    @property
    def is_open(self) -> bool:
        """Tell whether a sheet lies over the talk."""
        return not self.overlay.isHidden()

    @property
    def sheet(self) -> QWidget | None:
        """The sheet that lies over the talk."""
        return self.overlay.sheet if self.is_open else None

    @property
    def is_quiet(self) -> bool:
        """Tell whether the sheet is one that a side glance must not see."""
        sheet = self.sheet
        is_neutral = isinstance(sheet, FlagSheet) and sheet.state.is_neutral
        return is_neutral or isinstance(sheet, NoticeSheet | ReasonsSheet)

    @Slot()
    def close_sheet(self) -> None:
        """Take the sheet away."""
        self.overlay.close_layer()

    def show_flag(self, flag: FlagId) -> None:
        """Open the sheet of a flag."""
        self._flags.note_shown(flag)
        sheet = FlagSheet(self._flags.sheet(flag))
        sheet.recorded.connect(self._on_recorded)
        sheet.withdrawn.connect(self._on_withdrawn)
        sheet.set_aside.connect(self.close_sheet)
        self.overlay.open(sheet, FLAG_WIDTH, sheet.focusProxy())

    def show_notices(self) -> None:
        """Open what still asks for a look."""
        sheet = NoticeSheet(self._flags.notices())
        sheet.asked.connect(self._on_asked)
        sheet.opened.connect(self._on_opened)
        sheet.closed.connect(self.close_sheet)
        self.overlay.open(sheet, NOTICE_WIDTH, sheet.focusProxy())

    def show_reasons(self, target: Target, outlook: Outlook | None) -> None:
        """Open the reasons of one side; what is not known yet, `outlook` too, is worked out while one reads."""
        sheet = ReasonsSheet(self._reasons, target)
        sheet.asked.connect(self._on_asked)
        sheet.changed.connect(self.changed)
        sheet.closed.connect(self.close_sheet)
        self.overlay.open(sheet, WHOLE_WIDTH, sheet.focusProxy())
        sheet.look(self._run, outlook)

    def show_people(self, state: PeopleState) -> None:
        """Open who is there."""
        sheet = PeopleSheet(state)
        sheet.kept.connect(self._on_people_kept)
        sheet.closed.connect(self.close_sheet)
        self.overlay.open(sheet, PEOPLE_WIDTH, sheet.keep)
        sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_recorded(self, filled: FlagRecord) -> None:
        sheet = self.sheet
        if isinstance(sheet, FlagSheet):
            self._end(sheet, self._flags.record(sheet.state.flag, filled))

    @Slot(str)
    def _on_withdrawn(self, reason: str) -> None:
        sheet = self.sheet
        if isinstance(sheet, FlagSheet):
            self._end(sheet, self._flags.withdraw(sheet.state.flag, reason))

    def _end(self, sheet: FlagSheet, wrong: str) -> None:
        if wrong:
            sheet.show_fault(wrong)
            return
        self.changed.emit()
        self.close_sheet()
        self.recorded.emit()

    @Slot(str)
    def _on_asked(self, question: str) -> None:
        self.close_sheet()
        self.asked.emit(question)

    @Slot(str)
    def _on_opened(self, flag: str) -> None:
        self.show_flag(FlagId(flag))

    @Slot()
    def _on_people_kept(self) -> None:
        sheet = self.sheet
        if isinstance(sheet, PeopleSheet):
            self.people_kept.emit(sheet)
            self.close_sheet()
