"""The log of who did what, with the fields that NEN 7513:2018 asks for (docs/sources/log-fields.md).

An event holds ids, codes, numbers and the reason that a practitioner gave: never an answer, and no name but that of the
one who acted.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from intake_app.practice.users import Role

FORMAT = "intake-log/1"


class EventCode(StrEnum):
    """What happened. The letter behind each (`LETTERS`) is NEN 7513's EventActionCode."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    PASSPHRASE_FAILED = "passphrase_failed"  # noqa: S105  a code, no secret
    STORE_MADE = "store_made"
    STORE_MIGRATED = "store_migrated"
    TALK_STARTED = "talk_started"
    TALK_READ = "talk_read"
    TALK_CHANGED = "talk_changed"
    TALK_CORRECTED = "talk_corrected"
    TALK_CLOSED = "talk_closed"
    TALK_REMOVED = "talk_removed"
    TALK_HANDED_OVER = "talk_handed_over"
    LIST_READ = "list_read"
    PAPER_MADE = "paper_made"
    JOURNAL_COPIED = "journal_copied"
    ITEM_RELEASED = "item_released"
    BREAK_GLASS = "break_glass"
    BREAK_GLASS_ENDED = "break_glass_ended"
    DENIED = "denied"
    PERSON_EXPORTED = "person_exported"
    WHO_SAW_READ = "who_saw_read"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_DECIDED = "erasure_decided"
    TALK_ERASED = "talk_erased"
    TALK_PURGED = "talk_purged"
    USER_CREATED = "user_created"
    USER_ADMITTED = "user_admitted"
    USER_CHANGED = "user_changed"
    USER_BLOCKED = "user_blocked"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105  a code, no secret
    RECOVERY_MADE = "recovery_made"
    RECOVERY_TESTED = "recovery_tested"
    RECOVERY_USED = "recovery_used"
    SETTING_CHANGED = "setting_changed"
    COPY_MADE = "copy_made"
    COPY_FAILED = "copy_failed"
    COPY_TRIED = "copy_tried"
    RESTORED = "restored"
    LOG_READ = "log_read"
    LOG_EXPORTED = "log_exported"
    LOG_CHECKED = "log_checked"


_CREATES = "STORE_MADE TALK_STARTED USER_CREATED RECOVERY_MADE COPY_MADE ERASURE_ASKED"
_READS = "TALK_READ LIST_READ WHO_SAW_READ LOG_READ LOG_EXPORTED LOG_CHECKED PAPER_MADE JOURNAL_COPIED PERSON_EXPORTED"
_UPDATES = (
    "STORE_MIGRATED TALK_CHANGED TALK_CORRECTED TALK_CLOSED TALK_HANDED_OVER ITEM_RELEASED ERASURE_DECIDED "
    "USER_ADMITTED USER_CHANGED USER_BLOCKED PASSPHRASE_CHANGED SETTING_CHANGED RESTORED"
)
_DELETES = "TALK_REMOVED TALK_ERASED TALK_PURGED"


def _letters() -> Mapping[EventCode, str]:
    found = dict.fromkeys(EventCode, "E")
    for letter, names in (("C", _CREATES), ("R", _READS), ("U", _UPDATES), ("D", _DELETES)):
        found.update({EventCode[name]: letter for name in names.split()})
    return MappingProxyType(found)


LETTERS = _letters()
"""NEN 7513 EventActionCode of each event: C create, R read, U update, D delete, E execute."""


class Purpose(StrEnum):
    """NEN 7513 PurposeOfUse (codes of HL7 v3 PurposeOfUse)."""

    TREAT = "TREAT"
    EMERGENCY = "ETREAT"
    OPERATIONS = "HOPERAT"
    PERSON = "PATRQT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, as they were known at that moment. `id` is "" while nobody was known."""

    id: str = ""
    name: str = ""
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """NEN 7513 `controles`: whether authorisation, treatment relation and consent were checked and held; noodknop."""

    authorisation: bool = True
    relation: bool = False
    consent: bool = False
    break_glass: bool = False

    def as_letters(self) -> str:
        """Return the four positions, T or F."""
        return "".join(
            "T" if each else "F" for each in (self.authorisation, self.relation, self.consent, self.break_glass)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of the log.

    Attributes:
        at: with its time zone.
        talk: the conversation it is about; "" when it is about none.
        object: what else it is about: the id of a user, the name of a paper, the key of a setting.
        succeeded: whether it was done; a refusal and a failure are events too.
        reason: as a practitioner gave it, for break-glass and erasure; else "".
        detail: codes, numbers and ids only.
        computer: the name of the computer (NetworkAccessPointID).
    """

    code: EventCode
    at: datetime.datetime
    actor: Actor
    talk: str = ""
    object: str = ""
    succeeded: bool = True
    purpose: Purpose = Purpose.TREAT
    controls: Controls = field(default_factory=Controls)
    reason: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)
    computer: str = ""
    practice: str = ""

    def body(self) -> bytes:
        """Return the event as it is chained and kept: JSON with NEN 7513's own names, keys sorted."""
        return json.dumps(_fields(self), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def _fields(event: Event) -> dict[str, object]:
    further = {"object": event.object} if event.talk and event.object else {}
    return {
        "format": FORMAT,
        "EventActionCode": LETTERS[event.code],
        "EventID": event.code.value,
        "EventDateTime": event.at.astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "EventOutcomeIndicator": "0" if event.succeeded else "4",
        "EventTypeCode": event.code.value,
        "UserID": event.actor.id,
        "UserName": event.actor.name,
        "UserIsRequestor": True,
        "RoleIDCode": sorted(role.value for role in event.actor.roles),
        "PurposeOfUse": event.purpose.value,
        "NetworkAccessPointTypeCode": "1",
        "NetworkAccessPointID": event.computer,
        "ParticipantObjectTypeCode": "2" if event.talk or event.object else "",
        "ParticipantObjectIDTypeCode": "talk" if event.talk else "other" if event.object else "",
        "ParticipantObjectID": event.talk or event.object,
        "ParticipantObjectDetail": {**further, **event.detail},
        "AuditEnterpriseSiteID": event.practice,
        "AuditSourceID": "intake_app",
        "AuditSourceTypeCode": "4",
        "controles": event.controls.as_letters(),
        "reason": event.reason,
    }


def event_from(body: bytes) -> Event:
    """Read an event back; raises ValueError (or KeyError) when it is none of this format."""
    found = json.loads(body)
    if found["format"] != FORMAT:
        raise ValueError(FORMAT)
    detail = dict(found["ParticipantObjectDetail"])
    is_talk = found["ParticipantObjectIDTypeCode"] == "talk"
    letters = found["controles"]
    return Event(
        code=EventCode(found["EventID"]),
        at=datetime.datetime.fromisoformat(found["EventDateTime"]),
        actor=Actor(
            id=found["UserID"], name=found["UserName"], roles=frozenset(Role(each) for each in found["RoleIDCode"])
        ),
        talk=found["ParticipantObjectID"] if is_talk else "",
        object=detail.pop("object", "") if is_talk else found["ParticipantObjectID"],
        succeeded=found["EventOutcomeIndicator"] == "0",
        purpose=Purpose(found["PurposeOfUse"]),
        controls=Controls(
            authorisation=letters[0] == "T",
            relation=letters[1] == "T",
            consent=letters[2] == "T",
            break_glass=letters[3] == "T",
        ),
        reason=found["reason"],
        detail=detail,
        computer=found["NetworkAccessPointID"],
        practice=found["AuditEnterpriseSiteID"],
    )
