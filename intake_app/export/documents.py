"""The papers of a talk: which there are, what holds them back, and their pages.

`papers` lists them, `pdf` makes one. A paper that is held back is not made: `ProblemsError` says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.problems import Problem, ProblemsError, problem
from intake_app.core.text import Language
from intake_app.export.templating import render
from intake_app.export.views import Inputs, speech
from intake_app.export.views_huisarts import HuisartsView, consented, huisarts_view
from intake_app.export.views_person import PersonView, person_view

PERSON_ADVICE = "person_advice"
HUISARTS_SUMMARY = "huisarts_summary"
_TEMPLATES = {PERSON_ADVICE: "person.xml.j2", HUISARTS_SUMMARY: "huisarts.xml.j2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpec:
    """A paper that can be made; `file_name` gives nothing away, `locked_by` is what holds it back."""

    id: str
    file_name: str
    locked_by: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a template is given: the paper's view, and the size of its letters."""

    paper: PersonView | HuisartsView
    size: str


def papers(
    knowledge: Knowledge,  # noqa: ARG001 - what papers there are may come to depend on the content
    conversation: Conversation,
    picture: Picture,
) -> tuple[PaperSpec, ...]:
    """Return the papers of a talk, with what holds each back now (decision 1; consent per recipient).

    While a flag waits the person's paper is its action page. That page holds no advice, and is never held back.
    """
    advice = picture.advice
    possible = () if advice.held_by else advice.ask_first
    ask_first = tuple(problem("flag_still_possible", flag) for flag in possible)
    agreed, _ = consented(conversation)
    locked = () if agreed else (problem("consent_missing", HUISARTS_SUMMARY),)
    return (
        PaperSpec(id=PERSON_ADVICE, file_name="mijn-advies.pdf", locked_by=ask_first),
        PaperSpec(id=HUISARTS_SUMMARY, file_name="samenvatting.pdf", locked_by=locked),
    )


def markup(paper_id: str, inputs: Inputs, *, large: bool, language: Language) -> str:
    """Return a paper in the markup of `intake_app.export.pdf.markup`.

    Args:
        paper_id: The id of one of `papers`.
        inputs: What it is made from.
        large: Whether the letters are a third larger.
        language: The language of the fixed words and of the content; own words stay as they are.

    Raises:
        ProblemsError: The paper is held back, or there is no such paper.
    """
    _check(paper_id, inputs)
    says = speech(inputs, language)
    view = person_view(inputs, says) if paper_id == PERSON_ADVICE else huisarts_view(inputs, says)
    page = _Page(paper=view, size="large" if large else "normal")
    return render(inputs.templates, _TEMPLATES[paper_id], page, language)


def pdf(paper_id: str, inputs: Inputs, *, large: bool, language: Language) -> bytes:
    """Return a paper as the bytes of a PDF; the arguments and problems are those of `markup`."""
    from intake_app.export.pdf.paper import build  # noqa: PLC0415 - ReportLab loads when a page is drawn

    return build(markup(paper_id, inputs, large=large, language=language), inputs.fonts)


def _check(paper_id: str, inputs: Inputs) -> None:
    known = {each.id: each for each in papers(inputs.knowledge, inputs.conversation, inputs.picture)}
    if paper_id not in known:
        raise ProblemsError((problem("paper_unknown", paper_id),))
    if known[paper_id].locked_by:
        raise ProblemsError(known[paper_id].locked_by)
