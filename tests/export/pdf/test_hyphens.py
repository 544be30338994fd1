"""Words that are wider than their line: where they are broken, and what a reader hears of them."""

from __future__ import annotations

import pytest

from intake_app.content.locate import resources_dir
from intake_app.export.pdf.hyphens import parts
from intake_app.export.pdf.paper import build
from tests.export.pdf.gate import faults_of
from tests.export.pdf.listening import aloud
from tests.export.pdf.papers import opened

NARROW = """<paper title="Proef" lang="nl" size="{size}" kind="person" footer="Voet" mark="">
<h1>Proef</h1>
<table><row><cell width="30"><p>{text}</p></cell><cell><p>Ernaast</p></cell></row></table>
</paper>"""
FIT = 12


def broken(word):
    return [text + hyphen for text, hyphen in parts(word, lambda text: len(text) <= FIT)]


def pdf(text, size="large"):
    markup = NARROW.format(text=text, size=size)
    return markup, build(markup, resources_dir() / "fonts")


def lines(made):
    return [line.strip() for line in opened(made).pages[0].extract_text().splitlines()]


@pytest.mark.parametrize(
    "word, told",
    [
        ("huis", ["huis"]),
        ("Praktijkondersteuner", ["Praktijk-", "ondersteuner"]),
        ("schuldhulpverlening,", ["schuldhulp-", "verlening,"]),
        ("“Onvoorwaardelijke”", ["“Onvoorwaar-", "delijke”"]),
        ("POH-GGZ-praktijkondersteuner", ["POH-GGZ-", "praktijk-", "ondersteuner"]),
        ("x" * 30, ["x" * 11 + "-", "x" * 11 + "-", "x" * 8]),
    ],
)
def test_a_long_word_is_broken_at_a_joint_or_between_syllables_with_a_hyphen(word, told):
    assert broken(word) == told


@pytest.mark.parametrize("address", ["https://www.voorbeeld.nl/hele/lange/naam", "j.jansen@ziekenhuiswaterrijk.nl"])
def test_an_address_is_broken_without_a_hyphen(address):
    assert "".join(broken(address)) == address


def test_a_reader_hears_the_word_whole():
    markup, made = pdf("De <b>Praktijkondersteuner</b> komt")
    assert faults_of(made, markup) == []
    assert "De Praktijkondersteuner komt" in aloud(made)
    assert "De Praktijk\u00ad" in lines(made)


def test_a_word_that_fits_on_a_line_of_its_own_stays_whole():
    _, made = pdf("Onze praktijkondersteuner", size="normal")
    assert "praktijkondersteuner" in lines(made)
