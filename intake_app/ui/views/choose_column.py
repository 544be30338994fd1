"""One of the five groups: its cards, a note when there is nothing nearby, and what lies behind "Meer"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, LinkButton
from intake_app.ui.fields.card import Card, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.presenters.choose_cards import CardView
from intake_app.ui.presenters.choose_state import ColumnView, OwnStepView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.choose_card import CardAsked, ProposalCard
from intake_app.ui.views.choose_frame import column, empty, line

LEAST_WIDTH, GAP = 215, 14


class OwnStepCard(Card):
    """A step that the person thinks of; one line, kept while one types. `written`: one is done with it."""

    typed = Signal(str)
    written = Signal(str)

    def __init__(self) -> None:
        super().__init__(Surface.OPEN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hint = Label(self.tr("Wat is de kleinste stap die lukt?"))
        self.state = Label("", Type.STRONG, Role.ACCENT)
        self.field = LineField(self.tr("Zelf iets bedenken"))
        self.field.setMaxLength(300)
        self.open = ActionButton(self.tr("Opschrijven"), "N")
        self.open.make_small()
        title = Label(self.tr("Zelf iets bedenken"), Type.HEADING)
        for part in (title, self.hint, self.field, self.state, self.open):
            self.column.addWidget(part)
        self.field.opener = self.open
        self.field.edited.connect(self.typed)
        self.field.editingFinished.connect(self._on_finished)
        self.open.clicked.connect(self.write)
        self.field.hide()

    def show_view(self, view: OwnStepView, decision: str) -> None:
        """Show what was written, and what became of it."""
        if not self.field.hasFocus():
            self.field.show_text(view.text)
            self.field.setVisible(bool(view.text))
            self.open.setVisible(not view.text)
        self.state.setText(decision)
        self.state.setVisible(bool(decision))
        self.set_surface(Surface.CHOSEN if view.is_taken else Surface.OPEN)

    @Slot()
    def write(self) -> None:
        """Take the focus to write."""
        self.open.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_finished(self) -> None:
        self.written.emit(self.field.text())


class MoreRow(QWidget):
    """A proposal behind "Meer": its name and why. What is possible can be taken, what does not fit with a reason."""

    asked = Signal(CardAsked)

    def __init__(self, view: CardView) -> None:
        super().__init__()
        self.kind = view.kind
        tone = Role.TEXT_SOFT if view.is_blocked else Role.TEXT
        inside = column(Label(view.title, Type.STRONG, tone), Label(view.why, Type.SMALL, Role.TEXT_SOFT), gap=2)
        self.take, self.reasons = LinkButton(self.tr("Neem")), LinkButton(self.tr("Waarom?"))
        self.anyway = LinkButton(self.tr("Toch kiezen"))
        buttons = line(self.take, self.reasons, self.anyway, None)
        inside.addLayout(buttons)
        inside.setContentsMargins(4, 4, 4, 8)
        self.setLayout(inside)
        for button in (self.take, self.reasons, self.anyway):
            button.make_small()
            button.setAccessibleName(f"{button.words}: {view.title}")
            button.clicked.connect(self._on_clicked)
        self.take.setVisible(not view.is_blocked)
        self.anyway.setVisible(view.is_blocked)

    @property
    def has_focus(self) -> bool:
        """Whether one is on one of its buttons."""
        return any(button.hasFocus() for button in (self.take, self.reasons, self.anyway))

    @property
    def stop(self) -> QWidget:
        """What takes the focus when one comes here by an arrow."""
        return self.anyway if self.take.isHidden() else self.take

    @Slot()
    def _on_clicked(self) -> None:
        names = {self.take: "take", self.reasons: "reasons", self.anyway: "anyway"}
        what = next(name for button, name in names.items() if button is self.sender())
        self.asked.emit(CardAsked(what=what, kind=self.kind))


class NothingHere(Card):
    """Stands in a group without cards: one sentence, and the way to what could be taken all the same."""

    def __init__(self) -> None:
        super().__init__(Surface.OPEN)
        self.words = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.look = ActionButton("")
        self.look.make_small()
        self.column.addWidget(self.words)
        self.column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)

    def show_view(self, view: ColumnView) -> None:
        """Show what is said of the group, and how much there is."""
        self.words.setText(view.note)
        words = self.tr("Minder") if view.is_open else self.tr("Kijk wat er kan ({count})")
        self.look.set_words(words.format(count=len(view.more)))
        self.look.setAccessibleName(f"{self.look.words}: {view.title}")
        self.look.setVisible(bool(view.more))


class Column(QWidget):
    """A group. Cards stay where they are and change in place; only other proposals make new cards."""

    asked = Signal(CardAsked)
    more_asked = Signal(str)

    def __init__(self, view: ColumnView, own_step: OwnStepCard | None) -> None:
        super().__init__()
        self._view, self._own_step = view, own_step
        self.cards: dict[str, ProposalCard] = {}
        self.more_rows: list[MoreRow] = []
        self.note = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.more = LinkButton("")
        self.more.make_small()
        self.nothing = NothingHere()
        for button in (self.more, self.nothing.look):
            button.clicked.connect(self._on_more)
        self._held, self._rest = QVBoxLayout(), QVBoxLayout()
        for part in (self._held, self._rest):
            part.setSpacing(12)
        title = line(IconLabel(view.group), Label(view.title, Type.STRONG), gap=8)
        title.setStretch(1, 1)
        inside = column(title, self.note, self.nothing, self._held, gap=10)
        if own_step is not None:
            inside.addWidget(own_step)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._rest)
        inside.addStretch(1)
        self.setLayout(inside)

    def show_view(self, view: ColumnView, *, is_comparing: bool) -> None:
        """Show another state of the group."""
        if list(self.cards) != [card.kind for card in view.cards]:
            self._make_cards(view)
        for card in view.cards:
            self.cards[card.kind].show_view(card, is_compact=is_comparing)
        is_empty = not view.cards and self._own_step is None
        self.note.setText(view.note)
        self.note.setVisible(bool(view.note) and not is_empty and not is_comparing)
        self.nothing.show_view(view)
        self.nothing.setVisible(is_empty and not is_comparing)
        self._show_more(view, is_comparing=is_comparing)
        self._view = view

    def _make_cards(self, view: ColumnView) -> None:
        empty(self._held)
        self.cards = {card.kind: ProposalCard(card) for card in view.cards}
        for card in self.cards.values():
            card.asked.connect(self.asked)
            self._held.addWidget(card)

    def _show_more(self, view: ColumnView, *, is_comparing: bool) -> None:
        self.more.setVisible(bool(view.more) and not is_comparing and self.nothing.isHidden())
        words = self.tr("Minder") if view.is_open else self.tr("Meer ({count})")
        self.more.set_words(words.format(count=len(view.more)))
        self.more.setAccessibleName(f"{self.more.words}: {view.title}")
        shown = view.more if view.is_open and not is_comparing else ()
        if shown != (self._view.more if self.more_rows else ()):
            left = next((row.kind for row in self.more_rows if row.has_focus), "")
            empty(self._rest)
            self.more_rows = [MoreRow(each) for each in shown]
            for row in self.more_rows:
                row.asked.connect(self.asked)
                self._rest.addWidget(row)
            self._keep_focus(left)

    def _keep_focus(self, kind: str) -> None:
        """Leave the focus with a proposal whose row was made anew, or that is a card now."""
        stop = next((row.stop for row in self.more_rows if row.kind == kind), None)
        if kind in self.cards:
            stop = self.cards[kind].stop
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[tuple[QWidget, QWidget]]:
        """Return where arrows come by, from top to bottom: a part, and what in it takes the focus."""
        own = self._own_step
        found: list[tuple[QWidget, QWidget]] = [(self.nothing, self.nothing.look)]
        found += [(card, card.stop) for card in self.cards.values()]
        found += [(own, own.field if own.open.isHidden() else own.open)] if own is not None else []
        found += [(self.more, self.more), *((row, row.stop) for row in self.more_rows)]
        return [(part, stop) for part, stop in found if stop.isVisible()]

    @Slot()
    def _on_more(self) -> None:
        self.more_asked.emit(self._view.group)


class Columns(QWidget):
    """The five groups side by side, own network first; where text is large they go on below."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns: list[Column] = []
        self._across = 0
        theme_source().changed.connect(self._on_theme_changed)

    def set_columns(self, columns: list[Column]) -> None:
        """Show these groups."""
        empty(self._grid)
        self._columns, self._across = columns, 0
        self._place()

    def _place(self) -> None:
        across = max(1, min(len(self._columns), (self.width() + GAP) // (current_theme().px(LEAST_WIDTH) + GAP)))
        if across == self._across:
            return
        for at in range(max(across, self._across)):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
        self._across = across
        for at, each in enumerate(self._columns):
            self._grid.addWidget(each, at // across, at % across)

    @override
    def resizeEvent(self, event: QEvent) -> None:
        self._place()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place()
