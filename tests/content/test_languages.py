"""The languages of the person's side: what a file may hold, what keeps it out, and the ones that ship."""

from __future__ import annotations

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont

from intake_app.cli import commands
from intake_app.content.load_languages import FOLDER, LARGEST_FILE, Basis, load_language, read_languages
from intake_app.content.locate import resources_dir
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.for_person import questions_for_person
from intake_app.questionnaire.spoken import TranslationStatus, voice_for
from tests.shipped import TODAY, content

SHIPPED = ("es", "pl", "tr")
DAYS = "[pon, wto, sro, czw, pia, sob, nie]"
GOOD = f"""\
format: intake-language/1
code: pl
name: Polski
title: {{nl: Pools, en: Polish}}
status: draft
dates:
  months: [sty, lut, mar, kwi, maj, cze, lip, sie, wrz, paz, lis, gru]
  weekdays: {DAYS}
  long: "{{day}} {{month}} {{year}}"
  short: "{{weekday}} {{day}} {{month}}"
questions:
  - id: smoking
    nl: "Rookt of vapet u?"
    text: "Czy pali Pan/Pani?"
    options: {{"no": Nie, sometimes: Czasem, daily: Codziennie}}
words:
  person_paper.net_danger: "Dzwonić pod 112."
  person_paper.again: "Rozmowa: {{day}}."
"""


def basis():
    return Basis(questionnaire=content().questionnaire, texts=content().wording.texts)


def loaded(text, name="pl.yaml"):
    problems, warnings = [], []
    return load_language(text, name, basis(), problems, warnings), problems, warnings


def shipped():
    return read_languages(resources_dir(), basis())


def test_a_language_says_its_questions_words_and_dates():
    language, problems, _ = loaded(GOOD)
    question = content().questionnaire.questions["smoking"]
    said = voice_for("pl", (language,), "nl").question(question)
    assert problems == []
    assert (said.text, said.options["sometimes"]) == ("Czy pali Pan/Pani?", "Czasem")
    assert (language.dates.day(TODAY), language.dates.short_day(TODAY)) == ("22 lis 2026", "nie 22 lis")


def test_a_language_tells_how_much_of_it_is_there():
    language, _, warnings = loaded(GOOD)
    assert language.share == 1 / len(questions_for_person(content().questionnaire))
    assert {each.code for each in warnings} == {"language_incomplete", "language_words_missing"}


@pytest.mark.parametrize(
    "old, new, code",
    [
        ("status: draft", "status: klaar", "word_unknown"),
        ("status: draft", "status: reviewed", "language_review_missing"),
        ("status: draft", "status: draft\nreviewed_by: Jan", "language_review_of_draft"),
        ("status: draft", "status: draft\nstate: x", "key_unknown"),
        ("code: pl", "code: nl", "language_code_wrong"),
        ("code: pl", "code: tr", "language_code_wrong"),
        ("code: pl", "code: ../pl", "language_code_wrong"),
        ("intake-language/1", "intake-language/2", "format_unknown"),
        ("id: smoking", "id: smokin", "question_unknown"),
        ("id: smoking", "id: suicide_thoughts", "language_question_not_for_person"),
        ("id: smoking", "id: violence", "language_question_not_for_person"),
        (", daily: Codziennie", "", "language_option_missing"),
        ("daily: Codziennie", "daily: Codziennie, weekly: Co", "language_option_unknown"),
        ("daily: Codziennie", 'daily: ""', "key_empty"),
        ("words:", "  - {id: smoking, nl: x, text: y}\nwords:", "id_twice"),
        ("Czy pali Pan/Pani?", "Czy <b>pali</b> Pan?", "language_text_unsafe"),
        ("Czy pali Pan/Pani?", "Czy pali &lt; Pan?", "language_text_unsafe"),
        ("Czy pali Pan/Pani?", "Czy \u202epali\u202c Pan?", "language_text_unsafe"),
        ("Czy pali Pan/Pani?", "Czy\\npali Pan?", "language_text_unsafe"),
        ("Czy pali Pan/Pani?", "Czy pali 20 razy?", "language_numbers_differ"),
        ("Czy pali Pan/Pani?", "Czy {pali}?", "language_blanks_differ"),
        ("Czy pali Pan/Pani?", "a" * 400, "language_text_long"),
        ("name: Polski", 'name: "Pol\u2066ski"', "language_text_unsafe"),
        ("nl: Pools", "nl: <i>Pools</i>", "language_text_unsafe"),
        ("pod 112", "pod 113", "language_numbers_differ"),
        ("pod 112", "na pomoc", "language_numbers_differ"),
        ("{day}.", "jutro.", "language_blanks_differ"),
        ("{day}.", "{day.__class__}.", "language_blanks_differ"),
        ("{day}.", "{day:>99999}.", "language_blanks_differ"),
        ("{day}.", "{day.", "language_blanks_differ"),
        ("person_paper.again", "person_paper.agian", "language_word_unknown"),
        ("person_paper.again", "huisarts_paper.again", "language_word_unknown"),
        ("paz, ", "", "language_names_wrong"),
        (DAYS, "[]", "language_names_wrong"),
        ("{day} {month} {year}", "{day} {year}", "language_blanks_differ"),
    ],
)
def test_what_does_not_fit_is_named(old, new, code):
    assert old in GOOD
    _, problems, _ = loaded(GOOD.replace(old, new, 1))
    assert code in {each.code for each in problems}
    for language in ("nl", "en"):
        assert all("{" not in content().wording.of_problem(each, language) for each in problems if each.code == code)


