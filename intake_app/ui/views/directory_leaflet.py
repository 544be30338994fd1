"""The leaflet to give along: seen before it is printed or kept, over the screen that it was made on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_app.core.ids import ServiceId
from intake_app.practice.upkeep import Upkeep
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.theme.roles import Type
from intake_app.ui.theme.source import current_theme
from intake_app.ui.views import parts
from intake_app.ui.views.papers_middle import PaperMiddle
from intake_app.ui.views.papers_pages import PageJob, Pages
from intake_app.ui.views.recovery_paper import keep_sheet, print_sheet
from intake_app.ui.views.told import Told

WIDTH, LEAST_HEIGHT, AROUND, ASKING = 760, 320, 240, 560


class LeafletSheet(QFrame):
    """The pages, and what can be done with them."""

    closed = Signal()

    def __init__(self, title: str, pages: Pages) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self._data = pages.data
        self.middle, self.told = PaperMiddle(), Told()
        self.middle.show_pages(pages.images, title)
        self.close_button = parts.button(self.tr("Sluiten"), "Esc")
        self.keep = parts.button(self.tr("Bewaren als pdf"), icon="file")
        self.print = parts.button(self.tr("Afdrukken"), kind=Kind.PRIMARY, icon="printer")
        self.close_button.clicked.connect(self.closed)
        self.keep.clicked.connect(self._on_keep)
        self.print.clicked.connect(self._on_print)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(parts.text(title, Type.TITLE))
        column.addWidget(self.middle, 1)
        column.addWidget(self.told)
        column.addLayout(parts.row(self.close_button, None, self.keep, self.print))

    @Slot()
    def _on_keep(self) -> None:
        self.told.say(keep_sheet(self, self._data))

    @Slot()
    def _on_print(self) -> None:
        self.told.say(print_sheet(self, self._data))


class GiveAlong(QFrame):
    """Asks on purpose before help is given along that tells of violence; not giving it along is the easy answer."""

    kept = Signal()
    given = Signal()

    def __init__(self, *, is_overheard: bool) -> None:
        super().__init__()
        self.setProperty("look", "sheet")
        self.question = parts.text(self._overheard() if is_overheard else self._alone())
        self.keep = parts.button(self.tr("Niet meegeven"), "Esc")
        self.give = parts.button(self.tr("Toch meegeven") if is_overheard else self.tr("Ja, dat is veilig"))
        self.keep.clicked.connect(self.kept)
        self.give.clicked.connect(self.given)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(16)
        column.addWidget(self.question)
        column.addLayout(parts.row(None, self.keep, self.give))

    def _alone(self) -> str:
        return self.tr("Wie dit thuis ziet, kan er iets uit opmaken. Geef het alleen mee als dat veilig is.")

    def _overheard(self) -> str:
        """Name no violence: somebody else may read the screen."""
        return self.tr(
            "Er is nu iemand bij. Dit meegeven kan gevaarlijk zijn voor de persoon. "
            "Wacht tot u de persoon alleen spreekt, en vraag dan of het veilig is."
        )


class LeafletLayer(Overlay):
    """Lies over the screen; only the leaflet that was asked for last is shown."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._screen, self._asked = host, 0
        self._given: Callable[[], None] | None = None

    def job(self, upkeep: Upkeep, ids: Sequence[ServiceId]) -> PageJob:
        """Return the slow work of making a leaflet about these services."""
        self._asked += 1
        return PageJob(number=self._asked, make=partial(upkeep.leaflet, tuple(ids)))

    def ask(self, given: Callable[[], None], *, is_overheard: bool) -> None:
        """Ask whether to give along what tells of violence; `given` is called after a deliberate yes."""
        self._given = given
        sheet = GiveAlong(is_overheard=is_overheard)
        sheet.kept.connect(self.close_layer)
        sheet.given.connect(self._on_given)
        self.open(sheet, ASKING, sheet.keep)
        announce(sheet, sheet.question.text())

    @Slot()
    def _on_given(self) -> None:
        self.close_layer()
        if self._given is not None:
            self._given()

    def show_pages(self, pages: object) -> None:
        """Show the pages that were made, unless others were asked for meanwhile."""
        if isinstance(pages, Pages) and pages.number == self._asked:
            sheet = LeafletSheet(self.tr("Blad om mee te geven"), pages)
            sheet.closed.connect(self.close_layer)
            sheet.middle.setMinimumHeight(max(LEAST_HEIGHT, self._screen.height() - current_theme().px(AROUND)))
            self.open(sheet, WIDTH, sheet.print)
