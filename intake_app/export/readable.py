"""Our own check of plain words: how long sentences are, what is done to whom, and words that have a plainer one.

It measures our texts while they are written; no paper says that it is "B1", a level that nobody can measure
(docs/sources/domain.md §7, F81). Ten words a sentence on average is the house rule of F78; fifteen at most, the
passive and the list of words are ours: eigen oordeel, after F78 and F80. Passive is "worden" with a deed, and "zijn"
with a deed "door" somebody; "is nagekeken" says how it stands, and is let through. English is read by few who are
helped here: its bounds are wider, and only its words and its length are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from intake_app.core.text import Language

AVERAGE = {"nl": 10.0, "en": 12.0}
MOST = {"nl": 15, "en": 20}
"""Words in a sentence: on average over a paper, and at most in one."""
PLAINER = {
    "nl": {
        "doorverwij": "sturen naar",
        "eigen risico": "het deel van de zorgkosten dat u zelf betaalt",
        "psychosociaal": "zorgen en spanning",
        "psychosociale": "zorgen en spanning",
        "indicatie": "toestemming voor hulp",
        "lotgeno": "mensen die hetzelfde meemaken",
        "mantelzorg": "zorgen voor een naaste",
        "cliënt": "u, of de persoon",
        "patiënt": "u, of de persoon",
        "problematiek": "problemen",
        "traject": "hulp",
        "zelfredzaam": "zelf kunnen",
        "zelfregie": "zelf kiezen",
        "participeren": "meedoen",
        "participatie": "meedoen",
        "hulpvraag": "vraag",
        "intake": "eerste gesprek",
        "interventie": "hulp",
        "preventie": "voorkomen",
        "faciliteren": "helpen",
        "stimuleren": "helpen",
        "realiseren": "doen",
        "adequaat": "goed",
        "adequate": "goed",
        "conform": "volgens",
        "middels": "met",
        "teneinde": "om",
        "echter": "maar",
        "tevens": "ook",
        "derhalve": "daarom",
        "indien": "als",
        "reeds": "al",
        "momenteel": "nu",
        "dient te": "moet",
        "dienen te": "moeten",
        "met betrekking tot": "over",
        "ten aanzien van": "over",
        "in verband met": "door, of voor",
        "betreffende": "over",
        "inzake": "over",
        "omtrent": "over",
        "aangaande": "over",
        "desgewenst": "als u wilt",
        "desbetreffend": "deze",
        "alvorens": "voordat",
        "mits": "als",
        "tenzij": "als … niet",
        "woonachtig": "wonen",
        "financieel": "met geld",
        "financiële": "met geld",
    },
    "en": {
        "utilise": "use",
        "facilitate": "help",
        "prior to": "before",
        "psychosocial": "worries and stress",
        "self-management": "doing it yourself",
        "patient": "you, or the person",
        "client": "you, or the person",
        "commence": "begin",
        "in order to": "to",
    },
}
"""What begins a word (or stands in a sentence), and what is said instead: domain.md §7, and words of offices."""

NAMES = ("cliëntondersteun", "steunpunt mantelzorg", "mantelzorgsteunpunt")
"""What stands on the door: who looks for it needs this very word."""
EXPLAINED = frozenset({"eigen risico"})
"""What an insurer calls it in every letter: a paper may use it where it says what it is, once."""

_END = re.compile(r"(?<=[.!?…])[”\"’)]*\s+")
_CLOSED = re.compile(r"[.!?…][”\"’)]*$")
_WORD = re.compile(r"[^\W_](?:[\w’'./@-]*\w)?")
_BECOMES = frozenset({"word", "wordt", "worden", "werd", "werden"})
_IS = frozenset({"is", "zijn", "was", "waren"})
_DONE = re.compile(r"(?:\w{0,6}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her|er|mis)\w{2,}d)")
_NO_DEED = frozenset(
    (
        *("gezond", "gedachten", "gesprekken", "gezinnen", "gevoel", "gebied", "gemeenten", "gewoonten", "geluid"),
        *("gegevens", "geest", "gewicht", "geduld", "vermoeid", "benauwd"),
    )
)
"""Look like something that was done, and are not."""
_NAMES_A_THING = frozenset(("de", "het", "een", "uw", "mijn", "deze", "die", "geen", "alle", "meer", "veel", "andere"))


class Rule(StrEnum):
    """What a sentence can be at fault for."""

    LONG = "long"
    PASSIVE = "passive"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to write otherwise: `found` is the number of words or what was read, `instead` what is plainer."""

    rule: Rule
    sentence: str
    found: str
    instead: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text. A line break ends one; a text of numbers alone is none."""
    lines = (line for line in re.split(r"[\n\u2028]", text) if line.strip())
    found = (each.strip() for line in lines for each in _END.split(line))
    return tuple(each for each in found if any(sign.isalpha() for sign in each))


def words(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence; a number, a telephone number and an address are one word each."""
    return tuple(_WORD.findall(sentence))


def average(texts: Iterable[str]) -> float:
    """Return how many words the whole sentences of these texts have on average; headings and labels do not count.

    0 without any.
    """
    found = (each for text in texts for each in sentences(text))
    lengths = [len(words(each)) for each in found if _CLOSED.search(each)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def faults(text: str, language: Language, explained: frozenset[str] = frozenset()) -> tuple[Fault, ...]:
    """Return what could be said more plainly, sentence by sentence; words that are `explained` are let through."""
    return tuple(fault for each in sentences(text) for fault in _of_one(each, language, explained))


def _of_one(sentence: str, language: Language, explained: frozenset[str]) -> Iterable[Fault]:
    said = words(sentence)
    if len(said) > MOST[language]:
        yield Fault(rule=Rule.LONG, sentence=sentence, found=str(len(said)), instead=f"≤ {MOST[language]}")
    passive = _passive(said) if language == "nl" else ""
    if passive:
        yield Fault(rule=Rule.PASSIVE, sentence=sentence, found=passive, instead="wie doet het?")
    bare = re.sub("|".join(NAMES), "", sentence, flags=re.IGNORECASE)
    for word, instead in PLAINER[language].items():
        if word not in explained and re.search(rf"\b{re.escape(word)}", bare, re.IGNORECASE):
            yield Fault(rule=Rule.WORD, sentence=sentence, found=word, instead=instead)


def _passive(said: tuple[str, ...]) -> str:
    """Return the two words that make a sentence passive ("wordt gebeld"), nothing where it is not."""
    lower = [each.casefold() for each in said]
    helping = _BECOMES | _IS if "door" in lower else _BECOMES
    becomes = next((each for each in lower if each in helping), "")
    before = ["", *lower]
    done = (
        each
        for each, first in zip(lower, before, strict=False)
        if _DONE.fullmatch(each) and each not in _NO_DEED and first not in _NAMES_A_THING
    )
    found = next(done, "") if becomes else ""
    return f"{becomes} {found}" if found else ""
