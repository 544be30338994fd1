"""The rights of a person: who saw it, taking everything along, putting something right, having it erased."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.core.ids import ConversationId
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.rights import Action
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.person import Answer, Asking, PersonView, may_ever, person_view
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.person_cards import CorrectCard, EraseCard, TalksCard
from intake_app.ui.views.person_export import ExportCard, Given, Giving
from intake_app.ui.views.person_saw import SawCard

FORM_EM = 60


class PersonScreen(OfficeScreen):
    """One person, the talks that are theirs, and a card for each right."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._asked = 0
        self.refusal = parts.text("")
        found = self._find()
        language = context.desk.language
        self.who = parts.text(found.who or self.tr("Deze persoon"), Type.QUESTION)
        self.talks = TalksCard(found.talks, language)
        self.saw, self.export = SawCard(language, today()), ExportCard()
        self.correct, self.erase = CorrectCard(), EraseCard(language, today())
        self.done = parts.button(self.tr("Klaar"), "Esc", Kind.PRIMARY)
        self._lay_out()
        self._connect()
        self._show_rights(is_found=bool(found.talks))

    def _find(self) -> PersonView:
        try:
            return person_view(self.context.desk, self.context.office, self.context.about)
        except ProblemsError as error:
            self.refusal.setText(fault_words(self.context.desk, error, ""))
            return PersonView(who="", talks=())

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        self._cards = (self.talks, self.saw, self.export, self.correct, self.erase)
        for part in (self.who, self.refusal, *self._cards):
            column.addWidget(part)
        self._fill_column(self.tr("Rechten van de persoon"), column, FORM_EM, None, self.done)

    def _connect(self) -> None:
        self.talks.changed.connect(self._on_talks)
        self.saw.look.clicked.connect(self._on_look)
        self.export.asked_alone.connect(self._on_alone)
        self.export.wanted.connect(self._on_export)
        self.correct.wanted.connect(self._on_correct)
        self.erase.wanted.connect(self._on_erase)
        self.done.clicked.connect(self._on_done)

    def _show_rights(self, *, is_found: bool) -> None:
        me = self.context.office.people.me
        self.refusal.setVisible(not is_found)
        for card in self._cards:
            card.setVisible(is_found)
        self.saw.show_right(may=may_ever(me, Action.SEE_WHO_SAW))
        self.export.show_right(may=may_ever(me, Action.EXPORT_PERSON))
        self.correct.show_right(may=may_ever(me, Action.CHANGE))
        self.erase.show_right(may=may_ever(me, Action.ASK_ERASURE))
        self.setFocusProxy(self.saw.look if is_found and not self.saw.body.isHidden() else self.done)

    def _words(self, error: Exception) -> str:
        return fault_words(self.context.desk, error, self.tr("Dit lukte niet. Probeer het nog eens."))

    @Slot()
    def _on_talks(self) -> None:
        """Something else is meant now: what was shown or answered no longer counts."""
        self._asked += 1
        self.saw.end()
        self.saw.forget()
        self.setFocusProxy(self.saw.look)
        self.export.forget()

    @Slot()
    def _on_look(self) -> None:
        self.saw.begin()
        job = partial(self.context.office.log.who_saw, self.talks.chosen)
        self.context.shell.run(Asking(number=self._asked, job=job), self._on_saw, self._on_not_seen)

    def _on_saw(self, answer: object) -> None:
        if isinstance(answer, Answer) and answer.number == self._asked and isinstance(answer.found, tuple):
            self.saw.show_lines(answer.found)
            self.setFocusProxy(self.saw.period)
            self.saw.period.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_seen(self, error: Exception) -> None:
        self.saw.refuse(self._words(error))

    @Slot()
    def _on_alone(self) -> None:
        self.export.begin(self.tr("Bezig met kijken …"))
        job = partial(self.context.office.persons.silent_items, self.talks.chosen)
        self.context.shell.run(Asking(number=self._asked, job=job), self._on_items, self._on_not_given)

    def _on_items(self, answer: object) -> None:
        self.export.end()
        if not isinstance(answer, Answer) or answer.number != self._asked or not self.export.is_alone:
            return
        if isinstance(answer.found, tuple):
            self.export.show_items(answer.found)

    @Slot()
    def _on_export(self) -> None:
        folder = self.ask_folder()
        if folder:
            self.give(Path(folder))

    def ask_folder(self) -> str:
        """Ask in which folder the files go; empty when one changes one's mind."""
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return QFileDialog.getExistingDirectory(self, self.tr("Map om mee te geven"), places)

    def give(self, folder: Path) -> None:
        """Make the files and keep them in a folder."""
        work = Giving(
            persons=self.context.office.persons,
            talks=self.talks.chosen,
            released=self.export.released,
            alone=self.export.is_alone,
            folder=folder,
            stem=self.tr("mijn-gegevens-{day}").format(day=today().isoformat()),
        )
        self.export.begin(self.tr("Bezig met bewaren …"))
        self.talks.setEnabled(False)
        self.context.shell.run(work, self._on_given, self._on_not_given)

    def _on_given(self, found: object) -> None:
        self.talks.setEnabled(True)
        self.export.forget()
        if isinstance(found, Given):
            words = self.tr(
                "Bewaard in {folder}: {pdf} en {json}. De bestanden zijn niet versleuteld. "
                "Geef ze meteen mee, en haal ze daarna van deze computer."
            )
            self.export.told.say(words.format(folder=found.folder, pdf=found.pdf, json=found.json))

    def _on_not_given(self, error: Exception) -> None:
        self.talks.setEnabled(True)
        self.export.end()
        words = self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte.")
        self.export.told.say(words if isinstance(error, OSError) else self._words(error))

    @Slot(str)
    def _on_correct(self, reason: str) -> None:
        desk, talk = self.context.desk, self.context.about
        try:
            self.context.office.persons.correct(talk, reason)
            session = desk.open(ConversationId(talk))
        except ProblemsError as error:
            self.correct.refuse(self._words(error))
            return
        self.correct.reason.clear()
        self.context.shell.hold(session)
        self.context.shell.go("conversation")

    @Slot(object)
    def _on_erase(self, day: datetime.date | None) -> None:
        try:
            asked_on = self._checked(day)
            made = self.context.office.persons.ask_erasure(self.talks.chosen, asked_on)
        except ProblemsError as error:
            self.erase.refuse(self._words(error))
            return
        self.context.shell.go("erasures", made.id)

    def _checked(self, day: datetime.date | None) -> datetime.date:
        if day is None:
            raise ProblemsError((problem("erasure_date"),))
        return day

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go("list")
