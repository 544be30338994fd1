"""From loaded content to what a talk is held with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from intake_app.advice.proposals import Supply
from intake_app.content.load import load
from intake_app.content.source import Source
from intake_app.conversation.knowledge import Knowledge
from intake_app.core.ids import Fingerprint
from intake_app.core.problems import ProblemsError, problem
from intake_app.triage.evaluate import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.content.load import Content
    from intake_app.directory.distance import PostcodeMap
    from intake_app.directory.model import Directory
    from intake_app.storage.repository import ConversationStore


UNPINNED = frozenset({"directory", "population"})
"""Parts of which a talk always uses the newest."""
MAY_LACK = frozenset({"certificate"})
"""Parts that an older talk may be without: its rules then count as not proved."""


def knowledge_of(content: Content) -> Knowledge:
    """Make the content ready for talks."""
    kinds = tuple(kind.id for kind in content.options)
    return Knowledge(
        questionnaire=content.questionnaire,
        engine=Engine(content.rules, content.questionnaire, kinds),
        supply=Supply(kinds=content.options, directory=content.directory, postcodes=content.postcodes),
        fingerprints=content.source.fingerprints(),
        is_certified=content.is_certified,
    )


class KeptContent(Protocol):
    """A store to read content sets from."""

    def content_set(self, fingerprint: str) -> bytes:
        """Return a content set as it was kept."""


class Shelf:
    """Knowledge by fingerprints: the newest, and older content from the store for talks held with it (decision 6)."""

    def __init__(self, newest: Knowledge, source: Source) -> None:
        """Begin with the newest content."""
        self.newest, self._source = newest, source
        self._older: dict[tuple[tuple[str, str], ...], Knowledge] = {}

    @property
    def postcodes(self) -> PostcodeMap:
        """The points of all postcodes."""
        return self.newest.supply.postcodes

    def restock(self, directory: Directory) -> None:
        """Go on with this sociale kaart, also for talks that are pinned to older content."""
        self.newest = self.newest.restocked(directory)
        self._older = {key: each.restocked(directory) for key, each in self._older.items()}

    def keep_in(self, store: ConversationStore) -> None:
        """Keep the newest content in the store, each part once."""
        for part, fingerprint in self.pins().items():
            store.keep_content(part, fingerprint, Source(files=self._source.part(part)).packed())

    def pins(self) -> dict[str, Fingerprint]:
        """Return what a new talk is pinned to. The sociale kaart is not: what exists today is what counts."""
        return {part: print_ for part, print_ in self.newest.fingerprints.items() if part not in UNPINNED}

    def for_pins(self, pins: Mapping[str, str], store: KeptContent) -> Knowledge:
        """Return the knowledge that a talk was held with; raises `ProblemsError` when it is not whole any more."""
        if dict(pins) == dict(self.pins()):
            return self.newest
        key = tuple(sorted(pins.items()))
        if key not in self._older:
            older = knowledge_of(load(self._assembled(pins, store), was_checked=True))
            self._older[key] = older.restocked(self.newest.supply.directory)
        return self._older[key]

    def _assembled(self, pins: Mapping[str, str], store: KeptContent) -> Source:
        files = {name: text for part in UNPINNED for name, text in self._source.part(part).items()}
        for part in self.pins():
            if part not in pins and part in MAY_LACK:
                continue
            if part not in pins:
                raise ProblemsError((problem("content_bundle_damaged", part),))
            if pins[part] == self.newest.fingerprints[part]:
                files.update(self._source.part(part))
            else:
                files.update(Source.unpacked(store.content_set(Fingerprint(pins[part]))).files)
        return Source(files=files)
