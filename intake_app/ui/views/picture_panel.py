"""The right pane, "Beeld tot nu toe": calm beside the person, words and bars, and hidden by one key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.triage.model import Target
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import IconLabel, KeyCap, Label
from intake_app.ui.fields.need_bar import Need, NeedBar
from intake_app.ui.fields.wheel import Spoke, Wheel
from intake_app.ui.presenters.talk_picture import MOST_NEXT, AxisState, NeedState, NextState, PictureState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts
from intake_app.ui.views.talk_next import NextCard


class PicturePanel(QFrame):
    """Shows a picture in place. `why_asked` carries a side, `asked` a question."""

    why_asked = Signal(str)
    asked = Signal(str)
    hide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "pane_right")
        self._shown: PictureState | None = None
        self.wheel = Wheel()
        self.medical = NeedBar(self.tr("Waarom?"), "W")
        self.social = NeedBar(self.tr("Waarom?"))
        self.medical.why_asked.connect(self._on_why_medical)
        self.social.why_asked.connect(self._on_why_social)
        self.mark = QWidget()
        self.quote_title = Label(self.tr("Hier ging het over"), Type.LABEL, Role.TEXT_SOFT)
        self.quote = Label("")
        self.next_title = Label(self.tr("Dit helpt nu het meest"), Type.LABEL, Role.TEXT_SOFT)
        self.next = [NextCard() for _ in range(MOST_NEXT)]
        self.hide_button = ActionButton(self.tr("Verberg"), "F8", Kind.PLAIN)
        self.hide_button.make_small()
        self.hide_button.clicked.connect(self.hide_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        page = parts.Page()
        page.setProperty("look", "surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(parts.row(Label(self.tr("Beeld tot nu toe"), Type.TITLE), None, self.hide_button, gap=4))
        column.addWidget(self.wheel)
        column.addWidget(self.medical)
        column.addWidget(self.social)
        mark = parts.row(
            IconLabel("mark", Role.TEXT_SOFT), Label(self.tr("Kijk hier nog naar")), KeyCap("Ctrl D"), None, gap=8
        )
        mark.setContentsMargins(0, 0, 0, 0)
        self.mark.setLayout(mark)
        self.mark.setMinimumHeight(self.mark.sizeHint().height())
        policy = self.mark.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.mark.setSizePolicy(policy)
        column.addWidget(self.mark)
        column.addWidget(self.next_title)
        for card in self.next:
            card.asked.connect(self.asked)
            column.addWidget(card)
        column.addWidget(self.quote_title)
        column.addWidget(self.quote)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(parts.Scrolled(page))

    def show_picture(self, state: PictureState) -> None:
        """Show what is known, in place."""
        if state == self._shown:
            return
        self._shown = state
        top, right, below, left = (Spoke(name=axis.name, rating=axis.ring) for axis in _round(state))
        self.wheel.show_spokes((top, right, below, left), state.spoken)
        self.medical.show_need(_need(state.needs[0]))
        self.social.show_need(_need(state.needs[1]))
        self.mark.setVisible(state.has_mark)
        self.quote.setText(self.tr("“{words}”").format(words=state.quote))
        for part in (self.quote, self.quote_title):
            part.setVisible(bool(state.quote))
        self.show_next(state.next)

    @property
    def is_next_held(self) -> bool:
        """Tell whether somebody points at a question that helps, or went to it by key: it must not change then."""
        return any(card.underMouse() or card.hasFocus() for card in self.next)

    def show_next(self, questions: tuple[NextState, ...]) -> None:
        """Show the questions that help now; each card keeps its height."""
        if self._shown is not None:
            self._shown = replace(self._shown, next=questions)
        self.next_title.setVisible(bool(questions))
        for place, card in enumerate(self.next):
            card.show_next(questions[place] if place < len(questions) else None)

    @Slot()
    def focus_first(self) -> None:
        """Go to the first question that helps, else to the button that hides."""
        shown = [card for card in self.next if card.isVisible()]
        (shown[0] if shown else self.hide_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_why_medical(self) -> None:
        self.why_asked.emit(Target.MEDICAL.value)

    @Slot()
    def _on_why_social(self) -> None:
        self.why_asked.emit(Target.SOCIAL.value)


def _round(state: PictureState) -> tuple[AxisState, ...]:
    """Return the axes clockwise from the top: body, mind, society below, and the people at the left."""
    body, mind, social, society = state.axes
    return body, mind, society, social


def _need(state: NeedState) -> Need:
    return Need(
        name=state.name,
        word=state.word,
        low=state.low,
        high=state.high,
        point=state.point if state.is_known else None,
        note=state.note,
        spoken=f"{state.name}: {state.word}. {state.note}".strip(),
    )
