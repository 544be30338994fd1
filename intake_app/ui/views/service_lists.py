"""Fields that hold several of a thing: telephone numbers, addresses, amounts, the week, and kinds of help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.advice.kinds import Group, OptionKind
from intake_app.core.text import Language
from intake_app.directory.finding.words import plain
from intake_app.directory.model import CostOption, Location, Phone
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.service_paths import at, put
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.service_boxes import Box
from intake_app.ui.views.week_field import WeekField

Item = Phone | Location | CostOption


class Row(QFrame):
    """One of several: its fields side by side, and the way to take it out."""

    edited = Signal()
    dropped = Signal(QObject)

    def __init__(self, item: Item, boxes: Sequence[Box], number: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.item, self.boxes = item, tuple(boxes)
        flow = Flow(gap=12)
        for box in self.boxes:
            flow.add(box)
            box.edited.connect(self._on_edited)
        self.drop = parts.button(self.tr("Weg"), "", Kind.PLAIN, icon="cross")
        self.drop.setAccessibleDescription(number)
        self.drop.clicked.connect(self._on_drop)
        line = parts.row(flow, gap=8)
        line.setStretch(0, 1)
        line.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(12, 10, 8, 10)
        self.setLayout(line)
        self.setFocusProxy(self.boxes[0])
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Show another one."""
        self.item = item
        for box in self.boxes:
            box.show_value(at(item, box.path))

    @Slot()
    def _on_edited(self) -> None:
        for box in self.boxes:
            value = box.value
            if value != at(self.item, box.path):
                self.item = put(self.item, box.path, value)
        self.edited.emit()

    @Slot()
    def _on_drop(self) -> None:
        self.dropped.emit(self)


class RowsBox(Box):
    """Several of a thing. `make` makes the fields of one, `blank` is a new one."""

    def __init__(self, path: str, name: str, blank: Item, make: Callable[[], Sequence[Box]]) -> None:
        super().__init__(path, name)
        self._blank, self._make = blank, make
        self.rows: list[Row] = []
        self._shows_english = False
        self._slot = QVBoxLayout()
        self._slot.setSpacing(8)
        self.add = parts.button(self.tr("Nog een"), icon="plus")
        self.add.setAccessibleDescription(name)
        self.column.addWidget(Label(name, Type.LABEL, Role.TEXT_SOFT))
        self.column.addLayout(self._slot)
        self.column.addWidget(self.told)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        self.add.clicked.connect(self._on_add)

    @property
    def value(self) -> object:
        """All of them."""
        return tuple(row.item for row in self.rows)

    def show_value(self, value: object) -> None:
        """Show these."""
        items = value if isinstance(value, tuple) else ()
        if len(items) != len(self.rows):
            self._build(items)
            return
        for row, item in zip(self.rows, items, strict=True):
            if row.item != item:
                row.show_item(item)

    def _build(self, items: Sequence[Item]) -> None:
        empty(self._slot)
        self.rows = [self._row(item, number) for number, item in enumerate(items, start=1)]
        for row in self.rows:
            self._slot.addWidget(row)
            row.show()
        self.setFocusProxy(self.rows[0] if self.rows else self.add)
        self.show_english(shown=self._shows_english)

    def _row(self, item: Item, number: int) -> Row:
        row = Row(item, self._make(), f"{self.name} {number}")
        row.edited.connect(self._on_edited)
        row.dropped.connect(self._on_dropped)
        return row

    def show_english(self, *, shown: bool) -> None:
        """Show the English of the rows too, or fold it away."""
        self._shows_english = shown
        for row in self.rows:
            for box in row.boxes:
                if box.path.endswith(".en"):
                    box.setVisible(shown)

    @Slot()
    def _on_add(self) -> None:
        self._build([*(row.item for row in self.rows), self._blank])
        self.rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    @Slot(QObject)
    def _on_dropped(self, gone: QObject) -> None:
        self._build([row.item for row in self.rows if row is not gone])
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class WeekBox(Box):
    """The opening hours."""

    def __init__(self, path: str, name: str, days: Sequence[str]) -> None:
        super().__init__(path, name)
        self.week = WeekField(days)
        self._fill(self.week)
        self.week.edited.connect(self._on_edited)

    @property
    def value(self) -> object:
        """The hours that can be read."""
        return self.week.opening

    def show_value(self, value: object) -> None:
        """Show the hours."""
        if value != self.week.opening:
            self.week.show_opening(value if isinstance(value, tuple) else ())

    def trouble(self) -> str:
        """Say which day cannot be read; empty where all can."""
        days = ", ".join(map(self.week.name, self.week.unread))
        words = self.tr("Deze tijden lukken niet: {days}. Schrijf bijvoorbeeld 9-12:30.")
        return words.format(days=days) if days else ""


