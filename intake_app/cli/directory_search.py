"""`directory search`: what the search field of the program does, for whoever sits at a terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from intake_app.bootstrap.places import places
from intake_app.cli.directory import opened
from intake_app.cli.words import printable, resources_of, tell
from intake_app.content.load import load
from intake_app.content.source import read_source
from intake_app.core.clock import SystemClock
from intake_app.core.ids import KindId
from intake_app.core.problems import ProblemsError, problem
from intake_app.directory.finding.search import SearchIndex
from intake_app.directory.finding.words import SearchWords
from intake_app.directory.query import Filters, Query, Sort

if TYPE_CHECKING:
    import argparse

    from intake_app.content.load import Content
    from intake_app.directory.query import Found


def search_directory(asked: argparse.Namespace) -> int:
    """Search the sociale kaart of the store, where one was named or there is one; else the one that is shipped."""
    content = load(read_source(resources_of(asked)))
    query = Query(words=" ".join(asked.words), filters=_filters(asked, content), sort=Sort(asked.sort))
    if asked.store is not None or places(resources_of(asked)).store.exists():
        with opened(asked, to_read=True) as desk:
            _tell(desk.office.directory.search(query), asked)
        return 0
    words = SearchWords(names={kind.id: kind.name for kind in content.options}, synonyms=content.synonyms)
    _tell(SearchIndex(content.directory.services, words, content.postcodes).search(query), asked)
    return 0


def _filters(asked: argparse.Namespace, content: Content) -> Filters:
    """Return the filters that were asked for; raises `ProblemsError` where a kind or postcode is not known."""
    known = {kind.id for kind in content.options}
    problems = [problem("kind_unknown", "--kind", kind=kind) for kind in asked.kind if kind not in known]
    if asked.pc4 and asked.pc4 not in content.postcodes.points:
        problems.append(problem("pc4_unknown", "--pc4"))
    if problems:
        raise ProblemsError(tuple(problems))
    of_group = {kind.id for kind in content.options if kind.group in asked.group}
    return Filters(
        kinds=frozenset(map(KindId, asked.kind)) | of_group,
        pc4=asked.pc4,
        city=asked.city,
        languages=frozenset(asked.language),
        free_only=asked.free,
        age=asked.age,
        open_at=SystemClock().now() if asked.open_now else None,
        self_referral=asked.self_referral,
        wheelchair=asked.wheelchair,
        remote=asked.remote,
        hidden_too=asked.hidden_too,
    )


def _tell(found: Found, asked: argparse.Namespace) -> None:
    tell(tuple(problem("read_as", typed, known=known) for typed, known in found.read_as), asked)
    if not found.all_words:
        tell((problem("found_in_part"),), asked)
    if asked.json:
        lines = [
            {
                "id": hit.service.id,
                "name": hit.service.name,
                "kinds": list(hit.service.kinds),
                "distance_km": None if hit.distance_km is None else round(hit.distance_km, 1),
            }
            for hit in found.hits
        ]
        sys.stdout.write(json.dumps(lines, ensure_ascii=False, indent=2) + "\n")
        return
    for hit in found.hits:
        phones = ", ".join(phone.number for phone in hit.service.phones)
        example = " (voorbeeld)" if hit.service.example else ""
        told = f"{hit.service.name}{example}  {phones}  {hit.service.assured_date.isoformat()}"
        sys.stdout.write(printable(told) + "\n")
    if not found.hits:
        tell((problem("nothing_found"),), asked)
