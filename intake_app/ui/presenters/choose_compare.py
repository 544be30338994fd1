"""Two or three proposals side by side: what can I do, what is good and what is hard, what does it mean for me."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake_app.advice.matching import Match
from intake_app.advice.proposals import Proposal
from intake_app.advice.ranking import About
from intake_app.conversation.desk import Desk
from intake_app.directory.freshness import wait_is_old
from intake_app.ui.presenters.choose_cards import Cards, CardView
from intake_app.ui.presenters.choose_facts import cost, reach, wait_now

MOST = 3
LONG_WAIT = 14
"""Days from which waiting is named as a drawback. Source: eigen oordeel."""
OF_PERSON = frozenset({About.LANGUAGE, About.READING, About.COMPANY})
"""What suits this person or not, beside what everybody finds good or hard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedView:
    """One proposal in the comparison: its lines under each of the three questions."""

    kind: str
    title: str
    do: tuple[str, ...]
    good: tuple[str, ...]
    hard: tuple[str, ...]
    means: tuple[str, ...]
    decision: str
    decision_text: str
    digit: str


def compared(
    desk: Desk, cards: Cards, proposals: tuple[Proposal, ...], picked: Mapping[str, str]
) -> tuple[ComparedView, ...]:
    """Return the columns of the comparison, in the order in which they were chosen."""
    return tuple(_compared(desk, cards, each, picked, str(at)) for at, each in enumerate(proposals, start=1))


def _compared(desk: Desk, cards: Cards, proposal: Proposal, picked: Mapping[str, str], digit: str) -> ComparedView:
    card = cards.card(proposal, picked)
    reasons = cards.reasons(proposal)
    good, hard = _sides(desk, cards, proposal, picked)
    return ComparedView(
        kind=card.kind,
        title=card.title,
        do=_do(desk, cards, proposal, picked),
        good=good,
        hard=(*filter(None, (card.warning,)), *hard, *(each.text for each in reasons.cons)),
        means=_means(desk, cards, proposal, card),
        decision=card.decision,
        decision_text=card.decision_text,
        digit=digit,
    )


def _do(desk: Desk, cards: Cards, proposal: Proposal, picked: Mapping[str, str]) -> tuple[str, ...]:
    """Return the first step and the way there: of the service itself where there is one."""
    kind, found, language = proposal.kind, cards.service_of(proposal, picked), desk.language
    where = _where(desk, found) if found else ()
    return tuple(filter(None, (kind.step.of(language), *(where or (kind.route.of(language),)))))


def _where(desk: Desk, found: Match) -> tuple[str, ...]:
    service, place = found.service, found.service.location
    number = service.phones[0].number if service.phones else ""
    whom = ", ".join(filter(None, (service.contact.name, number)))
    address = ", ".join(filter(None, (place.address, place.city))) if place else ""
    return tuple(
        filter(
            None,
            (
                desk.text("choose.call", whom=whom) if number else whom,
                "" if number else service.url or service.email,
                address,
                service.schedule.of(desk.language),
            ),
        )
    )


def _means(desk: Desk, cards: Cards, proposal: Proposal, card: CardView) -> tuple[str, ...]:
    """Return why it is for this person, what it is like, and how small it can begin."""
    kind, language = proposal.kind, desk.language
    start = kind.smallest_start.of(language)
    said = (
        card.why,
        cards.wish(proposal),
        kind.expect.of(language),
        desk.text("choose.smallest_start", start=start) if start else "",
    )
    return tuple(dict.fromkeys(filter(None, said)))


def _sides(
    desk: Desk, cards: Cards, proposal: Proposal, picked: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kind, found = proposal.kind, cards.service_of(proposal, picked)
    service = found.service if found else None
    is_free = service.free if service else kind.free
    paid = cost(desk, kind, service)
    waits = wait_now(desk, service, cards.today) if service else ""
    is_long = service is not None and ((service.wait_days or 0) >= LONG_WAIT or wait_is_old(service, cards.today))
    good = [paid if is_free else "", "" if is_long else waits, reach(desk, found) if found else ""]
    good.append(desk.text("choose.this_week") if kind.this_week else "")
    good.append("" if kind.needs_referral else desk.text("choose.no_referral"))
    suits = [term for term in (found.terms if found else ()) if term.about in OF_PERSON and term.fact]
    good += [desk.text(f"rank.{term.about}_{term.fact}") for term in suits if term.is_good]
    hard = ["" if is_free else paid, waits if is_long else ""]
    hard += [desk.text(f"rank.{term.about}_{term.fact}") for term in suits if not term.is_good]
    hard.append(desk.text("choose.by_huisarts") if kind.needs_referral else "")
    return tuple(filter(None, good)), tuple(filter(None, hard))
