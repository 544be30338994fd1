"""What can be done about one service: finding it still right, offering it no longer, taking it out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from intake_app.advice.telling import tells_of_violence
from intake_app.conversation.session import Session
from intake_app.core.ids import ServiceId
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.model import How
from intake_app.practice.office import Office
from intake_app.practice.upkeep import BatchLine

HOWS: Mapping[How, str] = MappingProxyType(
    {How.TELEPHONE: "phone", How.WEBSITE: "screen", How.VISIT: "person", How.MESSAGE: "note"}
)
"""How one can have made sure of an entry, each with its icon; telephoning first: that asks everything at once."""


def is_overheard(talk: Session | None) -> bool:
    """Tell whether somebody sits by who must not know of it; nobody does where no talk is open."""
    return talk is not None and not talk.conversation.situation.may_ask_alone


class Deeds:
    """Changes one service; each returns the change, to undo it, where there was one. Raises `ProblemsError`."""

    def __init__(self, office: Office) -> None:
        self._office, self._upkeep = office, office.directory

    def still_right(self, id_: ServiceId, how: How, at: datetime.datetime) -> BatchLine | None:
        """Note that somebody found everything as it stands; `at` is in the time of this computer."""
        me = self._office.people.me
        who = "" if me is None else me.name
        check = Check(service=id_, at=at.astimezone(), who=who, how=how, verdict=Verdict.STILL_RIGHT)
        return self._upkeep.checked(check)

    def never_offer(self, id_: ServiceId, reason: str) -> BatchLine | None:
        """Offer it no longer, for this reason; offer it again where the reason is empty."""
        return self._upkeep.save(replace(self._upkeep.service(id_), never_offer=" ".join(reason.split())))

    def tells_of_violence(self, ids: Sequence[ServiceId]) -> bool:
        """Tell whether one of these may betray at home that somebody was hurt."""
        return any(tells_of_violence(self._upkeep.service(id_), self._upkeep.kinds) for id_ in ids)

    def remove(self, id_: ServiceId) -> BatchLine | None:
        """Take it out."""
        return self._upkeep.remove((id_,))
