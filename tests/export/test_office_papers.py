"""The recovery sheet and the certificate of an erasure: one page each, and nothing on it that does not belong there."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pypdfium2
import pytest

from intake_app.content.locate import resources_dir
from intake_app.core.text import LANGUAGES
from intake_app.export.erasure_certificate import erasure_certificate_pdf, erasure_markup
from intake_app.export.press import Press
from intake_app.export.recovery_sheet import RecoverySheet, recovery_markup, recovery_sheet_pdf
from intake_app.practice.persons import Decision, ErasureRequest
from tests.export.talks import content, said

NOON = datetime.datetime(2026, 12, 3, 12, 0, tzinfo=datetime.UTC)
PRESS = Press(wording=content().wording, templates=resources_dir() / "templates", fonts=resources_dir() / "fonts")
GROUPS = ("K7QM", "9XTR", "2HVC", "5PLN", "8WDF", "3JYG", "6BKA", "4ZSE")
SHEET = RecoverySheet(code="-".join(GROUPS), practice="Praktijk Waterrijk", made=NOON.date())
REQUEST = ErasureRequest(
    id="v-2026-0003",
    talks=("talk-one", "talk-two"),
    asked_on=datetime.date(2026, 11, 25),
    entered_by="Anne de Vries",
    decision=Decision.GRANTED,
    reason="Schriftelijk verzoek.",
    decided_by="J. Bakker",
    second="P. Smit",
    decided_at=NOON,
)
REFUSED = replace(REQUEST, decision=Decision.REFUSED, reason="Een andere wet vraagt om bewaren.")
OPEN = replace(REQUEST, decision=Decision.OPEN, reason="", decided_by="", second="", decided_at=None)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in opened]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gap", ["-", " ", "  "])
def test_the_sheet_is_one_page_with_the_code_in_groups(language, gap):
    found = pages(recovery_sheet_pdf(replace(SHEET, code=gap.join(GROUPS)), PRESS, language))
    assert len(found) == 1
    places = [found[0].index(group) for group in GROUPS]
    assert places == sorted(places)


def test_the_sheet_says_what_it_is_where_to_keep_it_and_when_it_was_tested():
    found = said(recovery_markup(SHEET, PRESS, "nl"))
    for words in ("Gemaakt op 3 december 2026 · Praktijk Waterrijk", "dichte envelop", "kluis", "Niet bij de computer"):
        assert words in found
    assert "Getest op" in found


def test_the_sheet_holds_no_picture_that_a_camera_reads():
    assert "<qr" not in recovery_markup(SHEET, PRESS, "nl")


def test_the_code_stands_on_the_page_only():
    with pypdfium2.PdfDocument(recovery_sheet_pdf(SHEET, PRESS, "nl")) as opened:
        outline = " ".join(each.get_title() for each in opened.get_toc())
        assert not [group for group in GROUPS if group in outline + str(opened.get_metadata_dict())]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("request_", [REQUEST, REFUSED, OPEN], ids=lambda each: each.decision.value)
def test_the_certificate_is_one_page_and_names_no_talk(request_, language):
    found = pages(erasure_certificate_pdf(request_, "Praktijk Waterrijk", PRESS, language))
    assert len(found) == 1
    assert "v-2026-0003" in found[0]
    assert "talk-" not in found[0]


def test_the_certificate_of_an_erasure_holds_days_people_reason_and_what_is_still_there():
    found = said(erasure_markup(REQUEST, "Praktijk Waterrijk", PRESS, "nl"))
    for words in (
        "25 november 2026",
        "3 december 2026",
        "Anne de Vries",
        "J. Bakker",
        "P. Smit",
        "Schriftelijk verzoek.",
    ):
        assert words in found
    assert "Aantal gesprekken 2" in found
    assert "minstens vijf jaar" in found
    assert "klacht" not in found


def test_a_refusal_gives_the_reason_and_where_to_complain():
    found = said(erasure_markup(REFUSED, "", PRESS, "nl"))
    assert "zijn niet vernietigd" in found
    assert "Een andere wet vraagt om bewaren." in found
    assert "Autoriteit Persoonsgegevens" in found
    assert "Dat is gedaan" not in found


def test_a_request_without_a_decision_says_so():
    found = said(erasure_markup(OPEN, "", PRESS, "nl"))
    assert "nog niet besloten" in found
    assert "Besloten" not in found.replace("besloten", "")