class KindsBox(Box):
    """Kinds of help as chips in their five groups: those chosen, those that fit what is typed, or all of them."""

    def __init__(self, path: str, name: str, kinds: Sequence[OptionKind], words: Mapping[Group, str]) -> None:
        super().__init__(path, name)
        self._names: dict[str, str] = {}
        self.groups: dict[Group, tuple[QWidget, Chips, tuple[str, ...]]] = {}
        self.search = FilterBox(self.tr("Zoek een soort hulp"), "")
        self.whole = parts.button(self.tr("Toon alle soorten"), "", Kind.PLAIN, icon="down")
        self._shows_all = False
        line = parts.row(self.search, self.whole)
        line.setStretch(0, 1)
        self.column.addWidget(parts.label(name, self.search))
        self.column.addLayout(line)
        self._kinds, self._words = kinds, words
        self.column.addWidget(self.told)
        self.setFocusProxy(self.search)
        self.search.filtered.connect(self._show)
        self.search.accepted.connect(self._on_accepted)
        self.whole.clicked.connect(self._on_whole)

    def fill(self, language: Language) -> None:
        """Make the chips, with their names in a language."""
        for group in Group:
            those = [kind for kind in self._kinds if kind.group is group]
            if those:
                self._add(group, {str(kind.id): kind.name.of(language) for kind in those})
            for kind in those:
                self._names[str(kind.id)] = plain(f"{kind.name.nl} {kind.name.en} {kind.for_whom.of(language)}")
        self._show()

    def _add(self, group: Group, names: Mapping[str, str]) -> None:
        chips = Chips(names, self._words[group], many=True)
        head = Label(self._words[group], Type.LABEL, Role.TEXT_SOFT)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(chips)
        self.groups[group] = (whole, chips, tuple(names))
        self.column.insertWidget(self.column.count() - 1, whole)
        chips.chosen.connect(self._on_chosen)

    @property
    def value(self) -> object:
        """The kinds that are chosen, in the order of the groups."""
        return tuple(code for _, chips, _ in self.groups.values() for code in chips.codes)

    def show_value(self, value: object) -> None:
        """Show which are chosen."""
        codes = tuple(map(str, value)) if isinstance(value, tuple) else ()
        if set(codes) != set(self.value if isinstance(self.value, tuple) else ()):
            for _, chips, _ in self.groups.values():
                chips.choose(*codes)
        self._show()

    @Slot()
    def _show(self) -> None:
        asked = plain(self.search.text()).split()
        for whole, chips, codes in self.groups.values():
            chosen, shown = set(chips.codes), 0
            for code in codes:
                fits = all(word in self._names[code] for word in asked) if asked else self._shows_all
                chips.chip(code).setVisible(fits or code in chosen)
                shown += fits or code in chosen
            whole.setVisible(shown > 0)
            chips.updateGeometry()

    def _fitting(self) -> list[tuple[Chips, str]]:
        asked = plain(self.search.text()).split()
        return [
            (chips, code)
            for _, chips, codes in self.groups.values()
            for code in codes
            if asked and all(word in self._names[code] for word in asked)
        ]

    @Slot()
    def _on_accepted(self) -> None:
        """Enter takes the one that is left, or the first one."""
        fitting = self._fitting()
        if fitting:
            chips, code = fitting[0]
            chips.chip(code).click()
            self.search.clear()

    @Slot()
    def _on_whole(self) -> None:
        self._shows_all = not self._shows_all
        self.whole.set_words(self.tr("Toon alleen gekozen") if self._shows_all else self.tr("Toon alle soorten"))
        self.whole.set_icon("up" if self._shows_all else "down")
        self._show()

    @Slot()
    def _on_chosen(self) -> None:
        self._show()
        self.edited.emit()
