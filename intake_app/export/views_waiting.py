"""How long one waits for a service, in words for the person who may go there."""

from __future__ import annotations

import datetime

from intake_app.directory.freshness import Age, freshness
from intake_app.directory.model import Service
from intake_app.export.views import Speech

_WEEK, _SPOKEN_IN_DAYS = 7, 21


def waiting_words(service: Service, speech: Speech, today: datetime.date) -> str:
    """Return the waiting time with its day; one of long ago says nothing any more, and is to be asked.

    Empty where nobody knows.
    """
    days, on = service.wait_days, service.wait_on
    if days is None:
        return ""
    if freshness(service, today).waiting is Age.STALE:
        return speech.say("service_leaflet.wait_ask")
    if days == 0:
        wait = speech.say("person_paper.no_wait")
    elif days < _SPOKEN_IN_DAYS:
        wait = speech.say("person_paper.wait_one" if days == 1 else "person_paper.wait_days", days=str(days))
    else:
        wait = speech.say("person_paper.wait_weeks", weeks=str(round(days / _WEEK)))
    return wait if on is None else speech.say("person_paper.wait_on", wait=wait, day=speech.day(on))