def test_a_question_that_changed_since_stays_in_dutch():
    language, problems, warnings = loaded(GOOD.replace("Rookt of vapet u?", "Rookt u?"))
    assert (problems, language.questions) == ([], {})
    assert "language_question_changed" in {each.code for each in warnings}


def test_a_review_has_a_name_and_a_day():
    review = "status: reviewed\nreviewed_by: Tolk Waterrijk\nreviewed_on: 2026-11-01"
    language, problems, _ = loaded(GOOD.replace("status: draft", review))
    assert (problems, language.status) == ([], TranslationStatus.REVIEWED)


def test_a_file_with_a_fault_is_left_out_and_the_others_stay(tmp_path):
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "pl.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "tr.yaml").write_text("format: [", encoding="utf-8")
    (folder / "es.yaml").write_bytes(b"\xff\xfe\x00")
    (folder / "so.yaml").write_text("#" * (LARGEST_FILE + 1), encoding="utf-8")
    languages = read_languages(tmp_path, basis())
    assert [each.code for each in languages.found] == ["pl"]
    assert {"file_unreadable", "file_too_large", "yaml_broken"} <= {each.code for each in languages.problems}


def test_content_without_languages_has_none(tmp_path):
    assert read_languages(tmp_path, basis()).found == ()


@given(st.text(max_size=80))
def test_no_text_stops_the_reading(text):
    loaded(text)
    loaded(GOOD.replace("Czy pali Pan/Pani?", text, 1))


def test_what_ships_is_whole_and_a_draft():
    languages = shipped()
    assert (languages.problems, languages.warnings) == ((), ())
    assert tuple(each.code for each in languages.found) == SHIPPED
    assert {(each.status, each.share) for each in languages.found} == {(TranslationStatus.DRAFT, 1.0)}


@pytest.mark.parametrize("code", SHIPPED)
def test_the_fonts_have_every_letter_of_what_ships(code):
    language = next(each for each in shipped().found if each.code == code)
    said = [language.name, *language.words.values(), *language.dates.months, *language.dates.weekdays]
    for each in language.questions.values():
        said += [each.text, each.help, each.unit, *each.options.values()]
    letters = {ord(sign) for sign in "".join(said)} - {ord(" ")}
    for path in sorted((resources_dir() / "fonts").glob("*.ttf")):
        assert letters <= set(TTFont(path.stem, str(path)).face.charToGlyph)


def test_the_content_check_tells_how_far_each_language_is(capsys):
    assert commands.check(argparse.Namespace(dir=None, resources=None, lang="nl", accept=False)) == 0
    told = capsys.readouterr().out
    assert all(f"{code} draft (100% of the questions)" in told for code in SHIPPED)


def test_the_content_check_fails_on_a_language_with_a_fault(monkeypatch, tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "pl.yaml").write_text(GOOD.replace("smoking", "violence"), encoding="utf-8")
    found = read_languages(tmp_path, basis())
    monkeypatch.setattr("intake_app.cli.commands.read_languages", lambda *_: found)
    with pytest.raises(ProblemsError, match="language_question_not_for_person"):
        commands.check(argparse.Namespace(dir=None, resources=None, lang="nl", accept=False))
