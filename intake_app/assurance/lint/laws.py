"""Laws that every row keeps, whatever it is about: they see slips that read well and that no table contradicts.

Negation, tests on the state of an answer, and answers from better to worse: each has its place. What breaks a law with
reason is named in `resources/rules/exceptions.yaml`; an exception that is no longer needed has to go.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from intake_app.advice.kinds import Group
from intake_app.assurance.lint.ends import best_answers, is_unbroken, takes_best, takes_worst
from intake_app.assurance.lint.points import laws_of_points
from intake_app.core.problems import problem
from intake_app.questionnaire.conditions import OPEN_STATES, CodeTest, StateTest
from intake_app.triage.model import FlagState, KindEffect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.assurance.lint.findings import Subject
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.conditions import Condition, Test
    from intake_app.questionnaire.model import Question

EXCEPTIONS = "rules/exceptions.yaml"
MAY_NEGATE = frozenset({"language"})
"""Columns of which nobody can write out all that is meant."""
WEIGH = frozenset({"wish_topics", "present", "literacy", "gut_feeling"})
"""Facts of a talk that say something of what the person needs; age, gender and the way of talking do not."""


class Use(Enum):
    """What becomes of it when a condition holds."""

    RAISES = auto()
    MAKES_POSSIBLE = auto()
    ASKS = auto()
    SCORES = auto()
    HASTENS = auto()
    SPEAKS_AGAINST = auto()
    SPEAKS_FOR = auto()


ALARMS = frozenset({Use.RAISES, Use.MAKES_POSSIBLE})
NEVER_OF_GOOD = ALARMS | {Use.ASKS, Use.HASTENS}
"""What no answer that is the best may do."""
NEVER_STOPS_SHORT = frozenset({Use.ASKS, Use.HASTENS, Use.SPEAKS_AGAINST})
"""What a worse answer does too, if an answer does it. Flags may go a step further on a worse answer, in another row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A condition, where it stands, and what it is for; `is_own_network` of the help that it speaks for."""

    where: str
    condition: Condition
    use: Use
    is_own_network: bool = False


def broken_laws(subject: Subject) -> Iterator[Problem]:
    """Name every row that breaks a law and is no exception, and every exception without need."""
    needed = set()
    for each in _all_broken(subject):
        excused = (each.code, each.where.partition("#")[2])
        if excused in subject.exceptions:
            needed.add(excused)
        else:
            yield each
    for law, id_ in sorted(subject.exceptions - needed):
        yield problem("exception_unused", EXCEPTIONS, id=id_, law=law)


def _all_broken(subject: Subject) -> Iterator[Problem]:
    questions: dict[str, Question] = {str(id_): each for id_, each in subject.questionnaire.questions.items()}
    for ground in _grounds(subject):
        yield from _of_tests(ground)
        yield from _of_answers(ground, questions)
        if ground.use is Use.SPEAKS_FOR and not ground.is_own_network and not _weighs(ground, questions):
            yield problem("nothing_weighs", ground.where)
    yield from laws_of_points(subject.rules, questions)


def _grounds(subject: Subject) -> Iterator[Ground]:
    """Yield every condition of the content with its use."""
    rules = subject.rules
    for question in subject.questionnaire.questions.values():
        for gate in question.asked_when:
            yield Ground(where=f"questionnaire#{question.id}", condition=gate, use=Use.ASKS)
    for flag in rules.flags:
        for clause in flag.clauses:
            use = Use.RAISES if clause.state is FlagState.RAISED else Use.MAKES_POSSIBLE
            yield Ground(where=f"rules#{clause.id}", condition=clause.when, use=use)
    for table in rules.tables:
        yield from (Ground(where=f"rules#{row.id}", condition=row.when, use=Use.SCORES) for row in table.rules)
    yield from (Ground(where=f"rules#{rule.id}", condition=rule.when, use=Use.HASTENS) for rule in rules.urgency)
    own_network = {kind.id for kind in subject.options if kind.group is Group.OWN_NETWORK}
    for rule in rules.kinds:
        use = Use.SPEAKS_AGAINST if rule.effect is KindEffect.AGAINST else Use.SPEAKS_FOR
        is_own = rule.kind in own_network
        yield Ground(where=f"rules#{rule.id}", condition=rule.when, use=use, is_own_network=is_own)


def _of_tests(ground: Ground) -> Iterator[Problem]:
    """Name a negation that hides what is meant, and a test on the state of an answer where states do not count."""
    for column, test in ground.condition.tests:
        if isinstance(test, CodeTest):
            if test.negated and ground.use not in ALARMS and column not in MAY_NEGATE:
                yield problem("negation_not_allowed", ground.where, column=column)
        elif isinstance(test, StateTest) and not _may_test_state(ground.use, test):
            yield problem("state_test_not_allowed", ground.where, column=column)


def _may_test_state(use: Use, test: StateTest) -> bool:
    """Only what stays possible, or is for help, hangs on the state; against help only whether it is open counts."""
    if use is Use.SPEAKS_AGAINST:
        return test.states == OPEN_STATES and not test.answered
    return use in {Use.MAKES_POSSIBLE, Use.SPEAKS_FOR}


def _of_answers(ground: Ground, questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Name answers with a gap between them, a worst answer left out, and a best answer that counts as bad."""
    for column, test in ground.condition.tests:
        question = questions.get(column)
        if question is None or isinstance(test, StateTest):
            continue
        if not is_unbroken(question, test):
            yield problem("answers_not_in_a_row", ground.where, column=column)
        if _stops_short(ground, question, test):
            yield problem("worst_answer_left_out", ground.where, column=column)
        if _counts_good_as_bad(ground, question, test, questions):
            yield problem("best_answer_counts", ground.where, column=column)


def _stops_short(ground: Ground, question: Question, test: Test) -> bool:
    """Tell whether a worse answer is left out; a best answer may stand against help only beside what weighs."""
    is_beside = ground.use is Use.SPEAKS_AGAINST and takes_best(question, test)
    return ground.use in NEVER_STOPS_SHORT and not is_beside and not takes_worst(question, test)


def _counts_good_as_bad(ground: Ground, question: Question, test: Test, questions: Mapping[str, Question]) -> bool:
    """Tell whether the best answer asks, alarms or hastens; against help it may stand alone, beside what weighs."""
    if not takes_best(question, test):
        return False
    if ground.use is Use.SPEAKS_AGAINST:
        is_alone = isinstance(test, CodeTest) and not test.negated and test.codes == best_answers(question)
        return not is_alone or not _weighs(ground, questions)
    return ground.use in NEVER_OF_GOOD


def _weighs(ground: Ground, questions: Mapping[str, Question]) -> bool:
    """Tell whether some test holds only of an answer that is not the best, of a flag, or of a fact that counts."""
    for column, test in ground.condition.tests:
        question = questions.get(column)
        if question is None and (column in WEIGH or column.startswith("flag_")):
            return True
        if question is not None and not isinstance(test, StateTest) and not takes_best(question, test):
            return True
    return False
