"""What leaves is FHIR R4: by HL7's own schema, and by what no schema can say."""

from __future__ import annotations

import json
from functools import cache

import jsonschema
import pytest

from tests.exchange.fhir.makers import OFFICIAL, PERSONAS, items, persona, resources, tree_of, whole

KINDS = {"Questionnaire", "QuestionnaireResponse", "Patient", "CarePlan", "ServiceRequest", "Consent"}
REQUIRED = {
    "Questionnaire": {"status"},
    "QuestionnaireResponse": {"status"},
    "CarePlan": {"status", "intent", "subject"},
    "ServiceRequest": {"status", "intent", "subject"},
    "Consent": {"status", "scope", "category"},
    "Patient": set(),
}
"""Elements that FHIR asks for; the schema leaves simple ones free, as a null with an extension may replace them."""


@cache
def schema():
    return json.loads((OFFICIAL / "fhir.schema.json").read_text(encoding="utf-8"))


@cache
def validator(kind):
    return jsonschema.Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": schema()["definitions"]})


def faults(tree):
    """Return where a resource is no FHIR R4; each kind by its own part of the schema, which names the place."""
    rest = {**tree, "entry": [{"fullUrl": each["fullUrl"]} for each in tree["entry"]]}
    found = [list(each.absolute_path) for each in validator("Bundle").iter_errors(rest)]
    for entry in tree["entry"]:
        kind = entry["resource"]["resourceType"]
        found += [[kind, *each.absolute_path] for each in validator(kind).iter_errors(entry["resource"])]
        found += [[kind, name] for name in REQUIRED[kind] - entry["resource"].keys()]
    return found


@pytest.fixture(params=[*PERSONAS, None], ids=lambda file: file.stem if file else "whole")
def tree(request):
    return _tree(request.param)


@cache
def _tree(file):
    return tree_of(persona(file) if file else whole())


def test_every_resource_is_valid_by_the_schema_of_hl7(tree):
    assert faults(tree) == []


def test_only_these_resources_leave_and_no_diagnosis_is_one(tree):
    assert {each["resource"]["resourceType"] for each in tree["entry"]} <= KINDS


def test_every_reference_points_into_the_bundle(tree):
    text, urls = json.dumps(tree), {each["fullUrl"] for each in tree["entry"]}
    assert len(urls) == len(tree["entry"])
    assert set(_references(json.loads(text))) <= urls


def _references(node):
    if isinstance(node, dict):
        yield from ([node["reference"]] if isinstance(node.get("reference"), str) else [])
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _references(each)


def test_a_response_answers_questions_of_its_questionnaire_with_options_that_are_there(tree):
    asked = {item["linkId"]: item for item in items(resources(tree, "Questionnaire")[0])}
    links = [item["linkId"] for item in items(resources(tree, "Questionnaire")[0])]
    assert len(links) == len(set(links))
    for item in items(resources(tree, "QuestionnaireResponse")[0]):
        question = asked[item["linkId"]]
        assert item["text"] == question["text"]
        options = [each["valueCoding"] for each in question.get("answerOption", ())]
        codings = [each["valueCoding"] for each in item.get("answer", ()) if "valueCoding" in each]
        assert all(each in options for each in codings)
        assert len(item.get("answer", ())) <= 1 or question.get("repeats")


def test_a_condition_points_at_a_question_with_an_answer_that_can_be_given(tree):
    asked = {item["linkId"]: item for item in items(resources(tree, "Questionnaire")[0])}
    tests = [test for item in asked.values() for test in item.get("enableWhen", ())]
    assert len(tests) > 50
    for test in tests:
        options = [each["valueCoding"] for each in asked[test["question"]].get("answerOption", ())]
        assert "answerCoding" not in test or test["answerCoding"] in options


def _holds(test, answers):
    """Judge one test as FHIR R4 does."""
    values = [next(iter(each.values())) for each in answers.get(test["question"], ())]
    operator, wanted = test["operator"], next(value for name, value in test.items() if name.startswith("answer"))
    codes = [each["code"] if isinstance(each, dict) else each for each in values]
    wanted = wanted["code"] if isinstance(wanted, dict) else wanted
    if operator == "exists":
        return bool(values) is wanted
    if operator == "!=":
        return wanted not in codes
    compared = {"=": lambda a: a == wanted, ">=": lambda a: a >= wanted, "<=": lambda a: a <= wanted}
    return any(compared[operator](code) for code in codes)


def test_only_what_fhir_finds_enabled_is_answered(tree):
    asked = {item["linkId"]: item for item in items(resources(tree, "Questionnaire")[0])}
    said = {item["linkId"]: item for item in items(resources(tree, "QuestionnaireResponse")[0])}
    answers = {link: item["answer"] for link, item in said.items() if "answer" in item}
    for link in answers:
        tests = [_holds(test, answers) for test in asked[link].get("enableWhen", ())]
        join = any if asked[link].get("enableBehavior") == "any" else all
        assert not tests or join(tests), link


def test_answers_in_an_order_carry_their_place_and_what_they_weigh():
    asked = {item["linkId"]: item for item in items(resources(tree_of(whole()), "Questionnaire")[0])}
    places = [each["extension"][0]["valueDecimal"] for each in asked["worry"]["answerOption"]]
    assert places == list(range(len(places)))
    urls = {each["url"] for option in asked["debts"]["answerOption"] for each in option["extension"]}
    assert "urn:intake:extension:points-social" in urls


def test_what_has_no_answer_says_why_and_what_nobody_asked_is_not_there():
    said = {item["linkId"]: item for item in items(resources(tree_of(whole()), "QuestionnaireResponse")[0])}
    why = {link: said[link]["extension"][0]["valueCode"] for link in ("debts", "post", "sleep_quality") if link in said}
    assert why["debts"] == "asked-declined"
    assert why["post"] == "asked-unknown"
    assert not any("answer" in said[link] for link in why)
    assert "letter_date" not in said


def test_requests_are_drafts_for_what_was_taken_outside_the_own_network():
    tree = tree_of(whole())
    drafts = resources(tree, "ServiceRequest")
    assert [each["code"]["coding"][0]["code"] for each in drafts] == ["geldfit"]
    assert [(each["status"], each["intent"]) for each in drafts] == [("draft", "proposal")]
    states = [each["detail"]["status"] for each in resources(tree, "CarePlan")[0]["activity"]]
    assert states == ["not-started", "cancelled", "on-hold", "not-started", "not-started"]


def _set(path, value):
    def change(tree):
        node = tree
        for name in path[:-1]:
            node = node[name]
        node[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "path, value",
    [
        (("type",), "pile"),
        (("entry", 0, "resource", "status"), "fine"),
        (("entry", 0, "resource", "item", 0, "type"), "heading"),
        (("entry", 0, "resource", "item", 0, "item", 0, "linkId"), 7),
        (("entry", 1, "resource", "gender"), "woman"),
        (("entry", 1, "resource", "birthDate"), "22-11-1991"),
        (("entry", 2, "resource", "status"), "done"),
        (("entry", 2, "resource", "item", 0, "item", 0, "answer"), "quick"),
        (("entry", 2, "resource", "authored"), "gisteren"),
        (("entry", 3, "resource", "activity", 0, "detail", "status"), "chosen"),
        (("entry", 4, "resource", "diagnosis"), "x"),
        (("entry", 5, "resource", "provision", "type"), "allow"),
    ],
)
def test_a_fault_that_is_put_in_on_purpose_is_seen(path, value):
    tree = tree_of(whole())
    assert faults(tree) == []
    _set(path, value)(tree)
    assert faults(tree)
