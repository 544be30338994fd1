"""What the tests of FHIR work with."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from intake_app.bootstrap.fhir import basis_of, fhir_of
from intake_app.content.locate import resources_dir
from intake_app.export.views import Inputs
from tests.shipped import a_conversation, content, knowledge

HERE = Path(__file__).parents[2]
PERSONAS = sorted((HERE / "personas").glob("p*.yaml"))
OFFICIAL = HERE / "data" / "fhir-r4"
WHOLE = """
mode: quick
date: "2026-11-22"
person: {age: 35, birth_year: 1991, gender: woman, pc4: "8952", language: tr, literacy: low}
participants: [person, gp_assistant, interpreter]
interpreter: professional
referrer: {role: huisarts, reason: "Slaapt al weken niet"}
gut_feeling: true
alone_moment: true
call_back: "ALLEEN OP DINSDAG"
answers:
  own_question: "Rust in mijn hoofd 😀\\u00a0en\\u0007 geld"
  area_body: goes_well
  area_mind: ok
  which_mind: [worry]
  worry: often
  area_society: weighs
  which_society: [money]
  money_round: short
  debts: declined
  post: unknown
  confidence: 2
  life_not_worth: no
  afraid: "yes"
not_asked: {sleep_quality: "geen tijd", violence: "niet alleen"}
notes: {debts: "Brieven\\nongeopend", money: "  <b>&</b> {{ }} ", afraid: "GEHEIM VERHAAL", home_safety: "GEHEIM"}
strengths: [{topic: contacts, text: "Zus belt elke week", told_by: relative}]
wishes:
  - {topic: money, text: "Overzicht", importance: 8, confidence: 4, one_higher: "Iemand die meekijkt"}
  - {topic: home_safety, text: "GEHEIM VERHAAL"}
choices:
  - {kind: geldfit, decision: taken, reason: "Dat durf ik"}
  - {kind: gli, decision: declined, reason: "GEHEIM OORDEEL", by: practitioner}
  - {kind: maatje, decision: later}
steps: [{text: "Bel Geldfit", who: person, by: "2026-11-29", smallest_start: "Nummer opzoeken"}, {text: "Zus bellen"}]
safety_net: "Bel de huisarts"
consents: [{recipient: huisarts, items: [all], on: "2026-11-22"}]
"""
"""A talk with something of everything, of which `GEHEIM` must never leave."""


@cache
def basis():
    """Return what bundles of the shipped content are written with."""
    return basis_of(knowledge(), content().wording)


def inputs_of(talk):
    """Return what leaves is made from."""
    resources = resources_dir()
    return Inputs(
        knowledge=knowledge(),
        conversation=talk,
        picture=knowledge().picture(talk),
        wording=content().wording,
        settings={},
        templates=resources / "templates",
        fonts=resources / "fonts",
        trial=True,
    )


def persona(file):
    """Return a persona who lets the huisarts read everything."""
    text = file.read_text(encoding="utf-8").split("\nconsents:", maxsplit=1)[0]
    return a_conversation(f"{text}\nconsents: [{{recipient: huisarts, items: [all]}}]\n")


def whole():
    return a_conversation(WHOLE)


def sent(talk, recipient="huisarts"):
    """Return the bytes that a recipient gets."""
    return fhir_of(inputs_of(talk), recipient, content().wording)


def tree_of(talk, recipient="huisarts"):
    return json.loads(sent(talk, recipient))


def resources(tree, kind):
    return [each["resource"] for each in tree["entry"] if each["resource"]["resourceType"] == kind]


def items(node):
    """Yield every item below a node."""
    for item in node.get("item", ()):
        yield item
        yield from items(item)
