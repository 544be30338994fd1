"""The widgets of the form of an entry and their places; what happens in it is its subclass's."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.directory.model import How
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.entry import TickBox
from intake_app.ui.presenters.service_form import ServiceForm
from intake_app.ui.presenters.service_words import code_words
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.header import ShellFooter, ShellHeader
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.service_ask import UnsavedCard
from intake_app.ui.views.service_boxes import Box
from intake_app.ui.views.service_lists import RowsBox
from intake_app.ui.views.service_sections import SECTIONS, BoxMaker, Section
from intake_app.ui.views.told import Told

FORM_EM = 50
AROUND = 20


class ServiceParts(OfficeScreen):
    """Builds the form: a row to jump by, the sections, and below them what is wrong and the buttons."""

    def __init__(self, context: ScreenContext, form: ServiceForm) -> None:
        super().__init__(context)
        maker = BoxMaker(context.desk, context.office.directory, form.organizations())
        self.sections = {
            code: Section(title, [[box for path in line for box in maker.boxes(path)] for line in SECTIONS[code]])
            for code, title in self._titles().items()
        }
        self.boxes = {box.path: box for section in self.sections.values() for box in section.boxes}
        self.english = TickBox(self.tr("Engelse teksten tonen"))
        self.jumps = {code: parts.button(section.title, "", Kind.PLAIN) for code, section in self.sections.items()}
        self.checked = Chips(self._hows(), self.tr("Alles nagekeken, vandaag"))
        self.ask, self.told, self.waited = UnsavedCard(), Told(), Told()
        self.back = parts.button(self.tr("Terug"), "Esc")
        self.undo = parts.button(self.tr("Ongedaan maken"), "Ctrl Z", icon="undo")
        self.save = parts.button(self.tr("Bewaar"), "Ctrl S", Kind.PRIMARY)
        self._lay_out(self.tr("Nieuw in de sociale kaart") if form.is_new else self.tr("Sociale kaart bewerken"))
        self.english.ticked.connect(self.show_english)
        for button in self.jumps.values():
            button.clicked.connect(self._on_jump)

    def _titles(self) -> Mapping[str, str]:
        return {
            "what": self.tr("Wat is het"),
            "who": self.tr("Wie spreekt u"),
            "way": self.tr("Hoe komt iemand er"),
            "when": self.tr("Wanneer"),
            "where": self.tr("Waar"),
            "whom": self.tr("Voor wie"),
            "cost": self.tr("Kosten"),
            "sure": self.tr("Hoe zeker"),
        }

    def _hows(self) -> Mapping[str, str]:
        return {how.value: code_words(self.context.desk, f"how_{how.name.lower()}") for how in How if how.value}

    def _lay_out(self, title: str) -> None:
        self.sections["sure"].add(
            parts.label(self.tr("Alles nagekeken, vandaag. Hoe?"), self.checked),
            self.checked,
            parts.soft(self.tr("Zet de dag van vandaag bij alles wat hier staat, ook bij wachttijd en telefoon.")),
        )
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.waited)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        inside = QWidget()
        parts.centred(inside, column, FORM_EM * parts.em())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(ShellHeader(self.context, title))
        page.addWidget(self._bar())
        page.addWidget(parts.Page(inside), 1)
        page.addWidget(self._below())
        page.addWidget(ShellFooter(self.undo, None, self.back, self.save))

    def _bar(self) -> QWidget:
        flow = Flow(gap=4)
        for button in self.jumps.values():
            flow.add(button)
        flow.add(self.english)
        return _with_room(flow, 8)

    def _below(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.ask)
        return _with_room(whole, 4)

    @Slot(bool)
    def show_english(self, shown: bool) -> None:
        """Show the fields of the English texts, or fold them away."""
        for path, box in self.boxes.items():
            if isinstance(box, RowsBox):
                box.show_english(shown=shown)
            elif path.endswith(".en"):
                box.setVisible(shown)

    @Slot()
    def _on_jump(self) -> None:
        code = next((code for code, button in self.jumps.items() if button is self.sender()), "what")
        self.go_to(self.sections[code].boxes[0])

    def go_to(self, box: Box) -> None:
        """Go to a field; an English one is unfolded first."""
        if box.path.endswith(".en") and box.isHidden():
            self.english.setChecked(True)
            self.show_english(True)
        box.setFocus(Qt.FocusReason.OtherFocusReason)


def _with_room(inside: QWidget, above: int) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(AROUND, above, AROUND, above)
    column.addWidget(inside)
    return whole
