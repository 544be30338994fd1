"""The list at the left: the topics by area, each with how it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.fields.topic_row import TopicItem, TopicRow
from intake_app.ui.theme.roles import Role, Type

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """An area: its name, how far it is ("3 van 12"), its topics."""

    title: str
    items: tuple[TopicItem, ...]
    count: str = ""


class _Head(QWidget):
    """The name of an area with how far it is."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 16, 4)
        self.title = Label("", Type.LABEL, Role.TEXT_SOFT)
        self.count = Label("", Type.SMALL, Role.TEXT_SOFT, wraps=False)
        row.addWidget(self.title, 1)
        row.addWidget(self.count)


def _codes(groups: tuple[TopicGroup, ...]) -> list[list[str]]:
    return [[item.code for item in group.items] for group in groups]


class TopicList(QScrollArea):
    """All topics. Arrows move, Enter opens; letters are handed on as `typed`, to filter by."""

    opened = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heads: list[_Head] = []
        self._rows: list[TopicRow] = []
        self._shown: list[TopicRow] = []
        self._column = QVBoxLayout()
        self._groups: tuple[TopicGroup, ...] = ()
        self._current = ""
        self._only: tuple[str, ...] | None = None

    @property
    def shown_codes(self) -> tuple[str, ...]:
        """The topics that are not filtered away, in order."""
        return tuple(row.item.code for row in self._shown)

    def row(self, code: str) -> TopicRow | None:
        """Return the row of a topic."""
        return next((row for row in self._rows if row.item.code == code), None)

    def show_groups(self, groups: Sequence[TopicGroup]) -> None:
        """Show areas and topics; where only states changed nothing moves."""
        new = tuple(groups)
        if new == self._groups:
            return
        is_same_list = _codes(new) == _codes(self._groups)
        if not is_same_list:
            self._build(new)
        self._groups = new
        for head, group in zip(self._heads, new, strict=True):
            head.title.setText(group.title)
            head.count.setText(group.count)
        items = [item for group in new for item in group.items]
        for row, item in zip(self._rows, items, strict=True):
            row.show_item(item)
        if not is_same_list:
            self._mark_current()
            self.show_only(self._only)

    def set_current(self, code: str) -> None:
        """Mark the topic in the middle, and bring it into sight when it is another one."""
        if code != self._current:
            self._current = code
            self._mark_current()

    def _mark_current(self) -> None:
        for row in self._rows:
            row.set_current(is_current=row.item.code == self._current)
        self._show_tab_stop()
        self._seek_current()

    def _seek_current(self) -> None:
        found = self.row(self._current)
        if found:
            self.ensureWidgetVisible(found, 0, 40)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seek_current()

    def show_only(self, codes: Sequence[str] | None) -> None:
        """Show these topics only, in this order and without their areas; with None all of them, each in its place."""
        self._only = None if codes is None else tuple(codes)
        by_code = {row.item.code: row for row in self._rows}
        shown = self._rows if codes is None else [by_code[code] for code in codes if code in by_code]
        if shown != self._shown:
            self._shown = list(shown)
            self._arrange()
        for row in self._rows:
            row.setVisible(row in shown)
        for head in self._heads:
            head.setVisible(codes is None)
        self._show_tab_stop()

    def _arrange(self) -> None:
        """Put what is shown on top, in its order; all of it under its areas."""
        rows, order = iter(self._rows), list[QWidget]()
        for head, group in zip(self._heads, self._groups, strict=True):
            order += [head, *(next(rows) for _ in group.items)]
        if self._only is not None:
            order = [*self._shown, *(each for each in order if each not in self._shown)]
        for at, each in enumerate(order):
            self._column.removeWidget(each)
            self._column.insertWidget(at, each)

    def focus_first(self) -> None:
        """Put the focus on the current topic if it is shown, else on the first that is; on what fits best of a few."""
        chosen = [row for row in self._shown if row.is_current and self._only is None] or self._shown
        if chosen:
            chosen[0].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and key in _STEPS:
            self._step(_STEPS[key])
        elif event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event.text())
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        rows = self._shown
        at = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if at is None or not rows:
            self.focus_first()
            return
        row = rows[min(max(at + by, 0), len(rows) - 1)]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(row, 0, 40)

    def _build(self, groups: tuple[TopicGroup, ...]) -> None:
        had_focus = any(row.hasFocus() for row in self._rows)
        page = QFrame()
        page.setProperty("look", "surface")
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        self._heads, self._rows = [], []
        for group in groups:
            self._heads.append(_Head())
            column.addWidget(self._heads[-1])
            for item in group.items:
                self._rows.append(TopicRow(item))
                self._rows[-1].opened.connect(self._on_opened)
                column.addWidget(self._rows[-1])
        column.addStretch()
        self._shown = [*self._rows]
        self.setWidget(page)
        if had_focus:
            self.focus_first()

    def _show_tab_stop(self) -> None:
        """Tab stops once in the list; arrows do the rest."""
        rows = self._shown
        stop = next((row for row in rows if row.is_current), rows[0] if rows else None)
        for row in self._rows:
            is_stop = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    @Slot(str)
    def _on_opened(self, code: str) -> None:
        self.opened.emit(code)
