"""What a screen looks like, as text: every part that can be seen, its place, its role and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from tests.ui.audit.faults import ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOLERANCE = 2
"""Pixels that a place may differ: fonts are drawn a little otherwise on another computer. Source: eigen oordeel."""
LONGEST, MOST_TOLD = 44, 12
_LINE = re.compile(r"(-?\d+) (-?\d+) (\d+) (\d+) (.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a screen. `said`: its role and its words, with `~` behind what is only partly in sight."""

    place: tuple[int, int, int, int]
    said: str

    def __str__(self) -> str:
        """Return it as one line of a file."""
        return " ".join((*map(str, self.place), self.said))

    def is_near(self, other: Part) -> bool:
        """Tell whether it stands where the other does."""
        return all(abs(one - two) <= TOLERANCE for one, two in zip(self.place, other.place, strict=True))


def layout_of(window: QWidget) -> tuple[Part, ...]:
    """Return the parts that can be seen: those of the sheet on top, else of the whole window."""
    return tuple(part for widget in _below(ground(window)) for part in _parts(widget, window))


def parts_in(text: str) -> tuple[Part, ...]:
    """Read parts from the text of a file."""
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return tuple(Part(place=tuple(map(int, each.groups()[:4])), said=each[5]) for each in found if each)


def differences(before: Sequence[Part], after: Sequence[Part]) -> list[str]:
    """Return what moved, what went and what came, in words; empty where nothing did."""
    told = []
    matcher = SequenceMatcher(None, [part.said for part in before], [part.said for part in after], autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(before[first:last], after[start:end], strict=True)
            told += [f"moved: {old} -> {new.place}" for old, new in pairs if not old.is_near(new)]
        else:
            told += [f"gone: {part}" for part in before[first:last]] + [f"new: {part}" for part in after[start:end]]
    more = [f"and {len(told) - MOST_TOLD} more"] if len(told) > MOST_TOLD else []
    return told[:MOST_TOLD] + more


def _below(root: QWidget) -> Iterator[QWidget]:
    yield root
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield from _below(child)


def _parts(widget: QWidget, window: QWidget) -> Iterator[Part]:
    sight = widget.visibleRegion().boundingRect()
    if sight.isEmpty():
        return
    if isinstance(widget, QAbstractItemView):
        yield from _rows(widget, window)
        return
    words = _words(widget)
    if words or isinstance(widget, QLineEdit | QPlainTextEdit):
        at = QAccessible.queryAccessibleInterface(widget)
        yield _part(widget, window, sight, f"{at.role().name} {words}".strip())


def _rows(view: QAbstractItemView, window: QWidget) -> Iterator[Part]:
    """Yield the cells of a list or a table that are in sight."""
    model, port = view.model(), view.viewport()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount() if model is not None else 0):
        for column in range(columns):
            index = model.index(row, column)
            place, words = view.visualRect(index), _short(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
            sight = place & port.rect()
            if words and not sight.isEmpty() and not view.isIndexHidden(index):
                yield _part(port, window, sight, f"Cell {words}", place)


def _part(widget: QWidget, window: QWidget, sight: QRect, said: str, place: QRect | None = None) -> Part:
    """Return a part with the place in sight; where only a piece of it is, the rest says so."""
    whole = place or widget.rect()
    corner = widget.mapTo(window, sight.topLeft()) if widget is not window else QPoint()
    is_whole = sight.width() + TOLERANCE >= whole.width() and sight.height() + TOLERANCE >= whole.height()
    where = (corner.x(), corner.y(), sight.width(), sight.height())
    return Part(place=where, said=said if is_whole else f"{said} ~")


def _words(widget: QWidget) -> str:
    """Return what is read there; what a person typed counts as well as a hint."""
    if isinstance(widget, QPlainTextEdit):
        return _short(widget.toPlainText() or widget.placeholderText())
    if isinstance(widget, QLineEdit):
        return _short(widget.displayText() or widget.placeholderText())
    if isinstance(widget, QComboBox):
        return _short(widget.currentText())
    if isinstance(widget, QLabel | QAbstractButton):
        return _short(widget.text() or widget.accessibleName())
    holds_more = any(each.isWidgetType() for each in widget.children())
    return "" if holds_more else _short(widget.accessibleName())


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
