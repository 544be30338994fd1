"""CarePlan and Consent as choices, steps, safety net and consents."""

from __future__ import annotations

from collections.abc import Iterator

from intake_app.advice.plan import Choice, DecidedBy, Plan, Step
from intake_app.conversation.model import Consent
from intake_app.core.ids import KindId
from intake_app.exchange.fhir.loading import first, inside, listed, own, text
from intake_app.exchange.fhir.pieces import Json, named
from intake_app.exchange.fhir.plan import STATUS
from intake_app.exchange.fhir.read_response import day

_DECISIONS = {status: decision for decision, status in STATUS.items()}


def read_choices(node: Json) -> tuple[Choice, ...]:
    """Return the decisions on kinds of help."""
    return tuple(
        Choice(
            kind=_kind(detail),
            decision=_DECISIONS[text(detail, "status")],
            service=own(detail, named("service")),
            reason=text(inside(detail, "statusReason"), "text"),
            by=DecidedBy(own(detail, named("by"))),
        )
        for detail in _details(node, "ServiceRequest")
        if text(detail, "status") in _DECISIONS and own(detail, named("by")) in tuple(DecidedBy)
    )


def read_plan(node: Json) -> Plan:
    """Return the steps and the safety net."""
    notes = {own(each, named("about")): text(each, "text") for each in listed(node, "note")}
    return Plan(
        steps=tuple(_step(detail) for detail in _details(node, "Task")),
        when_worse=notes.get("when_worse", ""),
        when_it_fails=notes.get("when_it_fails", ""),
        speak_again=day(own(node, named("speak-again"), "valueDate")),
        speak_how=notes.get("speak_how", ""),
    )


def _step(detail: Json) -> Step:
    return Step(
        text=text(detail, "description"),
        who=own(detail, named("who")),
        by=day(text(inside(detail, "scheduledPeriod"), "end")),
        smallest_start=own(detail, named("smallest_start")),
        kind=_kind(detail),
        service=own(detail, named("service")),
        for_whom=own(detail, named("for_whom")),
    )


def _details(node: Json, kind: str) -> Iterator[Json]:
    details = (inside(each, "detail") for each in listed(node, "activity"))
    return (detail for detail in details if text(detail, "kind") == kind)


def _kind(detail: Json) -> KindId:
    return KindId(text(first(inside(detail, "code"), "coding"), "code"))


def read_names(node: Json) -> dict[str, str]:
    """Return the names of services as the decisions and steps tell them, by their ids."""
    details = (*_details(node, "ServiceRequest"), *_details(node, "Task"))
    found = {own(each, named("service")): text(first(each, "performer"), "display") for each in details}
    return {service: name for service, name in found.items() if service}


def read_consent(node: Json) -> Consent | None:
    """Return what was agreed to; None where it cannot be read."""
    actor = first(inside(node, "provision"), "actor")
    recipient = text(inside(actor, "reference", "identifier"), "value")
    on = day(text(node, "dateTime"))
    codes = (first(each, "coding") for each in listed(inside(node, "provision"), "code"))
    if on is None:
        return None
    return Consent(recipient=recipient, items=tuple(text(code, "code") for code in codes), on=on)
