"""The cards of requests and clearing away: what is open, and what is cleared away after a while."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from intake_app.core.text import Language
from intake_app.practice.persons import DueTalk, ErasureRequest, PurgeNotice
from intake_app.ui.presenters.conversations import local
from intake_app.ui.views import parts
from intake_app.ui.views.ask_card import AskCard
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.plain_table import PlainTable
from intake_app.ui.views.recovery_cards import StepCard
from intake_app.ui.views.told import Told


class OpenCard(StepCard):
    """The requests on which nobody decided yet. `wanted` carries the id of the one to decide on."""

    wanted = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Open verzoeken"))
        self._language: Language = language
        heads = (self.tr("Verzoek van"), self.tr("Gesprekken"), self.tr("Vastgelegd door"))
        self.table = PlainTable(self.tr("Open verzoeken"), heads, 2)
        self.empty = parts.soft(
            self.tr(
                "Er is geen open verzoek. Vraagt iemand om wissen, kies dan bij het gesprek Rechten van de persoon."
            )
        )
        self.others = parts.soft(
            self.tr("Besluiten doet een regiebehandelaar of huisarts, met een tweede persoon erbij.")
        )
        self.alone = parts.soft(
            self.tr("Voor een besluit is een tweede persoon nodig. Voeg eerst een collega toe bij Wie werken ermee.")
        )
        self.decide = parts.button(self.tr("Besluiten …"))
        self.add(self.empty, self.table, parts.bare_row(self.decide, None), self.others, self.alone)
        self.decide.clicked.connect(self._on_decide)
        self.table.entered.connect(self._on_decide)

    def show_requests(
        self, requests: Sequence[ErasureRequest], wanted: str, *, may_decide: bool, has_second: bool
    ) -> None:
        """Show the open requests, and who may decide on them."""
        self.table.show_rows([(each.id, self._cells(each)) for each in requests], wanted)
        self.table.setVisible(bool(requests))
        self.empty.setVisible(not requests)
        self.decide.setVisible(bool(requests) and may_decide and has_second)
        self.others.setVisible(bool(requests) and not may_decide)
        self.alone.setVisible(bool(requests) and may_decide and not has_second)

    def _cells(self, request: ErasureRequest) -> tuple[str, ...]:
        return date_words(request.asked_on, self._language), str(len(request.talks)), request.entered_by

    @Slot()
    def _on_decide(self) -> None:
        if not self.decide.isHidden() and self.table.chosen_id:
            self.wanted.emit(self.table.chosen_id)


class PurgeCard(StepCard):
    """What is cleared away, when and why. `wanted`: clear away now what was announced long enough ago."""

    wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Opruimen"))
        self._language: Language = language
        self._count = 0
        self.why, self.empty = parts.text(""), parts.soft(self.tr("Er is nu niets om op te ruimen."))
        heads = (self.tr("Gesprek van"), self.tr("Mag weg vanaf"))
        self.table = PlainTable(self.tr("Wat wordt opgeruimd"), heads, 1)
        self.clear, self.busy, self.told = parts.button(""), BusyRow(), Told()
        self.ask = AskCard(self.tr("Laat staan"), self.tr("Ruim op"))
        self._clearing = parts.bare_row(self.clear, self.busy, None)
        self.add(self.why, self.empty, self.table, self._clearing, self.ask, self.told)
        self.clear.clicked.connect(self._on_clear)
        self.ask.confirmed.connect(self.wanted)
        self.ask.dropped.connect(self.clear.setFocus)

    def show_notice(self, notice: PurgeNotice | None) -> None:
        """Show what is cleared away; nothing for who may not do that."""
        self.setVisible(notice is not None)
        if notice is None:
            return
        why = self.tr(
            "Is een gesprek afgesloten en meegegeven, en gebeurde er {days} dagen niets mee, dan mag het weg. "
            "Het staat eerst een week hier. Er gaat niets weg zonder dat iemand hier op Nu opruimen drukt."
        )
        self.why.setText(why.format(days=notice.days))
        due = (*notice.now, *notice.coming)
        self.table.show_rows([(each.talk, self._cells(each, is_now=each in notice.now)) for each in due])
        self.table.setVisible(bool(due))
        self.empty.setVisible(not due)
        self._count = len(notice.now)
        self.clear.set_words(self.tr("Nu opruimen ({n})").format(n=self._count))
        self._clearing.setVisible(self._count > 0)
        self.ask.hide()

    def _cells(self, talk: DueTalk, *, is_now: bool) -> tuple[str, ...]:
        opened = date_words(local(talk.opened).date(), self._language)
        return opened, self.tr("nu") if is_now else date_words(talk.on, self._language)

    @Slot()
    def _on_clear(self) -> None:
        self.told.say("")
        one = self.tr("1 gesprek voorgoed opruimen? Dit kan niemand ongedaan maken.")
        more = self.tr("{n} gesprekken voorgoed opruimen? Dit kan niemand ongedaan maken.").format(n=self._count)
        self.ask.ask(one if self._count == 1 else more)

    def begin(self, words: str) -> None:
        """Say what goes on."""
        self.busy.begin(words)
        self.clear.setEnabled(False)

    def end(self, words: str = "") -> None:
        """Say how it went."""
        self.busy.end()
        self.clear.setEnabled(True)
        self.told.say(words)
