"""Two or three proposals side by side under three good questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import IconLabel, Label, Line
from intake_app.ui.presenters.choose_compare import ComparedView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_card import OPEN, CardAsked
from intake_app.ui.views.choose_frame import column, empty, line


class ComparedActs(QWidget):
    """Neem, Later, Niet nu under one column; or what was decided."""

    asked = Signal(CardAsked)

    def __init__(self, view: ComparedView) -> None:
        super().__init__()
        self._kind = view.kind
        self.take = ActionButton(self.tr("Neem"), view.digit)
        self.later = ActionButton(self.tr("Later"), "", Kind.PLAIN)
        self.back = ActionButton(self.tr("Toch niet"), "", Kind.PLAIN)
        self.state = Label(view.decision_text, Type.STRONG, Role.ACCENT)
        is_open = view.decision == OPEN
        for button in (self.take, self.later, self.back):
            button.make_small()
            button.clicked.connect(self._on_clicked)
            button.setAccessibleName(f"{button.words}: {view.title}")
            button.setVisible(is_open is not (button is self.back))
        self.state.setVisible(not is_open)
        inside = line(self.take, self.later, self.state, self.back, None)
        self.setLayout(inside)

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
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(20)
        self._table.setVerticalSpacing(10)
        title = Label(self.tr("Naast elkaar"), Type.TITLE, wraps=False)
        inside = column(line(IconLabel("compare"), title, None, self.close_button), self.hint, self._table, gap=12)
        inside.setContentsMargins(20, 14, 20, 18)
        self.setLayout(inside)

    def show_views(self, views: tuple[ComparedView, ...]) -> None:
        """Show these proposals."""
        empty(self._table)
        self.acts = []
        self.hint.setVisible(not views)
        if not views:
            return
        rows = (
            ("", tuple((each.title,) for each in views)),
            (self.tr("Wat kan ik doen?"), tuple(each.do for each in views)),
            (self.tr("Wat is fijn, wat is lastig?"), tuple(_sides(each) for each in views)),
            (self.tr("Wat betekent dat voor mij?"), tuple(each.means for each in views)),
        )
        for at, (name, cells) in enumerate(rows):
            self._add_row(at * 2, name, cells)
        for at, each in enumerate(views, start=1):
            acts = ComparedActs(each)
            acts.asked.connect(self.asked)
            self.acts.append(acts)
            self._table.addWidget(acts, len(rows) * 2, at)
        self._stretch(len(views))

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
