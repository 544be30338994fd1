"""Codes for the journal: which fit, why, and what never makes one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.content.load_codes import FILE, codes_of, load_codes
from intake_app.content.locate import resources_dir
from intake_app.core.problems import ProblemsError
from intake_app.core.text import Text
from intake_app.export.icpc import fitting
from intake_app.questionnaire.conditions import CodeTest, Condition
from intake_app.triage.codes import RecordCode, may_leave
from tests.export.talks import MONEY, content, inputs_of

VIOLENCE = """
mode: exploratory
person: {age: 40}
participants: [person, poh_ggz]
alone_moment: true
answers: {afraid: "yes", controlled: "yes", violence: [hitting], family_tension: often, victim: "yes",
  separation: going_on}
"""


def codes():
    return codes_of(resources_dir(), content().questionnaire)


def ids(answers, language="nl"):
    return [each.id for each in fitting(codes(), inputs_of(answers), language)]


@pytest.mark.parametrize(
    "code", ["Z04", "Z12", "Z13", "Z20", "Z21", "Z25", "P01", "P03", "P25", "P70", "P76", "P99", "Z00", "Z30", "z01"]
)
def test_what_is_unverified_too_sensitive_or_the_doctors_may_not_leave(code):
    assert not may_leave(code)
    assert code not in {each.id for each in codes()}


def test_every_code_is_a_complaint_or_a_social_circumstance():
    assert {each.id for each in codes()} <= {"P29", *(f"Z{at:02}" for at in range(1, 30))}


def test_money_that_runs_short_makes_a_code_with_the_reason():
    found = {each.id: each for each in fitting(codes(), inputs_of(MONEY), "nl")}
    assert list(found) == ["Z01"]
    assert found["Z01"].name == "zorgen over geld"
    assert "loopt achter met betalen" in found["Z01"].why


def test_whether_a_code_was_confirmed_goes_along():
    (line,) = fitting(codes(), inputs_of(MONEY), "nl")
    assert not line.is_confirmed
    (line,) = fitting(tuple(replace(each, is_confirmed=True) for each in codes()), inputs_of(MONEY), "nl")
    assert line.is_confirmed


def test_the_words_come_in_english_too():
    assert [each.name for each in fitting(codes(), inputs_of(MONEY), "en")] == ["worries about money"]


def test_an_empty_talk_makes_none():
    assert ids("mode: quick\n") == []


def test_violence_and_what_touches_it_makes_none():
    assert ids(VIOLENCE) == []


def test_a_code_that_looks_at_a_silent_answer_says_nothing():
    looks = Condition(tests=(("afraid", CodeTest(codes=frozenset({"yes"}))),))
    spy = RecordCode(id="Z29", name=Text(nl="x", en="x"), when=(looks,))
    assert fitting((spy,), inputs_of(VIOLENCE), "nl") == ()


def test_an_answer_that_routing_hides_makes_none():
    assert "Z10" in ids(MONEY.replace("debts:", "waiting: worse, debts:"))
    assert "Z10" not in ids(MONEY.replace("debts:", "waiting: worse, earlier_help: none, debts:"))


@pytest.mark.parametrize(
    "changed, code",
    [
        (("id: Z01", "id: Z12"), "record_code_kept_out"),
        (("id: Z01", "id: P76"), "record_code_kept_out"),
        (("id: Z02", "id: Z01"), "id_twice"),
        (("{lonely: ", "{afraid: "), "record_code_from_silent"),
        (('debts: "arrears..bailiff"', 'depts: "arrears"'), "column_unknown"),
        (("intake-codes/1", "intake-codes/9"), "format_unknown"),
    ],
)
def test_a_wrong_list_is_refused_with_its_line(changed, code):
    text = (resources_dir() / FILE).read_text(encoding="utf-8").replace(*changed, 1)
    problems = []
    load_codes(text, content().questionnaire, problems)
    assert code in [each.code for each in problems]
    assert all(each.where.startswith(f"{FILE}:") for each in problems)


def test_a_folder_without_codes_has_none_and_a_damaged_file_is_told(tmp_path):
    assert codes_of(tmp_path, content().questionnaire) == ()
    (tmp_path / "codes").mkdir()
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(ProblemsError):
        codes_of(tmp_path, content().questionnaire)


def test_a_talk_of_older_content_without_the_question_makes_no_code():
    inputs = inputs_of(MONEY)
    questions = {id_: each for id_, each in inputs.knowledge.questionnaire.questions.items() if id_ != "debts"}
    older = replace(inputs.knowledge.questionnaire, questions=questions)
    found = fitting(codes(), replace(inputs, knowledge=replace(inputs.knowledge, questionnaire=older)), "nl")
    assert [each.why for each in found] == ["komt geld tekort"]
