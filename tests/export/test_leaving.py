"""What another system gets: what the consent covers, nothing that must stay inside, unless it was released."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.advice.plan import Step
from intake_app.conversation.consent import released_to, releasing
from intake_app.conversation.model import Consent, Strength, Wish
from intake_app.core.problems import ProblemsError
from intake_app.exchange.fhir.bundle import write_bundle
from intake_app.exchange.fhir.read_bundle import read_bundle
from intake_app.exchange.fhir.sendable import sendable
from intake_app.export import documents
from intake_app.export.consented import held_items
from intake_app.export.leaving import leaving, never_named
from intake_app.export.views import speech
from intake_app.export.views_alone import silent_items
from intake_app.export.views_visible import Visible
from tests.exchange.fhir.makers import PERSONAS, basis, inputs_of, items, persona, resources, sent, tree_of, whole
from tests.shipped import a_conversation, knowledge

NAMES_NOTHING = ("geweld", "mishandel", "veilig thuis", "kindermishandeling", "bedreig", "wurg")
TODAY = datetime.date(2026, 11, 22)


def agreed(talk, *names, recipient="huisarts"):
    return replace(talk, consents=(Consent(recipient=recipient, items=names, on=TODAY),))


@pytest.mark.parametrize("file", PERSONAS, ids=lambda file: file.stem)
def test_no_question_topic_or_word_of_what_is_silent_leaves(file):
    talk = persona(file)
    tree, text = tree_of(talk), sent(talk).decode().lower()
    links = {item["linkId"] for kind in ("Questionnaire", "QuestionnaireResponse") for item in _all(tree, kind)}
    held = never_named(knowledge())
    assert links.isdisjoint(held | {f"topic.{each}" for each in held})
    questions = knowledge().questionnaire.questions
    assert not any(questions[each].text.nl.lower() in text for each in questions if each in held)
    assert not any(word in text for word in NAMES_NOTHING)
    notes = [note for about, note in talk.notes.items() if about in held]
    assert not any(note.lower()[:30] in text for note in notes)
    assert not talk.situation.call_back or talk.situation.call_back.lower() not in text


def _all(tree, kind):
    return [item for resource in resources(tree, kind) for item in items(resource)]


def test_what_stays_inside_is_nowhere_in_the_bytes():
    data = sent(whole()).decode()
    assert "GEHEIM" not in data
    assert "ALLEEN OP" not in data
    assert "home_safety" not in data


def test_one_thing_that_was_released_leaves_and_nothing_beside_it():
    talk = whole()
    inputs = inputs_of(talk)
    says = speech(inputs, "nl")
    pairs = zip(held_items(inputs, says), silent_items(inputs, (), says), strict=True)
    item = next(held.item for held, each in pairs if each.id.endswith("/answer:afraid"))
    freed = replace(talk, consents=(releasing(talk, "huisarts", item, TODAY, is_released=True),))
    assert released_to(freed, "huisarts") == {item}
    data, tree = sent(freed).decode(), tree_of(freed)
    said = {each["linkId"]: each for each in _all(tree, "QuestionnaireResponse")}
    assert said["afraid"]["answer"][0]["valueCoding"]["code"] == "yes"
    assert "GEHEIM" not in data
    assert "release:" not in data


def test_of_two_things_about_the_same_only_the_one_that_was_released_leaves():
    talk = whole()
    two = (
        Strength(topic="home_safety", text="EENMAG", told_by="person"),
        Strength(topic="home_safety", text="TWEENIET", told_by="relative"),
    )
    wishes = (
        *talk.wishes,
        Wish(topic="home_safety", text="WENSMAG"),
        Wish(topic="home_safety", text="WENSNIET", told_by="relative"),
    )
    talk = replace(talk, strengths=two, wishes=wishes)
    inputs = inputs_of(talk)
    for held in held_items(inputs, speech(inputs, "nl")):
        if "MAG" in held.text:
            talk = replace(talk, consents=(releasing(talk, "huisarts", held.item, TODAY, is_released=True),))
    data = sent(talk).decode()
    assert "EENMAG" in data
    assert "WENSMAG" in data
    assert "NIET" not in data


def test_why_one_was_sent_is_part_of_the_question_and_stays_inside_beside_something_silent():
    for file in PERSONAS:
        talk = persona(file)
        sent_for = replace(
            talk, situation=replace(talk.situation, referrer_role="other", referrer_reason="VERWIJSREDEN")
        )
        inputs = inputs_of(sent_for)
        is_inside = Visible(inputs).own_reasons_stay()
        assert (leaving(inputs, "huisarts").situation.referrer_reason == "") is is_inside
        narrow = inputs_of(agreed(sent_for, "picture"))
        assert leaving(narrow, "huisarts").situation.referrer_reason == ""


@pytest.mark.parametrize(
    "names, there, not_there",
    [
        (("question",), {"own_question", "wish"}, {"worry", "life_not_worth", "strength", "talk.gut_feeling"}),
        (("answers",), {"worry", "strength"}, {"own_question", "wish", "life_not_worth", "talk.gut_feeling"}),
        (("safety",), {"life_not_worth", "talk.gut_feeling"}, {"worry", "own_question", "wish", "strength"}),
        (("choices",), {"talk.mode"}, {"worry", "own_question", "wish", "strength", "life_not_worth"}),
    ],
)
def test_the_consent_of_the_huisarts_decides_item_by_item(names, there, not_there):
    tree = tree_of(agreed(whole(), *names))
    links = {item["linkId"] for item in _all(tree, "QuestionnaireResponse")}
    assert there <= links
    assert links.isdisjoint(not_there)
    assert bool(resources(tree, "CarePlan")) is ("choices" in names)
    assert bool(resources(tree, "ServiceRequest")) is ("choices" in names)


SERVICE = "wr_maatschappelijk_werk"
TO_SERVICE = f"service:{SERVICE}"
RICH = """
mode: quick
person: {age: 45, birth_year: 1981, pc4: "2512", gender: man, language: tr, literacy: low}
participants: [person, gp_assistant, interpreter]
interpreter: professional
answers: {own_question: "Rust in mijn hoofd", debts: arrears, suicide_thoughts: "no"}
notes: {own_question: "NIET MEE", debts: "NIET MEE"}
strengths: [{topic: contacts, text: "NIET MEE"}]
wishes:
  - {topic: money, text: "De post weer open durven doen", importance: 8, one_higher: "NIET MEE"}
  - {topic: sleep, text: "NIET MEE", told_by: relative, importance: 7}
