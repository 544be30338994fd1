"""Mensen om u heen: who is around the person, drawn together by keys or by mouse. Every change is kept at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from intake_app.conversation.model import MOST_STRAIN, Tie, TieKind
from intake_app.ui.fields.announce import announce
from intake_app.ui.fields.ecogram_picture import Stood
from intake_app.ui.presenters.ecogram import SCREEN, Ecogram
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose_frame import is_typing, on_key, plain_key
from intake_app.ui.views.conflict import ConflictLayer
from intake_app.ui.views.ecogram_page import EcogramPage

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
NEARER = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
KINDS = {str(at): kind for at, kind in enumerate(TieKind, start=1)}
_ID_BYTES = 6


class EcogramScreen(EcogramPage):
    """The screen of the people around the person."""

    def __init__(self, context: ScreenContext) -> None:
        new_id = partial(secrets.token_hex, _ID_BYTES)
        super().__init__(context, Ecogram(context.desk, context.talk, new_id))
        self.ecogram.enter()
        self.conflicts = ConflictLayer(self, self.header)
        self._connect()
        self.refresh()
        self.setFocusProxy(self.list if context.talk.conversation.ties else self.add)

    def _connect(self) -> None:
        on_key(self, "Alt+Left", self._on_back)
        on_key(self, "F8", self._on_hide)
        on_key(self, "F2", self._on_mend)
        self.conflicts.changed.connect(self.refresh)
        self.list.looked_at.connect(self._on_looked_at)
        self.picture.picked.connect(self._on_looked_at)
        self.picture.stood.connect(self._on_stood)
        self.form.changed.connect(self.refresh)
        self.form.finished.connect(self._to_list)
        self.form.removed.connect(self._on_remove)
        self.alone.clicked.connect(self._on_alone)
        self.back.clicked.connect(self._on_back)
        self.hide_button.clicked.connect(self._on_hide)
        self.add.clicked.connect(self._on_add)

    @Slot()
    def refresh(self) -> None:
        """Show who is around; a name that is being typed stays."""
        self.show_state(self.ecogram.state())

    @override
    def leave(self) -> None:
        """Keep the name that is being typed."""
        self.form.flush()

    @override
    def own_actions(self) -> Mapping[str, Callable[[], object]]:
        return {"alone": self._on_alone, "picture": self._on_hide}

    @override
    def possible_actions(self) -> frozenset[str]:
        """Return what can be done; a moment alone only where somebody else may be there."""
        return frozenset(self.own_actions()) if self.ecogram.state().alone.is_needed else frozenset({"picture"})

    @Slot(str)
    def _on_looked_at(self, id_: str) -> None:
        self.form.flush()
        self.ecogram.choose(id_)
        self.refresh()

    @Slot(Stood)
    def _on_stood(self, stood: Stood) -> None:
        self.ecogram.stand(stood.strength, stood.id)
        self._changed()

    @Slot()
    def _on_add(self) -> None:
        if self.is_out_of_sight:
            self._on_hide()
        self.form.flush()
        self.ecogram.begin()
        self.refresh()
        self.form.focus_name()

    @Slot()
    def _on_mend(self) -> None:
        if self.ecogram.chosen is not None and not self.is_out_of_sight:
            self.form.focus_name()

    @Slot()
    def _on_remove(self) -> None:
        self.form.flush()
        tie = self.ecogram.chosen
        if tie is not None and self.ecogram.remove():
            self.context.shell.toast(self.tr("Weggehaald."), partial(_bring_back, self.context, tie))
        self._to_list()

    @Slot()
    def _to_list(self) -> None:
        self.refresh()
        (self.list if self.list.count() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_alone(self) -> None:
        state = self.ecogram.state().alone
        if state.is_needed:
            self.ecogram.set_alone(on=not state.is_on)
        self.refresh()

    @Slot()
    def _on_hide(self) -> None:
        """Put names and drawing out of sight, or bring them back."""
        self.form.flush()
        was_away = self.is_out_of_sight
        self.put_out_of_sight(away=not was_away)
        if was_away:
            self._to_list()
        else:
            self.hide_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self.leave()
        self.context.shell.go(self.ecogram.came_from)

    def _changed(self) -> None:
        """Show a change, and say it to who does not see it."""
        self.refresh()
        item = self.list.currentItem()
        if item is not None:
            announce(self.list, item.text())

    def _take(self, key: str) -> bool:
        """Do what a letter or digit means for the chosen one; tells whether it means something."""
        tie = self.ecogram.chosen
        if tie is None:
            return False
        if key in KINDS:
            self.ecogram.be(KINDS[key])
        elif key == "S":
            self.ecogram.cost((tie.strain + 1) % (MOST_STRAIN + 1))
        elif key == "M":
            self.ecogram.let_think(along=not tie.may_think_along)
        else:
            return False
        self._changed()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N somebody new, 1 to 7 the kind, left and right farther and nearer, S, M, A, Del and Enter."""
        key, typed, tie = Qt.Key(event.key()), plain_key(event), self.ecogram.chosen
        if typed == "N":
            self._on_add()
        elif self.is_out_of_sight:
            super().keyPressEvent(event)
        elif typed == "A":
            self._on_alone()
        elif key == Qt.Key.Key_Delete and not is_typing():
            self._on_remove()
        elif key in ENTER and not is_typing():
            (self._on_mend if tie is not None else self._on_add)()
        elif key in NEARER and tie is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.ecogram.stand(tie.strength + NEARER[key])
            self._changed()
        elif not self._take(typed):
            super().keyPressEvent(event)


def _bring_back(context: ScreenContext, tie: Tie) -> None:
    """Draw somebody again who was taken out."""
    context.talk.tie(tie)
    context.shell.go(SCREEN)
