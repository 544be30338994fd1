"""The gate before the store: a wrong pass phrase makes the next try wait, longer each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from intake_app.bootstrap.problems import as_problem
from intake_app.core.problems import ProblemsError, problem
from intake_app.storage import tries
from intake_app.storage.problems import StoreCode, StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from intake_app.conversation.ports import Clock

Outcome = TypeVar("Outcome")
_WRONG = frozenset({StoreCode.PASSPHRASE_WRONG, StoreCode.RECOVERY_WRONG})


class Gate:
    """Lets tries through one at a time."""

    def __init__(self, store: Path, clock: Clock) -> None:
        """Remember the tries beside the store, so that a restart forgets none."""
        self._store, self._clock = store, clock

    def pass_by(self, who: str, attempt: Callable[[], Outcome]) -> tuple[Outcome, int]:
        """Return what the attempt gives, and how many failed before it.

        Raises:
            ProblemsError: `passphrase_wait` with `seconds`, or what the attempt raises.
        """
        seconds = tries.wait(self._store, who, self._clock.now())
        if seconds > 0:
            raise ProblemsError((problem("passphrase_wait", seconds=seconds),))
        try:
            found = attempt()
        except StoreProblem as error:
            if error.code in _WRONG:
                tries.note_failure(self._store, who, self._clock.now())
            raise ProblemsError((as_problem(error),)) from None
        return found, tries.note_success(self._store, who)
