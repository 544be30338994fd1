"""A talk written as one FHIR Bundle, by a pure function: the same talk gives the same bytes."""

from __future__ import annotations

import json

from intake_app.conversation.model import Conversation
from intake_app.exchange.fhir.pieces import Basis, Json, address
from intake_app.exchange.fhir.plan import care_plan, consent, patient, requests
from intake_app.exchange.fhir.questionnaire import questionnaire
from intake_app.exchange.fhir.response import response
from intake_app.exchange.fhir.sendable import named_in, sendable


def write_bundle(talk: Conversation, basis: Basis) -> bytes:
    """Return a talk, from which what must stay inside was taken out before, as a Bundle in UTF-8."""
    return f"{json.dumps(bundle(sendable(talk, basis), basis), ensure_ascii=False, indent=2)}\n".encode()


def bundle(talk: Conversation, basis: Basis) -> Json:
    """Return the Bundle of a talk that is `sendable`."""
    basis = named_in(talk, basis)
    person, plan = address(talk.id, "patient"), address(talk.id, "plan")
    subject = {"reference": person}
    entries = [
        (address(talk.id, "questionnaire"), questionnaire(basis)),
        (person, patient(talk)),
        (address(talk.id, "response"), response(talk, basis, subject)),
    ]
    agreed = care_plan(talk, basis, subject)
    if agreed:
        entries.append((plan, agreed))
    drafts = requests(talk, basis, subject, plan)
    entries += [(address(talk.id, f"request-{at}"), draft) for at, draft in enumerate(drafts, start=1)]
    given = [consent(each, basis, subject) for each in talk.consents]
    entries += [(address(talk.id, f"consent-{at}"), each) for at, each in enumerate(given, start=1)]
    return {
        "resourceType": "Bundle",
        "language": "nl",
        "type": "collection",
        "entry": [{"fullUrl": url, "resource": resource} for url, resource in entries],
    }
