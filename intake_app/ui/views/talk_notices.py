"""The details behind the neutral mark: opened by key only, and closed by the same key as the picture."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label, Line
from intake_app.ui.presenters.flags import NoticeLine
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts

ID = "id"


class NoticeSheet(QFrame):
    """What still asks for a look: ask on, or open its sheet. Signals carry a question or a flag."""

    asked = Signal(str)
    opened = Signal(str)
    closed = Signal()

    def __init__(self, notices: tuple[NoticeLine, ...]) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.setAccessibleName(self.tr("Kijk hier nog naar"))
        self.buttons: list[ActionButton] = []
        self.close_button = ActionButton(self.tr("Sluiten"), "Esc")
        self.close_button.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        column.addLayout(parts.row(Label(self.tr("Kijk hier nog naar"), Type.TITLE), None, self.close_button))
        for notice in notices:
            column.addWidget(Line())
            column.addWidget(self._line(notice))
        if not notices:
            column.addWidget(Label(self.tr("Er is nu niets om naar te kijken."), Type.TEXT, Role.TEXT_SOFT))
        column.addStretch(1)
        self.setFocusProxy(self.buttons[0] if self.buttons else self.close_button)

    def _line(self, notice: NoticeLine) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(notice.title, Type.STRONG))
        for words in (notice.said, notice.question_text):
            if words:
                column.addWidget(Label(words, Type.TEXT, Role.TEXT_SOFT))
        row = parts.row()
        if notice.question is not None:
            row.addWidget(self._button(self.tr("Vraag nu"), str(notice.question), Kind.PLAIN))
            self.buttons[-1].clicked.connect(self._on_asked)
        row.addWidget(self._button(self.tr("Overleg en vastleggen"), str(notice.flag), Kind.OUTLINED))
        self.buttons[-1].clicked.connect(self._on_opened)
        row.addStretch(1)
        column.addLayout(row)
        return line

    def _button(self, words: str, id_: str, kind: Kind) -> ActionButton:
        button = ActionButton(words, kind=kind)
        button.setProperty(ID, id_)
        self.buttons.append(button)
        return button

    @Slot()
    def _on_asked(self) -> None:
        self.asked.emit(str(self.sender().property(ID)))

    @Slot()
    def _on_opened(self) -> None:
        self.opened.emit(str(self.sender().property(ID)))
