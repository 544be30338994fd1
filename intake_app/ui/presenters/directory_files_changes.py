"""What has changed in the sociale kaart: each change in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from intake_app.practice.upkeep import BatchKind, BatchLine
from intake_app.ui.presenters.directory_files_words import ListWords, Row
from intake_app.ui.theme.roles import Role

if TYPE_CHECKING:
    import datetime

_ICONS = {
    BatchKind.EDIT: "note",
    BatchKind.MANY: "note",
    BatchKind.IMPORT: "file",
    BatchKind.MERGE: "copy",
    BatchKind.CHECK: "phone",
    BatchKind.REMOVE: "cross",
    BatchKind.UNDO: "undo",
}


def change_row(words: ListWords, moment: Callable[[datetime.datetime], str], line: BatchLine) -> Row:
    """Return a change in words: when, who, what, how much, and whether it was undone. `moment` says a time."""
    what = words.say(f"batch_{line.kind.value}")
    if line.about:
        what = words.say("batch_about", what=what, about=line.about)
    counts = words.counts(added=line.added, changed=line.changed, gone=line.gone)
    undone = words.say("batch_undone") if line.undone else ""
    cells = (moment(line.at), line.who, what, counts, undone)
    return Row(cells=cells, icon=_ICONS[line.kind], role=Role.TEXT_SOFT, spoken=", ".join(filter(None, cells)))


def undo_is_possible(line: BatchLine | None, *, may_change: bool) -> bool:
    """Tell whether a change can be undone by the present user, as far as one can see."""
    return line is not None and line.undone is None and may_change
