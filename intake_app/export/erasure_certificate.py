"""The certificate of an erasure, or of its refusal: days and people, and nothing of what was said."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.core.text import Language
from intake_app.export.press import Page, Press
from intake_app.export.templating import day
from intake_app.export.views import Speech
from intake_app.practice.persons import Decision, ErasureRequest

_LABELS = (
    *("footer", "stays", "stays_copies", "stays_log", "stays_papers", "disagree", "disagree_do", "signature"),
    *("reason", "practice"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    title: str
    about: str
    practice: str
    rows: tuple[tuple[str, str], ...]
    reason: str
    decision: str


def erasure_markup(request: ErasureRequest, practice: str, press: Press, language: Language) -> str:
    """Return the certificate in the markup of `intake_app.export.pdf.markup`; `practice` is its name."""
    says = press.speech(language)
    decision = request.decision.value
    view = _View(
        title=says.say(f"erasure_paper.title_{decision}"),
        about=says.say(f"erasure_paper.about_{decision}"),
        practice=practice.strip(),
        rows=_rows(request, says),
        reason="" if request.decision is Decision.OPEN else request.reason.strip(),
        decision=decision,
    )
    page = Page(paper=view, words=says.all("erasure_paper", _LABELS))
    return press.markup("erasure_certificate.xml.j2", page, language)


def erasure_certificate_pdf(request: ErasureRequest, practice: str, press: Press, language: Language) -> bytes:
    """Return the certificate as the bytes of a PDF."""
    return press.pdf(erasure_markup(request, practice, press, language))


def _rows(request: ErasureRequest, says: Speech) -> tuple[tuple[str, str], ...]:
    decided = "" if request.decided_at is None else day(says.language, request.decided_at.date())
    found = (
        ("request", request.id),
        ("asked_on", day(says.language, request.asked_on)),
        ("entered_by", request.entered_by),
        ("talks", str(len(request.talks))),
        ("decided_at", decided),
        ("decided_by", request.decided_by),
        ("second", request.second),
    )
    return tuple((says.say(f"erasure_paper.{key}"), text) for key, text in found if text)
