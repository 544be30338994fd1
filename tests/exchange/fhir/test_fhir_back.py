"""What was written reads back as the same talk; what was not written by us is refused, with every place named."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Choice, Decision, Step
from intake_app.core.problems import ProblemsError
from intake_app.exchange.fhir.bundle import write_bundle
from intake_app.exchange.fhir.loading import LARGEST
from intake_app.exchange.fhir.read_bundle import MOST_PROBLEMS, differences, read_bundle
from intake_app.exchange.fhir.sendable import sendable
from intake_app.export.leaving import leaving
from intake_app.questionnaire.answers import Given
from tests.exchange.fhir.makers import OFFICIAL, PERSONAS, basis, inputs_of, persona, sent, tree_of, whole
from tests.shipped import content

SIGNS = st.text(max_size=40) | st.sampled_from(["<b>", "{{ }}", "a\u00a0b", "\x00\x1b[2J", " ", "é😀", "\u2028x", "\t"])


def read(data):
    return read_bundle(data, "gesprek.json", basis())


def refused(data):
    with pytest.raises(ProblemsError) as error:
        read(data)
    return error.value.problems


@pytest.mark.parametrize("file", [*PERSONAS, None], ids=lambda file: file.stem if file else "whole")
def test_a_talk_reads_back_as_it_left_and_leaves_again_byte_for_byte(file):
    talk = persona(file) if file else whole()
    data, left = sent(talk), leaving(inputs_of(talk), "huisarts")
    back = read(data)
    assert back == sendable(left, basis())
    assert write_bundle(back, basis()) == data
    assert sent(back) == data  # also through everything that holds back


def with_service_of_elsewhere(name):
    """Return a bundle in which a service was chosen that only the writer has in its sociale kaart."""
    talk = whole()
    kind = next(each.id for each in basis().knowledge.supply.kinds if each.group is not Group.OWN_NETWORK)
    chosen = Choice(kind=kind, decision=Decision.TAKEN, service="sk_van_elders")
    step = Step(text="Bel de wandelgroep", who="person", service="sk_van_elders")
    there = replace(basis(), told_names={"sk_van_elders": name})
    odd = replace(talk, choices=(chosen, *talk.choices), plan=replace(talk.plan, steps=(step, *talk.plan.steps)))
    return odd, write_bundle(odd, there)


def test_a_talk_with_a_service_of_another_sociale_kaart_is_read_too():
    talk, data = with_service_of_elsewhere("Wandelgroep dinsdag")
    assert data.count(b"Wandelgroep dinsdag") == 3
    assert read(data) == sendable(talk, basis())


def test_one_service_has_one_name():
    _, data = with_service_of_elsewhere("Wandelgroep dinsdag")
    cut = data.rindex(b"Wandelgroep dinsdag")
    (told,) = refused(data[:cut] + data[cut:].replace(b"Wandelgroep", b"Looptraining", 1))
    assert told.code == "fhir_different"


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(SIGNS, min_size=6, max_size=6), number=st.floats(allow_nan=True, allow_infinity=True))
def test_words_of_any_signs_read_back_as_they_are_written(texts, number):
    talk = whole()
    wish = replace(talk.wishes[0], text=texts[0], one_higher=texts[1], told_by=texts[2], topic=texts[3])
    odd = replace(
        talk,
        answers={**talk.answers, "own_question": Given(value=texts[4]), "confidence": Given(value=number)},
        notes={"money": texts[5], **talk.notes},
        wishes=(wish, *talk.wishes),
        plan=replace(talk.plan, when_worse=texts[0], speak_how=texts[1]),
    )
    data = write_bundle(odd, basis())
    assert read(data) == sendable(odd, basis())
    assert write_bundle(read(data), basis()) == data


def test_another_layout_of_the_same_json_is_read():
    tree = tree_of(whole())
    assert read(json.dumps(tree, sort_keys=True).encode("utf-8-sig")) == read(sent(whole()))


@cache
def _written():
    return sent(whole())


def _changed(change):
    tree = json.loads(_written())
    change(tree["entry"])
    return json.dumps(tree).encode()


DAMAGE = {
    "a resource is gone": (lambda entry: entry.pop(1), ("fhir_missing", "entry[urn:uuid:")),
    "a resource is too much": (
        lambda entry: entry.append({"fullUrl": "urn:x", "resource": {"resourceType": "Condition"}}),
        ("fhir_unexpected", "entry[6]"),
    ),
    "a resource stands twice": (lambda entry: entry.append(entry[1]), ("fhir_unexpected", "entry[6]")),
    "two resources changed places": (
        lambda entry: entry.__setitem__(slice(0, 2), [entry[1], entry[0]]),
        ("fhir_different", "entry"),
    ),
    "a question is worded otherwise": (
        lambda entry: entry[0]["resource"]["item"][0].update(text="Anders"),
        ("fhir_different", "entry[0].resource.item[0].text"),
    ),
    "a reason for no answer is unknown": (
        lambda entry: _item(entry, "debts")["extension"][0].update(valueCode="masked"),
        ("fhir_unexpected", ".extension[0]"),
    ),
    "a gender changed on one side": (
        lambda entry: entry[1]["resource"].update(gender="male"),
        ("fhir_different", "entry[1].resource.gender"),
    ),
    "a step lost its text": (
        lambda entry: entry[3]["resource"]["activity"][3]["detail"].pop("description"),
        ("fhir_unexpected", "entry[3].resource.activity"),
    ),
    "a status is none of ours": (
        lambda entry: entry[3]["resource"]["activity"][0]["detail"].update(status="completed"),
        ("fhir_different", "entry[3].resource.activity[0]"),
    ),
    "an answer has no such option": (
        lambda entry: _item(entry, "worry")["answer"][0]["valueCoding"].update(code="GEHEIM"),
        ("answer_unknown_option", "entry[2].resource.item["),
    ),
    "a name of a field is strange": (
        lambda entry: entry[2]["resource"].update({"Jan Jansen": 1}),
        ("fhir_unexpected", "entry[2].resource.?"),
    ),
}


def _item(entry, link):
    found = [entry[2]["resource"]]
    while found:
        node = found.pop()
        if node.get("linkId") == link:
            return node
        found += node.get("item", [])
    raise KeyError(link)


@pytest.mark.parametrize("change, told", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named_with_its_place_and_a_remedy_and_never_with_what_was_said(change, told):
    problems = refused(_changed(change))
    code, place = told
    assert any(each.code == code and place in each.where for each in problems)
    words = " ".join(content().wording.of_problem(each, "nl") for each in problems)
    assert "{" not in words
    assert not any(secret in words for secret in ("GEHEIM", "Jansen", "Rust in mijn hoofd", "Brieven"))


def test_a_list_of_very_many_named_objects_is_compared_in_one_pass():
    many = [{"url": str(at)} for at in range(60_000)]  # place by place it would take minutes
    assert not list(differences(many, many, "gesprek.json: "))


def test_every_problem_is_named_at_once():
    def change(entry):
        entry[1]["resource"]["gender"] = "male"
        _item(entry, "worry")["answer"][0]["valueCoding"]["code"] = "x"
        entry[0]["resource"]["title"] = "x"

    assert {each.code for each in refused(_changed(change))} >= {"fhir_different", "answer_unknown_option"}


def test_very_many_problems_end_in_a_count():
    def change(entry):
        for item in (topic for area in entry[0]["resource"]["item"][1:] for topic in area["item"]):
            for each in item["item"]:
                each["text"], each["extra"], each["type"], each["prefix"] = "x", 1, "group", "y"

    problems = refused(_changed(change))
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].code == "fhir_more"


@pytest.mark.parametrize("file", sorted(OFFICIAL.glob("*example*.json")), ids=lambda file: file.stem)
def test_a_bundle_or_form_of_somebody_else_is_foreign(file):
    assert [each.code for each in refused(file.read_bytes())] == ["fhir_foreign"]


def test_another_version_of_the_questions_is_told_as_such():
    version = basis().version
    assert [each.code for each in refused(sent(whole()).replace(version.encode(), b"0" * 16))] == ["fhir_other_version"]


HOSTILE = {
    "nothing": b"",
    "no json": b"resourceType: Bundle",
    "half a file": b'{"resourceType": "Bundle", "entry": [',
    "a list": b"[]",
    "no number": b'{"resourceType": NaN}',
    "a name twice": b'{"resourceType": "Bundle", "resourceType": "Bundle"}',
    "half a pair of signs": b'{"resourceType": "Bundle", "id": "\\ud83d"}',
    "no text at all": b"\xff\xfe\x00\x01",
    "very deep lists": b'{"entry": ' + b"[" * 200_000,
    "very deep objects": b'{"a":' * 60 + b"1" + b"}" * 60,
    "a text without end": b'{"a": "' + b'\\"' * 2_000_000,
    "half a sign at the end": b'{"a": "' + b'x"' * 1_000 + b"\\",
    "a number without end": b'{"id": ' + b"9" * 6_000 + b"}",
    "far too large": b" " * (LARGEST + 1),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_at_the_door(data):
    assert {each.code for each in refused(data)} <= {"fhir_broken", "file_too_large"}


def _places(node, path=()):
    """Yield where every value of a tree is."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in pairs:
        yield (*path, name)
        yield from _places(value, (*path, name))


JUNK = st.sampled_from(
    [None, True, 0, -1, 1e308, 10**400, "", "x", "2026-13-45", [], {}, [[]], [None], {"item": 3}, [{"linkId": []}]]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_value_anywhere_is_read_whole_or_a_named_problem_and_never_a_crash(data):
    tree = json.loads(_written())
    start = ("entry", data.draw(st.integers(1, len(tree["entry"]) - 1)))
    places = [start, *_places(tree["entry"][start[1]], start)]
    place, value = data.draw(st.sampled_from(places)), data.draw(JUNK)
    node = tree
    for name in place[:-1]:
        node = node[name]
    node[place[-1]] = value
    changed = json.dumps(tree).encode()
    found, problems = _read_or_problems(changed)
    assert all(each.where.startswith("gesprek.json") for each in problems)
    # other words of one's own make another talk: that is all of what stands there
    assert found is None or json.loads(write_bundle(found, basis())) == tree


def _read_or_problems(data):
    try:
        return read(data), ()
    except ProblemsError as error:
        return None, error.problems
