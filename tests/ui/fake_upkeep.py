"""A sociale kaart in memory: a dozen services of Waterrijk, each with something of its own to show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from intake_app.core.ids import ServiceId
from intake_app.core.problems import ProblemsError, problem
from intake_app.core.text import Text
from intake_app.directory.checks import Check, Verdict
from intake_app.directory.model import Availability, CostOption, How, OpeningHours
from intake_app.directory.query import Found, Hit, Sort
from intake_app.practice.upkeep import BatchKind, BatchLine, ServiceNote
from tests.shipped import NOON, content

WHO = "Annet de Vries"
LEAFLET = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
LEAFLET += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WEEK = tuple(OpeningHours(day=day, opens="09:00", closes="12:30") for day in range(5))
CHANGES = {
    "wr_huisarts": {},
    "wr_basis_ggz": {"referral_by": Text(nl="de huisarts", en="the GP"), "required_documents": ("Paspoort",)},
    "wr_crisisdienst": {},
    "wr_schuldhulp": {
        "opening": (*WEEK, OpeningHours(day=1, opens="13:30", closes="17:00")),
        "required_documents": ("Identiteitsbewijs", "Overzicht van schulden"),
        "not_for": Text(nl="ondernemers met een lopend bedrijf", en="people who run a business"),
    },
    "wr_taalhuis": {"email": "taalhuis@example.org", "url": "https://example.org/taalhuis"},
    "wr_maatje": {"free_places": 3, "free_places_on": datetime.date(2026, 11, 16)},
    "wr_buurtkamer": {},
    "wr_nuchter": {"never_offer": "Twee keer gebeld, niemand neemt op."},
    "wr_jongeren": {},
    "wr_gli": {"availability": Availability.TEMPORARILY_CLOSED, "alert": Text(nl="Dicht tot januari", en="Closed")},
    "wr_vrouwen_bewegen": {
        "costs": (CostOption(option="per keer", amount=2.5), CostOption(option="met stadspas", amount=0.0)),
    },
    "wr_oefenen_op_scherm": {"status": "te_bevestigen", "wait_days": None, "wait_on": None},
}
"""What is different from the shipped example: what nothing of it shows yet."""


@cache
def a_dozen():
    """Return twelve services of Waterrijk, in the order of `CHANGES`."""
    shipped = {service.id: service for service in content().directory.services}
    return tuple(replace(shipped[id_], **changes) for id_, changes in CHANGES.items())


def many(count):
    """Return so many services, as copies of the dozen under other names."""
    dozen = a_dozen()
    made = (dozen[number % len(dozen)] for number in range(count))
    return tuple(replace(each, id=ServiceId(f"s{at}"), name=f"{each.name} {at}") for at, each in enumerate(made))


def _fits(service, words, asked):
    text = f"{service.name} {service.organization.name} {service.description.nl} {service.description.en}".casefold()
    facts = (
        all(word in text for word in words),
        not asked.kinds or bool(asked.kinds & set(service.kinds)),
        not asked.languages or bool(asked.languages & set(service.languages)),
        not asked.pc4 or service.serves(asked.pc4),
        not asked.city or any(place.city.casefold() == asked.city for place in service.locations),
        asked.day is None or any(hours.day == asked.day for hours in service.opening),
        asked.age is None or (service.minimum_age or 0) <= asked.age <= (service.maximum_age or 200),
        service.free or not asked.free_only,
        service.self_referral or not asked.self_referral,
        service.remote or not asked.remote,
        service.is_offered or asked.hidden_too,
    )
    return all(facts)


@dataclass
class FakeUpkeep:
    """Remembers what it is asked. Attributes are set by the test: what is found, what fails, who may change.

    `services_` are the entries instead of the dozen, `own` those the practice keeps; `read_as` are corrections of
    words; `ring`, `pairs` and `plan` are what `calls`, `twins` and `read_file` answer; `fails` is raised by everything
    that changes or writes.
    """

    services_: tuple = ()
    may_change: bool = True
    read_as: dict = field(default_factory=dict)
    own: set = field(default_factory=set)
    ring: tuple = ()
    pairs: tuple = ()
    plan: object = None
    fails: tuple = ()
    is_empty: bool = False
    batches_: list = field(default_factory=list)
    before: dict = field(default_factory=dict)
    kept_checks: list = field(default_factory=list)
    kept_notes: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    written: list = field(default_factory=list)
    warmed: int = 0

    @cached_property
    def entries(self):
        """The services by id, made when first looked at."""
        some = () if self.is_empty else self.services_ or a_dozen()
        return {service.id: service for service in some}

    @property
    def kinds(self):
        return content().options

    def services(self):
        return tuple(self.entries.values())

    def service(self, id_):
        if id_ not in self.entries:
            raise ProblemsError((problem("service_unknown"),))
        return self.entries[id_]

    def is_own(self, id_):
        return id_ in self.own

    def search(self, query):
        self.asked.append(query)
        words = query.words.casefold().split()
        read = [self.read_as.get(word, word) for word in words]
        found = [each for each in self.entries.values() if _fits(each, read, query.filters)]
        if query.sort is Sort.NAME:
            found.sort(key=lambda service: service.name)
        km = 0.0 if query.filters.pc4 else None
        corrected = tuple((word, self.read_as[word]) for word in words if word in self.read_as)
        return Found(hits=tuple(Hit(service=each, distance_km=km) for each in found), read_as=corrected)

    def warm(self):
        self.warmed += 1

    def new_id(self):
        return ServiceId(f"new{len(self.entries) + 1}")

    def save(self, service):
        return self._keep(BatchKind.EDIT, (service,), service.name)

    def save_many(self, services):
        return self._keep(BatchKind.MANY, services, "")

    def remove(self, ids):
        names = [self.service(id_).name for id_ in ids]
        return self._change(BatchKind.REMOVE, names[0] if len(names) == 1 else "", dict.fromkeys(ids))

    def _keep(self, kind, services, about):
        self._may()
        after = {each.id: each for each in services if self.entries.get(each.id) != each}
        return self._change(kind, about, after) if after else None

    def _change(self, kind, about, after):
        """Change entries (None takes one out), and remember how they were."""
        self._may()
        before = {id_: self.entries.get(id_) for id_ in after}
        line = BatchLine(
            id=f"batch{len(self.batches_) + 1}",
            at=NOON,
            who=WHO,
            kind=kind,
            about=about,
            added=sum(before[id_] is None for id_ in after),
            changed=sum(before[id_] is not None and each is not None for id_, each in after.items()),
            gone=sum(each is None for each in after.values()),
        )
        self.before[line.id] = (before, dict(after))
        self.batches_.insert(0, line)
        self._put(after)
        return line

    def _put(self, states):
        for id_, service in states.items():
            if service is None:
                self.entries.pop(id_, None)
            else:
                self.entries[id_] = service

    def _may(self):
        if self.fails:
            raise ProblemsError(self.fails)
        if not self.may_change:
            raise ProblemsError((problem("not_allowed"),))

    def batches(self):
        return tuple(self.batches_)

    def undo(self, batch_id):
        before, after = self.before[batch_id]
        if any(self.entries.get(id_) != each for id_, each in after.items()):
            raise ProblemsError((problem("directory_changed_since"),))
        at = next(at for at, line in enumerate(self.batches_) if line.id == batch_id)
        self.batches_[at] = replace(self.batches_[at], undone=NOON)
        return self._change(BatchKind.UNDO, self.batches_[at].about, before)

    def read_file(self, path, progress, *, whole_list=False):
        self.asked.append((path, whole_list))
        if self.fails:
            raise ProblemsError(self.fails)
        progress(1, 1)
        return self.plan

    def take_in(self, plan, answers, progress):
        self.asked.append((plan, dict(answers)))
        progress(1, 1)
        return self._change(BatchKind.IMPORT, plan.incoming.source, {})

    def write_file(self, path, format_, ids, progress):
        if self.fails:
            raise ProblemsError(self.fails)
        progress(1, 1)
        self.written.append((path, format_, ids))

    def write_template(self, path, format_):
        self.written.append((path, format_, None))

    def calls(self):
        return self.ring

    def checked(self, check, changed=None):
        self._may()
        self.kept_checks.insert(0, check)
        after = changed
        if after is None and check.verdict is Verdict.STILL_RIGHT:
            day = check.at.date()
            after = replace(self.service(check.service), assured_date=day, assured_by=check.who, assured_how=check.how)
        return None if after is None else self._keep(BatchKind.CHECK, (after,), after.name)

    def checks(self, id_):
        return tuple(each for each in self.kept_checks if each.service == id_)

    def notes(self, id_):
        return tuple(each for each in self.kept_notes if each.service == id_)

    def write_note(self, id_, text):
        self._may()
        if any(len(word) >= 8 and word.isdecimal() for word in text.split()):
            raise ProblemsError((problem("note_about_person"),))
        note = ServiceNote(id=f"note{len(self.kept_notes) + 1}", service=id_, at=NOON, who=WHO, text=text)
        self.kept_notes.insert(0, note)
        return note

    def remove_note(self, note_id):
        self._may()
        self.kept_notes = [each for each in self.kept_notes if each.id != note_id]

    def twins(self):
        return self.pairs

    def merge(self, kept, gone):
        return self._change(BatchKind.MERGE, kept.name, {kept.id: kept, gone: None})

    def leaflet(self, ids):
        self.written.append(("leaflet", tuple(ids)))
        if self.fails:
            raise ProblemsError(self.fails)
        return LEAFLET


def a_check(service, **changes):
    """Return a call of a week ago that found everything right."""
    usual = {
        "service": service,
        "at": NOON - datetime.timedelta(days=7),
        "who": WHO,
        "how": How.TELEPHONE,
        "verdict": Verdict.STILL_RIGHT,
    }
    return Check(**{**usual, **changes})
