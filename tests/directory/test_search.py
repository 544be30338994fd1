"""Search while typing: everyday words, forms, typing errors, filters and orders."""

from __future__ import annotations

import dataclasses
import datetime
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.core.ids import KindId, ServiceId
from intake_app.core.text import Text
from intake_app.directory.finding.search import SearchIndex
from intake_app.directory.finding.words import SearchWords, Synonyms, plain, typed_words, words_of
from intake_app.directory.model import Availability, Location, OpeningHours, Organization, Service
from intake_app.directory.opening import is_open, opens_on
from intake_app.directory.query import Filters, Query, Sort
from tests.directory.made_services import index_of, made_services, search_words
from tests.shipped import content

WATERRIJK = "8951"
PLACES = ("2512", "2595", "1012", "")


@cache
def shipped():
    return index_of(content().directory.services)


@cache
def one_of_each_kind():
    """Return an index in which every kind of help is given once, by a service without words of its own."""
    return index_of([a_service(kind.id, kinds=(kind.id,)) for kind in content().options])


def a_service(name, **changed):
    organization = Organization(id="o", name="Stichting X")
    base = Service(id=ServiceId(name), organization=organization, name=name, kinds=(), nationwide=True)
    return dataclasses.replace(base, **changed)


def names(index, words="", sort=Sort.FIT, **filters):
    found = index.search(Query(words=words, filters=Filters(**filters), sort=sort))
    return [hit.service.name for hit in found.hits]


SAID = [
    ("eenzaam", {"maatje", "buurthuis", "luisterlijn"}),
    ("Ik ben zo alleen", {"maatje", "buurthuis", "luisterlijn"}),
    ("lonely", {"maatje", "buurthuis", "luisterlijn"}),
    ("geld", {"schuldhulp", "geldfit", "inkomensondersteuning"}),
    ("ik ben blut", {"schuldhulp", "geldfit"}),
    ("aanmaningen", {"schuldhulp", "geldfit"}),
    ("schuld hulp", {"schuldhulp"}),
    ("schuldhulp", {"schuldhulp"}),
    ("schulden", {"schuldhulp", "geldfit"}),
    ("debts", {"schuldhulp"}),
    ("geen dak boven mijn hoofd", {"maatschappelijke_opvang"}),
    ("homeless", {"maatschappelijke_opvang"}),
    ("mijn man drinkt te veel", {"naasten_groep"}),
    ("I want to quit smoking", {"stoppen_met_roken"}),
    ("ik wil stoppen met roken", {"stoppen_met_roken"}),
    ("mijn moeder is dement", {"casemanager_dementie", "alzheimer_cafe"}),
    ("mijn vrouw is overleden", {"rouwgroep"}),
    ("de brieven van de belasting", {"formulierenhulp"}),
    ("ruzie met de buren", {"buurtbemiddeling"}),
    ("ik ben mijn baan kwijt", {"werk_en_inkomen"}),
    ("niemand om mee te praten", {"luisterlijn", "maatje"}),
    ("suïcidaal", {"crisisdienst"}),
    ("suicidaal", {"crisisdienst"}),
    ("huishoudelijke hulp", {"wmo_ondersteuning"}),
    ("Nederlands leren", {"taalhuis"}),
    ("e-health", {"e_health"}),
    ("poh ggz", {"poh_ggz"}),
    ("POH-GGZ", {"poh_ggz"}),
    ("wandelclub", {"wandelgroep"}),
    ("wandelingen", {"wandelgroep"}),
    ("gevallen", {"valpreventie"}),
    ("pesten op school", {"opvoedhulp"}),
]


@pytest.mark.parametrize("words, kinds", SAID)
def test_what_people_say_finds_the_kind_of_help_they_mean(words, kinds):
    assert kinds <= set(names(one_of_each_kind(), words))


@pytest.mark.parametrize(
    "typed, known",
    [
        ("eenzm", "eenzaam"),
        ("eenzaamm", "eenzaam"),
        ("schuldhlup", "schuldhulp"),
        ("vrijwilligerswrek", "vrijwilligerswerk"),
        ("qwertyuiop", None),
        ("meenzaam", "eenzaam"),
        ("maatsje", "maatje"),
        ("wnadelen", "wandelen"),
        ("fisiotherapie", "fysiotherapie"),
        ("psygoloog", "psycholoog"),
        ("dementje", "dementie"),
    ],
)
def test_a_typing_error_is_read_as_the_known_word_and_told(typed, known):
    found = one_of_each_kind().search(Query(words=typed))
    assert found.read_as == (((typed, known),) if known else ())
    assert bool(found.hits) is bool(known)
    if known:
        assert found.hits == one_of_each_kind().search(Query(words=known)).hits


