"""From the text of a YAML file to a tree of texts, straight from the parser's events, without nodes in between.

References inside a file (`&name`, `*name`) are refused: a few lines of them can unfold into gigabytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from intake_app.core.problems import problem

if TYPE_CHECKING:
    from intake_app.core.problems import Problem

Tree = dict[str, "Tree"] | list["Tree"] | str
Path = tuple[str | int, ...]
Lines = dict[Path, int]

COMPARISON = re.compile(r"[:,\[]\s*[<>]=?\s*\w")
"""A comparison without quotes, which YAML reads as something else or not at all."""
NUMBER = re.compile(r"[\d._]+")


class TreeError(ValueError):
    """The text is no tree of mappings, lists and texts; `problem` says where and why."""

    def __init__(self, found: Problem) -> None:
        """Keep the problem."""
        super().__init__(found.code)
        self.problem = found


def read_yaml(text: str, file: str, lines: Lines, problems: list[Problem]) -> Tree:
    """Return the tree of `text`, with the line of every path in `lines`; raises `TreeError` where it is no YAML."""
    grower = _Grower(file, lines, problems)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            grower.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        line = mark.line if mark is not None else 0
        wrong = "".join(text.splitlines()[line : line + 1])
        code = "comparison_bare" if COMPARISON.search(wrong) else "yaml_broken"
        raise TreeError(problem(code, f"{file}:{line + 1}")) from error
    return grower.root


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else int(mark.line) + 1


class _Grower:
    """Grows the tree event by event, without recursion: how deep a file nests is up to its writer."""

    def __init__(self, file: str, lines: Lines, problems: list[Problem]) -> None:
        """Begin with nothing."""
        self.root: Tree = {}
        self._file, self._lines, self._problems = file, lines, problems
        self._above: list[tuple[dict[str, Tree] | list[Tree], Path, str | None]] = []
        self._into: dict[str, Tree] | list[Tree] | None = None
        self._path: Path = ()
        self._key: str | None = None
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event."""
        if isinstance(event, yaml.ScalarEvent):
            self._text(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._into, self._path, self._key = self._above.pop() if self._above else (None, (), None)
        elif isinstance(event, yaml.AliasEvent):
            raise TreeError(problem("yaml_reference", self._at(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise TreeError(problem("yaml_broken", self._at(event)))

    def _text(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        if isinstance(self._into, dict) and self._key is None:
            self._key = value
            if value in self._into:
                self._problems.append(problem("key_twice", self._at(event), key=value))
            self._lines[(*self._path, value)] = _line(event)
            return
        if self._key == "version" and not self._path and not event.style and NUMBER.fullmatch(value):
            self._problems.append(problem("version_not_quoted", self._at(event)))
        self._put(value, event)

    def _open(self, opened: dict[str, Tree] | list[Tree], event: yaml.Event) -> None:
        here = self._put(opened, event)
        self._above.append((self._into, self._path, None) if self._into is not None else ([], (), None))
        self._into, self._path, self._key = opened, here, None

    def _put(self, value: Tree, event: yaml.Event) -> Path:
        """Hang a value where it belongs and return its path."""
        into = self._into
        if into is None:
            self.root = value
            self._lines[()] = _line(event)
            return ()
        if isinstance(into, list):
            here: Path = (*self._path, len(into))
            into.append(value)
            self._lines[here] = _line(event)
            return here
        if self._key is None:
            raise TreeError(problem("yaml_broken", self._at(event)))
        here = (*self._path, self._key)
        into[self._key] = value
        self._key = None
        return here

    def _at(self, event: yaml.Event) -> str:
        return f"{self._file}:{_line(event)}"
