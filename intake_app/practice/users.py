"""Who works with the program, and in which roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the practice. One may hold several; what they may do adds up."""

    ASSISTANT = "assistant"
    INTAKER = "intaker"
    CLINICIAN = "clinician"
    ADMINISTRATOR = "administrator"
    PRIVACY_OFFICER = "privacy_officer"


CONTENT_ROLES = frozenset({Role.ASSISTANT, Role.INTAKER, Role.CLINICIAN})
"""The roles that may read what was said: assistent, praktijkondersteuner or intaker, regiebehandelaar or huisarts.
A beheerder (administrator) and a functionaris gegevensbescherming (privacy officer) may not."""

FIRST_ROLES = frozenset({Role.CLINICIAN, Role.ADMINISTRATOR})
"""Who makes a store may do both: somebody must be able to admit others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who works with the program.

    Attributes:
        name: as colleagues know them; stands in the key ring beside the store, readable without a pass phrase.
        roles: empty only while nobody gave one.
        is_admitted: whether they hold the content key: an administrator creates, a content holder admits.
        is_blocked: may not open the store any more; their name stays in the log.
        must_change: the pass phrase was given by somebody else, and must be replaced at the first opening.
    """

    id: str
    name: str
    roles: frozenset[Role] = frozenset()
    is_admitted: bool = False
    is_blocked: bool = False
    must_change: bool = False

    @property
    def reads_content(self) -> bool:
        """Whether role and key let them read what was said."""
        return self.is_admitted and not self.is_blocked and bool(self.roles & CONTENT_ROLES)

    @property
    def awaits_admission(self) -> bool:
        """Whether a content role waits for a content holder to hand the content key over."""
        return not self.is_admitted and not self.is_blocked and bool(self.roles & CONTENT_ROLES)
