"""Whatever was typed, and however much: every paper is whole, legible, and holds what it may hold and nothing else."""

from __future__ import annotations

import re
import sys
import sysconfig
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import intake_app
from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.content.locate import resources_dir
from intake_app.conversation.model import Consent, Strength, Tie, Wish
from intake_app.core.ids import TieId
from intake_app.core.text import LANGUAGES, Text
from intake_app.directory.model import Directory
from intake_app.export import documents
from intake_app.export.erasure_certificate import erasure_certificate_pdf
from intake_app.export.pdf.paper import build
from intake_app.export.service_leaflet import service_leaflet_pdf
from intake_app.questionnaire.answers import Given
from tests.export.pdf.gate import FONTS, GatePress, faults_by_ear, faults_of
from tests.export.pdf.listening import heard
from tests.export.pdf.papers import HOSTILE
from tests.export.pdf.room import crowded
from tests.export.talks import MONEY, TODAY, content, inputs_of, knowledge
from tests.export.test_golden import NAMES, PERSONAS
from tests.export.test_office_papers import REQUEST
from tests.export.test_service_leaflet import SERVICE
from tests.export.test_silent import TOLD

LONGEST, LONGEST_NAME, MANY = 20_000, 300, 200
NASTY = (
    *HOSTILE,
    "👩‍👧 🙂",
    "\u202edraai\u202c",
    "\x00\x07\x1b",
    "Ğülşen Nguyễn Þórður Łódź Ǻ",
    "ẫ ỡ ữ",
    "a\u0300\u0301\u0302",
    "\u2028\u2029",
    "W" * 90,
    "\ufeff\u200b",
    "مرحبا",
    "漢字",
    "file:///etc/passwd",
)
PIECES = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=40), min_size=1, max_size=12)
TYPED = st.tuples(PIECES.map(" ".join), st.sampled_from((1, 1, 5, 600))).map(lambda each: (each[0] * each[1])[:LONGEST])
LONG = {
    "nasty": ((" ".join(NASTY) + " ") * 90)[:LONGEST],
    "one word": ("Woordzonderspatie" * 1200)[:LONGEST],
    "lines": "regel\n" * (LONGEST // 6),
}
KINDS = tuple(each.id for each in knowledge().supply.kinds)
SECRET = "zeepaardje"  # noqa: S105  a word that may stand on no paper
SILENT = tuple(each for each, topic in knowledge().questionnaire.topics.items() if topic.silent)
TYPED_ON_EVERY_PAGE = "PAG-001"
"""Of outloud: the same line on three pages looks like a running head to it. Here the same was typed in every place."""
PLACEHOLDER = re.compile(r"\{|\}|\bNone\b|\bnan\b|\bUndefined\b|\bTODO\b|\b[a-z]+(?:_[a-z]+)+\b|\[\]|<[a-z/]")


def a_talk(text, choices=MANY, file=MONEY):
    """Return the inputs of a talk with a text wherever somebody can type, and a service that is called so.

    The whole text stands in the first answer and in a note; elsewhere its beginning, or a paper has thousands of pages.
    """
    name = text[:LONGEST_NAME].strip() or "x"
    service = replace(SERVICE, name=name, kinds=(KINDS[0],), description=Text(nl=name, en=name))
    found = inputs_of(file)
    known = found.knowledge
    known = replace(known, supply=replace(known.supply, directory=Directory(services=(service,))))
    on = found.conversation.situation.date
    steps = tuple(Step(text=name, who=name, smallest_start=name, kind=kind) for kind in KINDS[: choices and 3])
    chosen = [Choice(kind=KINDS[0], decision=Decision.TAKEN, service=service.id)] if choices else []
    talk = replace(
        found.conversation,
        answers={**found.conversation.answers, "own_question": Given(value=text)},
        notes={**dict.fromkeys(knowledge().questionnaire.topics, name), "money": text, **dict.fromkeys(SILENT, SECRET)},
        strengths=(Strength(topic="contacts", text=name),),
        wishes=(Wish(topic="money", text=name, one_higher=name), *(Wish(topic=each, text=SECRET) for each in SILENT)),
        choices=(*chosen, *(_choice(at, name) for at in range(choices))),
        plan=Plan(steps=steps, when_worse=name, when_it_fails=name, speak_how=name),
        consents=tuple(
            Consent(recipient=each, items=("all", "around"), on=on)
            for each in ("huisarts", "person", f"service:{service.id}")
        ),
        ties=tuple(Tie(id=TieId(str(at)), name=name) for at in range(3)),
    )
    return replace(found, knowledge=known, conversation=talk, picture=known.picture(talk))


def _choice(at, reason):
    return Choice(kind=KINDS[at % len(KINDS)], decision=Decision.TAKEN, reason=reason if at < len(KINDS) else "")


def papers_of(inputs, *, large=False, language="nl"):
    """Yield every paper that is not held back: its id, markup and pages."""
    for paper in documents.papers(inputs.knowledge, inputs.conversation, inputs.picture):
        if not paper.locked_by:
            markup = documents.markup(paper.id, inputs, large=large, language=language)
            yield paper.id, markup, build(markup, FONTS)


_OPENED: list[str] = []
_IS_WATCHED = False
_OWN = tuple(
    str(Path(each).resolve())
    for each in (resources_dir(), *intake_app.__path__, *sysconfig.get_paths().values(), sys.prefix, sys.base_prefix)
)


def _watch(event, arguments):
    if not _IS_WATCHED:
        return
    if event in {"subprocess.Popen", "os.system", "socket.connect", "socket.getaddrinfo", "urllib.Request"}:
        _OPENED.append(f"{event} {arguments}")
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        path = str(Path(arguments[0] if isinstance(arguments[0], str) else arguments[0].decode()).resolve())
        if not path.startswith(_OWN):
            _OPENED.append(path)


@cache
def hook():
    """Listen to what Python opens; a hook can never be taken away, so there is one."""
    sys.addaudithook(_watch)


@contextmanager
def watched():
    """Keep in `_OPENED` what is opened meanwhile, less the program's own words, letters and modules."""
    global _IS_WATCHED  # noqa: PLW0603  the hook has no other way to know
    hook()
    _OPENED.clear()
    _IS_WATCHED = True
    try:
        yield _OPENED
    finally:
        _IS_WATCHED = False


def check(inputs, **asked):
    with watched() as opened:
        made = list(papers_of(inputs, **asked))
    assert opened == []
    for id_, markup, pdf in made:
        assert (id_, crowded(pdf)) == (id_, [])
        assert (id_, list(faults_by_ear(pdf, (markup,)))) == (id_, [])
        assert SECRET not in markup
    return made


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TYPED, choices=st.sampled_from((0, 3, MANY)), large=st.booleans(), language=st.sampled_from(LANGUAGES))
def test_whatever_was_typed_every_paper_is_whole_legible_and_silent(text, choices, large, language):
    check(a_talk(text, choices), large=large, language=language)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("text", LONG)
