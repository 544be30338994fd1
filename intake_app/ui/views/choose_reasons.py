"""The side sheet "Waarom dit?": what speaks for a kind, what against, what is not known, and where that comes from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.presenters.choose_cards import ReasonsView, ReasonView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views.choose_frame import column, line

WIDTH = 440


class ReasonsSheet(QFrame):
    """Lies over the right side of its screen. Esc closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("look", "side")
        self._over = over
        self._before: QWidget | None = None
        self.title = Label("", Type.TITLE)
        self.close_button = ActionButton(self.tr("Sluiten"), "Esc", Kind.PLAIN)
        self.close_button.clicked.connect(self.close_sheet)
        self._page = QScrollArea()
        self._page.setWidgetResizable(True)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = line(self.title, self.close_button)
        head.setStretch(0, 1)
        inside = column(head, self._page, gap=12)
        inside.setContentsMargins(24, 20, 16, 16)
        self.setLayout(inside)
        over.installEventFilter(self)
        self.hide()

    def show_reasons(self, view: ReasonsView) -> None:
        """Open with the reasons of a kind."""
        self._before = self.window().focusWidget()
        self.title.setText(view.title)
        self.setAccessibleName(view.title)
        self._page.setWidget(self._contents(view))
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> list[str]:
        """Return every text on the sheet."""
        return [label.text() for label in self.findChildren(Label)]

    def _contents(self, view: ReasonsView) -> QWidget:
        parts = column(Label(view.what), gap=14)
        sections = (
            (self.tr("Wat ervoor is"), "check", view.pros),
            (self.tr("Wat ertegen is"), "weighs", view.cons),
            (self.tr("Nog niet bekend"), "untouched", view.unknown),
        )
        for name, icon, reasons in sections:
            if reasons:
                parts.addLayout(self._section(name, icon, reasons))
        parts.addStretch(1)
        parts.setContentsMargins(0, 0, 8, 8)
        made = QFrame()
        made.setProperty("look", "surface")
        made.setLayout(parts)
        return made

    def _section(self, name: str, icon: str, reasons: tuple[ReasonView, ...]) -> QVBoxLayout:
        head = line(IconLabel(icon), Label(name, Type.HEADING))
        head.setStretch(1, 1)
        before = ("", *(each.source for each in reasons))
        parts = (self._reason(each, is_said=each.source == last) for each, last in zip(reasons, before, strict=False))
        return column(head, *parts, gap=10)

    def _reason(self, reason: ReasonView, *, is_said: bool) -> QVBoxLayout:
        """Lay out one reason; its source is left out when the reason before has the same."""
        source = self.tr("Bron: {source}").format(source=reason.source)
        if not reason.is_confirmed:
            source = self.tr("{source} (te bevestigen)").format(source=source)
        parts = [Label(reason.text)]
        if reason.source and not is_said:
            parts.append(Label(source, Type.SMALL, Role.TEXT_SOFT))
        return column(*parts, gap=2)

    def _place(self) -> None:
        width = min(current_theme().px(WIDTH), self._over.width())
        self.setGeometry(self._over.width() - width, 0, width, self._over.height())

    @Slot()
    def close_sheet(self) -> None:
        """Close, and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and event.text():
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus inside."""
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
