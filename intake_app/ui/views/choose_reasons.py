"""The side sheet "Waarom dit?": one sentence, what speaks for a kind, what against, the sources, and the service."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.label import Label
from intake_app.ui.fields.layer import SideSheet
from intake_app.ui.presenters.choose_cards import ReasonsView
from intake_app.ui.presenters.choose_earlier import EarlierView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.choose_earlier import Earlier
from intake_app.ui.views.choose_frame import column, line
from intake_app.ui.views.choose_otherwise import OTHERWISE, WhyOtherwise
from intake_app.ui.views.reasons_why import WhyParts


class ReasonsSheet(SideSheet):
    """Lies over the right side of its screen. Esc closes it and gives the focus back; C shows the sources.

    `entry_asked` carries the service whose whole entry is asked for; `about` is what was asked last, of which kind.
    """

    decided = Signal(CardAsked)
    entry_asked = Signal(str)

    def __init__(self, host: QWidget, *, keep_top: int = 0) -> None:
        super().__init__(host, keep_top=keep_top)
        self._parts: WhyParts | None = None
        self._sources: ActionButton | None = None
        self._has_sources = False
        self.earlier: Earlier | None = None
        self.about: CardAsked | None = None

    def show_reasons(self, view: ReasonsView, what: str, earlier: EarlierView | None) -> None:
        """Open with the reasons of a kind and its service; where it is decided otherwise (`OTHERWISE`), ask why."""
        self.about = CardAsked(what=what, kind=view.kind)
        self.earlier = Earlier(earlier) if earlier else None
        form = WhyOtherwise(view, what) if what in OTHERWISE else None
        self._has_sources = False
        self.open_page(view.title, self._contents(view, form), self.tr("Sluiten"))
        if form is not None:
            form.decided.connect(self.decided)
            form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self, view: ReasonsView, form: WhyOtherwise | None) -> QWidget:
        parts = column(Label(view.short, Type.STRONG), Label(view.what, Type.TEXT, Role.TEXT_SOFT), gap=14)
        if form is not None:
            parts.addWidget(form)
        if self.earlier is not None:
            self.earlier.opened.connect(self.entry_asked)
            parts.addWidget(self.earlier)
        self._parts = WhyParts(view.pros, view.unknown, view.cons)
        parts.addWidget(self._parts)
        self._sources = ActionButton(self.tr("Bronnen tonen"), "C", Kind.PLAIN)
        self._sources.make_small()
        if not (view.pros or view.cons):
            self._sources.hide()
        self._sources.clicked.connect(self._on_sources)
        parts.addLayout(line(self._sources, None))
        parts.addStretch(1)
        parts.setContentsMargins(0, 0, 8, 8)
        made = QFrame()
        made.setProperty("look", "surface")
        made.setLayout(parts)
        return made

    @Slot()
    def _on_sources(self) -> None:
        """Show where the rules come from, or hide it again."""
        self._has_sources = not self._has_sources
        if self._parts is not None and self._sources is not None:
            self._parts.show_more(is_on=self._has_sources)
            self._sources.set_words(self.tr("Bronnen weg") if self._has_sources else self.tr("Bronnen tonen"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().upper() == "C":
            self._on_sources()
        elif self.earlier is not None:
            self.earlier.press(event.key(), event.text())
        super().keyPressEvent(event)
