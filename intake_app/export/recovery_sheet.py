"""The recovery sheet: one page with the code that opens the store when a pass phrase is lost."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from intake_app.core.text import Language
from intake_app.export.press import Page, Press
from intake_app.export.templating import day

PER_LINE = 3
_GAP = "\u00a0" * 3
_LABELS = (
    *("title", "footer", "what", "code", "code_note", "keep", "keep_envelope", "keep_safe", "keep_apart"),
    *("lost", "lost_do", "tested"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet; `code` in groups, with spaces or dashes between them."""

    code: str
    practice: str
    made: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    subtitle: str
    lines: tuple[str, ...]


def recovery_markup(sheet: RecoverySheet, press: Press, language: Language) -> str:
    """Return the sheet in the markup of `intake_app.export.pdf.markup`."""
    says = press.speech(language)
    made = says.say("recovery_sheet.made", day=day(language, sheet.made))
    groups = re.split(r"[\s-]+", sheet.code.strip())
    view = _View(
        subtitle=" · ".join(filter(None, (made, sheet.practice.strip()))),
        lines=tuple(_GAP.join(groups[at : at + PER_LINE]) for at in range(0, len(groups), PER_LINE)),
    )
    page = Page(paper=view, words=says.all("recovery_sheet", _LABELS))
    return press.markup("recovery_sheet.xml.j2", page, language)


def recovery_sheet_pdf(sheet: RecoverySheet, press: Press, language: Language) -> bytes:
    """Return the sheet as the bytes of a PDF."""
    return press.pdf(recovery_markup(sheet, press, language))
