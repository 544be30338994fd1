"""One proposal as a card: why, the facts, which service, and what was decided. It holds no decision itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.card import Card, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.choose import NOT_NOW
from intake_app.ui.presenters.choose_cards import CardView
from intake_app.ui.presenters.choose_facts import Fact
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty, grows_down, line, plain_key
from intake_app.ui.views.flow import Flow

OPEN, TAKEN = "open", "taken"
_ICONS = {"taken": "check", "later": "later", "declined": "cross"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAsked:
    """What was pressed on which card; `value` is a reason, a service or empty."""

    what: str
    kind: str
    value: str = ""


class NotNow(QWidget):
    """Why not now: six reasons of the person, and one for who advises against it, each on a key. Esc closes it."""

    chosen = Signal(str)
    advised = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = (
            self.tr("past niet"),
            self.tr("nu niet"),
            self.tr("heb ik al"),
            self.tr("te duur"),
            self.tr("te ver"),
            self.tr("anders"),
        )
        self._buttons = [ActionButton(word, str(at)) for at, word in enumerate(words, start=1)]
        row = QGridLayout()
        row.setSpacing(6)
        for at, button in enumerate(self._buttons):
            button.make_small()
            button.clicked.connect(self._on_clicked)
            row.addWidget(button, at // 2, at % 2)
        self.advise = ActionButton(self.tr("hulpverlener raadt het af"), str(len(words) + 1))
        self.advise.make_small()
        self.advise.clicked.connect(self.advised)
        row.addWidget(self.advise, len(words) // 2, 0, 1, 2)
        self.setLayout(column(Label(self.tr("Waarom niet nu?"), Type.LABEL, Role.TEXT_SOFT), row))

    def open(self) -> None:
        """Show the reasons and take the keys."""
        self.show()
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(NOT_NOW[[button is self.sender() for button in self._buttons].index(True)])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [button.key for button in self._buttons]
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.text() in keys:
            self.chosen.emit(NOT_NOW[keys.index(event.text())])
        elif event.text() == self.advise.key:
            self.advised.emit()
        else:
            super().keyPressEvent(event)


class ProposalCard(Card):
    """Shows one card; every button tells the screen what was asked."""

    asked = Signal(CardAsked)

    def __init__(self, view: CardView) -> None:
        super().__init__()
        self._view = view
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_view(view, is_compact=False)

    def _make_parts(self) -> None:
        self.title = Label("", Type.HEADING)
        self.why = Label("")
        self.warning = Label("", Type.SMALL, Role.WEIGHS)
        self.facts = QVBoxLayout()
        self._fact_rows: list[QWidget] = []
        self.facts.setSpacing(3)
        self.services = QComboBox()
        self.services.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.services_label = Label(self.tr("Welke past het best?"), Type.LABEL, Role.TEXT_SOFT)
        self.services_label.setBuddy(self.services)
        self.more = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.place = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.reasons = LinkButton(self.tr("Waarom dit?"))
        self.entry = LinkButton(self.tr("Alle gegevens"))
        self.take = ActionButton(self.tr("Neem"), "")
        self.later = ActionButton(self.tr("Later"), "", Kind.PLAIN)
        self.decline = ActionButton(self.tr("Niet nu"), "", Kind.PLAIN)
        self.back = ActionButton(self.tr("Toch niet"), "", Kind.PLAIN)
        self.compared = ActionButton(self.tr("Zet ernaast"), "", Kind.PLAIN)
        self.state_icon = IconLabel("check", Role.ACCENT)
        self.state = Label("", Type.STRONG, Role.ACCENT)
        self.not_now = NotNow()
        for button in (self.take, self.later, self.decline, self.back, self.compared, self.reasons, self.entry):
            button.make_small()

    def _lay_out(self) -> None:
        self.acts, self.standing = QWidget(), QWidget()
        self.acts.setLayout(line(self.take, self.later, self.decline, None, gap=2))
        standing = line(self.state_icon, self.state, self.back)
        standing.setStretch(1, 1)
        self.standing.setLayout(standing)
        inside = self.column
        for part in (self.title, self.why):
            inside.addWidget(part)
        inside.addLayout(self.facts)
        inside.addWidget(self.warning)
        inside.addWidget(self.services_label)
        inside.addWidget(self.services)
        inside.addWidget(self.more)
        inside.addWidget(self.place)
        links = Flow()
        for link in (self.reasons, self.entry):
            links.add(link)
        inside.addWidget(links)
        for row in (self.acts, self.standing, self.not_now, self.compared):
            inside.addWidget(row)

    def _connect(self) -> None:
        for button in (self.take, self.later, self.back, self.compared, self.reasons):
            button.clicked.connect(self._on_clicked)
        self.decline.clicked.connect(self._on_decline)
        self.not_now.chosen.connect(self._on_not_now)
        self.not_now.closed.connect(self._on_not_now_closed)
        self.not_now.advised.connect(self._on_advised)
        self.services.activated.connect(self._on_service)
        self.entry.clicked.connect(self._on_entry)

    @property
    def kind(self) -> str:
        """The kind of help that it is about."""
        return self._view.kind

    def show_view(self, view: CardView, *, is_compact: bool) -> None:
        """Show another state of the same proposal; compact beside a comparison."""
        had_focus = any(button.hasFocus() for button in (self.take, self.later, self.decline))
        if view.facts != self._view.facts or not self._fact_rows:
            self._show_facts(view.facts)
        self._view = view
        self.title.setText(view.title)
        self.why.setText(view.why)
        for label, text in ((self.warning, view.warning), (self.place, view.place), (self.more, view.more)):
            label.setText(text)
        self.take.set_words(self.tr("Neem"), view.digit)
        self._show_decision(view)
        self._show_services(view)
        self._show_parts(view, is_compact=is_compact)
        if had_focus and not self.acts.isVisibleTo(self):
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, view: CardView, *, is_compact: bool) -> None:
        is_open, whole = view.decision == OPEN, not is_compact
        several = len(view.services) > 1 and whole
        shown = {
            self.why: whole,
            self.warning: whole and bool(view.warning),
            self.services: several,
            self.services_label: several,
            self.place: whole and bool(view.place),
            self.more: whole and bool(view.more),
            self.reasons: whole,
            self.entry: whole and bool(view.service),
            self.acts: whole and is_open,
            self.standing: not is_open,
            self.back: whole,
            self.not_now: False,
            self.compared: is_compact,
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
        for row in self._fact_rows:
            row.setVisible(whole)

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        empty(self.facts)
        self._fact_rows = []
        for fact in facts:
            row = QWidget()
            role = Role.WEIGHS if fact.is_old else Role.TEXT_SOFT
            icon = IconLabel("mark" if fact.is_old else fact.icon, role, 16)
            inside = line(icon, Label(fact.text, Type.SMALL, role))
            inside.setStretch(1, 1)
            inside.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
            row.setLayout(inside)
            row.setSizePolicy(grows_down())
            self.facts.addWidget(row)
            self._fact_rows.append(row)

    def _show_decision(self, view: CardView) -> None:
        is_taken = view.decision == TAKEN
        role = Role.ACCENT if is_taken else Role.TEXT_SOFT
        self.set_surface(Surface.CHOSEN if is_taken else Surface.PLAIN)
        self.state.setText(view.decision_text)
        self.state.set_tone(role)
        self.state_icon.show_icon(_ICONS.get(view.decision, "check"), role)
        away = self.tr("Haal weg")
        self.compared.set_words(away if view.is_compared else self.tr("Zet ernaast"))
        self.compared.set_icon("compare")
        self.setAccessibleName(". ".join(filter(None, (view.title, view.decision_text))))

    def _show_services(self, view: CardView) -> None:
        shown = [self.services.itemData(at) for at in range(self.services.count())]
        if shown != [each.id for each in view.services]:
            self.services.clear()
            for each in view.services:
                self.services.addItem(", ".join(filter(None, (each.name, each.reach))), each.id)
        self.services.setCurrentIndex(self.services.findData(view.service))

    @Slot()
    def _on_clicked(self) -> None:
        names = {
            self.take: "take",
            self.later: "later",
            self.back: "back",
            self.compared: "compare",
            self.reasons: "reasons",
        }
        what = next(name for button, name in names.items() if button is self.sender())
        self.asked.emit(CardAsked(what=what, kind=self.kind))

    @Slot()
    def _on_entry(self) -> None:
        self.asked.emit(CardAsked(what="entry", kind=self.kind, value=self._view.service))

    @Slot()
    def _on_decline(self) -> None:
        self.acts.hide()
        self.not_now.open()

    @Slot(str)
    def _on_not_now(self, reason: str) -> None:
        self.asked.emit(CardAsked(what="decline", kind=self.kind, value=reason))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_not_now_closed(self) -> None:
        self.not_now.hide()
        self.acts.show()
        self.decline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_advised(self) -> None:
        self._on_not_now_closed()
        self.asked.emit(CardAsked(what="leave", kind=self.kind))

    @Slot()
    def _on_service(self) -> None:
        self.asked.emit(CardAsked(what="service", kind=self.kind, value=str(self.services.currentData())))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O on a card shows the whole entry of its service."""
        if plain_key(event) == "O" and self.entry.isVisibleTo(self):
            self._on_entry()
        else:
            super().keyPressEvent(event)
