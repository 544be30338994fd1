"""A log of events that were never kept."""

from __future__ import annotations

import datetime

from intake_app.core.problems import ProblemsError
from intake_app.practice.audit import EventCode
from intake_app.practice.log_book import LogCheck, LogLine
from intake_app.practice.users import Role

WHEN = datetime.datetime(2026, 11, 22, 10, 32, tzinfo=datetime.UTC)
KINDS = (
    (EventCode.TALK_READ, "Gesprek gelezen", "Annet de Vries", (Role.ASSISTANT,)),
    (EventCode.TALK_CHANGED, "Gesprek gewijzigd", "Bram Visser", (Role.INTAKER,)),
    (EventCode.BREAK_GLASS, "Noodknop gebruikt", "Chandra Ramdin", (Role.CLINICIAN, Role.ADMINISTRATOR)),
    (EventCode.PASSPHRASE_FAILED, "Wachtzin klopte niet", "", ()),
)


def a_line(seq, **changes):
    """Return an event of the log; every third one is a use of the break-glass key."""
    code, what, who, roles = KINDS[seq % len(KINDS)]
    is_glass, is_talk = code is EventCode.BREAK_GLASS, code is not EventCode.PASSPHRASE_FAILED
    usual = {
        "seq": seq,
        "at": WHEN - datetime.timedelta(minutes=7 * seq),
        "who": who,
        "roles": roles,
        "code": code,
        "what": what,
        "talk": f"talk{seq}" if is_talk else "",
        "talk_opened": WHEN - datetime.timedelta(days=seq % 30) if is_talk else None,
        "succeeded": is_talk,
        "break_glass": is_glass,
        "reason": "Belt in nood, collega is met vakantie" if is_glass else "",
    }
    return LogLine(**{**usual, **changes})


class FakeLog:
    """Answers with the lines that hold the words and, when asked, the break-glass uses; notes every question."""

    def __init__(self, count=40):
        self.lines = tuple(a_line(seq) for seq in range(1, count + 1))
        self.asked, self.exported, self.found, self.fails = [], [], LogCheck(events=count), ()

    def events(self, query):
        if self.fails:
            raise ProblemsError(self.fails)
        self.asked.append(query)
        kept = (line for line in self.lines if line.break_glass or not query.break_glass_only)
        return tuple(line for line in kept if query.words.casefold() in f"{line.who} {line.what}".casefold())

    def export(self, query):
        self.exported.append(query)
        return b"EventID;UserName\r\n"

    def check(self):
        return self.found

    def who_saw(self, talks, since=None):  # noqa: ARG002  as the real one is called
        return ()
