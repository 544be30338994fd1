"""The gate that every paper passes: two independent checkers of PDF/UA-1 and PDF/A-2a, and what neither looks at."""

from __future__ import annotations

import html
import re
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import outloud
import page
import pikepdf

from intake_app.content.locate import resources_dir
from intake_app.export.pdf.markup import parse
from intake_app.export.pdf.paper import build
from intake_app.export.press import Press
from tests.export.pdf.listening import HEADINGS, aloud, endings, heard, same_words, written

FONTS = resources_dir() / "fonts"
LONGEST_BOOKMARK = 120
NOT_ASKED = {"LNK-010"}
"""A warning of outloud that is no rule of PDF/UA: an address without a link. On our papers nothing opens anything."""
FURNITURE = "TAG-002"
_NUMBER = re.compile(r"\d+ (van|of) \d+")
_TITLE = re.compile(rb"<rdf:li xml:lang=\"x-default\">(.*?)</rdf:li>")


def faults_of(pdf: bytes, *markup: str) -> list[str]:
    """Return every fault of a paper as a rule and a message; an unreadable file is one fault.

    With the markup that it was made from, also whether everything is read, in order, with spaces between words.
    """
    try:
        return [*_by_page(pdf), *_by_outloud(pdf), *_by_ourselves(pdf), *faults_by_ear(pdf, markup)]
    except (page.PageError, pikepdf.PdfError) as error:
        return [f"unreadable: {type(error).__name__}"]


def _by_page(pdf):
    for profile in ("ua1", "2a"):
        for each in page.validate_pdf_bytes(pdf, profile=profile).failures:
            yield f"page {each.rule_id}: {each.message}"


def _by_outloud(pdf):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        found = outloud.check(str(path))
    for each in found.sorted_findings():
        if each.rule not in NOT_ASKED and not (each.rule == FURNITURE and _is_read_too(each.evidence or "", pdf)):
            yield f"outloud {each.rule}: {each.message}"


def _is_read_too(evidence, pdf):
    """Tell whether the foot of a page, less its number, is read at the end: few pages are no pattern to the checker."""
    return _NUMBER.sub("", evidence).strip() in heard(pdf).words


def _by_ourselves(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = [each.obj.get("/StructParents") for each in opened.pages]
        if numbers != list(range(len(numbers))):
            yield f"own: pages hang on the tree as {numbers}"
        with opened.open_outline() as outline:
            if not outline.root:
                yield "own: no bookmarks"
        if any(_writes_for_the_eye_only(each) for each in opened.pages):
            yield "own: text that nobody reads"
        if any(element.get("/S") == "/Figure" and not str(element.get("/Alt", "")).strip() for element in tree(opened)):
            yield "own: a figure without words"


def _writes_for_the_eye_only(sheet):
    """Tell whether text stands in decoration: only running heads, page numbers and heads that return may."""
    marks = []
    for operands, operator in pikepdf.parse_content_stream(sheet):
        if str(operator) in {"BDC", "BMC"}:
            kind = operands[1].get("/Type") if len(operands) > 1 else None
            marks.append(operands[0] == "/Artifact" and kind != "/Pagination")
        elif str(operator) == "EMC":
            marks.pop()
        elif str(operator) in {"Tj", "TJ", "'"} and any(marks):
            return True
    return False


def tree(opened):
    """Yield the elements of the tree in reading order."""
    waiting = [opened.Root.StructTreeRoot.K] if "/StructTreeRoot" in opened.Root else []
    while waiting:
        found = waiting.pop(0)
        if isinstance(found, pikepdf.Array):
            waiting[:0] = list(found)
        elif isinstance(found, pikepdf.Dictionary) and "/S" in found:
            yield found
            if "/K" in found:
                waiting.insert(0, found.K)


def faults_by_ear(pdf, markup):
    """Listen to the whole paper: nothing empty, every value after its label, no heading at the foot of a page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        if "/StructTreeRoot" not in opened.Root:
            return
    document = heard(pdf)
    parts = list(document.all())
    full = {*HEADINGS, "P", "LBody"}
    yield from (f"own: an empty {each.role}" for each in parts if each.role in full and not each.words)
    yield from (f"own: no label for {words!r}" for each in parts for words in _unlabelled(each))
    yield from (f"own: {each.words!r} is the last on its page" for each in _widows(parts, endings(pdf)))
    yield from _by_title(pdf, parts, markup)
    if markup:
        said = [each for one in markup for each in written(one, FONTS)]
        if not same_words(aloud(pdf), said):
            yield "own: what is heard is not what is written"


def _unlabelled(part):
    """Yield the values of a table that neither the head of their column nor the first cell of their row names."""
    if part.role == "LI" and any(kid.role == "Lbl" and not kid.words for kid in part.kids):
        yield part.words
    if part.role != "Table":
        return
    rows = [each for each in part.all() if each.role == "TR"]
    heads = {at for row in rows for at, cell in enumerate(row.kids) if _names(cell, "/Column")}
    for row in rows:
        if not any(_names(cell, "/Row") for cell in row.kids):
            yield from (c.words for at, c in enumerate(row.kids) if c.role == "TD" and c.words and at not in heads)


def _names(cell, scope):
    return cell.role == "TH" and cell.scope == scope and bool(cell.words)


def _widows(parts, last):
    """Yield headings that stand last on a page, with not even a line to write on below them."""
    of_mark = {mark: each for each in parts for mark in each.marks}
    for mark in enumerate(last):
        each = of_mark.get(mark)
        if each is not None and each.role in HEADINGS and not any(sheet > mark[0] for sheet, _ in each.marks):
            yield each


def _by_title(pdf, parts, markup):
    """Hold title and language against the markup, and the bookmarks against the headings."""
    headings = [each.words[:LONGEST_BOOKMARK].strip() for each in parts if each.role in HEADINGS]
    with pikepdf.open(BytesIO(pdf)) as opened:
        with opened.open_outline() as outline:
            marked = [" ".join(item.title.split()) for item in _items(outline.root)]
        titles = {str(opened.trailer.Info.get("/Title", "")), _title_of(opened)}
        language = str(opened.Root.get("/Lang", ""))[:2]
    rest = iter(headings)
    if not all(any(title == each for each in rest) for title in marked) or len(marked) < _parts_of(parts):
        yield "own: the bookmarks are not the headings"
    if markup:
        paper = parse(markup[0])
        if titles != {paper.get("title")}:
            yield "own: the title is another"
        if language != (paper.get("lang") or "nl")[:2]:
            yield "own: the language is another"


def _parts_of(parts):
    """Count the headings of parts; the title of a step is no bookmark."""
    in_steps = {id(each) for item in parts if item.role == "LI" for each in item.all()}
    return sum(each.role in {"H1", "H2"} and id(each) not in in_steps for each in parts)


def _title_of(opened):
    found = _TITLE.search(opened.Root.Metadata.read_bytes()) if "/Metadata" in opened.Root else None
    return html.unescape(found[1].decode()) if found else ""


def _items(items):
    for each in items:
        yield each
        yield from _items(each.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class GatePress(Press):
    """A press that lets every paper that it prints pass the gate."""

    def pdf(self, *papers: str) -> bytes:
        """Return papers as the bytes of a PDF. Raises `AssertionError` where one has a fault."""
        made = build(papers[0], self.fonts, *papers[1:])
        found = faults_of(made, *papers)
        if found:
            raise AssertionError(found)
        return made
