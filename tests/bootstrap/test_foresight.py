from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from intake_app.bootstrap.foresight import Foresights
from intake_app.conversation.desk import said_of
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from tests.shipped import a_session, content, knowledge

UNTOUCHED = """
import sys
from pathlib import Path
from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
folder = Path(sys.argv[1])
desk = make_desk(Places(resources=resources_dir(), store=folder / "a.db", last_clean=folder / "l.bin"), "nl")
print([name for name in ("numpy", "intake_app.content.load_population") if name in sys.modules])
"""


def look(foresights, session):
    return foresights.look(session.knowledge, said_of(session))


@pytest.fixture(scope="module")
def foresights():
    return Foresights(content().source.part("population"))


def test_a_look_ahead_gives_gains_and_how_firm_the_advice_stands(foresights):
    session = a_session(Mode.EXPLORATORY)
    session.answer("area_society", "weighs")
    outlook = look(foresights, session)
    assert outlook.gains
    assert 0 <= outlook.robustness <= 1
    assert outlook.completions > 0


def test_an_answer_changes_what_lies_ahead(foresights):
    session = a_session(Mode.EXPLORATORY)
    before = look(foresights, session)
    session.answer("area_society", "weighs")
    session.answer("money_round", "short")
    after = look(foresights, session)
    assert "money_round" not in after.gains
    assert after != before


def test_what_was_said_at_the_start_is_looked_ahead_of_whatever_is_said_later(foresights):
    session = a_session(Mode.EXPLORATORY)
    said, before = said_of(session), look(foresights, session)
    session.answer("area_society", "weighs")
    session.answer("money_round", "short")
    assert foresights.look(session.knowledge, said) == before


def test_a_population_that_does_not_fit_the_content_is_a_problem():
    with pytest.raises(ProblemsError) as refused:
        look(Foresights({}), a_session())
    assert refused.value.problems[0].code == "population_missing"


def test_a_talk_with_other_content_looks_ahead_with_that_content():
    foresights, session = Foresights(content().source.part("population")), a_session()
    look(foresights, session)
    session.knowledge = replace(knowledge(), is_certified=not knowledge().is_certified)
    assert look(foresights, session).completions > 0


def test_nothing_of_it_is_loaded_before_somebody_looks(tmp_path):
    done = subprocess.run([sys.executable, "-c", UNTOUCHED, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
