"""Writing into a copy of a document: one field, or the parts of a list that are known by something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING

from intake_app.directory.documents.fields import items_of, text_of
from intake_app.directory.documents.own_taxonomy import own_id

if TYPE_CHECKING:
    from intake_app.directory.documents.fields import Item


def put_list(draft: Item, name: str, shown: Callable[[Item], Hashable], wanted: Iterable[Item]) -> list[Item]:
    """Write the parts of a list that the view shows, and return them. The others stay, behind them.

    `shown` gives what a part is known by, None for one that the view does not show; a part that was there already
    keeps its other fields. What the view would not show is not written.
    """
    there: dict[Hashable, list[Item]] = {}
    for each in items_of(draft, name):
        there.setdefault(shown(each), []).append(each)
    rest = there.pop(None, [])
    seen: Counter[Hashable] = Counter()
    written = []
    for fields in wanted:
        if (key := shown(fields)) is None:
            continue
        old = there.get(key)
        item = old.pop(0) if old else {"id": own_id(text_of(draft["id"]), name, str(key), str(seen[key]))}
        seen[key] += 1
        for field, value in fields.items():
            set_value(item, field, value)
        written.append(item)
    draft[name] = written + rest
    return written


def set_value(draft: Item, name: str, value: object) -> None:
    """Set a field of a draft; a value that says nothing takes the field out."""
    if value is None or value == "":
        draft.pop(name, None)
    else:
        draft[name] = value
