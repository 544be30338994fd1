"""The requests on which was decided, and their certificates: made when asked, kept or printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from intake_app.practice.persons import Decision, ErasureRequest
from intake_app.ui.presenters.conversations import local
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.flow import flow
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.papers_pages import keep_private, neutral_printer, print_pages
from intake_app.ui.views.plain_table import PlainTable
from intake_app.ui.views.recovery_cards import StepCard
from intake_app.ui.views.save_dialog import SaveDialog
from intake_app.ui.views.told import Told


class DecidedCard(StepCard):
    """The requests on which was decided, with the certificate of each."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(self.tr("Afgehandelde verzoeken"))
        self._context, self._language = context, context.desk.language
        self._path: Path | None = None
        self._requests: dict[str, ErasureRequest] = {}
        heads = (
            self.tr("Verzoek van"),
            self.tr("Gesprekken"),
            self.tr("Besluit"),
            self.tr("Besloten op"),
            self.tr("Door"),
        )
        self.table = PlainTable(self.tr("Afgehandelde verzoeken"), heads, 4)
        self.reason = parts.text("")
        self.keep = parts.button(self.tr("Bewijs bewaren …"))
        self.print_button = parts.button(self.tr("Bewijs afdrukken …"), icon="printer")
        self.busy, self.told = BusyRow(), Told()
        self.add(self.table, self.reason, flow(self.keep, self.print_button), self.busy, self.told)
        self.table.chosen.connect(self._on_chosen)
        self.keep.clicked.connect(self._on_keep)
        self.print_button.clicked.connect(self._on_print)

    def show_requests(self, requests: Sequence[ErasureRequest], wanted: str) -> None:
        """Show the requests that were decided on; nothing where there are none."""
        self._requests = {each.id: each for each in requests}
        self.table.show_rows([(each.id, self._cells(each)) for each in requests], wanted)
        self.setVisible(bool(requests))

    @property
    def chosen(self) -> ErasureRequest | None:
        """The request that is chosen."""
        return self._requests.get(self.table.chosen_id)

    def _cells(self, request: ErasureRequest) -> tuple[str, ...]:
        granted, refused = self.tr("toegewezen, gewist"), self.tr("geweigerd")
        decided = "" if request.decided_at is None else date_words(local(request.decided_at).date(), self._language)
        return (
            date_words(request.asked_on, self._language),
            str(len(request.talks)),
            granted if request.decision is Decision.GRANTED else refused,
            decided,
            self.tr("{one} en {other}").format(one=request.decided_by, other=request.second),
        )

    @Slot()
    def _on_chosen(self) -> None:
        reason = "" if self.chosen is None else self.chosen.reason
        self.reason.setText(self.tr("Waarom: {reason}").format(reason=reason) if reason else "")
        self.told.say("")

    @Slot()
    def _on_keep(self) -> None:
        request = self.chosen
        if request is None:
            return
        name = self.tr("bewijs-van-besluit-{day}.pdf").format(day=request.asked_on.isoformat())
        chosen = SaveDialog(self, self.tr("Bewijs bewaren"), name).ask()
        if chosen is not None:
            self.keep_at(chosen.with_suffix(".pdf"))

    def keep_at(self, path: Path) -> None:
        """Keep the certificate of the chosen request as a file that only its owner reads."""
        self._make(path)

    @Slot()
    def _on_print(self) -> None:
        self._make(None)

    def _make(self, path: Path | None) -> None:
        """Have the certificate made: to keep at a path, or to print."""
        request = self.chosen
        if request is None:
            return
        self._path = path
        self.told.say("")
        self.busy.begin(self.tr("Bezig met maken …"))
        self._rest(is_busy=True)
        job = partial(self._context.office.persons.certificate_pdf, request.id)
        self._context.shell.run(job, self._on_made, self._on_not_made)

    def _on_made(self, found: object) -> None:
        self._end()
        if not isinstance(found, bytes):
            return
        if self._path is None:
            self._print(found)
            return
        try:
            keep_private(self._path, found)
        except OSError:
            self.told.say(self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte."))
        else:
            self.told.say(self.tr("Bewaard als {name}.").format(name=self._path.name))

    def _print(self, data: bytes) -> None:
        printer = neutral_printer()
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.print_on(data, printer)
        dialog.deleteLater()

    def print_on(self, data: bytes, printer: QPrinter) -> None:
        """Print a certificate."""
        done = print_pages(data, printer)
        self.told.say("" if done else self.tr("Afdrukken lukte niet. Kijk of de printer aan staat."))

    def _on_not_made(self, error: Exception) -> None:
        self._end()
        words = self.tr("Dit lukte niet. Probeer het nog eens.")
        self.told.say(fault_words(self._context.desk, error, words))

    def _end(self) -> None:
        self.busy.end()
        self._rest(is_busy=False)

    def _rest(self, *, is_busy: bool) -> None:
        for part in (self.keep, self.print_button, self.table):
            part.setEnabled(not is_busy)
