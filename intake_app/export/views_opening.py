"""When a service is open, in words: days with the same hours are told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intake_app.directory.model import OpeningHours
from intake_app.directory.opening import minutes_of_week, week
from intake_app.export.templating import joined
from intake_app.export.views import Speech, sentence

_ALL_DAYS = ((0, 6),)
_ALL_HOURS = (("00:00", "24:00"),)


def opening_words(opening: Iterable[OpeningHours], speech: Speech) -> tuple[str, ...]:
    """Return a line for each set of hours: "Maandag tot en met vrijdag: 9.00 tot 17.00 uur."; none when unknown."""
    known = (each for each in opening if minutes_of_week(each) is not None)
    return tuple(_line(each.days, each.hours, speech) for each in week(known))


def _line(days: tuple[tuple[int, int], ...], hours: tuple[tuple[str, str], ...], speech: Speech) -> str:
    told = speech.say("service_leaflet.all_days")
    if days != _ALL_DAYS:
        told = joined(speech.language, [each for first, last in days for each in _days(first, last, speech)])
    if hours == _ALL_HOURS:
        times = speech.say("service_leaflet.day_and_night")
    else:
        times = joined(speech.language, [_hours(opens, closes, speech) for opens, closes in hours])
    return sentence(speech.say("service_leaflet.week", days=told, hours=times))


def _days(first: int, last: int, speech: Speech) -> Iterator[str]:
    """Yield two days that follow each other by name, and more as "maandag tot en met vrijdag"."""
    names = [speech.say(f"directory_day.{each}") for each in (first, last)]
    if last - first > 1:
        yield speech.say("service_leaflet.days", first=names[0], last=names[1])
    else:
        yield from dict.fromkeys(names)


def _hours(opens: str, closes: str, speech: Speech) -> str:
    return speech.say("service_leaflet.hours", opens=_time(opens, speech), closes=_time(closes, speech))


def _time(time: str, speech: Speech) -> str:
    """Return a time as it is written: "9.00" in Dutch, "9:00" in English."""
    hour, minute = time.split(":")
    return f"{int(hour)}{'.' if speech.language == 'nl' else ':'}{minute}"
