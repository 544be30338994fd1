"""Everything beside the talks, on this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.bootstrap.access import LocalAccess
    from intake_app.bootstrap.copies import LocalCopies
    from intake_app.bootstrap.log_book import LocalLogBook
    from intake_app.bootstrap.people import LocalPeople
    from intake_app.bootstrap.persons import LocalPersons
    from intake_app.bootstrap.upkeep import LocalUpkeep


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOffice:
    """See `practice.office.Office` for what each part means."""

    people: LocalPeople
    log: LocalLogBook
    copies: LocalCopies
    access: LocalAccess
    persons: LocalPersons
    directory: LocalUpkeep
