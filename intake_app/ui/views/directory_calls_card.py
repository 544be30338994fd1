"""One service of the call in hand: what to ask, what we have, how it went before, and what was answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.ui.fields.card import Card, FactLine, Surface
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.directory_calls_quick import Quick
from intake_app.ui.presenters.directory_calls_words import AskView
from intake_app.ui.presenters.directory_entry import Section
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import column, empty, line
from intake_app.ui.views.directory_calls_quick import QuickForm
from intake_app.ui.views.directory_contact import FactList
from intake_app.ui.views.told import Told


class _Facts(QWidget):
    """A title, and facts below it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.facts = Label("", Type.LABEL, Role.TEXT_SOFT), FactList()
        self.setLayout(column(self.title, self.facts, gap=4))

    def show_section(self, section: Section) -> None:
        """Show facts; away without any."""
        self.title.setText(section.title)
        self.facts.show_section(section)
        self.setVisible(bool(section.rows))


class _Before(QWidget):
    """How it went with a service, line by line."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self._icon, self._lines = icon, QVBoxLayout()
        self._lines.setSpacing(4)
        self.setLayout(column(Label(title, Type.LABEL, Role.TEXT_SOFT), self._lines, gap=4))

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these; away without any."""
        empty(self._lines)
        for words in lines:
            self._lines.addWidget(FactLine(self._icon, words))
        self.setVisible(bool(lines))


class ServiceCard(Card):
    """Takes the focus, so that one key answers for it.

    `edited` tells that the quick fields are to be kept, `more` that all fields are wanted, `taken_back` that what was
    noted goes, `turned` that the quick fields were opened or closed.
    """

    turned = Signal()
    edited = Signal()
    more = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name, self.about = Label("", Type.HEADING), parts.soft("")
        self.why = FactLine("later", "", Type.TEXT, Role.TEXT)
        self.ask, self.known, self.form, self.told = _Facts(), _Facts(), QuickForm(), Told()
        self.notes = _Before(self.tr("Uit de praktijk"), "quote")
        self.checks = _Before(self.tr("Eerder nagekeken"), "eye")
        self.noted_icon, self.noted = IconLabel("check"), Label("", Type.STRONG)
        self.back = parts.button(self.tr("Toch niet"), icon="undo")
        self.back.make_small()
        self._outcome, self._facts = QWidget(), QWidget()
        outcome = line(self.noted_icon, self.noted, self.back)
        outcome.setStretch(1, 1)
        self._outcome.setLayout(outcome)
        self._is_settled, self._may_change = False, False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.setSpacing(10)
        self.column.addLayout(column(self.name, self.about, gap=0))
        self._facts.setLayout(column(self.ask, self.known, self.notes, self.checks, gap=10))
        for part in (self.why, self._outcome, self.told, self.form, self._facts):
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.form.kept.connect(self.edited)
        self.form.more.connect(self.more)
        self.form.closed.connect(self._on_closed)
        self.back.clicked.connect(self.taken_back)

    def show_ask(self, ask: AskView, *, may_change: bool) -> None:
        """Show a service; what is being typed about it goes."""
        self._is_settled, self._may_change = ask.is_settled, may_change
        self.setAccessibleName(". ".join(filter(None, (ask.name, ask.noted, ask.why))))
        for label, words in ((self.name, ask.name), (self.about, ask.about), (self.why.words, ask.why)):
            label.setText(words)
        self.ask.show_section(ask.ask)
        self.known.show_section(ask.known)
        self.notes.show_lines(ask.notes)
        self.checks.show_lines(ask.checks)
        self.noted.setText(ask.noted)
        self.noted_icon.show_icon(ask.icon or "check", Role.TEXT)
        self.back.setVisible(ask.can_take_back)
        self._outcome.setVisible(bool(ask.noted))
        self.form.hide()
        self._facts.show()
        self.told.say("")

    def show_current(self, *, is_current: bool) -> None:
        """Show whether the keys answer for this one."""
        self.set_surface(Surface.CHOSEN if is_current else Surface.PLAIN)

    @property
    def takes_answers(self) -> bool:
        """Tell whether something can be noted of it now."""
        return self._may_change and not self._is_settled and self.form.isHidden()

    @property
    def is_edited(self) -> bool:
        """Tell whether the quick fields are open."""
        return not self.form.isHidden()

    def edit(self, quick: Quick) -> None:
        """Open the quick fields in the place of the facts."""
        self._facts.hide()
        self.told.say("")
        self.form.open(quick)
        self.turned.emit()

    @Slot()
    def _on_closed(self) -> None:
        self._facts.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()
