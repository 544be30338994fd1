"""Reads a talk for the screen of choosing together: the columns, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from intake_app.advice.kinds import LOCAL_GROUPS, Group
from intake_app.advice.plan import Decision
from intake_app.advice.proposals import ENOUGH, Proposal
from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import QuestionId
from intake_app.questionnaire.answers import Given
from intake_app.triage.model import FlagEffect, KindState
from intake_app.triage.next_question import OWN_QUESTION
from intake_app.ui.presenters.choose_cards import Cards, own_step_kind
from intake_app.ui.presenters.choose_quiet import Quiet, may_name
from intake_app.ui.presenters.choose_state import AskFirst, ColumnView, HeldView, OwnStepView
from intake_app.ui.presenters.choose_wishes import Wishes

MOST_CARDS = 4
DIGITS = "123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What is looked at while the columns are made: services in view, open groups, own words said already."""

    picked: Mapping[str, str]
    opened: frozenset[str]
    quoted: set[str]


class Reader:
    """Turns the picture of a talk into what the screen shows; it changes nothing."""

    def __init__(self, desk: Desk, session: Session, quiet: Quiet, cards: Cards) -> None:
        self._desk, self._session, self._quiet, self._cards = desk, session, quiet, cards

    def columns(self, picked: Mapping[str, str], opened: Iterable[str]) -> tuple[ColumnView, ...]:
        """Return the five columns, own network first, with the digits that take the cards."""
        made = _Making(picked=picked, opened=frozenset(opened), quoted=set())
        return tuple(_numbered([self._column(group, made) for group in Group]))

    def _column(self, group: Group, made: _Making) -> ColumnView:
        shown = [each for each in self._session.picture.advice.groups[group] if self._may_show(each)]
        ready = [each for each in shown if each.state is KindState.SUGGESTED][:MOST_CARDS]
        decided = [each for each in shown if each not in ready and self._has_choice(each)]
        rest = [each for each in shown if each not in ready and each not in decided]
        return ColumnView(
            group=group.value,
            title=self._desk.text(f"choose.group_{group.value}"),
            cards=tuple(self._cards.card(each, made.picked, made.quoted) for each in [*ready, *decided]),
            more=tuple(self._cards.card(each, made.picked) for each in rest),
            note=self._nothing_near(group, shown),
            is_open=group.value in made.opened,
        )

    def _may_show(self, proposal: Proposal) -> bool:
        if proposal.kind.id in {ENOUGH, own_step_kind()}:
            return False
        return proposal.kind.id not in self._quiet.telling or self._session.conversation.situation.may_ask_alone

    def _has_choice(self, proposal: Proposal) -> bool:
        return self._session.conversation.choice(proposal.kind.id) is not None

    def _nothing_near(self, group: Group, shown: list[Proposal]) -> str:
        usable = [each for each in shown if each.state is KindState.SUGGESTED]
        if not usable:
            has_own_step = group is Group.OWN_NETWORK
            return "" if has_own_step else self._desk.text("choose.empty")
        if group not in LOCAL_GROUPS or any(not found.service.nationwide for each in usable for found in each.matches):
            return ""
        national = [found.service.name for each in usable for found in each.matches[:MOST_CARDS]][:MOST_CARDS]
        names = ", ".join(dict.fromkeys(national))
        return self._desk.text("choose.nothing_near", names=names) if names else ""

    def wishes(self) -> str:
        """Return what the person wants first, in one line."""
        return Wishes(self._desk, self._session, self._quiet).line()

    def own_step(self) -> OwnStepView:
        """Return the card for a step of one's own."""
        choice = self._session.conversation.choice(own_step_kind())
        return OwnStepView(
            text=choice.reason if choice else "", is_taken=choice is not None and choice.decision is Decision.TAKEN
        )

    def held(self) -> HeldView | None:
        """Return what must come first; None when nothing waits."""
        rules = [self._session.knowledge.engine.rules.flag(each) for each in self._session.picture.advice.held_by]
        if not rules:
            return None
        neutral = self._desk.text("choose.held_neutral")
        titles = [neutral if rule.neutral_paper else rule.title.of(self._desk.language) for rule in rules]
        return HeldView(lines=tuple(dict.fromkeys(titles)))

    def today(self) -> tuple[str, ...]:
        """Return what must still be done today, a line for each flag that goes on."""
        raised = self._session.picture.assessment.raised()
        return tuple(self._today_line(each.flag) for each in raised if each.effect is FlagEffect.GOES_ON)

    def _today_line(self, flag: str) -> str:
        rule = next(each for each in self._session.knowledge.engine.rules.flags if each.id == flag)
        kinds = {kind.id: kind.name.of(self._desk.language) for kind in self._session.knowledge.supply.kinds}
        names = ", ".join(kinds[kind] for kind in rule.names)
        return self._desk.text("choose.today", title=rule.title.of(self._desk.language), names=names)

    def ask_first(self) -> tuple[AskFirst, ...]:
        """Return the questions that should still be asked before choosing."""
        found = dict.fromkeys(
            question
            for flag in self._session.picture.advice.ask_first
            for question in self._session.flag(flag).open_questions
            if may_name(self._session, question)
        )
        return tuple(self._ask(question) for question in found)

    def _ask(self, question: QuestionId) -> AskFirst:
        text = self._session.knowledge.questionnaire.questions[question].text
        return AskFirst(question=question, text=text.of(self._desk.language))


def wish_of(session: Session) -> str:
    """Return what the talk should be about, in the person's own words."""
    answer = session.conversation.answers.get(OWN_QUESTION)
    if isinstance(answer, Given) and str(answer.value).strip():
        return str(answer.value).strip()
    silent = {id_ for id_, topic in session.knowledge.questionnaire.topics.items() if topic.silent}
    said = (wish.text.strip() for wish in session.conversation.wishes if wish.topic not in silent)
    return next(filter(None, said), "")


def _numbered(columns: list[ColumnView]) -> Iterator[ColumnView]:
    """Give the cards digits, column after column; what comes after the ninth has none."""
    digits = iter(DIGITS)
    for column in columns:
        cards = tuple(replace(card, digit=next(digits, "")) for card in column.cards)
        yield replace(column, cards=cards)
