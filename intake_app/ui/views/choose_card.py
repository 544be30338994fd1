"""One proposal as a card: why, the facts, which service, and what was decided. It holds no decision itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.card import Card, FactLine, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.presenters.choose_cards import CardView
from intake_app.ui.presenters.choose_facts import Fact
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import empty, grows_down, line, plain_key
from intake_app.ui.views.choose_not_now import NotNow
from intake_app.ui.views.flow import Flow

OPEN, TAKEN = "open", "taken"
LONGEST_REASON = 300
"""Characters of a reason: one sentence, which the huisarts may read."""
_ICONS = {"taken": "check", "later": "later", "declined": "cross"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAsked:
    """What was pressed on which card; `value` is a reason, a service or empty."""

    what: str
    kind: str
    value: str = ""


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
        self.wish = FactLine("wish", "", tone=Role.WISH)
        self.others = LinkButton("")
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
        self.own_reason = LineField(self.tr("Waarom niet, in eigen woorden"), hint=self.tr("Wat is de reden?"))
        self.own_reason.setMaxLength(LONGEST_REASON)
        links = (self.reasons, self.entry, self.others)
        for button in (self.take, self.later, self.decline, self.back, self.compared, *links):
            button.make_small()

    def _lay_out(self) -> None:
        self.acts, self.standing = QWidget(), QWidget()
        self.acts.setLayout(line(self.take, self.later, self.decline, None, gap=2))
        standing = line(self.state_icon, self.state, self.back)
        standing.setStretch(1, 1)
        self.standing.setLayout(standing)
        inside = self.column
        for part in (self.title, self.why, self.wish):
            inside.addWidget(part)
        inside.addLayout(self.facts)
        inside.addWidget(self.warning)
        inside.addWidget(self.place)
        links = Flow()
        for link in (self.others, self.reasons, self.entry):
            links.add(link)
        inside.addWidget(links)
        for row in (self.acts, self.standing, self.own_reason, self.not_now, self.compared):
            inside.addWidget(row)

    def _connect(self) -> None:
        for button in (self.take, self.later, self.back, self.compared, self.reasons, self.others):
            button.clicked.connect(self._on_clicked)
        self.own_reason.edited.connect(self._on_own_reason)
        self.own_reason.returnPressed.connect(self.back.setFocus)
        self.decline.clicked.connect(self._on_decline)
        self.not_now.chosen.connect(self._on_not_now)
        self.not_now.closed.connect(self._on_not_now_closed)
        self.not_now.advised.connect(self._on_advised)
        self.entry.clicked.connect(self._on_entry)

    @property
    def kind(self) -> str:
        """The kind of help that it is about."""
        return self._view.kind

    @property
    def stop(self) -> QWidget:
        """What takes the focus when one comes here by an arrow."""
        return next((each for each in (self.take, self.back, self.compared) if each.isVisibleTo(self)), self.reasons)

    def show_view(self, view: CardView, *, is_compact: bool) -> None:
        """Show another state of the same proposal; compact beside a comparison."""
        had_focus = any(button.hasFocus() for button in (self.take, self.later, self.decline))
        if view.facts != self._view.facts or not self._fact_rows:
            self._show_facts(view.facts)
        self._view = view
        self.title.setText(view.title)
        self.why.setText(view.why)
        for label, text in ((self.warning, view.warning), (self.place, view.place), (self.wish.words, view.wish)):
            label.setText(text)
        self.others.set_words(self.tr("Kies uit {count}").format(count=view.choices))
        self.others.setAccessibleName(f"{self.others.words}: {view.title}")
        self.own_reason.show_text(view.own_reason or "")
        self.take.set_words(self.tr("Neem"), view.digit)
        self._show_decision(view)
        self._show_parts(view, is_compact=is_compact)
        if had_focus and not self.acts.isVisibleTo(self):
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, view: CardView, *, is_compact: bool) -> None:
        is_open, whole = view.decision == OPEN, not is_compact
        shown = {
            self.why: whole,
            self.wish: whole and bool(view.wish),
            self.warning: whole and bool(view.warning),
            self.place: whole and bool(view.place),
            self.others: whole and view.choices > 1,
            self.reasons: whole,
            self.entry: whole and bool(view.service),
            self.acts: whole and is_open,
            self.standing: not is_open,
            self.back: whole,
            self.own_reason: whole and view.own_reason is not None,
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

    @Slot()
    def _on_clicked(self) -> None:
        names = {
            self.take: "take",
            self.later: "later",
            self.back: "back",
            self.compared: "compare",
            self.reasons: "reasons",
            self.others: "others",
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
        asks = self.own_reason.isVisibleTo(self) and not self.own_reason.text()
        (self.own_reason if asks else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_own_reason(self, words: str) -> None:
        self.asked.emit(CardAsked(what="decline", kind=self.kind, value=words))

    @Slot()
    def _on_not_now_closed(self) -> None:
        self.not_now.hide()
        self.acts.show()
        self.decline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_advised(self) -> None:
        self._on_not_now_closed()
        self.asked.emit(CardAsked(what="leave", kind=self.kind))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O on a card shows the whole entry of its service."""
        if plain_key(event) == "O" and self.entry.isVisibleTo(self):
            self._on_entry()
        else:
            super().keyPressEvent(event)
