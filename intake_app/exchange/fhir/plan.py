"""The person, what was agreed, drafts of requests for help, and the consent, as FHIR resources. No diagnosis is one."""

from __future__ import annotations

import re

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Choice, Decision, Step
from intake_app.conversation.model import Consent, Conversation
from intake_app.exchange.fhir.facts import is_for_organisation
from intake_app.exchange.fhir.pieces import (
    CONSENT_ITEMS,
    KINDS,
    RECIPIENTS,
    Basis,
    Json,
    coding,
    concept,
    extension,
    extensions,
    filled,
    named,
)

STATUS = {Decision.TAKEN: "not-started", Decision.LATER: "on-hold", Decision.DECLINED: "cancelled"}
"""A decision on a kind of help, as the status of an activity."""
NOTES = ("when_worse", "when_it_fails", "speak_how")
"""The parts of the plan that are words: notes of the care plan, each with its name."""
_GENDERS = {"woman": "female", "man": "male", "other": "other"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def patient(talk: Conversation) -> Json:
    """Return whom it is about, as little as is known of them: never a name."""
    person = talk.situation.person
    is_spoken = _LANGUAGE.fullmatch(person.language) and not is_for_organisation(talk)
    spoken = person.language if is_spoken else ""
    return filled(
        resourceType="Patient",
        gender=_GENDERS.get(person.gender, ""),
        birthDate="" if person.birth_year is None else f"{person.birth_year:04}",
        address=[{"postalCode": person.pc4}] if person.pc4 else [],
        communication=[{"language": concept("urn:ietf:bcp:47", spoken)}] if spoken else [],
    )


def care_plan(talk: Conversation, basis: Basis, subject: Json) -> Json:
    """Return what was chosen and agreed; nothing where that is nothing."""
    plan = talk.plan
    notes = [
        {"extension": extensions(about=name), "text": text} for name in NOTES if (text := str(getattr(plan, name)))
    ]
    again = [extension(named("speak-again"), "Date", plan.speak_again.isoformat())] if plan.speak_again else []
    activities = [
        *({"detail": _chosen(choice, basis)} for choice in talk.choices),
        *({"detail": _agreed(step, basis)} for step in plan.steps),
    ]
    if not (notes or again or activities):
        return {}
    return filled(
        resourceType="CarePlan",
        language="nl",
        extension=again,
        status="active",
        intent="plan",
        title=basis.say("fhir.plan"),
        subject=subject,
        created=talk.situation.date.isoformat(),
        activity=activities,
        note=notes,
    )


def _chosen(choice: Choice, basis: Basis) -> Json:
    return filled(
        extension=extensions(by=choice.by.value, service=str(choice.service)),
        kind="ServiceRequest",
        code=_kind(str(choice.kind), basis),
        status=STATUS[choice.decision],
        statusReason={"text": choice.reason} if choice.reason else {},
        performer=_service(str(choice.service), basis),
    )


def _agreed(step: Step, basis: Basis) -> Json:
    return filled(
        extension=extensions(
            who=step.who, smallest_start=step.smallest_start, for_whom=step.for_whom, service=str(step.service)
        ),
        kind="Task",
        code=_kind(str(step.kind), basis) if step.kind else {},
        status="not-started",
        scheduledPeriod={"end": step.by.isoformat()} if step.by is not None else {},
        performer=_service(str(step.service), basis),
        description=step.text,
    )


def requests(talk: Conversation, basis: Basis, subject: Json, plan: str) -> list[Json]:
    """Return a draft for each kind of help that was chosen and lies outside the own network. Nothing is requested."""
    groups = {str(kind.id): kind.group for kind in basis.knowledge.supply.kinds}
    return [
        filled(
            resourceType="ServiceRequest",
            language="nl",
            basedOn=[{"reference": plan}],
            status="draft",
            intent="proposal",
            code=_kind(str(choice.kind), basis),
            subject=subject,
            authoredOn=talk.situation.date.isoformat(),
            performer=_service(str(choice.service), basis),
        )
        for choice in talk.choices
        if choice.decision is Decision.TAKEN and groups.get(str(choice.kind)) is not Group.OWN_NETWORK
    ]


def _kind(kind: str, basis: Basis) -> Json:
    names = {str(each.id): each.name.nl for each in basis.knowledge.supply.kinds}
    return concept(KINDS, kind, names.get(kind, ""))


def _service(service: str, basis: Basis) -> list[Json]:
    name = basis.service_name(service)
    return [{"display": name}] if name else []


def consent(given: Consent, basis: Basis, subject: Json) -> Json:
    """Return what the person agreed to."""
    role = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
    actor = {
        "role": concept(role, "IRCP"),
        "reference": {"identifier": {"system": RECIPIENTS, "value": given.recipient}},
    }
    return {
        "resourceType": "Consent",
        "language": "nl",
        "status": "active",
        "scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [concept("http://loinc.org", "59284-0")],
        "patient": subject,
        "dateTime": given.on.isoformat(),
        "policyRule": {"text": basis.say("fhir.consent")},
        "provision": filled(
            type="permit", actor=[actor], code=[{"coding": [coding(CONSENT_ITEMS, item)]} for item in given.items]
        ),
    }
