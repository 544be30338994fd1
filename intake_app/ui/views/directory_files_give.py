"""Handing a list out: which entries, and in which form."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from intake_app.directory.import_plan import Format
from intake_app.ui.fields.entry import PickBox
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.directory_files import counted
from intake_app.ui.presenters.directory_files_give import ENDINGS, Giving, Scope, with_ending
from intake_app.ui.presenters.work import Work
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import parts
from intake_app.ui.views.busy import BusyRow
from intake_app.ui.views.chips import Chips
from intake_app.ui.views.faults import fault_words
from intake_app.ui.views.flow import Flow
from intake_app.ui.views.save_dialog import SaveDialog
from intake_app.ui.views.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from intake_app.ui.fields.button import ActionButton
    from intake_app.ui.presenters.directory_files_words import ListWords

FORM, BLANK = "form", "blank"


class GivePart(QWidget):
    """A button for each form, with what it is for beside it. How it goes stands in `busy` and `told`."""

    def __init__(self, context: ScreenContext, words: ListWords) -> None:
        super().__init__()
        self._context, self._upkeep = context, context.office.directory
        self._giving, self._work = Giving(words, self._upkeep), Work()
        self.scope = Chips(self._giving.scopes(), self.tr("Wat gaat mee"))
        self.group = PickBox(self.tr("Groep"))
        self.busy, self.told, self._is_busy = BusyRow(), Told(), False
        self.count = Label("", Type.TEXT, Role.TEXT_SOFT, wraps=False)
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
                [self._wanted(), self._rows(self._giving.forms(), FORM)],
            )
        )
        column.addWidget(
            parts.card(self.tr("Een leeg blad om in te vullen"), [self._rows(self._giving.blanks(), BLANK)])
        )
        column.addStretch()

    def _wanted(self) -> Flow:
        """Return what goes along and how much it is, in one row where it fits."""
        made = Flow(gap=12)
        self._of_group = parts.bare_row(self.group)
        self.count.setMinimumHeight(self.scope.sizeHint().height())
        for part in (self.scope, self._of_group, parts.bare_row(self.count)):
            made.add(part)
        return made

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
        """Look again what there is, off the drawing thread."""
        self._context.shell.run(self._giving.look, self._on_looked, self._on_not_looked)

    def _on_looked(self, found: object) -> None:
        """Offer what there is; the group that was chosen stays where there is something of it."""
        before = self.group.code
        if isinstance(found, dict):
            self._giving.take(found)
        self.group.show_choices(self._giving.groups())
        self.group.setCurrentIndex(max(self.group.findData(before), 0))
        self.show_count()

    def _on_not_looked(self, error: Exception) -> None:
        words = self.tr("De sociale kaart kon niet worden gelezen. Sluit dit scherm en probeer het nog eens.")
        self.told.say(fault_words(self._context.desk, error, words))

    @Slot()
    def show_count(self) -> None:
        """Say how many entries go along; without any there is nothing to keep."""
        self._of_group.setVisible(self._scope is Scope.GROUP)
        self.count.setText(self._giving.count_words(self._scope, self.group.code))
        has_some = bool(self._giving.chosen(self._scope, self.group.code))
        for button in self.forms.values():
            button.setEnabled(has_some)

    @Slot()
    def _on_wanted(self) -> None:
        if self._is_busy:
            self.told.say(self.tr("Een ogenblik: het vorige bestand wordt nog bewaard."))
            return
        button = self.sender()
        form, is_blank = Format(str(button.property(FORM))), bool(button.property(BLANK))
        wanted = self._giving.file_name(form, is_blank=is_blank)
        kinds = f"{ENDINGS[form].removeprefix('.').upper()} (*{ENDINGS[form]})"
        chosen = SaveDialog(self, self.tr("Bewaren als"), wanted, kinds).ask()
        if chosen is not None:
            self.keep_at(with_ending(str(chosen), form), form, is_blank=is_blank)

    def keep_at(self, path: str, form: Format, *, is_blank: bool = False) -> None:
        """Write the list, or the empty table, to a file."""
        self._work = Work()
        asked = self._giving.asked(self._scope, self.group.code)
        write = partial(self._upkeep.write_file, path, form, asked, counted(self._work))
        job = partial(self._upkeep.write_template, path, form) if is_blank else write
        self.told.say("")
        self._is_busy = True
        self.busy.begin(self.tr("Bezig met bewaren …"), None if is_blank else self._work)
        self._context.shell.run(partial(_done, job, path), self._on_kept, self._on_not_kept)

    def _end(self) -> None:
        self._is_busy = False
        self.busy.end()

    def _on_kept(self, name: object) -> None:
        self._end()
        self.told.say(self.tr("Bewaard als {name}.").format(name=name))

    def _on_not_kept(self, error: Exception) -> None:
        self._end()
        words = self.tr("Bewaren lukte niet. Kies een andere map, of maak ruimte.")
        self.told.say(fault_words(self._context.desk, error, words))

    def leave(self) -> None:
        """Stop what is being written: a file is there whole, or not at all."""
        self._work.stop()


def _done(job: Callable[[], None], path: str) -> str:
    """Do a job, and return the name of the file that it wrote."""
    job()
    return Path(path).name
