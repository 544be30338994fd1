"""The table for many entries, as Qt asks for it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from intake_app.conversation.desk import Desk
from intake_app.core.problems import Problem
from intake_app.ui.presenters.many import ManyTable, Place
from intake_app.ui.presenters.many_cells import COLUMNS
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Roles = Qt.ItemDataRole
_HORIZONTAL = Qt.Orientation.Horizontal


class ManyModel(QAbstractTableModel):
    """Words are made for the cells that are looked at only. `typed` tells that a cell was changed."""

    typed = Signal()

    def __init__(self, desk: Desk, table: ManyTable) -> None:
        super().__init__()
        self._desk, self.table = desk, table
        self._heads = [desk.text(f"service_head.{column.value.replace('.', '_')}") for column in COLUMNS]

    def reset(self) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.endResetModel()

    def redraw(self) -> None:
        """Show the cells of the same rows again."""
        rows = self.rowCount()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(COLUMNS) - 1))

    def place(self, index: _Index) -> Place:
        """Return the place of a cell."""
        return index.row(), COLUMNS[index.column()]

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Roles.DisplayRole) -> object:
        is_asked = orientation == _HORIZONTAL and role in {_Roles.DisplayRole, _Roles.ToolTipRole}
        return self._heads[section] if is_asked else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: _Index, role: int = _Roles.DisplayRole) -> object:
        place = self.place(index)
        if role in {_Roles.DisplayRole, _Roles.EditRole}:
            return self.table.text(place)
        if role in {_Roles.ToolTipRole, _Roles.AccessibleDescriptionRole}:
            wrong = self.fault_words(self.table.faults_at(place))
            if role == _Roles.ToolTipRole:
                return f"{self.table.text(place)}\n{wrong}".strip()
            return wrong or None
        return self._look(place, role)

    def _look(self, place: Place, role: int) -> object:
        """A changed cell is marked by weight and ground, one with a fault by its icon too."""
        is_changed, faults = self.table.is_changed_at(place), self.table.faults_at(place)
        theme = current_theme()
        if role == _Roles.DecorationRole and faults:
            return parts.icon("mark", Role.WEIGHS, 16)
        if role == _Roles.FontRole and is_changed:
            return theme.font(Type.STRONG)
        if role == _Roles.BackgroundRole and (faults or is_changed):
            return theme.colour(Role.WEIGHS_TINT if faults else Role.SELECTED)
        return None

    def fault_words(self, faults: tuple[Problem, ...]) -> str:
        """Return what is wrong, in words; the cell says where."""
        words = (self._desk.problem_text(Problem(code=each.code, values=each.values)) for each in faults)
        return "\n".join(words)

    @override
    def setData(self, index: _Index, value: object, role: int = _Roles.EditRole) -> bool:
        if role != _Roles.EditRole:
            return False
        self.table.write({self.place(index): str(value)})
        self.redraw()
        self.typed.emit()
        return True
