"""What is kept of a closed talk: codes and rounded figures, by the published schema, and nothing that tells who."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from intake_app.content.locate import resources_dir
from intake_app.conversation.figures import AGES, figures_of
from intake_app.directory.model import Directory
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.situation import Person
from tests.export.talks import MONEY, RECORDED, content, inputs_of, knowledge
from tests.export.test_silent import MARKS, TOLD, telling_words

PERSONAS = sorted((Path(__file__).parents[1] / "personas").glob("p*.yaml"))
SCHEMA = json.loads((resources_dir() / "schema" / "figures.schema.json").read_text(encoding="utf-8"))
CHOSEN = 'choices: [{kind: geldfit, decision: taken}, {kind: gli, decision: declined, reason: "Ik sport al"}]\n'


NATIONAL = next(each for each in content().directory.services if each.id == "nat_geldfit")


def made(answers, services=None, **changes):
    found = inputs_of(answers, **changes)
    if services is not None:
        stocked = found.knowledge.restocked(Directory(services=services))
        found = replace(found, knowledge=stocked, picture=stocked.picture(found.conversation))
    return figures_of(found.conversation, found.picture, Visible(found))


def row(answers, **changes):
    return json.loads(made(answers, **changes))


def after(minutes, answers=MONEY):
    opened = inputs_of(answers).conversation.opened
    return row(answers, closed=opened + datetime.timedelta(minutes=minutes))


@pytest.mark.parametrize("path", PERSONAS, ids=lambda path: path.stem)
def test_the_row_of_every_persona_fits_the_schema(path):
    jsonschema.validate(row(path.read_text(encoding="utf-8")), SCHEMA)


def test_every_name_is_required_and_no_other_is_allowed():
    found = row(MONEY)
    assert set(SCHEMA["required"]) == set(SCHEMA["properties"]) == set(found)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**found, "pc4": "2512"}, SCHEMA)


def test_a_talk_about_money_leaves_month_band_areas_and_kinds():
    found = row(MONEY + CHOSEN)
    assert (found["month"], found["age"], found["gender"], found["mode"]) == ("2026-11", "45_54", "man", "quick")
    assert found["areas"] == ["body", "mind", "social", "society"] or "society" in found["areas"]
    assert found["kinds"]["taken"] == ["geldfit"]
    assert found["kinds"]["declined"] == ["gli"]
    assert "schuldhulp" in found["kinds"]["suggested"]


def test_help_that_nobody_nearby_offers_is_kept_and_what_the_practice_does_itself_is_not():
    found = row(MONEY + CHOSEN)["kinds"]
    assert "schuldhulp" in found["without_service"]
    assert not {"huisarts", "poh_ggz", "naaste_betrekken"} & set(found["without_service"])


def test_help_with_only_a_national_line_is_a_gap_of_the_local_sociale_kaart_and_not_without_service():
    found = row(MONEY + CHOSEN, services=(NATIONAL,))["kinds"]
    assert "geldfit" in found["only_nationwide"]
    assert "geldfit" not in found["without_service"]
    beside = replace(NATIONAL, id="here", nationwide=False, service_area=((2500, 2599),))
    assert "geldfit" not in row(MONEY + CHOSEN, services=(NATIONAL, beside))["kinds"]["only_nationwide"]


def test_care_is_not_expected_next_door_so_a_national_line_for_it_is_no_gap():
    national = replace(NATIONAL, kinds=("verslavingszorg",))
    chosen = "choices: [{kind: verslavingszorg, decision: taken}]\n"
    assert row(MONEY + chosen, services=(national,))["kinds"]["only_nationwide"] == []


@pytest.mark.parametrize(
    "age, band", [(16, "under_25"), (24, "under_25"), (25, "25_34"), (74, "65_74"), (101, "75_up")]
)
def test_an_age_is_kept_as_a_band_of_ten_years(age, band):
    talk = inputs_of(MONEY).conversation
    assert row(MONEY, situation=replace(talk.situation, person=Person(age=age)))["age"] == band
    assert band in dict(AGES).values()


def test_who_is_neither_man_nor_woman_or_did_not_say_is_not_told_apart():
    talk = inputs_of(MONEY).conversation
    genders = [
        row(MONEY, situation=replace(talk.situation, person=Person(gender=each)))["gender"] for each in ("other", "")
    ]
    assert genders == ["other_or_unknown"] * 2


@pytest.mark.parametrize(
    "minutes, kept", [(12, 10), (13, 15), (47, 45), (180, 180), (181, None), (2_000, None), (-3, None)]
)
def test_minutes_are_rounded_and_left_out_when_the_talk_was_left_open(minutes, kept):
    assert after(minutes)["minutes"] == kept


def test_no_word_that_was_said_no_place_and_no_day_is_in_it():
    found = made(MONEY + CHOSEN).decode()
    assert not re.search(r"Rust|Zus|post weer|sport|2512|2026-11-22|file", found)


@pytest.mark.parametrize("answers", [TOLD, RECORDED], ids=["violence", "suicide"])
def test_no_flag_is_in_it_and_nothing_silent(answers):
    found = made(answers).decode()
    flags = {str(flag.id) for flag in knowledge().engine.rules.flags}
    words = set(re.findall(r"[a-z_]+", found))
    assert not words & flags
    assert not set(re.findall(r"[a-z]{5,}", found)) & telling_words()
    assert not [mark for mark in MARKS if mark in found]


def test_help_after_violence_that_is_not_named_on_paper_is_not_in_it():
    chosen = 'choices: [{kind: centrum_seksueel_geweld, decision: taken, reason: "x"}]\n'
    assert "centrum_seksueel_geweld" not in made(TOLD + chosen).decode()
    assert row(TOLD + chosen)["kinds"]["taken"] == []
