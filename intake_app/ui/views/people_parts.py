"""Parts of the screen of people: what can be done about who is chosen, and one's own pass phrase and sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.practice.rights import Action
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.people import Deed, UserRow
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts, people_words
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.recovery_cards import StandLine, StepCard


class DeedsRow(QWidget):
    """The buttons of what can be done about a user; none for who may do nothing."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.buttons = {deed: parts.button(people_words.deed(deed)) for deed in Deed}
        flow = Flow()
        for deed, button in self.buttons.items():
            button.setProperty("deed", deed.value)
            button.clicked.connect(self._on_clicked)
            flow.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(flow)

    def show_row(self, row: UserRow | None) -> None:
        """Offer what can be done about this user."""
        deeds = row.deeds if row else ()
        self._title.setText(row.user.name if row else "")
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)
            button.setAccessibleDescription(row.user.name if row else "")
        self.setVisible(bool(deeds))

    def focus_first(self) -> None:
        """Go to the first button."""
        first = next((button for button in self.buttons.values() if not button.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("deed")))


class OwnCard(StepCard):
    """One's own pass phrase."""

    def __init__(self) -> None:
        super().__init__(self.tr("Uw wachtzin"))
        self.change = parts.button(self.tr("Wachtzin wijzigen"))
        self.add(parts.soft(self.tr("Alleen u kent hem. Denkt u dat iemand meekeek? Kies een nieuwe.")))
        self.add_row(parts.row(self.change, None))


class SheetCard(StepCard):
    """How it stands with the recovery sheet, and the way there."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(self.tr("Herstelblad"))
        self._shell = context.shell
        stand = StandLine(context.desk.language)
        stand.show_recovery(context.office.people.recovery())
        self.open_button = parts.button(self.tr("Naar het herstelblad"))
        self.open_button.clicked.connect(self._on_open)
        self.add(stand)
        self.add_row(parts.row(self.open_button, None))
        if not context.office.people.may(Action.RECOVERY):
            self.hide()

    @Slot()
    def _on_open(self) -> None:
        self._shell.go("recovery")
