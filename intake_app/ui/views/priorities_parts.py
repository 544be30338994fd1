"""The widgets of what comes first, and their places."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.ranked_card import RankedWords
from intake_app.ui.fields.ranked_list import RankedList
from intake_app.ui.presenters.priorities import MOST_DETAILED, Priorities
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.action_button import button_for
from intake_app.ui.views.choose_frame import TalkHeader, beside, column, footer, who_it_is
from intake_app.ui.views.priorities_card import WishCard, WishDetails
from intake_app.ui.views.priorities_offers import NoWishes, Offers

BESIDE_EM, PANE_WIDTH = 72, 290


class PrioritiesParts(Screen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.priorities = Priorities(context.desk, context.talk, today())
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        who = who_it_is(self.context.talk, self.context)
        self.header = TalkHeader(self.context, self.tr("Wat eerst"), who)
        self.list, self.offers, self.none = RankedList(), Offers(), NoWishes()
        self._words = RankedWords(up=self.tr("Omhoog"), down=self.tr("Omlaag"), remove=self.tr("Haal weg"))
        self.later = Label(self.tr("Daarna"), Type.LABEL, Role.TEXT_SOFT)
        for at in range(MOST_DETAILED):
            self._add_card(at, WishDetails(self.priorities))
        self.list.add_between(self.later)
        self.back = ActionButton(self.tr("Terug naar gesprek"), "Alt ←")
        self.more = button_for("add_topic", Kind.PLAIN, icon="plus")
        self.onward = ActionButton(self.tr("Samen kiezen"), "Enter", Kind.PRIMARY)

    def _add_card(self, at: int, details: WishDetails | None = None) -> WishCard:
        card = WishCard(at, self._words, details)
        self.list.add(card)
        return card

    @property
    def cards(self) -> list[WishCard]:
        """The places of the list."""
        return [card for card in self.list.cards if isinstance(card, WishCard)]

    def _lay_out(self) -> None:
        title = Label(self.tr("Waar wilt u het eerst over hebben?"), Type.QUESTION)
        self.hint = Label(
            self.tr("Sleep in de goede volgorde, of gebruik Alt met de pijltjes. De eerste drie werkt u samen uit."),
            tone=Role.TEXT_SOFT,
        )
        left = column(title, self.hint, self.none, self.list, gap=12)
        left.addStretch(1)
        left.setContentsMargins(24, 18, 24, 18)
        self.page, self._beside = beside(left, self.offers)
        whole = column(self.header, self.page, footer(self.back, self.more, self.onward), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what else came up below where text is large."""
        super().resizeEvent(event)
        direction, is_wide = QBoxLayout.Direction, current_theme().em(self.width()) >= BESIDE_EM
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        width = current_theme().px(PANE_WIDTH)
        self.offers.setMinimumWidth(width if is_wide else 0)
        self.offers.setMaximumWidth(width if is_wide else self.width())
