"""Who may read a paper: the question to ask aloud, what is left out, and what is released although it stays inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.consent import (
    HUISARTS,
    HeldItem,
    consent_of,
    given,
    items_of,
    may_read,
    released_to,
    releasing,
    service_name,
    taken_back,
    without,
)
from intake_app.ui.presenters.choose_facts import day

if TYPE_CHECKING:
    import datetime

    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One part of a talk in words, and whether it is left out."""

    item: str
    label: str
    is_left_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView:
    """The consent that the paper in view needs.

    Attributes:
        recipient: who reads it; empty where the paper needs no consent.
        ask: the sentence to say.
        is_given: whether the person said yes.
        said: that they did, and when.
        items: what may be left out.
        is_overheard: whether somebody hears who must not hear the question; until one is alone it waits.
    """

    recipient: str = ""
    ask: str = ""
    is_given: bool = False
    said: str = ""
    items: tuple[ItemView, ...] = ()
    is_overheard: bool = False


class Consents:
    """What the person said about each recipient of a talk; each command changes it."""

    def __init__(self, desk: Desk, session: Session, today: datetime.date) -> None:
        """Look at a talk; that one is alone is asked anew each time."""
        self._desk, self._session, self._today = desk, session, today
        self._is_alone = False

    def view(self, recipient: str) -> ConsentView:
        """Return the consent for a recipient."""
        talk = self._session.conversation
        overheard = talk.situation.overheard and not self._is_alone
        if not recipient:
            return ConsentView(is_overheard=overheard)
        consent, allowed = consent_of(talk, recipient), may_read(talk, recipient)
        return ConsentView(
            recipient=recipient,
            ask=self._ask(recipient),
            is_given=consent is not None,
            said="" if consent is None else self._desk.text("consent.given", day=day(consent.on)),
            items=tuple(self._item(each, is_left_out=each not in allowed) for each in items_of(recipient)),
            is_overheard=overheard,
        )

    def be_alone(self, *, on: bool = True) -> None:
        """Note that nobody else hears what is said now, or that this is over; it ends with leaving the papers too."""
        self._is_alone = on

    def say(self, recipient: str, *, is_given: bool) -> None:
        """Note that the person said a recipient may read this, or took it back."""
        talk = self._session.conversation
        consent = given(talk, recipient, self._today) if is_given else taken_back(talk, recipient)
        if consent is not None and recipient:
            self._session.consent(consent)

    def leave_out(self, recipient: str, item: str, *, is_left_out: bool) -> None:
        """Leave a part out of what a recipient may read, or let it back in."""
        talk = self._session.conversation
        self._session.consent(without(talk, recipient, item, self._today, is_without=is_left_out))

    def held(self) -> tuple[HeldItem, ...]:
        """Return what stays inside unless it is released; nothing while somebody may hear or see it.

        Raises `ProblemsError`.
        """
        return () if self.view("").is_overheard else self._desk.held_items(self._session)

    def released(self, recipient: str) -> frozenset[str]:
        """Return what was released to a recipient."""
        return released_to(self._session.conversation, recipient)

    def release(self, recipient: str, item: str, *, is_released: bool) -> None:
        """Let one thing that stays inside go to a recipient, or no longer."""
        talk = self._session.conversation
        self._session.consent(releasing(talk, recipient, item, self._today, is_released=is_released))

    def _ask(self, recipient: str) -> str:
        if recipient == HUISARTS:
            return self._desk.text("consent.ask_huisarts")
        name = service_name(recipient, self._session.conversation, self._session.knowledge.supply.directory)
        return self._desk.text("consent.ask_service", name=name)

    def _item(self, item: str, *, is_left_out: bool) -> ItemView:
        label = self._desk.text(f"consent.item_{item}")
        return ItemView(item=item, label=f"{label[0].upper()}{label[1:]}", is_left_out=is_left_out)
