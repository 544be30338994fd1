"""Bringing a list in: choosing a file, looking through what it would do, and taking it in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_app.core.problems import problem
from intake_app.directory.import_plan import ImportPlan
from intake_app.practice.upkeep import BatchLine
from intake_app.ui.presenters.directory_files import Chosen, Review, counted
from intake_app.ui.presenters.directory_files_compare import Comparer
from intake_app.ui.presenters.service_unsaved import leave_unsaved, take_unsaved
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.directory_files_drop import DropCard
from intake_app.ui.views.directory_files_plan import PlanPane
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.told import Told

if TYPE_CHECKING:
    from intake_app.ui.presenters.directory_files_words import ListWords

HERE = "directory_files"


class TakePart(QWidget):
    """How it goes stands in `busy` and `told`, which the screen places.

    `changed`: there is another plan, or none, or something goes on or ended; `written`: entries are different.
    """

    changed = Signal()
    written = Signal()

    def __init__(self, context: ScreenContext, words: ListWords) -> None:
        super().__init__()
        self._context, self._words, self._upkeep = context, words, context.office.directory
        self._file, self._work, self._line = Chosen(path=""), Work(), ""
        self.plan: PlanPane | None = None
        self.is_busy = False
        self.drop, self.busy, self.told = DropCard(), BusyRow(), Told()
        self.done = parts.text("", Type.HEADING)
        self.undo = parts.button(self.tr("Ongedaan maken"), icon="undo")
        self._lay_out()
        self.drop.chosen.connect(self.read)
        self.undo.clicked.connect(self._on_undo)
        self._show_result("", "")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._room = QVBoxLayout()
        self._column.addWidget(self.done)
        self._column.addWidget(self.undo)
        self._column.addWidget(self.drop)
        self._column.addLayout(self._room, 1)
        self._column.addStretch()
        self.setFocusProxy(self.drop.look_up)

    def go_on(self) -> None:
        """Read again the list that one was deciding about when one went elsewhere."""
        waiting = take_unsaved(self._context.desk, HERE)
        if isinstance(waiting, Chosen):
            self.drop.whole_list.setChecked(waiting.whole_list)
            self._read(waiting)

    def leave(self) -> None:
        """Stop what goes on, and let what was read and decided wait."""
        self._work.stop()
        if self.plan is not None:
            leave_unsaved(self._context.desk, HERE, self._decided())
            self._context.shell.toast(self._words.say("waiting", file=self._file.name))

    def _decided(self) -> Chosen:
        answers = dict(self.plan.review.answers) if self.plan else None
        return Chosen(path=self._file.path, whole_list=self._file.whole_list, answers=answers)

    @Slot(str)
    def read(self, path: str) -> None:
        """Read a file, and show what it would do."""
        if not self.is_busy:
            self._read(Chosen(path=path, whole_list=self.drop.whole_list.isChecked()))

    def read_again(self) -> None:
        """Work out anew what the file would do: the sociale kaart has changed. What was decided stays."""
        self._show_result("", "")
        if self.plan is not None:
            self._read(self._decided())

    def _read(self, file: Chosen) -> None:
        self._file = file
        self.put_away()
        work = self._begin(self.tr("Bezig met lezen …"), Work())
        job = partial(self._upkeep.read_file, file.path, counted(work), whole_list=file.whole_list)
        self._context.shell.run(job, self._on_read, self._on_not_read)

    def _begin(self, words: str, work: Work) -> Work:
        self._work = work
        self._rest(words, work)
        return work

    def _rest(self, words: str, work: Work | None = None) -> None:
        """Say what goes on; meanwhile nothing else can be done here."""
        self.is_busy = True
        self.told.say("")
        self.changed.emit()  # first: who has the focus here gives it away before nothing here can have it
        for part in (self.drop, self.undo, self.plan):
            if part is not None:
                part.setEnabled(False)
        self.busy.begin(words, work)

    def _end(self) -> None:
        self.is_busy = False
        self.busy.end()
        for part in (self.drop, self.undo, self.plan):
            if part is not None:
                part.setEnabled(True)

    def put_away(self) -> None:
        """Forget the plan, and let one choose a file."""
        if self.plan is not None:
            self._room.removeWidget(self.plan)
            self.plan.hide()
            self.plan.deleteLater()
            self.plan = None
        self._show_result("", "")
        self.drop.show()
        self.setFocusProxy(self.drop.look_up)
        self.changed.emit()

    def _on_read(self, plan: object) -> None:
        self._end()
        if self._work.is_stopped:
            self.told.say(self._context.desk.problem_text(problem("exchange_stopped")))
        elif isinstance(plan, ImportPlan):
            review = Review(self._words, self._upkeep, plan, self._file.answers)
            self.drop.hide()
            self.plan = PlanPane(self._words, review, Comparer(self._words, self._upkeep, plan))
            self.plan.decided.connect(self.changed)
            self._room.addWidget(self.plan, 1)
            self.plan.show()  # at once: what a layout shows later cannot take the focus now
            self.setFocusProxy(self.plan)
            self.plan.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_not_read(self, error: Exception) -> None:
        self._end()
        words = self.tr("Dit bestand kon niet worden gelezen. Kies een ander, of vraag het opnieuw.")
        self.told.say(fault_words(self._context.desk, error, words))
        self.changed.emit()
        self.drop.look_up.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def can_take(self) -> bool:
        """Tell whether there is something to take in."""
        return self.plan is not None and not self.is_busy and self.plan.review.does_something

    def take_in(self) -> None:
        """Take in what was read, as decided."""
        if self.plan is not None and self.can_take:
            review = self.plan.review
            work = self._begin(self.tr("Bezig met overnemen …"), Work())
            job = partial(self._upkeep.take_in, review.plan, dict(review.answers), counted(work))
            self._context.shell.run(job, self._on_taken, self._on_not_taken)

    def _on_taken(self, line: object) -> None:
        self._end()
        if self.plan is not None and (line is None or isinstance(line, BatchLine)):
            words = self.plan.review.taken_words(line)
            self.put_away()
            self.drop.whole_list.setChecked(False)
            self._show_result(words, "" if line is None else line.id)
            self.written.emit()

    def _on_not_taken(self, error: Exception) -> None:
        self._end()
        words = self.tr("Overnemen lukte niet. Er is niets veranderd. Probeer het nog eens.")
        self.told.say(fault_words(self._context.desk, error, words))
        self.changed.emit()
        if self.plan is not None:
            self.plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_result(self, words: str, line: str) -> None:
        self._line = line
        self.done.setText(words)
        self.done.setVisible(bool(words))
        self.undo.setVisible(bool(line))

    @Slot()
    def _on_undo(self) -> None:
        self._rest(self.tr("Bezig met terugdraaien …"))
        self._context.shell.run(partial(self._upkeep.undo, self._line), self._on_undone, self._on_not_undone)

    def _on_undone(self, _line: object) -> None:
        self._end()
        self._show_result("", "")
        self.told.say(self._context.desk.text("directory_edit.undone"))
        self.written.emit()

    def _on_not_undone(self, error: Exception) -> None:
        self._end()
        self.told.say(fault_words(self._context.desk, error, self._context.desk.text("directory_edit.undo_failed")))
