"""Opening a new conversation. Everything may stay as it is: Enter begins at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Situation
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.start import Start, StartOutcome, usual_form
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.header import ShellFooter, ShellHeader
from intake_app.ui.views.start_form import StartFields
from intake_app.ui.views.start_refusal import RefusalPage

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StartScreen(Screen):
    """The form, and the page that is shown when the talk cannot be held here."""

    def __init__(self, context: ScreenContext, mode: Mode) -> None:
        super().__init__(context)
        self._start = Start(context.desk, mode, parts.now().date())
        self.fields = StartFields(context)
        self.begin = parts.button(self.tr("Begin het gesprek"), "Enter", Kind.PRIMARY)
        self.back = parts.button(self.tr("Terug naar de gesprekken"), "Esc", Kind.PLAIN)
        self.refusal = RefusalPage()
        self._pages = QStackedLayout()
        self._lay_out()
        self.begin.clicked.connect(self._on_begin)
        self.back.clicked.connect(self._on_back)
        self.refusal.back.clicked.connect(self._on_back)
        self.refusal.correct.clicked.connect(self._on_correct)
        self.fields.show_form(usual_form(mode))
        self.setFocusProxy(self.begin)

    def _lay_out(self) -> None:
        titles = {Mode.QUICK: self.tr("Kort gesprek"), Mode.EXPLORATORY: self.tr("Verkennend gesprek")}
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.Page(self.fields), 1)
        column.addWidget(ShellFooter(self.back, None, self.begin))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(ShellHeader(self.context, titles[self._start.mode], self.tr("nieuw")))
        page.addLayout(self._pages, 1)
        # The first of the pages is shown as it comes in: before, it would be a window of its own for a moment.
        self._pages.addWidget(form)
        self._pages.addWidget(parts.Page(self.refusal))

    @property
    def is_refused(self) -> bool:
        """Tell whether the page with the way out is shown."""
        return self._pages.currentIndex() == 1

    @Slot()
    def _on_begin(self) -> None:
        outcome = self._start.check(self.fields.form())
        if outcome.situation is not None:
            outcome = self._begun(outcome.situation)
        self._show(outcome)

    def _begun(self, situation: Situation) -> StartOutcome:
        """Begin the talk; returns what to show when it was refused."""
        try:
            session = self.context.desk.start(situation)
        except ProblemsError as error:
            return self._start.refused(error, situation)
        self.context.shell.hold(session)
        self.context.shell.go("conversation")
        return StartOutcome()

    def _show(self, outcome: StartOutcome) -> None:
        self.fields.show_faults(dict(outcome.faults))
        if outcome.refusal is not None:
            self.refusal.show_refusal(outcome.refusal)
            self._pages.setCurrentIndex(1)
            self.refusal.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_correct(self) -> None:
        self._pages.setCurrentIndex(0)
        self.fields.age.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.context.shell.go("list")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin by Enter from any field; Esc goes back, nothing was begun yet."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        elif event.key() in ENTER and not self.is_refused:
            self._on_begin()
        else:
            super().keyPressEvent(event)


def quick(context: ScreenContext) -> StartScreen:
    """Make the screen for a short talk."""
    return StartScreen(context, Mode.QUICK)


def exploratory(context: ScreenContext) -> StartScreen:
    """Make the screen for an exploratory talk."""
    return StartScreen(context, Mode.EXPLORATORY)
