"""The cards of the screen of copies, and how they show what was found."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.copies import Shelf, Standing
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.ask_card import AskCard
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.copies_table import CopyTable
from intake_app.ui.views.flow import flow
from intake_app.ui.views.moments import moment_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.told import Told

FORM_EM = 52


class CopiesParts(OfficeScreen):
    """Builds the screen; what happens on it is its subclass's."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._copies = context.office.copies
        self._make_parts()
        self._lay_out()
        self.done.clicked.connect(self._on_done)

    def _make_parts(self) -> None:
        self.standing = parts.text("", Type.STRONG)
        self.make = parts.button(self.tr("Nu een kopie maken"), kind=Kind.PRIMARY)
        self.state_busy, self.try_busy = BusyRow(), BusyRow()
        self.made, self.moved, self.tried = Told(), Told(), Told()
        self.folder = parts.text("", Type.STRONG)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.elsewhere = parts.button(self.tr("Andere map …"))
        self.remind = parts.Notice("info", "")
        self.table = CopyTable(self.context.desk.language)
        self.empty = parts.soft(self.tr("In deze map staan nog geen kopieën. Maak er hierboven een."))
        self.try_out = parts.button(self.tr("Proberen of deze werkt"), "Enter")
        self.put_back = parts.button(self.tr("Terugzetten …"))
        self.restore = AskCard(self.tr("Niet nu"), self.tr("Vergrendel en ga verder"))
        self.done = parts.button(self.tr("Klaar"), "Esc")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        self.cards = (self._state_card(), self._folder_card(), self._copies_card())
        self.refusal = parts.soft(
            self.tr("Reservekopieën zijn voor wie met gesprekken werkt, en voor de beheerder. Vraag het een van hen.")
        )
        for part in (self.refusal, *self.cards):
            column.addWidget(part)
        self._fill_column(self.tr("Reservekopieën"), column, FORM_EM, None, self.done)

    def _state_card(self) -> QFrame:
        row = parts.bare_row(self.make, self.state_busy)
        return parts.card(self.tr("Hoe het ervoor staat"), [self.standing, row, self.made])

    def _folder_card(self) -> QFrame:
        hint = self.tr(
            "Een stick of netwerkschijf mag: dan blijft er een kopie als deze computer stukgaat. "
            "Een kopie is versleuteld, en gaat alleen open met een wachtzin."
        )
        row = parts.bare_row(self.elsewhere, None)
        return parts.card(self.tr("Waar ze staan"), [self.folder, parts.soft(hint), row, self.moved])

    def _copies_card(self) -> QFrame:
        deeds = flow(self.try_out, self.put_back)
        rows = [self.remind, self.empty, self.table, deeds, self.try_busy, self.tried, self.restore]
        return parts.card(self.tr("Uw kopieën"), rows)

    def show_rights(self, *, may_copy: bool) -> None:
        """Show the cards, or who may use them."""
        self.refusal.setVisible(not may_copy)
        for card in self.cards:
            card.setVisible(may_copy)
        self.remind.hide()
        self.empty.hide()
        self.setFocusProxy(self.make if may_copy else self.done)

    def show_shelf(self, shelf: Shelf, now: datetime.datetime) -> None:
        """Show how it stands, where copies go, and which there are."""
        self.standing.setText(self._standing_words(shelf))
        self.folder.setText(shelf.state.folder)
        self.table.show_copies(shelf.copies)
        has_copies = bool(shelf.copies)
        for part in (self.table, self.try_out):
            part.setVisible(has_copies)
        self.empty.setVisible(not has_copies)
        self.remind.words.setText(self._remind_words(shelf))
        self.remind.setVisible(shelf.should_try(now))

    def _standing_words(self, shelf: Shelf) -> str:
        newest, problem = shelf.state.newest, shelf.state.problem
        moment = moment_words(newest, self.context.desk.language) if newest else ""
        last = self.tr("De laatste kopie is van {moment}.").format(moment=moment) if newest else ""
        words = {
            Standing.FAILED: self.tr("De laatste keer lukte het niet. {problem}").format(problem=problem),
            Standing.NONE: self.tr("Er is nog geen reservekopie. Maak er nu een."),
            Standing.DUE: self.tr("Het is tijd voor een nieuwe kopie."),
            Standing.FINE: self.tr("Dat is in orde."),
        }
        said = words[shelf.standing]
        return f"{last} {said}".strip() if shelf.standing is not Standing.FAILED else f"{said} {last}".strip()

    def _remind_words(self, shelf: Shelf) -> str:
        tried = shelf.state.last_tried
        if tried is None:
            return self.tr("Er is nog nooit geprobeerd of een kopie werkt. Doe dat nu eens; het duurt niet lang.")
        words = self.tr("De laatste proef was op {moment}. Probeer elke maand of een kopie nog werkt.")
        return words.format(moment=moment_words(tried, self.context.desk.language))
