"""The languages of the person's side as the practitioner sees them: which there are, and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake_app.core.text import LANGUAGES as SCREEN_LANGUAGES
from intake_app.questionnaire.spoken import TranslationStatus
from intake_app.ui.presenters.choose_facts import day

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.questionnaire.spoken import SpokenLanguage

LANGUAGES = ("nl", "en", "ar", "tr", "pl", "uk", "es", "ti", "fa")
"""Languages to choose from when a talk begins; those with a file of their own come beside them."""
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """One language: its name with how far the translation is in a word, and the same in a sentence."""

    code: str
    label: str
    about: str


def spoken_by(desk: Desk, code: str) -> SpokenLanguage | None:
    """Return the language with this code; None where it has no file."""
    return next((each for each in desk.spoken_languages if each.code == code), None)


def language_views(desk: Desk) -> tuple[LanguageView, ...]:
    """Return every language that a person may be given, another one last."""
    own = (each.code for each in desk.spoken_languages)
    return tuple(_view(desk, code) for code in dict.fromkeys((*LANGUAGES, *own, OTHER)))


def paper_language(desk: Desk, code: str) -> LanguageView | None:
    """Return the language of a person where their own paper can be made in it as well, with what that is worth."""
    spoken = spoken_by(desk, code)
    if spoken is None or spoken.right_to_left:
        return None
    about = desk.text(f"spoken.paper_{spoken.status}")
    return LanguageView(code=code, label=_label(desk, spoken), about=about)


def translations(desk: Desk) -> tuple[LanguageView, ...]:
    """Return the languages that have a file, by name."""
    return tuple(
        LanguageView(code=each.code, label=each.title.of(desk.language), about=_about(desk, each))
        for each in desk.spoken_languages
    )


def left_out(desk: Desk) -> tuple[str, ...]:
    """Return in words why a file cannot be used."""
    return tuple(desk.text("spoken.left_out", fault=desk.problem_text(each)) for each in desk.spoken_problems)


def _view(desk: Desk, code: str) -> LanguageView:
    spoken = spoken_by(desk, code)
    if spoken is not None:
        return LanguageView(code=code, label=_label(desk, spoken), about=_about(desk, spoken))
    name = desk.text(f"language_name.{code}")
    if code in SCREEN_LANGUAGES:
        return LanguageView(code=code, label=name, about="")
    label = desk.text("spoken.named", name=name, status=desk.text("spoken.stays_dutch"))
    return LanguageView(code=code, label=label, about=desk.text("spoken.about_none"))


def _label(desk: Desk, spoken: SpokenLanguage) -> str:
    status = desk.text(f"spoken.status_{spoken.status}")
    return desk.text("spoken.named", name=spoken.title.of(desk.language), status=status)


def _about(desk: Desk, spoken: SpokenLanguage) -> str:
    percent = str(int(spoken.share * 100))
    if spoken.status is TranslationStatus.DRAFT or spoken.reviewed_on is None:
        return desk.text("spoken.about_draft", percent=percent)
    return desk.text("spoken.about_reviewed", who=spoken.reviewed_by, day=day(spoken.reviewed_on), percent=percent)
