"""Sizes, spaces and colours of the two kinds of paper, in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from intake_app.export.pdf.fonts import BOLD, SEMIBOLD

PAGE_WIDTH = 595.2756
PAGE_HEIGHT = 841.8898
MILLIMETRE = 72 / 25.4

INK = "#1E292E"
SOFT = "#525C61"
PETROL = "#0E5A66"
HAIRLINE = "#D9D4C9"
STONE = "#7B766B"
SAND = "#ECE8E0"
INTERVAL = "#9EB6B5"  # petrol at 35 % on sand
WHEEL_FILL = "#D3E1E3"  # petrol at 18 % on white
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """A size of letter and the height of its line."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Everything that a block must know about the paper it stands on."""

    bold: str
    body: Type
    h1: Type
    h2: Type
    h3: Type
    small: Type
    table: Type
    side: float
    top: float
    bottom: float
    before_h2: float
    after_h2: float
    between: float
    row_pad: float
    disc: float
    gutter: float
    box_pad: float
    bar: float
    wheel: float
    writing_line: float

    @property
    def width(self) -> float:
        """The width of the text between the side margins."""
        return PAGE_WIDTH - 2 * self.side


PERSON = Measures(
    bold=BOLD,
    body=Type(size=12, leading=18),
    h1=Type(size=24, leading=29),
    h2=Type(size=15.75, leading=20.5),
    h3=Type(size=13.5, leading=19.5),
    small=Type(size=12, leading=18),
    table=Type(size=12, leading=18),
    side=51,
    top=39,
    bottom=27,
    before_h2=18,
    after_h2=6,
    between=6,
    row_pad=10.5,
    disc=27,
    gutter=13.5,
    box_pad=15,
    bar=7.5,
    wheel=56,
    writing_line=25,
)
HUISARTS = Measures(
    bold=SEMIBOLD,
    body=Type(size=10, leading=14.5),
    h1=Type(size=16.5, leading=20),
    h2=Type(size=11.25, leading=15),
    h3=Type(size=10, leading=14.5),
    small=Type(size=9, leading=13),
    table=Type(size=9.75, leading=14),
    side=42,
    top=36,
    bottom=24,
    before_h2=8,
    after_h2=3,
    between=4,
    row_pad=3,
    disc=18,
    gutter=10.5,
    box_pad=10.5,
    bar=6,
    wheel=42,
    writing_line=22,
)

_LARGE = 16 / 12
_NOT_ENLARGED = frozenset({"bold", "side", "top", "bottom", "h1"})


def _enlarged(value: Any) -> Any:  # noqa: ANN401 - a number or letters
    if isinstance(value, Type):
        return Type(size=value.size * _LARGE, leading=value.leading * _LARGE)
    return value * _LARGE


def measures(kind: str, size: str) -> Measures:
    """Return the measures of a kind of paper ("person", "huisarts") in a size ("normal", "large")."""
    chosen = {"person": PERSON, "huisarts": HUISARTS}[kind]
    if {"normal": False, "large": True}[size]:
        names = [entry.name for entry in fields(Measures) if entry.name not in _NOT_ENLARGED]
        title = Type(size=chosen.h1.size * 1.2, leading=chosen.h1.leading * 1.2)
        larger: dict[str, Any] = {name: _enlarged(getattr(chosen, name)) for name in names}
        return replace(chosen, h1=title, **larger)
    return chosen
