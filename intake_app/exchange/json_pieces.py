"""JSON of any size, read value by value: a list of 100,000 objects never stands in memory whole."""

from __future__ import annotations

import codecs
import json
import re
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 20
"""Bytes that are read at once; a value that is longer takes twice as many, and so on."""
_LONGEST_WORD = len("-Infinity")
_SIGN = re.compile(r"[^ \t\n\r]")
_MARK = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)|[\[\]{}]', re.DOTALL)
"""A text, also one that is cut off, or a bracket."""
_BYTE_ORDER_MARK = "\ufeff"


class BrokenJsonError(ValueError):
    """The text is no JSON, or it ends before its end."""


def _refuse(_name: str) -> None:
    raise BrokenJsonError


_DECODER = json.JSONDecoder(parse_constant=_refuse)
"""NaN and Infinity are no JSON."""


class TooDeep:
    """Stands for a value with so many lists in one another that it cannot be worked with."""


class JsonPieces:
    """One way through a file, from its beginning or from a `place` where an earlier one was.

    All that reads raises `BrokenJsonError` where the text is not what was asked for, and `UnicodeError` where it is
    none. UTF-8 is read, also with a mark before it, and UTF-16 with its mark.
    """

    def __init__(self, file: IO[bytes], place: int = 0) -> None:
        """Begin; the caller closes the file, which must be at its beginning."""
        mark = file.read(len(codecs.BOM_UTF16_LE))
        endings = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
        self._encoding = endings.get(mark, "utf-8")
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        self._file, self._before = file, place
        self._text, self._at, self._is_whole = "", 0, False
        file.seek(place)
        if not place:
            self._text = self._decoder.decode(file.read(_CHUNK))
            self._at = len(_BYTE_ORDER_MARK) if self._text.startswith(_BYTE_ORDER_MARK) else 0

    @property
    def place(self) -> int:
        """Where the next value is: the bytes before it."""
        return self._before + len(self._text[: self._at].encode(self._encoding))

    def peek(self) -> str:
        """Return the next sign that is no blank; empty at the end."""
        while True:
            found = _SIGN.search(self._text, self._at)
            self._at = found.start() if found else len(self._text)
            if self._at < len(self._text) or not self._more(_CHUNK):
                return self._text[self._at : self._at + 1]

    def items(self) -> Iterator[Any]:
        """Give the values of the list that comes next."""
        self._step("[")
        if self.peek() == "]":
            self._step("]")
            return
        while True:
            yield self.value()
            if self._step(",]") == "]":
                return

    def keys(self) -> Iterator[str]:
        """Give the keys of the object that comes next; who takes one reads its value before the next."""
        self._step("{")
        if self.peek() == "}":
            self._step("}")
            return
        while True:
            if self.peek() != '"':
                raise BrokenJsonError
            key = self.value()
            self._step(":")
            yield key
            if self._step(",}") == "}":
                return

    def value(self) -> Any:  # noqa: ANN401  whatever JSON holds
        """Return the value that comes next, whole; an instance of `TooDeep` for one that cannot be."""
        self.peek()
        size = _CHUNK
        while True:
            found, end = self._scanned()
            # A number that ends with the text at hand may go on: 1 of 1e5.
            if end is not None and (end < len(self._text) - _LONGEST_WORD or self._is_whole):
                self._at = end
                return found
            if self._is_whole:
                raise BrokenJsonError
            size *= 2
            self._more(size)

    def _scanned(self) -> tuple[Any, int | None]:
        """Return the next value and where it ends in the text at hand; None where it goes on beyond."""
        try:
            return _DECODER.raw_decode(self._text, self._at)
        except RecursionError:
            return TooDeep(), self._end_of_value()
        except json.JSONDecodeError as error:
            place = len(self._text) if error.msg.startswith("Unterminated string") else error.pos
        except ValueError:  # a number of thousands of digits, or none at all
            raise BrokenJsonError from None
        if place < len(self._text) - _LONGEST_WORD:
            raise BrokenJsonError
        return None, None

    def _end_of_value(self) -> int | None:
        depth = 0
        for mark in _MARK.finditer(self._text, self._at):
            depth += (mark[0] in {"[", "{"}) - (mark[0] in {"]", "}"})
            if not depth:
                return mark.end()
        return None

    def _step(self, signs: str) -> str:
        found = self.peek()
        if not found or found not in signs:
            raise BrokenJsonError
        self._at += 1
        return found

    def _more(self, size: int) -> bool:
        """Read on; tell whether anything came."""
        if self._is_whole:
            return False
        self._before = self.place
        data = self._file.read(size)
        self._is_whole = not data
        self._text, self._at = self._text[self._at :] + self._decoder.decode(data, final=self._is_whole), 0
        return bool(data)
