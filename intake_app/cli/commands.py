"""What the words of the command line do that touch no store."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_app.assurance.lint.meanings import FILE as REGISTER
from intake_app.assurance.lint.meanings import not_looked_at, prints_of
from intake_app.assurance.subject import Subject
from intake_app.bootstrap.knowledge import knowledge_of
from intake_app.cli.assurance import safety_of
from intake_app.cli.words import resources_of, tell
from intake_app.content.load import load, warnings
from intake_app.content.load_codes import codes_of
from intake_app.content.load_exceptions import load_exceptions
from intake_app.content.load_languages import Basis, Languages, read_languages
from intake_app.content.load_population import load_population
from intake_app.content.load_register import load_register, register_text
from intake_app.content.place_problems import placed
from intake_app.content.source import read_source
from intake_app.conversation.desk import PERSON_ADVICE
from intake_app.core.clock import SystemClock
from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.answers_file import read_answers_file
from intake_app.exchange.outcome import outcome
from intake_app.exchange.questions import questions as listed
from intake_app.questionnaire.model import Mode

if TYPE_CHECKING:
    import argparse

    from intake_app.assurance.safety import SafetyProperty
    from intake_app.content.load import Content
    from intake_app.conversation.knowledge import Knowledge, Picture
    from intake_app.conversation.model import Conversation
    from intake_app.core.problems import Problem
    from intake_app.export.views import Inputs

LARGEST_FILE = 2_000_000
"""Bytes in a file of answers."""
ACCEPTED = {"changed": "changed", "missing": "new", "gone": "gone"}
"""What a difference with the register of meanings is called once it was accepted."""


def _put(data: object) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def questions(asked: argparse.Namespace) -> int:
    """List every question, as JSON or one a line; or write them as a form to fill in by hand."""
    content = load(read_source(resources_of(asked)))
    mode = Mode(asked.mode) if asked.mode else None
    if asked.pdf is not None:
        return _write_form(asked, content, mode or Mode.EXPLORATORY)
    found = listed(content.questionnaire, asked.lang, mode)
    if asked.json:
        _put({"questions": found})
    else:
        for each in found:
            sys.stdout.write(f"{each['id']:<22} {each['kind']:<7} {each['text']}\n")
    return 0


def _write_form(asked: argparse.Namespace, content: Content, mode: Mode) -> int:
    from intake_app.export.press import Press
    from intake_app.export.questionnaire_form import questionnaire_form_pdf
    from intake_app.export.views_form_routes import Form

    resources = resources_of(asked)
    press = Press(wording=content.wording, templates=resources / "templates", fonts=resources / "fonts")
    form = Form(questionnaire=content.questionnaire, mode=mode, for_person=asked.for_person)
    data = questionnaire_form_pdf(form, press, asked.lang, large=asked.large)
    try:
        _replace(asked.pdf, data)
    except OSError:
        raise ProblemsError((problem("folder_not_writable", str(asked.pdf.parent)),)) from None
    return 0


def advise(asked: argparse.Namespace) -> int:
    """Read a file of answers, write every document, and print the assessment."""
    content = load(read_source(resources_of(asked)))
    knowledge = knowledge_of(content)
    conversation = _read(asked.file, knowledge)
    picture = knowledge.picture(conversation)
    found = outcome(knowledge, conversation, picture, asked.lang)
    _write_documents(asked, content, knowledge, (conversation, picture))
    if asked.json:
        _put(found)
    else:
        _summarise(found)
    return 0


def _read(file: Path, knowledge: Knowledge) -> Conversation:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise ProblemsError((problem("file_too_large", str(file), most=LARGEST_FILE),))
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise ProblemsError((problem("file_unreadable", str(file)),)) from None
    return read_answers_file(text, file.name, knowledge, SystemClock().now().date())


def _write_documents(
    asked: argparse.Namespace,
    content: Content,
    knowledge: Knowledge,
    talk: tuple[Conversation, Picture],
) -> None:
    from intake_app.export import documents
    from intake_app.export.soep import soep
    from intake_app.export.views import Inputs
    from intake_app.export.views_person import PERSON_FILE

    resources, (conversation, picture) = resources_of(asked), talk
    inputs = Inputs(
        knowledge=knowledge,
        conversation=conversation,
        picture=picture,
        wording=content.wording,
        settings={},
        templates=resources / "templates",
        fonts=resources / "fonts",
        trial=True,
    )
    made: dict[str, bytes] = {"soep.txt": soep(inputs, asked.lang).encode()}
    for paper in documents.papers(knowledge, conversation, picture):
        if paper.locked_by:
            tell(paper.locked_by, asked)
        else:
            made[paper.file_name] = documents.pdf(paper.id, inputs, large=False, language=asked.lang)
    if PERSON_FILE in made:
        made |= _in_own_language(inputs, _languages(asked, content), asked)
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            _replace(asked.out / name, data)
    except OSError:
        raise ProblemsError((problem("folder_not_writable", str(asked.out)),)) from None


def _languages(asked: argparse.Namespace, content: Content) -> Languages:
    basis = Basis(questionnaire=content.questionnaire, texts=content.wording.texts)
    return read_languages(resources_of(asked), basis)


def _in_own_language(inputs: Inputs, languages: Languages, asked: argparse.Namespace) -> dict[str, bytes]:
    """Return the person's paper once more in their own language, where that has a file; says what is wrong with it."""
    from intake_app.export import documents
    from intake_app.export.views_person import PERSON_FILE

    code = inputs.conversation.situation.person.language
    spoken = next((each for each in languages.found if each.code == code and not each.right_to_left), None)
    if spoken is None:
        return {}
    try:
        data = documents.pdf(PERSON_ADVICE, inputs, large=False, language="nl", spoken=spoken)
    except ProblemsError as error:
        tell(error.problems, asked)
        return {}
    return {PERSON_FILE.replace(".pdf", f"-{code}.pdf"): data}


