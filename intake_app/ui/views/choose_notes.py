"""What stands above the columns: what is for today, what to ask first, what is not known; and the page "Eerst dit"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.ui.actions import action
from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.choose_state import AskFirst, ChooseState, HeldView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_frame import column, empty, line

MOST_QUESTIONS = 2


class AskLine(QWidget):
    """One question that should still be asked, with the way to it."""

    asked = Signal(str)

    def __init__(self, view: AskFirst) -> None:
        super().__init__()
        self._question = view.question
        self.button = LinkButton(self.tr("Naar de vraag"))
        self.button.clicked.connect(self._on_clicked)
        words = Label(self.tr("Vraag eerst nog: {question}").format(question=view.text))
        inside = line(IconLabel("mark", Role.TEXT_SOFT), words, self.button, gap=10)
        inside.setStretch(1, 1)
        self.setLayout(inside)

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(self._question)


class SafetyLine(QWidget):
    """The questions about safety are not all asked yet: the way to them, or a reason to leave them."""

    asked = Signal(str)
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self.reason = self.tr("geen tijd")
        self.ask = LinkButton(self.tr("Vraag ze nu"))
        self.ask.clicked.connect(self._on_asked)
        self.leave = LinkButton(self.tr("Niet gevraagd: geen tijd"))
        self.leave.clicked.connect(self._on_left)
        words = Label(self.tr("De vragen over veiligheid zijn nog niet allemaal gesteld."))
        inside = line(IconLabel("mark", Role.TEXT_SOFT), words, self.ask, self.leave, gap=10)
        inside.setStretch(1, 1)
        self.setLayout(inside)

    def show_question(self, question: str) -> None:
        """Show the line while a question is open."""
        self._question = question
        self.setVisible(bool(question))

    @Slot()
    def _on_asked(self) -> None:
        self.asked.emit(self._question)

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.reason)


class Notes(QWidget):
    """The lines above the columns; nothing when there is nothing to say."""

    question_asked = Signal(str)
    safety_left = Signal(str)
    order_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.wishes = Label("")
        self.order = LinkButton(self.tr("Volgorde wijzigen"), action("priorities").cap)
        self.order.clicked.connect(self.order_asked)
        self.first = QWidget()
        first = line(IconLabel("wish", Role.WISH), self.wishes, self.order, gap=10)
        first.setStretch(1, 1)
        self.first.setLayout(first)
        self.band = QFrame()
        self.band.setProperty("look", "card_today")
        self.today = Label("", Type.STRONG)
        inside = line(IconLabel("mark", Role.WEIGHS), self.today, gap=10)
        inside.setStretch(1, 1)
        inside.setContentsMargins(16, 10, 16, 10)
        self.band.setLayout(inside)
        self.hint = Label("", Type.TEXT, Role.TEXT_SOFT)
        self.safety = SafetyLine()
        self.safety.asked.connect(self.question_asked)
        self.safety.left.connect(self.safety_left)
        self._asks = QVBoxLayout()
        self._shown: tuple[AskFirst, ...] = ()
        self.has_words = False
        self.setLayout(column(self.band, self._asks, self.safety, self.hint, self.first, gap=8))

    def show_state(self, state: ChooseState) -> None:
        """Show what there is to say."""
        self.today.setText("\n".join(state.today))
        self.band.setVisible(bool(state.today))
        self.wishes.setText(state.wishes)
        self.first.setVisible(bool(state.wishes))
        self.hint.setText(state.hint)
        self.hint.setVisible(bool(state.hint))
        self.safety.show_question(state.open_safety)
        asks = state.ask_first[:MOST_QUESTIONS]
        if asks != self._shown:
            self._shown = asks
            empty(self._asks)
            for each in asks:
                row = AskLine(each)
                row.asked.connect(self.question_asked)
                self._asks.addWidget(row)
        self.has_words = bool(state.today or state.hint or state.open_safety or state.wishes or asks)


class HeldPage(QWidget):
    """A calm page instead of the columns: what must come first, and the way to it."""

    flag_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = Label("", Type.LARGE)
        self.button = ActionButton(self.tr("Bekijk en leg vast"), "", Kind.PRIMARY)
        self.button.clicked.connect(self.flag_asked)
        words = Label(self.tr("Leg vast wat er is gedaan en wie het weet. Daarna kiest u samen verder."))
        inside = column(Label(self.tr("Eerst dit"), Type.PAGE), self.lines, words, gap=16)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QWidget()
        middle.setMaximumWidth(current_theme().px(560))
        middle.setLayout(inside)
        whole = column(middle)
        whole.setAlignment(middle, Qt.AlignmentFlag.AlignCenter)
        whole.setContentsMargins(44, 28, 44, 28)
        self.setLayout(whole)

    def show_view(self, view: HeldView | None) -> None:
        """Show what waits, or nothing."""
        self.setVisible(view is not None)
        self.lines.setText("\n".join(view.lines) if view else "")
