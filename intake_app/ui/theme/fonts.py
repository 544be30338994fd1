"""Makes the screen's fonts known to Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

SCREEN_FONTS = "AtkinsonHyperlegibleNext_*.ttf"


def register_fonts(resources: Path) -> tuple[str, ...]:
    """Register the screen's fonts from `fonts/`; return the families that Qt knows now.

    Doing it twice does no harm: families that are known already are left alone.
    """
    families: list[str] = []
    for path in sorted((resources / "fonts").glob(SCREEN_FONTS)):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return tuple(dict.fromkeys(families))
