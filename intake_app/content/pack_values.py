"""Domain values as plain msgpack data, and back, told by the types of their fields.

The data holds texts, numbers, lists and mappings and nothing else: it names no class and no function. Which class is
built where stands in the annotations of the program, so nothing that is read can make the program run anything.
"""

from __future__ import annotations

import datetime
import types
import typing
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import repeat
from operator import itemgetter

import msgspec

from intake_app.advice import kinds
from intake_app.assurance import certificate
from intake_app.content import load_wording
from intake_app.core import ids, text
from intake_app.directory import distance
from intake_app.directory import model as directory
from intake_app.directory.finding import words
from intake_app.questionnaire import conditions
from intake_app.questionnaire import model as questionnaire
from intake_app.triage import model as triage

Turn = Callable[[typing.Any], typing.Any]
"""Turns a value into plain data, or back."""
MODULES = (ids, text, conditions, questionnaire, triage, directory, distance, words, kinds, certificate, load_wording)
NAMES: dict[str, object] = {name: value for module in MODULES for name, value in vars(module).items()}
NAMES |= {"Mapping": Mapping, "datetime": datetime}
"""What annotations may speak of: they are written for the type checker, so their modules do not import it."""
PLAIN = (str, int, float, bool, bytes)
FAULTS = (msgspec.MsgspecError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What data that is no packed value can lead to."""


class DamagedError(ValueError):
    """The data is not what the types say."""


def as_it_is(value: object) -> object:
    """Return the value itself."""
    return value


class _Class:
    """All values of one class: a column per field, so that reading runs field by field and not value by value."""

    def __init__(self, kind: type, turns: list[tuple[str, Turn, Turn]]) -> None:
        """Know the class and its fields: name, how it is packed, how it is unpacked."""
        self._kind, self._turns = kind, turns
        self._puts = [getattr(kind, name).__set__ for name, _, _ in turns]
        self.columns: list[list[object]] = []
        self.made: list[object] = []
        self._numbers: dict[int, int] = {}
        self.forget()

    def forget(self) -> None:
        """Begin anew. The list of values made stays the same list: others refer to it."""
        self.columns = [[] for _ in self._turns]
        self.made.clear()
        self._numbers.clear()

    def pack(self, value: object) -> int:
        """Return the number of a value, after giving it one where it is new."""
        if id(value) not in self._numbers:
            found = [pack(getattr(value, name)) for name, pack, _ in self._turns]
            for column, each in zip(self.columns, found, strict=True):
                column.append(each)
            self._numbers[id(value)] = len(self._numbers)
        return self._numbers[id(value)]

    def unpack(self, columns: list[list[object]]) -> None:
        """Make all values."""
        number = len(columns[0])
        if any(len(column) != number for column in columns):
            raise DamagedError("columns of different length")
        self.made.extend(map(object.__new__, repeat(self._kind, number)))
        for put, (_, _, unpack), column in zip(self._puts, self._turns, columns, strict=True):
            deque(map(put, self.made, column if unpack is as_it_is else map(unpack, column)), maxlen=0)


class Packer:
    """Packs and unpacks the values of one or more types. A value that occurs twice is packed once."""

    def __init__(self, **parts: object) -> None:
        """Learn the types: name of a part -> its annotation."""
        self._turns: dict[object, tuple[Turn, Turn]] = {}
        self._classes: list[_Class] = []  # each after those that its fields refer to
        self._parts = {name: self._turn(hint) for name, hint in parts.items()}

    def pack(self, values: Mapping[str, object]) -> bytes:
        """Return all parts as bytes."""
        self._forget()
        found = [pack(values[name]) for name, (pack, _) in self._parts.items()]
        data = msgspec.msgpack.encode([[each.columns for each in self._classes], found])
        self._forget()
        return data

    def unpack(self, data: bytes) -> dict[str, typing.Any]:
        """Return the parts; raises `DamagedError` where the data is not theirs."""
        self._forget()
        try:
            columns, found = msgspec.msgpack.decode(data, type=list)
            for each, of_class in zip(self._classes, columns, strict=True):
                each.unpack(of_class)
            pairs = zip(self._parts.items(), found, strict=True)
            return {name: unpack(each) for (name, (_, unpack)), each in pairs}
        except FAULTS as error:
            raise DamagedError(type(error).__name__) from error
        finally:
            self._forget()

    def _forget(self) -> None:
        for each in self._classes:
            each.forget()

    def _turn(self, hint: object) -> tuple[Turn, Turn]:
        """Return how values of an annotation are packed and unpacked."""
        if hint not in self._turns:
            self._turns[hint] = self._new_turn(hint)
        return self._turns[hint]

    def _new_turn(self, hint: object) -> tuple[Turn, Turn]:
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if isinstance(hint, typing.NewType) or hint in PLAIN:
            return as_it_is, as_it_is
        if hint is datetime.date:
            return datetime.date.isoformat, datetime.date.fromisoformat
        if isinstance(hint, type) and issubclass(hint, Enum):
            return (lambda value: value.value), {each.value: each for each in hint}.__getitem__
        if isinstance(hint, type) and is_dataclass(hint):
            return self._object(hint)
        if origin in {typing.Union, types.UnionType}:
            return self._either(inner)
        if origin is tuple and Ellipsis not in inner:
            return self._pair(inner)
        if origin in {tuple, frozenset, Mapping}:
            return self._many(origin, inner)
        raise TypeError(f"no way to pack {hint}")

    def _object(self, kind: type) -> tuple[Turn, Turn]:
        hints = typing.get_type_hints(kind, localns=NAMES)
        of_class = _Class(kind, [(each.name, *self._turn(hints[each.name])) for each in fields(kind)])
        self._classes.append(of_class)
        return of_class.pack, of_class.made.__getitem__

    def _either(self, hints: tuple[object, ...]) -> tuple[Turn, Turn]:
        """Pack one of several classes with its place among them; None is packed as it is."""
        kinds_ = [hint for hint in hints if hint is not types.NoneType]
        turns = [self._turn(hint) for hint in kinds_]
        if len(turns) == 1:
            pack_one, unpack_one = turns[0]
            return (
                lambda value: None if value is None else pack_one(value),
                lambda data: None if data is None else unpack_one(data),
            )
        places = {kind: at for at, kind in enumerate(kinds_)}
        return (
            lambda value: [places[type(value)], turns[places[type(value)]][0](value)],
            lambda data: turns[data[0]][1](data[1]),
        )

    def _pair(self, hints: tuple[object, ...]) -> tuple[Turn, Turn]:
        turns = [self._turn(hint) for hint in hints]
        return (
            lambda value: [pack(each) for (pack, _), each in zip(turns, value, strict=True)],
            lambda data: tuple(unpack(each) for (_, unpack), each in zip(turns, data, strict=True)),
        )

    def _many(self, origin: object, hints: tuple[object, ...]) -> tuple[Turn, Turn]:
        pack, unpack = self._turn(hints[0])
        if origin is Mapping:
            pack_value, unpack_value = self._turn(hints[1])
            return (
                lambda value: [[pack(key), pack_value(each)] for key, each in value.items()],
                lambda data: {unpack(key): unpack_value(each) for key, each in data},
            )
        if origin is frozenset:
            return (lambda value: sorted(map(pack, value))), (lambda data: frozenset(map(unpack, data)))
        if unpack is as_it_is:
            return list, tuple
        return (lambda value: list(map(pack, value))), (lambda data: tuple(map(unpack, data)))


def shape_of(kinds_: typing.Iterable[type]) -> str:
    """Return the fields and annotations of classes as text: data of another shape is not for this program."""
    found = {
        kind.__name__: {each.name: str(each.type) for each in fields(kind)} for kind in kinds_ if is_dataclass(kind)
    }
    return repr(sorted(found.items(), key=itemgetter(0)))
