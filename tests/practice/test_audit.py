from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from intake_app.practice.audit import LETTERS, Actor, Controls, Event, EventCode, Purpose, event_from
from intake_app.practice.users import Role

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

EVENTS = st.builds(
    Event,
    code=st.sampled_from(EventCode),
    at=st.integers(0, 10**6).map(lambda seconds: NOON + timedelta(seconds=seconds)),
    actor=st.builds(Actor, id=TEXTS, name=TEXTS, roles=st.frozensets(st.sampled_from(Role))),
    talk=TEXTS,
    object=TEXTS,
    succeeded=st.booleans(),
    purpose=st.sampled_from(Purpose),
    controls=st.builds(Controls),
    reason=TEXTS,
    detail=st.dictionaries(TEXTS.filter(lambda name: name != "object"), TEXTS, max_size=3),
    computer=TEXTS,
    practice=TEXTS,
)


@given(event=EVENTS)
def test_an_event_comes_back_as_it_was_kept(event):
    assert event_from(event.body()) == event


def test_the_body_has_the_fields_of_the_norm():
    actor = Actor(id="u1", name="Els", roles=frozenset({Role.ASSISTANT}))
    event = Event(code=EventCode.TALK_READ, at=NOON, actor=actor, talk="t1", controls=Controls(relation=True))
    body = json.loads(event.body())
    assert body["EventActionCode"] == "R"
    assert body["EventDateTime"] == "2026-11-22T12:00:00+00:00"
    assert (body["UserID"], body["RoleIDCode"], body["ParticipantObjectID"]) == ("u1", ["assistant"], "t1")
    assert (body["EventOutcomeIndicator"], body["controles"]) == ("0", "TTFF")


def test_every_event_has_its_letter():
    assert set(LETTERS) == set(EventCode)
    assert set(LETTERS.values()) == set("CRUDE")