@pytest.mark.parametrize("typed", ["Xq", "zzzz zzzz", "0000", "?!", "😀", "من", "' OR 1=1 --", "a" * 10_000])
def test_whatever_is_typed_gives_an_answer(typed):
    found = shipped().search(Query(words=typed))
    assert len(found.hits) <= len(content().directory.services)


@pytest.mark.parametrize("kind", [kind.id for kind in content().options])
def test_every_kind_of_help_has_many_words_that_lead_to_it_in_both_languages(kind):
    said = content().synonyms.said[KindId(kind)]
    assert len(said) >= 8
    lost = [each for each in said if kind not in names(one_of_each_kind(), each)]
    assert not lost


def test_letter_by_letter_the_name_stays_found_once_it_begins():
    for service in content().directory.services:
        if service.is_offered:
            words = typed_words(service.name)
            typed = " ".join(words)
            for length in range(1, len(typed) + 1):
                assert service.name in names(shipped(), typed[:length]), typed[:length]


def test_a_name_comes_before_an_organization_a_kind_a_synonym_a_place_and_a_description():
    said = SearchWords(
        names={KindId("k"): Text(nl="Tulp", en="Tulip"), KindId("s"): Text(nl="Bol", en="Bulb")},
        synonyms=Synonyms(said={KindId("s"): ("tulp",)}),
    )
    services = [
        a_service("f", description=Text(nl="Bij de tulp.", en="Near it.")),
        a_service("e", locations=(Location(city="Tulp"),)),
        a_service("d", kinds=(KindId("s"),)),
        a_service("c", kinds=(KindId("k"),)),
        a_service("b", organization=Organization(id="t", name="De Tulp")),
        a_service("De tulp"),
        a_service("Not for", not_for=Text(nl="tulp", en="tulip")),
    ]
    assert names(SearchIndex(services, said, content().postcodes), "tulp") == ["De tulp", "b", "c", "d", "e", "f"]


def test_the_whole_word_comes_before_a_form_a_beginning_and_a_part():
    services = [a_service(name) for name in ("Weekmarkt", "Markthal", "Elke week", "Markten", "Op de markt", "Xmarkt")]
    found = names(SearchIndex(services, search_words(), content().postcodes), "markt")
    assert found == ["Op de markt", "Markten", "Markthal", "Weekmarkt"]


def test_all_words_must_fit_and_where_nothing_has_all_that_is_said():
    services = [a_service("Rode fiets"), a_service("Rode auto"), a_service("Boot")]
    index = SearchIndex(services, search_words(), content().postcodes)
    whole, part = index.search(Query(words="rode fiets")), index.search(Query(words="rode fiets qqqq"))
    assert ([hit.service.name for hit in whole.hits], whole.all_words) == (["Rode fiets"], True)
    assert ([hit.service.name for hit in part.hits], part.all_words) == (["Rode fiets"], False)
    assert index.search(Query(words="qqqq")).hits == ()


def test_where_there_is_nothing_nothing_is_found():
    index = SearchIndex((), SearchWords(names={}, synonyms=Synonyms()), content().postcodes)
    assert names(index, "geld") == names(index, pc4="2512", day=1) == []


@pytest.mark.parametrize("typed", ["IJSSELHUIS", "ijsselhuis", "ĳsselhuis", "ÿsselhuis", "ijssel huis", "IJssel-huis"])
def test_capitals_accents_hyphens_and_the_sign_for_ij_make_no_difference(typed):
    index = SearchIndex([a_service("Het IJsselhuis"), a_service("x")], search_words(), content().postcodes)
    assert names(index, typed) == ["Het IJsselhuis"]


def test_words_are_folded_and_what_a_hyphen_joins_counts_in_parts_and_as_one():
    assert plain("Café d’Één, Łódź") == "cafe deen, lodz"
    assert list(words_of("E-health: baby's")) == ["e", "health", "babys", "ehealth"]
    assert typed_words("E-health") == ["e", "health"]


# --- filters and orders -------------------------------------------------------------------------------------------


def test_only_what_serves_the_postcode_is_found_and_the_area_decides_not_the_distance():
    near = a_service("near", nationwide=False, service_area=((2595, 2595),), locations=(Location(pc4="2512"),))
    far = a_service("far", nationwide=False, service_area=((2500, 2520),), locations=(Location(pc4="9711"),))
    index = SearchIndex([near, far], search_words(), content().postcodes)
    hits = index.search(Query(filters=Filters(pc4="2512"))).hits
    assert [hit.service.name for hit in hits] == ["far"]
    assert hits[0].distance_km == content().postcodes.distance_km("2512", "9711")
    assert names(index, pc4="") == ["far", "near"]
    assert names(index, pc4="0000") == names(index, pc4="nowhere") == []


