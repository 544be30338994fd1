"""Our taxonomy: what we keep of a service and HSDS has no field for, as attributes that any program can carry along.

An attribute of ours has a `taxonomy_term_id` of this taxonomy and the fact as its `value`. All ids are made from the
code of the term (UUID version 5), so that every installation of the program uses the same ones.
"""

from __future__ import annotations

import functools
import hashlib
import uuid
from typing import TYPE_CHECKING, Protocol

from intake_app.directory.documents.fields import items_of, text_of
from intake_app.directory.records import RecordKind, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from intake_app.core.ids import KindId
    from intake_app.core.text import Text
    from intake_app.directory.documents.fields import Item
    from intake_app.directory.records import Document, Key, Packed

NAMESPACE = uuid.UUID("5d1c7f1e-6a0b-4f5e-9d53-0f7a3c1b8e42")
"""What all our ids are made in. Never changes: files that are out there refer to them."""
TAXONOMY = "intake"
KIND = "kind"
"""The code under which the option kinds stand; the value is the id of the kind."""
MANY = frozenset({KIND, "genders"})
"""Codes that may occur more than once; a code that is not here has one value."""

PARTICULARS = {
    "free": "Costs the person nothing: true.",
    "wait_days": "Waiting time in days.",
    "wait_on": "The day on which the waiting time was so.",
    "free_places": "How many people could begin.",
    "free_places_on": "The day on which the free places were so.",
    "genders": "Only for this gender; none of these means everyone.",
    "remote": "Takes place by telephone, video or chat: true.",
    "group_setting": "Takes place in a group: true.",
    "easy_reading": "Fit for people who find reading hard: true.",
    "self_referral": "A person can go there without a referral: true.",
    "not_for": "What it is not for, in Dutch.",
    "source": "Where the entry comes from.",
    "source_url": "The page that the entry was taken from.",
    "assured_by": "Who last made sure that the entry is right.",
    "assured_how": "How that was done: telephone, visit, website or message.",
    "phone_assured": "The day on which the telephone number was last found to be right.",
    "status": "Whether someone who knows has looked at it: confirmed, or te_bevestigen.",
    "never_offer": "Why the practice that keeps this list does not send people there.",
    "example": "A made-up entry: true.",
    "reachable": "When the contact can be reached, in Dutch.",
    "what_happens": "What happens when you call the contact, in Dutch.",
    "picture": "Picture of the contact: a PNG or JPEG file in base64.",
    "wheelchair": "Whether one can get in with a wheelchair: true or false.",
    "description.en": "The description in English.",
    "alert.en": "The alert in English.",
    "fees.en": "The description of the fees in English.",
    "eligibility.en": "The description of the eligibility in English.",
    "schedule.en": "The opening hours in words, in English.",
    "referral_by.en": "The way in, in English.",
    "not_for.en": "What it is not for, in English.",
    "reachable.en": "When the contact can be reached, in English.",
    "what_happens.en": "What happens when you call the contact, in English.",
    "phone.en": "The word about the telephone number in English.",
    "accessibility.en": "The description of the accessibility in English.",
}
"""Code and meaning of all terms that are no kind and no group."""


class Kind(Protocol):
    """What is asked of an option kind to make it a term."""

    @property
    def id(self) -> KindId:
        """The id of the kind."""

    @property
    def group(self) -> str:
        """Which of the five groups it belongs to."""

    @property
    def name(self) -> Text:
        """The name of the kind."""


def own_id(*parts: str) -> str:
    """Return the id that belongs to these words, always the same.

    It is `uuid.uuid5` in a third of its time: an import of 100,000 services makes some millions of ids.
    """
    digest = hashlib.sha1(NAMESPACE.bytes + "/".join(parts).encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digest[16], 16) & 3]
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{variant}{digest[17:20]}-{digest[20:32]}"


_TERM_IDS = {code: own_id("term", code) for code in PARTICULARS}
_CODES = {id_: code for code, id_ in _TERM_IDS.items()}


def values_in(document: Document) -> dict[str, list[str]]:
    """Return our values of a document, or of a part of one, by the code of their term."""
    found: dict[str, list[str]] = {}
    for each in items_of(document, "attributes"):
        if (code := _code(each)) is not None:
            found.setdefault(code, []).append(text_of(each.get("value")))
    return found


def put_values(draft: Item, values: Mapping[str, Iterable[str]]) -> None:
    """Give the codes in `values` these values in a draft; attributes of other codes stay.

    Empty values and doubles are left out.
    """
    kept: list[Item] = []
    mine: dict[tuple[str, str], Item] = {}
    for each in items_of(draft, "attributes"):
        if (code := _code(each)) in values:
            mine[str(code), text_of(each.get("value"))] = each
        else:
            kept.append(each)
    for code, wanted in values.items():
        texts = filter(None, dict.fromkeys(wanted))
        kept += [mine.get((code, text)) or _attribute(draft, code, text) for text in texts]
    draft.pop("attributes", None)
    if kept:
        draft["attributes"] = kept


def taxonomy_records(kinds: Iterable[Kind]) -> dict[Key, Packed]:
    """Return our taxonomy with all its terms: the groups, the kinds below them, and the particulars."""
    id_ = own_id("taxonomy")
    taxonomy = {
        "id": id_,
        "name": TAXONOMY,
        "description": "Kinds of help, and facts about a service, of the intake app.",
    }
    found = {(RecordKind.TAXONOMY, id_): packed(taxonomy)}
    for kind in kinds:
        group = own_id("group", kind.group)
        name = kind.group.replace("_", " ")
        found |= _term(group, f"group.{kind.group}", name, f"Group of kinds of help: {name}.")
        found |= _term(_kind_id(kind.id), kind.id, kind.name.nl, kind.name.en, language="nl", parent_id=group)
    for code, meaning in PARTICULARS.items():
        found |= _term(_TERM_IDS[code], f"particular.{code}", code, meaning)
    return found


def _code(attribute: Item) -> str | None:
    term, value = attribute.get("taxonomy_term_id"), attribute.get("value")
    if (code := _CODES.get(text_of(term))) is not None:
        return code
    # A kind that this version does not know is known as a kind all the same: its id is made from its value.
    return KIND if isinstance(value, str) and term == _kind_id(value) else None


def _attribute(draft: Item, code: str, value: str) -> Item:
    owner = text_of(draft.get("id"))
    return {
        "id": own_id(owner, code, value) if code in MANY else own_id(owner, code),
        "taxonomy_term_id": _kind_id(value) if code == KIND else _TERM_IDS[code],
        "value": value,
    }


@functools.lru_cache(maxsize=1_000)
def _kind_id(kind: str) -> str:
    return own_id("kind", kind)


def _term(id_: str, code: str, name: str, description: str, **more: str) -> dict[Key, Packed]:
    term = {"id": id_, "code": code, "name": name, "description": description, "taxonomy": TAXONOMY, "language": "en"}
    term |= {"taxonomy_id": own_id("taxonomy")} | more
    return {(RecordKind.TAXONOMY_TERM, id_): packed(term)}
