"""The questionnaire as a form to fill in by hand, for when there is no PC.

Who leads the talk has every question, with how to begin and how to ask on; what may only be asked alone stands on a
sheet of its own. The person's form has nothing about safety, nothing that is asked alone, and no silent topic:
nobody may answer those to a sheet of paper.
"""

from __future__ import annotations

from intake_app.core.text import Language
from intake_app.export.press import Page, Press
from intake_app.export.views_form import form_view
from intake_app.export.views_form_routes import Form

_TEMPLATE = "form.xml.j2"
_LABELS = (
    *("date", "birth_year", "postcode", "language", "who_leads", "present", "channel", "interpreter", "call_back"),
    *("ask_on", "unit", "agree", "steps", "net", "again", "gut_feeling", "gut_feeling_do", "help_now"),
    "more",
)


def form_markup(form: Form, press: Press, language: Language, *, large: bool = False) -> str:
    """Return the form in the markup of `intake_app.export.pdf.markup`; `large` letters are a third larger."""
    says = press.speech(language)
    page = Page(paper=form_view(form, says), words=says.all("form", _LABELS), size="large" if large else "normal")
    return press.markup(_TEMPLATE, page, language)


def questionnaire_form_pdf(form: Form, press: Press, language: Language, *, large: bool = False) -> bytes:
    """Return the form as the bytes of a PDF."""
    return press.pdf(form_markup(form, press, language, large=large))
