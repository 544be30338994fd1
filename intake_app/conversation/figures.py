"""What is kept of a closed talk for later reports: codes and rounded figures (docs/decisions/0010-figures.md).

No day, no place, no word that was said, and no red flag. What a paper may not tell stays out of it too, so that a
row never shows what the talk itself keeps silent.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from intake_app.advice.kinds import AT_PRACTICE, LOCAL_GROUPS, Group
from intake_app.advice.plan import Decision
from intake_app.questionnaire.answers import NotAsked
from intake_app.questionnaire.model import LIFE_AREAS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from intake_app.advice.proposals import Proposal
    from intake_app.conversation.knowledge import Picture
    from intake_app.conversation.model import Conversation
    from intake_app.questionnaire.model import Question
    from intake_app.questionnaire.situation import Person
    from intake_app.triage.model import Urgency
    from intake_app.triage.outcome import Contribution

FORMAT = "intake-figures/2"
AGES = ((75, "75_up"), (65, "65_74"), (55, "55_64"), (45, "45_54"), (35, "35_44"), (25, "25_34"), (0, "under_25"))
"""The lowest age of each band. The ends are wide: few are very young or very old."""
UNKNOWN = "unknown"
ROUNDED_TO = 5
LONGEST_MINUTES = 180
"""A talk that took longer was left open: its minutes say nothing."""
_GENDERS = frozenset({"woman", "man"})


class Tellable(Protocol):
    """What a paper may know of the talk; `export.views_visible.Visible` is one."""

    def question(self, column: str) -> Question | None:
        """Return the question of a column when it may be named."""

    def contributions(self, found: Iterable[Contribution]) -> tuple[Contribution, ...]:
        """Return the parts of a score that may be told."""

    def may_name_kind(self, kind: str) -> bool:
        """Tell whether a kind of help may be named."""

    def urgency(self) -> Urgency:
        """Return how soon something must be done, as far as it may be told."""


def figures_of(conversation: Conversation, picture: Picture, tellable: Tellable) -> bytes:
    """Return the row of a talk as JSON; its schema is `resources/schema/figures.schema.json`."""
    situation, assessment = conversation.situation, picture.assessment
    found = {
        "format": FORMAT,
        "month": situation.date.strftime("%Y-%m"),
        "mode": situation.mode.value,
        "channel": situation.channel.value,
        "age": _age(situation.person, situation.date),
        "gender": situation.person.gender if situation.person.gender in _GENDERS else "other_or_unknown",
        "medical": assessment.medical.need.value,
        "social": assessment.social.need.value,
        "urgency": tellable.urgency().code,
        "areas": _areas(picture, tellable),
        "kinds": _kinds(conversation, picture, tellable),
        "questions": _questions(conversation, tellable),
        "minutes": _minutes(conversation),
    }
    return json.dumps(found, sort_keys=True, separators=(",", ":")).encode()


def _age(person: Person, day: datetime.date) -> str:
    age = person.age_on(day)
    return UNKNOWN if age is None else next((band for least, band in AGES if age >= least), UNKNOWN)


def _areas(picture: Picture, tellable: Tellable) -> list[str]:
    assessment = picture.assessment
    both = (*assessment.medical.contributions, *assessment.social.contributions)
    heavy = {each.area for each in tellable.contributions(both) if each.amount > 0}
    return [area.value for area in LIFE_AREAS if area in heavy]


def _kinds(conversation: Conversation, picture: Picture, tellable: Tellable) -> dict[str, list[str]]:
    advice = picture.advice
    suggested = {each.kind.id for group in Group for each in advice.suggested(group)}
    decided = {
        decision.value: {each.kind for each in conversation.choices if each.decision is decision}
        for decision in Decision
    }
    wanted = suggested | decided[Decision.TAKEN.value]
    proposals = [each for kind in wanted - AT_PRACTICE if (each := advice.proposal(kind)) is not None]
    found = {
        "suggested": suggested,
        **decided,
        "without_service": {each.kind.id for each in proposals if _is_unserved(each)},
        "only_nationwide": {each.kind.id for each in proposals if _is_only_nationwide(each)},
    }
    return {name: sorted(kind for kind in kinds if tellable.may_name_kind(kind)) for name, kinds in found.items()}


def _is_unserved(proposal: Proposal) -> bool:
    return not proposal.matches and proposal.kind.group is not Group.OWN_NETWORK


def _is_only_nationwide(proposal: Proposal) -> bool:
    """Tell whether nobody nearby offers what one may expect near home, and a national line or website does."""
    is_local = proposal.kind.group in LOCAL_GROUPS
    return is_local and bool(proposal.matches) and all(each.service.nationwide for each in proposal.matches)


def _questions(conversation: Conversation, tellable: Tellable) -> int:
    asked = (id_ for id_, answer in conversation.answers.items() if not isinstance(answer, NotAsked))
    return _rounded(sum(tellable.question(id_) is not None for id_ in asked))


def _minutes(conversation: Conversation) -> int | None:
    if conversation.closed is None:
        return None
    minutes = (conversation.closed - conversation.opened).total_seconds() / 60
    return _rounded(minutes) if 0 < minutes <= LONGEST_MINUTES else None


def _rounded(number: float) -> int:
    return ROUNDED_TO * round(number / ROUNDED_TO)
