"""The sheet "Wie is erbij": others come in or leave, somebody interprets, one can speak freely or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.talk_people import PeopleState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.chips import Chips

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PeopleSheet(QFrame):
    """What can change during a talk about who is there. It tells; the screen keeps."""

    kept = Signal()
    closed = Signal()

    def __init__(self, state: PeopleState) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setAccessibleName(self.tr("Wie is erbij"))
        self.present = Chips({line.code: line.label for line in state.present}, self.tr("Wie is erbij"), many=True)
        self.present.choose(*(line.code for line in state.present if line.is_on))
        self.interpreter = Chips({line.code: line.label for line in state.interpreters}, self.tr("Wie tolkt er?"))
        self.interpreter.choose(*(line.code for line in state.interpreters if line.is_on))
        self.freely = TickBox(self.tr("De persoon kan nu vrij praten"))
        self.freely.setChecked(state.speaks_freely)
        self.call_back = QLineEdit(state.call_back)
        self.keep = ActionButton(self.tr("Bewaar"), "Enter", Kind.PRIMARY)
        self.close_button = ActionButton(self.tr("Laat zo"), "Esc")
        self.keep.clicked.connect(self.kept)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()
        self.setFocusProxy(self.present)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Wie is erbij?"), Type.TITLE))
        column.addWidget(self.present)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Wie tolkt er?"), Type.LABEL, Role.TEXT_SOFT))
        column.addWidget(self.interpreter)
        column.addSpacing(8)
        column.addWidget(self.freely)
        column.addWidget(parts.name_of(self.call_back, self.tr("Hoe belt u veilig terug?")))
        column.addWidget(self.call_back)
        column.addSpacing(8)
        column.addLayout(parts.row(None, self.close_button, self.keep))
        column.addStretch(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter from any field."""
        if event.key() in ENTER:
            self.keep.click()
        else:
            super().keyPressEvent(event)
