"""What `fhir …` does: a file of answers out as FHIR, a bundle looked at, and a bundle taken into the store."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from intake_app.bootstrap.fhir import basis_of, fhir_of, read_file
from intake_app.bootstrap.knowledge import knowledge_of
from intake_app.cli.directory import opened
from intake_app.cli.words import resources_of
from intake_app.content.load import load
from intake_app.content.source import read_source
from intake_app.core.clock import SystemClock
from intake_app.core.problems import ProblemsError, problem
from intake_app.exchange.answers_file import read_answers_file
from intake_app.exchange.fhir.read_bundle import read_bundle
from intake_app.exchange.whole_file import written_whole
from intake_app.export.views import Inputs

if TYPE_CHECKING:
    import argparse

LARGEST_ANSWERS = 2_000_000
"""Bytes in a file of answers."""


def export(asked: argparse.Namespace) -> int:
    """Write a file of answers as FHIR, as far as the consent in it covers."""
    resources, content = resources_of(asked), load(read_source(resources_of(asked)))
    knowledge = knowledge_of(content)
    try:
        text = read_file(asked.file, str(asked.file), LARGEST_ANSWERS).decode()
    except UnicodeDecodeError:
        raise ProblemsError((problem("file_unreadable", str(asked.file)),)) from None
    talk = read_answers_file(text, asked.file.name, knowledge, SystemClock().now().date())
    inputs = Inputs(
        knowledge=knowledge,
        conversation=talk,
        picture=knowledge.picture(talk),
        wording=content.wording,
        settings={},
        templates=resources / "templates",
        fonts=resources / "fonts",
        trial=True,
    )
    data = fhir_of(inputs, asked.recipient, content.wording)
    try:
        with written_whole(asked.out) as file:
            file.write(data)
    except OSError:
        raise ProblemsError((problem("folder_not_writable", str(asked.out.parent)),)) from None
    sys.stdout.write(f"{asked.out}\n")
    return 0


def check(asked: argparse.Namespace) -> int:
    """Read a bundle whole and say what is in it; everything that is wrong is a problem."""
    content = load(read_source(resources_of(asked)))
    data = read_file(asked.file, str(asked.file))
    found = read_bundle(data, asked.file.name, basis_of(knowledge_of(content), content.wording))
    sys.stdout.write(
        f"{len(found.answers)} answers, {len(found.notes)} notes, {len(found.wishes)} wishes, "
        f"{len(found.choices)} choices, {len(found.plan.steps)} steps\n"
    )
    return 0


def take_in(asked: argparse.Namespace) -> int:
    """Take a bundle into the store as a new talk, and print its id."""
    with opened(asked) as desk:
        sys.stdout.write(f"{desk.take_in(desk.read_talk(str(asked.file))).conversation.id}\n")
    return 0
