"""The sheet "Waarom?": the reasons of one side at a time, or of the kinds of help, below how settled it all is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.triage.foresight.look import Outlook
from intake_app.triage.model import Target
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label, Line
from intake_app.ui.jobs import Done, Failed
from intake_app.ui.presenters.reasons import Reasons
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.flow import flow
from intake_app.ui.views.reasons_advice import AdvicePage
from intake_app.ui.views.reasons_need import NeedPage
from intake_app.ui.views.reasons_status import StatusLine
from intake_app.ui.views.reasons_urgency import UrgencyCard

Run = Callable[[Callable[[], object], Done, Failed], None]
ADVICE = "advice"


class ReasonsSheet(QFrame):
    """`asked` carries a question to go to; `changed`: the urgency was set; `closed`: away with it."""

    asked = Signal(str)
    changed = Signal()
    closed = Signal()

    def __init__(self, reasons: Reasons, target: Target) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._reasons, self._place, self._has_more = reasons, target.value, False
        self._scrolled: parts.Scrolled | None = None
        self._others: tuple[str, ...] | None = None
        self._others_failed = False
        self.page: NeedPage | AdvicePage | None = None
        self.more = ActionButton("", "C", Kind.PLAIN)
        self.tabs = {
            Target.MEDICAL.value: ActionButton(self.tr("Medisch"), "M"),
            Target.SOCIAL.value: ActionButton(self.tr("Sociaal"), "S"),
            ADVICE: ActionButton(self.tr("Hulp"), "H"),
        }
        self.close_button = ActionButton(self.tr("Sluiten"), "Esc")
        self.differ = ActionButton(self.tr("Ik zie het anders"), "A")
        self.status = StatusLine()
        self._lay_out()
        self._connect()
        self.show_place(self._place)
        self.setFocusProxy(self.close_button)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        title = Label(self.tr("Waarom?"), Type.HEADING, wraps=False)
        head = parts.row(flow(title, *self.tabs.values(), self.more, self.close_button, at_end=2))
        head.setContentsMargins(28, 10, 20, 10)
        self._body = QVBoxLayout()
        foot = parts.row(Label(self._reasons.foot(), Type.SMALL, Role.TEXT_SOFT), None, self.differ)
        foot.setContentsMargins(28, 10, 20, 10)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self.status)
        column.addLayout(self._body, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.more.clicked.connect(self._on_more)
        self.tabs[Target.MEDICAL.value].clicked.connect(self._on_medical)
        self.tabs[Target.SOCIAL.value].clicked.connect(self._on_social)
        self.tabs[ADVICE].clicked.connect(self._on_advice)
        self.close_button.clicked.connect(self.closed)
        self.differ.clicked.connect(self._on_differ)
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(self._on_in_sight)

    def look(self, run: Run, outlook: Outlook | None) -> None:
        """Have worked out, off the drawing thread, which other answers count and how firm the advice stands.

        `outlook` is what looking ahead found of the talk as it is now, where it did already.
        """
        run(self._reasons.other_answers(), self._on_others, self._on_no_others)
        if outlook is None:
            run(self._reasons.look_ahead(), self._on_looked, self._on_not_looked)
        else:
            self._on_looked(outlook)

    def show_place(self, place: str) -> None:
        """Show a side or the kinds of help."""
        self._place = place
        for each, button in self.tabs.items():
            button.set_kind(Kind.OUTLINED if each == place else Kind.PLAIN)
        self.status.show_outcome(self._reasons.outcome())
        self.page = self._advice_page() if place == ADVICE else self._need_page(Target(place))
        if self._scrolled is not None:
            self._body.removeWidget(self._scrolled)
            self._scrolled.deleteLater()
        self._make_urgency()
        self._scrolled = parts.Scrolled(_one_above_the_other(self.page, self.urgency))
        self._body.addWidget(self._scrolled)
        self._show_more()

    def _need_page(self, target: Target) -> NeedPage:
        state = self._reasons.state(target)
        self.setAccessibleName(state.title)
        page = NeedPage(state)
        page.asked.connect(self.asked)
        return page

    def _advice_page(self) -> AdvicePage:
        self.setAccessibleName(self.tabs[ADVICE].text())
        page = AdvicePage(self._reasons.advice())
        page.others.show_lines(self._others)
        if self._others_failed:
            page.others.show_fault()
        return page

    def _make_urgency(self) -> None:
        self.urgency = UrgencyCard(self._reasons.urgency())
        self.urgency.kept.connect(self._on_kept)
        self.urgency.followed.connect(self._on_followed)
        self.urgency.closed.connect(self._on_left)
        self.urgency.hide()

    def _show_more(self) -> None:
        less, more = self.tr("Minder tonen"), self.tr("Cijfers en bronnen")
        self.more.set_words(less if self._has_more else more)
        self.status.show_more(is_on=self._has_more)
        if self.page is not None:
            self.page.show_more(is_on=self._has_more)

    @Slot()
    def _on_more(self) -> None:
        self._has_more = not self._has_more
        self._show_more()

    @Slot()
    def _on_medical(self) -> None:
        self.show_place(Target.MEDICAL.value)

    @Slot()
    def _on_social(self) -> None:
        self.show_place(Target.SOCIAL.value)

    @Slot()
    def _on_advice(self) -> None:
        self.show_place(ADVICE)

    @Slot(object)
    def _on_others(self, found: object) -> None:
        self._others = found if isinstance(found, tuple) else ()
        if isinstance(self.page, AdvicePage):
            self.page.others.show_lines(self._others)

    @Slot(object)
    def _on_no_others(self, _: Exception) -> None:
        self._others_failed = True
        if isinstance(self.page, AdvicePage):
            self.page.others.show_fault()

    @Slot(object)
    def _on_looked(self, found: object) -> None:
        self.status.show_firmness(self._reasons.firmness(found) if isinstance(found, Outlook) else None)
        self._show_more()

    @Slot(object)
    def _on_not_looked(self, _: Exception) -> None:
        self.status.show_firmness(None)

    @Slot()
    def _on_differ(self) -> None:
        self.urgency.show()
        self.urgency.setFocus(Qt.FocusReason.OtherFocusReason)
        self._in_sight.start()

    @Slot()
    def _on_in_sight(self) -> None:
        """Bring the card into sight once it has its place."""
        if self._scrolled is not None:
            self._scrolled.ensureWidgetVisible(self.urgency)

    @Slot()
    def _on_left(self) -> None:
        self.urgency.hide()
        self.differ.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        wrong = self._reasons.set_urgency(self.urgency.levels.code, self.urgency.reason.text())
        if wrong:
            self.urgency.show_fault(wrong)
            return
        self._end_urgency()

    @Slot()
    def _on_followed(self) -> None:
        self._reasons.follow_rules()
        self._end_urgency()

    def _end_urgency(self) -> None:
        """Show what holds now, and go back to the sheet."""
        self.show_place(self._place)
        self.differ.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C figures and sources, M, S and H the pages, A another view, digits ask or unfold."""
        medical, social, advice = self.tabs.values()
        buttons = {"C": self.more, "M": medical, "S": social, "H": advice, "A": self.differ}
        button, digit = buttons.get(event.text().upper()), event.text()
        place = int(digit) - 1 if digit.isascii() and digit.isdigit() else -1
        if button is not None:
            button.click()
        elif self.page is None or not self.page.press(place):
            super().keyPressEvent(event)


def _one_above_the_other(page: QWidget, card: QWidget) -> parts.Page:
    whole = parts.Page()
    whole.setProperty("look", "ground")
    column = QVBoxLayout(whole)
    column.setContentsMargins(28, 20, 28, 20)
    column.setSpacing(18)
    column.addWidget(page)
    column.addWidget(card)
    column.addStretch(1)
    return whole
