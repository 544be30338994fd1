"""The settings of a practice: what is filled in, and what a change of look asks for."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.conversation.desk import Desk

THEMES = ("light", "dark", "contrast")
SMALLEST, LARGEST, STEP, USUAL = 80, 200, 10, 100
"""Text size in percent."""
FEWEST_DAYS, MOST_DAYS, STEP_DAYS = 30, 365, 30
"""How long a talk is left alone before it may be cleared away."""
FIELDS = (
    "practice_name",
    "gp_phone",
    "out_of_hours_phone",
    "crisis_phone",
    "shelter_phone",
    "municipality_phone",
    "pharmacy_phone",
    "midwife_phone",
    "responsible_organisation",
)

REFERRAL_ORDER = "referral_order"
"""Whether the region's exploratory talk comes `before` or `after` a referral; empty: not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the program looks: a theme, and the text size in percent."""

    theme: str = "light"
    text_percent: int = USUAL

    @property
    def scale(self) -> float:
        """The text size as a factor."""
        return self.text_percent / USUAL


def look_of(desk: Desk) -> Look:
    """Return the look that the practice set; what is unknown reads as the usual."""
    theme, size = desk.setting("theme"), desk.setting("text_scale")
    return Look(theme=theme if theme in THEMES else THEMES[0], text_percent=_percent(size))


def keep_look(desk: Desk, look: Look) -> None:
    """Keep the look."""
    desk.set_setting("theme", look.theme)
    desk.set_setting("text_scale", str(look.text_percent))


def keep(desk: Desk, key: str, value: str) -> bool:
    """Keep one field; tells whether anything changed."""
    if desk.setting(key) == value.strip():
        return False
    desk.set_setting(key, value.strip())
    return True


def _percent(text: str) -> int:
    if not text.isdecimal():
        return USUAL
    return max(SMALLEST, min(LARGEST, int(text)))
