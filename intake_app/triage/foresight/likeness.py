"""Which synthetic people resemble a talk: those who agree most with the answers that were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from intake_app.questionnaire.model import QuestionKind
from intake_app.triage.crowd.columns import FIRST

if TYPE_CHECKING:
    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.columns import Answers, Codes

STEPS = 2.0
"""Answers this many steps apart agree in nothing; a step nearer in half. Source: eigen oordeel."""
CODES = 4.0
"""The same for the codes in which two multiple choices differ."""
_TOLD_BY = ("age",)
"""Facts of the talk that answers hang together with."""


class Likeness:
    """The answers of the synthetic people, ready to be held against those of a talk."""

    def __init__(self, questionnaire: Questionnaire, people: Answers) -> None:
        """Keep the columns that say something; own words do not."""
        questions = {str(id_): question for id_, question in questionnaire.questions.items()}
        self._many = {name for name, question in questions.items() if question.kind is QuestionKind.MULTI}
        told = [name for name, question in questions.items() if question.kind is not QuestionKind.TEXT]
        self._columns = {name: people.columns[name] for name in (*told, *_TOLD_BY) if name in people.columns}
        self._size = people.size

    def closest(self, known: Answers, most: int) -> NDArray[numpy.intp]:
        """Return who agrees most with the answers of one talk; of equals those who were drawn first."""
        agreed = numpy.zeros(self._size, dtype=numpy.float32)
        for name, codes in known.columns.items():
            if name in self._columns and codes[0] >= FIRST:
                agreed += self._agreement(name, codes[0])
        return numpy.argsort(-agreed, kind="stable")[:most]

    def _agreement(self, name: str, code: numpy.unsignedinteger) -> NDArray[numpy.float32]:
        column = self._columns[name]
        if name in self._many:
            apart = _bits_apart(column, code) / numpy.float32(CODES)
        else:
            apart = numpy.abs(column.astype(numpy.float32) - numpy.float32(code)) / numpy.float32(STEPS)
        found: NDArray[numpy.float32] = numpy.maximum(numpy.float32(0), 1 - apart) * (column >= FIRST)
        return found


def _bits_apart(column: Codes, code: numpy.unsignedinteger) -> NDArray[numpy.float32]:
    """Count the codes that two multiple choices do not share."""
    first = numpy.uint64(FIRST)
    value = numpy.maximum(column.astype(numpy.uint64), first) - first
    apart: NDArray[numpy.float32] = numpy.bitwise_count(value ^ (numpy.uint64(code) - first)).astype(numpy.float32)
    return apart
