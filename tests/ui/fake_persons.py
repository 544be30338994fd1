"""The rights of the person, in memory."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.persons import Decision, DueTalk, ErasureRequest, PersonExport, PurgeNotice

TODAY = datetime.date(2026, 11, 22)
PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
PAGE += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def due(count, days=0):
    """Return talks that are cleared away so many days from today."""
    began = datetime.datetime(2026, 7, 1, 9, 30, tzinfo=datetime.UTC)
    on = TODAY + datetime.timedelta(days=days)
    return tuple(DueTalk(talk=f"due{at}", opened=began + datetime.timedelta(days=at), on=on) for at in range(count))


@dataclass
class FakePersons:
    """`fails` maps the name of a call to the code of the problem that it raises."""

    others: tuple = ()
    items: tuple = ()
    requests: list = field(default_factory=list)
    notice: PurgeNotice = field(default_factory=PurgeNotice)
    exported: list = field(default_factory=list)
    corrected: list = field(default_factory=list)
    fails: dict = field(default_factory=dict)
    phrase: str = "vier gewone woorden samen"
    looked: int = 0

    def _may(self, call):
        if call in self.fails:
            raise ProblemsError((problem(self.fails[call]),))

    def same_person(self, talk):
        self._may("same_person")
        return (talk, *self.others)

    def silent_items(self, talks):
        self._may("silent_items")
        return tuple(item for item in self.items if item.talk in talks)

    def export(self, talks, released, *, alone):
        self._may("export")
        self.exported.append((tuple(talks), tuple(released), alone))
        return PersonExport(json=b"{}", pdf=PAGE)

    def correct(self, talk, reason):
        self._may("correct")
        if not reason.strip():
            raise ProblemsError((problem("reason_missing", "correction"),))
        self.corrected.append((talk, reason))

    def ask_erasure(self, talks, asked_on):
        self._may("ask_erasure")
        made = ErasureRequest(
            id=f"r{len(self.requests) + 1}", talks=tuple(talks), asked_on=asked_on, entered_by="Annet de Vries"
        )
        self.requests.insert(0, made)
        return made

    def erasures(self):
        self._may("erasures")
        return tuple(self.requests)

    def decide_erasure(self, request, decision, reason, second_user, second_passphrase):
        self._may("decide_erasure")
        if second_passphrase != self.phrase:
            raise ProblemsError((problem("store_passphrase_wrong"),))
        at = next(at for at, each in enumerate(self.requests) if each.id == request)
        self.requests[at] = replace(
            self.requests[at],
            decision=decision,
            reason=reason,
            decided_by="Annet de Vries",
            second=second_user,
            decided_at=datetime.datetime(2026, 11, 22, 10, 40, tzinfo=datetime.UTC),
        )
        return self.requests[at]

    def certificate_pdf(self, request):
        self._may("certificate_pdf")
        return next(PAGE for each in self.requests if each.id == request and each.decision is not Decision.OPEN)

    def purge_notice(self):
        self.looked += 1
        return self.notice

    def set_purge_days(self, days):
        self.notice = replace(self.notice, days=days)

    def purge(self):
        self._may("purge")
        gone = len(self.notice.now)
        self.notice = replace(self.notice, now=())
        return gone
