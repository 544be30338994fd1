"""From `resources/population/*.yaml` to the synthetic population. Not loaded on start-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.content.parse_condition import Columns
from intake_app.core.problems import problem
from intake_app.core.text import NO_TEXT
from intake_app.core.tree import open_file
from intake_app.questionnaire.model import QuestionKind
from intake_app.questionnaire.situation import FACTS
from intake_app.triage.crowd.marginals import NUMBER_FACTS, SET_FACTS, Band, Marginal, Marginals
from intake_app.triage.model import Origin, Strength

if TYPE_CHECKING:
    from intake_app.core.problems import Problem
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.model import Question, Questionnaire
    from intake_app.triage.crowd.marginals import Loads

FILE = "population/marginals.yaml"
FORMAT = "intake-population/1"
ANY_TEXT = "other"
"""The one code of an answer in own words."""
SLACK = 0.001


def load_population(files: dict[str, str], questionnaire: Questionnaire, problems: list[Problem]) -> Marginals:
    """Build the population; what is wrong is added to `problems`, each with file and line."""
    if FILE not in files:
        problems.append(problem("population_missing", FILE))
        return Marginals(version="", warning=NO_TEXT, factors=(), columns={})
    file = open_file(files[FILE], FILE, FORMAT, problems)
    common = _Common(file)
    facts, asked = file.inside("facts"), file.inside("questions")
    questions = {str(id_): question for id_, question in questionnaire.questions.items()}
    codes = Columns(questions, tuple(questionnaire.topics))
    columns: dict[str, Marginal] = {}
    for name in _known(facts, FACTS):
        columns[name] = _marginal(facts.inside(name), _of_fact(name, codes.codes(name) or ()), common)
    for name in _known(asked, tuple(questions)):
        columns[name] = _marginal(asked.inside(name), _of_question(questions[name]), common)
    found = Marginals(
        version=file.required("version"), warning=file.both("warning"), factors=common.factors, columns=columns
    )
    file.done()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What an entry must hold: `shares`, `each` or `numbers`, and over which codes."""

    kind: str
    codes: tuple[str, ...]
    is_question: bool
    area: str = ""


class _Common:
    """What stands once for all entries of the file."""

    def __init__(self, file: Reader) -> None:
        self.owner = file.required("owner")
        self.strength = file.choice("strength", tuple(Strength))
        self.checked = file.required("checked")
        self.factors = file.words("factors")
        unanswered = file.inside("unanswered")
        self.declined, self.not_known = _share(unanswered, "declined", 0.0), _share(unanswered, "not_known", 0.0)
        unanswered.required("source")
        unanswered.done()
        loads = file.inside("loads")
        self.loads = {area: _loads(loads.inside(area), self.factors) for area in loads.names()}


def _known(reader: Reader, wanted: tuple[str, ...]) -> list[str]:
    names = reader.names()
    for name in names:
        if name not in wanted:
            reader.fault("column_unknown", name)
    for name in wanted:
        if name not in names:
            reader.fault("marginal_missing", column=name)
    return [name for name in names if name in wanted]


def _of_fact(name: str, codes: tuple[str, ...]) -> _Wanted:
    kind = "each" if name in SET_FACTS else "numbers" if name in NUMBER_FACTS else "shares"
    return _Wanted(kind=kind, codes=codes, is_question=False)


def _of_question(question: Question) -> _Wanted:
    kind = {QuestionKind.MULTI: "each", QuestionKind.NUMBER: "numbers"}.get(question.kind, "shares")
    codes = tuple(option.code for option in question.options if kind == "shares" or not option.excludes)
    return _Wanted(kind=kind, codes=codes or (ANY_TEXT,), is_question=True, area=question.area.value)


def _marginal(reader: Reader, wanted: _Wanted, common: _Common) -> Marginal:
    default = common.loads.get(wanted.area, ())
    found = Marginal(
        shares=_shares(reader.inside("shares"), wanted) if wanted.kind == "shares" else (),
        each=_each(reader.inside("each"), wanted) if wanted.kind == "each" else (),
        bands=_bands(reader.inside("numbers")) if wanted.kind == "numbers" else (),
        declined=_share(reader, "declined", common.declined if wanted.is_question else 0.0),
        not_known=_share(reader, "not_known", common.not_known if wanted.is_question else 0.0),
        loads=_loads(reader.inside("loads"), common.factors) if reader.has("loads") else default,
        origin=Origin(
            source=reader.required("source"),
            strength=Strength(reader.choice("strength", tuple(Strength), common.strength)),
            owner=common.owner,
            status="te_bevestigen",
            checked=reader.text("checked", common.checked),
        ),
    )
    if found.declined + found.not_known > 1:
        reader.fault("share_wrong", "declined")
    reader.done()
    return found


def _share(reader: Reader, key: str, default: float) -> float:
    value = reader.number(key)
    if value is not None and not 0 <= value <= 1:
        reader.fault("share_wrong", key)
        return default
    return default if value is None else value


def _shares(reader: Reader, wanted: _Wanted) -> tuple[tuple[str, float], ...]:
    found = _each(reader, wanted)
    _adds_up(reader, [share for _, share in found])
    return found


def _each(reader: Reader, wanted: _Wanted) -> tuple[tuple[str, float], ...]:
    """Take a share per code; of a question every code must be there, of a fact none may be unknown."""
    for code in reader.names():
        if wanted.codes and code not in wanted.codes:
            reader.fault("code_unknown", code, code=code, known=", ".join(wanted.codes))
    for code in wanted.codes:
        if wanted.is_question and not reader.has(code):
            reader.fault("share_missing", code=code)
    return tuple((code, _share(reader, code, 0.0)) for code in reader.names())


def _bands(reader: Reader) -> tuple[Band, ...]:
    found = []
    for name in reader.names():
        low, dots, high = name.partition("..")
        if not dots or not low.isdecimal() or not high.isdecimal() or int(low) > int(high):
            reader.fault("band_wrong", name)
            continue
        found.append(Band(low=int(low), high=int(high), share=_share(reader, name, 0.0)))
    _adds_up(reader, [band.share for band in found])
    return tuple(found)


def _adds_up(reader: Reader, shares: list[float]) -> None:
    if abs(sum(shares) - 1) > SLACK:
        reader.fault("shares_do_not_add_up", sum=f"{sum(shares):g}")


def _loads(reader: Reader, factors: tuple[str, ...]) -> Loads:
    found = []
    for name in reader.names():
        value = reader.number(name)
        if name not in factors:
            reader.fault("word_unknown", name, known=", ".join(factors))
        elif value is not None:
            found.append((name, value))
    if sum(load * load for _, load in found) > 1 + SLACK:
        reader.fault("loads_too_heavy")
    return tuple(found)
