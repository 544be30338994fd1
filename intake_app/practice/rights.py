"""Who may do what: one table of role, action and relation to the talk. The use cases ask it, never the screen.

The roles are those that a practice with an EPD has; what each may do is `eigen oordeel`: who works on a talk reads
it, a colleague's talk opens by the break-glass key only, except for the one who answers for the care.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from intake_app.practice.users import Role


class Action(StrEnum):
    """Everything that a use case asks a right for."""

    START = "start"
    READ = "read"
    CHANGE = "change"
    PAPER = "paper"
    HAND_OVER = "hand_over"
    REMOVE = "remove"
    SEE_WHO_SAW = "see_who_saw"
    EXPORT_PERSON = "export_person"
    ASK_ERASURE = "ask_erasure"
    DECIDE_ERASURE = "decide_erasure"
    PURGE = "purge"
    ADMIT = "admit"
    MANAGE_USERS = "manage_users"
    SETTINGS = "settings"
    COPY = "copy"
    RESTORE = "restore"
    RECOVERY = "recovery"
    READ_LOG = "read_log"
    DIRECTORY = "directory"


class Relation(StrEnum):
    """What somebody has to do with a talk: began or took over, was asked in, is a colleague; none where no talk is."""

    OWN = "own"
    SHARED = "shared"
    OTHER = "other"
    NONE = "none"


class Verdict(StrEnum):
    """Yes, no, or only with the break-glass key (noodknop): with a reason, for a while, and marked in the log."""

    YES = "yes"
    NO = "no"
    BREAK_GLASS = "break_glass"


ABOUT_A_TALK = frozenset(
    {
        Action.READ,
        Action.CHANGE,
        Action.PAPER,
        Action.HAND_OVER,
        Action.REMOVE,
        Action.SEE_WHO_SAW,
        Action.EXPORT_PERSON,
        Action.ASK_ERASURE,
        Action.DECIDE_ERASURE,
    }
)
"""The actions that depend on the relation to the talk; all others know the relation `none` only."""

_Y, _N, _B = Verdict.YES, Verdict.NO, Verdict.BREAK_GLASS
_TALK_RELATIONS = (Relation.OWN, Relation.SHARED, Relation.OTHER)
_ROLES = (Role.ASSISTANT, Role.INTAKER, Role.CLINICIAN, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER)

# Per action and role: the verdicts for an own talk, a shared one, and a colleague's.
_OF_TALKS: Mapping[Action, tuple[tuple[Verdict, Verdict, Verdict], ...]] = {
    Action.READ: ((_Y, _Y, _B), (_Y, _Y, _B), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
    Action.CHANGE: ((_Y, _Y, _B), (_Y, _Y, _B), (_Y, _Y, _B), (_N, _N, _N), (_N, _N, _N)),
    Action.PAPER: ((_Y, _Y, _B), (_Y, _Y, _B), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
    Action.HAND_OVER: ((_Y, _N, _N), (_Y, _Y, _N), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
    Action.REMOVE: ((_Y, _N, _N), (_Y, _N, _N), (_Y, _N, _N), (_N, _N, _N), (_N, _N, _N)),
    Action.SEE_WHO_SAW: ((_Y, _Y, _N), (_Y, _Y, _N), (_Y, _Y, _Y), (_N, _N, _N), (_Y, _Y, _Y)),
    Action.EXPORT_PERSON: ((_N, _N, _N), (_Y, _Y, _N), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
    Action.ASK_ERASURE: ((_Y, _Y, _N), (_Y, _Y, _N), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
    Action.DECIDE_ERASURE: ((_N, _N, _N), (_N, _N, _N), (_Y, _Y, _Y), (_N, _N, _N), (_N, _N, _N)),
}
# Per action without a talk: the verdict per role.
_OF_THE_PRACTICE: Mapping[Action, tuple[Verdict, ...]] = {
    Action.START: (_Y, _Y, _Y, _N, _N),
    Action.PURGE: (_N, _Y, _Y, _N, _N),
    Action.ADMIT: (_N, _Y, _Y, _N, _N),
    Action.MANAGE_USERS: (_N, _N, _N, _Y, _N),
    Action.SETTINGS: (_Y, _Y, _Y, _Y, _N),
    Action.COPY: (_Y, _Y, _Y, _Y, _N),
    Action.RESTORE: (_N, _N, _N, _Y, _N),
    Action.RECOVERY: (_N, _N, _Y, _Y, _N),
    Action.READ_LOG: (_N, _N, _N, _N, _Y),
    Action.DIRECTORY: (_Y, _Y, _Y, _Y, _N),
}


def _table() -> Mapping[tuple[Role, Action, Relation], Verdict]:
    found = {(role, action, relation): _N for role in _ROLES for action in Action for relation in Relation}
    for action, of_roles in _OF_TALKS.items():
        for role, verdicts in zip(_ROLES, of_roles, strict=True):
            for relation, verdict in zip(_TALK_RELATIONS, verdicts, strict=True):
                found[role, action, relation] = verdict
    for action, plain in _OF_THE_PRACTICE.items():
        for role, verdict in zip(_ROLES, plain, strict=True):
            found[role, action, Relation.NONE] = verdict
    return MappingProxyType(found)


RIGHTS = _table()
"""Role, action, relation -> verdict, for every combination."""


def verdict_for(roles: Iterable[Role], action: Action, relation: Relation = Relation.NONE) -> Verdict:
    """Return the most that any of the roles allows."""
    found = {RIGHTS[role, action, relation] for role in roles}
    return next((each for each in (_Y, _B) if each in found), _N)
