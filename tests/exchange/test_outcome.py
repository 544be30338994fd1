"""The outcome as JSON and its schema hold one another."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from intake_app.content.locate import resources_dir
from intake_app.exchange.outcome import MOST_WHAT_IFS, outcome
from tests.shipped import a_conversation, knowledge

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("p*.yaml"))
SCHEMA = json.loads((resources_dir() / "schema" / "outcome.schema.json").read_text(encoding="utf-8"))


@cache
def made(path, language="nl"):
    found = a_conversation(path.read_text(encoding="utf-8"))
    return json.loads(json.dumps(outcome(knowledge(), found, knowledge().picture(found), language)))


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_the_outcome_of_every_persona_fits_the_schema(path):
    jsonschema.validate(made(path), SCHEMA)


def test_every_key_is_required_and_no_other_is_allowed():
    found = made(PERSONAS[0])
    assert set(SCHEMA["required"]) == set(SCHEMA["properties"]) == set(found)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "more": 1}, SCHEMA)


@pytest.mark.parametrize("part", ["explanation", "what_if"])
def test_a_record_with_something_else_in_it_does_not_fit(part):
    found = made(PERSONAS[0])
    wrong = {**found[part], "note": "x"} if part == "explanation" else [{**found[part][0], "note": "x"}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, part: wrong}, SCHEMA)


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_the_record_says_the_same_as_the_outcome(path):
    found = made(path)
    record = found["explanation"]
    assert [(f["flag"], f["state"]) for f in record["flags"]] == [(f["id"], f["state"]) for f in found["red_flags"]]
    assert record["urgency"]["level"] == found["urgency"]
    assert record["status"] == found["status"]
    states = {each["kind"]: each["state"] for group in found["groups"].values() for each in group}
    assert {each["kind"]: each["state"] for each in record["kinds"]} == states
    for side, score in found["scores"].items():
        assert (record["scores"][side]["point"], record["scores"][side]["need"]) == (score["point"], score["need"])


def test_at_most_ten_other_answers_are_told_the_most_telling_first():
    found = made(PERSONAS[0])["what_if"]
    counts = [len(each["kinds"]) for each in found]
    assert 0 < len(found) <= MOST_WHAT_IFS
    assert counts == sorted(counts, reverse=True)
