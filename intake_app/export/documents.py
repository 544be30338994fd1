"""The papers of a talk: which there are, what holds them back, and their pages.

`papers` lists them, `pdf` makes one. A paper that is held back is not made: `ProblemsError` says why.
"""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.conversation.desk import PERSON_ADVICE
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.text import Language
from intake_app.export.making import PaperSpec, name_of, part_of
from intake_app.export.templating import render
from intake_app.export.views import Inputs, speech
from intake_app.export.views_handover import HANDOVER_PAPER
from intake_app.export.views_huisarts import HUISARTS_PAPER
from intake_app.export.views_person import PERSON_PAPER
from intake_app.export.views_referral import REFERRAL_PAPER
from intake_app.export.views_relative import RELATIVE_PAPER
from intake_app.export.views_safety_plan import SAFETY_PLAN_PAPER
from intake_app.export.views_waiting_card import WAITING_CARD_PAPER
from intake_app.questionnaire.spoken import SpokenLanguage

HUISARTS_SUMMARY = HUISARTS_PAPER.name
MAKERS = (
    PERSON_PAPER,
    RELATIVE_PAPER,
    SAFETY_PLAN_PAPER,
    WAITING_CARD_PAPER,
    HUISARTS_PAPER,
    REFERRAL_PAPER,
    HANDOVER_PAPER,
)
"""Every kind of paper, in the order of the list."""
_OF = {maker.name: maker for maker in MAKERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a template is given: the paper's view, and the size of its letters."""

    paper: object
    size: str


def papers(knowledge: Knowledge, conversation: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    """Return the papers of a talk, with what holds each back now (decision 1; consent per recipient)."""
    return tuple(spec for maker in MAKERS for spec in maker.listed(knowledge, conversation, picture))


def markup(
    paper_id: str, inputs: Inputs, *, large: bool, language: Language, spoken: SpokenLanguage | None = None
) -> str:
    """Return a paper in the markup of `intake_app.export.pdf.markup`.

    Args:
        paper_id: The id of one of `papers`.
        inputs: What it is made from.
        large: Whether the letters are a third larger.
        language: The language of the fixed words and of the content; own words stay as they are.
        spoken: A language of the person for the fixed words; only the person's paper speaks it.

    Raises:
        ProblemsError: The paper is held back, or there is no such paper.
    """
    _check(paper_id, inputs)
    if spoken is not None and paper_id != PERSON_ADVICE:
        raise ProblemsError((problem("paper_unknown", paper_id),))
    says = speech(inputs, language, spoken)
    maker = _OF[name_of(paper_id)]
    page = _Page(paper=maker.view(inputs, says, part_of(paper_id)), size="large" if large else "normal")
    return render(inputs.templates, maker.template, page, language)


def pdf(
    paper_id: str, inputs: Inputs, *, large: bool, language: Language, spoken: SpokenLanguage | None = None
) -> bytes:
    """Return a paper as the bytes of a PDF; the arguments and problems are those of `markup`.

    A language that is written from right to left, or with letters that the fonts do not have, is a problem as well.
    """
    from intake_app.export.pdf.fonts import can_draw  # noqa: PLC0415 - ReportLab loads when a page is drawn
    from intake_app.export.pdf.paper import build  # noqa: PLC0415

    words = "" if spoken is None else "".join((*spoken.words.values(), *_names(spoken)))
    if spoken is not None and (spoken.right_to_left or not can_draw(words, inputs.fonts)):
        raise ProblemsError((problem("language_not_on_paper"),))
    return build(markup(paper_id, inputs, large=large, language=language, spoken=spoken), inputs.fonts)


def _names(spoken: SpokenLanguage) -> tuple[str, ...]:
    return () if spoken.dates is None else (*spoken.dates.months, *spoken.dates.weekdays)


def _check(paper_id: str, inputs: Inputs) -> None:
    known = {each.id: each for each in papers(inputs.knowledge, inputs.conversation, inputs.picture)}
    if paper_id not in known:
        raise ProblemsError((problem("paper_unknown", paper_id),))
    if known[paper_id].locked_by:
        raise ProblemsError(known[paper_id].locked_by)
