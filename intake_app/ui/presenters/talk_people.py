"""Who is there, how one speaks, and the moment alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from intake_app.questionnaire.situation import Interpreter, Participant

if TYPE_CHECKING:
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.session import Session
    from intake_app.questionnaire.situation import Situation

OTHERS = tuple(each for each in Participant if each is not Participant.PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLine:
    """Something to tick, with its code."""

    code: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleState:
    """Who is there besides the person, who interprets, whether one speaks freely."""

    present: tuple[ChoiceLine, ...]
    interpreters: tuple[ChoiceLine, ...]
    speaks_freely: bool
    call_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneState:
    """The toggle "Nu even alleen": shown where somebody may hear."""

    is_needed: bool
    is_on: bool


def people_state(desk: Desk, situation: Situation) -> PeopleState:
    """Return what the sheet "Wie is erbij" shows."""
    present = tuple(
        ChoiceLine(code=each.value, label=desk.text(f"roles.{each.value}"), is_on=each in situation.participants)
        for each in OTHERS
    )
    interpreters = tuple(
        ChoiceLine(
            code=each.value, label=desk.text(f"talk.interpreter_{each.value}"), is_on=each is situation.interpreter
        )
        for each in Interpreter
    )
    return PeopleState(
        present=present,
        interpreters=interpreters,
        speaks_freely=situation.speaks_freely,
        call_back=situation.call_back,
    )


def changed(
    situation: Situation, present: tuple[str, ...], interpreter: str, call_back: str, *, speaks_freely: bool
) -> Situation:
    """Return the situation with other people; a moment alone ends when others come in."""
    participants = (Participant.PERSON, *(each for each in OTHERS if each.value in present))
    return replace(
        situation,
        participants=participants,
        interpreter=Interpreter(interpreter),
        speaks_freely=speaks_freely,
        call_back=call_back.strip(),
        alone_now=False,
    )


def alone_state(session: Session) -> AloneState:
    """Return the toggle."""
    situation = session.conversation.situation
    return AloneState(is_needed=situation.overheard, is_on=situation.alone_now)


def set_alone(session: Session, *, on: bool) -> None:
    """Begin or end a moment alone; that there was one is kept."""
    situation = session.conversation.situation
    if situation.alone_now is not on:
        moment = situation.alone_moment or on
        session.change_situation(replace(situation, alone_now=on, alone_moment=moment))


def person_line(desk: Desk, situation: Situation) -> str:
    """Return who it is about and how one speaks, for the head of the screen. No name is ever known."""
    person = situation.person
    age = person.age_on(situation.date)
    who = desk.text(f"talk.gender_{person.gender or 'unknown'}")
    first = who if age is None else desk.text("talk.with_age", who=who, age=str(age))
    others = [desk.text(f"roles.{each.value}") for each in situation.participants if each is not Participant.PERSON]
    parts = [first, desk.text(f"talk.channel_{situation.channel.value}")]
    if others:
        parts.append(desk.text("talk.with_others", who=", ".join(others)))
    return " · ".join(parts)
