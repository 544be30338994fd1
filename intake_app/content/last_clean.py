"""The last content that loaded without a fault, kept so that a wrong file never stops the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.content.load import Content, load
from intake_app.content.source import Source, read_source
from intake_app.core.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Content that can be worked with, and what was wrong with the newest where that is not it."""

    content: Content
    problems: tuple[Problem, ...] = ()


def load_or_last_clean(resources: Path, kept: Path) -> Loaded:
    """Load the newest content, else the last clean one from the file `kept`; raises `ProblemsError` without either."""
    try:
        content = load(read_source(resources))
    except ProblemsError as error:
        try:
            return Loaded(content=load(Source.unpacked(kept.read_bytes())), problems=error.problems)
        except (OSError, ProblemsError):
            raise error from None
    _keep(content.source, kept)
    return Loaded(content=content)


def _keep(source: Source, kept: Path) -> None:
    packed = source.packed()
    try:
        if kept.is_file() and kept.read_bytes() == packed:
            return
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_bytes(packed)
        fresh.replace(kept)
    except OSError:
        return  # without it the program still works; only the fallback is older
