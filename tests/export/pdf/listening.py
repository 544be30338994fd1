"""What a reader hears of a paper, element by element; what the paper says in its markup; and where the two differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from intake_app.export.pdf.fonts import legible, register
from intake_app.export.pdf.markup import INLINE, parse

SPACES = re.compile(r"\s+")
HEADINGS = {f"H{level}" for level in range(1, 7)}
_MAPPED = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_QUOTES = str.maketrans(dict.fromkeys("\"'“”„‟‘’«»"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One element of the tree: what it is, what is said there itself, its elements, and where it stands."""

    role: str
    text: str
    kids: tuple[Heard, ...]
    marks: tuple[tuple[int, int], ...] = ()
    scope: str = ""
    alt: str = ""

    @property
    def words(self) -> str:
        """All that is said in it, on one line."""
        return words_of(" ".join((self.text, *(each.words for each in self.kids))))

    def all(self):
        """Yield it and all that is in it, in reading order."""
        yield self
        for each in self.kids:
            yield from each.all()


def words_of(text):
    """Return a text as its words with one space between them; the hyphen of a broken word is not read."""
    return SPACES.sub(" ", text.replace("\u00ad", "")).strip()


def heard(pdf):
    """Return the document as it is read aloud."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        said = [_said_by_mark(each) for each in opened.pages]
        places = {each.obj.objgen: number for number, each in enumerate(opened.pages)}
        return _element(opened.Root.StructTreeRoot.K, said, places)


def _element(found, said, places):
    texts, kids, marks = [], [], []
    for kid in found.get("/K", pikepdf.Array()):
        if "/S" in kid:
            kids.append(_element(kid, said, places))
            continue
        mark = places[kid.Pg.objgen], int(kid.MCID)
        marks.append(mark)
        texts.append(said[mark[0]].get(mark[1], ""))
    return Heard(
        role=str(found.S)[1:],
        text=words_of("".join(texts)),
        kids=tuple(kids),
        marks=tuple(marks),
        scope=str(found.get("/A", {}).get("/Scope", "")) if "/A" in found else "",
        alt=str(found.get("/Alt", "")),
    )


def _said_by_mark(page):
    """Return what is written on a page, by the number of the mark that it stands in."""
    letters = {name: _letters(font) for name, font in page.obj.Resources.Font.items()}
    said, open_marks, font = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        code = str(operator)
        if code in {"BDC", "BMC"}:
            open_marks.append(operands[1].get("/MCID") if len(operands) > 1 else None)
        elif code == "EMC":
            open_marks.pop()
        elif code == "Tf":
            font = letters[str(operands[0])]
        elif code in {"Tj", "TJ"} and open_marks and open_marks[-1] is not None:
            strings = operands[0] if code == "TJ" else operands
            written = "".join(font.get(sign, "") for each in strings for sign in _signs(each))
            said[int(open_marks[-1])] = said.get(int(open_marks[-1]), "") + written
    return said


def endings(pdf):
    """Return of every page the number of the mark that its text ends with; None where a drawing comes last."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [_last_mark(each) for each in opened.pages]


def _last_mark(page):
    last = None
    for operands, operator in pikepdf.parse_content_stream(page, "BDC"):
        details = operands[1] if str(operator) == "BDC" else {}
        if "/MCID" in details:
            last = int(details.MCID)
        elif details.get("/Type") == "/Layout":
            last = None
    return last


def _signs(piece):
    return bytes(piece) if isinstance(piece, pikepdf.String) else b""


def _letters(font):
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    return {int(sign, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for sign, text in _MAPPED.findall(table)}


def aloud(pdf):
    """Return the words of a paper in reading order, less pictures, bullets and the numbers of steps."""
    return [each.text for each in heard(pdf).all() if each.text and each.role not in {"Figure", "Lbl"}]


def written(markup, fonts):
    """Return what a paper says, piece by piece in its own order, and its footer last."""
    paper = parse(legible(markup, register(fonts)))
    return [words_of(each) for each in (*_pieces(paper), paper.get("footer")) if each.strip()]


def _pieces(node):
    if node.name == "bar":
        yield f"{node.get('name')} {node.get('word')}"
        yield node.get("note")
        return
    if node.name in {"step", "box"}:
        yield node.get("title")
    text = ""
    for child in node.children:
        if isinstance(child, str) or (child.name in INLINE and node.name not in {"paper", "step", "box"}):
            text += child if isinstance(child, str) else " " if child.name == "br" else child.words()
        else:
            yield text
            text = ""
            yield from _pieces(child)
    yield text
    if node.name == "qr":
        yield node.get("caption")


def same_words(one, other):
    """Tell whether two readings have the same words with the same spaces between them; quotation marks are looks."""
    return _bare(one) == _bare(other)


def _bare(pieces):
    return words_of(" ".join(pieces).replace("\u2028", " ").replace("\u00a0", " ").translate(_QUOTES))


def told(pdf):
    """Return a paper as lines to read: of each element its role and its words, set in as it stands."""
    return "\n".join(_lines(heard(pdf), 0)) + "\n"


def _lines(element, depth):
    words = element.alt or element.text
    yield f"{'  ' * depth}{element.role}{' ' + words if words else ''}"
    for each in element.kids:
        yield from _lines(each, depth + 1)
