"""What to show of the log: how far back, who, what, only the break-glass key, and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.core.text import Language
from intake_app.practice.users import User
from intake_app.ui.fields.entry import DateField, PickBox, TickBox
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.presenters.log import Group, LogFilter, Period
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.flow import Flow

TYPING_PAUSE_MS = 300


class LogFilters(QWidget):
    """`changed` tells that something else is wanted; while one types, after a pause."""

    changed = Signal()
    stepped_down = Signal()

    def __init__(self, users: Sequence[User], language: Language) -> None:
        super().__init__()
        self._later = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._later.timeout.connect(self.changed)
        self._make_parts(users, language)
        self._lay_out()
        self._connect()
        self.show_filter(LogFilter())

    def _make_parts(self, users: Sequence[User], language: Language) -> None:
        self.period = Chips(self._period_words(), self.tr("Hoe ver terug"))
        self.since = DateField(self.tr("Vanaf"), self.tr("begin"), language)
        self.until = DateField(self.tr("Tot en met"), self.tr("nu"), language)
        everyone = [("", self.tr("Iedereen")), *((user.id, user.name) for user in users)]
        self.user = PickBox(self.tr("Wie"), everyone)
        self.group = PickBox(self.tr("Wat"), [("", self.tr("Alles")), *self._group_words().items()])
        self.glass = TickBox(self.tr("Alleen noodknop"))
        self.words = FilterBox(self.tr("Zoek op naam, handeling of reden"))

    def _period_words(self) -> dict[str, str]:
        return {
            Period.TODAY: self.tr("Vandaag"),
            Period.WEEK: self.tr("7 dagen"),
            Period.MONTH: self.tr("30 dagen"),
            Period.ALL: self.tr("Alles"),
            Period.OWN: self.tr("Eigen periode"),
        }

    def _group_words(self) -> dict[str, str]:
        return {
            Group.READ: self.tr("Gesprek gelezen"),
            Group.CHANGED: self.tr("Gesprek begonnen of gewijzigd"),
            Group.GIVEN: self.tr("Papier, journaal en inzage"),
            Group.GONE: self.tr("Verwijderd of gewist"),
            Group.GLASS: self.tr("Noodknop"),
            Group.DOOR: self.tr("Openen, vergrendelen en geweigerd"),
            Group.PRACTICE: self.tr("Mensen, wachtzinnen en instellingen"),
            Group.STORE: self.tr("Opslag en kopieën"),
            Group.LOG: self.tr("Het logboek zelf"),
        }

    def _lay_out(self) -> None:
        days = QWidget()
        row = parts.row(*self._named(self.since), *self._named(self.until), gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        days.setLayout(row)
        self._days = days
        pickers = Flow(gap=12)
        for field in (self.user, self.group):
            block = QWidget()
            inside = parts.row(*self._named(field), gap=8)
            inside.setContentsMargins(0, 0, 0, 0)
            block.setLayout(inside)
            pickers.add(block)
        pickers.add(self.glass)
        pickers.add(self.words)
        times = Flow(gap=12)
        times.add(self.period)
        times.add(days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(times)
        column.addWidget(pickers)

    def _named(self, field: QWidget) -> tuple[QWidget, QWidget]:
        return parts.label(field.accessibleName(), field), field

    def _connect(self) -> None:
        self.period.chosen.connect(self._on_period)
        self.since.edited.connect(self._on_changed)
        self.until.edited.connect(self._on_changed)
        self.user.picked.connect(self._on_changed)
        self.group.picked.connect(self._on_changed)
        self.glass.ticked.connect(self._on_changed)
        self.words.filtered.connect(self._on_typed)
        self.words.stepped_down.connect(self.stepped_down)
        self.words.accepted.connect(self._on_changed)

    def show_filter(self, chosen: LogFilter) -> None:
        """Show another filter without telling."""
        self.period.choose(chosen.period)
        self.since.show_day(chosen.since)
        self.until.show_day(chosen.until)
        self.user.show_code(chosen.user)
        self.group.show_code(chosen.group)
        self.glass.setChecked(chosen.break_glass_only)
        self.words.blockSignals(True)
        self.words.setText(chosen.words)
        self.words.blockSignals(False)
        self._days.setVisible(chosen.period is Period.OWN)

    @property
    def chosen(self) -> LogFilter:
        """What is filtered now."""
        made = LogFilter(
            period=Period(self.period.code),
            user=self.user.code,
            group=self.group.code,
            break_glass_only=self.glass.isChecked(),
            words=self.words.text(),
        )
        return replace(made, since=self.since.day, until=self.until.day)

    @Slot()
    def _on_period(self) -> None:
        self._days.setVisible(self.period.code == Period.OWN)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._later.stop()
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._later.start()
