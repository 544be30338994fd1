"""The services of one kind to choose from, each with its facts and why it stands where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.advice.matching import Match
from intake_app.advice.proposals import Proposal
from intake_app.conversation.desk import Desk
from intake_app.ui.presenters.choose_cards import Cards
from intake_app.ui.presenters.choose_facts import Fact, facts_of, warning_of

DIGITS = "123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOffer:
    """One service to choose. `is_shown`: it is the one in view; `place` says why it stands where it stands."""

    id: str
    name: str
    facts: tuple[Fact, ...]
    warning: str
    place: str
    digit: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesView:
    """All that can be chosen for a kind; `more` says how many are not shown."""

    kind: str
    title: str
    offers: tuple[ServiceOffer, ...]
    more: str


def services_of(desk: Desk, cards: Cards, proposal: Proposal, shown: Match | None) -> ServicesView:
    """Return the best services of a kind; the one in view is always among them."""
    view = shown.service.id if shown else ""

    def offer(found: Match, digit: str) -> ServiceOffer:
        return ServiceOffer(
            id=found.service.id,
            name=found.service.name,
            facts=facts_of(desk, proposal.kind, found, cards.today),
            warning=warning_of(desk, found),
            place=cards.place(proposal, found),
            digit=digit,
            is_shown=found.service.id == view,
        )

    matches = cards.best(proposal, shown)
    return ServicesView(
        kind=proposal.kind.id,
        title=proposal.kind.name.of(desk.language),
        offers=tuple(offer(found, DIGITS[at : at + 1]) for at, found in enumerate(matches)),
        more=cards.more(proposal),
    )
