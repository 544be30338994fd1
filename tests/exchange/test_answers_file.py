from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.core.problems import ProblemsError
from intake_app.exchange.answers_file import read_answers_file
from intake_app.exchange.outcome import outcome
from intake_app.questionnaire.answers import Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import QuestionKind
from tests.shipped import TODAY, a_conversation, knowledge


def problems_of(text):
    with pytest.raises(ProblemsError) as refused:
        a_conversation(text)
    return [(each.code, each.where) for each in refused.value.problems]


def test_only_the_mode_is_needed():
    assert a_conversation("mode: quick").situation.date == TODAY


def test_yaml_words_stay_words():
    found = a_conversation("mode: exploratory\nanswers: {suicide_thoughts: no, moving_days: 3}")
    assert found.answers == {"suicide_thoughts": Given(value="no"), "moving_days": Given(value=3.0)}


def test_json_is_read_as_well():
    text = json.dumps({"mode": "quick", "person": {"age": 40}, "answers": {"area_body": "ok"}})
    assert a_conversation(text).answers["area_body"] == Given(value="ok")


def test_the_ways_of_not_answering_are_kept_apart():
    found = a_conversation(
        'mode: quick\nanswers: {money_round: declined, debts: unknown}\nnot_asked: {afraid: "niet alleen"}'
    )
    assert found.answers["money_round"] == Declined()
    assert found.answers["debts"] == NotKnown()
    assert found.answers["afraid"] == NotAsked(reason="niet alleen")


WRONG = [
    ("mode: snel", "word_unknown", "test.yaml:1"),
    ("mode: quick\nansers: {}", "key_unknown", "test.yaml:2"),
    ("mode: quick\nanswers:\n  area_body: prima", "answer_unknown_option", "test.yaml:3"),
    ("mode: quick\nanswers:\n  area_bodie: ok", "question_unknown", "test.yaml:3"),
    ("mode: exploratory\nanswers:\n  moving_days: 9", "answer_number", "test.yaml:3"),
    ("mode: quick\nanswers:\n  needs_missing: [none, food]", "answer_excludes", "test.yaml:3"),
    ("mode: quick\nanswers:\n  area_body: [ok]", "answer_form", "test.yaml:3"),
    ("mode: quick\nperson:\n  age: 200", "number_out_of_range", "test.yaml:3"),
    ("mode: quick\nperson:\n  birth_year: 1800", "number_out_of_range", "test.yaml:3"),
    ("mode: quick\nperson:\n  pc4: 25AB", "pc4_wrong", "test.yaml:3"),
    ("mode: quick\nperson:\n  age: 12", "too_young", "test.yaml:2"),
    ("mode: quick\nperson: {birth_year: 2010}", "age_in_doubt", "test.yaml:2"),
    ("mode: quick\ndate: gisteren", "not_a_date", "test.yaml:2"),
    ("mode: quick\nanswers: [a", "yaml_broken", "test.yaml:2"),
    ("- mode", "not_a_mapping", "test.yaml:1"),
    ("mode: quick\nmode: quick", "key_twice", "test.yaml:2"),
    ("", "key_missing", "test.yaml:1"),
]


@pytest.mark.parametrize("text, code, where", WRONG)
def test_what_is_wrong_is_named_with_its_line(text, code, where):
    assert (code, where) in problems_of(text)


def test_a_note_of_twenty_thousand_signs_with_emoji_and_markup_is_kept_as_typed():
    note = ("😀<b>vet</b> {{ }} " * 1200)[:20_000]
    text = json.dumps({"mode": "quick", "notes": {"money": note}}, ensure_ascii=False)
    assert a_conversation(text).notes["money"] == note
    longer = json.dumps({"mode": "quick", "notes": {"money": note + "x"}})
    assert problems_of(longer)[0][0] == "note_too_long"


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_no_text_at_all_breaks_the_reader(text):
    with suppress(ProblemsError):
        read_answers_file(text, "x.yaml", knowledge(), TODAY)


def _any_answer(question):
    if question.kind is QuestionKind.SINGLE:
        return st.sampled_from([option.code for option in question.options])
    if question.kind is QuestionKind.MULTI:
        return st.sampled_from([[option.code] for option in question.options])
    if question.kind is QuestionKind.NUMBER:
        return st.just(question.minimum)
    return st.just("tekst")


@st.composite
def files(draw):
    questions = knowledge().questionnaire.questions
    chosen = draw(st.lists(st.sampled_from(sorted(questions)), unique=True, max_size=40))
    answers = {id_: draw(st.one_of(st.just("declined"), _any_answer(questions[id_]))) for id_ in chosen}
    return {"mode": draw(st.sampled_from(["quick", "exploratory"])), "person": {"age": 40}, "answers": answers}


@settings(max_examples=40)
@given(files())
def test_every_outcome_fits_the_schema(file):
    import jsonschema

    from intake_app.content.locate import resources_dir

    schema = json.loads((resources_dir() / "schema" / "outcome.schema.json").read_text(encoding="utf-8"))
    found = a_conversation(json.dumps(file))
    made = outcome(knowledge(), found, knowledge().picture(found), "nl")
    jsonschema.validate(json.loads(json.dumps(made)), schema)


@settings(max_examples=40)
@given(files())
def test_the_listed_amounts_add_up_to_the_point_of_each_score(file):
    found = a_conversation(json.dumps(file))
    for score in outcome(knowledge(), found, knowledge().picture(found), "nl")["scores"].values():
        total = sum(each["amount"] for each in score["contributions"])
        assert score["point"] == min(100, max(0, total))
        assert score["low"] <= score["point"] <= score["high"]
