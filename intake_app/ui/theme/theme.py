"""One look: colours by role, measures that grow with the text, and the icons' drawings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont

from intake_app.ui.theme.roles import SIZES, Role, ThemeName, Type

FAMILY = "Atkinson Hyperlegible Next"
FALLBACK = "Noto Sans"
TEXT_PX = 15
LINE_PX = 22
SMALLEST, LARGEST = 0.8, 2.0
PADDING_GROWTH = 0.2
"""How much of the text's growth paddings take over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look at one text size. Widgets ask it for every colour, font and measure; they keep none."""

    name: ThemeName
    text_scale: float
    colours: Mapping[Role, str]
    icons: Mapping[str, bytes]
    _fonts: dict[Type, QFont] = field(default_factory=dict, init=False, repr=False, compare=False)

    def hex(self, role: Role) -> str:
        """Return the colour of a role as #RRGGBB."""
        return self.colours[role]

    def colour(self, role: Role, opacity: float = 1.0) -> QColor:
        """Return the colour of a role for painting."""
        colour = QColor(self.colours[role])
        colour.setAlphaF(opacity)
        return colour

    def px(self, length: float) -> int:
        """Return a length that grows with the text: icons, key caps, widths of text."""
        return round(length * self.text_scale)

    def gap(self, length: float) -> int:
        """Return a padding or a distance: it grows, but far less than the text."""
        return round(length * (1 + (self.text_scale - 1) * PADDING_GROWTH))

    def height(self, length: float) -> int:
        """Return the height of a control with one line of text: never less than asked for."""
        return max(round(length), self.gap(max(length - LINE_PX, 8)) + self.px(LINE_PX))

    def font(self, use: Type) -> QFont:
        """Return the font for a use; made once, for every painting asks for it."""
        found = self._fonts.get(use)
        if found is None:
            found = self._fonts[use] = self._made(use)
        return found

    def _made(self, use: Type) -> QFont:
        size, weight = SIZES[use]
        font = QFont()
        font.setFamilies([FAMILY, FALLBACK])
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def figures(self, use: Type) -> QFont:
        """Return the font for figures that change in place: all equally wide."""
        font = self._made(use)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def em(self, width: int) -> float:
        """Return a width in units of the text's size; folding decides by it."""
        return width / (TEXT_PX * self.text_scale)


def colours_of(tokens: Mapping[str, Any], name: ThemeName) -> dict[Role, str]:
    """Resolve every role to its base colour in one look.

    Raises:
        KeyError: a role or a base colour is missing.
    """
    base, roles = tokens["base"][name.value], tokens["roles"]
    bases = {role: roles[role.value] for role in Role}
    return {role: base[of if isinstance(of, str) else of[name.value]] for role, of in bases.items()}


def load(resources: Path, name: str | ThemeName, text_scale: float = 1.0) -> Theme:
    """Read a look from the resources: `themes/tokens.json` and `icons/*.svg`.

    Raises:
        OSError: a file cannot be read.
        ValueError: no look has that name.
        KeyError: a role or a base colour is missing.
    """
    chosen = ThemeName(name)
    tokens = json.loads((resources / "themes" / "tokens.json").read_bytes())
    icons = {path.stem: path.read_bytes() for path in (resources / "icons").glob("*.svg")}
    scale = min(max(text_scale, SMALLEST), LARGEST)
    return Theme(name=chosen, text_scale=scale, colours=colours_of(tokens, chosen), icons=icons)
