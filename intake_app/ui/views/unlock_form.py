"""The right half of the first window: who one is, the pass phrase, and what goes with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.entry import PickBox, TickBox
from intake_app.ui.fields.label import Line
from intake_app.ui.presenters.conversations import part_of_day
from intake_app.ui.presenters.unlock import MAKES_ONE, Fault, UnlockMode, UnlockState, Way
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts, unlock_words
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.passphrase import PassphraseField, show_typed

FORM_EM, TOP = 28, 44
"""The widest the form gets in text sizes, and the room above it. Its top stays where it is."""


class UnlockForm(QWidget):
    """Fields and words. Shows a state; Enter tells."""

    entered = Signal()
    picked = Signal(str)
    way_asked = Signal(str)
    lost = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._make_fields()
        self._make_words()
        self._make_buttons()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addSpacing(TOP)
        self._add(column, self.greeting, self.about, self.notice)
        column.addSpacing(16)
        self._add(column, self.who_label, self.who, self.name_label, self.name)
        self._add(column, self.phrase_label, self.phrase, self.caps, self.hint)
        self._add(column, self.again_label, self.again, self.fault, self.ways)
        row = parts.row(self.open_button, self.show_button, self.waiting, None)
        row.setContentsMargins(0, 12, 0, 0)
        column.addLayout(row)
        column.addWidget(self.lost_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addWidget(Line())
        column.addSpacing(8)
        self._add(column, self.safe, self.trial, self.unproved, self.demo, self.example)
        column.addStretch(1)
        parts.centred(self, column, FORM_EM * parts.em())
        self._connect()

    def _add(self, column: QVBoxLayout, *pieces: QWidget) -> None:
        for piece in pieces:
            column.addWidget(piece)

    def _make_fields(self) -> None:
        self.who = PickBox("")
        self.who_label = parts.label(self.tr("Wie bent u?"), self.who)
        self.who.setAccessibleName(self.who_label.text())
        self.name = QLineEdit()
        self.name_label = parts.label(self.tr("Uw naam, zoals collega's u kennen"), self.name)
        self.phrase, self.again = PassphraseField(), PassphraseField()
        self.phrase_label = parts.label(unlock_words.phrase_label(UnlockMode.OPEN), self.phrase)
        self.again_label = parts.label(self.tr("Nog een keer dezelfde wachtzin"), self.again)
        self.show_button = TickBox(self.tr("Wachtzin tonen"))

    def _make_words(self) -> None:
        self.greeting = parts.text(self._greeting(), Type.QUESTION)
        self.about, self.hint = parts.soft(""), parts.soft("")
        self.notice = parts.Notice("info", "")
        self.caps = parts.Notice("info", self.tr("Caps Lock staat aan."))
        self.caps.hide()
        self.fault = parts.text("", Type.STRONG)
        self.waiting = parts.soft(self.tr("Bezig …"))
        self.safe = parts.Notice("lock", self.tr("Alles blijft versleuteld op deze computer."))
        self.trial = parts.Notice("info", self.tr("Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat."))
        self.unproved = parts.Notice("info", self.tr("De regels van deze inhoud zijn niet nagerekend."))
        self.example = parts.Notice("lamp", "")
        self.demo = parts.Notice("lamp", self.tr("Rondkijken met voorbeelden? Start met ./run --demo"))

    def _make_buttons(self) -> None:
        self.open_button = parts.button(self.tr("Openen"), "Enter", Kind.PRIMARY)
        self.open_button.make_tall()
        self.lost_button = LinkButton(self.tr("Wachtzin kwijt?"))
        self.ways = Flow()
        self.way_buttons = {each: parts.button("") for each in Way}
        for way, button in self.way_buttons.items():
            button.setProperty("way", way.value)
            button.clicked.connect(self._on_way)
            self.ways.add(button)

    def _connect(self) -> None:
        self.who.picked.connect(self.picked)
        self.who.taken.connect(self._on_taken)
        self.name.returnPressed.connect(self.phrase.setFocus)
        self.phrase.returnPressed.connect(self._on_return)
        self.again.returnPressed.connect(self.entered)
        self.open_button.clicked.connect(self.entered)
        self.lost_button.clicked.connect(self.lost)
        self.phrase.caps_seen.connect(self.caps.setVisible)
        self.show_button.toggled.connect(self._on_shown)

    def _greeting(self) -> str:
        words = {
            "morning": self.tr("Goedemorgen"),
            "afternoon": self.tr("Goedemiddag"),
            "evening": self.tr("Goedenavond"),
        }
        return words[part_of_day(QTime.currentTime().hour())]

    def show_state(self, state: UnlockState) -> None:
        """Show what is asked and what is wrong."""
        self._show_people(state)
        for part in (self.name, self.name_label):
            part.setVisible(state.mode is UnlockMode.CREATE)
        for part in (self.again, self.again_label):
            part.setVisible(state.mode in MAKES_ONE)
        self.about.setText(unlock_words.about(state))
        self.about.setVisible(bool(self.about.text()))
        self.notice.words.setText(state.notice)
        self.notice.setVisible(bool(state.notice))
        self.phrase_label.setText(unlock_words.phrase_label(state.mode))
        self.phrase.setAccessibleName(self.phrase_label.text())
        self.hint.setText(unlock_words.hint(state.mode))
        self.phrase.setReadOnly(bool(state.seconds))
        self.open_button.setEnabled(state.can_enter)
        self.lost_button.setVisible(state.mode is UnlockMode.OPEN and bool(state.people))
        self.trial.setVisible(state.is_trial)
        self.unproved.setVisible(not state.is_certified)
        self.demo.setVisible(not state.is_demo)
        shown = self.tr("De wachtzin van de voorbeelden is: {words}").format(words=state.shown_passphrase)
        self.example.words.setText(shown if state.shown_passphrase else "")
        self.example.setVisible(bool(state.shown_passphrase))
        self._show_fault(state)

    def _show_people(self, state: UnlockState) -> None:
        has_several = len(state.people) > 1 and state.mode not in {UnlockMode.CREATE, UnlockMode.LOADING}
        for part in (self.who, self.who_label):
            part.setVisible(has_several)
        names = {user.id: user.name for user in state.people}
        if [self.who.itemData(at) for at in range(self.who.count())] != list(names):
            self.who.show_choices(names.items())
        self.who.show_code(state.chosen)

    def _show_fault(self, state: UnlockState) -> None:
        before = self.fault.text()
        self.fault.setText(unlock_words.fault(state))
        self.fault.setVisible(bool(self.fault.text()))
        for way, button in self.way_buttons.items():
            button.setVisible(way in state.ways)
            button.set_words(unlock_words.way(way, state.fault))
        self.ways.setVisible(bool(state.ways))
        # A countdown that is read out every second leaves no room for anything else.
        is_counting = bool(state.seconds) and before.split(" ")[:1] == self.fault.text().split(" ")[:1]
        if self.fault.text() not in {"", before} and not is_counting:
            announce(self.fault, self.fault.text())

    def show_waiting(self, *, is_waiting: bool) -> None:
        """Show or hide that work goes on."""
        self.waiting.setVisible(is_waiting)

    def forget(self) -> None:
        """Empty the secret fields and hide what is typed next."""
        self.phrase.clear()
        self.again.clear()
        self.caps.hide()
        self.show_button.setChecked(False)

    def focus_fault(self, wrong: Fault) -> None:
        """Put the cursor where something must change, or on the first way on."""
        field: QLineEdit = {Fault.DIFFERENT: self.again, Fault.NAMELESS: self.name}.get(wrong, self.phrase)
        first: ActionButton | None = next((each for each in self.way_buttons.values() if not each.isHidden()), None)
        (first or field).setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    @Slot()
    def _on_taken(self) -> None:
        self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_return(self) -> None:
        if self.again.isVisible() and not self.again.text():
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()

    @Slot()
    def _on_way(self) -> None:
        self.way_asked.emit(str(self.sender().property("way")))

    @Slot(bool)
    def _on_shown(self, is_shown: bool) -> None:
        show_typed(is_shown, self.phrase, self.again)
