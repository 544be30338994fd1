"""What belongs to the paper in view, right of it: letters, language, what holds it back, and who may read it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.ui.fields.button import LinkButton
from intake_app.ui.fields.card import FactLine
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.fields.number_scale import ChoiceRow
from intake_app.ui.presenters.papers import ASK, CONSENT, HoldView, PapersState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column, empty, line
from intake_app.ui.views.papers_around import PaperAround
from intake_app.ui.views.papers_consent import PaperConsent
from intake_app.ui.views.papers_language import PaperLanguage

LARGE, USUAL = "large", "usual"


class HoldRow(QWidget):
    """One thing that holds a paper back, with the way out."""

    asked = Signal(HoldView)

    def __init__(self, hold: HoldView) -> None:
        super().__init__()
        self._hold = hold
        self.button = LinkButton(self.tr("Naar de vraag") if hold.way == ASK else self.tr("Leg dit vast"))
        if hold.way in {"", CONSENT}:
            self.button.hide()
        self.button.clicked.connect(self._on_clicked)
        words = line(IconLabel("lock"), Label(hold.text), gap=10)
        words.setStretch(1, 1)
        inside = column(words, gap=4)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(inside)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._hold)


class PaperSide(QFrame):
    """What belongs to the paper in view: size of letters, consent, and what holds it back."""

    enlarged = Signal(bool)
    language_asked = Signal(str)
    way_asked = Signal(HoldView)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_right")
        self.title = Label("", Type.TITLE)
        self.letters = ChoiceRow(((USUAL, self.tr("Gewoon")), (LARGE, self.tr("Extra groot"))))
        self.language = PaperLanguage()
        self.around = PaperAround()
        self.consent = PaperConsent()
        self.message = Label("", tone=Role.TEXT)
        self.reading = FactLine(
            "info",
            self.tr("U kunt nu alleen lezen. Bekijken, bewaren en afdrukken kan; toestemming vastleggen niet."),
            Type.TEXT,
            Role.TEXT,
        )
        self._holds, self._others = QVBoxLayout(), QVBoxLayout()
        self._shown: tuple[HoldView, ...] = ()
        advice = line(
            IconLabel("info"), Label(self.tr("Dit papier is een advies, geen verwijzing."), Type.SMALL), gap=8
        )
        advice.setStretch(1, 1)
        self.journal = Label(
            self.tr("Deze tekst is voor het dossier van de praktijk. Er is geen toestemming voor nodig.")
        )
        look, reader = QWidget(), QWidget()
        look.setLayout(
            column(Label(self.tr("Letters"), Type.LABEL, Role.TEXT_SOFT), self.letters, self.language, gap=10)
        )
        reader.setLayout(column(Line(), self.consent, self.around, gap=10))
        end = QWidget()
        end.setLayout(advice)
        self._of_paper = (look, reader, end)
        inside = column(
            self.title,
            self.journal,
            look,
            self.reading,
            self._holds,
            self.message,
            reader,
            self._others,
            end,
            gap=10,
        )
        inside.addStretch(1)
        inside.setContentsMargins(20, 20, 20, 16)
        self.setLayout(inside)
        self.letters.chosen.connect(self._on_letters)
        self.language.chosen.connect(self.language_asked)

    def put_below(self, part: QWidget) -> None:
        """Give another part a place below the consent."""
        self._others.addWidget(part)

    def show_state(self, state: PapersState, closing: tuple[HoldView, ...], *, is_journal: bool = False) -> None:
        """Show what belongs to what is in view; `closing` is what held closing back just now."""
        self.title.setText(self.tr("Tekst voor het journaal") if is_journal else state.chosen.title)
        self.journal.setVisible(is_journal)
        for part in self._of_paper:
            part.setVisible(not is_journal)
        self.letters.show_code(LARGE if state.is_large else USUAL)
        self.language.show_state(state)
        self.around.show_state(state)
        self.consent.show_state(state)
        self.reading.setVisible(state.is_reading)
        holds = tuple(dict.fromkeys((*(() if is_journal else state.chosen.holds), *closing)))
        if holds != self._shown:
            self._shown = holds
            empty(self._holds)
            for each in holds:
                row = HoldRow(each)
                row.asked.connect(self.way_asked)
                self._holds.addWidget(row)

    def say(self, words: str) -> None:
        """Say what went wrong, in place; nothing when empty."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    @Slot(str)
    def _on_letters(self, code: str) -> None:
        self.enlarged.emit(code == LARGE)
