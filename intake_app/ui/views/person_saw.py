"""Who saw what a person said: day, who, in which role, what, how often, and whether by the break-glass key."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Slot

from intake_app.core.text import Language
from intake_app.practice.log_book import SawLine
from intake_app.ui.presenters.person import Period, seen_within
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.moments import date_words
from intake_app.ui.views.people_words import role_name
from intake_app.ui.views.person_cards import RightCard
from intake_app.ui.views.plain_table import PlainTable


class SawCard(RightCard):
    """Asks the log only when one wants to see it: looking is an event too. A period is chosen of what was found."""

    def __init__(self, language: Language, today: datetime.date) -> None:
        super().__init__(
            self.tr("Wie heeft mijn gegevens gezien"),
            self.tr(
                "Dit ziet wie aan dit gesprek werkt, en de functionaris gegevensbescherming. Vraag het een van hen."
            ),
        )
        self._language: Language = language
        self._today = today
        self._lines: tuple[SawLine, ...] = ()
        self.look, self.busy = parts.button(self.tr("Laat zien")), BusyRow()
        self.period = Chips(self._period_words(), self.tr("Hoe ver terug"))
        self.table = PlainTable(self.tr("Wie heeft mijn gegevens gezien"), self._heads(), 1)
        self.empty = parts.soft(self.tr("In deze tijd heeft niemand iets gezien of gewijzigd."))
        self.paper = parts.soft(self.tr("De hele lijst staat ook in wat de persoon meekrijgt."))
        self._asking = parts.bare_row(self.look, self.busy, None)
        self.fill(self._asking, self.period, self.empty, self.table, self.paper)
        self.period.chosen.connect(self._on_period)
        self.forget()

    def _period_words(self) -> dict[str, str]:
        return {
            Period.MONTH: self.tr("30 dagen"),
            Period.YEAR: self.tr("Een jaar"),
            Period.ALL: self.tr("Alles"),
        }

    def _heads(self) -> Sequence[str]:
        return (
            self.tr("Dag"),
            self.tr("Wie"),
            self.tr("Wat"),
            self.tr("Keer"),
            self.tr("Noodknop"),
        )

    def forget(self) -> None:
        """Show nothing until it is asked again."""
        self.told.say("")
        self.busy.end()
        self._asking.show()
        for part in (self.period, self.empty, self.table, self.paper):
            part.hide()

    def begin(self) -> None:
        """Say that one looks."""
        self.told.say("")
        self.look.setEnabled(False)
        self.busy.begin(self.tr("Bezig met kijken …"))

    def refuse(self, words: str) -> None:
        """Say why it cannot be shown."""
        self.end()
        self.told.say(words)

    def end(self) -> None:
        """Say no longer that one looks."""
        self.busy.end()
        self.look.setEnabled(True)

    def show_lines(self, lines: tuple[SawLine, ...]) -> None:
        """Show what the log said."""
        self.end()
        self._lines = lines
        self._asking.hide()
        self.period.choose(Period.ALL)
        self.period.show()
        self.paper.show()
        self._on_period()

    @Slot()
    def _on_period(self) -> None:
        found = seen_within(self._lines, Period(self.period.code), self._today)
        self.table.show_rows([("", self._cells(line)) for line in found])
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _cells(self, line: SawLine) -> tuple[str, ...]:
        roles = ", ".join(role_name(role).casefold() for role in line.roles)
        who = self.tr("{who} ({roles})").format(who=line.who, roles=roles) if roles else line.who
        return (
            date_words(line.on, self._language),
            who,
            line.what,
            str(line.times),
            self.tr("ja") if line.break_glass else "",
        )
