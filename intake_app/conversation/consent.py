"""Who may read what: the recipients of a talk, the parts of it that each may read, and what was released beside them.

One place says it: screens ask for it here, papers look at a talk through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.conversation.around import AROUND
from intake_app.conversation.model import Consent

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from intake_app.conversation.model import Conversation
    from intake_app.directory.model import Directory

HUISARTS = "huisarts"
_SERVICE = "service:"
EVERYTHING = "all"
SUMMARY_ITEMS = ("question", "picture", "safety", "choices", "answers")
"""What a huisarts may read, as far as the person agrees; the draft of a referral is made from the same."""
HANDOVER_ITEMS = ("person", "question", "agreed")
"""What an organisation may read: who it is, the question in own words, and what was agreed with it."""
RELEASE = "release:"
"""Begins an item that lets one thing out that otherwise stays inside; what follows tells nothing about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldItem:
    """Something that stays inside unless it is released: the item of a consent that does so, and what it says."""

    item: str
    text: str


def service_recipient(service: str) -> str:
    """Return the recipient that a service of the sociale kaart is."""
    return f"{_SERVICE}{service}"


def service_of(recipient: str) -> str:
    """Return the service that a recipient is; empty where it is none."""
    return recipient.removeprefix(_SERVICE) if recipient.startswith(_SERVICE) else ""


def service_name(recipient: str, talk: Conversation, directory: Directory) -> str:
    """Return the name of the service that a recipient is, also of one that is gone; empty where nobody knows it."""
    id_ = service_of(recipient)
    known = directory.service(id_)
    copies = (each.shown for each in talk.choices if each.service == id_ and each.shown is not None)
    found = next(copies, None) if known is None else known
    return "" if found is None else found.name


def items_of(recipient: str) -> tuple[str, ...]:
    """Return what a recipient may read at most, in the order in which it is asked."""
    if recipient == HUISARTS:
        return SUMMARY_ITEMS
    return HANDOVER_ITEMS if recipient.startswith(_SERVICE) else ()


def consent_of(talk: Conversation, recipient: str) -> Consent | None:
    """Return the consent for a recipient that stands; None where there is none, or it was taken back."""
    given = (each for each in reversed(talk.consents) if each.recipient == recipient)
    latest = next(given, None)
    return None if latest is None or latest.revoked else latest


def may_read(talk: Conversation, recipient: str) -> frozenset[str]:
    """Return the items that a recipient may read; nothing without consent.

    `all` stands for every item, but never for the drawing of who is around (`AROUND`) and never for what was released.
    """
    consent = consent_of(talk, recipient)
    if consent is None:
        return frozenset()
    known, named = frozenset(items_of(recipient)), frozenset(consent.items)
    return (known if EVERYTHING in named else known & named) | ({AROUND} & named)


def released_to(talk: Conversation, recipient: str) -> frozenset[str]:
    """Return the items that were released to a recipient, one by one."""
    consent = consent_of(talk, recipient)
    return frozenset() if consent is None else frozenset(each for each in consent.items if each.startswith(RELEASE))


def given(talk: Conversation, recipient: str, today: datetime.date) -> Consent:
    """Return the consent to read everything that a recipient may; the drawing and what was released are asked apart."""
    return _dated(talk, recipient, (EVERYTHING,), today)


def taken_back(talk: Conversation, recipient: str) -> Consent | None:
    """Return the consent for a recipient as taken back, with the day on which it was given; None where none stands."""
    consent = consent_of(talk, recipient)
    if consent is None:
        return None
    return Consent(recipient=recipient, items=consent.items, on=consent.on, revoked=True)


def without(talk: Conversation, recipient: str, item: str, today: datetime.date, *, is_without: bool) -> Consent:
    """Return the consent with one item left out of it, or let back in."""
    items = items_of(recipient)
    left = may_read(talk, recipient) & set(items)
    left = left - {item} if is_without else left | {item}
    covered = (EVERYTHING,) if left == set(items) else tuple(each for each in items if each in left)
    return _dated(talk, recipient, (*covered, *_beside(talk, recipient)), today)


def releasing(talk: Conversation, recipient: str, item: str, today: datetime.date, *, is_released: bool) -> Consent:
    """Return the consent with one thing released that otherwise stays inside, or no longer."""
    consent = consent_of(talk, recipient)
    kept = tuple(each for each in (() if consent is None else consent.items) if each != item)
    return _dated(talk, recipient, (*kept, item) if is_released else kept, today)


def drawing(talk: Conversation, recipient: str, today: datetime.date, *, is_given: bool) -> Consent | None:
    """Return the consent with the drawing of who is around in it, or no longer; None where nothing changes by that.

    Where the drawing was all that was agreed to, the consent is taken back with it.
    """
    consent = consent_of(talk, recipient)
    items = () if consent is None else consent.items
    others = tuple(each for each in items if each != AROUND)
    if is_given:
        return _dated(talk, recipient, (*others, AROUND), today)
    if AROUND not in items:
        return None
    return _dated(talk, recipient, others, today) if others else taken_back(talk, recipient)


def _beside(talk: Conversation, recipient: str) -> tuple[str, ...]:
    consent = consent_of(talk, recipient)
    items = () if consent is None else consent.items
    return tuple(each for each in items if each == AROUND or each.startswith(RELEASE))


def _dated(talk: Conversation, recipient: str, items: Iterable[str], today: datetime.date) -> Consent:
    """Return a consent of today. Less than before was said before, and keeps its day."""
    found, before = tuple(items), consent_of(talk, recipient)
    wider = before is None or not _is_within(found, before.items, recipient)
    return Consent(recipient=recipient, items=found, on=today if wider or before is None else before.on)


def _is_within(items: tuple[str, ...], others: tuple[str, ...], recipient: str) -> bool:
    return _spelled(items, recipient) <= _spelled(others, recipient)


def _spelled(items: tuple[str, ...], recipient: str) -> frozenset[str]:
    every = items_of(recipient) if EVERYTHING in items else ()
    return frozenset((*items, *every)) - {EVERYTHING}
