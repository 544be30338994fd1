"""The widgets of choosing together and their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.choose_columns import wish_of
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_card import ProposalCard
from intake_app.ui.views.choose_column import Columns, OwnStepCard
from intake_app.ui.views.choose_compare import ComparePanel
from intake_app.ui.views.choose_frame import TalkHeader, column, footer, line
from intake_app.ui.views.choose_notes import HeldPage, Notes
from intake_app.ui.views.choose_reasons import ReasonsSheet
from intake_app.ui.views.choose_services import ServicesSheet

NARROW_EM = 60


class ChooseParts(Screen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        about = wish_of(self.context.talk)
        wish = self.tr("Uw wens: “{wish}”").format(wish=about) if about else ""
        self.header = TalkHeader(self.context, self.tr("Samen kiezen"), wish)
        self.notes = Notes()
        self.held = HeldPage()
        self.columns = Columns()
        self.own_step = OwnStepCard()
        self.own_step.setParent(self)
        self.own_step.hide()
        self.panel = ComparePanel()
        self.compare = ActionButton(self.tr("Vergelijk"), "V", Kind.PLAIN, icon="compare")
        self.back = ActionButton(self.tr("Terug naar gesprek"), "Alt ←")
        self.enough = ActionButton(self.tr("Het gesprek was genoeg"), "", Kind.PLAIN)
        self.counter = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
        self.onward = ActionButton(self.tr("Afspraken maken"), "Enter", Kind.PRIMARY)
        self.sheet, self.services = ReasonsSheet(self), ServicesSheet(self)

    def _lay_out(self) -> None:
        title = Label(self.tr("Wat wilt u proberen?"), Type.QUESTION, wraps=False)
        self.invitation = Label("", tone=Role.TEXT_SOFT)
        head = line(title, self.invitation, self.compare, gap=16)
        head.setStretch(1, 1)
        inside = column(head, self.notes, self.columns, self.panel, gap=14)
        inside.addStretch(1)
        inside.setContentsMargins(24, 18, 24, 18)
        self.body = QWidget()
        self.body.setLayout(inside)
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setWidget(self.body)
        self.bar = footer(self.back, self.enough, self.counter, self.onward, optional=self.counter)
        whole = column(self.header, self.page, self.held, self.bar, gap=0)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {
            "own_step": self.own_step.write,
            "compare": self.compare.click,
            "service_details": self._show_details,
            "service_notes": self._show_notes,
        }

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done: on the sheet of the reasons only what it asks itself."""
        if not self.services.isHidden():
            return frozenset()
        details = {"service_details"} if self._service_button() else set()
        if not self.sheet.isHidden():
            earlier = self.sheet.earlier
            return frozenset(details | ({"service_notes"} if earlier and earlier.show_notes.isVisible() else set()))
        return frozenset(details | ({"own_step", "compare"} if self.page.isVisible() else set()))

    def _service_button(self) -> ActionButton | None:
        """Return what leads to the whole entry of a service: of the sheet, or of the card that has the focus."""
        if not self.sheet.isHidden():
            return self.sheet.earlier.entry if self.sheet.earlier else None
        focus = QApplication.focusWidget()
        cards = (card for card in self.findChildren(ProposalCard) if focus is not None and card.isAncestorOf(focus))
        return next((card.entry for card in cards if card.entry.isVisible()), None)

    def _show_details(self) -> None:
        button = self._service_button()
        if button is not None:
            button.click()

    def _show_notes(self) -> None:
        if self.sheet.earlier is not None:
            self.sheet.earlier.show_notes.click()

    def _invitation(self) -> str:
        """Where text is large, the count stands on top: there is no room for it below."""
        is_narrow = current_theme().em(self.width()) < NARROW_EM
        invitation = self.tr("Kies samen hoogstens drie eerste stappen. Niets hoeft.")
        return self.counter.text() if is_narrow else invitation

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.invitation.setText(self._invitation())
