"""What the audit finds, and which part of a window it looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from intake_app.ui.fields.layer import Overlay

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Kind(StrEnum):
    """What can be wrong, with the clause of EN 301 549 (11.x is WCAG 2.2 for programs) that asks for it."""

    NAME = "nameless (11.4.1.2)"
    ROLE = "without a role that says what it is (11.4.1.2)"
    BUDDY = "a list without a label (11.1.3.1)"
    SMALL = "smaller than 24 px (11.2.5.8)"
    UNREACHED = "not reached by keyboard (11.2.1.1)"
    TRAP = "holds the focus (11.2.1.2)"
    ORDER = "out of reading order (11.2.4.3)"
    HIDDEN = "has the focus out of sight (11.2.4.11)"
    RING = "shows no focus (11.2.4.7)"
    PALE = "too little contrast (11.1.4.3)"
    CUT = "cut (11.1.4.4)"
    OUTSIDE = "outside what holds it (11.1.4.4)"
    OVERLAP = "over its neighbour (11.1.4.4)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: what, where, and the measure."""

    kind: Kind
    where: str
    what: str = ""


@dataclass(slots=True)
class Findings:
    """The faults, and the measures on the way: nodes looked at, the smallest target, the lowest contrasts."""

    faults: list[Fault] = field(default_factory=list)
    nodes: int = 0
    targets: dict[str, int] = field(default_factory=dict)
    text: dict[str, float] = field(default_factory=dict)
    rings: dict[str, float] = field(default_factory=dict)

    def fault(self, kind: Kind, widget: QWidget, what: str = "") -> None:
        """Note what is wrong with a widget."""
        found = Fault(kind=kind, where=called(widget), what=what)
        if found not in self.faults:
            self.faults.append(found)


def called(widget: QWidget) -> str:
    """Return how a fault speaks of a widget: its kind and words, and what holds it."""
    words = widget.accessibleName() or str(getattr(widget, "text", str)() or "")
    holders, at = [], widget.parentWidget()
    while at is not None and len(holders) < 3:
        if type(at).__module__.startswith(("intake_app", "tests")):
            holders.append(type(at).__name__)
        at = at.parentWidget()
    return f"{type(widget).__name__} {words[:40]!r} in {' < '.join(holders)}"


def ground(window: QWidget) -> QWidget:
    """Return what one can work with: the sheet that lies on top, else the window."""
    sheets = [layer for layer in window.findChildren(Overlay) if layer.isVisible()]
    return sheets[-1] if sheets else window
