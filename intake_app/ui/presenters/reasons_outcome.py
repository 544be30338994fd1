"""How settled the whole outcome is in words, and what looking ahead says of it.

Final rests on the questions that are only asked alone too: so that it tells nothing, it is said only while nobody
else is in hearing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.triage.outcome import Status
from intake_app.triage.short_form import ShortForm
from intake_app.triage.what_if import most_telling, what_if

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.knowledge import Knowledge
    from intake_app.conversation.session import Session
    from intake_app.triage.foresight.look import Outlook
    from intake_app.triage.what_if import Said, WhatIf

MOST_CHANGES = 5
"""Other answers on the sheet; more would read as a list to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeState:
    """How settled the outcome is: a word or two, and what that means."""

    name: str
    meaning: str


def outcome_state(desk: Desk, session: Session) -> OutcomeState:
    """Say how settled the outcome is."""
    status = session.picture.assessment.status
    if status is Status.FINAL and not session.conversation.situation.may_ask_alone:
        status = Status.PROVISIONAL
    return OutcomeState(
        name=desk.text(f"reasons.outcome_{status.value}"), meaning=desk.text(f"reasons.means_{status.value}")
    )


def short_form(desk: Desk, knowledge: Knowledge) -> ShortForm:
    """Return the maker of short sentences in the language of the screen."""
    return ShortForm(knowledge.questionnaire, knowledge.engine.rules, desk.text, desk.language)


def other_answers(desk: Desk, knowledge: Knowledge, said: Said) -> tuple[str, ...]:
    """Say which one other answer would change the advice. Slow, on any thread."""
    found = what_if(knowledge.engine, knowledge.questionnaire, said)
    names = {kind.id: kind.name for kind in knowledge.supply.kinds}
    telling = most_telling(_each_change_once(found), MOST_CHANGES)
    return tuple(short_form(desk, knowledge).other_answer(each, names) for each in telling)


def _each_change_once(found: Iterable[WhatIf]) -> Iterator[WhatIf]:
    """Yield of the answers to one question that change the same only the first."""
    seen: set[object] = set()
    for each in found:
        change = (each.question, each.kinds, each.needs)
        if change not in seen:
            seen.add(change)
            yield each


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmnessState:
    """How firm the advice stands, and for who asks how that was worked out."""

    words: str
    how: str


def firmness_state(desk: Desk, outlook: Outlook) -> FirmnessState:
    """Say in how many of a hundred completions the advice stays; all or none only where it is exactly so."""
    share = outlook.robustness
    count = round(share * 100)
    if 0 < share < 1:
        count = min(99, max(1, count))
    return FirmnessState(
        words=desk.text("reasons.robustness", count=str(count)),
        how=desk.text("next.robust_why", count=str(outlook.completions)),
    )
