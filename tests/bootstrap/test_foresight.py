from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from intake_app.bootstrap.foresight import Foresights
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


@pytest.fixture(scope="module")
def foresights():
    return Foresights(content().source.part("population"))


def test_a_look_ahead_gives_gains_and_how_firm_the_advice_stands(foresights):
    session = a_session(Mode.EXPLORATORY)
    session.answer("area_society", "weighs")
    outlook = foresights.look(session)
    assert outlook.gains
    assert 0 <= outlook.robustness <= 1
    assert outlook.completions > 0


def test_an_answer_changes_what_lies_ahead(foresights):
    session = a_session(Mode.EXPLORATORY)
    before = foresights.look(session)
    session.answer("area_society", "weighs")
    session.answer("money_round", "short")
    after = foresights.look(session)
    assert "money_round" not in after.gains
    assert after != before


def test_a_population_that_does_not_fit_the_content_is_a_problem():
    with pytest.raises(ProblemsError) as refused:
        Foresights({}).look(a_session())
    assert refused.value.problems[0].code == "population_missing"


def test_a_talk_with_other_content_looks_ahead_with_that_content():
    foresights, session = Foresights(content().source.part("population")), a_session()
    foresights.look(session)
    session.knowledge = replace(knowledge(), is_certified=not knowledge().is_certified)
    assert foresights.look(session).completions > 0


def test_nothing_of_it_is_loaded_before_somebody_looks(tmp_path):
    done = subprocess.run([sys.executable, "-c", UNTOUCHED, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