def test_what_is_closed_or_never_offered_is_found_only_when_asked_for():
    closed = a_service("closed", availability=Availability.TEMPORARILY_CLOSED)
    never = a_service("never", never_offer="Belt nooit terug")
    index = SearchIndex([closed, never, a_service("open")], search_words(), content().postcodes)
    assert names(index) == ["open"]
    assert names(index, hidden_too=True) == ["closed", "never", "open"]


@pytest.mark.parametrize(
    "sort, expected",
    [
        (Sort.NAME, ["Aar", "Bes", "Cel", "Dok"]),
        (Sort.NEAR, ["Bes", "Dok", "Aar", "Cel"]),
        (Sort.WAIT, ["Cel", "Bes", "Aar", "Dok"]),
        (Sort.CHECKED, ["Bes", "Aar", "Cel", "Dok"]),
    ],
)
def test_each_order_is_kept_and_what_is_unknown_comes_last(sort, expected):
    at = (Location(pc4="9711"),), (Location(pc4="1012"), Location(pc4="2512"))
    services = [
        a_service("Dok", remote=True),
        a_service("Bes", locations=at[1], wait_days=7, assured_date=datetime.date(2026, 11, 1)),
        a_service("Cel", wait_days=0),
        a_service("Aar", locations=at[0]),
    ]
    index = SearchIndex(services, search_words(), content().postcodes)
    assert names(index, sort=sort, pc4="2512") == expected


filters = st.builds(
    Filters,
    kinds=st.sampled_from([frozenset(), frozenset({KindId("geldfit"), KindId("maatje")}), frozenset({KindId("x")})]),
    pc4=st.sampled_from(PLACES),
    city=st.sampled_from(["", "Waterrijk", "utrecht"]),
    languages=st.sampled_from([frozenset(), frozenset({"tr"}), frozenset({"nl", "xx"})]),
    free_only=st.booleans(),
    age=st.none() | st.integers(0, 110),
    day=st.none() | st.integers(0, 6),
    open_at=st.none() | st.datetimes(datetime.datetime(2026, 1, 1), datetime.datetime(2026, 3, 1)),  # noqa: DTZ001
    self_referral=st.booleans(),
    wheelchair=st.booleans(),
    remote=st.booleans(),
    hidden_too=st.booleans(),
)


def passes(service, asked):
    """Tell the same as the filters, one service at a time."""
    told = (
        asked.hidden_too or service.is_offered,
        not asked.kinds or asked.kinds & set(service.kinds),
        not asked.pc4 or service.serves(asked.pc4),
        not asked.city or any(plain(each.city) == plain(asked.city) for each in service.locations),
        not asked.languages or not service.languages or asked.languages & set(service.languages),
        not asked.free_only or service.free,
        asked.age is None or (service.minimum_age or 0) <= asked.age <= (service.maximum_age or 999),
        asked.day is None or opens_on(service.opening, asked.day),
        asked.open_at is None or is_open(service.opening, asked.open_at),
        not asked.self_referral or service.self_referral,
        not asked.wheelchair or any(each.wheelchair is not False for each in service.locations or (Location(),)),
        not asked.remote or service.remote,
    )
    return all(told)


@cache
def many():
    chance = random.Random(3)
    night = (OpeningHours(day=6, opens="20:00", closes="06:00"),)
    return [
        dataclasses.replace(each, **chance.choice(({}, {"never_offer": "x"}, {"opening": night}, {"languages": ()})))
        for each in made_services(400)
    ]


@cache
def many_index():
    return index_of(many())


@settings(max_examples=200, deadline=None)
@given(filters)
def test_the_filters_leave_what_each_service_itself_says(asked):
    found = many_index().search(Query(filters=asked)).hits
    assert {hit.service.id for hit in found} == {each.id for each in many() if passes(each, asked)}


@settings(max_examples=30, deadline=None)
@given(
    st.randoms(use_true_random=False), st.sampled_from(list(Sort)), st.sampled_from(["", "geld", "eenz", "wandelen"])
)
def test_the_order_does_not_depend_on_the_order_in_which_services_came(chance, sort, words):
    query = Query(words=words, sort=sort, filters=Filters(pc4=WATERRIJK))
    shuffled = list(content().directory.services)
    chance.shuffle(shuffled)
    assert index_of(shuffled).search(query).hits == shipped().search(query).hits


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["geld", "eenzaam", "wandelen", "taal", "praten"]), st.sampled_from(["geld", "buurt", "oud"]))
def test_another_word_never_finds_more(one, other):
    both = many_index().search(Query(words=f"{one} {other}"))
    if both.all_words:
        of_one = {hit.service.id for hit in many_index().search(Query(words=one)).hits}
        assert {hit.service.id for hit in both.hits} <= of_one
