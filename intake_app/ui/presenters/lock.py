"""Locking: how long nobody touched the program, how long a break-glass key still opens, and what was being typed."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from intake_app.practice.access import OpenGlass

USUAL_MINUTES, LEAST_MINUTES, MOST_MINUTES = 5, 1, 15
WARNED_SECONDS = 30
"""So long before the lock one is warned (WCAG 2.2.1 asks for twenty seconds)."""
AWAY = datetime.timedelta(seconds=30)
"""A second that took longer than this was no second: the computer slept."""
SAVING_SECONDS = 2
"""A break-glass key ends so much earlier here, so that what was typed is saved while it still opens."""


def lock_minutes(setting: str) -> int:
    """Return after how many minutes the program locks, from what is kept in the settings."""
    minutes = int(setting) if setting.isascii() and setting.isdigit() else USUAL_MINUTES
    return min(max(minutes, LEAST_MINUTES), MOST_MINUTES)


def seconds_left(minutes: int, quiet: float) -> int:
    """Return how many seconds are left after so many quiet ones; 0 when it is time."""
    return max(0, math.ceil(minutes * 60 - quiet))


def warned_of(left: int) -> int:
    """Return the seconds to warn of, in steps of ten so that the line rests; 0 while there is nothing to say."""
    return math.ceil(left / 10) * 10 if 0 < left <= WARNED_SECONDS else 0


def was_away(before: datetime.datetime, now: datetime.datetime) -> bool:
    """Tell whether the computer slept between two looks at the clock."""
    return now - before > AWAY


def glass_of(glasses: Iterable[OpenGlass], talk: str) -> OpenGlass | None:
    """Return the break-glass key that a talk is open by."""
    return next((glass for glass in glasses if glass.talk == talk), None)


def glass_minutes(glass: OpenGlass, now: datetime.datetime) -> int:
    """Return how many minutes a break-glass key still opens, begun ones counted; 0 when it is time to give it back."""
    left = (glass.until - now).total_seconds() - SAVING_SECONDS
    return max(0, math.ceil(left / 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Where one was, and what was typed that is not in the talk yet.

    Attributes:
        talk: the id of the open talk; `about` the id of a talk that the screen was about.
        question: the question one was at in the talk.
        minutes: how long the talk was on the screen.
        view: what was opened or hidden on the screen, as the screen itself tells it.
        sheet: the sheet that lay over the screen, as `ui/sheets.py` names it.
        focus: the place of the field with the focus; `caret` where in its text.
        texts: what was typed, by the place of its field.
        told: of a field that saves itself what the talk had when one typed on.
        choices: what was chosen in a form, by the place of its field.
        scrolls: how far was scrolled, by the place of what scrolls.
        loose: earlier texts that had no field any more, by their name.
        aside: what was filled in on sheets that only open by key: by talk, sheet and place, with blanks between.
    """

    screen: str = ""
    talk: str = ""
    about: str = ""
    question: str = ""
    minutes: str = ""
    view: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    focus: str = ""
    caret: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    scrolls: Mapping[str, str] = field(default_factory=dict)
    loose: Mapping[str, str] = field(default_factory=dict)
    aside: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_words(self) -> bool:
        """Tell whether something was typed that is kept nowhere else."""
        return any((*self.texts.values(), *self.loose.values(), *self.aside.values()))

    def by_name(self) -> dict[str, str]:
        """Return everything that was typed by the name of its field, where there is no field to put it in."""
        return {**self.loose, **{name_in(place): text for place, text in self.texts.items() if text}}

    def as_text(self) -> str:
        """Return it as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def draft_from(kept: str) -> Draft:
    """Read what was kept. What cannot be read is no draft: one goes on without it."""
    try:
        found = json.loads(kept)
    except ValueError:
        return Draft()
    if not isinstance(found, dict):
        return Draft()
    usual = Draft()
    names = [each.name for each in fields(Draft)]
    values: dict[str, Any] = {name: found[name] for name in names if _fits(found.get(name), getattr(usual, name))}
    return Draft(**values)


def _fits(value: object, usual: object) -> bool:
    """Tell whether a value is a text, or a table of texts, like the usual one."""
    if isinstance(usual, str):
        return isinstance(value, str)
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def of_sheet(draft: Draft) -> Draft:
    """Return what was on the sheet only."""
    return replace(
        draft,
        focus=draft.focus if is_on_sheet(draft.focus) else "",
        texts={place: text for place, text in draft.texts.items() if is_on_sheet(place)},
        scrolls={place: at for place, at in draft.scrolls.items() if is_on_sheet(place)},
    )


def without_sheet(draft: Draft) -> Draft:
    """Return what was on the screen only."""
    return replace(
        draft,
        sheet="",
        texts={place: text for place, text in draft.texts.items() if not is_on_sheet(place)},
        choices={place: code for place, code in draft.choices.items() if not is_on_sheet(place)},
    )


def put_aside(draft: Draft) -> dict[str, str]:
    """Return what was filled in on the sheet as `Draft.aside` holds it."""
    filled = {**draft.choices, **draft.texts}
    told = {place: text for place, text in filled.items() if text and is_on_sheet(place)}
    return {f"{draft.talk} {draft.sheet} {place}": text for place, text in told.items()}


def is_on_sheet(place: str) -> bool:
    """Tell whether a place lies on the sheet over the screen."""
    return place.startswith("sheet/")


def name_in(place: str) -> str:
    """Return the name of a field from its place: `sheet/Afgesproken#0` is the first "Afgesproken" on the sheet."""
    return place.partition("/")[2].rpartition("#")[0]
