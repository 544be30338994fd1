"""The names of colours by what they mean, and the sizes of type by what they are for."""

from __future__ import annotations

from enum import StrEnum


class ThemeName(StrEnum):
    """The three looks."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Role(StrEnum):
    """What a colour means; the colour itself stands in the tokens."""

    GROUND = "ground"
    SURFACE = "surface"
    SUNKEN = "sunken"
    HAIRLINE = "hairline"
    CONTROL_BORDER = "control_border"
    TEXT = "text"
    TEXT_SOFT = "text_soft"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    SELECTED = "selected"
    FOCUS = "focus"
    GOOD = "good"
    GOOD_TINT = "good_tint"
    WISH = "wish"
    WISH_TINT = "wish_tint"
    WEIGHS = "weighs"
    WEIGHS_TINT = "weighs_tint"
    ALARM = "alarm"
    ALARM_TINT = "alarm_tint"
    ON_ALARM = "on_alarm"


class Type(StrEnum):
    """What a piece of text is for; its size and weight follow from that."""

    PERSON = "person"
    PERSON_ANSWER = "person_answer"
    PERSON_CHOSEN = "person_chosen"
    PERSON_SMALL = "person_small"
    NUMBER = "number"
    PAGE = "page"
    QUESTION = "question"
    TITLE = "title"
    LARGE = "large"
    ACTION = "action"
    HEADING = "heading"
    STRONG = "strong"
    BUTTON = "button"
    TEXT = "text"
    LABEL = "label"
    SMALL = "small"
    SMALL_BUTTON = "small_button"
    KEY = "key"


SIZES: dict[Type, tuple[int, int]] = {
    Type.PERSON: (34, 600),
    Type.PERSON_ANSWER: (26, 400),
    Type.PERSON_CHOSEN: (26, 600),
    Type.PERSON_SMALL: (20, 400),
    Type.NUMBER: (28, 700),
    Type.PAGE: (28, 600),
    Type.QUESTION: (26, 600),
    Type.TITLE: (18, 600),
    Type.LARGE: (18, 400),
    Type.ACTION: (17, 400),
    Type.HEADING: (16, 600),
    Type.STRONG: (15, 600),
    Type.BUTTON: (15, 500),
    Type.TEXT: (15, 400),
    Type.LABEL: (13, 600),
    Type.SMALL: (13, 400),
    Type.SMALL_BUTTON: (14, 500),
    Type.KEY: (13, 500),
}
"""Pixels at 100 % and weight, per use."""
