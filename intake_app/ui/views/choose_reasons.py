"""The side sheet "Waarom dit?": what speaks for a kind, what against, what is not known, and where that comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.ui.fields.label import IconLabel, Label
from intake_app.ui.fields.layer import SideSheet
from intake_app.ui.presenters.choose_cards import ReasonsView, ReasonView
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.choose_frame import column, line
from intake_app.ui.views.choose_otherwise import OTHERWISE, WhyOtherwise


class ReasonsSheet(SideSheet):
    """Lies over the right side of its screen. Esc closes it and gives the focus back."""

    decided = Signal(CardAsked)

    def show_reasons(self, view: ReasonsView, what: str) -> None:
        """Open with the reasons of a kind; where it is decided otherwise (`OTHERWISE`), ask why."""
        form = WhyOtherwise(view, what) if what in OTHERWISE else None
        self.open_page(view.title, self._contents(view, form), self.tr("Sluiten"))
        if form is not None:
            form.decided.connect(self.decided)
            form.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _contents(self, view: ReasonsView, form: WhyOtherwise | None) -> QWidget:
        parts = column(Label(view.what), gap=14)
        if form is not None:
            parts.addWidget(form)
        elif view.not_now:
            parts.addWidget(Label(view.not_now, Type.STRONG))
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
