"""What a recipient may read of a talk, as papers say and keep it: the lock, what was released, and the printed line."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from intake_app.conversation.around import AROUND
from intake_app.conversation.consent import RELEASE, HeldItem, consent_of, items_of, may_read, released_to
from intake_app.export.templating import joined
from intake_app.export.views import Speech
from intake_app.export.views_alone import silent_items

if TYPE_CHECKING:
    from intake_app.conversation.model import Conversation
    from intake_app.core.problems import Problem
    from intake_app.export.views import Inputs

_DIGITS = 16
"""Of the fingerprint of something that was released: enough for the hundred that one talk can hold."""


def locked_without(talk: Conversation, recipient: str, why: Problem) -> tuple[Problem, ...]:
    """Return what locks the papers for a recipient: `why`, while they may read nothing."""
    return () if may_read(talk, recipient) else (why,)


def consent_line(talk: Conversation, recipient: str, name: str, says: Speech) -> str:
    """Return who said when that this may be read, what it covers, and that it can be taken back."""
    consent = consent_of(talk, recipient)
    if consent is None:
        return ""
    covers = says.say("consent.covers", items=joined(says.language, covered_words(talk, recipient, says)))
    on = says.say("consent.said_on", day=says.day(consent.on), name=name)
    return f"{on} {covers} {says.say('consent.back')}"


def covered_words(talk: Conversation, recipient: str, says: Speech) -> tuple[str, ...]:
    """Return in words what a recipient may read; not what was released, which may be told to nobody else."""
    allowed = may_read(talk, recipient)
    return tuple(says.say(f"consent.item_{each}") for each in (*items_of(recipient), AROUND) if each in allowed)


def held_items(inputs: Inputs, says: Speech) -> tuple[HeldItem, ...]:
    """Return what stays inside unless it is released, one by one.

    An item is bound to its text as well: where an answer is mended, the consent for the old one covers it no more.
    """
    dutch = Speech(words=inputs.wording, language="nl")
    found = zip(silent_items(inputs, (), says), silent_items(inputs, (), dutch), strict=True)
    return tuple(HeldItem(item=_fingerprint(each.id, known.text), text=each.text) for each, known in found)


def released_texts(inputs: Inputs, recipient: str, says: Speech) -> tuple[str, ...]:
    """Return what was released to a recipient and still stands as it was, in words."""
    wanted = released_to(inputs.conversation, recipient)
    return tuple(each.text for each in held_items(inputs, says) if each.item in wanted) if wanted else ()


def _fingerprint(id_: str, text: str) -> str:
    return RELEASE + hashlib.sha256(f"{id_}\n{text}".encode()).hexdigest()[:_DIGITS]
