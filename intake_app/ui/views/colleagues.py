"""The sheets over the list about colleagues: handing a talk over, opening one of theirs by the break-glass key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from intake_app.core.text import Language
from intake_app.practice.access import HiddenTalk
from intake_app.practice.users import User
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import PickBox, TickBox
from intake_app.ui.presenters.conversations import local
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.conversations_cards import time_words
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.plain_table import PlainTable
from intake_app.ui.views.told import Told

WIDTH = 680


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """To whom a talk goes, and whether one goes on working on it too."""

    talk: str
    user: str
    name: str
    keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Which talk of a colleague is opened, and why."""

    talk: str
    reason: str


class ColleagueSheet(QFrame):
    """A sheet with a title, its parts, what was refused, and two buttons. `closed`: one leaves it as it is."""

    closed = Signal()

    def __init__(self, title: str, yes: str, no: str) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setAccessibleName(title)
        self.told = Told()
        self.yes, self.no = parts.button(yes, "", Kind.PRIMARY), parts.button(no, "Esc")
        self.no.clicked.connect(self.closed)
        self.yes.clicked.connect(self._on_yes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(10)
        self._column.addWidget(parts.text(title, Type.TITLE))

    def _fill(self, *rows: QWidget) -> None:
        for each in (*rows, self.told):
            self._column.addWidget(each)
        self._column.addSpacing(6)
        self._column.addLayout(parts.row(None, self.no, self.yes))
        self._column.addStretch(1)

    @Slot()
    def _on_yes(self) -> None:
        """Tell what is wanted."""

    def refuse(self, words: str) -> None:
        """Say why it was refused."""
        self.told.say(words)


class HandOverSheet(ColleagueSheet):
    """Which colleague goes on with a talk. `wanted` carries a `Handing`."""

    wanted = Signal(object)

    def __init__(self, talk: str, who: str, colleagues: Sequence[User]) -> None:
        title = self.tr("Dit gesprek overdragen ({who})").format(who=who)
        super().__init__(title, self.tr("Draag over"), self.tr("Laat zo"))
        self._talk = talk
        self.colleague = PickBox(self.tr("Wie gaat ermee verder?"), [(each.id, each.name) for each in colleagues])
        self.keep = TickBox(
            self.tr("Ik blijf er zelf ook aan werken"), "", self.tr("Anders staat het niet meer in uw lijst.")
        )
        self._fill(parts.label(self.colleague.accessibleName(), self.colleague), self.colleague, self.keep)
        self.setFocusProxy(self.colleague)

    @Slot()
    def _on_yes(self) -> None:
        name = self.colleague.currentText()
        self.wanted.emit(Handing(talk=self._talk, user=self.colleague.code, name=name, keep=self.keep.isChecked()))


class GlassSheet(ColleagueSheet):
    """Which talk of a colleague must be opened now, and why. `wanted` carries an `Opening`."""

    wanted = Signal(object)

    def __init__(self, hidden: Sequence[HiddenTalk], language: Language) -> None:
        super().__init__(self.tr("Gesprekken van collega's"), self.tr("Open met de noodknop"), self.tr("Niet openen"))
        heads = (self.tr("Dag"), self.tr("Tijd"), self.tr("Collega"))
        self.table = PlainTable(self.tr("Gesprekken van collega's"), heads, 2)
        self.table.show_rows([(each.talk, _cells(each, language)) for each in hidden])
        self.reason = QLineEdit()
        why = self.tr("Vraag liever om overdracht. Kan dat niet wachten, kies dan het gesprek en schrijf waarom.")
        name = self.tr("Waarom moet u dit gesprek nu openen?")
        after = self.tr(
            "Het gesprek gaat een half uur open. Dat u het opende en waarom, komt in het logboek; "
            "de functionaris gegevensbescherming kijkt dat na."
        )
        self._fill(parts.soft(why), self.table, parts.label(name, self.reason), self.reason, parts.text(after))
        self.table.entered.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._on_yes)
        self.setFocusProxy(self.table)

    @Slot()
    def _on_yes(self) -> None:
        self.wanted.emit(Opening(talk=self.table.chosen_id, reason=self.reason.text()))

    def refuse(self, words: str) -> None:
        """Say why it stays closed, at the reason."""
        super().refuse(words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _cells(talk: HiddenTalk, language: Language) -> tuple[str, str, str]:
    here = local(talk.opened)
    return date_words(here.date(), language), time_words(here), talk.who
