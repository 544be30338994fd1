"""The paper markup: the only thing that a template may say about a page.

A paper is well-formed XML with one root. Nothing in it can open a file or an address: there is no picture, no
link and no document type. An element or attribute that is not listed here is an error that names it.

```
<paper title="Mijn advies" lang="nl" size="normal|large" kind="person|huisarts" footer="…" mark="…">
  <h1> <sub> <h2> <h3> <p> <quote> <small>    text; inside it <b> <small> <quote> <br/>
  <big>    text as large as the title, to be typed over
  <steps>
    <step number="1" title="…"> <p> <small> <quote> <list> <lines> <choices> <scale>
      <qr data="tel:…" caption="Scan en bel" alt="…"/> </step>
  </steps>
  <box title="…"> <h3> <p> <small> <quote> <list> <lines/> </box>    a frame, on one page if it fits
  <table rules="true|false">
    <row head="true|false"> <cell width="20"> text, or <p> <list> <lines> <bars> <wheel> </cell> </row>
  </table>
  <bars>
    <bar name="Medisch" word="licht" low="14" high="42" point="22" note="bekend 78 %" known="true|false" alt="…"/>
  </bars>
  <wheel alt="…"> <axis name="Lijf" value="2"/> and three more: right, below, left </wheel>
  <ecogram middle="u">
    <tie name="Mijn zus" x="0.3" y="-0.4" sign_x="0.2" sign_y="-0.3" strength="3" strain="1" along="true|false"/>
  </ecogram>
  <list> <item> text </item> </list>
  <lines count="2"/>    to write on
  <choices many="true|false"> <choice> text </choice> </choices>    answers to tick
  <scale low="0" high="10" alt="…"/>    numbers in a row
  <pagebreak front="true|false"/>
</paper>
```

A `<pagebreak front="true"/>` goes on on an odd page, after an empty one where that is needed. A `<p leads="true">` or
`<small leads="true">` introduces what follows: it is not the last on its page. `mark` stands top right on every page;
`|` starts a second line in it. The `width` of a cell is its share of the table in hundredths; cells without one share
what is left, and a row without any takes over the widths of the row above. Bars run from 0 to 100; `known="false"`
draws an open interval without a point. The axes of a wheel run from 0 to 3, the first on top and then clockwise
(`intake_app.conversation.wheel`); an empty `value` means that nobody asked. The places of an ecogram are those of
`intake_app.conversation.ecogram`: y counts downwards. A line separator (U+2028) in a text is a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from xml.parsers import expat  # the papers are our own templates, and a document type is refused below

LINE_BREAK = "\u2028"
INLINE = frozenset({"b", "small", "quote", "br"})
_TEXT_BLOCKS = frozenset({"h3", "p", "small", "quote", "list"})
_TO_FILL_IN = frozenset({"choices", "scale"})
_LAYOUT_SPACE = re.compile(r"[ \t\r\n]+")


class MarkupError(ValueError):
    """A paper that does not follow the markup; `name` is the element or attribute at fault."""

    def __init__(self, reason: str, name: str, line: int) -> None:
        """Say what is wrong with which name, and on which line of the markup."""
        super().__init__(f"paper markup, line {line}: {reason}: {name}")
        self.reason = reason
        self.name = name
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One element: its name, its attributes, and its texts and elements in order."""

    name: str
    attributes: Mapping[str, str]
    children: tuple[Node | str, ...]
    line: int

    @property
    def elements(self) -> tuple[Node, ...]:
        """The elements directly inside, without the texts between them."""
        return tuple(child for child in self.children if isinstance(child, Node))

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute as one line of text."""
        return self.attributes.get(name, default).replace(LINE_BREAK, " ").strip()

    def flag(self, name: str, *, default: bool) -> bool:
        """Return an attribute that is "true" or "false"; anything else is an error."""
        value = self.get(name)
        if value not in {"", "true", "false"}:
            raise MarkupError("neither true nor false", name, self.line)
        return default if not value else value == "true"

    def number(self, name: str) -> float | None:
        """Return an attribute as a number, None when it is empty or left out."""
        value = self.get(name)
        try:
            return float(value) if value else None
        except ValueError:
            raise MarkupError("not a number", name, self.line) from None

    def words(self) -> str:
        """Return all text inside as one plain line."""
        texts = (child if isinstance(child, str) else child.words() for child in self.children)
        return " ".join("".join(texts).replace(LINE_BREAK, " ").split(" ")).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """What may stand in and on an element."""

    children: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    holds_text: bool = False


def _text(*extra: str) -> _Rule:
    return _Rule(children=INLINE | frozenset(extra), holds_text=True)


_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "paper": _Rule(
            children=_TEXT_BLOCKS
            | {"h1", "sub", "h2", "big", "steps", "box", "table", "bars", "wheel", "ecogram", "lines", "pagebreak"}
            | _TO_FILL_IN,
            attributes=frozenset({"title", "lang", "size", "kind", "footer", "mark"}),
        ),
        **{name: _text() for name in ("h1", "sub", "h2", "h3", "big", "quote", "b", "item")},
        **{name: replace(_text(), attributes=frozenset({"leads"})) for name in ("p", "small")},
        "br": _Rule(),
        "steps": _Rule(children=frozenset({"step"})),
        "step": _Rule(
            children=frozenset({"p", "small", "quote", "list", "lines", "qr"}) | _TO_FILL_IN,
            attributes=frozenset({"number", "title"}),
        ),
        "qr": _Rule(attributes=frozenset({"data", "caption", "alt"})),
        "box": _Rule(children=_TEXT_BLOCKS | _TO_FILL_IN | {"lines"}, attributes=frozenset({"title"})),
        "table": _Rule(children=frozenset({"row"}), attributes=frozenset({"rules"})),
        "row": _Rule(children=frozenset({"cell"}), attributes=frozenset({"head"})),
        "cell": _Rule(
            children=INLINE | {"p", "list", "lines", "bars", "wheel"}, attributes=frozenset({"width"}), holds_text=True
        ),
        "bars": _Rule(children=frozenset({"bar"})),
        "bar": _Rule(attributes=frozenset({"name", "word", "low", "high", "point", "note", "known", "alt"})),
        "wheel": _Rule(children=frozenset({"axis"}), attributes=frozenset({"alt"})),
        "axis": _Rule(attributes=frozenset({"name", "value"})),
        "ecogram": _Rule(children=frozenset({"tie"}), attributes=frozenset({"alt", "middle"})),
        "tie": _Rule(
            attributes=frozenset({"name", "x", "y", "sign_x", "sign_y", "strength", "strain", "along"}),
        ),
        "list": _Rule(children=frozenset({"item"})),
        "lines": _Rule(attributes=frozenset({"count"})),
        "choices": _Rule(children=frozenset({"choice"}), attributes=frozenset({"many"})),
        "choice": _text(),
        "scale": _Rule(attributes=frozenset({"low", "high", "alt"})),
        "pagebreak": _Rule(attributes=frozenset({"front"})),
    }
)


@dataclass(slots=True, kw_only=True)
class _Open:
    """An element whose end has not been read yet."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[Node | str] = field(default_factory=list)


