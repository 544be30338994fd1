"""Everything about one person as JSON: the schema and what is made hold one another."""

from __future__ import annotations

import dataclasses
import datetime
import json
import typing
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from intake_app.content.locate import resources_dir
from intake_app.exchange.person_export import person_json
from intake_app.export.person_export import PersonTalk, person_record, releasable
from intake_app.practice import person_record as values
from intake_app.practice.log_book import SawLine
from intake_app.practice.person_record import Correction
from intake_app.practice.users import Role
from tests.export.talks import READ_BY_GP, inputs_of

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("p*.yaml"))
SCHEMA = json.loads((resources_dir() / "schema" / "person-export.schema.json").read_text(encoding="utf-8"))
MADE = datetime.datetime(2026, 12, 3, 9, 30, tzinfo=datetime.UTC)
SEEN = SawLine(on=MADE.date(), who="Anne", roles=(Role.ASSISTANT,), what="Gesprek gelezen", times=2, break_glass=False)


def record_of(*answers, released=False, language="nl"):
    talks = [
        PersonTalk(inputs=inputs_of(each), corrections=(Correction(at=MADE, reason="Fout jaar"),)) for each in answers
    ]
    items = [each.id for each in releasable(talks, language)] if released else []
    return person_record(talks, [SEEN], items, made=MADE, language=language)


@cache
def of_persona(path):
    return json.loads(person_json(record_of(path.read_text(encoding="utf-8") + "\n", released=True)))


def _parts(schema):
    yield schema
    for each in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(each, (dict, list)):
            yield from _parts(each)


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_the_export_of_every_persona_fits_the_schema(path):
    jsonschema.validate(of_persona(path), SCHEMA)


def test_every_object_of_the_schema_requires_each_of_its_names_and_allows_no_other():
    objects = [each for each in _parts(SCHEMA) if isinstance(each, dict) and each.get("type") == "object"]
    assert objects
    for each in objects:
        assert set(each["required"]) == set(each["properties"])
        assert each["additionalProperties"] is False


def test_the_schema_names_what_the_record_holds():
    named = {frozenset(each["required"]) for each in _parts(SCHEMA) if isinstance(each, dict) and "required" in each}
    for each in vars(values).values():
        if dataclasses.is_dataclass(each) and each is not Correction:
            names = frozenset(typing.get_type_hints(each))
            assert names in named or names | {"format"} in named, each.__name__


def test_the_names_stand_in_order_and_nothing_is_written_as_a_python_value():
    found = person_json(record_of(READ_BY_GP.replace("consents", "mode: quick\nconsents"))).decode()
    assert json.loads(found) == json.loads(found, object_pairs_hook=lambda pairs: dict(sorted(pairs)))
    assert list(json.loads(found)) == sorted(json.loads(found))
    assert "None" not in found


def test_something_else_in_it_is_refused():
    found = of_persona(PERSONAS[0])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "name": "x"}, SCHEMA)
