"""What every paper says for the sixteen personas, and for a talk of our own that came to the end.

Held against files that people read.

After a change of words or rules: `INTAKE_GOLDEN=write pytest tests/export/test_golden.py`, and read the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from intake_app.export import documents
from tests.export import chosen
from tests.export.pdf.listening import told
from tests.export.talks import READ_BY_GP, inputs_of

GOLDEN = Path(__file__).parent / "golden"
PERSONAS = Path(__file__).parents[1] / "personas"
WRITES = os.environ.get("INTAKE_GOLDEN") == "write"
NAMES = sorted(path.stem for path in PERSONAS.glob("p*.yaml"))
TALKS = (*NAMES, chosen.NAME)
IN_A_NEW_PROCESS = """
import hashlib, sys
from tests.export.test_golden import made
print(hashlib.sha256(b"".join(made(sys.argv[1]).values())).hexdigest())
"""


def _inputs(persona):
    if persona == chosen.NAME:
        return chosen.chosen_inputs()
    file = (PERSONAS / f"{persona}.yaml").read_text(encoding="utf-8")
    return inputs_of(file if "consents" in file else file + READ_BY_GP)


@cache
def made(persona):
    """Return the papers of a persona in Dutch, by id."""
    inputs = _inputs(persona)
    listed = documents.papers(inputs.knowledge, inputs.conversation, inputs.picture)
    ready = [each.id for each in listed if not each.locked_by]
    return {id_: documents.pdf(id_, inputs, large=False, language="nl") for id_ in ready}


@pytest.mark.parametrize("persona", TALKS)
def test_the_papers_of_a_persona_say_what_was_read_before(persona):
    found = {f"{persona}-{id_.replace(':', '-')}.txt": told(pdf) for id_, pdf in made(persona).items()}
    if WRITES:
        GOLDEN.mkdir(exist_ok=True)
        for old in GOLDEN.glob(f"{persona}-*.txt"):
            old.unlink()
        for name, text in found.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    kept = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob(f"{persona}-*.txt")}
    assert sorted(found) == sorted(kept)
    for name, text in found.items():
        assert (name, text.splitlines()) == (name, kept[name].splitlines())


def test_no_file_is_left_of_a_persona_that_is_gone():
    assert {path.name.partition("-")[0] for path in GOLDEN.iterdir()} <= set(TALKS)


def test_the_same_talk_gives_the_same_bytes_in_another_process_too():
    environ = {**os.environ, "PYTHONHASHSEED": "12345"}
    prints = {
        subprocess.run(
            [sys.executable, "-c", IN_A_NEW_PROCESS, "p01"], capture_output=True, text=True, check=True, env=each
        ).stdout
        for each in (environ, {**environ, "PYTHONHASHSEED": "54321", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    }
    assert len(prints) == 1
