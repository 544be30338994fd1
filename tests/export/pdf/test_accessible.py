"""Every paper is read aloud in the right order and can be kept for good; and the gate that says so sees faults."""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name, String

from intake_app.content.locate import resources_dir
from intake_app.core.text import LANGUAGES
from intake_app.export import documents
from intake_app.export.erasure_certificate import erasure_certificate_pdf
from intake_app.export.pdf.paper import build
from intake_app.export.person_export import PersonTalk, person_pdf, person_record, releasable
from intake_app.export.questionnaire_form import questionnaire_form_pdf
from intake_app.export.recovery_sheet import recovery_sheet_pdf
from intake_app.export.service_leaflet import service_leaflet_pdf
from intake_app.export.views_form_routes import Form
from intake_app.questionnaire.model import Mode
from tests.export.pdf.gate import GatePress, faults_of, tree
from tests.export.pdf.listening import heard, words_of
from tests.export.pdf.papers import FONTS, a_paper
from tests.export.talks import MONEY, READ_BY_GP, RECORDED, WAITING, content, inputs_of
from tests.export.test_office_papers import REFUSED, REQUEST, SHEET
from tests.export.test_person_export import FIXED, MADE, SEEN
from tests.export.test_service_leaflet import SERVICE, TODAY
from tests.export.test_silent import TOLD

PRESS = GatePress(wording=content().wording, templates=resources_dir() / "templates", fonts=FONTS)
PERSONAS = sorted((Path(__file__).parents[2] / "personas").glob("p*.yaml"))
EXAMPLES = sorted((resources_dir() / "examples").glob("*.yaml"))
TALKS = {"money": MONEY, "waiting": WAITING, "recorded": RECORDED} | {
    each.stem: each.read_text(encoding="utf-8") for each in (*EXAMPLES, *PERSONAS)
}
WHOLE = a_paper(
    "<h1>Mijn advies</h1><sub>Gesprek op 22 november</sub><h2>Hier ging het over</h2>"
    "<p>Een zin die <b>zo lang</b> is dat hij over meer dan een regel loopt, en toch uit losse woorden bestaat.</p>"
    "<h3>Dit gaat goed</h3><list><item>Mijn zus belt elke week</item><item>Ik loop</item></list>"
    '<h2>Stappen</h2><steps><step number="1" title="Bellen"><p>Bel morgen.</p>'
    '<qr data="tel:0001112233" caption="Scan en bel"/></step></steps>'
    '<table><row head="true"><cell>Wat</cell><cell>Wie</cell></row>'
    + "<row><cell>Iets</cell><cell>Iemand anders</cell></row>"
    * 60
    + "</table><bars>"
    '<bar name="Medisch" word="licht" low="10" high="30" point="20" note="bekend" known="true"/>'
    '<bar name="Sociaal" word="matig" low="30" high="50" point="40" note="ook bekend" known="true"/></bars>'
)


@cache
def whole():
    return build(WHOLE, FONTS)


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("talk", TALKS)
def test_every_paper_of_a_talk_passes_both_checkers(talk, language, large):
    file = TALKS[talk]
    inputs = inputs_of(file if "consents" in file else file + READ_BY_GP)
    for paper in documents.papers(inputs.knowledge, inputs.conversation, inputs.picture):
        if not paper.locked_by:
            markup = documents.markup(paper.id, inputs, large=large, language=language)
            assert (paper.id, faults_of(build(markup, FONTS), markup)) == (paper.id, [])


OFFICE = {
    "recovery sheet": lambda press, language: recovery_sheet_pdf(SHEET, press, language),
    "erasure": lambda press, language: erasure_certificate_pdf(REQUEST, "Praktijk Waterrijk", press, language),
    "refusal": lambda press, language: erasure_certificate_pdf(REFUSED, "Praktijk Waterrijk", press, language),
    "leaflet": lambda press, language: service_leaflet_pdf([SERVICE] * 5, press, language, TODAY),
    "form": lambda press, language: questionnaire_form_pdf(a_form(for_person=False), press, language),
    "person's form": lambda press, language: questionnaire_form_pdf(a_form(for_person=True), press, language),
    "person's record": lambda press, language: person_pdf(a_record(language), press, language),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", OFFICE)
def test_a_paper_of_the_practice_passes_both_checkers_and_is_heard_as_it_is_written(paper, language):
    assert OFFICE[paper](PRESS, language).startswith(b"%PDF")


def a_form(*, for_person):
    return Form(questionnaire=content().questionnaire, mode=Mode.EXPLORATORY, for_person=for_person)


def a_record(language):
    talks = [PersonTalk(inputs=inputs_of(each), corrections=(FIXED,)) for each in (MONEY + READ_BY_GP, TOLD)]
    released = [each.id for each in releasable(talks, language)]
    return person_record(talks, SEEN, released, made=MADE, language=language)


def test_another_reader_hears_the_same_words_in_the_same_order(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(whole())
    read = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True).stdout
    other = words_of(" ".join(line.strip()[1:-1] for line in read.splitlines() if line.strip().startswith('"')))
    assert other == heard(whole()).words


def test_the_head_of_a_table_that_returns_on_a_page_is_read_once():
    with pikepdf.open(BytesIO(whole())) as opened:
        roles = [str(each.S) for each in tree(opened)]
    assert roles.count("/Table") == 1
    assert roles.count("/TH") == 2
    assert roles.count("/TR") == 61


def _roles(pdf, role):
    return [each for each in tree(pdf) if each.get("/S") == Name(f"/{role}")]


def _drop(owner, key):
    del owner[key]


def _content(pdf, old, new):
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes().replace(old, new))


