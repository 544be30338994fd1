"""From `resources/languages/*.yaml` to the languages of the person's side, each held against what it translates.

They are no part of the content that a talk is pinned to, and are read when somebody first asks for them
(docs/decisions/0018). A file with a fault is left out whole: half a language is worse than Dutch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.content.language_texts import look_at, take
from intake_app.core.ids import QuestionId
from intake_app.core.problems import Problem, problem
from intake_app.core.text import LANGUAGES
from intake_app.core.tree import open_file
from intake_app.questionnaire.for_person import is_for_person, questions_for_person
from intake_app.questionnaire.spoken import SpokenDates, SpokenLanguage, SpokenQuestion, TranslationStatus, meaning

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from intake_app.core.text import Text
    from intake_app.core.tree import Reader
    from intake_app.questionnaire.model import Question, Questionnaire

FORMAT = "intake-language/1"
FOLDER = "languages"
LARGEST_FILE = 300_000
"""Bytes; a whole translation has about 30,000."""
SECTIONS = frozenset({"groups", "person_help", "person_paper", "person_side", "spoken_paper", "who"})
"""Sections of the wording files that the person reads."""
SINGLE_WORDS = frozenset(
    {
        "documents.checked_on",
        "documents.example",
        "documents.quote",
        "documents.talk_on",
        "documents.trial",
        "documents.unproved",
        "documents.unproved_mark",
        "service_leaflet.wait_ask",
    }
)
"""Texts of other sections that stand on the person's paper."""
_CODE = re.compile(r"[a-z]{2,3}")
_MONTHS, _WEEKDAYS = 12, 7
_WHOLE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a language translates: the questions, and the texts of the wording files by key."""

    questionnaire: Questionnaire
    texts: Mapping[str, Text]

    @property
    def word_keys(self) -> frozenset[str]:
        """The keys of the texts that the person reads."""
        return frozenset(key for key in self.texts if key.split(".")[0] in SECTIONS or key in SINGLE_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The languages that can be used; `problems` kept others out, `warnings` say what is not translated yet."""

    found: tuple[SpokenLanguage, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_languages(resources: Path, basis: Basis) -> Languages:
    """Read every language of a folder with content; raises nothing: what is wrong stands in `problems`."""
    found, problems, warnings = list[SpokenLanguage](), list[Problem](), list[Problem]()
    for path in sorted((resources / FOLDER).glob("*.yaml")):
        faults = list[Problem]()
        told = list[Problem]()
        text = _text(path, faults)
        language = None if text is None else load_language(text, path.name, basis, faults, told)
        problems.extend(faults)
        if language is not None and not faults:
            found.append(language)
            warnings.extend(told)
    return Languages(found=tuple(found), problems=tuple(problems), warnings=tuple(warnings))


def _text(path: Path, problems: list[Problem]) -> str | None:
    name = f"{FOLDER}/{path.name}"
    try:
        if path.stat().st_size > LARGEST_FILE:
            problems.append(problem("file_too_large", name, most=LARGEST_FILE))
            return None
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(problem("file_unreadable", name))
        return None


def load_language(
    text: str, name: str, basis: Basis, problems: list[Problem], warnings: list[Problem]
) -> SpokenLanguage:
    """Read one language from the text of the file `name`; use it only where nothing was added to `problems`."""
    reader = open_file(text, f"{FOLDER}/{name}", FORMAT, problems)
    questions = dict(_questions(reader, basis, warnings))
    words = _words(reader, basis)
    wanted = questions_for_person(basis.questionnaire)
    language = SpokenLanguage(
        code=_code(reader, name),
        name=take(reader, "name"),
        title=_title(reader),
        status=TranslationStatus(reader.choice("status", tuple(TranslationStatus))),
        right_to_left=reader.flag("right_to_left", default=False),
        reviewed_by=take(reader, "reviewed_by", optional=True),
        reviewed_on=reader.date("reviewed_on"),
        dates=_dates(reader.inside("dates")),
        share=len(questions) / len(wanted) if wanted else _WHOLE,
        questions=questions,
        words=words,
    )
    _look_at_review(reader, language)
    reader.done()
    warnings.extend(_not_translated(language, basis, reader))
    return language


def _code(reader: Reader, name: str) -> str:
    code = reader.required("code")
    if not _CODE.fullmatch(code) or code in LANGUAGES or name != f"{code}.yaml":
        reader.fault("language_code_wrong", "code")
    return code


def _title(reader: Reader) -> Text:
    title = reader.both("title")
    for text in (title.nl, title.en):
        look_at(reader, "title", text)
    return title


def _look_at_review(reader: Reader, language: SpokenLanguage) -> None:
    """Note a review without a name or a day, and a name at a draft."""
    told: tuple[str | datetime.date | None, ...] = (language.reviewed_by.strip(), language.reviewed_on)
    if language.status is TranslationStatus.REVIEWED and not all(told):
        reader.fault("language_review_missing", "status")
    if language.status is TranslationStatus.DRAFT and any(told):
        reader.fault("language_review_of_draft", "status")


def _dates(reader: Reader) -> SpokenDates:
    months, weekdays = reader.words("months"), reader.words("weekdays")
    for key, names, number in (("months", months, _MONTHS), ("weekdays", weekdays, _WEEKDAYS)):
        if len(names) != number or not all(each.strip() for each in names):
            reader.fault("language_names_wrong", key, number=number)
        look_at(reader, key, " ".join(names))
    dates = SpokenDates(
        months=months,
        weekdays=weekdays,
        long=take(reader, "long", like="{day} {month} {year}"),
        short=take(reader, "short", like="{weekday} {day} {month}"),
    )
    reader.done()
    return dates


def _questions(reader: Reader, basis: Basis, warnings: list[Problem]) -> Iterator[tuple[QuestionId, SpokenQuestion]]:
    seen = set[str]()
    for each in reader.each("questions"):
        id_ = each.required("id")
        question = basis.questionnaire.questions.get(QuestionId(id_))
        if question is None:
            each.fault("question_unknown", "id", question=id_)
        elif not is_for_person(question, basis.questionnaire):
            each.fault("language_question_not_for_person", "id", question=id_)
        elif id_ in seen:
            each.fault("id_twice", "id", id=id_)
        else:
            said = _question(each, question)
            if each.text("nl", "") == question.text.nl:
                yield question.id, said
            else:
                warnings.append(problem("language_question_changed", each.where("nl"), question=id_))
        seen.add(id_)


def _question(reader: Reader, question: Question) -> SpokenQuestion:
    unit = "" if question.unit is None else question.unit.nl
    dutch = meaning(question)
    reader.required("nl")
    said = SpokenQuestion(
        text=take(reader, "text", like=dutch),
        help=take(reader, "help", like=dutch, optional=True),
        unit=take(reader, "unit", like=dutch) if unit else "",
        options=_options(reader, question, dutch) if question.options else {},
        meant=dutch,
    )
    reader.done()
    return said


def _options(reader: Reader, question: Question, dutch: str) -> dict[str, str]:
    inside = reader.inside("options")
    codes = [each.code for each in question.options]
    for code in inside.names():
        if code not in codes:
            inside.fault("language_option_unknown", code, option=code)
    for code in codes:
        if not inside.has(code):
            inside.fault("language_option_missing", "", option=code)
    return {code: take(inside, code, like=dutch) for code in codes if inside.has(code)}


def _words(reader: Reader, basis: Basis) -> dict[str, str]:
    inside, known = reader.inside("words", optional=True), basis.word_keys
    words = {}
    for key in inside.names():
        if key in known:
            words[key] = take(inside, key, like=basis.texts[key].nl, same_numbers=True)
        else:
            inside.fault("language_word_unknown", key)
    return words


def _not_translated(language: SpokenLanguage, basis: Basis, reader: Reader) -> Iterator[Problem]:
    if language.share < _WHOLE:
        yield problem("language_incomplete", reader.where("questions"), percent=int(language.share * 100))
    missing = sorted(basis.word_keys - set(language.words))
    if missing:
        yield problem("language_words_missing", reader.where("words"), count=len(missing), first=missing[0])
