"""Opening the program: what the pass phrase screen shows, also while the rest is still loading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from intake_app.core.problems import Problem
from intake_app.practice.passphrases import DEMO_PASSPHRASE, Weakness, settled, weakness_of
from intake_app.practice.users import User


class UnlockMode(StrEnum):
    """What is asked: not known while the program loads, the pass phrase, a first one, or one of one's own."""

    LOADING = "loading"
    OPEN = "open"
    CREATE = "create"
    OWN = "own"


MAKES_ONE = frozenset({UnlockMode.CREATE, UnlockMode.OWN})
"""Where a new pass phrase is typed, twice."""


class Fault(StrEnum):
    """What keeps the program closed; the view says it in words."""

    NONE = "none"
    NAMELESS = "nameless"
    EMPTY = "empty"
    SHORT = "short"
    COMMON = "common"
    DIFFERENT = "different"
    SAME = "same"
    WRONG = "wrong"
    WAIT = "wait"
    IN_USE = "in_use"
    DAMAGED = "damaged"
    NO_KEYS = "no_keys"
    OTHER = "other"
    CANNOT_START = "cannot_start"


class Way(StrEnum):
    """A way on where the store does not open: to read only, once more, or with a copy."""

    READ = "read"
    RETRY = "retry"
    RESTORE = "restore"


WAYS: Mapping[Fault, tuple[Way, ...]] = MappingProxyType(
    {
        Fault.IN_USE: (Way.RETRY, Way.READ),
        Fault.DAMAGED: (Way.READ, Way.RESTORE),
        Fault.NO_KEYS: (Way.RESTORE,),
    }
)
"""The ways on, by what is wrong. Without its keys nothing of a store can be read."""

_FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "passphrase_wrong": Fault.WRONG,
        "passphrase_wait": Fault.WAIT,
        "in_use": Fault.IN_USE,
        "in_use_by": Fault.IN_USE,
        "damaged": Fault.DAMAGED,
        "content_differs": Fault.DAMAGED,
        "log_cut": Fault.DAMAGED,
        "log_broken": Fault.DAMAGED,
        "ring_damaged": Fault.NO_KEYS,
        "ring_missing": Fault.NO_KEYS,
        "ring_forged": Fault.NO_KEYS,
    }
)
_WEAK = {Weakness.EMPTY: Fault.EMPTY, Weakness.SHORT: Fault.SHORT, Weakness.COMMON: Fault.COMMON}
_MUST_CHANGE = "passphrase_must_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockState:
    """What the screen shows.

    Attributes:
        waiting: Enter was pressed, work goes on.
        details: the words of a problem.
        people: who can open the store; asked only when there are several.
        chosen: the id of who was picked; empty for a store of old, which knows no users.
        seconds: how long one has to wait after several wrong pass phrases.
        notice: what else one has to know, such as that work waits to be saved.
    """

    mode: UnlockMode = UnlockMode.LOADING
    fault: Fault = Fault.NONE
    waiting: bool = False
    details: str = ""
    people: tuple[User, ...] = ()
    chosen: str = ""
    seconds: int = 0
    notice: str = ""
    is_trial: bool = False
    is_certified: bool = True
    is_demo: bool = False
    practice: str = ""

    @property
    def name(self) -> str:
        """The name of who was picked."""
        return next((user.name for user in self.people if user.id == self.chosen), "")

    @property
    def shown_passphrase(self) -> str:
        """The pass phrase of the examples, which nobody could know otherwise; nothing where it is about real people."""
        return DEMO_PASSPHRASE if self.is_demo and self.mode is UnlockMode.OPEN else ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways on."""
        return WAYS.get(self.fault, ())

    @property
    def can_enter(self) -> bool:
        """Whether Enter does something now."""
        return not (self.waiting or self.seconds or self.fault is Fault.CANNOT_START)


def refused_new(passphrase: str, again: str, name: str = "") -> Fault:
    """Return what is wrong with a new pass phrase that was typed twice, by the rule that the store keeps."""
    weakness = weakness_of(passphrase, name)
    if weakness is not None:
        return _WEAK[weakness]
    return Fault.NONE if settled(passphrase) == settled(again) else Fault.DIFFERENT


def refused(mode: UnlockMode, passphrase: str, again: str, *, name: str = "", given: str = "") -> Fault:
    """Return what is wrong with what was typed, before anything is tried; `given` is what somebody else gave."""
    if mode is UnlockMode.CREATE and not name:
        return Fault.NAMELESS
    if mode not in MAKES_ONE:
        return Fault.NONE if passphrase.strip() else Fault.EMPTY
    wrong = refused_new(passphrase, again, name)
    is_same = mode is UnlockMode.OWN and passphrase == given
    return Fault.SAME if wrong is Fault.NONE and is_same else wrong


def fault_of(codes: tuple[str, ...]) -> Fault:
    """Return the fault that the codes of a refusal stand for."""
    return _FAULTS.get(codes[0].removeprefix("store_"), Fault.OTHER) if len(codes) == 1 else Fault.OTHER


def must_change(codes: tuple[str, ...]) -> bool:
    """Tell whether the pass phrase fits, but was given by somebody else."""
    return any(code.removeprefix("store_") == _MUST_CHANGE for code in codes)


def seconds_of(problems: Iterable[Problem]) -> int:
    """Return how many seconds one is asked to wait; none when no problem says so."""
    found = (words for each in problems for name, words in each.values if name == "seconds")
    return next((int(words) for words in found if words.isdecimal()), 0)


def who_can_open(everyone: Iterable[User]) -> tuple[User, ...]:
    """Return who is not kept out."""
    return tuple(user for user in everyone if not user.is_blocked)


def first_chosen(people: tuple[User, ...], last: str) -> str:
    """Return who stands ready: the one who opened last, else the first."""
    return next((user.id for user in people if user.id == last), people[0].id if people else "")
