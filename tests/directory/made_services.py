"""Made-up services in any number, the same for the same seed: the shipped ones again and again, elsewhere."""

from __future__ import annotations

import random
from dataclasses import replace

from intake_app.core.ids import ServiceId
from intake_app.directory.finding.search import SearchIndex
from intake_app.directory.finding.words import SearchWords
from intake_app.directory.model import Location, OpeningHours, Organization
from tests.shipped import content

SOUNDS = ("ba", "del", "gro", "hen", "ik", "ker", "loo", "mar", "ne", "oos", "pij", "ruu", "ster", "ter", "ve", "wol")
ENDS = ("dam", "veen", "drecht", "horst", "wijk", "burg", "zand", "kerk", "broek", "haven")
STREETS = ("Kerkstraat", "Dorpsplein", "Molenweg", "Stationslaan", "Schoolpad")
LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk", "fr")
WEEK = tuple(OpeningHours(day=day, opens="09:00", closes="17:00") for day in range(5))


def made_services(count, seed=4_711):
    """Return services: about 150 a municipality, each with a name of its place and one of its neighbourhood."""
    chance = random.Random(seed)
    models = [each for each in content().directory.services if each.kinds and each.example]
    codes = sorted(content().postcodes.points)
    towns = [(_name(chance), chance.choice(codes)) for _ in range(count // 150 + 1)]
    return [_made(at, chance, chance.choice(models), towns[at // 150]) for at in range(count)]


def _made(at, chance, model, town):
    name, code = town
    part, owner = _name(chance), _name(chance)
    place = Location(
        address=f"{chance.choice(STREETS)} {chance.randrange(1, 200)}",
        pc4=code,
        city=name,
        wheelchair=chance.choice((True, False, None)),
    )
    youngest = chance.choice((None, None, 12, 18, 65))
    return replace(
        model,
        id=ServiceId(f"made_{at}"),
        organization=Organization(id=f"made_{owner}", name=f"Stichting {owner}"),
        name=f"{model.name} {part}".replace("Waterrijk", name),
        locations=(place,),
        languages=("nl", *chance.sample(LANGUAGES, 2)),
        service_area=((int(code) - 20, int(code) + 20),),
        nationwide=chance.random() < 0.02,
        minimum_age=youngest,
        wait_days=chance.choice((None, 0, 7, 30, 120)),
        opening=chance.choice(((), WEEK, WEEK[:2])),
    )


def _name(chance):
    return "".join(chance.choice(SOUNDS) for _ in range(chance.randrange(1, 4))).capitalize() + chance.choice(ENDS)


def search_words():
    """Return the words of the shipped content."""
    found = content()
    return SearchWords(names={kind.id: kind.name for kind in found.options}, synonyms=found.synonyms)


def index_of(services):
    """Return the index of these services, with the shipped words and postcodes."""
    return SearchIndex(services, search_words(), content().postcodes)