choices:
  - {kind: maatschappelijk_werk, decision: taken, service: wr_maatschappelijk_werk, reason: "NIET MEE"}
  - {kind: geldfit, decision: declined, service: wr_maatschappelijk_werk, reason: "NIET MEE"}
  - {kind: herstelacademie, decision: taken, service: wr_herstelacademie}
safety_net: "NIET MEE"
"""
STEPS = (
    Step(text="Samen de post openen", kind="maatschappelijk_werk", service=SERVICE),
    Step(text="NIET MEE", service=SERVICE, for_whom="relative"),
    Step(text="NIET MEE", kind="herstelacademie", service="wr_herstelacademie"),
)


def to_service(*names, file=RICH):
    talk = a_conversation(file)
    talk = replace(talk, plan=replace(talk.plan, steps=STEPS))
    return agreed(talk, *(names or ("all",)), recipient=TO_SERVICE)


def _said(tree):
    return {item["linkId"]: item.get("answer", [{}])[0] for item in _all(tree, "QuestionnaireResponse")}


def test_the_data_for_an_organisation_lie_within_its_sheet():
    talk = to_service()
    tree = tree_of(talk, TO_SERVICE)
    sheet = " ".join(documents.markup(f"handover:{SERVICE}", inputs_of(talk), large=False, language="nl").split())
    said = _said(tree)
    answered = {link for link, answer in said.items() if answer}
    assert answered == {"own_question", "talk.date", "talk.age", "talk.gender", "wish.text"}
    plan = resources(tree, "CarePlan")[0]
    words = [value["valueString"] for value in said.values() if "valueString" in value]
    words += [each["detail"]["description"] for each in plan["activity"] if "description" in each["detail"]]
    assert words == ["De post weer open durven doen", "Rust in mijn hoofd", "Samen de post openen"]
    assert all(each in sheet for each in words)
    assert "Man, 45 jaar" in sheet
    assert "NIET MEE" not in sheet + sent(talk, TO_SERVICE).decode()
    codes = [each["detail"]["code"]["coding"][0]["code"] for each in plan["activity"]]
    assert codes == ["maatschappelijk_werk", "maatschappelijk_werk"]
    assert resources(tree, "Patient") == [{"resourceType": "Patient", "gender": "male"}]


@pytest.mark.parametrize(
    "item, links", [("person", {"talk.age", "talk.gender"}), ("question", {"own_question", "wish"}), ("agreed", set())]
)
def test_the_consent_for_an_organisation_decides_item_by_item(item, links):
    tree = tree_of(to_service(item), TO_SERVICE)
    of_items = {"talk.age", "talk.gender", "own_question", "wish"}
    assert _said(tree).keys() & of_items == links
    assert bool(resources(tree, "CarePlan")) is (item == "agreed")


def test_the_data_for_an_organisation_read_back_as_they_left():
    data = sent(to_service(), TO_SERVICE)
    back = read_bundle(data, "gesprek.json", basis())
    assert write_bundle(back, basis()) == data
    assert back == sendable(leaving(inputs_of(to_service()), TO_SERVICE), basis())


def test_no_organisation_gets_data_while_a_flag_waits_or_where_it_was_not_chosen():
    waiting = RICH.replace('suicide_thoughts: "no"', "suicide_thoughts: recent")
    with pytest.raises(ProblemsError, match=r"flag_"):
        leaving(inputs_of(to_service(file=waiting)), TO_SERVICE)
    assert leaving(inputs_of(agreed(a_conversation(waiting), "all")), "huisarts")
    later = to_service(file=RICH.replace("decision: taken", "decision: later"))
    with pytest.raises(ProblemsError, match="paper_unknown"):
        leaving(inputs_of(later), TO_SERVICE)


def test_without_consent_or_after_it_was_taken_back_nothing_leaves():
    talk = whole()
    revoked = replace(talk, consents=(replace(talk.consents[0], revoked=True),))
    for each in (replace(talk, consents=()), revoked, agreed(talk, "nothing_known")):
        with pytest.raises(ProblemsError, match="consent_missing"):
            leaving(inputs_of(each), "huisarts")
    with pytest.raises(ProblemsError, match="consent_missing"):
        leaving(inputs_of(talk), "service:x")
