"""The parts of "Mensen om u heen", laid out: the drawing with its legend, the list, and the fields of one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QWidget
from typing_extensions import override

from intake_app.conversation.model import MOST_STRAIN, STRONGEST
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.chip import ChipButton, Tone
from intake_app.ui.fields.ecogram_picture import EcogramPicture
from intake_app.ui.fields.label import KeyCap, Label
from intake_app.ui.presenters.ecogram import Ecogram, EcogramState
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.choose_frame import TalkHeader, column, footer, line, who_it_is
from intake_app.ui.views.ecogram_form import TieForm
from intake_app.ui.views.ecogram_list import Legend, PeopleList
from intake_app.ui.views.out_of_sight import GlanceScreen

SIDE_WIDTH, BESIDE_EM = 360, 66
"""The list beside the drawing, in pixels at 100 %; in a narrower window it stands above the drawing."""
FOCUS_ROOM = 60


class _Body(QScrollArea):
    """Scrolls where the window is small, by Page Up and Down too; arrows are the screen's, also sideways."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()


class EcogramPage(GlanceScreen):
    """Everything that is on the screen; what it does stands in the screen itself."""

    def __init__(self, context: ScreenContext, ecogram: Ecogram) -> None:
        super().__init__(context)
        self.ecogram = ecogram
        text = context.desk.text
        strengths = tuple(text(f"tie.strength_{each}") for each in range(STRONGEST + 1))
        strains = tuple(text(f"tie.strain_{each}") for each in range(1, MOST_STRAIN + 1))
        self.header = TalkHeader(context, self.tr("Mensen om u heen"), who_it_is(context.talk, context))
        self.picture = EcogramPicture(text("ecogram.middle"), strengths)
        self.legend = Legend(strengths, strains, text("tie.thinks_along"))
        self.list, self.form = PeopleList(), TieForm(ecogram, context.desk)
        self.none = Label(self.tr("Wie is er om u heen? Begin met één naam."), Type.TITLE)
        self.how = Label(
            self.tr("Typ een naam en druk op Enter. Met de pijltjes, of door te slepen, komt iemand dichterbij."),
            Type.SMALL,
            Role.TEXT_SOFT,
        )
        self.remark = Label("", Type.SMALL, Role.TEXT_SOFT)
        self.when_alone = Label(text("ecogram.when_alone"), Type.SMALL, Role.TEXT_SOFT)
        self.alone = ChipButton(self.tr("Nu even alleen"), Tone.NEUTRAL, "check", "lock")
        self.alone_key = KeyCap("A")
        self.back = ActionButton(self.tr("Terug"), "Alt ←")
        self.hide_button = ActionButton(self.tr("Even uit beeld"), "F8")
        self.add = ActionButton(self.tr("Iemand erbij"), "N", Kind.PRIMARY)
        self._lay_out()
        self._placed = QTimer(self, singleShot=True, interval=0)
        self._placed.timeout.connect(self._on_placed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        theme_source().changed.connect(self._turn)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("look", "pane_right")
        inside = column(self.none, self.how, self.list, self.remark, self.form, gap=8)
        inside.setStretch(2, 1)
        inside.addWidget(self.when_alone)
        inside.addLayout(line(self.alone, self.alone_key, None))
        inside.setContentsMargins(20, 14, 20, 14)
        side.setLayout(inside)
        drawing = QWidget()
        below = column(self.picture, self.legend, gap=8)
        below.setStretch(0, 1)
        below.setContentsMargins(16, 12, 16, 10)
        drawing.setLayout(below)
        self.side = side
        self._beside = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(side)
        self._beside.addWidget(drawing, 1)
        body = QWidget()
        body.setLayout(self._beside)
        self.page = _Body(body)
        bar = footer(self.back, self.hide_button, self.add, optional=self.hide_button)
        whole = column(self.header, self.page, self.hidden, bar, gap=0)
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_state(self, state: EcogramState) -> None:
        """Show who is around."""
        self.header.show_saved()
        chosen = state.chosen.id if state.chosen is not None else ""
        self.picture.show_figures(state.figures, chosen, state.spoken)
        self.list.show_rows(state.rows, chosen)
        self.form.show_state(state)
        is_empty = not state.rows and not state.is_new
        for part in (self.none, self.how):
            part.setVisible(is_empty)
        self.legend.setVisible(not is_empty)
        self.remark.setText(state.remark)
        self.remark.setVisible(bool(state.remark))
        self.legend.show_weights(are_shown=state.may_strain)
        self.when_alone.setVisible(not state.may_strain)
        self.alone.setChecked(state.alone.is_on)
        self.alone.setVisible(state.alone.is_needed)
        self.alone_key.setVisible(state.alone.is_needed)

    @override
    def contents(self) -> QWidget:
        return self.page

    @Slot()
    def _turn(self) -> None:
        """Put the list above the drawing where text is large."""
        is_wide = current_theme().em(self.width()) >= BESIDE_EM
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.RightToLeft if is_wide else direction.TopToBottom)
        self.side.setMaximumWidth(current_theme().px(SIDE_WIDTH) if is_wide else self.width())
        self.side.setMinimumWidth(current_theme().px(SIDE_WIDTH) if is_wide else 0)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.side.isAncestorOf(now):
            self._placed.start()

    @Slot()
    def _on_placed(self) -> None:
        """Keep what has the focus in sight."""
        focus = QApplication.focusWidget()
        if focus is not None and self.side.isAncestorOf(focus):
            self.page.ensureWidgetVisible(focus, 0, FOCUS_ROOM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the window gets narrow."""
        super().resizeEvent(event)
        self._turn()
