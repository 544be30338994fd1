"""Opening the program: what the pass phrase screen shows, also while the rest is still loading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
LEAST_LETTERS = 2
"""The same rule as the store keeps: twelve characters, or four words of two letters or more."""


class UnlockMode(StrEnum):
    """What is asked: not known while the program loads, the pass phrase, or a new one."""

    LOADING = "loading"
    OPEN = "open"
    CREATE = "create"


class Fault(StrEnum):
    """What keeps the program closed; the view says it in words."""

    NONE = "none"
    EMPTY = "empty"
    SHORT = "short"
    DIFFERENT = "different"
    WRONG = "wrong"
    OTHER = "other"
    CANNOT_START = "cannot_start"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockState:
    """What the screen shows. `waiting`: Enter was pressed, work goes on; `details` are words of a problem."""

    mode: UnlockMode = UnlockMode.LOADING
    fault: Fault = Fault.NONE
    waiting: bool = False
    details: str = ""
    is_trial: bool = False
    is_certified: bool = True
    is_demo: bool = False
    practice: str = ""


def is_long_enough(passphrase: str) -> bool:
    """Tell whether a new pass phrase meets the rule."""
    words = [word for word in passphrase.split() if len(word) >= LEAST_LETTERS]
    return len(passphrase.strip()) >= LEAST_CHARACTERS or len(words) >= LEAST_WORDS


def refused(mode: UnlockMode, passphrase: str, again: str) -> Fault:
    """Return what is wrong with what was typed, before anything is tried."""
    if not passphrase.strip():
        return Fault.EMPTY
    if mode is not UnlockMode.CREATE:
        return Fault.NONE
    if not is_long_enough(passphrase):
        return Fault.SHORT
    return Fault.NONE if passphrase == again else Fault.DIFFERENT


def fault_of(codes: tuple[str, ...]) -> Fault:
    """Return the fault that the codes of a refusal stand for."""
    is_wrong = len(codes) == 1 and codes[0].endswith("passphrase_wrong")
    return Fault.WRONG if is_wrong else Fault.OTHER
