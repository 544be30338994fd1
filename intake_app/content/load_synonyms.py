"""From `resources/directory/synonyms.yaml` to the words by which people look for help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.core.ids import KindId
from intake_app.core.tree import open_file
from intake_app.directory.finding.words import Synonyms

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader

SYNONYMS = "directory/synonyms.yaml"
FORMAT = "intake-synonyms/1"


def load_synonyms(files: dict[str, str], kinds: tuple[KindId, ...], problems: list[Problem]) -> Synonyms:
    """Build the synonyms; none where there is no such file: content of before had none."""
    if SYNONYMS not in files:
        return Synonyms()
    reader = open_file(files[SYNONYMS], SYNONYMS, FORMAT, problems)
    said: dict[KindId, tuple[str, ...]] = {}
    for each in reader.each("kinds"):
        kind = each.required("kind")
        if kind not in kinds:
            each.fault("kind_unknown", "kind", kind=kind)
        said[KindId(kind)] = tuple(dict.fromkeys((*each.words("nl"), *each.words("en"))))
        each.done()
    alike, silent = _lists(reader, "alike"), _lists(reader, "silent")
    reader.done()
    return Synonyms(said=said, alike=alike, silent=frozenset(word for each in silent for word in each))


def _lists(reader: Reader, key: str) -> tuple[tuple[str, ...], ...]:
    found = []
    for each in reader.each(key):
        found.append(each.words("words"))
        each.done()
    return tuple(found)
