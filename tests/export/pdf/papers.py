"""Small papers to test with, and ways to read them back."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from pypdf import PdfReader

from intake_app.export.pdf.paper import build
from intake_app.export.templating import clean

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

HOSTILE = (
    "<b>vet",
    '<img src="file:///etc/passwd">',
    "</para>",
    "{{7*7}}",
    "]]> & &amp; &#7; <!DOCTYPE x>",
    "<font size=400>groot</font>",
    "{% for x in y %}",
    "%s %(page)d {page}",
)


def a_paper(content: str, **attributes: str) -> str:
    """Return the markup of a paper with some content."""
    wanted = {
        "title": "Mijn advies",
        "lang": "nl",
        "kind": "person",
        "footer": "Dit is een advies.",
    } | attributes
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in wanted.items())
    return f"<paper {written}>{content}</paper>"


def everywhere(text: str, **attributes: str) -> str:
    """Return the markup of a paper that has a text in every place that takes one."""
    body, quoted = escape(clean(text)), quoteattr(clean(text))
    axis = f"<axis name={quoted} value=''/>"
    return a_paper(
        f"<h1>{body}</h1><sub>{body}</sub><h2>{body}</h2><h3>{body}</h3>"
        f"<p>a <b>{body}</b> <small>{body}</small> <quote>{body}</quote></p><quote>{body}</quote>"
        f"<steps><step number={quoted} title={quoted}><p>{body}</p>"
        f"<qr data={quoted} caption={quoted}/></step></steps>"
        f"<box title={quoted}><p>{body}</p><list><item>{body}</item></list></box>"
        f'<table><row head="true"><cell width="10">{body}</cell><cell>{body}</cell></row>'
        f"<row><cell>{body}</cell><cell><p>{body}</p></cell></row></table>"
        f'<bars><bar name={quoted} word={quoted} low="" high="" point="" note={quoted} known="false"/></bars>'
        f"<wheel>{axis * 4}</wheel><lines/>",
        **attributes,
    )


def built(markup: str) -> bytes:
    """Return the PDF of a paper."""
    return build(markup, FONTS)


@cache
def opened(data: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(BytesIO(data))


def pages(markup: str) -> list[str]:
    """Return the text of every page, its spaces made one."""
    return [" ".join(page.extract_text().split()) for page in opened(built(markup)).pages]


def solid(text: str) -> str:
    """Return a text without spaces and soft hyphens, for words that a line end may divide."""
    return "".join(text.replace("\u00ad", "").split())
