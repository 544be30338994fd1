"""Drawing synthetic people from their marginals, so that answers hang together.

Each person has a few factors that nobody asks about (general strain, one per area of life, age). An answer goes with
them by its loads (a Gaussian copula): the shares stay those of the file, and who sleeps badly is more often low.

People are drawn in blocks of a fixed size, each with its own seed: person i is the same whatever the number asked for.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy
from numpy.random import PCG64, Generator, SeedSequence
from numpy.typing import NDArray

from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.triage.crowd.columns import DECLINED, FIRST, NOT_ASKED, NOT_KNOWN, Answers, ListedColumn, SetColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intake_app.questionnaire.model import Questionnaire
    from intake_app.triage.crowd.columns import Codebook, Codes
    from intake_app.triage.crowd.judge import Crowd, Judged
    from intake_app.triage.crowd.marginals import Loads, Marginal, Marginals

BLOCK = 2048
"""People that are drawn together."""
STEPS, WIDEST = 256, 6
"""What the factors add up to is kept in this many steps per unit, up to this many units from the middle."""
Places = NDArray[numpy.intp]
"""What the factors of each person of a block add up to, as places on that scale."""
Chances = NDArray[numpy.float32]
_NORMAL = NormalDist()
_ALL = 1 - 1e-9


class _Single:
    """A column with one answer, or a number: who has how much chance to be heavier than each cut between answers."""

    def __init__(self, name: str, marginal: Marginal, codebook: Codebook) -> None:
        self._bands, self._column = marginal.bands, codebook.columns[name]
        shares = [share for _, share in marginal.shares] or [band.share for band in marginal.bands]
        self._heavier = [_chances(sum(shares[at:]), marginal) for at in range(1, len(shares))]
        self._codes = codebook.codes(name, [code for code, _ in marginal.shares])

    def codes(self, places: Places, chance: Generator) -> Codes:
        """Return the codes of a block; chance also chooses the number inside its band."""
        drawn = chance.random(BLOCK, dtype=numpy.float32)
        place = numpy.zeros(BLOCK, dtype=numpy.uint8)
        for table in self._heavier:
            place += drawn < table.take(places, mode="clip")
        if not self._bands or not isinstance(self._column, ListedColumn):
            return self._codes.take(place)
        low = numpy.array([band.low for band in self._bands]).take(place)
        wide = numpy.array([band.high - band.low + 1 for band in self._bands]).take(place)
        return self._column.encode_numbers(low + numpy.floor(chance.random(BLOCK) * wide))


class _Several:
    """A multiple choice: each code is drawn by itself; where none is chosen, what excludes the others is."""

    def __init__(self, name: str, marginal: Marginal, codebook: Codebook) -> None:
        column = codebook.columns[name]
        question = codebook.questionnaire.questions.get(name)  # type: ignore[call-overload]
        if not isinstance(column, SetColumn):
            raise TypeError(name)
        self._dtype = column.dtype
        self._bits = codebook.codes(name, [frozenset({code}) for code, _ in marginal.each]) - column.dtype(FIRST)
        self._chosen = [_chances(share, marginal) for _, share in marginal.each]
        excluding = [] if question is None else [option.code for option in question.options if option.excludes]
        self._none = [column.encode(frozenset({code})) - FIRST for code in excluding]
        self._is_question = question is not None

    def codes(self, places: Places, chance: Generator) -> Codes:
        """Return the codes of a block; a question always has an answer: the code that was nearest to being chosen."""
        drawn = chance.random((len(self._bits), BLOCK), dtype=numpy.float32)
        for row, table in zip(drawn, self._chosen, strict=True):
            numpy.subtract(table.take(places, mode="clip"), row, out=row)
        found = numpy.zeros(BLOCK, dtype=self._dtype)
        for chosen, bit in zip(drawn > 0, self._bits, strict=True):
            found += chosen * bit
        if self._none:
            found = numpy.where(found == 0, self._dtype(self._none[0]), found)
        elif self._is_question:
            found = numpy.where(found == 0, self._bits.take(drawn.argmax(axis=0)), found)
        codes: Codes = found + self._dtype(FIRST)
        return codes


def _chances(share: float, marginal: Marginal) -> Chances:
    """List the chance of being among the heaviest `share`, for every place on the scale of the factors."""
    scale, below = _normal()
    if share <= 0 or share >= _ALL:
        return numpy.full(len(scale), 0.0 if share <= 0 else 1.0, dtype=numpy.float32)
    away = scale - _NORMAL.inv_cdf(1 - share)
    rest = math.sqrt(max(0.0, 1 - sum(load * load for _, load in marginal.loads)))
    if rest == 0:
        return (away > 0).astype(numpy.float32)
    return numpy.interp(away / rest, scale, below).astype(numpy.float32)


@cache
def _normal() -> tuple[NDArray[numpy.float64], NDArray[numpy.float64]]:
    """Return the scale of the factors, and the share of people below each place on it."""
    scale = [step / STEPS for step in range(-WIDEST * STEPS, WIDEST * STEPS + 1)]
    return numpy.array(scale), numpy.array([_NORMAL.cdf(each) for each in scale])


class Population:
    """The synthetic people of one file of marginals, for one codebook."""

    def __init__(self, marginals: Marginals, codebook: Codebook) -> None:
        """Work out every cut once."""
        self._questionnaire, self._codebook = codebook.questionnaire, codebook
        self._drawn = {
            name: (_Several if marginal.each else _Single)(name, marginal, codebook)
            for name, marginal in marginals.columns.items()
        }
        self._marginals = marginals
        self._loads = {marginal.loads for marginal in marginals.columns.values()}

    def sample(self, size: int, seed: int, start: int = 0) -> Answers:
        """Return what people `start` to `start + size` would say to every question, asked or not.

        Nobody is routed: who has no debts still says what the letters hold. `interviewed` asks as a talk does.
        """
        blocks = range(start // BLOCK, -(-(start + size) // BLOCK))
        parts = [self._block(seed, block) for block in blocks]
        first = start - blocks[0] * BLOCK if parts else 0
        columns: dict[str, Codes] = {
            name: numpy.concatenate([part[name] for part in parts])[first : first + size] if parts else _nobody()
            for name in self._drawn
        }
        return Answers(size=size, columns=columns)

    def interviewed(self, crowd: Crowd, size: int, seed: int, start: int = 0) -> Answers:
        """Return what the same people say in a talk: only what applies, what the mode asks, and alone where needed."""
        return crowd.interview(*self._talk(size, seed, start))

    def judged(self, crowd: Crowd, size: int, seed: int, start: int = 0) -> tuple[Answers, Judged]:
        """Return what `interviewed` does, and what the rules make of it."""
        return crowd.talk(*self._talk(size, seed, start))

    def _talk(self, size: int, seed: int, start: int) -> tuple[Answers, Answers]:
        return Answers(size=size, columns={}), as_asked(self._codebook, self.sample(size, seed, start))

    def _block(self, seed: int, block: int) -> dict[str, Codes]:
        chance = Generator(PCG64(SeedSequence([seed, block])))
        names = self._marginals.factors
        factors = dict(zip(names, chance.standard_normal((len(names), BLOCK)), strict=True))
        places = {loads: _places(loads, factors) for loads in self._loads}
        found: dict[str, Codes] = {}
        for name, drawn in self._drawn.items():
            marginal = self._marginals.columns[name]
            found[name] = _silenced(drawn.codes(places[marginal.loads], chance), marginal, chance)
        return found


def _places(loads: Loads, factors: Mapping[str, NDArray[numpy.float64]]) -> Places:
    total = numpy.zeros(BLOCK)
    for factor, load in loads:
        total += load * factors[factor]
    return numpy.rint((total + WIDEST) * STEPS).astype(numpy.intp)


def _silenced(codes: Codes, marginal: Marginal, chance: Generator) -> Codes:
    """Put a refusal or an unknown in place of as many answers as the marginal says."""
    silent = marginal.declined + marginal.not_known
    if not silent:
        return codes
    silence = chance.random(BLOCK, dtype=numpy.float32)
    codes[silence < silent] = NOT_KNOWN
    codes[silence < marginal.declined] = DECLINED
    return codes


def as_asked(codebook: Codebook, answers: Answers) -> Answers:
    """Take out what a talk does not ask: outside the quick order in quick mode, and what another may not hear."""
    questionnaire = codebook.questionnaire
    is_quick = answers.columns["mode"] == codebook.columns["mode"].encode(Mode.QUICK.value)
    overheard = _overheard(codebook, answers)
    quick = quick_questions(questionnaire)
    found = dict(answers.columns)
    for id_, question in questionnaire.questions.items():
        left_out = numpy.zeros(1, dtype=numpy.bool_)
        if id_ not in quick:
            left_out = left_out | is_quick
        if question.alone:
            left_out = left_out | overheard
        if id_ in found and left_out.any():
            found[id_] = numpy.where(left_out, found[id_].dtype.type(NOT_ASKED), found[id_])
    return Answers(size=answers.size, columns=found)


def _overheard(codebook: Codebook, answers: Answers) -> NDArray[numpy.bool_]:
    """Tell who has a relative or a child beside them and no moment alone."""
    third = frozenset({Participant.RELATIVE.value, Participant.CHILD.value})
    bits = codebook.columns["present"].encode(third) - FIRST
    present = answers.columns["present"]
    no_moment = answers.columns["alone_moment"] == codebook.columns["alone_moment"].encode("no")
    there = (present >= FIRST) & ((present - present.dtype.type(FIRST)) & present.dtype.type(bits) != 0)
    found: NDArray[numpy.bool_] = there & no_moment
    return found


def quick_questions(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the questions that the quick mode can ask: its fixed order, and those of topics that are chosen."""
    found = {str(id_) for id_ in questionnaire.quick_order}
    for question in questionnaire.questions.values():
        if not questionnaire.topics[question.topic].always or question.asked_when:
            found.add(question.id)
    return frozenset(found)


def _nobody() -> Codes:
    return numpy.zeros(0, dtype=numpy.uint8)
