"""A paper as the HTML page that WeasyPrint makes the same of: same words, same letters, pictures as SVG."""

from __future__ import annotations

from html import escape
from io import BytesIO

import segno

from intake_app.export.pdf.markup import INLINE, parse

STYLE = """
@page { size: A4; margin: 39pt 51pt 60pt; @bottom-right { content: counter(page) " van " counter(pages); } }
@font-face { font-family: Inter; src: url("FONTS/Inter_400Regular.ttf"); }
@font-face { font-family: Inter; font-weight: bold; src: url("FONTS/Inter_700Bold.ttf"); }
body { font: 12pt/1.5 Inter; color: #1E292E } h1 { font-size: 24pt } h2 { font-size: 15.75pt; color: #0E5A66 }
h3 { font-size: 13.5pt } h1, h2, h3 { break-after: avoid } td, th { vertical-align: top; text-align: left }
.box { border: 1.5pt solid; border-radius: 7.5pt; padding: 15pt } .step { display: flex; border-top: 1pt solid #D9D4C9 }
figure { width: 26mm; margin: 0 } svg { width: 100% }
"""
TAGS = {"h1": "h1", "sub": "p", "h2": "h2", "h3": "h3", "big": "p", "p": "p", "quote": "p", "small": "p", "item": "li"}


def as_html(markup, fonts):
    """Return the page; `fonts` is the folder of the letters."""
    paper = parse(markup)
    body = "".join(_html(each) for each in paper.elements)
    title = escape(paper.get("title"))
    style = STYLE.replace("FONTS", fonts.as_uri())
    return (
        f'<html lang="{paper.get("lang")}"><head><title>{title}</title><style>{style}</style></head>'
        f"<body>{body}<p>{escape(paper.get('footer'))}</p></body></html>"
    )


def _html(node):
    if node.name in TAGS:
        return f"<{TAGS[node.name]}>{_inside(node)}</{TAGS[node.name]}>"
    return _MAKERS.get(node.name, _inside)(node)


def _inside(node):
    pieces = []
    for child in node.children:
        if isinstance(child, str):
            pieces.append(escape(child))
        elif child.name == "br":
            pieces.append("<br>")
        elif child.name in INLINE and node.name not in {"step", "box", "paper"}:
            tag = "b" if child.name == "b" else "span"
            pieces.append(f"<{tag}>{_inside(child)}</{tag}>")
        else:
            pieces.append(_html(child))
    return "".join(pieces)


def _step(node):
    return f'<li class="step"><div><h3>{escape(node.get("title"))}</h3>{_inside(node)}</div></li>'


def _box(node):
    title = f"<h2>{escape(node.get('title'))}</h2>" if node.get("title") else ""
    return f'<div class="box">{title}{_inside(node)}</div>'


def _row(node):
    is_head = node.flag("head", default=False)
    first = "th" if is_head else 'th scope="row"'
    cells = [(first if not at or is_head else "td", each) for at, each in enumerate(node.elements)]
    return "<tr>" + "".join(f"<{tag}>{_inside(each)}</{tag.split()[0]}>" for tag, each in cells) + "</tr>"


def _qr(node):
    target = BytesIO()
    segno.make(node.get("data"), micro=False).save(target, kind="svg", xmldecl=False, svgns=True)
    words = escape(node.get("alt") or node.get("caption"))
    return f'<figure role="img" aria-label="{words}">{target.getvalue().decode()}</figure>'


def _bar(node):
    low, high = node.number("low") or 0, node.number("high") or 0
    return (
        f"<p><b>{escape(node.get('name'))}</b> {escape(node.get('word'))}</p>"
        '<svg viewBox="0 0 100 4"><rect width="100" height="4" fill="#ECE8E0"/>'
        f'<rect x="{low}" width="{high - low}" height="4" fill="#9EB6B5"/></svg><p>{escape(node.get("note"))}</p>'
    )


def _round(node):
    names = "".join(f"<p>{escape(each.get('name'))}</p>" for each in node.elements)
    rings = "".join(f'<circle cx="50" cy="50" r="{r}" fill="none" stroke="#D9D4C9"/>' for r in (16, 32, 48))
    return f'<svg style="width:50mm" viewBox="0 0 100 100">{rings}</svg>{names}'


_MAKERS = {
    "steps": lambda node: f"<ol>{_inside(node)}</ol>",
    "step": _step,
    "box": _box,
    "list": lambda node: f"<ul>{_inside(node)}</ul>",
    "table": lambda node: f"<table>{_inside(node)}</table>",
    "row": _row,
    "qr": _qr,
    "bar": _bar,
    "wheel": _round,
    "ecogram": _round,
}
