"""Distances against pairs of places whose middle is known from elsewhere, and every postcode of the data."""

from __future__ import annotations

import csv
from math import acos, cos, radians, sin

import pytest

from intake_app.content.locate import resources_dir
from intake_app.directory.distance import EARTH_KM
from tests.shipped import content

TOWNS = {
    "Amsterdam": ("1012", 52.3728, 4.8936),
    "Utrecht": ("3511", 52.0908, 5.1222),
    "Rotterdam": ("3011", 51.9225, 4.4792),
    "Den Haag": ("2511", 52.0800, 4.3100),
    "Groningen": ("9711", 53.2189, 6.5675),
    "Maastricht": ("6211", 50.8483, 5.6889),
    "Eindhoven": ("5611", 51.4408, 5.4778),
    "Tilburg": ("5038", 51.5606, 5.0919),
    "Breda": ("4811", 51.5890, 4.7758),
    "Arnhem": ("6811", 51.9800, 5.9111),
    "Nijmegen": ("6511", 51.8475, 5.8625),
    "Enschede": ("7511", 52.2183, 6.8958),
    "Zwolle": ("8011", 52.5125, 6.0944),
    "Leeuwarden": ("8911", 53.2014, 5.8086),
    "Middelburg": ("4331", 51.5000, 3.6136),
    "Den Helder": ("1781", 52.9533, 4.7600),
    "Haarlem": ("2011", 52.3814, 4.6361),
    "Leiden": ("2312", 52.1592, 4.4939),
    "Venlo": ("5911", 51.3700, 6.1681),
    "Assen": ("9401", 52.9967, 6.5625),
}
"""The postcode of the inner city, and the coordinates of the town as encyclopedias and maps print them (WGS 84)."""
PAIRS = [
    ("Amsterdam", "Utrecht", 35),
    ("Amsterdam", "Haarlem", 17),
    ("Amsterdam", "Rotterdam", 57),
    ("Amsterdam", "Den Haag", 52),
    ("Amsterdam", "Groningen", 146),
    ("Amsterdam", "Maastricht", 178),
    ("Rotterdam", "Den Haag", 21),
    ("Den Haag", "Leiden", 15),
    ("Utrecht", "Arnhem", 55),
    ("Arnhem", "Nijmegen", 15),
    ("Eindhoven", "Tilburg", 30),
    ("Tilburg", "Breda", 22),
    ("Eindhoven", "Maastricht", 67),
    ("Eindhoven", "Venlo", 48),
    ("Groningen", "Leeuwarden", 51),
    ("Groningen", "Assen", 25),
    ("Zwolle", "Enschede", 63),
    ("Middelburg", "Breda", 81),
    ("Den Helder", "Leeuwarden", 75),
    ("Middelburg", "Groningen", 275),
]


def by_law_of_cosines(one, other):
    """Return kilometres by another formula than the program's."""
    (_, lat, lon), (_, lat2, lon2) = TOWNS[one], TOWNS[other]
    north, south = radians(lat), radians(lat2)
    return EARTH_KM * acos(sin(north) * sin(south) + cos(north) * cos(south) * cos(radians(lon2 - lon)))


@pytest.mark.parametrize("one, other, km", PAIRS)
def test_towns_lie_as_far_apart_as_the_map_says(one, other, km):
    found = content().postcodes.distance_km(TOWNS[one][0], TOWNS[other][0])
    reference = by_law_of_cosines(one, other)
    assert reference == pytest.approx(km, abs=1 + km * 0.02)
    assert abs(found - reference) <= 2 + reference * 0.10


def test_every_postcode_of_the_data_is_found_and_lies_nowhere_but_at_itself():
    text = (resources_dir() / "geo" / "pc4.csv").read_text(encoding="utf-8")
    codes = [row["pc4"] for row in csv.DictReader(text.splitlines())]
    postcodes = content().postcodes
    assert len(codes) > 4_000
    assert {postcodes.distance_km(code, code) for code in codes} == {0.0}
    assert all(postcodes.distance_km(code, "1012") < 350 for code in codes)


@pytest.mark.parametrize("code", ["5028", "", "0999", "9999", "12", "1012AB"])
def test_a_postcode_that_is_not_known_has_no_distance(code):
    postcodes = content().postcodes
    assert postcodes.distance_km(code, "1012") is postcodes.distance_km("1012", code) is None


def test_the_way_back_is_as_long():
    postcodes = content().postcodes
    assert postcodes.distance_km("1012", "9711") == pytest.approx(postcodes.distance_km("9711", "1012"))
