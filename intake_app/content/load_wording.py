"""From `resources/wording/*.yaml` to the words of problems, domain terms and documents: key -> text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.text import Text
from intake_app.core.tree import open_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.core.problems import Problem
    from intake_app.core.text import Language
    from intake_app.core.tree import Reader

FORMAT = "intake-wording/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Texts by `section.key`."""

    texts: Mapping[str, Text]

    def text(self, key: str, language: Language, **values: str) -> str:
        """Return the text of a key with its values filled in."""
        return self.texts[key].of(language).format(**values)

    def of_problem(self, problem: Problem, language: Language) -> str:
        """Return where, what and what to do, in one line."""
        known = self.texts.get(f"problems.{problem.code}")
        text = problem.code if known is None else known.of(language).format(**_Values(problem.values))
        return f"{problem.where}: {text}" if problem.where else text


class _Values(dict[str, str]):
    """Values that leave a missing one visible instead of failing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def load_wording(files: dict[str, str], problems: list[Problem]) -> Wording:
    """Read all wording files; each is a mapping section -> key -> text in both languages."""
    texts: dict[str, Text] = {}
    for name, text in files.items():
        reader = open_file(text, name, FORMAT, problems)
        for section in reader.names():
            if section != "format":
                _section(reader.inside(section), section, texts)
    return Wording(texts=texts)


def _section(reader: Reader, section: str, texts: dict[str, Text]) -> None:
    for key in reader.names():
        texts[f"{section}.{key}"] = reader.both(key)