class _Reader:
    """Builds the nodes while the XML is read, and holds every name against the rules."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._open = [_Open(name="", attributes={}, line=0)]

    def read(self, markup: str) -> Node:
        try:
            self._parser.Parse(markup.encode("utf-8"), True)  # noqa: FBT003 - expat takes it by position only
        except expat.ExpatError as error:
            raise MarkupError("not well formed", expat.ErrorString(error.code), error.lineno) from None
        root = self._open[0].children[0]
        assert isinstance(root, Node)  # noqa: S101 - expat accepts one root element, and nothing else
        return root

    def _line(self) -> int:
        return int(self._parser.CurrentLineNumber)

    def _doctype(self, name: str, *_details: object) -> None:
        raise MarkupError("a document type is not allowed", name, self._line())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1].name
        allowed = _RULES[parent].children if parent else {"paper"}
        if name not in _RULES:
            raise MarkupError("unknown element", name, self._line())
        if name not in allowed:
            raise MarkupError(f"element may not stand in <{parent}>", name, self._line())
        for attribute in attributes.keys() - _RULES[name].attributes:
            raise MarkupError(f"unknown attribute of <{name}>", attribute, self._line())
        self._open.append(_Open(name=name, attributes=attributes, line=self._line()))

    def _end(self, _name: str) -> None:
        done = self._open.pop()
        node = Node(
            name=done.name,
            attributes=MappingProxyType(dict(done.attributes)),
            children=tuple(done.children),
            line=done.line,
        )
        self._open[-1].children.append(node)

    def _data(self, data: str) -> None:
        current = self._open[-1]
        if _RULES[current.name].holds_text:
            current.children.append(_LAYOUT_SPACE.sub(" ", data))
        elif data.strip():
            raise MarkupError("text may not stand here", current.name, self._line())


def parse(markup: str) -> Node:
    """Read a paper.

    Returns:
        The root element, all of it checked against the rules above.

    Raises:
        MarkupError: The text is not well formed, or a name or value in it is not part of the markup.
    """
    return _Reader().read(markup)


def runs(node: Node) -> Iterator[Node | tuple[Node | str, ...]]:
    """Yield the block elements of a node one by one, and the inline content between them as one run each."""
    run: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str) or child.name in INLINE:
            run.append(child)
            continue
        if run:
            yield tuple(run)
            run = []
        yield child
    if run:
        yield tuple(run)
