"""The week of a service in the schedules of HSDS: which of them are a plain week, and how a week is written back.

A schedule is a plain week when it comes back every week without an end: any other (every second week, a season, once a
month) stays in the document as it is, and its description is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from intake_app.directory.documents.fields import text_of
from intake_app.directory.documents.own_taxonomy import own_id
from intake_app.directory.model import OpeningHours

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from intake_app.directory.documents.fields import Item

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBER = {day: number for number, day in enumerate(DAYS)}
_BOUNDS = ("valid_from", "valid_to", "until", "count", "byweekno", "bymonthday", "byyearday")
_WEEK = ("freq", "byday", "opens_at", "closes_at")
_TIME = re.compile(r"(\d{1,2}):(\d\d)")
_JOIN = "; "


def opening_in(schedules: Iterable[Item]) -> tuple[OpeningHours, ...]:
    """Return the week, in order."""
    return tuple(sorted(each for schedule in schedules for each in _week(schedule)))


def words_in(schedules: Iterable[Item]) -> str:
    """Return what the schedules say in words, each thing once."""
    return _JOIN.join(dict.fromkeys(filter(None, (text_of(each.get("description")) for each in schedules))))


def rewritten(schedules: Sequence[Item], opening: Iterable[OpeningHours], words: str, owner: str) -> list[Item]:
    """Return the schedules with another week or other words; what is no plain week stays, and so do ids and notes.

    `owner` is the id of the service, from which new ids are made. The given schedules may be changed in place.
    """
    days: dict[tuple[str, str], list[int]] = {}
    for each in sorted(opening):
        days.setdefault((each.opens, each.closes), []).append(each.day)
    kept = [each for each in schedules if _fitted(each, days)]
    for (opens, closes), left in days.items():
        week = {"freq": "WEEKLY", "byday": _byday(left), "opens_at": opens, "closes_at": closes}
        kept.append({"id": own_id(owner, "schedule", opens, closes)} | week)
    return kept if words_in(kept) == words else _worded(kept, words, owner)


def _fitted(schedule: Item, days: dict[tuple[str, str], list[int]]) -> bool:
    """Give a plain week its new days, taken out of `days`, or make it no week; tell whether anything of it is left."""
    week = _week(schedule)
    if not week:
        return True
    if (wanted := days.pop((week[0].opens, week[0].closes), None)) is not None:
        if wanted != [each.day for each in week]:
            schedule["byday"] = _byday(wanted)
        return True
    for name in _WEEK:
        schedule.pop(name, None)
    return bool(schedule.get("description"))


def _worded(schedules: list[Item], words: str, owner: str) -> list[Item]:
    bearer = next((each for each in schedules if text_of(each.get("description"))), None)
    for each in schedules:
        each.pop("description", None)
    if bearer is not None and words:
        bearer["description"] = words
    kept = [each for each in schedules if each.keys() - {"id"}]
    if bearer is None and words:
        kept.insert(0, {"id": own_id(owner, "schedule"), "description": words})
    return kept


def _week(schedule: Item) -> list[OpeningHours]:
    """Return the hours of a plain week; empty where it is none. The mark of a time zone after a time is left off."""
    opens, closes = _time(schedule.get("opens_at")), _time(schedule.get("closes_at"))
    if not (opens and closes) or any(schedule.get(name) for name in _BOUNDS):
        return []
    if text_of(schedule.get("freq")) not in {"", "WEEKLY"} or text_of(schedule.get("interval")) not in {"", "1"}:
        return []
    numbers = [_NUMBER.get(each.strip().upper()) for each in text_of(schedule.get("byday")).split(",")]
    if None in numbers:
        return []
    return [OpeningHours(day=each, opens=opens, closes=closes) for each in numbers if each is not None]


def _time(value: object) -> str:
    found = _TIME.match(text_of(value))
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _byday(days: Iterable[int]) -> str:
    return ",".join(DAYS[day] for day in days)
