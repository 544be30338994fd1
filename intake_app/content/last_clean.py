"""The last content that loaded without a fault, kept so that a wrong file never stops the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.content.cache import load_cached
from intake_app.content.load import Content, load
from intake_app.content.private_file import write_privately
from intake_app.content.source import Source
from intake_app.core.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from pathlib import Path


CACHE_NAME = "content-cache.bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Content that can be worked with, and what was wrong with the newest where that is not it."""

    content: Content
    problems: tuple[Problem, ...] = ()


def load_or_last_clean(resources: Path, kept: Path) -> Loaded:
    """Load the newest content, else the last clean one from the file `kept`; raises `ProblemsError` without either.

    Beside `kept` stands the cache of the newest.
    """
    try:
        content = load_cached(resources, kept.with_name(CACHE_NAME))
    except ProblemsError as error:
        try:
            return Loaded(content=load(Source.unpacked(kept.read_bytes()), was_checked=True), problems=error.problems)
        except (OSError, ProblemsError):
            raise error from None
    _keep(content.source, kept)
    return Loaded(content=content)


def _keep(source: Source, kept: Path) -> None:
    packed = source.packed()
    try:
        if kept.is_file() and kept.read_bytes() == packed:
            return
        write_privately(kept, packed)
    except OSError:
        return  # without it the program still works; only the fallback is older
