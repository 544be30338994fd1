"""Reading YAML as text only, with a line for every value, and taking it apart without losing a mistake.

Every scalar is text: `no` stays "no", `2026.1` stays "2026.1", `on` is no boolean. What a value must be is said
by the reader that takes it.
"""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

from intake_app.core.problems import problem
from intake_app.core.text import NO_TEXT, Text
from intake_app.core.yaml_tree import TreeError, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from intake_app.core.problems import Problem
    from intake_app.core.yaml_tree import Lines, Tree


def parse(text: str, file: str) -> tuple[Tree, Lines, list[Problem]]:
    """Parse one file; returns its tree, the line of every path in it, and the problems found."""
    lines: Lines = {}
    problems: list[Problem] = []
    try:
        return read_yaml(text, file, lines, problems), lines, problems
    except TreeError as error:
        return _json(text, file) if text.lstrip().startswith("{") else ({}, {}, [error.problem])


def _json(text: str, file: str) -> tuple[Tree, Lines, list[Problem]]:
    """Read JSON that is no YAML (tabs, escaped pairs); its values are texts too, and everything is on line 1."""
    try:
        return _texts(json.loads(text, parse_float=str, parse_int=str, parse_constant=str)), {}, []
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        return {}, {}, [problem("yaml_broken", f"{file}:{line}")]


def _texts(value: object) -> Tree:
    if isinstance(value, dict):
        return {str(key): _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


class Reader:
    """One mapping of a file. Each taking method returns a usable value and notes what was wrong with the file."""

    def __init__(
        self, tree: Tree, file: str, lines: Lines, problems: list[Problem], path: tuple[str | int, ...] = ()
    ) -> None:
        """Read `tree`, which stands at `path` in `file`; problems go into the shared list."""
        self._file, self._lines, self._problems, self._path = file, lines, problems, path
        self._tree: dict[str, Tree] = {}
        self._taken: set[str] = set()
        if isinstance(tree, dict):
            self._tree = tree
        else:
            self.fault("not_a_mapping")

    def where(self, key: str = "") -> str:
        """Return `file:line` of a key, or of the mapping itself."""
        path = (*self._path, key) if key else self._path
        return f"{self._file}:{self._lines.get(path, self._lines.get(self._path, 1))}"

    def fault(self, code: str, key: str = "", /, **values: object) -> None:
        """Note a problem at a key."""
        self._problems.append(problem(code, self.where(key), **{"key": key, **values}))

    def has(self, key: str) -> bool:
        """Tell whether the key is there."""
        return key in self._tree

    def names(self) -> tuple[str, ...]:
        """Return all keys, and count them as taken."""
        self._taken.update(self._tree)
        return tuple(self._tree)

    def text(self, key: str, default: str | None = None) -> str:
        """Take a text; a missing one without default is a problem."""
        self._taken.add(key)
        value = self._tree.get(key, default)
        if value is None:
            self.fault("key_missing", key)
            return ""
        if not isinstance(value, str):
            self.fault("not_a_text", key)
            return ""
        return value

    def required(self, key: str) -> str:
        """Take a text that may not be empty."""
        value = self.text(key)
        if self.has(key) and not value.strip():
            self.fault("key_empty", key)
        return value

    def choice(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        """Take one of the known words."""
        value = self.text(key, default)
        if value not in known:
            if self.has(key):
                self.fault("word_unknown", key, known=", ".join(known))
            return default or known[0]
        return value

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Take `true` or `false`."""
        word = None if default is None else str(default).lower()
        return self.choice(key, ("false", "true"), word) == "true"

    def number(self, key: str) -> float | None:
        """Take a number, or None where it is missing or empty."""
        value = self.text(key, "")
        if not value:
            return None
        try:
            return float(value)
        except ValueError:
            self.fault("not_a_number", key)
            return None

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Take a whole number between `low` and `high`, or None where it is missing or empty."""
        value = self.number(key)
        if value is None:
            return None
        if not low <= value <= high or value != int(value):  # the bounds first: infinity and no number have no int
            self.fault("number_out_of_range", key, low=low, high=high)
            return None
        return int(value)

    def date(self, key: str) -> datetime.date | None:
        """Take a date (2026-11-22), or None where it is missing or empty."""
        value = self.text(key, "")
        try:
            return datetime.date.fromisoformat(value) if value else None
        except ValueError:
            self.fault("not_a_date", key)
            return None

    def moment(self, key: str) -> datetime.datetime | None:
        """Take a date with a time (2026-11-22T10:20), or None where it is missing or empty."""
        value = self.text(key, "")
        try:
            return datetime.datetime.fromisoformat(value) if value else None
        except ValueError:
            self.fault("not_a_moment", key)
            return None

    def raw(self, key: str) -> Tree:
        """Take a value as it stands: text, list or mapping."""
        self._taken.add(key)
        return self._tree[key]

    def note(self, found: Problem) -> None:
        """Note a problem that was made elsewhere."""
        self._problems.append(found)

    def words(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; missing means none."""
        self._taken.add(key)
        value = self._tree.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fault("not_a_list", key)
            return ()
        return tuple(str(each) for each in value)

    def both(self, key: str, *, optional: bool = False) -> Text:
        """Take a text in both languages; an optional one may be missing or empty."""
        if optional and not self.has(key):
            return NO_TEXT
        inner = self.inside(key)
        found = Text(nl=inner.text("nl"), en=inner.text("en"))
        inner.done()
        filled = bool(found.nl.strip()), bool(found.en.strip())
        if filled[0] is not filled[1] or not (optional or filled[0]):
            self.fault("language_missing", key)
        return found

    def inside(self, key: str, *, optional: bool = False) -> Reader:
        """Return a reader for the mapping under `key`; a missing one reads as empty, and is a problem or not."""
        self._taken.add(key)
        if key not in self._tree and not optional:
            self.fault("key_missing", key)
        path = (*self._path, key)
        return Reader(self._tree.get(key, {}), self._file, self._lines, self._problems, path)

    def each(self, key: str) -> Iterator[Reader]:
        """Return a reader for every mapping in the list under `key`; missing means none."""
        self._taken.add(key)
        value = self._tree.get(key, [])
        if not isinstance(value, list):
            self.fault("not_a_list", key)
            return
        for at, tree in enumerate(value):
            yield Reader(tree, self._file, self._lines, self._problems, (*self._path, key, at))

    def done(self) -> None:
        """Note every key that nobody took: a typing error, or a word of another version."""
        for key in self._tree:
            if key not in self._taken:
                self.fault("key_unknown", key)


def open_file(text: str, file: str, format_: str, problems: list[Problem]) -> Reader:
    """Parse a file and check that its `format` is the one expected."""
    tree, lines, found = parse(text, file)
    problems.extend(found)
    reader = Reader(tree, file, lines, problems)
    if not found and reader.text("format", "") != format_:
        reader.fault("format_unknown", "format", expected=format_)
    return reader
