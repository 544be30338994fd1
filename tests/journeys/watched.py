"""The real program with somebody beside it who says what can be seen, and where. Run by `Window`.

For every line on one pipe it writes one on the other: what is in the windows, from Qt's accessibility tree, or whether
nothing is about to happen by itself.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from intake_app.cli.words import run

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKS_EVERY = 0.02
SOON_MS = 300
"""A single timer as short as this is about to do something: go on after an answer, or save what was typed."""


class Watcher(QObject):
    """Looks on the drawing thread, and writes what it saw."""

    asked = Signal(str)

    def __init__(self, writing: int) -> None:
        super().__init__()
        self._out = os.fdopen(writing, "w", encoding="utf-8")
        self.asked.connect(self._on_asked)

    @Slot(str)
    def _on_asked(self, line: str) -> None:
        told = is_at_rest() if line.strip() == "rest" else what_is_seen()
        print(json.dumps(told), file=self._out, flush=True)


def is_at_rest() -> bool:
    """Tell whether nothing is about to happen by itself."""
    timers = [timer for top in QApplication.topLevelWidgets() for timer in top.findChildren(QTimer)]
    return not any(each.isActive() and each.isSingleShot() and each.interval() <= SOON_MS for each in timers)


def what_is_seen() -> list[dict[str, object]]:
    """Return everything with a name in every window, in the order of the tree."""
    modal = QApplication.activeModalWidget()
    tops = [modal] if modal is not None else [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [
        {**node, "window": type(top).__name__}
        for top in tops
        for node in _nodes(QAccessible.queryAccessibleInterface(top), None)
    ]


def _nodes(part: QAccessibleInterface | None, around: QWidget | None) -> Iterator[dict[str, object]]:
    if part is None or part.state().invisible:
        return
    widget = part.object() if isinstance(part.object(), QWidget) else None
    name, state = part.text(QAccessible.Text.Name), part.state()
    if name:
        yield {
            "name": name,
            "role": part.role().name,
            "value": part.text(QAccessible.Text.Value),
            "place": _place(part, widget, around),
            "page": _middle(_seen_part(around.viewport())) if isinstance(around, QAbstractScrollArea) else None,
            "enabled": not state.disabled,
            "checked": bool(state.checked),
            "focused": bool(state.focused),
        }
    inner = widget if isinstance(widget, QAbstractScrollArea) else around
    for at in range(part.childCount()):
        yield from _nodes(part.child(at), inner)


def _seen_part(widget: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapToGlobal(seen.topLeft()), seen.size())


def _place(part: QAccessibleInterface, widget: QWidget | None, around: QWidget | None) -> tuple[int, int] | None:
    """Return the middle of what can be seen of a part; None where nothing can."""
    if widget is not None:
        middle = _middle(_seen_part(widget))
        return middle if middle is not None and _is_on_top(widget, QPoint(*middle)) else None
    rect = part.rect()
    if isinstance(around, QAbstractScrollArea):
        rect = rect & _seen_part(around.viewport())
    return _middle(rect)


def _is_on_top(widget: QWidget, at: QPoint) -> bool:
    """Tell whether nothing else lies over it there, as a sheet would."""
    top = QApplication.widgetAt(at)
    return top is not None and (top is widget or widget.isAncestorOf(top) or top.isAncestorOf(widget))


def _middle(rect: QRect) -> tuple[int, int] | None:
    point: QPoint = rect.center()
    return (point.x(), point.y()) if rect.height() > 1 and rect.width() > 1 else None


def _watch(reading: int, writing: int) -> None:
    while (program := QApplication.instance()) is None:
        time.sleep(LOOKS_EVERY)
    watcher = Watcher(writing)
    watcher.moveToThread(program.thread())
    with os.fdopen(reading) as lines:
        for line in lines:
            watcher.asked.emit(line)


if __name__ == "__main__":
    pipes = (int(sys.argv[1]), int(sys.argv[2]))
    threading.Thread(target=_watch, args=pipes, daemon=True).start()
    sys.exit(run(sys.argv[3:]))
