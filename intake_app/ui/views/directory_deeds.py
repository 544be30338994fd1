"""The buttons of what can be done about a service, and what is asked before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from intake_app.directory.model import How
from intake_app.ui.fields.announce import announce
from intake_app.ui.presenters.directory_deeds import HOWS
from intake_app.ui.views import parts
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.told import Told


class ReasonCard(QFrame):
    """Asks why a service is no longer offered; without a reason it is not done. `given` carries the reason."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card_resume")
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("Bijvoorbeeld: niemand neemt op"))
        self.keep, self.go = parts.button(self.tr("Niet nu"), "Esc"), parts.button(self.tr("Niet meer aanbieden"))
        self.keep.clicked.connect(self._on_closed)
        self.go.clicked.connect(self._on_given)
        self.field.returnPressed.connect(self._on_given)
        self.field.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        question = self.tr("Waarom bieden wij dit niet meer aan? Schrijf niets over een persoon.")
        column.addWidget(parts.label(question, self.field))
        column.addWidget(self.field)
        column.addLayout(parts.row(None, self.keep, self.go))
        parts.on_escape(self, self._on_closed)
        self.hide()

    def ask(self) -> None:
        """Ask, and go to the field."""
        self.field.clear()
        self._on_typed()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.field.accessibleName())

    @Slot()
    def _on_typed(self) -> None:
        self.go.setEnabled(bool(self.field.text().strip()))

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _on_given(self) -> None:
        if self.go.isEnabled():
            self._on_closed()
            self.given.emit(self.field.text())


class HowCard(QFrame):
    """Asks how somebody made sure that an entry is still right. `told` carries how."""

    told = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card_resume")
        self.buttons = {how: parts.button(word, icon=HOWS[how]) for how, word in self._words().items()}
        self.keep = parts.button(self.tr("Niet nu"), "Esc")
        self.keep.clicked.connect(self._on_closed)
        flow = Flow()
        for how, button in self.buttons.items():
            button.setProperty("how", how.value)
            button.clicked.connect(self._on_told)
            flow.add(button)
        flow.add(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        self.question = parts.text(self.tr("Alles klopt nog. Hoe hebt u dat nagekeken?"))
        column.addWidget(self.question)
        column.addWidget(flow)
        parts.on_escape(self, self._on_closed)
        self.hide()

    def _words(self) -> dict[How, str]:
        return {
            How.TELEPHONE: self.tr("Gebeld"),
            How.WEBSITE: self.tr("Website bekeken"),
            How.VISIT: self.tr("Bezocht"),
            How.MESSAGE: self.tr("Bericht gekregen"),
        }

    def ask(self) -> None:
        """Ask, and go to the likeliest answer."""
        self.show()
        self.buttons[How.TELEPHONE].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.question.text())

    @Slot()
    def _on_told(self) -> None:
        self._on_closed()
        self.told.emit(str(self.sender().property("how")))

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()


class DeedsBox(QWidget):
    """The buttons; those that change something are away for who may not. A question stands in their place."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = parts.button(self.tr("Bewerken"), "F2", icon="note")
        self.right = parts.button(self.tr("Klopt nog"), "Ctrl J", icon="check")
        self.leaflet = parts.button(self.tr("Blad meegeven"), "Ctrl P", icon="printer")
        self.card = parts.button(self.tr("Visitekaartje"), "Ctrl S", icon="person")
        self.never = parts.button(self.tr("Niet meer aanbieden …"), icon="cross")
        self.again = parts.button(self.tr("Weer aanbieden"), icon="undo")
        self.remove = parts.button(self.tr("Verwijderen"))
        self.reason, self.how, self.told = ReasonCard(), HowCard(), Told()
        self.refusal = parts.soft("")
        flow = Flow()
        for button in (self.edit, self.right, self.leaflet, self.card, self.never, self.again, self.remove):
            flow.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (flow, self.refusal, self.how, self.reason, self.told):
            column.addWidget(part)
        self._buttons = flow
        self.right.clicked.connect(self._on_right)
        self.never.clicked.connect(self._on_never)
        for card in (self.how, self.reason):
            card.closed.connect(flow.show)

    def show_rights(self, refusal: str, *, is_never: bool, is_own: bool) -> None:
        """Offer what can be done; `refusal` says why nothing can be changed, and is empty where it can."""
        may_change = not refusal
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        for button in (self.edit, self.right):
            button.setVisible(may_change)
        self.never.setVisible(may_change and not is_never)
        self.again.setVisible(may_change and is_never)
        self.remove.setVisible(may_change and is_own)
        for card in (self.reason, self.how):
            card.hide()
        self._buttons.show()
        self.told.say("")

    @Slot()
    def _on_right(self) -> None:
        self.how.ask()
        self._buttons.hide()

    @Slot()
    def _on_never(self) -> None:
        self.reason.ask()
        self._buttons.hide()
