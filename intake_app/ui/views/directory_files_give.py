"""Handing a list out: which entries, and in which form."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from intake_app.directory.import_plan import Format
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.presenters.directory_files import counted
from intake_app.ui.presenters.directory_files_give import ENDINGS, Giving, Scope, with_ending
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.ui.fields.button import ActionButton
    from intake_app.ui.presenters.directory_files_words import ListWords

FORM, BLANK = "form", "blank"


class GivePart(QWidget):
    """A button for each form, with what it is for beside it."""

    def __init__(self, context: ScreenContext, words: ListWords) -> None:
        super().__init__()
        self._context, self._upkeep = context, context.office.directory
        self._giving, self._work = Giving(words, self._upkeep), Work()
        self.scope = Chips(self._giving.scopes(), self.tr("Wat gaat mee"))
        self.group = PickBox(self.tr("Groep"), self._giving.groups())
        self.count, self.busy, self.told = parts.soft(""), BusyRow(), Told()
        self.forms: dict[Format, ActionButton] = {}
        self.blanks: dict[Format, ActionButton] = {}
        self._lay_out()
        self.scope.choose(Scope.ALL)
        self.scope.chosen.connect(self.show_count)
        self.group.picked.connect(self.show_count)
        self.setFocusProxy(self.scope)
        self.show_count()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(
            parts.card(
                self.tr("Wat gaat mee?"),
                [self.scope, parts.bare_row(self.group, None), self.count, self._rows(self._giving.forms(), FORM)],
            )
        )
        column.addWidget(
            parts.card(self.tr("Een leeg blad om in te vullen"), [self._rows(self._giving.blanks(), BLANK)])
        )
        column.addWidget(self.busy)
        column.addWidget(self.told)
        column.addStretch()

    def _rows(self, forms: Sequence[tuple[Format, str, str]], what: str) -> QFrame:
        """Return buttons under one another, each with what it is for."""
        made = QFrame()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        kept = self.forms if what == FORM else self.blanks
        for at, (form, name, about) in enumerate(forms):
            button = parts.button(name, icon="file")
            button.setAccessibleDescription(about)
            button.setProperty(FORM, form.value)
            button.setProperty(BLANK, what == BLANK)
            button.clicked.connect(self._on_wanted)
            kept[form] = button
            grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(parts.soft(about), at, 1, Qt.AlignmentFlag.AlignVCenter)
        return made

    @property
    def _scope(self) -> Scope:
        return Scope(self.scope.code)

    def look(self) -> None:
        """Count again what there is; the group that was chosen stays where there is something of it."""
        before = self.group.code
        self._giving.look()
        self.group.show_choices(self._giving.groups())
        self.group.show_code(before)
        self.show_count()

    @Slot()
    def show_count(self) -> None:
        """Say how many entries go along; without any there is nothing to keep."""
        self.group.parentWidget().setVisible(self._scope is Scope.GROUP)
        self.count.setText(self._giving.count_words(self._scope, self.group.code))
        has_some = bool(self._giving.chosen(self._scope, self.group.code))
        for button in self.forms.values():
            button.setEnabled(has_some)

    @Slot()
    def _on_wanted(self) -> None:
        button = self.sender()
        form, is_blank = Format(str(button.property(FORM))), bool(button.property(BLANK))
        places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(places) / self._giving.file_name(form, is_blank=is_blank))
        kinds = f"{ENDINGS[form].removeprefix('.').upper()} (*{ENDINGS[form]})"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Bewaren als"), wanted, kinds)
        if chosen:
            self.keep_at(with_ending(chosen, form), form, is_blank=is_blank)

    def keep_at(self, path: str, form: Format, *, is_blank: bool = False) -> None:
        """Write the list, or the empty table, to a file."""
        self._work = Work()
        asked = self._giving.asked(self._scope, self.group.code)
        write = partial(self._upkeep.write_file, path, form, asked, counted(self._work))
        job = partial(self._upkeep.write_template, path, form) if is_blank else write
        self.told.say("")
        self._rest(is_busy=True)
        self.busy.begin(self.tr("Bezig met bewaren …"), None if is_blank else self._work)
        self._context.shell.run(partial(_done, job, path), self._on_kept, self._on_not_kept)

    def _rest(self, *, is_busy: bool) -> None:
        for part in (self.scope, self.group, *self.forms.values(), *self.blanks.values()):
            part.setEnabled(not is_busy)
        if not is_busy:
            self.busy.end()
            self.show_count()

    def _on_kept(self, name: object) -> None:
        self._rest(is_busy=False)
        self.told.say(self.tr("Bewaard als {name}.").format(name=name))

    def _on_not_kept(self, error: Exception) -> None:
        self._rest(is_busy=False)
        words = self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte.")
        self.told.say(fault_words(self._context.desk, error, words))

    def leave(self) -> None:
        """Stop what is being written: a file is there whole, or not at all."""
        self._work.stop()


def _done(job: Callable[[], None], path: str) -> str:
    """Do a job, and return the name of the file that it wrote."""
    job()
    return Path(path).name