def _font(pdf):
    return next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each)


def _metadata(pdf, old, new):
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, new))


def _swap(elements, one, other):
    kids = list(elements.K)
    kids[one], kids[other] = kids[other], kids[one]
    elements.K = Array(kids)


def _heading_moved_down(pdf):
    """Cut the first page off behind its first heading, as if the rest were on the next."""
    first, second = _roles(pdf, "H1")[0], _roles(pdf, "P")[0]
    for element in _roles(pdf, "Document")[0].K[1:]:
        _hang(element, pdf.pages[1].obj)
    assert first.K[0].Pg.objgen != second.K[0].Pg.objgen


def _hang(element, page):
    for kid in element.get("/K", ()):
        if "/S" in kid:
            _hang(kid, page)
        else:
            kid.Pg = page


def _outline(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = "Iets anders"


FAULTS = {
    "read in another order": lambda pdf: _swap(_roles(pdf, "Document")[0], 1, 3),
    "bullets behind what they stand for": lambda pdf: _swap(_roles(pdf, "L")[0], 0, 1),
    "a piece that is not read": lambda pdf: setattr(
        _roles(pdf, "Document")[0], "K", Array(list(_roles(pdf, "Document")[0].K)[:-2])
    ),
    "words that stick together": lambda pdf: _content(pdf, b" ) Tj", b") Tj"),
    "a column without a name": lambda pdf: [setattr(each, "K", Array()) for each in _roles(pdf, "TH")],
    "an item without words": lambda pdf: setattr(_roles(pdf, "LBody")[0], "K", Array()),
    "a heading without words": lambda pdf: setattr(_roles(pdf, "H2")[0], "K", Array()),
    "another title": lambda pdf: setattr(pdf.trailer.Info, "Title", String("Iets anders")),
    "another language": lambda pdf: setattr(pdf.Root, "Lang", String("en-GB")),
    "a bookmark that is no heading": _outline,
    "a heading at the foot of a page": _heading_moved_down,
    "no language": lambda pdf: _drop(pdf.Root, "/Lang"),
    "no tree": lambda pdf: _drop(pdf.Root, "/StructTreeRoot"),
    "not marked": lambda pdf: _drop(pdf.Root, "/MarkInfo"),
    "no title shown": lambda pdf: _drop(pdf.Root, "/ViewerPreferences"),
    "no metadata": lambda pdf: _drop(pdf.Root, "/Metadata"),
    "no title": lambda pdf: _metadata(pdf, b"Mijn advies", b""),
    "says no PDF/UA": lambda pdf: _metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "says no PDF/A": lambda pdf: _metadata(pdf, b"<pdfaid:part>2</pdfaid:part>", b""),
    "no words for a figure": lambda pdf: _drop(_roles(pdf, "Figure")[0], "/Alt"),
    "empty words for a figure": lambda pdf: setattr(_roles(pdf, "Figure")[0], "Alt", String(" ")),
    "a level of heading left out": lambda pdf: setattr(_roles(pdf, "H2")[0], "S", Name.H3),
    "no colour profile": lambda pdf: _drop(pdf.Root, "/OutputIntents"),
    "a font that is not there": lambda pdf: _drop(_font(pdf), "/FontFile2"),
    "text that nobody reads": lambda pdf: _content(pdf, b"/H1 <</MCID 0>> BDC", b"/Artifact BMC"),
    "text without a mark": lambda pdf: _content(pdf, b"BT", b"EMC BT (x) Tj ET /P BMC BT"),
    "header cells without a direction": lambda pdf: [_drop(each, "/A") for each in _roles(pdf, "TH")],
    "a list without items": lambda pdf: [setattr(each, "S", Name.P) for each in _roles(pdf, "LI")],
    "pages that hang on nothing": lambda pdf: _drop(pdf.pages[0].obj, "/StructParents"),
    "no bookmarks": lambda pdf: _drop(pdf.Root, "/Outlines"),
    "letters without a meaning": lambda pdf: [
        _drop(each, "/ToUnicode")
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each
    ],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_gate_sees_a_fault_that_was_put_in_on_purpose(fault):
    with pikepdf.open(BytesIO(whole())) as opened:
        FAULTS[fault](opened)
        target = BytesIO()
        opened.save(target, fix_metadata_version=False)
    assert faults_of(whole(), WHOLE) == []
    assert faults_of(target.getvalue(), WHOLE) != []
