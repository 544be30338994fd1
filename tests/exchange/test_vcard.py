from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.directory.model import Contact, Location, Phone
from intake_app.exchange.service_table_forms import tidied
from intake_app.exchange.vcard import LONGEST_LINE, write_vcards
from tests.exchange.table_words import a_service, nl
from tests.shipped import content


def cards(folder, *services):
    path = folder / "kaart.vcf"
    write_vcards(path, services)
    return path.read_bytes()


def properties(data):
    """Read a card as RFC 6350 says: unfold, part at the first colon, take the escapes away."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    unescape = {"\\n": "\n", "\\\\": "\\", "\\,": ",", "\\;": ";"}
    parted = (line.partition(":") for line in lines if line)
    return {name: re.sub(r"\\[n\\,;]", lambda found: unescape[found[0]], value) for name, _, value in parted}


def test_a_card_tells_who_how_where_and_what_for(tmp_path):
    service = a_service(
        phones=(Phone(number="070-1234567", description=nl("gratis")),),
        email="koken@brink.example",
        url="https://brink.example/a,b",
        contact=Contact(name="Fatma", reachable=nl("dinsdag"), what_happens=nl("Fatma neemt op.")),
        locations=(Location(address="Brinkplein 1; achterom", pc4="8951", city="Waterrijk"),),
        description=nl("Koken, eten\nen praten"),
    )
    assert properties(cards(tmp_path, service)) == {
        "BEGIN": "VCARD",
        "VERSION": "3.0",
        "UID": "s1",
        "FN": "Koken",
        "N": "Koken;;;;",
        "ORG": "De Brink",
        "TEL;TYPE=WORK,VOICE": "070-1234567",
        "EMAIL;TYPE=INTERNET": "koken@brink.example",
        "URL": "https://brink.example/a,b",
        "ADR;TYPE=WORK": ";;Brinkplein 1; achterom;Waterrijk;;8951;",
        "NOTE": "Koken, eten\nen praten\nFatma: dinsdag\nFatma neemt op.\n070-1234567: gratis",
        "END": "VCARD",
    }


def test_every_service_of_the_example_has_a_card(tmp_path):
    services = content().directory.services
    assert cards(tmp_path, *services).count(b"BEGIN:VCARD\r\n") == len(services)


@given(text=st.text(max_size=300))
def test_any_text_comes_through_and_no_line_is_too_long(tmp_path_factory, text):
    data = cards(tmp_path_factory.mktemp("vcard"), a_service(description=nl(text)))
    assert properties(data).get("NOTE", "") == tidied(text)
    assert all(len(line) <= LONGEST_LINE for line in data.split(b"\r\n"))


def test_a_text_cannot_begin_a_card_of_its_own(tmp_path):
    data = cards(tmp_path, a_service(name="a\r\nEND:VCARD\r\nBEGIN:VCARD", url="https://x.example/\r\nTEL:112"))
    assert data.count(b"\r\nEND:VCARD") == 1
    assert b"\r\nTEL" not in data


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path):
    before = cards(tmp_path, a_service())
    with pytest.raises(AttributeError):
        write_vcards(tmp_path / "kaart.vcf", [a_service(), replace(a_service(), phones=(None,))])
    assert (tmp_path / "kaart.vcf").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["kaart.vcf"]
