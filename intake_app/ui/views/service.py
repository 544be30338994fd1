"""Changing one entry of the sociale kaart, or making a new one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from intake_app.core.clock import today
from intake_app.core.problems import Problem, ProblemsError
from intake_app.directory.model import How
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.button import Kind
from intake_app.ui.presenters.service_form import ServiceForm, Unsaved, Who, place_of
from intake_app.ui.presenters.service_unsaved import leave_unsaved, note_way, take_unsaved, way_of
from intake_app.ui.screen import Screen, ScreenContext
from intake_app.ui.views import parts
from intake_app.ui.views.choose_frame import on_key
from intake_app.ui.views.office_screen import OfficeScreen
from intake_app.ui.views.service_ask import TakeBack
from intake_app.ui.views.service_boxes import Box
from intake_app.ui.views.service_keys import FormUndoKeys
from intake_app.ui.views.service_lists import WeekBox
from intake_app.ui.views.service_parts import ServiceParts

LIST = "directory"
"""The screen that one comes from and goes back to, unless another one is noted under `CAME_FROM`."""
CAME_FROM = "service_came_from"
MESSAGE_EM = 40


def who_of(context: ScreenContext) -> Who:
    """Return who works here now, and on which day."""
    me = context.office.people.me
    return Who(name="" if me is None else me.name, today=today(), language=context.desk.language)


def service_screen(context: ScreenContext) -> Screen:
    """Return the form of the entry that `about` names, of a new one where it is empty; else why there is none."""
    upkeep = context.office.directory
    if not upkeep.may_change:
        return NoForm(context, context.desk.read_only_words or context.desk.text("directory_edit.may_not"))
    try:
        form = ServiceForm(upkeep, context.about, who_of(context))
    except ProblemsError as error:
        return NoForm(context, "\n".join(map(context.desk.problem_text, error.problems)))
    return ServiceScreen(context, form)


class NoForm(OfficeScreen):
    """Says why there is nothing to change here, and leads back."""

    def __init__(self, context: ScreenContext, words: str) -> None:
        super().__init__(context)
        self.words = parts.text(words)
        self.back = parts.button(self.tr("Terug"), "Esc", Kind.PRIMARY)
        self.back.clicked.connect(self._on_done)
        column = QVBoxLayout()
        column.addWidget(self.words)
        self._fill_column(self.tr("Sociale kaart bewerken"), column, MESSAGE_EM, None, self.back)
        self.setFocusProxy(self.back)

    @override
    @Slot()
    def _on_done(self) -> None:
        self.context.shell.go(LIST)


class ServiceScreen(ServiceParts):
    """The form at work: every change is a step that can be undone, and nothing is kept before one says so."""

    def __init__(self, context: ScreenContext, form: ServiceForm) -> None:
        super().__init__(context, form)
        self.form = form
        self._key = f"service:{context.about}"
        waiting = take_unsaved(context.desk, self._key)
        if isinstance(waiting, Unsaved):
            form.put_back(waiting)
            self.waited.say(context.desk.text("directory_edit.waiting"))
        self._keys = FormUndoKeys(self)
        self._connect()
        self.show_english(False)
        self.show_form()
        self.setFocusProxy(self.boxes["name"])

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.edited.connect(self._on_edited)
        self._keys.undone.connect(self._on_undo)
        self._keys.redone.connect(self._on_redo)
        self._keys.moved.connect(self._on_moved)
        on_key(self, "Ctrl+S", self._on_save)
        self.save.clicked.connect(self._on_save)
        self.undo.clicked.connect(self._on_undo)
        self.back.clicked.connect(self._escape)
        self.checked.chosen.connect(self._on_checked)
        self.ask.saved.connect(self._on_save)
        self.ask.dropped.connect(self._on_dropped)
        self.ask.stayed.connect(self._on_stayed)

    def show_form(self, but: QObject | None = None) -> None:
        """Show what is filled in, everywhere but in the field where it was typed just now."""
        for path, box in self.boxes.items():
            if box is not but:
                box.show_value(self.form.value(path))
        self.undo.setEnabled(self.form.can_undo)

    @Slot()
    def _on_edited(self) -> None:
        box = self.sender()
        if isinstance(box, Box):
            box.say("")
            self.form.change(box.path, box.value)
            self.show_form(but=box)

    @Slot()
    def _on_moved(self) -> None:
        self.form.seal()

    @Slot()
    def _on_undo(self) -> None:
        path = self.form.undo()
        self.show_form()
        if path in self.boxes:
            self.go_to(self.boxes[path])

    @Slot()
    def _on_redo(self) -> None:
        self.form.redo()
        self.show_form()

    @Slot(str)
    def _on_checked(self, how: str) -> None:
        self.form.all_checked(How(how))
        self.checked.choose()
        self.show_form()
        announce(self, self.tr("Vandaag staat nu bij alles wat is nagekeken. Bewaar het nog."))

    @Slot()
    def _on_save(self) -> None:
        self.ask.hide()
        for box in self.boxes.values():
            box.say("")
        week = self.boxes["opening"]
        if isinstance(week, WeekBox) and week.trouble():
            week.say(week.trouble())
            self.go_to(week)
            return
        start = self.form.start
        try:
            line = self.form.save()
        except ProblemsError as error:
            if self.form.start is not start:
                self.show_form()
            self._show_faults(error.problems)
            return
        take_unsaved(self.context.desk, self._key)
        service = self.form.now.service
        place = (self._go_back(service.id), service.id)
        done = self.context.desk.text("directory_edit.undone")
        back = TakeBack(self.context, line.id, done, place) if line else None
        self.context.shell.toast(self.tr("Bewaard: {name}.").format(name=service.name), back)

    def _show_faults(self, faults: tuple[Problem, ...]) -> None:
        """Say every fault at its field, and go to the first in the order of the form."""
        said: dict[str, list[str]] = {}
        for fault in faults:
            said.setdefault(place_of(fault, tuple(self.boxes)), []).append(self._fault_words(fault))
        self.told.say("\n".join(said.pop("", [])))
        for path, words in said.items():
            self.boxes[path].say("\n".join(dict.fromkeys(words)))
        first = next((box for path, box in self.boxes.items() if path in said), None)
        if first is not None:
            self.go_to(first)

    def _fault_words(self, fault: Problem) -> str:
        """Return a fault in words; where it is, the place on the form says."""
        return self.context.desk.problem_text(Problem(code=fault.code, values=fault.values))

    @override
    @Slot()
    def _escape(self) -> None:
        if not self.ask.isHidden():
            self._on_stayed()
        elif self.form.is_changed:
            self.ask.ask()
        else:
            self._on_done()

    @Slot()
    def _on_stayed(self) -> None:
        self.ask.hide()
        self.setFocus()

    @Slot()
    def _on_dropped(self) -> None:
        self.form.drop()
        take_unsaved(self.context.desk, self._key)
        self._on_done()

    @override
    @Slot()
    def _on_done(self) -> None:
        self._go_back(self.context.about)

    def _go_back(self, about: str) -> str:
        """Go to the screen that one came from, and return its name."""
        place = way_of(self.context.desk, CAME_FROM)
        place = place if isinstance(place, str) else LIST
        note_way(self.context.desk, CAME_FROM, None)
        self.context.shell.go(place, about)
        return place

    @override
    def asks_to_keep(self) -> bool:
        is_first = self.form.is_changed and self.ask.isHidden()
        if is_first:
            self.ask.ask()
        return is_first

    @override
    def leave(self) -> None:
        """Let what was changed wait for who comes back; nothing is kept that nobody said to keep."""
        if self.form.is_changed:
            leave_unsaved(self.context.desk, self._key, self.form.unsaved)
            again = partial(self.context.shell.go, "service", self.context.about)
            self.context.shell.toast(self.context.desk.text("directory_edit.waiting"), again)
