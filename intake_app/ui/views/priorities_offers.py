"""What else came up: topics that could be a wish, what weighs first; and the words where there is no wish yet."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.ui.fields.button import ActionButton, LinkButton
from intake_app.ui.fields.card import Card, Surface
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.priorities import WEIGHS, OfferView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty

ROW = 34
"""Pixels of a row, as in every list."""


class Offers(QFrame):
    """The pane beside the wishes; a press makes a topic one. `picked` carries the topic."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_right")
        self.buttons: list[ActionButton] = []
        self._shown: tuple[OfferView, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.none = Label(self.tr("Verder is er niets ter sprake gekomen."), Type.TEXT, Role.TEXT_SOFT)
        title = Label(self.tr("Ook ter sprake gekomen"), Type.TITLE)
        inside = column(title, self.none, self._list, gap=10)
        inside.addStretch(1)
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)

    def show_offers(self, offers: tuple[OfferView, ...]) -> None:
        """Show these topics."""
        if offers == self._shown:
            return
        empty(self._list)
        self._shown = offers
        self.none.setVisible(not offers)
        self.buttons = [self._button(each) for each in offers]
        for name, weighs in ((self.tr("Dit drukt"), True), (self.tr("Besproken"), False)):
            found = [
                button for button, each in zip(self.buttons, offers, strict=True) if (each.state == WEIGHS) is weighs
            ]
            if found:
                self._list.addWidget(Label(name, Type.LABEL, Role.TEXT_SOFT))
            for button in found:
                self._list.addWidget(button)

    def _button(self, offer: OfferView) -> ActionButton:
        made = LinkButton(offer.name, icon="plus")
        made.make_tall(ROW)
        made.setAccessibleName(self.tr("Zet erbij: {topic}").format(topic=offer.spoken))
        made.setObjectName(offer.topic)
        made.clicked.connect(self._on_clicked)
        return made

    @Slot()
    def _on_clicked(self) -> None:
        self.picked.emit(self.sender().objectName())


class NoWishes(Card):
    """What to do while there is no wish yet."""

    def __init__(self) -> None:
        super().__init__(Surface.OPEN, padding=28)
        self.words = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.column.addWidget(Label(self.tr("Nog niets gekozen"), Type.HEADING))
        self.column.addWidget(self.words)

    def show_words(self, *, has_offers: bool) -> None:
        """Say where wishes come from."""
        pick = self.tr("Kies samen uit wat ter sprake kwam. In het gesprek kan het ook: druk op P bij een onderwerp.")
        mark = self.tr("Er is nog niets besproken. Ga terug naar het gesprek en druk op P bij een onderwerp.")
        self.words.setText(pick if has_offers else mark)
