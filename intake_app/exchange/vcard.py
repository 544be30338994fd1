"""Services as cards for an address book: vCard 3.0 (RFC 2426), which every telephone and mail program takes in.

Escaping and folding are those of RFC 6350. The texts are the Dutch ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake_app.exchange.service_table_forms import tidied
from intake_app.exchange.whole_file import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from intake_app.directory.model import Service

LONGEST_LINE = 75
"""Bytes of a line without its end. Source: RFC 6350, section 3.2."""
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def write_vcards(path: Path, services: Iterable[Service]) -> None:
    """Write one card per service, whole or not at all; raises `OSError`."""
    with written_whole(path) as file:
        for service in services:
            file.writelines(_folded(line) for line in _card(service))


def _card(service: Service) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{_text(str(service.id))}"
    yield f"FN:{_text(service.name)}"
    yield f"N:{_text(service.name)};;;;"  # asked for in 3.0, though it is no person's name
    yield f"ORG:{_text(service.organization.name)}"
    for phone in service.phones:
        yield f"TEL;TYPE=WORK,VOICE:{_text(phone.number)}"
    if service.email:
        yield f"EMAIL;TYPE=INTERNET:{_text(service.email)}"
    if service.url:
        yield "URL:" + "".join(tidied(service.url).split())  # an address is not escaped, and holds no blanks
    place = service.location
    if place is not None and (place.address or place.pc4 or place.city):
        yield f"ADR;TYPE=WORK:;;{_text(place.address)};{_text(place.city)};;{_text(place.pc4)};"
    if note := "\n".join(filter(None, _note(service))):
        yield f"NOTE:{_text(note)}"
    yield "END:VCARD"


def _note(service: Service) -> Iterator[str]:
    """Return what it is for, who one will speak to and when, and what happens then."""
    yield service.description.nl
    yield ": ".join(filter(None, (service.contact.name, service.contact.reachable.nl)))
    yield service.contact.what_happens.nl
    yield service.schedule.nl
    for phone in service.phones:
        if phone.description.nl:
            yield f"{phone.number}: {phone.description.nl}"


def _text(text: str) -> str:
    return tidied(text).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Return a line in pieces of at most `LONGEST_LINE` bytes, all but the first behind a blank, no sign cut."""
    pieces, piece = [], b""
    for sign in line:
        data = sign.encode()
        if len(piece) + len(data) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += data
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
