"""The safety plan: filled in together, for the person to take home. Saved while one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.conversation.safety_plan import MOST_HELPERS, MOST_PEOPLE
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.safety_plan import SafetyPlanning
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views.choose_frame import TalkHeader, column, footer, is_typing, on_key, scrolled, who_it_is
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.out_of_sight import GlanceScreen
from intake_app.ui.views.safety_plan_parts import PartEdited, PlanPart, PlanRows

BESIDE_EM = 60
"""In a narrower window the two columns stand under one another."""
TEXTS = ("signs", "own_steps", "distraction", "safer_home", "living_for")
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SafetyPlanScreen(GlanceScreen):
    """The screen of the safety plan."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.planning = SafetyPlanning(context.desk, context.talk)
        self.planning.enter()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.conflicts = ConflictLayer(self, self.header)
        self.conflicts.changed.connect(self.refresh)
        self.refresh()
        self.setFocusProxy(self.parts["signs"].field if self.planning.state().is_offered else self.onward)

    def _make_parts(self) -> None:
        who = who_it_is(self.context.talk, self.context)
        self.header = TalkHeader(self.context, self.tr("Veiligheidskaart"), who)
        self.title = Label(self.tr("Wat helpt op een moeilijk moment?"), Type.QUESTION)
        self.about = Label("", tone=Role.TEXT_SOFT)
        self.parts = {name: PlanPart(self.planning, name) for name in TEXTS}
        self.people = PlanRows(self.planning, "people", MOST_PEOPLE)
        self.helpers = PlanRows(self.planning, "helpers", MOST_HELPERS)
        self.everybody = Label(self.planning.everybody_words(), Type.SMALL, Role.TEXT_SOFT)
        self.back = ActionButton(self.tr("Terug"), "Alt ←")
        self.hide_button = ActionButton(self.tr("Even uit beeld"), "F8")
        self.onward = ActionButton(self.tr("Naar het papier"), "Enter", Kind.PRIMARY)

    def _lay_out(self) -> None:
        left = self._side(*(self.parts[name] for name in ("signs", "own_steps", "distraction")), self.people)
        right = self._side(self.helpers, self.everybody, self.parts["safer_home"], self.parts["living_for"])
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(32)
        self._beside.addLayout(left, 1)
        self._beside.addLayout(right, 1)
        self.fields = QWidget()
        self.fields.setLayout(self._beside)
        whole = column(self.title, self.about, self.fields, gap=14)
        whole.addStretch(1)
        whole.setContentsMargins(44, 20, 44, 20)
        inside = QWidget()
        inside.setLayout(whole)
        self.page = scrolled(inside)
        bar = footer(self.back, self.hide_button, self.onward, optional=self.hide_button)
        screen = column(self.header, self.page, self.hidden, bar, gap=0)
        screen.setStretch(1, 1)
        screen.setStretch(2, 1)
        self.setLayout(screen)

    def _side(self, *parts: QWidget) -> QVBoxLayout:
        made = column(*parts, gap=14)
        made.addStretch(1)
        return made

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        on_key(self, "F8", self._on_hide)
        for part in self.parts.values():
            part.edited.connect(self._on_part)
        self.people.edited.connect(self._on_people)
        self.helpers.edited.connect(self._on_helpers)
        self.back.clicked.connect(self._on_back)
        self.hide_button.clicked.connect(self._on_hide)
        self.onward.clicked.connect(self._on_onward)
        theme_source().changed.connect(self._turn)

    @Slot()
    @override
    def refresh(self) -> None:
        """Show the plan as it is kept; what is being typed stays."""
        self.header.show_saved()
        state = self.planning.state()
        self.about.setText(state.about)
        self.fields.setVisible(state.is_offered)
        for name, part in self.parts.items():
            part.field.show_text(state.texts[name])
        self.people.show_people(state.people)
        self.helpers.show_people(state.helpers)

    @override
    def leave(self) -> None:
        """Keep what was typed last."""
        for part in self.parts.values():
            part.field.flush()
        self.people.flush()
        self.helpers.flush()

    @override
    def contents(self) -> QWidget:
        return self.page

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {"picture": self._on_hide}

    @Slot(PartEdited)
    def _on_part(self, edited: PartEdited) -> None:
        self.planning.write(edited.part, edited.text)
        self.header.show_saved()

    @Slot()
    def _on_people(self) -> None:
        self.planning.name_people(self.people.people)
        self.header.show_saved()

    @Slot()
    def _on_helpers(self) -> None:
        self.planning.name_helpers(self.helpers.people)
        self.header.show_saved()

    @Slot()
    def _on_hide(self) -> None:
        """Put the plan out of sight, or bring it back."""
        self.leave()
        was_away = self.is_out_of_sight
        self.put_out_of_sight(away=not was_away)
        (self if was_away else self.hide_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.leave()
        self.context.shell.go(self.planning.came_from)

    @Slot()
    def _on_onward(self) -> None:
        self.leave()
        self.context.shell.go("papers")

    @Slot()
    def _turn(self) -> None:
        """Put the columns under one another where text is large."""
        is_wide = current_theme().em(self.width()) >= BESIDE_EM
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the window gets narrow."""
        super().resizeEvent(event)
        self._turn()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the papers."""
        if event.key() in ENTER and not is_typing():
            self._on_onward()
        else:
            super().keyPressEvent(event)
