"""Laws of points: what goes well adds none and what goes badly takes none away, and worse answers count for more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from intake_app.assurance.lint.ends import from_best, takes_best, worse_answers
from intake_app.core.problems import problem
from intake_app.questionnaire.conditions import CodeTest
from intake_app.triage.model import HitPolicy, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from intake_app.core.problems import Problem
    from intake_app.questionnaire.model import Question
    from intake_app.triage.model import RuleSet, ScoreRule, ScoreTable


def laws_of_points(rules: RuleSet, questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Name every row of which the points go the wrong way, and every table that skips an answer."""
    for table in rules.tables:
        for row in table.rules:
            yield from _of_signs(row, questions)
        question = questions.get(table.columns[0]) if len(table.columns) == 1 else None
        if question is not None:
            yield from _of_skipped(table, question)
        if question is not None and table.hit is HitPolicy.UNIQUE:
            yield from _of_order(table, question)


def _of_signs(row: ScoreRule, questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Points are added for what does not go well, and taken away only for what does."""
    asked = [(questions[column], test) for column, test in row.when.tests if column in questions]
    is_best = [takes_best(question, test) for question, test in asked]
    if any(is_best) and any(points > 0 for _, points in row.amounts):
        yield problem("best_answer_adds", f"rules#{row.id}")
    if not (is_best and all(is_best)) and any(points < 0 for _, points in row.amounts):
        yield problem("worse_answer_relieves", f"rules#{row.id}")
    if not any(points for _, points in row.amounts):
        yield problem("row_without_points", f"rules#{row.id}")


def _of_skipped(table: ScoreTable, question: Question) -> Iterator[Problem]:
    """Every answer that is worse than the best has a row."""
    without = [code for code in worse_answers(question) if not any(_names(row, code) for row in table.rules)]
    if without:
        yield problem("answer_without_points", f"rules#{table.id}", question=question.id, answers=", ".join(without))


def _of_order(table: ScoreTable, question: Question) -> Iterator[Problem]:
    """From the best answer to the worst each counts for more, unless one row stands for both."""
    codes = from_best(question)
    rows = {code: row for row in table.rules for code in codes if _names(row, code)}
    for better, worse in pairwise(codes):
        one, other = rows.get(better), rows.get(worse)
        if other is not None and one is not other and not _counts_more(one, other):
            yield problem("points_do_not_rise", f"rules#{other.id}", answer=worse, better=better)


def _names(row: ScoreRule, code: str) -> bool:
    return any(isinstance(test, CodeTest) and (code in test.codes) is not test.negated for _, test in row.when.tests)


def _counts_more(better: ScoreRule | None, worse: ScoreRule) -> bool:
    """Tell whether a worse answer counts for no less on either side, and for more on one."""
    before = [0 if better is None else better.amount(target) for target in Target]
    after = [worse.amount(target) for target in Target]
    return before != after and all(one <= other for one, other in zip(before, after, strict=True))
