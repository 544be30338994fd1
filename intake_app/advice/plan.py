"""What was agreed: steps, safety net, and when we speak again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from intake_app.core.ids import KindId, ServiceId
from intake_app.directory.model import Service

MOST_FIRST_STEPS = 3
"""Source: docs/sources/domain.md §5 and §7: at most three main points."""


class Decision(StrEnum):
    """What was decided about an option kind."""

    TAKEN = "taken"
    LATER = "later"
    DECLINED = "declined"


class DecidedBy(StrEnum):
    """Whose decision it is."""

    PERSON = "person"
    PRACTITIONER = "practitioner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A decision on one kind and whose it is; `service` is the one that was looked at (empty: the kind as such).

    `shown` is that service as it was then, without a picture: it may be gone from the sociale kaart tomorrow.
    """

    kind: KindId
    decision: Decision
    service: ServiceId | str = ""
    reason: str = ""
    by: DecidedBy = DecidedBy.PERSON
    shown: Service | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One agreed step. `who` does it (a role or a name), `by` is the last day; `when` is a time in words.

    `for_whom` is `person` or `relative`: whom the step is for.
    """

    text: str
    who: str = "person"
    by: datetime.date | None = None
    smallest_start: str = ""
    kind: KindId | str = ""
    service: ServiceId | str = ""
    for_whom: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All agreements. At most three steps are first steps; `later` holds what comes after."""

    steps: tuple[Step, ...] = ()
    when_worse: str = ""
    when_it_fails: str = ""
    speak_again: datetime.date | None = None
    speak_how: str = ""
