"""Agreements: "Wat doen we, en wie?" with the safety net beside it. Saved while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_scale import NumberScale
from intake_app.ui.presenters.agree import Agreeing, AgreeState
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.agree_net import SafetyNet
from intake_app.ui.views.agree_steps import StepEdited, StepMoved, Steps
from intake_app.ui.views.choose_frame import (
    TalkHeader,
    beside,
    column,
    footer,
    is_typing,
    on_key,
    plain_key,
    who_it_is,
)
from intake_app.ui.views.conflict import ConflictLayer

BESIDE_EM, NET_WIDTH = 68, 380
MOST_STEPS = 20
"""More steps than anybody agrees on."""
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AgreeScreen(Screen):
    """The screen of agreements."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.agreeing = Agreeing(context.desk, context.talk, today())
        self.agreeing.enter()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh()
        self.setFocusProxy(self.onward)
        self.conflicts = ConflictLayer(self, self.header)

    def _make_parts(self) -> None:
        language = self.context.desk.language
        who = who_it_is(self.context.talk, self.context)
        self.header = TalkHeader(self.context, self.tr("Afspraken"), who)
        self.wish = Label("", tone=Role.TEXT_SOFT)
        self.steps = Steps(language)
        self.net = SafetyNet(self.agreeing, language)
        self.sure = NumberScale(self.tr("niet zeker"), self.tr("heel zeker"), self.tr("Hoe zeker bent u dat dit lukt?"))
        self.higher_label = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.higher = NoteField(self.tr("Wat maakt het cijfer hoger?"), least_lines=1)
        self.back = ActionButton(self.tr("Terug naar kiezen"), "Alt ←")
        self.add = ActionButton(self.tr("Eigen stap erbij"), "N", Kind.PLAIN, icon="plus")
        self.onward = ActionButton(self.tr("Naar het papier"), "Enter", Kind.PRIMARY)

    def _lay_out(self) -> None:
        self._make_confidence()
        title = Label(self.tr("Wat doen we, en wie?"), Type.QUESTION)
        left = column(title, self.wish, self.steps, self._confidence, gap=14)
        left.addStretch(1)
        left.setContentsMargins(44, 20, 32, 20)
        self.page, self._beside = beside(left, self.net)
        whole = column(self.header, self.page, footer(self.back, self.add, self.onward), gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _make_confidence(self) -> None:
        self._confidence = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._confidence.setSpacing(28)
        sure = Label(self.tr("Hoe zeker bent u dat dit lukt?"), Type.LABEL, Role.TEXT_SOFT)
        asked, helps = column(sure, self.sure, gap=6), column(self.higher_label, self.higher, gap=6)
        self._confidence.addLayout(asked)
        self.higher_part = QWidget()
        self.higher_part.setLayout(helps)
        self._confidence.addWidget(self.higher_part, 1)
        self._confidence.addStretch(0)
        for each in (asked, helps):
            each.addStretch(1)

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        self.steps.edited.connect(self._on_step)
        self.steps.moved.connect(self._on_moved)
        self.steps.removed.connect(self._on_removed)
        self.sure.chosen.connect(self._on_sure)
        self.higher.edited.connect(self._on_higher)
        self.back.clicked.connect(self._on_back)
        self.add.clicked.connect(self._on_add)
        self.onward.clicked.connect(self._on_onward)

    def refresh(self) -> None:
        """Show the agreements again; what is being typed stays."""
        if not self.steps.is_typed_in:
            self.agreeing.reload()
        self._show(self.agreeing.state())

    def _show(self, state: AgreeState) -> None:
        self.header.show_saved()
        self.wish.setText(self.tr("Uw wens: “{wish}”").format(wish=state.wish))
        self.wish.setVisible(bool(state.wish))
        self.steps.show_state(state)
        self.net.show_state(state)
        self.sure.show_number(state.confidence)
        self.higher_label.setText(self.tr("Wat maakt het een {number}?").format(number=state.one_higher))
        self.higher.show_text(state.makes_it_higher)
        self.higher_part.setVisible(state.one_higher > 0)

    @override
    def view(self) -> Mapping[str, str]:
        return {"steps": str(len(self.steps.rows))}

    @override
    def show_view(self, view: Mapping[str, str]) -> None:
        """Have as many steps again: one that says nothing yet is not in the talk."""
        count = view.get("steps", "")
        while count.isdigit() and len(self.steps.rows) < min(int(count), MOST_STEPS):
            self.agreeing.add_step()
            self._show(self.agreeing.state())

    def leave(self) -> None:
        """Keep what was typed last."""
        self.net.flush()
        self.higher.flush()
        for row in self.steps.rows:
            self.agreeing.write_step(row.at, row.card.value.what, row.card.value.start)
        self.agreeing.save()

    @Slot(StepEdited)
    def _on_step(self, edited: StepEdited) -> None:
        value = edited.value
        self.agreeing.write_step(edited.at, value.what, value.start)
        self.agreeing.assign(edited.at, value.who, value.by)
        self.agreeing.save()

    @Slot(StepMoved)
    def _on_moved(self, moved: StepMoved) -> None:
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)  # hands over what is being typed
        to = self.agreeing.move(moved.at, moved.by)
        self.agreeing.save()
        self._show(self.agreeing.state())
        self.steps.rows[to].card.focus_first()

    @Slot(int)
    def _on_removed(self, at: int) -> None:
        self.agreeing.remove(at)
        self._show(self.agreeing.state())
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_sure(self, number: int) -> None:
        self.agreeing.be_sure(number)
        self._show(self.agreeing.state())

    @Slot(str)
    def _on_higher(self, text: str) -> None:
        self.agreeing.say_what_helps(text)

    @Slot()
    def _on_add(self) -> None:
        at = self.agreeing.add_step()
        self._show(self.agreeing.state())
        self.steps.rows[at].card.focus_first()

    @Slot()
    def _on_back(self) -> None:
        self.leave()
        self.context.shell.go("choose")

    @Slot()
    def _on_onward(self) -> None:
        self.leave()
        self.context.shell.go("papers")

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {"add_step": self._on_add}

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the safety net below where text is large."""
        super().resizeEvent(event)
        direction, width = QBoxLayout.Direction, current_theme().em(self.width())
        is_wide = width >= BESIDE_EM
        for layout in (self._beside, self._confidence):
            layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self.net.setMaximumWidth(current_theme().px(NET_WIDTH) if is_wide else self.width())
        self.net.setMinimumWidth(current_theme().px(NET_WIDTH) if is_wide else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N adds a step, Enter goes on."""
        if event.key() in ENTER and not is_typing():
            self._on_onward()
        elif plain_key(event) == "N":
            self._on_add()
        else:
            super().keyPressEvent(event)
