"""Where a rule comes from, for who reads it on a screen or on paper: no name of a file, and no mark of our own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from intake_app.triage.model import Origin

OWN = "eigen oordeel"
"""How a source begins that is our own judgement; the reason follows, in Dutch."""
_PART = r"§\w+(?:\.\w+)*|decision \d+"
_NAMED = re.compile(rf"(?P<document>practice|domain|architecture)\.md(?: (?P<part>{_PART}))?(?: [a-z]+_[a-z_]+)?")
_PIECE = re.compile(rf"(?P<document>practice|domain|architecture)\.md|(?P<part>{_PART})")
_MARK = re.compile(r" ?\[[PF]\d+\]")


def origin_words(origin: Origin, say: Callable[[str], str]) -> str:
    """Return where a rule comes from, and that nobody confirmed it yet where that is so; `say` gives fixed words."""
    told = source_words(origin.source, say)
    return told if origin.status == "confirmed" else f"{told} ({say('sources.unconfirmed')})"


def source_words(source: str, say: Callable[[str], str]) -> str:
    """Return a source in words: of a document its name and its parts, of an own judgement its reason as well."""
    if source.startswith(OWN):
        told = _NAMED.sub(lambda found: _named(found["document"], found["part"], say), source.removeprefix(OWN))
        return say("sources.own") + _MARK.sub("", told)
    documents: list[list[str]] = []
    for found in _PIECE.finditer(source):
        if found["document"]:
            documents.append([say(f"sources.{found['document']}")])
        elif documents and (part := _part(found["part"], say)) not in documents[-1]:
            documents[-1].append(part)
    return "; ".join(", ".join(each) for each in documents) or source


def _named(document: str, part: str | None, say: Callable[[str], str]) -> str:
    return say(f"sources.{document}") + (f" ({_part(part, say)})" if part else "")


def _part(part: str, say: Callable[[str], str]) -> str:
    return part.replace("decision", say("sources.decision"))
