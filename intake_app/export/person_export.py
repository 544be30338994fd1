"""Everything about one person: the record of their talks, and the paper to read it on.

What was released item by item comes last, as a paper of its own with its own page numbers: taken away, nothing on
the rest tells that it was there.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from intake_app.core.problems import ProblemsError, problem
from intake_app.core.text import Language
from intake_app.export.press import Page, Press
from intake_app.export.views import Inputs, Speech, speech
from intake_app.export.views_alone import silent_items
from intake_app.export.views_record import talk_record
from intake_app.practice.log_book import SawLine
from intake_app.practice.person_record import Correction, PersonRecord, Released
from intake_app.practice.persons import SilentItem

_LABELS = (
    *("title", "footer", "made", "about", "talk", "present", "referrer", "person", "own_words"),
    *("strengths", "wishes", "importance", "confidence", "one_higher", "needs", "medical", "social", "suggested"),
    "decisions",
    *("steps", "smallest", "when_worse", "when_it_fails", "again", "consents", "revoked", "signals", "told", "agreed"),
    *("withdrawn", "corrected", "seen", "seen_about", "seen_none", "day", "who", "what", "times", "by_key"),
    *("person_gender", "person_birth_year", "person_age", "person_pc4", "person_language", "person_literacy"),
    *("safety_plan", "around", "thinks_along", "told_by", "reason", "before", "nothing_asked", "interpreter"),
)
_ALONE = ("title", "footer", "about", "talk")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTalk:
    """One talk of the person, and what the log tells of its corrections, oldest first."""

    inputs: Inputs
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """One row of "wie heeft mijn gegevens gezien", in words."""

    on: datetime.date
    who: str
    what: str
    times: str
    by_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What the template shows."""

    record: PersonRecord
    seen: tuple[_Seen, ...]


def releasable(talks: Sequence[PersonTalk], language: Language) -> tuple[SilentItem, ...]:
    """Return what is left out of the record of these talks unless it is released item by item."""
    return tuple(item for talk in talks for item in _items(talk, speech(talk.inputs, language)))


def person_record(
    talks: Sequence[PersonTalk],
    seen: Sequence[SawLine],
    released: Sequence[str],
    *,
    made: datetime.datetime,
    language: Language,
) -> PersonRecord:
    """Return everything about one person.

    Args:
        talks: The talks of the person, oldest first; at least one.
        seen: Who saw or changed them.
        released: The ids of the items (`releasable`) that are handed over to the person alone.
        made: When the export is made.
        language: The language of the words around what was typed.

    Raises:
        ProblemsError: `release_unknown`, an item is no longer there.
    """
    records, told, wanted = [], [], set(released)
    for talk in talks:
        says = speech(talk.inputs, language)
        records.append(talk_record(talk.inputs, talk.corrections, says))
        on = talk.inputs.conversation.situation.date
        found = [each for each in _items(talk, says) if each.id in wanted]
        told += [Released(on=on, text=each.text) for each in found]
        wanted -= {each.id for each in found}
    if wanted:
        raise ProblemsError((problem("release_unknown"),))
    return PersonRecord(
        made=made,
        practice=talks[0].inputs.setting("practice_name"),
        talks=tuple(records),
        seen=tuple(seen),
        released=tuple(told),
    )


def person_markup(record: PersonRecord, press: Press, language: Language) -> tuple[str, ...]:
    """Return the paper in its markup, and a second one where something was released."""
    says = press.speech(language)
    view = _View(record=record, seen=tuple(_seen(each, says) for each in record.seen))
    page = Page(paper=view, words=says.all("person_record", _LABELS))
    main = press.markup("person_record.xml.j2", page, language)
    if not record.released:
        return (main,)
    alone = Page(paper=view, words=says.all("person_alone", _ALONE))
    return main, press.markup("person_alone.xml.j2", alone, language)


def person_pdf(record: PersonRecord, press: Press, language: Language) -> bytes:
    """Return the same as the bytes of a PDF."""
    return press.pdf(*person_markup(record, press, language))


def _items(talk: PersonTalk, says: Speech) -> tuple[SilentItem, ...]:
    return silent_items(talk.inputs, talk.corrections, says)


def _seen(line: SawLine, says: Speech) -> _Seen:
    roles = ", ".join(says.say(f"user_roles.{role.value}") for role in line.roles)
    return _Seen(
        on=line.on,
        who=f"{line.who} ({roles})" if roles else line.who,
        what=line.what,
        times=str(line.times),
        by_key=line.break_glass,
    )
