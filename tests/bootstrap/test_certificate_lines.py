from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.assurance.certificate import COVERED, REQUIRED, SEMANTICS, Certificate, Proved
from intake_app.bootstrap.local import desk_of
from intake_app.bootstrap.places import Places
from intake_app.content.last_clean import Loaded
from intake_app.content.locate import resources_dir
from tests.shipped import FixedClock, content


@pytest.fixture
def desk_with(tmp_path):
    def make(certificate):
        found = replace(content(), certificate=certificate)
        where = Places(resources=resources_dir(), store=tmp_path / "a.db", last_clean=tmp_path / "last.bin")
        return desk_of(Loaded(content=found, problems=()), where, FixedClock())

    return make


def a_certificate(**changes):
    prints = {part: content().source.fingerprints()[part] for part in COVERED}
    proved = tuple(Proved(property=each, queries=34) for each in REQUIRED)
    usual = {"fingerprints": prints, "proved": proved, "solver": "z3 5.4.0", "semantics": SEMANTICS}
    usual["date"] = "2026-11-22"
    return Certificate(**{**usual, **changes})


def test_the_certificate_is_told_with_its_day_its_solver_and_the_number_of_properties(desk_with):
    desk = desk_with(a_certificate())
    said = " ".join(desk.certificate_lines)
    assert desk.is_certified
    assert "22-11-2026: 8 eigenschappen" in said
    assert "z3 5.4.0" in said


def test_without_a_certificate_it_says_that_nothing_was_proved(desk_with):
    desk = desk_with(None)
    assert not desk.is_certified
    assert desk.certificate_lines == ("De nieuwste inhoud: de regels zijn niet nagerekend.",)


@pytest.mark.parametrize("language,words", [("nl", "De nieuwste inhoud"), ("en", "The newest content")])
@pytest.mark.parametrize("changes", [None, {}, {"fingerprints": {}}])
def test_whatever_was_proved_it_is_said_of_the_newest_content(desk_with, language, words, changes):
    desk = desk_with(None if changes is None else a_certificate(**changes))
    desk.speak(language)
    assert desk.certificate_lines[0].startswith(words)


def test_a_certificate_of_other_content_proves_nothing(desk_with):
    desk = desk_with(a_certificate(fingerprints={}))
    assert not desk.is_certified
    assert not desk.knowledge.is_certified
    assert "hoort bij andere inhoud" in desk.certificate_lines[0]
