"""Asking a right before anything is done: yes, no, or with the break-glass key, and what the log says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import Controls, Purpose
from intake_app.practice.rights import Action, Relation, Verdict, verdict_for
from intake_app.practice.users import CONTENT_ROLES, Role, User


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """That somebody may do something, and on what ground.

    Attributes:
        talk: the conversation it is about; "" when it is about none.
        by_break_glass: whether only the break-glass key allows it.
    """

    action: Action
    relation: Relation
    talk: str = ""
    by_break_glass: bool = False

    @property
    def controls(self) -> Controls:
        """What NEN 7513 wants to know of it; consent to keep a talk is asked in the talk itself, not here."""
        is_holder = self.relation in {Relation.OWN, Relation.SHARED}
        return Controls(authorisation=True, relation=is_holder, break_glass=self.by_break_glass)

    @property
    def purpose(self) -> Purpose:
        """Why it is done, as the log names it."""
        if self.by_break_glass:
            return Purpose.EMERGENCY
        return Purpose.OPERATIONS if self.relation is Relation.NONE else Purpose.TREAT

    def about(self, talk: str) -> Permit:
        """Return the same permit for a talk by its id."""
        return replace(self, talk=talk)


def permit(user: User | None, action: Action, relation: Relation = Relation.NONE, *, has_glass: bool = False) -> Permit:
    """Return the permit for an action.

    Raises:
        ProblemsError: `not_allowed`; `break_glass_needed` where a reason would open it.
    """
    verdict = Verdict.NO if user is None or user.is_blocked else verdict_for(_roles_of(user), action, relation)
    if verdict is Verdict.YES:
        return Permit(action=action, relation=relation)
    if verdict is Verdict.BREAK_GLASS and has_glass:
        return Permit(action=action, relation=relation, by_break_glass=True)
    code = "break_glass_needed" if verdict is Verdict.BREAK_GLASS else "not_allowed"
    raise ProblemsError((problem(code, action=action.value),))


def _roles_of(user: User) -> frozenset[Role]:
    """The roles that count: one that reads what was said does once a content holder admitted the user."""
    return user.roles if user.is_admitted else user.roles - CONTENT_ROLES


def may(user: User | None, action: Action, relation: Relation = Relation.NONE, *, has_glass: bool = False) -> bool:
    """Tell whether a permit would be given."""
    try:
        permit(user, action, relation, has_glass=has_glass)
    except ProblemsError:
        return False
    return True
