"""Two or three proposals side by side under three good questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.presenters.choose_compare import ComparedView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_card import OPEN, CardAsked
from intake_app.ui.views.choose_frame import column, empty, line
from intake_app.ui.views.choose_not_now import NotNow
from intake_app.ui.views.flow import Flow

NARROW_EM = 60
"""Below this width the proposals stand under one another."""
ROWS = 9
"""Of one table: four with a line under each, and what can be done."""


class ComparedActs(QWidget):
    """Neem, Later, Niet nu under one column; or what was decided."""

    asked = Signal(CardAsked)

    def __init__(self, view: ComparedView) -> None:
        super().__init__()
        self._kind = view.kind
        self.take = ActionButton(self.tr("Neem"), view.digit)
        self.later = ActionButton(self.tr("Later"), "", Kind.PLAIN)
        self.decline = ActionButton(self.tr("Niet nu"), "", Kind.PLAIN)
        self.back = ActionButton(self.tr("Toch niet"), "", Kind.PLAIN)
        self.state = Label(view.decision_text, Type.STRONG, Role.ACCENT)
        self.not_now = NotNow()
        is_open = view.decision == OPEN
        for button in (self.take, self.later, self.back):
            button.clicked.connect(self._on_clicked)
        acts = Flow()
        for part in (self.take, self.later, self.decline, self.back):
            part.make_small()
            part.setAccessibleName(f"{part.words}: {view.title}")
            acts.add(part)
            part.setVisible(is_open is not (part is self.back))
        self.setLayout(column(self.state, acts, self.not_now))
        self.state.setVisible(not is_open)
        self.not_now.hide()
        self.decline.clicked.connect(self.not_now.open)
        self.not_now.chosen.connect(self._on_not_now)
        self.not_now.advised.connect(self._on_advised)
        self.not_now.closed.connect(self._on_closed)

    @Slot(str)
    def _on_not_now(self, reason: str) -> None:
        self.asked.emit(CardAsked(what="decline", kind=self._kind, value=reason))

    @Slot()
    def _on_advised(self) -> None:
        self._on_closed()
        self.asked.emit(CardAsked(what="leave", kind=self._kind))

    @Slot()
    def _on_closed(self) -> None:
        self.not_now.hide()
        self.decline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        names = {self.take: "take", self.later: "later", self.back: "back"}
        what = next(name for button, name in names.items() if button is self.sender())
        self.asked.emit(CardAsked(what=what, kind=self._kind))


class ComparePanel(QFrame):
    """The table of the comparison; a column for each proposal."""

    asked = Signal(CardAsked)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.close_button = ActionButton(self.tr("Sluiten"), "Esc", Kind.PLAIN)
        self.hint = Label(self.tr("Kies hierboven wat u naast elkaar zet."), Type.TEXT, Role.TEXT_SOFT)
        self.acts: list[ComparedActs] = []
        self._views: tuple[ComparedView, ...] = ()
        self._is_narrow = False
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(20)
        self._table.setVerticalSpacing(10)
        title = Label(self.tr("Naast elkaar"), Type.TITLE, wraps=False)
        inside = column(line(IconLabel("compare"), title, None, self.close_button), self.hint, self._table, gap=12)
        inside.setContentsMargins(20, 14, 20, 18)
        self.setLayout(inside)

    def show_views(self, views: tuple[ComparedView, ...]) -> None:
        """Show these proposals: side by side, or under one another where text is large."""
        empty(self._table)
        self._views, self.acts = views, [self._made_acts(each) for each in views]
        self.hint.setVisible(not views)
        if self._is_narrow:
            for at in range(len(views)):
                self._add_table(views[at : at + 1], self.acts[at : at + 1], begin=at * ROWS)
        elif views:
            self._add_table(views, self.acts, begin=0)
        self._stretch(min(len(views), 1) if self._is_narrow else len(views))

    def _made_acts(self, view: ComparedView) -> ComparedActs:
        acts = ComparedActs(view)
        acts.asked.connect(self.asked)
        return acts

    def _add_table(self, views: tuple[ComparedView, ...], acts: list[ComparedActs], *, begin: int) -> None:
        rows = (
            ("", tuple((each.title,) for each in views)),
            (self.tr("Wat kan ik doen?"), tuple(each.do for each in views)),
            (self.tr("Wat is fijn, wat is lastig?"), tuple(_sides(each) for each in views)),
            (self.tr("Wat betekent dat voor mij?"), tuple(each.means for each in views)),
        )
        for at, (name, cells) in enumerate(rows):
            self._add_row(begin + at * 2, name, cells)
        for at, each in enumerate(acts, start=1):
            self._table.addWidget(each, begin + ROWS - 1, at, Qt.AlignmentFlag.AlignTop)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = current_theme().em(self.width()) < NARROW_EM
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.show_views(self._views)

    def _add_row(self, at: int, name: str, cells: tuple[tuple[str, ...], ...]) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._table.addWidget(Label(name, Type.LABEL, Role.TEXT_SOFT), at, 0, top)
        use = Type.TEXT if name else Type.HEADING
        for place, lines in enumerate(cells, start=1):
            self._table.addWidget(Label("\n".join(lines), use), at, place, top)
        self._table.addWidget(Line(), at + 1, 0, 1, len(cells) + 1)

    def _stretch(self, count: int) -> None:
        for at in range(self._table.columnCount()):
            self._table.setColumnStretch(at, 0 if at > count else 3 if at else 2)


def _sides(view: ComparedView) -> tuple[str, ...]:
    return (*(f"+ {each}" for each in view.good), *(f"– {each}" for each in view.hard))
