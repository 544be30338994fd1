"""Papers made with rules that were not proved say so, on every page."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from intake_app.export import documents
from intake_app.export.soep import soep
from tests.export.talks import MONEY, READ_BY_GP, RECORDED, WAITING, inputs_of, said

PAPERS = [documents.PERSON_ADVICE, documents.HUISARTS_SUMMARY]
WORDS = {
    "nl": ("Regels niet nagerekend", "Let op: de regels hierachter zijn niet nagerekend."),
    "en": ("Rules not proved", "Please note: the rules behind this have not been proved."),
}


def inputs(answers=MONEY, *, is_certified=False):
    found = inputs_of(answers + READ_BY_GP)
    return replace(found, knowledge=replace(found.knowledge, is_certified=is_certified))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("answers", [MONEY, WAITING, RECORDED], ids=["advice", "action page", "recorded"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_says_that_the_rules_were_not_proved(paper, answers, language):
    found = said(documents.markup(paper, inputs(answers), large=False, language=language))
    assert all(words in found for words in WORDS[language])


@pytest.mark.parametrize("language", WORDS)
def test_the_journal_text_says_so_within_its_ten_lines(language):
    found = soep(inputs(RECORDED), language)
    assert WORDS[language][1] in found
    assert len(found.splitlines()) <= 10


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_of_proved_rules_do_not_say_so(paper):
    found = inputs(is_certified=True)
    assert "nagerekend" not in said(documents.markup(paper, found, large=False, language="nl"))
    assert "nagerekend" not in soep(found, "nl")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", PAPERS)
def test_it_stands_whole_on_every_page(paper, large):
    made = documents.pdf(paper, inputs(), large=large, language="nl")
    with pypdfium2.PdfDocument(made) as opened:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in opened]
    assert [page for page in pages if "Regels niet nagerekend" in page] == pages
