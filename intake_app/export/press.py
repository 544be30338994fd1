"""What papers that are about no single talk are printed with: words, templates and letters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from intake_app.core.text import Language
from intake_app.export.templating import render
from intake_app.export.views import Speech, Words

View = TypeVar("View")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The words of the program, and the folders of its templates and letters."""

    wording: Words
    templates: Path
    fonts: Path

    def speech(self, language: Language) -> Speech:
        """Return the words in a language."""
        return Speech(words=self.wording, language=language)

    def markup(self, template: str, page: Page[View], language: Language) -> str:
        """Return a filled in template in the markup of `intake_app.export.pdf.markup`."""
        return render(self.templates, template, page, language)

    def pdf(self, *papers: str) -> bytes:
        """Return papers, each in its markup and with pages counted for itself, as the bytes of one PDF."""
        from intake_app.export.pdf.paper import build  # noqa: PLC0415 - ReportLab loads when a page is drawn

        first, *more = papers
        return build(first, self.fonts, *more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[View]):
    """What a template is given: the paper's view, the fixed words, and the size of its letters."""

    paper: View
    words: object
    size: str = "normal"
