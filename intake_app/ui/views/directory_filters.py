"""What one can filter by, and the filters that are on: each can be taken away by itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.directory.query import Sort
from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.presenters.directory_search import Choices, Chosen, SearchWords, Toggle
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.flow import Flow

AGE_MOST, PLACE_EM, KIND_EM = 120, 13, 16
_AWAY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class FilterPanel(QWidget):
    """`changed` tells that something else is wanted; `chosen` is what."""

    changed = Signal()

    def __init__(self, words: SearchWords) -> None:
        super().__init__()
        self._words = words
        self.group = PickBox(self.tr("Groep"), words.groups())
        self.kind = PickBox(self.tr("Soort hulp"), words.kinds(""))
        self.place = LineField(self.tr("Plaats of postcode"), hint=self.tr("Plaats of postcode"))
        self.language = PickBox(self.tr("Taal"), words.languages())
        self.when = PickBox(self.tr("Wanneer open"), words.days())
        self.age = NumberField(self.tr("Leeftijd"), 0, AGE_MOST, self.tr("jaar"))
        self.toggles = Chips(dict(words.toggles()), self.tr("Alleen tonen"), many=True)
        self.sort = PickBox(self.tr("Volgorde"), words.sorts())
        self.place.setFixedWidth(round(PLACE_EM * parts.em()))
        self.kind.setMaximumWidth(round(KIND_EM * parts.em()))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        fields = Flow()
        # In a row of its own a field keeps the width that it was given.
        bare: tuple[QWidget, ...] = (self.group, self.kind, self.place, self.language, self.when)
        for each in bare:
            fields.add(parts.bare_row(each))
        fields.add(parts.bare_row(parts.label(self.tr("Leeftijd"), self.age), self.age))
        fields.add(parts.bare_row(parts.label(self.tr("Volgorde"), self.sort), self.sort))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(fields)
        column.addWidget(self.toggles)

    def _connect(self) -> None:
        self.group.picked.connect(self._on_group)
        for box in (self.kind, self.language, self.when, self.sort):
            box.picked.connect(self.changed)
        self.place.textEdited.connect(self.changed)
        self.age.edited.connect(self.changed)
        self.toggles.chosen.connect(self.changed)

    def offer_languages(self, languages: Choices) -> None:
        """Offer the languages that are spoken somewhere; what was chosen stays."""
        before = self.language.code
        self.language.show_choices(languages)
        self.language.show_code(before)

    @property
    def chosen(self) -> Chosen:
        """What is chosen now, without words."""
        return Chosen(
            group=self.group.code,
            kind=self.kind.code,
            place=self.place.text(),
            language=self.language.code,
            when=self.when.code,
            age=self.age.number,
            toggles=frozenset(map(Toggle, self.toggles.codes)),
            sort=Sort(self.sort.code),
        )

    def show_chosen(self, chosen: Chosen) -> None:
        """Show another choice without telling."""
        self.group.show_code(chosen.group)
        self.kind.show_choices(self._words.kinds(chosen.group))
        self.kind.show_code(chosen.kind)
        self.place.setText(chosen.place)
        self.language.show_code(chosen.language)
        self.when.show_code(chosen.when)
        self.age.show_number(chosen.age)
        self.toggles.choose(*chosen.toggles)
        self.sort.show_code(chosen.sort)

    @Slot()
    def _on_group(self) -> None:
        """Offer the kinds of this group only."""
        self.show_chosen(replace(self.chosen, kind=""))
        self.changed.emit()


class _Away(ActionButton):
    """A filter that is on; a click, Enter, Delete or Backspace takes it away."""

    def __init__(self, part: str) -> None:
        super().__init__("", icon="cross")
        self.part = part

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _AWAY:
            self.click()
        else:
            super().keyPressEvent(event)


class ActiveFilters(Flow):
    """The filters that are on. `removed` carries the part of one; `cleared` means all of them."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Filters die aan staan"))
        self._buttons: dict[str, _Away] = {}
        for part in ("group", "kind", "place", "language", "when", "age", *map(str, Toggle)):
            self._buttons[part] = _Away(part)
            self._buttons[part].clicked.connect(self._on_clicked)
            self.add(self._buttons[part])
        self.clear = parts.button(self.tr("Alles wissen"), "Ctrl 0", Kind.PLAIN)
        self.clear.clicked.connect(self.cleared)
        self.add(self.clear)
        self.show_active(())

    @property
    def active(self) -> tuple[str, ...]:
        """The words of the filters that are on."""
        return tuple(button.words for button in self._buttons.values() if not button.isHidden())

    def show_active(self, active: Choices) -> None:
        """Show these filters."""
        words = dict(active)
        for part, button in self._buttons.items():
            button.set_words(words.get(part, ""))
            button.setAccessibleName(self.tr("Filter weghalen: {filter}").format(filter=words.get(part, "")))
            button.setVisible(part in words)
        self.clear.setVisible(bool(words))
        self.setVisible(bool(words))

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Away):
            self.removed.emit(button.part)
