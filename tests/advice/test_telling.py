"""Which services betray by their name alone that somebody was hurt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake_app.advice.telling import tells_of_violence
from intake_app.core.text import Text
from intake_app.triage.what_if import telling_kinds
from tests.shipped import content

TELLING = {"nat_veilig_thuis", "nat_csg", "wr_na_de_schrik"}
"""All shipped services that do: Veilig Thuis, the Centrum Seksueel Geweld, and who listens after a crime."""
MODEL = next(each for each in content().directory.services if each.id == "wr_taalhuis")


def tells(service):
    return tells_of_violence(service, content().options)


def test_of_all_shipped_services_exactly_these_ask_before_they_go_home():
    assert {each.id for each in content().directory.services if tells(each)} == TELLING


def test_whatever_rests_on_a_question_that_is_asked_alone_asks_too():
    silent = telling_kinds(content().rules, content().questionnaire)
    assert silent
    for kind in silent:
        assert tells(replace(MODEL, kinds=(kind,)))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Blijf-van-mijn-lijfhuis"},
        {"name": "Steunpunt Huiselijk GEWELD"},
        {"name": "De Kade", "alternate_name": "Vrouwenopvang"},
        {"name": "De Kade", "url": "https://www.veiligthuis.nl"},
        {"name": "De Kade", "description": Text(nl="Voor wie thuis wordt mishandeld.", en="")},
        {"name": "Harbour", "description": Text(nl="", en="For survivors of domestic violence.")},
        {"name": "De Kade", "eligibility": Text(nl="Vrouwen die verkracht zijn", en="")},
    ],
    ids=lambda changes: next(iter(changes.values())) if len(changes) == 1 else "",
)
def test_an_entry_of_the_practice_is_known_by_its_words(changes):
    assert tells(replace(MODEL, **changes))


@pytest.mark.parametrize(
    "words",
    [
        "Therapeut met een geweldige groep",
        "Geweldloos communiceren in het buurthuis",
        "Veilig vallen",
        "Vrijblijvend binnenlopen",
        "Hulp bij middelenmisbruik",
        "Veilig fietsen, ook als het thuis niet lukt",
    ],
)
def test_ordinary_help_does_not_ask(words):
    assert not tells(replace(MODEL, name=words, description=Text(nl=words, en=words)))


def test_where_not_to_go_when_home_is_not_safe_betrays_nothing():
    assert not tells(replace(MODEL, not_for=Text(nl="Niet als het thuis niet veilig is: bel Veilig Thuis.", en="")))
