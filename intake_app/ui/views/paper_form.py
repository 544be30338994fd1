"""The questionnaire on paper, for when there is no PC: choose which form, see it, print it or keep it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.core.text import LANGUAGES
from intake_app.questionnaire.model import Mode
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.screen import Screen
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.flow import flow
from intake_app.ui.views.papers_middle import PaperMiddle
from intake_app.ui.views.papers_pages import PageJob, Pages
from intake_app.ui.views.recovery_paper import keep_sheet, print_sheet
from intake_app.ui.views.told import Told

WIDTH, LEAST_HEIGHT, AROUND = 860, 260, 320
LED, OWN = "led", "own"
NORMAL, LARGE = "normal", "large"


class FormSheet(QFrame):
    """Which form, its pages, and what can be done with them. `wanted` tells that another form was chosen."""

    closed = Signal()
    wanted = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._data = b""
        self.who = self._chips({LED: self.tr("Voor u"), OWN: self.tr("Voor de persoon")}, self.tr("Voor wie"))
        modes = {Mode.QUICK: self.tr("Kort gesprek"), Mode.EXPLORATORY: self.tr("Verkennend gesprek")}
        self.mode = self._chips({each.value: word for each, word in modes.items()}, self.tr("Welk gesprek"))
        self.language = self._chips(dict(zip(LANGUAGES, ("Nederlands", "English"), strict=True)), self.tr("Taal"))
        self.language.choose(language)
        self.letters = self._chips(
            {NORMAL: self.tr("Gewone letters"), LARGE: self.tr("Grote letters")}, self.tr("Letters")
        )
        self.middle, self.told = PaperMiddle(), Told()
        self.close_button = parts.button(self.tr("Sluiten"), "Esc")
        self.keep = parts.button(self.tr("Bewaren als pdf"), icon="file")
        self.print = parts.button(self.tr("Afdrukken"), kind=Kind.PRIMARY, icon="printer")
        self.close_button.clicked.connect(self.closed)
        self.keep.clicked.connect(self._on_keep)
        self.print.clicked.connect(self._on_print)
        self._lay_out()
        self.wait()

    def _chips(self, words: Mapping[str, str], name: str) -> Chips:
        made = Chips(words, name)
        made.choose(next(iter(words)))
        made.chosen.connect(self._on_chosen)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(parts.text(self.title, Type.TITLE))
        column.addWidget(flow(self.who, self.mode, gap=24))
        column.addWidget(flow(self.language, self.letters, gap=24))
        column.addWidget(self.middle, 1)
        column.addWidget(self.told)
        column.addLayout(parts.row(self.close_button, None, self.keep, self.print))

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return self.tr("Formulier op papier")

    def wait(self) -> None:
        """Say that the form is being made; there is nothing to print yet."""
        self._data = b""
        self.middle.say(self.tr("Het formulier wordt gemaakt …"))
        self._allow(is_ready=False)

    def show_pages(self, pages: Pages) -> None:
        """Show the form that was made."""
        self._data = pages.data
        self.middle.show_pages(pages.images, self.title)
        self._allow(is_ready=True)

    def refuse(self, words: str) -> None:
        """Say why there is no form."""
        self.middle.say(words)

    def _allow(self, *, is_ready: bool) -> None:
        for button in (self.keep, self.print):
            button.setEnabled(is_ready)

    @Slot(str)
    def _on_chosen(self, _code: str) -> None:
        self.wait()
        self.told.say("")
        self.wanted.emit()

    @Slot()
    def _on_keep(self) -> None:
        self.told.say(keep_sheet(self, self._data, self.tr("vragenformulier")))

    @Slot()
    def _on_print(self) -> None:
        self.told.say(print_sheet(self, self._data))


class FormLayer(Overlay):
    """Lies over a screen with the form; only the form that was asked for last is shown."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen, self._asked = screen, 0

    @Slot()
    def open_form(self) -> None:
        """Open the sheet and make the first form."""
        sheet = FormSheet(self._screen.context.desk.language)
        sheet.closed.connect(self.close_layer)
        sheet.wanted.connect(self._on_wanted)
        sheet.middle.setMinimumHeight(max(LEAST_HEIGHT, self._screen.height() - current_theme().px(AROUND)))
        self.open(sheet, WIDTH, sheet.who)
        self._on_wanted()

    @Slot()
    def _on_wanted(self) -> None:
        sheet = self.sheet
        if not isinstance(sheet, FormSheet):
            return
        self._asked += 1
        make = partial(
            self._screen.context.desk.questionnaire_form,
            Mode(sheet.mode.code),
            next(each for each in LANGUAGES if each == sheet.language.code),
            for_person=sheet.who.code == OWN,
            large=sheet.letters.code == LARGE,
        )
        self._screen.context.shell.run(PageJob(number=self._asked, make=make), self._on_made, self._on_failed)

    def _on_made(self, pages: object) -> None:
        if isinstance(self.sheet, FormSheet) and isinstance(pages, Pages) and pages.number == self._asked:
            self.sheet.show_pages(pages)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(self.sheet, FormSheet):
            words = self.tr("Het formulier maken lukte niet. Sluit dit, en probeer het nog eens.")
            self.sheet.refuse(fault_words(self._screen.context.desk, error, words))