def _replace(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as fresh:
        fresh.write(data)
    Path(fresh.name).replace(path)


def _summarise(found: dict[str, Any]) -> None:
    flags = [each["id"] for each in found["red_flags"] if each["state"] == "raised"]
    lines = [
        f"urgency: {found['urgency']}",
        f"enough known: {found['enough_known']}",
        f"flags: {', '.join(flags) or '-'}",
        f"rules proved: {'yes' if found['certified'] else 'no'}",
    ]
    for name, score in found["scores"].items():
        lines.append(f"{name}: {score['need']} ({score['low']} to {score['high']})")
    for group, proposals in found["groups"].items():
        lines.append(f"{group}:")
        for each in proposals:
            if each["state"] == "suggested":
                why = "; ".join(f"{reason['text']} [{reason['rule']}]" for reason in each["reasons"])
                lines.append(f"  {each['name']}: {why}")
    sys.stdout.write("\n".join(lines) + "\n")


def check(asked: argparse.Namespace) -> int:
    """Check content: every problem is named, and so is every warning, which does not fail it."""
    if asked.dir is not None:
        asked.resources = asked.dir
    content = load(read_source(resources_of(asked)))
    safety = safety_of(content)
    problems: list[Problem] = []
    load_population(content.source.part("population"), content.questionnaire, problems)
    if problems:
        raise ProblemsError(tuple(problems))
    codes_of(resources_of(asked), content.questionnaire)
    _look_at_meanings(asked, content, safety)
    languages = _languages(asked, content)
    if languages.problems:
        raise ProblemsError(languages.problems)
    rules = content.rules
    counted = {
        "topics": len(content.questionnaire.topics),
        "questions": len(content.questionnaire.questions),
        "red flags": len(rules.flags),
        "score rules": sum(len(table.rules) for table in rules.tables),
        "rules for kinds": len(rules.kinds),
        "safety properties": len(safety),
        "option kinds": len(content.options),
        "services": len(content.directory.services),
    }
    found = (*warnings(content, SystemClock().now().date()), *languages.warnings)
    tell(found, asked)
    told = "; ".join(
        filter(None, (", ".join(f"{number} {name}" for name, number in counted.items()), _told(languages)))
    )
    sys.stdout.write(f"{told}: no problems" + (f", {len(found)} warnings" if found else "") + "\n")
    return 0


def _told(languages: Languages) -> str:
    """Say of each language of the person's side how far it is, and who looked it over."""
    told = []
    for each in languages.found:
        reviewed = f" by {each.reviewed_by} on {each.reviewed_on}" if each.reviewed_by else ""
        told.append(f"{each.code} {each.status}{reviewed} ({each.share:.0%} of the questions)")
    return f"languages: {', '.join(told)}" if told else ""


def _look_at_meanings(asked: argparse.Namespace, content: Content, safety: tuple[SafetyProperty, ...]) -> None:
    """Hold the content against the register of meanings, or write the register anew and say how much changed."""
    problems: list[Problem] = []
    files = content.source.part("rules")
    subject = Subject(questionnaire=content.questionnaire, rules=content.rules, options=content.options)
    prints = prints_of(subject, safety, load_exceptions(files, problems))
    if not asked.accept and REGISTER not in files:
        raise ProblemsError((problem("register_missing", REGISTER),))
    register = load_register(files, [] if asked.accept else problems)
    found = tuple(not_looked_at(prints, register))
    if not asked.accept:
        if problems or found:
            raise ProblemsError((*problems, *placed(found, content.source)))
        return
    try:
        (resources_of(asked) / REGISTER).write_text(register_text(prints), encoding="utf-8", newline="\n")
    except OSError:
        raise ProblemsError((problem("folder_not_writable", str(resources_of(asked) / "rules")),)) from None
    told = Counter(each.code.removeprefix("meaning_") for each in found)
    counts = ", ".join(f"{told[code]} {word}" for code, word in ACCEPTED.items())
    sys.stdout.write(f"{len(prints)} meanings accepted: {counts}\n")


def self_test(asked: argparse.Namespace) -> int:
    """Hold one conversation on a throw-away store, reopen it and make its papers."""
    from intake_app.bootstrap.self_test import hold

    steps = hold(resources_of(asked), asked.lang)
    for step in steps:
        sys.stdout.write(f"{'ok ' if step.is_fine else 'NOT'} {step.name}\n")
    return 0 if all(step.is_fine for step in steps) else 1
