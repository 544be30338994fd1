from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_app.practice.passphrases import Weakness, settled, weakness_of


@pytest.mark.parametrize(
    "passphrase, weakness",
    [
        ("", Weakness.EMPTY),
        ("             ", Weakness.EMPTY),
        ("kort", Weakness.SHORT),
        ("elf tekens!", Weakness.SHORT),
        ("a b c d", Weakness.SHORT),
        ("twaalftekens", None),
        ("ik ga nu op", None),
        ("één twee drie vier", None),
    ],
)
def test_a_passphrase_needs_twelve_characters_or_four_words(passphrase, weakness):
    assert weakness_of(passphrase) is weakness


@pytest.mark.parametrize(
    "passphrase",
    [
        "wachtwoord123",
        "123456Welkom",
        "Wachtwoord 2026!",
        "W@chtw00rd2026",
        "P@ssw0rd!!!!!",
        "welkomwelkom",
        "dit is mijn wachtwoord",
        "Qwertyuiop12",
        "vrijdag-2026",
        "123456789012",
        "06 1234 5678 90",
        "aaaaaaaaaaaa",
        "abababababab",
        "correct horse battery staple",
        "Huisartsenpraktijk1",
    ],
)
def test_what_everybody_tries_first_is_refused(passphrase):
    assert weakness_of(passphrase) is Weakness.COMMON


@pytest.mark.parametrize("name", ["Anna de Boer-Smit", "ANNA DE BOER SMIT", "annadeboersmit"])
def test_the_name_of_the_user_is_refused(name):
    assert weakness_of("anna de boer-smit 12", name) is Weakness.COMMON
    assert weakness_of("anna ziet de koeien", name) is None


@given(st.text(), st.text())
def test_whatever_is_typed_is_judged_and_the_same_with_spaces_around(passphrase, name):
    assert weakness_of(passphrase, name) is weakness_of(f" {passphrase}\n", name)
    assert settled(settled(passphrase)) == settled(passphrase)


@given(st.lists(st.sampled_from(("fiets", "regen", "kachel", "tafel", "bomen", "zeven")), min_size=4, unique=True))
def test_four_different_words_are_enough(words):
    assert weakness_of(" ".join(words)) is None
