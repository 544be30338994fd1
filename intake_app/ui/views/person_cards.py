"""The cards of the rights of a person: which talks are theirs, putting something right, and asking for erasure."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake_app.core.text import Language
from intake_app.ui.fields.entry import DateField, TickBox
from intake_app.ui.presenters.person import PersonTalk
from intake_app.ui.views import parts
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.recovery_cards import StepCard
from intake_app.ui.views.told import Told


class RightCard(StepCard):
    """A card with one thing that can be done; for who may not do it, only who may."""

    def __init__(self, title: str, who_may: str) -> None:
        super().__init__(title)
        self.body, self.refusal, self.told = QWidget(), parts.soft(who_may), Told()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        self.add(self.refusal, self.body, self.told)
        self.show_right(may=True)

    def fill(self, *rows: QWidget) -> None:
        """Put parts into the body, one below the other."""
        for each in rows:
            self._rows.addWidget(each)

    def show_right(self, *, may: bool) -> None:
        """Show what can be done, or who may do it."""
        self.body.setVisible(may)
        self.refusal.setVisible(not may)


class TalksCard(StepCard):
    """Which talks are with this person. The one from the list is fixed; of the others one must be sure."""

    changed = Signal()

    def __init__(self, talks: tuple[PersonTalk, ...], language: Language) -> None:
        super().__init__(self.tr("Welke gesprekken"))
        self._language: Language = language
        self.boxes = {talk.id: TickBox(self._words(talk)) for talk in talks}
        for talk in talks:
            box = self.boxes[talk.id]
            box.setChecked(talk.is_fixed)
            box.setEnabled(not talk.is_fixed)
            box.ticked.connect(self.changed)
        if len(talks) > 1:
            hint = self.tr(
                "De andere waren met iemand van hetzelfde geslacht en ongeveer dezelfde leeftijd. "
                "Vink alleen aan wat zeker van deze persoon is."
            )
            self.add(parts.soft(hint))
        self.add(*self.boxes.values())

    def _words(self, talk: PersonTalk) -> str:
        on = date_words(talk.on, self._language) if talk.on else self.tr("Dit gesprek")
        return self.tr("{on}: “{about}”").format(on=on, about=talk.about) if talk.about else on

    @property
    def chosen(self) -> tuple[str, ...]:
        """The talks that are ticked, the fixed one first."""
        return tuple(talk for talk, box in self.boxes.items() if box.isChecked())


class CorrectCard(RightCard):
    """Opens the talk to put something right. `wanted` carries the reason."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Verbeteren"), self.tr("Verbeteren doet wie aan dit gesprek werkt. Vraag het die collega.")
        )
        self.reason = QLineEdit()
        self.go = parts.button(self.tr("Open om te verbeteren"))
        self.fill(
            parts.text(self.tr("Klopt er iets niet? Dan gaat het gesprek weer open, ook als het was afgesloten.")),
            parts.label(self.tr("Waarom wordt er iets verbeterd?"), self.reason),
            self.reason,
            parts.soft(self.tr("Dit komt in het logboek. Schrijf er niets in van wat er gezegd is.")),
            parts.bare_row(self.go, None),
        )
        self.go.clicked.connect(self._on_go)
        self.reason.returnPressed.connect(self._on_go)

    @Slot()
    def _on_go(self) -> None:
        if self.reason.text().strip():
            self.wanted.emit(self.reason.text())
        else:
            self.refuse(self.tr("Schrijf erbij waarom."))

    def refuse(self, words: str) -> None:
        """Say why not, at the reason."""
        self.told.say(words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


class EraseCard(RightCard):
    """Records a written request to erase. `wanted` carries its day, or None while there is none."""

    wanted = Signal(object)

    def __init__(self, language: Language, today: datetime.date) -> None:
        super().__init__(
            self.tr("Vernietigen"), self.tr("Een verzoek legt vast wie aan dit gesprek werkt. Vraag het die collega.")
        )
        self.day = DateField(self.tr("Dag van het verzoek"), self.tr("kies de dag"), language)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.show_day(None, today)
        self.go = parts.button(self.tr("Leg het verzoek vast"))
        self.fill(
            parts.text(self.tr("Vraagt de persoon op papier of per mail om alles te wissen? Leg dat hier vast.")),
            parts.soft(self.tr("Er wordt nog niets gewist. Daarover besluiten twee mensen samen.")),
            parts.label(self.day.accessibleName(), self.day),
            parts.bare_row(self.day, self.go, None),
        )
        self.go.clicked.connect(self._on_go)

    @Slot()
    def _on_go(self) -> None:
        self.wanted.emit(self.day.day)

    def refuse(self, words: str) -> None:
        """Say why not, at the day."""
        self.told.say(words)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