def test_twenty_thousand_signs_and_two_hundred_options_are_printed_whole(text, large):
    check(a_talk(LONG[text]), large=large)


@pytest.mark.parametrize("text", [" ".join(NASTY), ""], ids=["nasty", "nothing"])
def test_every_sign_and_none_pass_both_checkers_too(text):
    for id_, markup, pdf in check(a_talk(text, 3 if text else 0)):
        found = [each for each in faults_of(pdf, markup) if TYPED_ON_EVERY_PAGE not in each]
        assert (id_, found) == (id_, [])


def test_what_was_said_alone_stands_on_no_paper_whatever_was_agreed():
    for _id, markup, _pdf in check(a_talk("Ik slaap slecht", 3, TOLD)):
        assert SECRET not in markup


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TYPED, language=st.sampled_from(LANGUAGES))
def test_the_papers_of_the_practice_hold_as_much(text, language):
    press = HearingPress(wording=content().wording, templates=resources_dir() / "templates", fonts=FONTS)
    name = text[:LONGEST_NAME].strip() or "x"
    service = replace(SERVICE, name=name, description=Text(nl=text, en=text), eligibility=Text(nl=text, en=text))
    with watched() as opened:
        service_leaflet_pdf([service, SERVICE], press, language, TODAY)
        erasure_certificate_pdf(replace(REQUEST, reason=text, entered_by=name), name, press, language)
    assert opened == []


class HearingPress(GatePress):
    """A press that listens and looks, but leaves the checkers out: hundreds of pages take them minutes."""

    def pdf(self, *papers):
        made = build(papers[0], self.fonts, *papers[1:])
        found = [*faults_by_ear(made, papers), *crowded(made)]
        if found:
            raise AssertionError(found)
        return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("persona", NAMES)
def test_nothing_that_should_have_been_filled_in_is_left_open(persona, language):
    inputs = inputs_of((PERSONAS / f"{persona}.yaml").read_text(encoding="utf-8"))
    for id_, _markup, pdf in papers_of(inputs, language=language):
        assert (id_, PLACEHOLDER.findall(heard(pdf).words)) == (id_, [])
        assert (id_, crowded(pdf)) == (id_, [])
