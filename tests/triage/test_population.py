"""Synthetic people: the same for the same seed, as many as the file says, hanging together; faults are named."""

from __future__ import annotations

from functools import cache

import numpy
import pytest

from intake_app.content.load_population import FILE, load_population
from intake_app.core.text import LANGUAGES
from intake_app.questionnaire.model import Mode
from intake_app.triage.crowd.columns import DECLINED, FIRST, NOT_ASKED, SetColumn
from intake_app.triage.crowd.population import BLOCK, quick_questions
from tests.shipped import content
from tests.triage.crowds import crowd, marginals, population

MANY = 20_000
TOLERANCE = 0.02
"""Five times the standard error of a share of one half among this many people."""


@cache
def many():
    """Return many people, before anybody is asked."""
    return population().sample(MANY, seed=1)


def _share(name, code):
    column, codes = crowd().codebook.columns[name], many().columns[name]
    told = codes[codes >= FIRST]
    if isinstance(column, SetColumn):
        bit = column.dtype(column.encode(frozenset({code})) - FIRST)
        return (((told - column.dtype(FIRST)) & bit) != 0).mean()
    return (told == column.encode(code)).mean()


def test_the_same_seed_gives_the_same_people():
    first, second = (population().sample(300, seed=11) for _ in range(2))
    assert all(numpy.array_equal(first.columns[name], second.columns[name]) for name in first.columns)
    other = population().sample(300, seed=12)
    assert any(not numpy.array_equal(first.columns[name], other.columns[name]) for name in first.columns)


@pytest.mark.parametrize("start, size", [(0, 10), (700, 90), (BLOCK - 3, 7), (2 * BLOCK, 5)])
def test_a_person_is_the_same_whatever_the_number_asked_for(start, size):
    whole, part = population().sample(2 * BLOCK + 5, seed=2), population().sample(size, seed=2, start=start)
    for name, codes in part.columns.items():
        assert numpy.array_equal(codes, whole.columns[name][start : start + size]), name


def test_shares_of_single_answers_are_those_of_the_file():
    for name, marginal in marginals().columns.items():
        for code, share in marginal.shares:
            assert _share(name, code) == pytest.approx(share, abs=TOLERANCE), (name, code)


def test_shares_of_multiple_choices_are_those_of_the_file():
    tested = {name: crowd().codebook.columns[name].values for name, each in marginals().columns.items() if each.each}
    always_one = {"complaint_kind", "sleep_cause", "stress_source"}
    for name in set(tested) - always_one:
        for code, share in marginals().columns[name].each:
            if code in tested[name]:
                assert _share(name, code) == pytest.approx(share, abs=TOLERANCE), (name, code)


def test_refusals_and_unknowns_are_as_many_as_the_file_says():
    people = many()
    for name, marginal in marginals().columns.items():
        declined = (people.columns[name] == DECLINED).mean()
        assert declined == pytest.approx(marginal.declined, abs=TOLERANCE / 2), name


def test_ages_follow_their_bands():
    column = crowd().codebook.columns["age"]
    ages = [column.decode(int(code)) for code in many().columns["age"]]
    assert min(ages) >= 16
    assert sum(age < 18 for age in ages) / MANY == pytest.approx(0.02, abs=TOLERANCE / 2)


def test_answers_hang_together():
    people = many()
    mood, worry = people.columns["mood"], people.columns["worry"]
    low, worried = mood == crowd().codebook.columns["mood"].encode("nearly_always_low"), worry == worry.max()
    assert worried[low].mean() > 1.5 * worried[~low].mean()


def test_every_flag_occurs_but_seldom():
    judged = crowd().judge(population().interviewed(crowd(), MANY, seed=1))
    raised = dict(zip((flag.id for flag in content().rules.flags), (judged.flags == 0).mean(axis=0), strict=True))
    assert min(raised.values()) > 0
    assert max(raised.values()) < 0.1


def test_a_short_talk_asks_only_what_belongs_to_it():
    people = population().interviewed(crowd(), 2_000, seed=1)
    is_quick = people.columns["mode"] == crowd().codebook.columns["mode"].encode(Mode.QUICK.value)
    outside = set(content().questionnaire.questions) - quick_questions(content().questionnaire)
    assert outside
    assert all((people.columns[name][is_quick] == NOT_ASKED).all() for name in outside)


def test_nobody_is_asked_an_alone_question_beside_a_relative():
    people = population().interviewed(crowd(), 3_000, seed=1)
    relative = _share_of_present(people, "relative") & (
        people.columns["alone_moment"] == crowd().codebook.columns["alone_moment"].encode("no")
    )
    assert relative.any()
    alone = [id_ for id_, question in content().questionnaire.questions.items() if question.alone]
    assert all((people.columns[name][relative] == NOT_ASKED).all() for name in alone)


def _share_of_present(people, who):
    bit = crowd().codebook.columns["present"].encode(frozenset({who})) - FIRST
    return ((people.columns["present"] - FIRST) & bit) != 0


def test_every_figure_carries_where_it_comes_from():
    assert all(marginals().warning.of(language) for language in LANGUAGES)
    for name, marginal in marginals().columns.items():
        is_own = marginal.origin.source.startswith("eigen oordeel")
        assert is_own or marginal.origin.source.startswith(("domain.md §", "practice.md §")), name


FAULTS = [
    ("{goes_well: 0.3, ok: 0.35, weighs: 0.35}", "{goes_well: 0.3, ok: 0.35, weighs: 0.3}", "shares_do_not_add_up"),
    ("{goes_well: 0.3, ok: 0.35, weighs: 0.35}", "{goes_well: 0.65, weighs: 0.35}", "share_missing"),
    ("{goes_well: 0.3, ok: 0.35, weighs: 0.35}", "{goes_well: 0.3, oke: 0.35, weighs: 0.35}", "code_unknown"),
    ("{goes_well: 0.3, ok: 0.35, weighs: 0.35}", "{goes_well: -0.3, ok: 0.95, weighs: 0.35}", "share_wrong"),
    ("{goes_well: 0.3, ok: 0.35, weighs: 0.35}", "{goes_well: veel, ok: 0.65, weighs: 0.35}", "not_a_number"),
    ("  area_body:\n", "  area_bodie:\n", "column_unknown"),
    ("  area_body:\n", "  area_bodie:\n", "marginal_missing"),
    ("{8..10: 0.25,", "{10..8: 0.25,", "band_wrong"),
    ("body: {strain: 0.35, body: 0.6}", "body: {strain: 0.9, body: 0.6}", "loads_too_heavy"),
    ("body: {strain: 0.35, body: 0.6}", "body: {strain: 0.35, bodie: 0.6}", "word_unknown"),
    ("intake-population/1", "intake-population/2", "format_unknown"),
    ("    declined: 0.08\n", "    declined: 0.08\n    typo: 1\n", "key_unknown"),
]


@pytest.mark.parametrize("was, becomes, code", FAULTS, ids=[f"{code} {at}" for at, (_, _, code) in enumerate(FAULTS)])
def test_a_fault_in_the_file_is_named_with_its_line(was, becomes, code):
    text = content().source.files[FILE]
    assert was in text
    problems = []
    load_population({FILE: text.replace(was, becomes, 1)}, content().questionnaire, problems)
    found = [problem for problem in problems if problem.code == code]
    assert found
    assert all(problem.where.startswith(f"{FILE}:") for problem in found)


def test_a_content_folder_without_a_population_says_so():
    problems = []
    load_population({}, content().questionnaire, problems)
    assert [problem.code for problem in problems] == ["population_missing"]
