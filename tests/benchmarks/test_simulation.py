"""Many synthetic people through the whole chain: time per person, linear growth, memory. Only ratios judge time."""

from __future__ import annotations

import statistics
import time
import tracemalloc

import pytest

from intake_app.assurance.simulate import CHUNK, Subject, simulate
from tests.shipped import content, knowledge
from tests.triage.crowds import crowd, marginals, population, single

MOST_OF_ONE = 0.15
"""A person in the crowd, drawing and asking included, beside one evaluation by the single engine (evidence §9)."""
FEW, MANY, MOST_GROWTH = 5_000, 50_000, 13.0
"""Ten times the people take at most this many times as long."""
MOST_BYTES = 300_000_000
SIZES = (1_000, 10_000, 100_000, 1_000_000)


def _subject():
    return Subject(
        questionnaire=content().questionnaire,
        rules=content().rules,
        options=content().options,
        marginals=marginals(),
    )


def _best_seconds(work, rounds):
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def _one_evaluation():
    """Return the median time of routing and judging one person whose answers were all met before."""
    people = population().interviewed(crowd(), 100, seed=21)
    engine, told = knowledge().engine, [single(people, at) for at in range(people.size)]
    for _ in range(2):
        found = []
        for answers, facts in told:
            start = time.perf_counter()
            engine.judge(engine.router.route(answers, facts))
            found.append(time.perf_counter() - start)
    return statistics.median(found)


def _tell(capsys, text):
    with capsys.disabled():
        print(f"\n{text}")  # noqa: T201  the figure


@pytest.mark.benchmark
def test_a_person_in_a_crowd_costs_a_small_part_of_one_evaluation(capsys):
    one = _one_evaluation()
    start = _best_seconds(lambda: simulate(_subject(), 1, seed=1), 2)
    each = max(_best_seconds(lambda: simulate(_subject(), CHUNK, seed=1), 3) - start, 0) / CHUNK
    said = f"{each * 1e6:.1f} us a person, {one * 1e6:.0f} us one evaluation, 100,000 people {start + each * 1e5:.2f} s"
    _tell(capsys, f"simulate: {said} (ratio {each / one:.3f})")
    assert each / one <= MOST_OF_ONE


@pytest.mark.benchmark
def test_time_grows_with_the_number_of_people_and_no_faster(capsys):
    few = _best_seconds(lambda: simulate(_subject(), FEW, seed=2), 3)
    many = _best_seconds(lambda: simulate(_subject(), MANY, seed=2), 2)
    _tell(capsys, f"simulate: {FEW} people {few:.2f} s, {MANY} people {many:.2f} s (ratio {many / few:.1f})")
    assert many / few <= MOST_GROWTH


def _peak_bytes(size):
    tracemalloc.start()
    try:
        simulate(_subject(), size, seed=3)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.benchmark
def test_memory_does_not_grow_with_the_number_of_people(capsys):
    one, two = _peak_bytes(CHUNK), _peak_bytes(2 * CHUNK)
    _tell(capsys, f"simulate: peak {one / 1e6:.0f} MB for one chunk, {two / 1e6:.0f} MB for two")
    assert two <= 1.25 * one
    assert two <= MOST_BYTES


@pytest.mark.drill
@pytest.mark.timeout(600)
def test_the_table_from_a_thousand_to_a_million(capsys, request):
    if "drill" not in (request.config.getoption("-m") or ""):
        pytest.skip("asked for by name: pytest -m drill")
    lines = []
    for size in SIZES:
        seconds = _best_seconds(lambda size=size: simulate(_subject(), size, seed=4), 1)
        lines.append(f"{size:>9} people {seconds:>8.2f} s {seconds / size * 1e6:>8.1f} us a person")
    _tell(capsys, "\n".join(lines))
    first, last = (float(line.split()[4]) for line in (lines[1], lines[-1]))
    assert last <= first * MOST_GROWTH / 10
