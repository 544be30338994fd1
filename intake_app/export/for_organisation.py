"""What an organisation may read of a talk: the sheet of a warm handover and the data in FHIR both ask it here.

So the one never says more than the other: who it is (age and gender), the question in the person's own words, and
what was agreed with this organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake_app.advice.chosen import chosen_service
from intake_app.advice.kinds import Group
from intake_app.advice.plan import Choice, Decision, Step
from intake_app.conversation.consent import may_read, service_recipient
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation, Wish
from intake_app.directory.model import Service
from intake_app.export.views import Inputs
from intake_app.export.views_visible import Visible, held_back, may_name_kind
from intake_app.questionnaire.situation import Person

_GROUPS = frozenset({Group.SOCIAL, Group.PEER})


@dataclass(frozen=True, slots=True, kw_only=True)
class ForOrganisation:
    """What the person lets one organisation read; empty where they left it out. Released items stand beside it.

    Attributes:
        person: age on the day of the talk and gender, nothing else; None where it was left out.
        own_words: the answer to the opening question.
        wishes: what the person said themselves.
        choices: what was taken at this organisation.
        steps: what was agreed about it, but not for a relative.
    """

    person: Person | None
    own_words: str
    wishes: tuple[Wish, ...]
    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]


def chosen_organisations(
    knowledge: Knowledge, talk: Conversation, picture: Picture
) -> Iterator[tuple[Choice, Service]]:
    """Yield each social or peer organisation that was chosen, once, as far as it may and can be named."""
    kinds = {kind.id: kind.group for kind in knowledge.supply.kinds}
    held, seen = held_back(knowledge), set[str]()
    for choice in talk.choices:
        id_ = str(choice.service)
        is_wanted = choice.decision is Decision.TAKEN and id_ and id_ not in seen
        if is_wanted and kinds.get(choice.kind) in _GROUPS and may_name_kind(choice.kind, held, picture):
            service = chosen_service(id_, choice, knowledge.supply.directory).service
            seen.add(id_)
            if service is not None:
                yield choice, service


def for_organisation(inputs: Inputs, choice: Choice) -> ForOrganisation:
    """Return what the organisation of one of `chosen_organisations` may read."""
    visible, talk = Visible(inputs), inputs.conversation
    items = may_read(talk, service_recipient(str(choice.service)))
    found, is_asked, is_agreed = talk.situation, "question" in items, "agreed" in items
    person = Person(age=found.person.age_on(found.date), gender=found.person.gender)
    wishes = tuple(wish for wish in visible.wishes() if wish.told_by == "person")
    steps = tuple(step for step in visible.steps() if _is_about(step, choice) and step.for_whom != "relative")
    return ForOrganisation(
        person=person if "person" in items else None,
        own_words=visible.own_words() if is_asked else "",
        wishes=wishes if is_asked else (),
        choices=(choice,) if is_agreed else (),
        steps=steps if is_agreed else (),
    )


def _is_about(step: Step, choice: Choice) -> bool:
    return str(step.service) == str(choice.service) if step.service else str(step.kind) == str(choice.kind)
