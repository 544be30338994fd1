"""The safety plan of a person: in own words what helps when things get hard, made with somebody trained for it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.questionnaire.situation import Participant
from intake_app.questionnaire.validation import LONGEST_TEXT

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.situation import Situation

HELPERS = (Participant.POH_GGZ, Participant.GGZ_PROFESSIONAL)
"""Who may fill a safety plan in with a person. Source: issue 7, 1d."""
MOST_PEOPLE, MOST_HELPERS = 4, 2
"""People and professionals on a plan. Source: eigen oordeel; whoever needs it must find one at a glance."""
LONGEST_NAME, LONGEST_NUMBER = 60, 30
"""Characters of a name, which may say who it is ("mijn zus Els"), and of a telephone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPerson:
    """Somebody whom the person may call: a name as they say it, and a number; either may still be empty."""

    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPlan:
    """The parts of the plan, in the order in which they help; every part may stay empty.

    Attributes:
        signs: how the person notices that it goes less well.
        own_steps: what they can do themselves.
        distraction: where, or with whom, they find something else to think of.
        people: whom they may call.
        helpers: professionals of their own, beside those that everybody can call.
        safer_home: what makes it safer around them.
        living_for: what they live for.
    """

    signs: str = ""
    own_steps: str = ""
    distraction: str = ""
    people: tuple[PlanPerson, ...] = ()
    helpers: tuple[PlanPerson, ...] = ()
    safer_home: str = ""
    living_for: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in yet."""
        return self == SafetyPlan()

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The parts that are text, each as its name and its words."""
        found = ((each.name, getattr(self, each.name)) for each in fields(self))
        return tuple((name, words) for name, words in found if isinstance(words, str))


def helped_by(situation: Situation) -> tuple[Participant, ...]:
    """Return who is there to fill a safety plan in with; nobody where it cannot be offered."""
    return tuple(each for each in HELPERS if each in situation.participants)


def is_there(plan: SafetyPlan, situation: Situation) -> bool:
    """Tell whether there is a plan to fill in or to take along; what was written stays when its helper leaves."""
    return bool(helped_by(situation)) or not plan.is_empty


def wrong_plan(plan: SafetyPlan, situation: Situation) -> Problem | None:
    """Return why a plan cannot be kept: nobody trained is there, or something is longer than it may be."""
    if not helped_by(situation):
        return problem("safety_plan_alone", "safety_plan")
    for name, words in plan.texts:
        if len(words) > LONGEST_TEXT:
            return problem("note_too_long", name, longest=LONGEST_TEXT)
    listed = (*plan.people, *plan.helpers)
    if len(plan.people) > MOST_PEOPLE or len(plan.helpers) > MOST_HELPERS:
        return problem("safety_plan_too_many", "safety_plan", people=MOST_PEOPLE, helpers=MOST_HELPERS)
    if any(len(each.name) > LONGEST_NAME or len(each.number) > LONGEST_NUMBER for each in listed):
        return problem("safety_plan_name_too_long", "safety_plan", name=LONGEST_NAME, number=LONGEST_NUMBER)
    return None
