"""What was changed and not yet kept when somebody went elsewhere: it waits, in memory only, until they come back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from intake_app.core.ids import ServiceId
    from intake_app.ui.screen import FrontDesk

_waiting: WeakKeyDictionary[FrontDesk, dict[tuple[str, str], object]] = WeakKeyDictionary()
"""Per desk: by user and by what it is about."""
_ways: WeakKeyDictionary[FrontDesk, dict[tuple[str, str], object]] = WeakKeyDictionary()
"""Per desk: by user, what was looked for and where one came from."""
_two: WeakKeyDictionary[FrontDesk, set[frozenset[ServiceId]]] = WeakKeyDictionary()
"""Per desk: pairs of entries of which somebody said that they are two."""


def leave_unsaved(desk: FrontDesk, about: str, changes: object) -> None:
    """Let changes wait for the present user."""
    _waiting.setdefault(desk, {})[_key(desk, about)] = changes


def take_unsaved(desk: FrontDesk, about: str) -> object | None:
    """Return what waits for the present user, once; None where nothing does."""
    return _waiting.get(desk, {}).pop(_key(desk, about), None)


def has_unsaved(desk: FrontDesk) -> bool:
    """Tell whether anything waits, of whoever."""
    return bool(_waiting.get(desk))


def note_way(desk: FrontDesk, about: str, way: object) -> None:
    """Remember for the present user, while the program runs, where they were; None forgets it."""
    _ways.setdefault(desk, {})[_key(desk, about)] = way


def way_of(desk: FrontDesk, about: str) -> object | None:
    """Return what was remembered of the present user; None where nothing was."""
    return _ways.get(desk, {}).get(_key(desk, about))


def _key(desk: FrontDesk, about: str) -> tuple[str, str]:
    me = desk.office.people.me
    return ("" if me is None else me.id), about


class TwoOfThem:
    """Pairs that look alike and are two, until the program is closed."""

    def __init__(self, desk: FrontDesk) -> None:
        """Know those of this desk."""
        self._pairs = _two.setdefault(desk, set())

    def has(self, pair: frozenset[ServiceId]) -> bool:
        """Tell whether somebody said that these are two."""
        return pair in self._pairs

    def add(self, pair: frozenset[ServiceId]) -> None:
        """Say that these are two."""
        self._pairs.add(pair)

    def forget(self, pair: frozenset[ServiceId]) -> None:
        """Say that these may be one after all."""
        self._pairs.discard(pair)
