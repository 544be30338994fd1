"""From `resources/certificate/certificate.json` to the certificate, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from intake_app.assurance.certificate import Certificate, Proved
from intake_app.core.ids import Fingerprint
from intake_app.core.problems import problem

if TYPE_CHECKING:
    from intake_app.core.problems import Problem

FILE = "certificate/certificate.json"
FORMAT = "intake-certificate/1"


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One property in the file."""

    property: str
    queries: int


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    format: str
    date: str
    solver: str
    semantics: str
    fingerprints: dict[str, str]
    proved: list[_Line]


def load_certificate(files: dict[str, str], problems: list[Problem]) -> Certificate | None:
    """Return the certificate; None where there is none. A damaged one is a problem."""
    if FILE not in files:
        return None
    try:
        found = msgspec.json.decode(files[FILE], type=_File)
    except msgspec.MsgspecError:
        found = None
    if found is None or found.format != FORMAT:
        problems.append(problem("certificate_damaged", FILE))
        return None
    return Certificate(
        fingerprints={part: Fingerprint(value) for part, value in found.fingerprints.items()},
        proved=tuple(Proved(property=line.property, queries=line.queries) for line in found.proved),
        solver=found.solver,
        semantics=found.semantics,
        date=found.date,
    )


def certificate_text(certificate: Certificate) -> str:
    """Return the text of the file."""
    made = _File(
        format=FORMAT,
        date=certificate.date,
        solver=certificate.solver,
        semantics=certificate.semantics,
        fingerprints=dict(certificate.fingerprints),
        proved=[_Line(property=each.property, queries=each.queries) for each in certificate.proved],
    )
    return msgspec.json.format(msgspec.json.encode(made)).decode() + "\n"
