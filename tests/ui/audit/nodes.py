"""Names, roles and sizes on Qt's accessibility tree, which is what a screen reader gets to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.option import SeveralOption
from tests.ui.audit.faults import Findings, Kind

Role = QAccessible.Role
SMALLEST = 24
PRESSED = {
    *(Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.SpinBox, Role.Slider),
    *(Role.ListItem, Role.Link, Role.MenuItem, Role.PageTab, Role.ButtonMenu, Role.ButtonDropDown, Role.ColumnHeader),
}
"""What one presses or fills in."""
HOLDERS = {Role.List, Role.Table, Role.Tree, Role.Document}
"""What takes the focus and holds more: it needs a name, and its parts do too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node of the tree: the widget that it is, or is in."""

    widget: QWidget
    is_part: bool
    name: str
    role: Role
    size: QSize
    is_focusable: bool


def nodes(root: QWidget) -> Iterator[Node]:
    """Yield every node that can be seen; what a closed list holds cannot."""
    yield from _below(QAccessible.queryAccessibleInterface(root), root)


def _below(at: QAccessibleInterface | None, holder: QWidget) -> Iterator[Node]:
    if at is None or not at.isValid():
        return
    made, state = at.object(), at.state()
    widget = made if isinstance(made, QWidget) else holder
    if state.invisible or (isinstance(made, QWidget) and not made.isVisible()):
        return
    yield Node(
        widget=widget,
        is_part=made is None,
        name=at.text(QAccessible.Text.Name).strip(),
        role=at.role(),
        size=at.rect().size(),
        is_focusable=bool(state.focusable),
    )
    if at.role() != Role.ComboBox:
        for number in range(at.childCount()):
            yield from _below(at.child(number), widget)


def check_nodes(root: QWidget, found: Findings) -> None:
    """Say what has no name, no telling role, no label, or is too small to press."""
    for node in nodes(root):
        found.nodes += 1
        if node.role in PRESSED:
            _check_pressed(node, found)
        elif node.is_focusable and node.role in HOLDERS and not node.name:
            found.fault(Kind.NAME, node.widget, node.role.name)
        elif node.is_focusable and not node.is_part and node.role not in HOLDERS:
            _check_group(node, found)


def _check_group(node: Node, found: Findings) -> None:
    """A part of a page that takes the focus as a whole is a group: Qt gives it no role of its own, so its name tells.

    Words that can be selected to copy them are static text, and say themselves.
    """
    is_empty = node.role is not Role.StaticText and not node.widget.findChildren(QLabel)
    if is_empty or not node.name:
        found.fault(Kind.ROLE, node.widget, node.role.name)


def _check_pressed(node: Node, found: Findings) -> None:
    if isinstance(node.widget, QComboBox):
        if not any(label.buddy() is node.widget for label in node.widget.window().findChildren(QLabel)):
            found.fault(Kind.BUDDY, node.widget)
    elif not node.name:
        found.fault(Kind.NAME, node.widget, node.role.name)
    size = _pressed(node)
    least = min(size.width(), size.height())
    if least > 0:
        found.targets[f"{type(node.widget).__name__} {node.name[:30]}"] = least
    if 0 < least < SMALLEST:
        found.fault(Kind.SMALL, node.widget, f"{size.width()} x {size.height()}")


def _pressed(node: Node) -> QSize:
    """Return the size of what a click hits. Of a tick box Qt tells the box alone, while all of ours is pressed."""
    return node.widget.size() if isinstance(node.widget, TickBox | SeveralOption) else node.size
