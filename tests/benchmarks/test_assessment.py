"""How long one whole assessment takes, beside a yardstick of the same run. Only ratios judge."""

from __future__ import annotations

import json
import statistics
import time

import pytest

from intake_app.core.ids import QuestionId
from intake_app.questionnaire.model import QuestionKind
from tests.shipped import a_session, knowledge

ROUNDS = 60
MOST_TIMES_JSON = 40.0
"""An assessment may take as long as this many JSON round trips of the questionnaire's option codes."""


def _median_ms(work, times=ROUNDS):
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


@pytest.mark.benchmark
def test_one_whole_assessment_after_an_answer(capsys):
    session = a_session()
    singles = [q for q in knowledge().questionnaire.questions.values() if q.kind is QuestionKind.SINGLE and not q.alone]
    for question in singles:
        session.answer(question.id, question.options[len(question.options) // 2].code)
    answers = iter([option.code for option in singles[0].options] * ROUNDS)
    codes = {id_: [option.code for option in q.options] for id_, q in knowledge().questionnaire.questions.items()}
    yardstick = _median_ms(lambda: json.loads(json.dumps(codes)))
    again = _median_ms(lambda: knowledge().picture(session.conversation))
    changed = _median_ms(lambda: session.answer(QuestionId(singles[0].id), next(answers)))
    with capsys.disabled():
        told = f"assessment {again:.2f} ms, one answer with its state {changed:.2f} ms, yardstick {yardstick:.3f} ms"
        print(f"\n{told}")  # noqa: T201  the figure
    assert again / yardstick <= MOST_TIMES_JSON
