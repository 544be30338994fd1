"""Who you speak to: a face where there is one, the name, the number large, and what happens when you call."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.directory_entry import EntryView, PhoneView, Section
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme, theme_source
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import empty

FACE, RADIUS, NAME_EM = 84, 12, 7.5


class Face(QLabel):
    """A picture, cut to a square with round corners; away where there is none that can be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        theme_source().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_picture(self, data: bytes, name: str) -> None:
        """Show the picture of somebody."""
        self._picture = QPixmap()
        self.setVisible(bool(data) and self._picture.loadFromData(QByteArray(data)))
        self.setAccessibleName(self.tr("Foto van {name}").format(name=name))
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        side = current_theme().px(FACE)
        self.setFixedSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        round_off = QPainterPath()
        round_off.addRoundedRect(place, RADIUS, RADIUS)
        painter.setClipPath(round_off)
        side = min(self._picture.width(), self._picture.height())
        left, top = (self._picture.width() - side) / 2, (self._picture.height() - side) / 2
        painter.drawPixmap(place, self._picture, QRectF(left, top, side, side))


class FactList(QWidget):
    """Facts, each beside its name. A fact can be marked with the mouse, to copy it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Label, Label]] = []
        # A grid: a form layout keeps the height of the words that stood there before (Qt 6.12).
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_section(self, section: Section) -> None:
        """Show these facts, in the rows that are there as far as they go."""
        while len(self._rows) < len(section.rows):
            self._rows.append(self._row(len(self._rows)))
        for at, (name, fact) in enumerate(self._rows):
            row = section.rows[at] if at < len(section.rows) else None
            for label in (name, fact):
                label.setVisible(row is not None)
            if row is not None:
                name.setText(row.name)
                fact.setText(row.text)
                fact.setAccessibleName(f"{row.name}: {row.text}")
        self.setVisible(bool(section.rows))

    def _row(self, at: int) -> tuple[Label, Label]:
        name, fact = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False), readable(Label(""))
        name.setMinimumWidth(round(NAME_EM * parts.em()))
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(fact, at, 1)
        return name, fact


def readable(label: Label) -> Label:
    """Return words that can be marked with the mouse, to copy them."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ContactCard(QFrame):
    """The first thing to see of a service."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.face, self.title, self.name = Face(), Label("", Type.LABEL, Role.TEXT_SOFT), Label("", Type.TITLE)
        self._numbers, self.facts = QVBoxLayout(), FactList()
        self._numbers.setSpacing(2)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        for part in (self.title, self.name):
            beside.addWidget(part)
        beside.addLayout(self._numbers)
        beside.addStretch(1)
        head = parts.row(self.face, beside, gap=16)
        head.setStretch(1, 1)
        head.setAlignment(self.face, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.facts)

    def show_entry(self, entry: EntryView) -> None:
        """Show whom one speaks to."""
        self.face.show_picture(entry.picture, entry.contact)
        self.title.setText(entry.speak.title)
        self.name.setText(entry.contact)
        self.name.setVisible(bool(entry.contact))
        empty(self._numbers)
        for phone in entry.phones:
            self._numbers.addLayout(self._number(phone))
        self.facts.show_section(entry.speak)

    def _number(self, phone: PhoneView) -> QVBoxLayout:
        line = QVBoxLayout()
        line.setSpacing(0)
        number = readable(Label(phone.number, Type.NUMBER))
        number.setAccessibleName(f"{phone.number} {phone.about}".strip())
        line.addWidget(number)
        if phone.about:
            line.addWidget(Label(phone.about, Type.SMALL, Role.TEXT_SOFT))
        return line
