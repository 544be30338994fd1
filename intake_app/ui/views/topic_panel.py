"""The left pane: where one is in the talk, and who is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from intake_app.ui.fields.button import ActionButton, Kind
from intake_app.ui.fields.chip import ChipButton, Tone
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.label import KeyCap, Label
from intake_app.ui.fields.topic_list import TopicGroup, TopicList
from intake_app.ui.fields.topic_row import TopicItem, TopicState
from intake_app.ui.presenters.conversation import Talk
from intake_app.ui.presenters.talk_people import AloneState
from intake_app.ui.presenters.talk_topics import LeftState, RowState
from intake_app.ui.theme.roles import Role, Type
from intake_app.ui.views import talk_parts as parts


class TopicPanel(QFrame):
    """Rows to go to. `opened` carries a question; the actions below are about who is there, and who is around."""

    opened = Signal(str)
    people_asked = Signal()
    around_asked = Signal()
    alone_asked = Signal()

    def __init__(self, talk: Talk) -> None:
        super().__init__()
        self.setProperty("look", "pane_left")
        self._talk, self._entries, self._found = talk, dict[str, str](), dict[str, str]()
        self._shown: LeftState | None = None
        self._items: dict[str, tuple[RowState, TopicItem]] = {}
        self.filter = FilterBox(self.tr("Zoek onderwerp of vraag"))
        if talk.is_quick:
            self.filter.hide()
        self.list = TopicList(self.tr("Vragen") if talk.is_quick else self.tr("Onderwerpen"))
        self.nothing = Label(
            self.tr("Niets gevonden. Probeer een ander woord, of druk op Esc."), Type.TEXT, Role.TEXT_SOFT
        )
        self.nothing.hide()
        self.people = ActionButton(self.tr("Wie is erbij"), kind=Kind.PLAIN, icon="person")
        self.around = ActionButton(self.tr("Mensen om u heen"), "Ctrl E", Kind.PLAIN, icon="own_network")
        self.alone = ChipButton(self.tr("Nu even alleen"), Tone.NEUTRAL, "check", "lock")
        self._alone_key = KeyCap("A")
        self._lay_out()
        self.filter.filtered.connect(self._on_filtered)
        self.filter.stepped_down.connect(self.list.focus_first)
        self.filter.accepted.connect(self._on_accepted)
        self.list.opened.connect(self._on_opened)
        self.list.typed.connect(self._on_typed)
        self.people.clicked.connect(self.people_asked)
        self.around.clicked.connect(self.around_asked)
        self.alone.clicked.connect(self.alone_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(4)
        search = parts.row(self.filter)
        search.setContentsMargins(16, 4, 16, 0)
        column.addLayout(search)
        nothing = parts.row(self.nothing)
        nothing.setContentsMargins(16, 4, 16, 0)
        column.addLayout(nothing)
        column.addWidget(self.list, 1)
        around = parts.row(self.around, None, gap=4)
        below = parts.row(self.people, None, gap=4)
        alone = parts.row(self.alone, self._alone_key, None, gap=8)
        for line, left in ((around, 8), (below, 8), (alone, 16)):  # the mark has an edge: its words stand as theirs
            line.setContentsMargins(left, 0, 12, 0)
            column.addLayout(line)

    def show_rows(self, state: LeftState, alone: AloneState) -> None:
        """Show how far the talk is; where only states changed nothing moves."""
        if state != self._shown:
            self._show_list(state)
        self.alone.setChecked(alone.is_on)
        self.alone.setVisible(alone.is_needed)
        self._alone_key.setVisible(alone.is_needed)

    def _show_list(self, state: LeftState) -> None:
        self._shown = state
        self._entries = {row.id: str(row.entry) for row in state.rows()}
        groups = [
            TopicGroup(
                title=group.name or state.head,
                count=group.tally or state.left_over,
                items=tuple([self._item(row) for row in group.rows]),
            )
            for group in state.groups
        ]
        # What may not be seen any more is not held either.
        self._items = {row.id: self._items[row.id] for row in state.rows()}
        self.list.show_groups(groups)
        self.list.set_current(next((row.id for row in state.rows() if row.current), ""))

    def _item(self, row: RowState) -> TopicItem:
        """Return what a row shows; the same as before where nothing changed."""
        before = self._items.get(row.id)
        if before is None or before[0] is not row:
            before = self._items[row.id] = (row, _item(row))
        return before[1]

    @Slot()
    def focus_filter(self) -> None:
        """Go to the search line, where there is one, else to the list."""
        if self.filter.isHidden():
            self.list.focus_first()
        else:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str)
    def _on_filtered(self, words: str) -> None:
        found = self._talk.find(words)
        self._found = {hit.topic: str(hit.entry) for hit in found} if words.strip() else {}
        self.list.show_only([*self._found] if words.strip() else None)
        self.nothing.setVisible(not found)

    @Slot()
    def _on_accepted(self) -> None:
        found = self.list.shown_codes
        if found:
            self._on_opened(found[0])

    @Slot(str)
    def _on_typed(self, letter: str) -> None:
        if not self.filter.isHidden():
            self.filter.setText(letter)
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_opened(self, code: str) -> None:
        entry = self._found.get(code, self._entries.get(code, ""))
        self.filter.clear()
        if entry:
            self.opened.emit(entry)


def _item(row: RowState) -> TopicItem:
    return TopicItem(
        code=row.id,
        name=row.name,
        spoken=row.spoken,
        state=TopicState(row.state),
        has_wish=row.wished,
        has_mark=row.marked,
        number=str(row.number) if row.number else "",
    )
