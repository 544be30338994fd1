"""The columns of many people at one moment, and every test on them, each judged once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

from intake_app.questionnaire.conditions import Truth
from intake_app.triage.crowd.columns import FIRST, NOT_APPLICABLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from intake_app.questionnaire.conditions import ColumnState
    from intake_app.triage.crowd.columns import Codebook, Codes, Truths

Compiled = tuple[int, ...]
"""A condition: the places of its tests in the codebook."""
FALSE, UNKNOWN, TRUE = (numpy.uint8(each) for each in (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE))
"""The truths as numpy compares them: held beside an enumeration it asks that one for much more than its number."""
ALWAYS = numpy.full(1, TRUE)
NEVER = numpy.full(1, FALSE)

NOBODY = numpy.zeros(1, dtype=numpy.uint8)
"""A column that nobody was asked."""


class Board:
    """Codes per column; truths of tests are worked out when first asked for."""

    def __init__(self, codebook: Codebook) -> None:
        """Begin empty: nothing was asked."""
        self._codebook = codebook
        self._truths: list[Truths | None] = [None] * len(codebook.tests)
        self.codes: dict[str, Codes] = {}
        self._indexes: dict[str, Codes | NDArray[numpy.intp]] = {}

    def put(self, column: str, codes: Codes) -> None:
        """Set a column; what was worked out on it before is forgotten."""
        self.codes[column] = codes
        self._indexes.pop(column, None)
        for at in self._codebook.tests_of.get(column, ()):
            self._truths[at] = None

    def index(self, column: str) -> Codes | NDArray[numpy.intp]:
        """Return the codes of a column as places in a table; the bits of a wide one stay as they are."""
        found = self._indexes.get(column)
        if found is None:
            codes = self.codes.get(column, NOBODY)
            found = codes if codes.dtype == numpy.uint64 else codes.astype(numpy.intp)
            self._indexes[column] = found
        return found

    def test(self, at: int) -> Truths:
        """Judge one test of the codebook."""
        found = self._truths[at]
        if found is None:
            column, test = self._codebook.tests[at]
            found = self._truths[at] = self._codebook.columns[column].truths(test, self.index(column))
        return found

    def all_hold(self, condition: Compiled) -> Truths:
        """Judge a conjunction; an empty one holds."""
        if not condition:
            return ALWAYS
        found = self.test(condition[0])
        for at in condition[1:]:
            found = numpy.minimum(found, self.test(at))
        return found

    def any_holds(self, conditions: tuple[Compiled, ...]) -> Truths:
        """Judge alternatives; none at all counts as true."""
        if not conditions:
            return ALWAYS
        found = self.all_hold(conditions[0])
        for condition in conditions[1:]:
            found = numpy.maximum(found, self.all_hold(condition))
        return found

    def best(self, conditions: tuple[Compiled, ...]) -> Truths:
        """Return the highest truth among conditions; none at all counts as false."""
        return self.any_holds(conditions) if conditions else NEVER

    def is_open(self, column: str) -> NDArray[numpy.bool_]:
        """Tell who has no value in a column that applies."""
        return self.codes.get(column, NOBODY) < NOT_APPLICABLE

    def is_given(self, column: str) -> NDArray[numpy.bool_]:
        """Tell who has a value in a column."""
        return self.codes.get(column, NOBODY) >= FIRST

    def state(self, column: str, person: int) -> ColumnState:
        """Return the state of a column for one person."""
        codes = self.codes.get(column, NOBODY)
        return self._codebook.columns[column].decode(int(codes[person if len(codes) > 1 else 0]))
