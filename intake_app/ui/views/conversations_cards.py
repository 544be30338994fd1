"""The cards above the list: where one was, whom to speak to today, and whether to delete."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from intake_app.core.text import Language
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.i18n import locale_of
from intake_app.ui.presenters.conversations import ResumeView, RowView
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts


def day_words(day: datetime.date, language: Language) -> str:
    """Return a day as in "za 21 nov"."""
    words = locale_of(language).toString(QDate(day.year, day.month, day.day), "ddd d MMM")
    return words.replace(".", "")


def time_words(at: datetime.datetime) -> str:
    """Return a time as in "10:32"."""
    return QTime(at.hour, at.minute).toString("HH:mm")


class ResumeCard(QFrame):
    """One key back into the talk where it was left."""

    opened = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.setProperty("look", "card_resume")
        self._language: Language = language
        self._id = ""
        self.title, self.about = parts.text("", Type.TITLE), parts.soft("")
        self.button = parts.button(self.tr("Ga verder"), "Enter", Kind.PRIMARY)
        self.button.make_tall()
        self.button.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.about)
        row = parts.row(words, self.button)
        row.setStretch(0, 1)
        row.setContentsMargins(20, 18, 20, 18)
        self.setLayout(row)

    def show_talk(self, talk: ResumeView | None) -> None:
        """Show the talk to go on with, or nothing."""
        self.setVisible(talk is not None)
        if talk is None:
            return
        self._id = str(talk.id)
        at_place = self.tr("U was hier gebleven: “{place}”").format(place=talk.place)
        self.title.setText(at_place if talk.place else self.tr("U was hier gebleven"))
        self.about.setText(" · ".join(self._facts(talk)))
        self.button.setAccessibleDescription(f"{self.title.text()}. {self.about.text()}")

    def _facts(self, talk: ResumeView) -> tuple[str, ...]:
        opened = f"{day_words(talk.opened.date(), self._language)} {time_words(talk.opened)}"
        return (
            talk.who,
            self.tr("{mode} van {opened}").format(mode=talk.mode, opened=opened),
            self.tr("{asked} van {in_all} vragen").format(asked=talk.asked, in_all=talk.in_all),
            self.tr("bewaard om {time}").format(time=time_words(talk.saved)),
        )

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self._id)


class TodayCard(QFrame):
    """The talks whose day to speak again has come: a plain list, each line opens its talk."""

    opened = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(parts.Notice("phone", self.tr("Vandaag weer spreken"), Type.STRONG))
        self._lines: list[QPushButton] = []

    def show_rows(self, rows: tuple[RowView, ...]) -> None:
        """Show who is due, or nothing."""
        for line in self._lines:
            line.deleteLater()
        self._lines = [self._line(row) for row in rows]
        self.setVisible(bool(rows))

    def _line(self, row: RowView) -> QPushButton:
        day = day_words(row.next_on, self._language) if row.next_on else ""
        words = " · ".join(word for word in (row.who, row.next_step or row.about, day) if word)
        line = parts.button(words, "", Kind.PLAIN)
        line.setProperty("talk", str(row.id))
        line.clicked.connect(self._on_clicked)
        self._column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        return line

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(str(sender.property("talk")))


class RemoveCard(QFrame):
    """Asks, in place, whether a talk may go for good; of an older one it tells how that goes."""

    confirmed = Signal(str)
    rights_asked = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._id = ""
        self.question = parts.text("")
        self.keep_button = parts.button(self.tr("Laat staan"), "Esc")
        self.remove_button = parts.button(self.tr("Verwijder voorgoed"))
        self.rights_button = parts.button(self.tr("Rechten van de persoon …"))
        self.keep_button.clicked.connect(self._on_kept)
        self.remove_button.clicked.connect(self._on_confirmed)
        self.rights_button.clicked.connect(self._on_rights)
        row = parts.row(self.question, self.keep_button, self.remove_button, self.rights_button)
        row.setStretch(0, 1)
        row.setContentsMargins(20, 14, 20, 14)
        self.setLayout(row)
        parts.on_escape(self, self._on_kept)
        self.hide()

    def ask(self, id_: str) -> None:
        """Ask about a talk that may go."""
        self._show(id_, self.tr("Dit gesprek voorgoed verwijderen? Dit kunt u niet ongedaan maken."), may_remove=True)

    def explain(self, id_: str, words: str) -> None:
        """Tell why a talk cannot go like this, and show the way that it can."""
        self._show(id_, words, may_remove=False)

    def _show(self, id_: str, words: str, *, may_remove: bool) -> None:
        self._id = id_
        self.question.setText(words)
        self.remove_button.setVisible(may_remove)
        self.rights_button.setVisible(not may_remove)
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    @Slot()
    def _on_kept(self) -> None:
        self.hide()
        self.dropped.emit()

    @Slot()
    def _on_confirmed(self) -> None:
        self.hide()
        self.confirmed.emit(self._id)

    @Slot()
    def _on_rights(self) -> None:
        self.hide()
        self.rights_asked.emit(self._id)
