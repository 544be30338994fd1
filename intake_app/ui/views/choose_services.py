"""The side sheet with the services of one kind: each with its facts, the one in view marked. Digits choose."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton
from intake_app.ui.fields.card import Card, FactLine, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.fields.layer import SideSheet
from intake_app.ui.presenters.choose_services import ServiceOffer, ServicesView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.choose_frame import column, line


class OfferCard(Card):
    """One service to choose. `picked` carries its id."""

    picked = Signal(str)

    def __init__(self, offer: ServiceOffer) -> None:
        super().__init__(Surface.CHOSEN if offer.is_shown else Surface.PLAIN)
        self.offer = offer
        self.pick = ActionButton(self.tr("Deze"), offer.digit)
        self.pick.make_small()
        self.pick.setAccessibleName(f"{self.pick.words}: {offer.name}")
        self.pick.clicked.connect(self._on_clicked)
        self.column.addWidget(Label(offer.name, Type.HEADING))
        for fact in offer.facts:
            tone = Role.WEIGHS if fact.is_old else Role.TEXT_SOFT
            self.column.addWidget(FactLine("mark" if fact.is_old else fact.icon, fact.text, tone=tone))
        for words, tone in ((offer.warning, Role.WEIGHS), (offer.place, Role.TEXT_SOFT)):
            if words:
                self.column.addWidget(Label(words, Type.SMALL, tone))
        if offer.is_shown:
            now = Label(self.tr("Deze staat op de kaart"), Type.STRONG, Role.ACCENT, wraps=False)
            self.column.addLayout(line(IconLabel("check", Role.ACCENT), now, None))
        self.column.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignLeft)
        self.pick.setVisible(not offer.is_shown)

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self.offer.id)


class ServicesSheet(SideSheet):
    """Lies over the right side of its screen; Esc closes it. `picked` carries the kind with the service."""

    picked = Signal(CardAsked)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.cards: list[OfferCard] = []
        self._kind = ""

    def show_services(self, view: ServicesView) -> None:
        """Open with the services of a kind."""
        self._kind = view.kind
        self.cards = [OfferCard(each) for each in view.offers]
        parts = column(Label(view.title, Type.STRONG), gap=12)
        for card in self.cards:
            card.picked.connect(self._on_picked)
            parts.addWidget(card)
        if view.more:
            parts.addWidget(Label(view.more, Type.TEXT, Role.TEXT_SOFT))
        parts.addStretch(1)
        page = QFrame()
        page.setProperty("look", "surface")
        page.setLayout(parts)
        self.open_page(self.tr("Welke past het best?"), page, self.tr("Sluiten"))

    @Slot(str)
    def _on_picked(self, service: str) -> None:
        self.close_layer()
        self.picked.emit(CardAsked(what="service", kind=self._kind, value=service))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.text()
        service = next((card.offer.id for card in self.cards if pressed and card.offer.digit == pressed), "")
        if service:
            self._on_picked(service)
        else:
            super().keyPressEvent(event)
