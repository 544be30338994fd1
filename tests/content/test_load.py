from __future__ import annotations

import argparse
import datetime
import re
from pathlib import Path

import pytest

from intake_app.cli import commands
from intake_app.content.last_clean import load_or_last_clean
from intake_app.content.load import load, warnings
from intake_app.content.locate import resources_dir
from intake_app.content.place_problems import placed
from intake_app.content.source import Source, read_source
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.tree import parse
from tests.shipped import content

FILES = read_source(resources_dir()).files
MONEY, FLAGS, SCORES = "questionnaires/society.yaml", "rules/flags.yaml", "rules/scores_society.yaml"
KINDS = "rules/kinds_social.yaml"


def problems_with(file, old, new):
    assert old in FILES[file]
    with pytest.raises(ProblemsError) as refused:
        load(Source(files={**FILES, file: FILES[file].replace(old, new, 1)}))
    return refused.value.problems


@pytest.mark.parametrize("word", ["no", "on", "yes", "2026.1", "1_000", "0o17", "null", "~"])
def test_no_word_of_a_file_is_read_as_anything_but_text(word):
    tree, _, problems = parse(f"key: {word}", "x.yaml")
    assert (tree, problems) == ({"key": word}, [])


FAULTS = [
    (MONEY, "kind: single", "kind: singel", "word_unknown"),
    (MONEY, "id: money_round", "id: money_rond", "column_unknown"),
    (SCORES, '"short"', '"shrt"', "code_unknown"),
    (SCORES, "hit: unique", "hit: first", "word_unknown"),
    (SCORES, "source:", "sources:", "key_missing"),
    (FLAGS, "effect: waits", "effect: wacht", "word_unknown"),
    (FLAGS, '{suicide_safe: "cannot_say"}', "{}", "condition_empty"),
    (KINDS, "- kind: geldfit", "- kind: geldfut", "word_unknown"),
    ("options/care.yaml", "- id: huisarts", "- id: huisart", "kind_unknown"),
    (MONEY, "area: society", "area: [society", "yaml_broken"),
    ("questionnaires/order.yaml", "- reading", "- readin", "question_unknown"),
    ("directory/national.yaml", "free: true", "free: ja", "word_unknown"),
    ("directory/national.yaml", "assured_date: ", "assured_date: na-", "not_a_date"),
    (SCORES, 'version: "2026.1"', "version: 2026.1", "version_not_quoted"),
    (SCORES, '{money_round: "short"}', "{money_round: >= short}", "comparison_bare"),
    (SCORES, '{money_round: "short"}', "\n          money_round: >= 3", "comparison_bare"),
    (SCORES, '{money_round: "short"}', '{money_round: ">= short"}', "comparison_bare"),
    (KINDS, '{money_round: "short"}', "{moving_days: <= 3}", "comparison_bare"),
    (KINDS, '{money_round: "short"}', '{moving_days: "veel"}', "not_a_number"),
    (KINDS, '{money_round: "short"}', '{moving_days: "1..veel"}', "not_a_number"),
    (KINDS, '{money_round: "short"}', '{money_round: "?vergeten"}', "word_unknown"),
    (KINDS, '{money_round: "short"}', '{flag_onbekend: "raised"}', "column_unknown"),
    (KINDS, '{money_round: "short"}', "*tekst", "yaml_reference"),
    (KINDS, "    rules:\n", "    rules:\n      - id: x\n        id: x\n", "key_twice"),
    (KINDS, '          en: "You are short of money.', '          de: "Ihnen fehlt Geld.', "key_missing"),
    (MONEY, 'help: {nl: "", en: ""}', 'help: {nl: "Vraag rustig.", en: ""}', "language_missing"),
    (MONEY, "- code: arrears", "- codes: arrears", "key_unknown"),
    (SCORES, "add: {social: 12}", "add: {social: veel}", "not_a_number"),
    (SCORES, "add: {social: 12}", "add: {sociaal: 12}", "amount_wrong"),
    (FLAGS, 'checked: "', 'chekced: "', "key_missing"),
    ("rules/retired.yaml", 'on: "2026-11-22"', 'on: "gisteren"', "not_a_date"),
    ("options/care.yaml", "source:", "bron:", "key_missing"),
]


@pytest.mark.parametrize("file, old, new, code", FAULTS)
def test_a_fault_is_named_with_its_file_and_line_and_has_words(file, old, new, code):
    found = problems_with(file, old, new)
    assert code in {each.code for each in found}
    assert all(":" in each.where for each in found if each.code == code)
    for language in ("nl", "en"):
        assert "{" not in content().wording.of_problem(found[0], language)


def test_an_unquoted_version_inside_a_mapping_of_another_name_is_left_alone():
    assert parse("inner: {version: 2026.1}", "x.yaml")[2] == []


def test_a_file_of_references_that_unfold_is_refused_at_once():
    rows = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"{new}: &{new} [{', '.join(['*' + old] * 10)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    tree, _, problems = parse("\n".join(rows), "x.yaml")
    assert (tree, [(each.code, each.where) for each in problems]) == ({}, [("yaml_reference", "x.yaml:2")])


def test_however_deep_a_file_nests_it_is_read_or_refused():
    tree, _, problems = parse("[" * 5000 + "]" * 5000, "x.yaml")
    assert isinstance(tree, list) or problems


