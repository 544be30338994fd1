"""What a new pass phrase must be: long enough, and none that everybody tries first."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

DEMO_PASSPHRASE = "voorbeeld voor iedereen leesbaar"  # noqa: S105  the demo store holds only fictional people
LEAST_CHARACTERS = 12
LEAST_WORDS = 4
LEAST_LETTERS = 2
"""A word counts from so many letters on."""
_FEWEST_SIGNS = 4
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s", "!": "i"})
_WORDS = """
abc abcd abcdef abcdefgh abcdefghijkl abcdefghijklm abcdefghijklmnop
azerty azertyuiop asdfgh asdfghjkl asdfghjklqwerty qwerty qwertz qwertyuiop qwertyuiopasdfghjkl zxcvbnm
qaz qazwsx qazwsxedc qwe qweasd qweasdzxc onetwothreefour eentweedrievier
admin administrator beheer beheerder password passwort passphrase letmein letmeinplease
wachtwoord wachtzin welkom welcome geheim geheimwachtwoord mijnwachtwoord ditismijnwachtwoord mijnwachtzin
ditismijnwachtzin nieuwwachtwoord nieuwewachtzin sterkwachtwoord ditiseenwachtwoord weetikniet ikweethetniet
welkomthuis welkombijons hallo goedemorgen goedemiddag ikhouvanjou iloveyou
lente zomer herfst winter voorjaar najaar maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
januari februari september oktober november december amsterdam rotterdam nederland feyenoord
huisarts huisartsen huisartsenpraktijk huisartspraktijk dokter assistent assistente doktersassistent
doktersassistente praktijk praktijkondersteuner gezondheidscentrum verkennendgesprek intake intakeapp
correcthorsebatterystaple loremipsum loremipsumdolor loremipsumdolorsitamet superman batman football voetbal
trustno trustnoone changeme changemenow test
"""
_COMMON = frozenset(_WORDS.split())
"""As `_core` leaves them: small letters only."""


class Weakness(StrEnum):
    """What is wrong with a new pass phrase."""

    EMPTY = "empty"
    SHORT = "short"
    COMMON = "common"


def settled(passphrase: str) -> str:
    """Return the same text for the same pass phrase, whichever keyboard or clipboard it came from."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def weakness_of(passphrase: str, name: str = "") -> Weakness | None:
    """Tell what is wrong with a new pass phrase; it may not be the name of whom it is for."""
    phrase = settled(passphrase)
    if not phrase:
        return Weakness.EMPTY
    words = [word for word in phrase.split() if len(word) >= LEAST_LETTERS]
    if len(phrase) < LEAST_CHARACTERS and len(words) < LEAST_WORDS:
        return Weakness.SHORT
    core = _core(phrase)
    is_common = len(set(core)) < _FEWEST_SIGNS or core in _COMMON or core == _core(name)
    return Weakness.COMMON if is_common else None


def _core(phrase: str) -> str:
    """The letters that remain when what people add to a word is taken away: digits at its ends, signs, repeats."""
    small = unicodedata.normalize("NFKC", phrase).casefold()
    while small and not small[-1].isalpha():
        small = small[:-1]
    while small and not small[0].isalpha():
        small = small[1:]
    letters = "".join(sign for sign in small.translate(_LEET) if sign.isalpha())
    return letters[: (letters * 2).find(letters, 1)]
