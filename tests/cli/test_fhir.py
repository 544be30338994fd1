from __future__ import annotations

import json

from tests.cli.test_words import ANSWERS, intake
from tests.exchange.fhir.makers import OFFICIAL


def test_a_file_of_answers_leaves_as_a_bundle_that_can_be_checked(tmp_path):
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    done = intake("fhir", "export", tmp_path / "a.yaml", "--out", tmp_path / "a.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["resourceType"] == "Bundle"
    done = intake("fhir", "check", tmp_path / "a.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1")
    damaged = (tmp_path / "a.json").read_text(encoding="utf-8").replace('"8952"', '"8953"', 1)
    (tmp_path / "b.json").write_text(damaged, encoding="utf-8")
    done = intake("fhir", "check", tmp_path / "b.json")
    assert done.returncode == 2
    assert "b.json: entry[1].resource.address[0].postalCode" in done.stderr


def test_without_consent_nothing_is_written_and_the_reason_is_told(tmp_path):
    (tmp_path / "a.yaml").write_text(ANSWERS.split("consents", maxsplit=1)[0], encoding="utf-8")
    done = intake("fhir", "export", tmp_path / "a.yaml", "--out", tmp_path / "a.json")
    assert done.returncode == 2
    assert "huisarts" in done.stderr
    assert not (tmp_path / "a.json").exists()


def test_a_form_of_somebody_else_is_refused_without_a_traceback():
    done = intake("fhir", "check", OFFICIAL / "questionnaire-example.json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "niet door dit programma" in done.stderr
