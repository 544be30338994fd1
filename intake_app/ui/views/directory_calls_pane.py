"""The call in hand: the number very large, whom one speaks to, and its services one below the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from intake_app.directory.checks import Verdict
from intake_app.directory.model import How
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.directory_calls_words import AskView, CallView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.choose_frame import column, empty, line
from intake_app.ui.views.directory_calls_card import ServiceCard
from intake_app.ui.views.directory_contact import FactList, readable
from intake_app.ui.views.flow import Flow

SIDE, LEAST_EM = 20, 10
ID, VERDICT = "service", "verdict"
SETTLED_MS = 30
"""So long after a card, or its fields, were gone to they have their place on the page."""


class AnswerBar(QFrame):
    """The four answers for one service, always in the same place; `answered` carries the verdict."""

    answered = Signal(Verdict)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "footer")
        self.about = Label("", Type.STRONG)
        self.buttons = {
            Verdict.STILL_RIGHT: parts.button(self.tr("Klopt nog"), "J", Kind.PRIMARY, icon="check"),
            Verdict.CHANGED: parts.button(self.tr("Gewijzigd"), "W", icon="note"),
            Verdict.GONE: parts.button(self.tr("Bestaat niet meer"), "G", icon="cross"),
            Verdict.NOT_REACHED: parts.button(self.tr("Niet bereikt"), "N", icon="later"),
        }
        flow = Flow()
        for verdict, button in self.buttons.items():
            button.setProperty(VERDICT, verdict.value)
            button.clicked.connect(self._on_clicked)
            flow.add(button)
        inside = column(self.about, flow)
        inside.setContentsMargins(SIDE, 10, SIDE, 10)
        self.setLayout(inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_card(self, card: ServiceCard | None) -> None:
        """Answer for this service, where something can be noted of it now."""
        takes = card is not None and card.takes_answers
        self.about.setText(card.name.text() if card else "")
        for button in self.buttons.values():
            button.setEnabled(takes)
            button.setAccessibleDescription(self.about.text())

    @Slot()
    def _on_clicked(self) -> None:
        self.answered.emit(Verdict(str(self.sender().property(VERDICT))))


class CallPane(QFrame):
    """`answered` carries the verdict about the current service, `all_answered` that about all of them."""

    answered = Signal(Verdict)
    all_answered = Signal(Verdict)
    edited = Signal()
    more = Signal()
    taken_back = Signal()

    def __init__(self, hows: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("look", "surface")
        self.organization = Label("", Type.TITLE)
        self.number = readable(Label("", Type.PERSON))
        self.tried, self.speak = parts.soft(""), FactList()
        self.how = Chips(hows, self.tr("Hoe nagekeken"))
        self.how_name = Label(self.tr("Hoe nagekeken"), Type.LABEL, Role.TEXT_SOFT)
        self.all_right = parts.button(self.tr("Alles klopt"), "Shift J", icon="check")
        self.nobody = parts.button(self.tr("Niemand neemt op"), "Shift N", icon="later")
        self.all_right.clicked.connect(self._on_all_right)
        self.nobody.clicked.connect(self._on_nobody)
        self.bar, self.cards = AnswerBar(), dict[str, ServiceCard]()
        self._settles = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settles.timeout.connect(self._on_settled)
        self.bar.answered.connect(self.answered)
        self.current = ""
        self._lay_out()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self) -> None:
        inside, self._list, self._whole = QWidget(), QVBoxLayout(), Flow()
        self._list.setSpacing(12)
        for button in (self.all_right, self.nobody):
            self._whole.add(button)
        how = line(self.how_name, self.how, gap=16)
        how.setStretch(1, 1)
        held = QVBoxLayout(inside)
        held.setContentsMargins(SIDE, 16, SIDE, SIDE)
        held.setSpacing(12)
        held.addLayout(column(self.organization, self.number, self.tried, gap=2))
        held.addWidget(self.speak)
        held.addLayout(how)
        held.addWidget(self._whole)
        held.addLayout(self._list)
        held.addStretch(1)
        self.page = parts.Page(inside)
        # It takes the height that is there, and asks for none: the page around it would scroll too.
        self.page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.page.setMinimumHeight(round(LEAST_EM * parts.em()))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.page, 1)
        around.addWidget(self.bar)

    def show_call(self, call: CallView, *, may_change: bool) -> None:
        """Show another call, from its top."""
        self.organization.setText(call.organization)
        self.number.setText(call.number)
        self.number.set_use(Type.PERSON if call.is_telephone else Type.TITLE)
        self.number.setAccessibleName(f"{call.organization}: {call.number}")
        self.tried.setText(call.tried)
        self.tried.setVisible(bool(call.tried))
        self.speak.show_section(call.speak)
        self.how.choose(call.how.value)
        for part in (self.how, self.how_name, self.bar):
            part.setVisible(may_change)
        empty(self._list)
        self.cards = {ask.id: self._card(ask, may_change=may_change) for ask in call.asks}
        self.show_current(next((ask.id for ask in call.asks if ask.is_left), call.asks[0].id))
        self.show_whole(call, may_change=may_change)
        self.page.verticalScrollBar().setValue(0)

    def show_whole(self, call: CallView, *, may_change: bool) -> None:
        """Offer what is for all services at once, where there are several and something is to be noted."""
        has_more = may_change and len(call.asks) > 1
        self.all_right.setVisible(has_more and not all(ask.is_settled for ask in call.asks))
        self.nobody.setVisible(has_more and any(ask.is_left for ask in call.asks))
        self.show_bar()

    def _card(self, ask: AskView, *, may_change: bool) -> ServiceCard:
        card = ServiceCard()
        card.setProperty(ID, ask.id)
        card.show_ask(ask, may_change=may_change)
        card.turned.connect(self.show_bar)
        card.turned.connect(self._settles.start)
        card.edited.connect(self._on_edited)
        card.more.connect(self._on_more)
        card.taken_back.connect(self._on_taken_back)
        self._list.addWidget(card)
        card.show()  # now, and not when the layout comes to it: what is not shown takes no focus
        return card

    @property
    def card(self) -> ServiceCard | None:
        """The card that the keys answer for."""
        return self.cards.get(self.current)

    @property
    def how_now(self) -> How:
        """How somebody makes sure of it."""
        return How(self.how.code)

    def show_current(self, id_: str) -> None:
        """Let the keys answer for a service."""
        self.current = id_
        for each, card in self.cards.items():
            card.show_current(is_current=each == id_)
        self.show_bar()

    @Slot()
    def show_bar(self) -> None:
        """Offer the answers for the service that the keys are for."""
        self.bar.show_card(self.card)

    def go_to(self, id_: str) -> None:
        """Go to the card of a service."""
        if id_ in self.cards:
            self.show_current(id_)
            self.cards[id_].setFocus(Qt.FocusReason.OtherFocusReason)
            self._settles.start()

    @Slot()
    def _on_settled(self) -> None:
        """Show the current card from its top, or its fields; with the first card the number stays in sight."""
        card, bar = self.card, self.page.verticalScrollBar()
        if card is None:
            return
        shown = card.form if card.is_edited else card
        top = shown.mapTo(self.page.viewport(), QPoint()).y()
        if not card.is_edited and self.current == next(iter(self.cards)):
            bar.setValue(0)
        elif top < 0 or top + shown.height() > self.page.viewport().height():
            bar.setValue(bar.value() + top - SIDE)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        held = (id_ for id_, card in self.cards.items() if now is not None and (card is now or card.isAncestorOf(now)))
        id_ = next(held, self.current)
        if id_ != self.current:
            self.show_current(id_)

    def _take(self) -> None:
        """Make the card that told something the current one."""
        self.show_current(str(self.sender().property(ID)))

    @Slot()
    def _on_edited(self) -> None:
        self._take()
        self.edited.emit()

    @Slot()
    def _on_more(self) -> None:
        self._take()
        self.more.emit()

    @Slot()
    def _on_taken_back(self) -> None:
        self._take()
        self.taken_back.emit()

    @Slot()
    def _on_all_right(self) -> None:
        self.all_answered.emit(Verdict.STILL_RIGHT)

    @Slot()
    def _on_nobody(self) -> None:
        self.all_answered.emit(Verdict.NOT_REACHED)
