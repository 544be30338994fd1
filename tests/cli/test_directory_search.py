"""Searching the sociale kaart from a terminal."""

from __future__ import annotations

import json

import pytest

from intake_app.cli.words import printable
from tests.cli.test_words import intake


def found(*words):
    return [each["id"] for each in json.loads(intake("directory", "search", "--json", *words).stdout)]


def test_filters_narrow_what_words_find():
    everything, money = found(), found("geld")
    assert set(money) < set(everything)
    assert "nat_geldfit" in money
    narrowed = found("geld", "--kind", "geldfit", "--free", "--language", "nl", "--age", "40", "--self-referral")
    assert set(narrowed) < set(money)
    assert set(found("--group", "social", "--city", "waterrijk", "--sort", "name")) < set(everything)


def test_what_was_misspelt_and_what_fits_in_part_is_said_beside_the_finds():
    done = intake("directory", "search", "eenzm", "xqxqxqxq")
    assert done.stdout
    assert "eenzaam" in done.stderr
    assert "meeste woorden" in done.stderr


@pytest.mark.parametrize("words", [["--kind", "geldfut"], ["--pc4", "9999"]])
def test_an_unknown_kind_or_postcode_is_refused(words):
    done = intake("directory", "search", "geld", *words)
    assert (done.returncode, done.stdout) == (2, "")


def test_what_a_list_says_cannot_command_the_terminal():
    assert printable("Maatje\x1b[2J\r\n\u202e\x9b1m é") == "Maatje [2J    1m é"
