"""What is waiting, above the list: one sentence each, and the way to where it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from intake_app.core.text import Language
from intake_app.ui.presenters.notices import Notice, Waiting
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import empty
from intake_app.ui.views.moments import date_words

PLACE = "place"


class NoticeRows(QFrame):
    """Away while nothing waits. `asked` carries the screen to go to."""

    asked = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._language: Language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 10, 20, 10)
        self._column.setSpacing(8)
        self.hide()

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show what is waiting."""
        empty(self._column)
        for notice in notices:
            self._column.addWidget(self._row(notice))
        self.setVisible(bool(notices))

    def _row(self, notice: Notice) -> QWidget:
        words = self._words(notice)
        go = parts.button(self._way(notice))
        go.setProperty(PLACE, notice.place)
        go.setAccessibleDescription(words)
        go.clicked.connect(self._on_clicked)
        made = QWidget()
        said = parts.Notice("info", words)
        row = parts.row(said, go)
        row.setStretch(0, 1)
        row.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
        row.setContentsMargins(0, 0, 0, 0)
        made.setLayout(row)
        return made

    def _words(self, notice: Notice) -> str:
        words = self._of_store() | self._of_people(notice) | self._of_purge(notice)
        on = "" if notice.on is None else date_words(notice.on, self._language)
        return words[notice.waiting].format(on=on, n=notice.count, who=notice.who)

    def _of_store(self) -> dict[Waiting, str]:
        return {
            Waiting.COPY_FAILED: self.tr("De laatste reservekopie is niet gelukt."),
            Waiting.COPY_NONE: self.tr("Er is nog geen reservekopie. Gaat deze computer stuk, dan is alles weg."),
            Waiting.COPY_OLD: self.tr("De laatste reservekopie is van {on}."),
            Waiting.RECOVERY_NONE: self.tr("Er is nog geen herstelblad, voor als een wachtzin kwijtraakt."),
            Waiting.RECOVERY_UNTESTED: self.tr("Het herstelblad is nog niet van papier geprobeerd."),
        }

    def _of_people(self, notice: Notice) -> dict[Waiting, str]:
        one, more = self.tr("{who} wacht op toelating."), self.tr("{n} collega's wachten op toelating.")
        return {Waiting.ADMISSION: one if notice.count == 1 else more}

    def _of_purge(self, notice: Notice) -> dict[Waiting, str]:
        is_one = notice.count == 1
        now = (
            self.tr("1 gesprek kan worden opgeruimd.") if is_one else self.tr("{n} gesprekken kunnen worden opgeruimd.")
        )
        one = self.tr("Vanaf {on} wordt 1 gesprek opgeruimd.")
        more = self.tr("Vanaf {on} worden {n} gesprekken opgeruimd.")
        return {Waiting.PURGE_NOW: now, Waiting.PURGE_COMING: one if is_one else more}

    def _way(self, notice: Notice) -> str:
        return {
            "copies": self.tr("Naar de kopieën"),
            "people": self.tr("Naar de mensen"),
            "recovery": self.tr("Naar het herstelblad"),
            "erasures": self.tr("Bekijk welke"),
        }[notice.place]

    @Slot()
    def _on_clicked(self) -> None:
        self.asked.emit(str(self.sender().property(PLACE)))
