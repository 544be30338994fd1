"""Below the text for the journal: which codes go along. Hidden where none fits."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from intake_app.ui.fields.entry import TickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers_codes import JournalCodes
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views.choose_frame import column


class PaperCodes(QScrollArea):
    """A tick for each code, with why it fits. `changed` carries the text for the journal as it is then."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, TickBox] = {}
        self._codes: JournalCodes | None = None
        self._about = Label("", Type.SMALL, Role.TEXT_SOFT)
        self._rows = QVBoxLayout()
        title = Label(self.tr("Codes voor het journaal (ICPC-1)"), Type.LABEL, Role.TEXT_SOFT)
        inside = column(title, self._about, self._rows, gap=4)
        inside.addStretch(1)
        page = QWidget()
        page.setLayout(inside)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def serve(self, codes: JournalCodes) -> SignalInstance:
        """Show the codes of a talk; returns the signal that tells of each tick."""
        self._codes = codes
        for each in codes.rows():
            tick = TickBox(each.words, "", each.why)
            tick.setChecked(each.is_ticked)
            tick.ticked.connect(self._on_ticked)
            self.ticks[each.id] = tick
            self._rows.addWidget(tick)
        ask = self.tr("Vink aan wat mee mag in de tekst. De huisarts kiest de diagnose.")
        self._about.setText(codes.problem or ask)
        self.setVisible(bool(self.ticks or codes.problem))
        return self.changed

    def text(self) -> str:
        """Return the text for the journal with what is ticked now."""
        return self._codes.text() if self._codes is not None else ""

    @Slot(bool)
    def _on_ticked(self, is_on: bool) -> None:
        if self._codes is not None:
            self._codes.tick(next(id_ for id_, tick in self.ticks.items() if tick is self.sender()), on=is_on)
            self.changed.emit(self._codes.text())
