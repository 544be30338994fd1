"""Entries of the sociale kaart that may be the same: looked at side by side, and made one, or left two."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Twins
from intake_app.practice.upkeep import BatchLine
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.service_unsaved import TwoOfThem
from intake_app.ui.presenters.twins import Side, TwinPair
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.directory_twins_table import TwinsTable
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.header import ShellFooter, ShellHeader
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.service import LIST, NoForm
from intake_app.ui.views.service_ask import TakeBack
from intake_app.ui.views.told import Told

HERE = "directory_twins"
AROUND, LIST_EM, LIST_SHARE = 20, 18, 0.18


def twins_screen(context: ScreenContext) -> Screen:
    """Return the pairs, or why there is nothing to change."""
    if context.office.directory.may_change:
        return TwinsScreen(context)
    return NoForm(context, context.desk.read_only_words or context.desk.text("directory_edit.may_not"))


class TwinsParts(OfficeScreen):
    """The widgets and their places: the pairs left, the two that are looked at beside them."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Misschien dubbel"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shared = parts.text("", Type.STRONG)
        self.table = TwinsTable()
        self.empty = parts.text(
            self.tr("Er is niets dubbel. Staat er toch iets twee keer in? Zoek het op en verwijder er een.")
        )
        self.told, self.busy = Told(), BusyRow()
        self.first = parts.button(self.tr("Neem eerste"), "1")
        self.second = parts.button(self.tr("Neem tweede"), "2")
        self.two = parts.button(self.tr("Dit zijn er twee"))
        self.merge = parts.button(self.tr("Samenvoegen"), "Ctrl Enter", Kind.PRIMARY)
        self.back = parts.button(self.tr("Terug"), "Esc")
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to the two, also where the text is large."""
        super().resizeEvent(event)
        self.list.setFixedWidth(min(round(LIST_EM * parts.em()), round(LIST_SHARE * self.width())))

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.shared)
        beside.addWidget(
            parts.soft(self.tr("Bovenaan staat wat verschilt. Kies per regel met 1 of 2; rechts ziet u wat het wordt."))
        )
        beside.addWidget(self.table, 1)
        beside.addLayout(parts.row(self.first, self.second, None))
        self.pair = QWidget()
        both = QHBoxLayout(self.pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(20)
        both.addWidget(self.list)
        both.addLayout(beside, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(AROUND, 16, AROUND, 12)
        column.addWidget(self.empty)
        column.addWidget(self.pair, 1)
        column.addWidget(self.told)
        column.addWidget(self.busy)
        column.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(ShellHeader(self.context, self.tr("Misschien dubbel")))
        page.addWidget(inside, 1)
        page.addWidget(ShellFooter(self.back, None, self.two, self.merge))
        self.setFocusProxy(self.list)


class TwinsScreen(TwinsParts):
    """Looking for pairs is slow, and goes on beside; one pair is decided at a time."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._apart = TwoOfThem(context.desk)
        self.pairs: list[TwinPair] = []
        self.chosen: TwinPair | None = None
        self._connect()
        self._show_pairs()
        self.empty.hide()
        self.look()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_pair)
        self.list.itemActivated.connect(self._on_into_table)
        self.table.taken.connect(self._on_taken)
        self.first.clicked.connect(self._on_first)
        self.second.clicked.connect(self._on_second)
        self.two.clicked.connect(self._on_two)
        self.merge.clicked.connect(self._on_merge)
        self.back.clicked.connect(self._on_done)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(self, key, self._on_merge)

    def look(self) -> None:
        """Look for pairs, off the drawing thread."""
        self.busy.begin(self.tr("Bezig met zoeken …"))
        self.context.shell.run(self.context.office.directory.twins, self._on_found, self._on_failed)

    def _on_found(self, found: object) -> None:
        self.busy.end()
        pairs: Sequence[Twins] = found if isinstance(found, tuple) else ()
        made = (TwinPair(self.context.desk, self.context.office.directory, each) for each in pairs)
        self.pairs = [pair for pair in made if not self._apart.has(pair.key)]
        self._show_pairs()

    def _on_failed(self, error: Exception) -> None:
        self.busy.end()
        self._offer()
        self.told.say(fault_words(self.context.desk, error, self.tr("Dit lukte niet. Probeer het nog eens.")))

    def _show_pairs(self, at: int = 0) -> None:
        self.list.clear()
        for pair in self.pairs:
            self.list.addItem(QListWidgetItem(f"{pair.left.name}\n{pair.right.name}"))
        self.pair.setVisible(bool(self.pairs))
        self.empty.setVisible(not self.pairs)
        self.list.setCurrentRow(min(at, len(self.pairs) - 1))
        self._offer()
        (self.list if self.pairs else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        for button in (self.two, self.merge, self.first, self.second):
            button.setVisible(self.chosen is not None)
            button.setEnabled(True)

    @Slot(int)
    def _on_pair(self, at: int) -> None:
        self.chosen = self.pairs[at] if 0 <= at < len(self.pairs) else None
        if self.chosen is None:
            return
        names = [self.context.desk.text(f"service_code.shared_{each}") for each in self.chosen.shared]
        self.shared.setText(self.tr("Gelijk: {what}").format(what=", ".join(names)))
        self.table.show_rows(self.chosen.rows())

    @Slot()
    def _on_into_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_first(self) -> None:
        self._on_taken(Side.LEFT)

    @Slot()
    def _on_second(self) -> None:
        self._on_taken(Side.RIGHT)

    @Slot(Side)
    def _on_taken(self, side: Side) -> None:
        """Take a fact from one side, and go on to the next row."""
        at = self.table.at
        if self.chosen is None or at < 0:
            return
        self.chosen.choose(self.chosen.rows()[at].fact, side)
        self.table.show_rows(self.chosen.rows(), at + 1)

    @Slot()
    def _on_two(self) -> None:
        """Hide the pair until the program is closed."""
        if self.chosen is not None:
            pair = self.chosen.key
            self._apart.add(pair)
            at = self.pairs.index(self.chosen)
            del self.pairs[at]
            self._show_pairs(at)
            self.context.shell.toast(self.tr("Dit blijven er twee."), partial(self._bring_back, pair))

    def _bring_back(self, pair: frozenset[ServiceId]) -> None:
        self._apart.forget(pair)
        self.context.shell.go(HERE)

    @Slot()
    def _on_merge(self) -> None:
        if self.chosen is not None and self.merge.isEnabled():
            self.merge.setEnabled(False)
            self.busy.begin(self.tr("Bezig …"))
            self.context.shell.run(self.chosen.merge, self._on_merged, self._on_failed)

    def _on_merged(self, line: object) -> None:
        self.busy.end()
        self.told.say("")
        if isinstance(line, BatchLine):
            back = TakeBack(self.context, line.id, self.context.desk.text("directory_edit.undone"), (HERE, ""))
            self.context.shell.toast(self.tr("Samengevoegd tot één."), back)
        self.look()

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(LIST)
