"""JSON from anywhere, bounded before it is believed, and taken apart without a mistake of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.fhir.pieces import Json

LARGEST = 5_000_000
"""Bytes of a bundle. Source: eigen oordeel; the largest talk of the personas takes about 400,000."""
DEEPEST = 40
"""Lists and objects in one another. Source: eigen oordeel; a bundle of ours has 17."""
_MARK = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)
"""A text, also one without an end, or a bracket; every sign is looked at once, whatever the text is."""


class _RefusedError(ValueError):
    """The text is JSON that nobody means: a name twice in one object, or no number."""


def loaded(data: bytes, where: str) -> Json:
    """Return the object that a file holds; raises `ProblemsError` `file_too_large` or `fhir_broken`."""
    if len(data) > LARGEST:
        raise ProblemsError((problem("file_too_large", where, most=LARGEST),))
    try:
        text = data.decode("utf-8-sig")
        if _depth(text) > DEEPEST:
            raise _RefusedError
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()  # half a pair of signs is no text
    except (ValueError, RecursionError):
        raise ProblemsError((problem("fhir_broken", where),)) from None
    if not isinstance(found, dict):
        raise ProblemsError((problem("fhir_broken", where),))
    return found


def _depth(text: str) -> int:
    depth = deepest = 0
    for mark in _MARK.finditer(text):
        depth += (mark[0] in {"[", "{"}) - (mark[0] in {"]", "}"})
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RefusedError
    return found


def _refuse(_name: str) -> None:
    raise _RefusedError


def inside(node: object, *path: str) -> Json:
    """Return the object at a path of names; an empty one where there is none."""
    for name in path:
        node = node.get(name) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def listed(node: Json, name: str) -> Iterator[Json]:
    """Yield the objects of a list."""
    found = node.get(name)
    yield from (each for each in (found if isinstance(found, list) else ()) if isinstance(each, dict))


def text(node: Json, name: str) -> str:
    """Return a text; an empty one where there is none."""
    found = node.get(name)
    return found if isinstance(found, str) else ""


def whole(node: Json, name: str) -> int | None:
    """Return a whole number."""
    found = node.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def own(node: Json, url: str, name: str = "valueString") -> str:
    """Return the text of an extension."""
    return next((text(each, name) for each in listed(node, "extension") if each.get("url") == url), "")


def first(node: Json, name: str) -> Json:
    """Return the first object of a list; an empty one where there is none."""
    return next(listed(node, name), {})
