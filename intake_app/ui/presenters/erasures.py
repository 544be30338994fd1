"""Requests for erasure: which are open, what is still missing to decide one, and what will be cleared away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from intake_app.core.problems import ProblemsError
from intake_app.practice.office import Office
from intake_app.practice.people import People
from intake_app.practice.persons import Decision, ErasureRequest, PurgeNotice
from intake_app.practice.rights import Action
from intake_app.practice.users import User
from intake_app.ui.presenters.person import may_ever

_OF_SECOND = frozenset({"passphrase_wrong", "passphrase_wait", "second_person", "second_must_change"})


class Field(StrEnum):
    """Where something about a decision must be put right."""

    DECISION = "decision"
    REASON = "reason"
    SECOND = "second"
    PHRASE = "phrase"
    FORM = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasuresView:
    """Everything that the screen shows. `purge` is None for who may not clear away."""

    open: tuple[ErasureRequest, ...]
    decided: tuple[ErasureRequest, ...]
    may_decide: bool
    seconds: tuple[User, ...]
    purge: PurgeNotice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is decided on a request, by whom together, and why."""

    request: str
    decision: Decision
    reason: str
    second: str
    phrase: str = field(repr=False)

    def missing(self) -> Field | None:
        """Return the first thing that still must be filled in."""
        wanted = (
            (Field.DECISION, self.decision is not Decision.OPEN),
            (Field.REASON, bool(self.reason.strip())),
            (Field.SECOND, bool(self.second)),
            (Field.PHRASE, bool(self.phrase)),
        )
        return next((where for where, is_there in wanted if not is_there), None)


def erasures_view(office: Office) -> ErasuresView:
    """Look at the requests and at what will be cleared away. Slow. Raises `ProblemsError`."""
    found = office.persons.erasures()
    may_decide = may_ever(office.people.me, Action.DECIDE_ERASURE)
    return ErasuresView(
        open=_those(found, is_open=True),
        decided=_those(found, is_open=False),
        may_decide=may_decide,
        seconds=_seconds(office.people) if may_decide else (),
        purge=office.persons.purge_notice() if office.people.may(Action.PURGE) else None,
    )


def _seconds(people: People) -> tuple[User, ...]:
    """Return who can decide as the second person: everyone else with a pass phrase of their own."""
    me = "" if people.me is None else people.me.id
    others = (user for user in people.everyone() if user.id != me)
    return tuple(user for user in others if not user.is_blocked and not user.must_change)


def _those(found: Sequence[ErasureRequest], *, is_open: bool) -> tuple[ErasureRequest, ...]:
    return tuple(each for each in found if (each.decision is Decision.OPEN) is is_open)


def field_of(error: Exception) -> Field:
    """Return where a refusal must be put right."""
    problems = error.problems if isinstance(error, ProblemsError) else ()
    codes = {each.code.removeprefix("store_") for each in problems}
    if codes & _OF_SECOND:
        return Field.SECOND if "second_person" in codes else Field.PHRASE
    return Field.REASON if "reason_missing" in codes else Field.FORM
