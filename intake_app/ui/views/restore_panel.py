"""Putting a copy back while the program is locked: choose, open, compare, agree, and only then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from intake_app.conversation.desk import Desk
from intake_app.practice.copies import Copies, CopyLine, PutBack, RestorePreview
from intake_app.ui.fields.announce import announce
from intake_app.ui.jobs import Done, Failed
from intake_app.ui.presenters.restore import Restore, Step
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.restore_steps import ChoosePage, PhrasePage, PreviewPage
from intake_app.ui.views.told import Told

Run = Callable[[Callable[[], object], Done, Failed], None]
WIDEST_EM = 44


class RestorePanel(QWidget):
    """`done` carries a sentence for the pass phrase screen; `left` tells that nothing was put back."""

    done = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, copies: Copies, run: Run) -> None:
        super().__init__()
        self._desk, self._copies, self._run = desk, copies, run
        self._restore = Restore(copies, desk.problem_text)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show()
        self._busy.begin(self.tr("Bezig met kijken …"))
        run(copies.all, self._on_found, self._on_not_found)

    def _make_parts(self) -> None:
        language = self._desk.language
        self.title = parts.text(self.tr("Een reservekopie terugzetten"), Type.QUESTION)
        self.choose_page, self.phrase_page = ChoosePage(language), PhrasePage()
        self.preview_page, self.working_page = PreviewPage(language), QWidget()
        self.fault = Told()
        self._busy = BusyRow()
        self.back = parts.button(self.tr("Terug"), "Esc")
        self._pages: dict[Step, QWidget] = {
            Step.CHOOSE: self.choose_page,
            Step.PHRASE: self.phrase_page,
            Step.PREVIEW: self.preview_page,
            Step.WORKING: self.working_page,
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addSpacing(28)
        column.addWidget(self.title)
        for page in self._pages.values():
            column.addWidget(page)
        column.addWidget(self.fault)
        column.addWidget(self._busy)
        column.addLayout(parts.row(self.back, None))
        column.addStretch(1)
        parts.centred(self, column, WIDEST_EM * parts.em())

    def _connect(self) -> None:
        self.choose_page.chosen.connect(self.choose)
        self.choose_page.file_asked.connect(self._on_file_asked)
        self.phrase_page.entered.connect(self._on_phrase)
        self.preview_page.ticked.connect(self._on_ticked)
        self.preview_page.agreed.connect(self._on_agreed)
        self.back.clicked.connect(self._on_back)
        parts.on_escape(self, self._on_back)

    @Slot(str)
    def choose(self, path: str) -> None:
        """Go on with this copy: the one that was chosen before the program was locked, or one of the list."""
        self._restore.choose(path)
        self.phrase_page.show_copy(PurePath(path).name)
        self._show()

    def _show(self) -> None:
        state = self._restore.state
        for step, page in self._pages.items():
            page.setVisible(step is state.step)
        self.phrase_page.rest(is_waiting=state.is_waiting)
        self.preview_page.show_state(state)
        self.fault.say(state.fault)
        self.back.setEnabled(not state.is_waiting)
        self.back.setVisible(state.step is not Step.WORKING)
        page = self._pages[state.step]
        if not state.is_waiting and not page.isAncestorOf(self.focusWidget()):
            self.setFocusProxy(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, found: object) -> None:
        self._busy.end()
        if isinstance(found, tuple):
            self.choose_page.show_copies([each for each in found if isinstance(each, CopyLine)])

    def _on_not_found(self, error: Exception) -> None:
        self._busy.end()
        self.choose_page.show_copies([])
        if self._restore.state.step is Step.CHOOSE:
            self.fault.say(fault_words(self._desk, error, self.tr("Kijken in de map lukte niet. Kies een bestand.")))

    @Slot()
    def _on_file_asked(self) -> None:
        words = self.tr("Reservekopie ({pattern})").format(pattern="*.intake")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Een reservekopie kiezen"), "", words)
        if path:
            self.choose(path)

    @Slot()
    def _on_phrase(self) -> None:
        job = self._restore.look(self.phrase_page.field.text())
        self._show()
        if job is not None:
            self._busy.begin(self.tr("Bezig met kijken …"))
            self._run(job, self._on_looked, self._on_refused)

    def _on_looked(self, found: object) -> None:
        self._busy.end()
        if isinstance(found, RestorePreview):
            self._restore.looked(found)
            self.phrase_page.forget()
            self._show()
            announce(self, self.preview_page.summary())

    @Slot()
    def _on_ticked(self) -> None:
        page = self.preview_page
        self._restore.confirm(has_read=page.has_read.isChecked(), wants_other=page.wants_other.isChecked())
        self.preview_page.show_state(self._restore.state)

    @Slot()
    def _on_agreed(self) -> None:
        job = self._restore.put_back()
        if job is not None:
            self._show()
            self._busy.begin(self.tr("Bezig met terugzetten. Zet de computer niet uit."))
            self._run(job, self._on_put_back, self._on_refused)

    def _on_put_back(self, done: object) -> None:
        self._busy.end()
        self._restore.forget()
        words = self.tr("De kopie is teruggezet.")
        if isinstance(done, PutBack):
            words = " ".join((words, *self._further(done)))
        announce(self, words)
        self.done.emit(words)

    def _further(self, done: PutBack) -> Iterator[str]:
        if done.kept:
            yield self.tr("Wat er stond, is bewaard als {name}.").format(name=PurePath(done.kept).name)
        if done.erased:
            yield self.tr("Niet teruggekomen, want later gewist: {n}.").format(n=done.erased)
        if done.lost_events:
            yield self.tr("Regels van het logboek die nu ontbreken: {n}.").format(n=done.lost_events)

    def _on_refused(self, error: Exception) -> None:
        self._busy.end()
        self._restore.refused(error, self.tr("Dat lukte niet. Er is niets veranderd. Probeer het nog eens."))
        self._show()

    @Slot()
    def _on_back(self) -> None:
        if self._restore.state.is_waiting or self._restore.state.step is Step.WORKING:
            return
        self.phrase_page.forget()
        if self._restore.back():
            self._show()
        else:
            self._restore.forget()
            self.left.emit()
