"""The languages of the person's side where the practitioner meets them: opening a talk, the papers, the settings."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from intake_app.core.problems import problem
from intake_app.core.text import Text
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person
from intake_app.questionnaire.spoken import TranslationStatus
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.papers import Papers
from intake_app.ui.presenters.spoken import language_views, left_out, paper_language, translations
from intake_app.ui.presenters.start import usual_form
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.papers import PapersScreen
from intake_app.ui.views.settings_languages import LanguageLines
from intake_app.ui.views.start_form import StartFields
from tests.ui.choosing_talk import NotingShell, PaperDesk
from tests.ui.fake_desk import NOW, RESOURCES, FakeDesk, a_situation


class KeepingDesk(PaperDesk):
    """Notes in which language a paper was asked for."""

    def __init__(self):
        super().__init__()
        self.asked_in = []

    def pdf(self, session, paper, *, large=False, spoken=""):
        self.asked_in.append(spoken)
        return super().pdf(session, paper, large=large, spoken=spoken)


def a_talk_in(language, desk):
    return desk.start(a_situation(person=Person(age=35, language=language)))


def of(desk, code):
    return next(each for each in language_views(desk) if each.code == code)


@pytest.mark.parametrize("language, label", [("nl", "Pools (concept)"), ("en", "Polish (draft)")])
def test_a_language_is_offered_with_its_status(language, label):
    assert of(FakeDesk(language=language), "pl").label == label


def test_a_language_without_a_file_says_that_the_questions_stay_dutch():
    found = of(FakeDesk(), "uk")
    assert found.label == "Oekraïens (vragen blijven Nederlands)"
    assert "blijft Nederlands" in found.about


@pytest.mark.parametrize("code", ["nl", "en"])
def test_of_the_languages_of_the_screen_nothing_is_said(code):
    assert of(FakeDesk(), code).about == ""


def test_a_file_of_the_practice_itself_is_offered_by_its_own_title():
    desk = FakeDesk()
    desk.spoken_languages += (replace(desk.spoken_languages[0], code="ro", title=Text(nl="Roemeens", en="Romanian")),)
    assert of(desk, "ro").label == "Roemeens (concept)"
    assert language_views(desk)[-1].code == "other"


def test_a_review_says_who_and_when_and_how_much():
    desk = FakeDesk()
    reviewed = replace(
        desk.spoken_languages[0],
        status=TranslationStatus.REVIEWED,
        reviewed_by="Tolk Waterrijk",
        reviewed_on=datetime.date(2026, 11, 1),
        share=0.829,
    )
    desk.spoken_languages = (reviewed,)
    about = translations(desk)[0].about.replace("\u00a0", " ")
    assert about == "Nagekeken door Tolk Waterrijk op 1-11-2026. 82 % van de vragen is vertaald."


def test_a_file_that_cannot_be_used_is_told_with_its_line():
    desk = FakeDesk()
    desk.spoken_problems = (problem("language_option_missing", "languages/pl.yaml:7", option="daily"),)
    assert left_out(desk)[0].startswith("Niet te gebruiken: languages/pl.yaml:7: ")


def test_the_form_says_what_the_chosen_translation_is_worth(show, house):
    context = ScreenContext(desk=FakeDesk(), shell=NotingShell(), themes=house, resources=RESOURCES)
    fields = show(StartFields(context))
    fields.show_form(usual_form(Mode.QUICK))
    fields.language.show_code("pl")
    assert fields.about_language.text().startswith("Concept")
    assert fields.form().language == "pl"
    fields.language.show_code("nl")
    assert fields.about_language.isHidden()


@pytest.mark.parametrize("changes", [{}, {"spoken_languages": ()}])
def test_the_settings_show_every_language_or_that_there_is_none(show, changes):
    desk = FakeDesk()
    vars(desk).update(changes)
    lines = show(LanguageLines(desk))
    words = [label.text() for label in lines.findChildren(Label)]
    assert ("Pools" in words) is not bool(changes)
    assert any("geen andere taal" in each for each in words) is bool(changes)


@pytest.mark.parametrize("language, count", [("pl", 2), ("nl", 0), ("uk", 0), ("other", 0)])
def test_the_own_language_is_a_choice_where_it_has_a_file(language, count):
    desk = KeepingDesk()
    papers = Papers(desk, a_talk_in(language, desk), NOW.date())
    assert len(papers.state().languages) == count


def test_only_the_paper_of_the_person_has_the_choice():
    desk = KeepingDesk()
    papers = Papers(desk, a_talk_in("pl", desk), NOW.date())
    papers.speak("pl")
    papers.choose("huisarts_summary")
    assert (papers.state().languages, papers.state().language) == ((), "")
    assert papers.file_name() == "samenvatting.pdf"


def test_a_language_from_right_to_left_is_not_for_paper():
    desk = FakeDesk()
    desk.spoken_languages = (replace(desk.spoken_languages[0], right_to_left=True),)
    assert paper_language(desk, desk.spoken_languages[0].code) is None


def test_one_choice_makes_the_paper_in_the_language_of_the_person(show, house):
    desk = KeepingDesk()
    session = a_talk_in("pl", desk)
    context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
    screen = show(PapersScreen(context))
    screen.side.language.chosen.emit("pl")
    assert desk.asked_in == ["", "pl"]
    assert screen.side.language.choices.code == "pl"
    assert screen.papers.file_name() == "mijn-advies-pl.pdf"
