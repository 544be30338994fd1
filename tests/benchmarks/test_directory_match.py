"""How long it takes to match and rank all kinds of help for one advice, at 2,000, 5,000 and 100,000 services.

The hardest case: every service serves the person. *First*: a new directory, nothing was worked out; the program
does that before, off the drawing thread. *One advice*: what is the same for everybody is there. *Next answer*: the same
person, one more answer. Time of the process, the best of several; ratios judge.
"""

from __future__ import annotations

import datetime
import random
import time
from dataclasses import replace

import pytest

from intake_app.advice.matching import Seeker
from intake_app.advice.proposals import Supply, advise
from intake_app.directory.model import Directory, Location
from intake_app.questionnaire.situation import Person
from tests.shipped import TODAY, a_session, content, knowledge

SIZES, ROUNDS, NAMES = (2_000, 5_000, 100_000), 20, 1_000
JUDGED = 5_000
MOST_OF_A_SORT, MOST_OF_A_RANKING = 10.0, 0.2
"""Ranking for another person beside one plain sort of as many services by name; the next answer beside that."""


def a_directory(size):
    """Return services in the postcodes around 2512, each with facts of its own."""
    chance = random.Random(size)
    models = [each for each in content().directory.services if each.kinds]
    places = [code for code in content().postcodes.points if code.startswith(("25", "26"))]
    return Directory(services=tuple(a_service(chance, models, places, at) for at in range(size)))


def a_service(chance, models, places, at):
    model = chance.choice(models)
    return replace(
        model,
        id=f"s{at}",
        name=f"{model.name} {chance.randrange(NAMES)}",
        nationwide=False,
        service_area=((2500, 2699),),
        locations=(Location(pc4=chance.choice(places)),),
        wait_days=chance.choice([None, 0, 5, 30]),
        wait_on=TODAY - datetime.timedelta(days=chance.randrange(150)),
        assured_date=TODAY - datetime.timedelta(days=chance.randrange(500)),
    )


def somebody(at):
    return Seeker(person=Person(age=30 + at, gender="woman", pc4=f"25{12 + at}"), today=TODAY)


def timed_ms(work):
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def measured(size):
    """Return milliseconds: first, another person, the next answer, one plain sort."""
    directory, assessment = a_directory(size), a_session().picture.assessment
    supply = Supply(kinds=content().options, directory=directory, postcodes=content().postcodes)
    flags = knowledge().engine.rules.flags

    def go(seeker):
        return timed_ms(lambda: advise(assessment, supply, seeker, flags))

    first = go(somebody(0))
    supply.matcher.warm(TODAY)
    another = min(go(somebody(at)) for at in range(1, ROUNDS))
    following = min(go(somebody(1)) for _ in range(ROUNDS))
    by_name = [timed_ms(lambda: sorted(directory.services, key=lambda each: each.name)) for _ in range(ROUNDS)]
    return first, another, following, min(by_name)


@pytest.mark.benchmark
def test_matching_and_ranking_for_one_advice(capsys):
    found = {size: measured(size) for size in SIZES}
    with capsys.disabled():
        for size, (first, another, following, plain) in found.items():
            told = f"first {first:.1f} ms, one advice {another:.1f} ms, next answer {following:.2f} ms"
            print(f"\n{size} services: {told}, plain sort {plain:.2f} ms", end="")  # noqa: T201  the figure
        print()  # noqa: T201  ends the line
    _, another, following, plain = found[JUDGED]
    assert another / plain <= MOST_OF_A_SORT
    assert following / another <= MOST_OF_A_RANKING