def test_content_of_the_past_is_not_held_against_checks_that_came_later():
    old = FILES[KINDS].replace('{money_round: "short"}', '{money_round: "debts_grow"}', 1)
    source = Source(files={**FILES, KINDS: old})
    with pytest.raises(ProblemsError):
        load(source)
    assert load(source, was_checked=True).rules.kinds


def test_a_place_is_turned_into_file_and_line_and_an_unknown_one_into_its_id():
    found = [problem("id_twice", where) for where in ("rules#geldfit-01", "rules#niets", "rules/flags.yaml")]
    places = [each.where for each in placed(found, content().source)]
    line = FILES[KINDS].split("id: geldfit-01")[0].count("\n") + 1
    assert places == [f"{KINDS}:{line}", "niets", "rules/flags.yaml"]


def test_check_tells_warnings_beside_the_count_and_succeeds(capsys):
    asked = argparse.Namespace(dir=None, resources=None, lang="nl", accept=False)
    assert commands.check(asked) == 0
    told = capsys.readouterr()
    assert told.out.count("\n") == 1
    assert f"no problems, {len(told.err.splitlines())} warnings" in told.out
    assert all(re.match(r"\S+\.yaml:\d+: Let op", line) for line in told.err.splitlines())


def test_a_cycle_in_the_routing_is_named_with_its_path():
    gate = "id: debts\n        kind: single"
    looped = FILES[MONEY].replace(gate, f'{gate}\n        asked_when: [{{letter_date: "no_date"}}]', 1)
    with pytest.raises(ProblemsError) as refused:
        load(Source(files={**FILES, MONEY: looped}))
    cycles = [dict(each.values)["path"] for each in refused.value.problems if each.code == "routing_cycle"]
    assert cycles
    assert "debts" in cycles[0]
    assert "letter_date" in cycles[0]


def test_a_score_on_a_safety_question_is_refused():
    found = problems_with(SCORES, '{money_round: "short"}', '{suicide_thoughts: "recent"}')
    assert "safety_in_score" in {each.code for each in found}


def test_all_faults_of_all_files_are_told_at_once():
    broken = {
        **FILES,
        MONEY: FILES[MONEY].replace("kind: single", "kind: x", 1),
        FLAGS: FILES[FLAGS].replace("effect: waits", "effect: y", 1),
    }
    with pytest.raises(ProblemsError) as refused:
        load(Source(files=broken))
    assert {each.where.split(":")[0] for each in refused.value.problems} >= {MONEY, FLAGS}


def _folder(tmp_path, files):
    for name, text in files.items():
        path = tmp_path / "resources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "resources"


def test_with_a_wrong_file_the_program_works_on_with_the_last_clean_content(tmp_path):
    kept = tmp_path / "data" / "last.bin"
    folder = _folder(tmp_path, FILES)
    clean = load_or_last_clean(folder, kept)
    (folder / FLAGS).write_text("format: kapot", encoding="utf-8")
    again = load_or_last_clean(folder, kept)
    assert clean.problems == ()
    assert again.problems
    assert again.content.source.whole() == clean.content.source.whole()


def test_without_any_clean_content_the_faults_are_told(tmp_path):
    folder = _folder(tmp_path, {**FILES, FLAGS: "format: kapot"})
    (tmp_path / "last.bin").write_bytes(b"rommel")
    with pytest.raises(ProblemsError):
        load_or_last_clean(folder, tmp_path / "last.bin")


def test_a_bundle_comes_back_from_its_bytes_with_the_same_fingerprints():
    source = content().source
    assert Source.unpacked(source.packed()).fingerprints() == source.fingerprints()


def test_every_problem_that_the_code_can_name_has_words_in_both_languages():
    package = Path(__file__).parents[2] / "intake_app"
    text = "\n".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    codes = set(re.findall(r'(?:problem|fault)\(\s*"([a-z0-9_]+)"', text))
    assert len(codes) > 40
    assert [code for code in codes if f"problems.{code}" not in content().wording.texts] == []


def test_there_are_at_least_thirty_five_topics_with_one_to_five_questions():
    topics = content().questionnaire.topics.values()
    assert len(topics) >= 35
    assert all(topic.questions for topic in topics)


def test_every_dutch_question_is_short_enough_to_say():
    questions = content().questionnaire.questions.values()
    assert [each.id for each in questions if len(each.text.nl.split()) > 12] == []


def test_no_text_for_a_person_uses_a_word_that_is_not_ours():
    wrong = ("patiënt", "patient ", "score", "probleemgedrag")
    texts = [question.text.nl for question in content().questionnaire.questions.values()]
    texts += [text.nl for kind in content().options for text in (kind.name, kind.what, kind.for_whom, kind.step)]
    assert [text for text in texts if any(word in text.casefold() for word in wrong)] == []


def test_a_damaged_certificate_proves_nothing_stops_nothing_and_is_told():
    for text in ("", "{", "{}", '{"format": "intake-certificate/9"}'):
        found = load(Source(files={**FILES, "certificate/certificate.json": text}))
        assert not found.is_certified
        assert "certificate_damaged" in {each.code for each in warnings(found, datetime.date(2026, 11, 22))}
