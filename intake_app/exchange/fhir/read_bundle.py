"""A Bundle read back into a talk. What the talk would be written as is held against what stands there.

So nothing in a file is passed over in silence: what is missing, what is too much and what is different is named, with
the place, and the file is refused whole. A place tells nothing of what somebody said.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from intake_app.conversation.model import Conversation
from intake_app.conversation.session import too_young
from intake_app.core.ids import ConversationId
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.exchange.fhir.bundle import bundle
from intake_app.exchange.fhir.loading import inside, loaded, text
from intake_app.exchange.fhir.pieces import QUESTIONNAIRE, Basis, Json
from intake_app.exchange.fhir.read_plan import read_choices, read_consent, read_names, read_plan
from intake_app.exchange.fhir.read_response import (
    moment,
    read_answers,
    read_notes,
    read_situation,
    read_strengths,
    read_wishes,
)
from intake_app.exchange.fhir.sendable import sendable

MOST_PROBLEMS = 100
"""Problems that are named one by one. Source: eigen oordeel; nobody mends more by hand."""
_NAME = re.compile(r"[A-Za-z_]{1,40}")
_KEYS = ("fullUrl", "linkId", "url")


def read_bundle(data: bytes, where: str, basis: Basis) -> Conversation:
    """Return the talk of a bundle of this program, made with the content of `basis`.

    Args:
        data: the file.
        where: its name, for problems.
        basis: what it was written with.

    Raises:
        ProblemsError: `file_too_large`, `fhir_broken`, `fhir_foreign`, `fhir_other_version`, or everything that is
            wrong in it: `fhir_missing`, `fhir_unexpected`, `fhir_different`, `answer_…`, `too_young`, `fhir_more`.
    """
    tree = loaded(data, where)
    responses = _resources(tree, "QuestionnaireResponse")
    if tree.get("resourceType") != "Bundle" or len(responses) != 1:
        raise ProblemsError((problem("fhir_foreign", where),))
    at, answered = responses[0]
    canonical, _, version = text(answered, "questionnaire").partition("|")
    if canonical != QUESTIONNAIRE:
        raise ProblemsError((problem("fhir_foreign", where),))
    if version != basis.version:
        raise ProblemsError((problem("fhir_other_version", where),))
    path = f"{where}: entry[{at}].resource"
    basis = replace(basis, told_names=read_names(_plan_of(tree)))
    talk, problems = _read(tree, answered, path, basis)
    written = bundle(sendable(talk, basis), basis)
    told, wrong = tuple(each.where for each in problems), too_young(talk.situation)
    if wrong is not None:
        problems.append(problem(wrong.code, path))
    found = [each for each in differences(written, tree, f"{where}: ") if not _is_told(each.where, told)]
    problems += found
    if problems:
        more = len(problems) - MOST_PROBLEMS
        rest = (problem("fhir_more", where, count=more),) if more > 0 else ()
        raise ProblemsError((*problems[:MOST_PROBLEMS], *rest))
    return talk


def _resources(tree: Json, kind: str) -> list[tuple[int, Json]]:
    entries = tree.get("entry")
    found = [inside(entry, "resource") for entry in (entries if isinstance(entries, list) else ())]
    return [(at, resource) for at, resource in enumerate(found) if resource.get("resourceType") == kind]


def _plan_of(tree: Json) -> Json:
    return next((resource for _, resource in _resources(tree, "CarePlan")), {})


def _read(tree: Json, answered: Json, path: str, basis: Basis) -> tuple[Conversation, list[Problem]]:
    answers, problems = read_answers(answered, path, basis)
    plan = _plan_of(tree)
    consents = (read_consent(resource) for _, resource in _resources(tree, "Consent"))
    situation = read_situation(answered)
    talk = Conversation(
        id=ConversationId(text(inside(answered, "identifier"), "value")),
        situation=situation,
        opened=moment(text(answered, "authored")) or datetime.datetime.combine(situation.date, datetime.time()),
        answers=answers,
        notes=read_notes(answered, basis),
        strengths=read_strengths(answered),
        wishes=read_wishes(answered),
        choices=read_choices(plan),
        plan=read_plan(plan),
        consents=tuple(each for each in consents if each is not None),
    )
    return talk, problems


def _is_told(place: str, told: tuple[str, ...]) -> bool:
    return any(place.startswith(each) for each in told)


def differences(written: object, found: object, path: str) -> Iterator[Problem]:
    """Yield where what was found is not what would be written, each place once."""
    if isinstance(written, dict) and isinstance(found, dict):
        for name in (*written, *(each for each in found if each not in written)):
            here = _below(path, name)
            if name not in found:
                yield problem("fhir_missing", here)
            elif name not in written:
                yield problem("fhir_unexpected", here)
            else:
                yield from differences(written[name], found[name], here)
    elif isinstance(written, list) and isinstance(found, list):
        yield from _in_list(written, found, path)
    elif isinstance(written, bool) is not isinstance(found, bool) or written != found:
        yield problem("fhir_different", path.rstrip())


def _below(path: str, name: str) -> str:
    """Return the place of a field; a name that no field of FHIR can have is not repeated."""
    shown = name if _NAME.fullmatch(name) else "?"
    return f"{path}{shown}" if path.endswith(" ") else f"{path}.{shown}"


def _in_list(written: list[object], found: list[object], path: str) -> Iterator[Problem]:
    wanted, there = [_key(each) for each in written], [_key(each) for each in found]
    is_named = None not in wanted and len(set(wanted)) == len(wanted)
    if not is_named:
        wanted, there = list(map(str, range(len(written)))), list(map(str, range(len(found))))
    known, seen = dict(zip(wanted, written, strict=True)), set[str | None]()
    for at, (key, each) in enumerate(zip(there, found, strict=True)):
        here = f"{path}[{at}]"
        if key in known and key not in seen:
            yield from differences(known[key], each, here)
        else:
            yield problem("fhir_unexpected", here)
        seen.add(key)
    missing = [key for key in wanted if key not in seen]
    yield from (problem("fhir_missing", f"{path}[{key}]") for key in missing)
    if not missing and [key for key in there if key in known] != wanted and len(there) == len(wanted):
        yield problem("fhir_different", path)


def _key(node: object) -> str | None:
    """Return what tells an object of a list from the others."""
    if not isinstance(node, dict):
        return None
    return next((node[name] for name in _KEYS if isinstance(node.get(name), str)), None)
