"""The first steps and the groups of help on the person's paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake_app.advice.kinds import Group, OptionKind
from intake_app.advice.plan import MOST_FIRST_STEPS, Decision, Step
from intake_app.core.ids import KindId
from intake_app.export.views import Speech, short
from intake_app.export.views_help import HelpView, help_with
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.situation import Participant

OWN_STEP = KindId("eigen_stap")
MOST_PER_GROUP = 2
"""Proposals per group when nothing was chosen yet. Source: eigen oordeel; nobody reads a paper with all."""
_OTHERS = frozenset({"huisarts", "practice", "service"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One first step: what to do, who does it and when, the smallest start, and the help that it leads to.

    `name` is the name of that help where the title does not say it; one's own people need none.
    """

    number: str
    title: str
    who: str
    when: str
    smallest: str
    name: str
    help: HelpView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One of the five groups with its kinds of help."""

    name: str
    helps: tuple[HelpView, ...]


def first_steps(visible: Visible, says: Speech) -> tuple[tuple[StepView, ...], bool]:
    """Return the first steps, and whether they are only a proposal."""
    agreed = visible.steps()[:MOST_FIRST_STEPS]
    if agreed:
        made = [_agreed(step, visible, says) for step in agreed]
    else:
        kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
        choices = visible.choices()
        taken = [each for each in choices if each.decision is Decision.TAKEN]
        picked = [(each.kind, str(each.service)) for each in taken]
        if not choices and not visible.inputs.conversation.choices:
            picked = [(kind, "") for kind in visible.first_steps()]
        made = [
            _from_kind(kinds[kind], service, visible, says)
            for kind, service in picked[:MOST_FIRST_STEPS]
            if kind in kinds
        ]
    numbered = tuple(replace(step, number=str(number)) for number, step in enumerate(made, start=1))
    return numbered, bool(numbered) and not agreed and not visible.inputs.conversation.choices


def _from_kind(kind: OptionKind, service: str, visible: Visible, says: Speech) -> StepView:
    return StepView(
        number="",
        title=says.of(kind.step),
        who="",
        when="",
        smallest=says.of(kind.smallest_start),
        name=_name(kind, says.of(kind.step), says),
        help=help_with(kind, visible, says, service),
    )


def _name(kind: OptionKind, title: str, says: Speech) -> str:
    name = says.of(kind.name)
    return "" if kind.group is Group.OWN_NETWORK or name.casefold() in title.casefold() else name


def _agreed(step: Step, visible: Visible, says: Speech) -> StepView:
    kind = kind_of_step(step, visible)
    if kind is not None and kind.id == OWN_STEP and step.text.strip() != says.of(kind.step):
        kind = None  # in the person's own words: nothing is made up around it
    chosen = None if kind is None else visible.inputs.conversation.choice(kind.id)
    service = str(step.service) or ("" if chosen is None else str(chosen.service))
    when = "" if step.by is None else says.short_day(step.by)
    return StepView(
        number="",
        title=short(step.text),
        who=who_words(step.who, says),
        when=says.say("person_paper.before", day=when) if when else "",
        smallest=short(step.smallest_start),
        name="" if kind is None else _name(kind, step.text, says),
        help=None if kind is None else help_with(kind, visible, says, service),
    )


def who_words(who: str, says: Speech) -> str:
    """Return who does a step, as the person calls them; a name as it was written."""
    known = _OTHERS | {each.value for each in Participant}
    return says.say(f"who.{who}") if who in known else short(who)


def kind_of_step(step: Step, visible: Visible) -> OptionKind | None:
    """Return the kind of help that a step is about: as noted, or a chosen kind that its words name."""
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    if step.kind:
        return kinds.get(KindId(str(step.kind)))
    said = step.text.casefold()
    for choice in visible.choices():
        kind = kinds.get(choice.kind)
        if choice.decision is Decision.TAKEN and kind is not None and _is_named(kind, said):
            return kind
    return None


def _is_named(kind: OptionKind, said: str) -> bool:
    names = (kind.step.nl, kind.step.en, kind.name.nl, kind.name.en, str(kind.id).replace("_", " "))
    return any(name.casefold() in said for name in names if name)


def help_groups(visible: Visible, says: Speech, used: set[str]) -> tuple[GroupView, ...]:
    """Return the groups, own network first, without what is a first step already."""
    made = _chosen if visible.inputs.conversation.choices else _suggested
    helps = made(visible, says, used)
    return tuple(
        GroupView(name=says.say(f"groups.{group.value}"), helps=tuple(helps[group])) for group in Group if helps[group]
    )


def _chosen(visible: Visible, says: Speech, used: set[str]) -> dict[Group, list[HelpView]]:
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    found: dict[Group, list[HelpView]] = {group: [] for group in Group}
    for choice in visible.choices():
        kind = kinds.get(choice.kind)
        if kind is None or choice.kind in used or choice.decision is Decision.DECLINED:
            continue
        view = help_with(kind, visible, says, str(choice.service))
        found[kind.group].append(replace(view, is_later=choice.decision is Decision.LATER))
    return found


def _suggested(visible: Visible, says: Speech, used: set[str]) -> dict[Group, list[HelpView]]:
    advice = visible.inputs.picture.advice
    found: dict[Group, list[HelpView]] = {}
    for group in Group:
        proposals = [each for each in visible.proposals(advice.suggested(group)) if each.kind.id not in used]
        found[group] = [help_with(each.kind, visible, says) for each in proposals[:MOST_PER_GROUP]]
    return found
