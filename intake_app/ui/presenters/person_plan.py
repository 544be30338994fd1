"""What the person and the practitioner look at together after the questions: topics, options, agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Decision
from intake_app.advice.proposals import ENOUGH
from intake_app.questionnaire.for_person import may_name_topic
from intake_app.questionnaire.situation import Participant
from intake_app.triage.model import KindState
from intake_app.ui.presenters.agree import OTHERS
from intake_app.ui.presenters.choose_cards import Cards, own_step_kind
from intake_app.ui.presenters.choose_columns import MOST_CARDS
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.choose_quiet import quiet_of
from intake_app.ui.presenters.person_marks import pictogram

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.advice.plan import Choice, Step
    from intake_app.advice.proposals import Proposal
    from intake_app.conversation.session import Session
    from intake_app.ui.presenters.choose_quiet import Quiet
    from intake_app.ui.presenters.person_tongue import Tongue

ROUTE, FACTS = "route", frozenset({"euro", "pin", "later"})
"""The facts on a card that the person sees: the route, and cost, distance, wait. Whom to call stays off this window."""
ROLES = frozenset(OTHERS) | {each.value for each in Participant}
"""Who can do a step and has a word of their own in the wording (`who`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One thing: its name, a sentence or a few facts below it, its icon, and whether it was chosen."""

    title: str
    lines: tuple[str, ...] = ()
    icon: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What one looks at together. `chosen` is the word for what was chosen."""

    title: str
    rows: tuple[RowView, ...]
    chosen: str = ""


def topic_list(session: Session, tongue: Tongue) -> ListView | None:
    """Return what the person wants to talk about, in the person's order; nothing silent, nor about safety alone."""
    topics = session.knowledge.questionnaire.topics
    found = [(wish, topics[wish.topic]) for wish in session.conversation.wishes if wish.topic in topics]  # type: ignore[index]  # looked up just before
    rows = [
        RowView(title=topic.name.of(tongue.voice.fallback), lines=_quoted(wish.text), icon=pictogram(topic))
        for wish, topic in found
        if may_name_topic(topic)
    ]
    return ListView(title=tongue.say("topics"), rows=tuple(rows)) if rows else None


def _quoted(words: str) -> tuple[str, ...]:
    said = " ".join(words.split())
    return (f"“{said}”",) if said else ()


def option_list(session: Session, tongue: Tongue) -> ListView | None:
    """Return what was chosen and what is suggested, own network first; None while something must come first.

    What the rules block is left out without a word, and so is a kind whose name alone would tell something.
    """
    if session.picture.advice.held_by:
        return None
    reader = _Options(session, tongue)
    own = session.conversation.choice(own_step_kind())
    rows = [RowView(title=own.reason, icon="own_network", is_chosen=True)] if _is_taken(own) and own else []
    rows += [reader.row(each) for group in Group for each in reader.shown(group)]
    return ListView(title=tongue.say("options"), rows=tuple(rows), chosen=tongue.say("chosen")) if rows else None


def _is_taken(choice: Choice | None) -> bool:
    return choice is not None and choice.decision is Decision.TAKEN


class _Options:
    """Reads the proposals of a talk for the person."""

    def __init__(self, session: Session, tongue: Tongue) -> None:
        self._session, self._tongue = session, tongue
        self._quiet: Quiet = quiet_of(session)
        self._cards = Cards(tongue.speaking(), session, self._quiet)

    def shown(self, group: Group) -> Iterator[Proposal]:
        """Yield what was taken, and as many suggestions as the practitioner's screen shows."""
        left = MOST_CARDS
        for each in self._session.picture.advice.groups[group]:
            choice = self._session.conversation.choice(each.kind.id)
            is_open = choice is None and each.state is KindState.SUGGESTED and left > 0 and each.kind.id != ENOUGH
            if not self._is_quiet(each) and (is_open or _is_taken(choice)):
                left -= 1
                yield each

    def _is_quiet(self, proposal: Proposal) -> bool:
        is_blocked = proposal.state is KindState.BLOCKED
        return is_blocked or proposal.kind.id in self._quiet.telling or proposal.kind.id == own_step_kind()

    def row(self, proposal: Proposal) -> RowView:
        """Return one option: its name, why in the person's own words or what it is, and what it takes."""
        card = self._cards.card(proposal, {})
        what = proposal.kind.what.of(self._tongue.voice.fallback)
        route = " ".join(fact.text for fact in card.facts if fact.icon == ROUTE)
        facts = " · ".join(fact.text for fact in card.facts if fact.icon in FACTS)
        lines = (*(self._wish(proposal) or (what,)), route, facts)
        return RowView(
            title=card.title,
            lines=tuple(line for line in lines if line),
            icon=proposal.kind.group.value,
            is_chosen=_is_taken(self._session.conversation.choice(proposal.kind.id)),
        )

    def _wish(self, proposal: Proposal) -> tuple[str, ...]:
        """Return what the person wished about a topic that the proposal rests on; notes stay where they are."""
        questions = self._session.knowledge.questionnaire.questions
        reasons = [each for each in proposal.outcome.reasons if self._quiet.may_show(each)]
        found = [questions[c].topic for each in reasons for c in each.columns if c in questions]  # type: ignore[index]  # looked up just before
        topics = self._session.knowledge.questionnaire.topics
        wishes = [self._session.conversation.wish(topic) for topic in found if may_name_topic(topics[topic])]
        return next((_quoted(wish.text) for wish in wishes if wish and wish.text.strip()), ())


def step_list(session: Session, tongue: Tongue) -> ListView | None:
    """Return what was agreed; None while there is nothing, or something must come first."""
    if session.picture.advice.held_by:
        return None
    telling = quiet_of(session).telling
    rows = [_step(each, tongue) for each in session.conversation.plan.steps if each.text and each.kind not in telling]
    return ListView(title=tongue.say("steps"), rows=tuple(rows)) if rows else None


def _step(step: Step, tongue: Tongue) -> RowView:
    """Return one agreement. Who does it is said by role; a name that was typed stays off this window."""
    who = tongue.usual(f"who.{step.who}") if step.who in ROLES else ""
    lines = (
        tongue.say("who", who=who) if who else "",
        tongue.say("by", day=day(step.by)) if step.by else "",
        tongue.say("smallest_start", words=step.smallest_start) if step.smallest_start.strip() else "",
    )
    return RowView(title=step.text, lines=tuple(line for line in lines if line), icon="steps")
