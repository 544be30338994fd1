"""The small parts that resources are made of, and the names that we gave: all begin with `urn:intake:`."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from intake_app.conversation.knowledge import Knowledge

Json = dict[str, Any]

ROOT = "urn:intake"
TALK = f"{ROOT}:talk"
QUESTIONNAIRE = f"{ROOT}:questionnaire"
KINDS = f"{ROOT}:kinds"
TOPICS = f"{ROOT}:topics"
RECIPIENTS = f"{ROOT}:recipients"
CONSENT_ITEMS = f"{ROOT}:consent-items"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
_PINNED = ("questionnaire", "rules", "options")
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a bundle is written with and read against.

    Attributes:
        knowledge: the content that the talk was held with.
        never_named: questions and topics that are not in the questionnaire that goes along, unless one was released.
        say: the words of a key, in Dutch.
        told_names: names of services that are not in this sociale kaart, as a bundle tells them.
    """

    knowledge: Knowledge
    never_named: frozenset[str]
    say: Callable[[str], str]
    told_names: Mapping[str, str] = field(default_factory=dict)

    def service_name(self, id_: str) -> str:
        """Return the name of a service; empty where nobody knows it."""
        known = self.knowledge.supply.directory.service(id_)
        return self.told_names.get(id_, "") if known is None else " ".join(known.name.split())

    @property
    def version(self) -> str:
        """The version of the questionnaire: one for each combination of questions, rules and kinds of help."""
        prints = "\n".join(self.knowledge.fingerprints[part] for part in _PINNED)
        return hashlib.sha256(prints.encode()).hexdigest()[:_DIGITS]


def filled(**fields: object) -> Json:
    """Return an object without what is empty; FHIR knows no empty values. A name may end with `_` (`class_`)."""
    return {name.rstrip("_"): value for name, value in fields.items() if value not in ("", None, [], {})}


def named(name: str) -> str:
    """Return the address of an extension of ours."""
    return f"{ROOT}:extension:{name}"


def extension(url: str, kind: str, value: object) -> Json:
    """Return an extension with a value of a kind, such as `String`, `Code` or `Date`."""
    return {"url": url, f"value{kind}": value}


def extensions(**texts: str) -> list[Json]:
    """Return extensions of ours that hold a text, without the empty ones."""
    return [extension(named(name), "String", text) for name, text in texts.items() if text]


def coding(system: str, code: str, display: str = "") -> Json:
    """Return a code with its words."""
    return filled(system=system, code=code, display=display)


def concept(system: str, code: str, display: str = "") -> Json:
    """Return a code with its words, where several could stand."""
    return {"coding": [coding(system, code, display)]}


def answer_system(column: str) -> str:
    """Return the system that the codes of a question or a fact are of."""
    return f"{ROOT}:answers:{column}"


def number(value: float) -> int | float:
    """Return a number as it is written: 7, not 7.0."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value  # noqa: PLR2004  whole up to there


def address(talk: str, name: str) -> str:
    """Return the address of a resource in the bundle: the same for the same talk, and unlike any other."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{TALK}:{talk}:{name}").urn
